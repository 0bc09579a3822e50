import { z } from "@hono/zod-openapi";
import { joiningKinds, notingKinds } from "../domain/duty/lineage.ts";
import { documentLink } from "./document.ts";
import { place } from "./source.ts";
import { taskState } from "./task.ts";

const version = z.number().int().min(1).openapi({ description: "The version that the person saw" });

/** What a directive does to an earlier task, or what stands beside the directives in its chain. */
export const lineageKind = z.enum([...joiningKinds, ...notingKinds]).openapi("LineageKind");

const reason = z.object({
  code: z.enum(["product", "words", "names", "numbers", "leads", "cites", "ground", "newDay"]),
  words: z.string(),
});

/** An earlier task as it is shown beside a finding. */
export const earlierTask = z
  .object({
    id: z.string(),
    ref: z.string(),
    label: z.string().nullable(),
    content: z.string(),
    document: documentLink,
    leads: z.array(z.string()).readonly(),
    givenOn: z.string(),
    dueOn: z.string().nullable(),
    firstDueOn: z.string().nullable(),
    strictlyBefore: z.boolean(),
    state: taskState,
    /** How often it was given, by different documents. */
    times: z.number(),
  })
  .openapi("EarlierTask");

/** A link that the program proposes; `finding` null: of the document as a whole. */
export const lineageProposal = z
  .object({
    finding: z.string().nullable(),
    kind: lineageKind,
    /** 0…100. */
    score: z.number(),
    reasons: z.array(reason).readonly(),
    task: earlierTask,
    /** The paragraph of a report that tells of the task. */
    said: z.string().nullable(),
    /** The paper by which it was submitted. */
    paper: z.object({ number: z.string(), date: z.string().nullable() }).nullable(),
  })
  .openapi("LineageProposal");

export const lineageProposals = z
  .object({ proposals: z.array(lineageProposal).readonly() })
  .openapi("LineageProposals");

/** `content` takes the place of the words of the task; `withdraw`: the task is withdrawn by it. */
export const linkRequest = z
  .strictObject({
    version,
    task: z.uuid(),
    kind: lineageKind,
    content: z.string().trim().min(1).max(20_000).optional(),
    withdraw: z.boolean().optional(),
  })
  .openapi("LinkFinding");

export const unlinkRequest = z.strictObject({ version, task: z.uuid() }).openapi("UnlinkFinding");

/** A proposal for the whole document, as it was shown. */
export const documentNoteRequest = z
  .strictObject({
    task: z.uuid(),
    kind: z.enum(["issue", "submission", "report"]),
    number: z.string().max(200).nullable(),
  })
  .openapi("NoteDocument");

export const documentRefusalRequest = z.strictObject({ task: z.uuid() }).openapi("RefuseDocumentLink");

const noteKind = z.enum(["first", ...joiningKinds, ...notingKinds]);

/** One dated note of a chain. */
export const lineageNote = z
  .object({
    id: z.string(),
    kind: noteKind,
    document: documentLink.nullable(),
    /** Of a paper that is not in the register. */
    number: z.string().nullable(),
    finding: z.string().nullable(),
    givenOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    strictlyBefore: z.boolean(),
    words: z.string(),
    places: z.array(place).readonly(),
    joinedFrom: z.string().nullable(),
    confirmedAt: z.string(),
    confirmedBy: z.string(),
    /** How often the task had been given by then; null for what does not give it. */
    time: z.number().nullable(),
  })
  .openapi("LineageNote");

/** The chain of a task, oldest first; `days`: the days that were set, one after the other. */
export const lineageAnswer = z
  .object({ notes: z.array(lineageNote).readonly(), days: z.array(z.string()).readonly() })
  .openapi("LineageAnswer");

const documentTie = z.object({
  task: z.string(),
  content: z.string(),
  kind: noteKind,
  givenOn: z.string().nullable(),
  dueOn: z.string().nullable(),
  /** The other document. */
  document: documentLink,
});

/** What a document does to tasks of others, and what later documents do to its own. */
export const documentTies = z
  .object({ goesBack: z.array(documentTie).readonly(), goesOn: z.array(documentTie).readonly() })
  .openapi("DocumentTies");

export type DocumentTiesAnswer = z.infer<typeof documentTies>;
export type LinkRequest = z.infer<typeof linkRequest>;
export type LineageKindAnswer = z.infer<typeof lineageKind>;
export type LineageProposalAnswer = z.infer<typeof lineageProposal>;
export type LineageProposalsAnswer = z.infer<typeof lineageProposals>;
export type LineageNoteAnswer = z.infer<typeof lineageNote>;
export type LineageAnswer = z.infer<typeof lineageAnswer>;
