import { z } from "@hono/zod-openapi";
import { proposalKinds, proposalOutcomes } from "../domain/duty/change-proposal.ts";
import { taskEdit } from "./task.ts";

const unit = z.object({ id: z.string(), name: z.string(), shortName: z.string().nullable() });
const version = z.number().int();

/** A field of a task as it was and as it became; what is no plain words is left out. */
const fieldChange = z.object({
  field: z.string(),
  before: z.string().nullable(),
  after: z.string().nullable(),
});

/** An obstacle that a unit met, or a change that it proposes, with what was decided of it. */
export const changeProposal = z
  .object({
    id: z.string(),
    version,
    duty: z.string(),
    task: z.object({ id: z.string(), ref: z.string(), content: z.string(), version }),
    source: z.object({ id: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable() }),
    holder: unit,
    kind: z.enum(proposalKinds),
    text: z.string(),
    writtenAt: z.string(),
    writtenBy: z.string(),
    /** It is of the person's own unit. */
    own: z.boolean(),
    outcome: z.enum(proposalOutcomes).nullable(),
    decidedAt: z.string().nullable(),
    decidedBy: z.string().nullable(),
    document: z.string().nullable(),
    documentOn: z.string().nullable(),
    note: z.string().nullable(),
    changes: z.array(fieldChange),
  })
  .openapi("ChangeProposal");

export const proposalsQuery = z.object({
  state: z.enum(["waiting", "decided"]).optional(),
  duty: z.uuid().optional(),
  kind: z.enum(proposalKinds).optional(),
});

export const proposalsAnswer = z
  .object({
    mayDecide: z.boolean(),
    proposals: z.array(changeProposal),
    waiting: z.number(),
  })
  .openapi("ChangeProposals");

export const proposalRequest = z
  .object({ kind: z.enum(proposalKinds), text: z.string().max(20_000) })
  .openapi("ProposeChange");

const ground = {
  version,
  document: z.string().max(200).nullable(),
  documentOn: z.iso.date().nullable(),
  note: z
    .string()
    .max(4000)
    .nullable()
    .openapi({ description: "Words written by hand, a reason, an answer" }),
};

export const proposalDecision = z
  .discriminatedUnion("outcome", [
    z.object({
      ...ground,
      outcome: z.literal("amended"),
      taskVersion: version.openapi({ description: "The version of the task that the person saw" }),
      change: taskEdit.omit({ version: true }),
    }),
    z.object({ ...ground, outcome: z.enum(["refused", "noted"]) }),
  ])
  .openapi("DecideProposal");

export const proposalVersion = z.object({ version }).openapi("ProposalVersion");
export const proposalDone = z.object({}).openapi("ProposalDone");

export type ChangeProposalAnswer = z.infer<typeof changeProposal>;
export type ProposalsAnswer = z.infer<typeof proposalsAnswer>;
export type ProposalDecisionRequest = z.infer<typeof proposalDecision>;
