import { z } from "@hono/zod-openapi";
import type { SignatureReason } from "../domain/document/signature.ts";
import { failureAnswer } from "./failure.ts";
import { place, sourceBlock } from "./source.ts";
import { addresseeRole, schedule, target, unclear } from "./task-parts.ts";

const doubts = z.record(z.string(), z.number());

export const addressee = z
  .union([
    z.object({ unit: z.string(), text: z.string(), role: addresseeRole, share: z.string().nullable() }),
    z.object({ collective: z.string(), text: z.string(), role: addresseeRole, share: z.string().nullable() }),
  ])
  .openapi("Addressee");

export const task = z
  .object({
    ref: z.string(),
    origin: z.enum(["table", "text"]),
    part: z.string().nullable(),
    groups: z.array(z.string()).readonly(),
    group: z.string().nullable(),
    parent: z.string().nullable(),
    label: z.string().nullable(),
    number: z.number().nullable(),
    content: z.string(),
    leads: z.array(addressee).readonly(),
    coordinators: z.array(addressee).readonly(),
    leadText: z.string().nullable(),
    coordinatingText: z.string().nullable(),
    time: z.string().nullable(),
    schedule: schedule.nullable(),
    result: z.string().nullable(),
    targets: z.array(target).readonly(),
    approver: z.string().nullable(),
    cells: z
      .array(z.object({ heading: z.string(), text: z.string(), places: z.array(place).readonly() }))
      .readonly(),
    unclear: z.array(unclear).readonly(),
    sources: z.array(place).readonly(),
    alsoAt: z.array(place).readonly(),
    general: z.boolean(),
    doubts,
    asWritten: z.record(z.string(), z.string()).optional(),
    candidates: z.record(z.string(), z.array(z.string()).readonly()).optional(),
  })
  .openapi("Task");

export const documentHead = z
  .object({
    number: z.string().nullable(),
    kind: z.string().nullable(),
    kindName: z.string().nullable(),
    issuer: z.string().nullable(),
    issuerSuperior: z.string().nullable(),
    place: z.string().nullable(),
    date: z.string().nullable(),
    subject: z.string().nullable(),
    signer: z
      .object({ name: z.string(), title: z.string().nullable(), capacity: z.string().nullable() })
      .nullable(),
    recipients: z.array(z.string()).readonly(),
    attachedTo: z.string().nullable(),
    doubts,
    candidates: z.record(z.string(), z.array(z.string()).readonly()).optional(),
  })
  .openapi("DocumentHead");

export const citation = z
  .object({
    number: z.string(),
    kind: z.string().nullable(),
    issuer: z.string().nullable(),
    date: z.string().nullable(),
    relation: z.enum(["basis", "implements", "replaces", "amends", "attaches", "mentions"]),
    asWritten: z.string(),
    place,
    line: z.number().nullable(),
    candidates: z.array(z.string()).readonly(),
    doubt: z.number(),
  })
  .openapi("Citation");

export const ledger = z
  .object({
    steps: z
      .array(
        z.object({
          name: z.string(),
          in: z.number(),
          out: z.number(),
          rejected: z.array(z.object({ what: z.string(), where: z.string(), why: z.string() })).readonly(),
        }),
      )
      .readonly(),
  })
  .openapi("Ledger");

/** A digital signature of a file, as it was judged. */
export const fileSignature = z
  .object({
    file: z.string(),
    number: z.number(),
    kind: z.enum(["signature", "timestamp"]),
    verdict: z.enum(["whole", "changed", "cannotJudge"]),
    issuerTrust: z.enum(["trusted", "cannotJudge", "notValid"]),
    reasons: z.array(z.custom<SignatureReason>().openapi({ type: "string" })).readonly(),
    signer: z
      .object({
        name: z.string().nullable(),
        organisation: z.string().nullable(),
        issuer: z.string().nullable(),
        serial: z.string(),
        /** `YYYY-MM-DD`. */
        validFrom: z.string(),
        validTo: z.string(),
      })
      .nullable(),
    /** ISO 8601. */
    signedAt: z.string().nullable(),
    timeFrom: z.enum(["timestamp", "signer"]).nullable(),
  })
  .openapi("FileSignature");

/** What `sauro read --json` prints for one document (version 1). */
export const readOutput = z
  .object({
    version: z.literal(1),
    file: z.string(),
    files: z.array(z.string()).readonly(),
    sha256: z.string(),
    document: documentHead,
    tasks: z.array(task).readonly(),
    citations: z.array(citation).readonly(),
    ledger,
    signatures: z.array(fileSignature).readonly().optional(),
    damaged: z.object({ blocks: z.number(), of: z.number() }).optional(),
  })
  .openapi("ReadOutput");

/** One document as read, with its laid-out source and what was noticed on the way. */
const readDocument = z
  .object({
    output: readOutput,
    source: z.array(sourceBlock).readonly(),
    notices: z.array(z.object({ code: z.string(), count: z.number(), place: place.nullable() })).readonly(),
  })
  .openapi("ReadDocument");

/** What became of the files: each stands in a document or is unread with its reason. */
export const readAnswer = z
  .object({
    documents: z.array(readDocument).readonly(),
    unread: z.array(z.object({ file: z.string(), error: failureAnswer.shape.error })).readonly(),
  })
  .openapi("ReadAnswer");

export type ReadDocumentAnswer = z.infer<typeof readDocument>;
export type FileSignatureAnswer = z.infer<typeof fileSignature>;
export type ReadOutputAnswer = z.infer<typeof readOutput>;
export type ReadAnswer = z.infer<typeof readAnswer>;
export type TaskAnswer = z.infer<typeof task>;
export type TargetAnswer = z.infer<typeof target>;
export type AddresseeAnswer = z.infer<typeof addressee>;
export type CitationAnswer = z.infer<typeof citation>;
export type DocumentHeadAnswer = z.infer<typeof documentHead>;
export type LedgerAnswer = z.infer<typeof ledger>;
