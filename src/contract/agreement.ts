import { z } from "zod";
import { clauseParties, verdicts } from "../domain/cooperation/agreement/clause.ts";
import { decidingAuthorities, opinionBodies } from "../domain/cooperation/agreement/procedure.ts";
import {
  agreementActionKinds,
  opinionAnswers,
  proceedingPurposes,
} from "../domain/cooperation/agreement/proceeding.ts";
import { agreementStatuses } from "../domain/cooperation/agreement/status.ts";

const day = z.iso.date();

/** One dated action as it is given. */
export const actionRequest = z.object({
  kind: z.enum(agreementActionKinds),
  on: day,
  body: z.enum(opinionBodies).nullable(),
  bodyName: z.string().trim().min(1).max(200).nullable(),
  answer: z.enum(opinionAnswers).nullable(),
  documentNumber: z.string().trim().min(1).max(100).nullable(),
  note: z.string().trim().min(1).max(2000).nullable(),
  validUntil: day.nullable(),
});
export type ActionRequest = z.infer<typeof actionRequest>;

/** A proceeding that is begun, by its first action. */
export const proceedingRequest = z.object({
  purpose: z.enum(proceedingPurposes),
  onlyOutcome: z.boolean(),
  action: actionRequest,
});
export type ProceedingRequest = z.infer<typeof proceedingRequest>;

export const clauseRequest = z.object({
  label: z.string().trim().min(1).max(60).nullable(),
  content: z.string().trim().min(1).max(4000),
  party: z.enum(clauseParties),
});
export type ClauseRequest = z.infer<typeof clauseRequest>;

/** How a clause is followed: the words are read as those of a document are. */
export const clauseOrderRequest = z.object({
  document: z.uuid(),
  lead: z.string().trim().min(1).max(500),
  time: z.string().trim().min(1).max(200).nullable(),
  product: z.string().trim().min(1).max(500).nullable(),
});
export type ClauseOrderRequest = z.infer<typeof clauseOrderRequest>;

export const evaluationRequest = z.object({
  year: z.int().min(1990).max(2100),
  field: z.string().trim().min(1).max(60),
  verdict: z.enum(verdicts),
  content: z.string().trim().min(1).max(4000),
});
export type EvaluationRequest = z.infer<typeof evaluationRequest>;

const step = z.object({
  key: z.enum(agreementActionKinds),
  body: z.enum([...opinionBodies, ...decidingAuthorities, "primeMinister"]).nullable(),
  name: z.string().nullable(),
  state: z.enum(["done", "doneLate", "open", "late", "missed", "ahead"]),
  since: day.nullable(),
  doneOn: day.nullable(),
  lastDay: day.nullable(),
  disagrees: z.boolean(),
});
export type AgreementStep = z.infer<typeof step>;

/** The life of an agreement as it stands today. */
export const agreementAnswer = z.object({
  status: z.enum(agreementStatuses),
  effectiveOn: day.nullable(),
  expiresOn: day.nullable(),
  comingEnd: z.object({ kind: z.enum(["expires", "renews"]), on: day, noticeBy: day.nullable() }).nullable(),
  mayEdit: z.boolean(),
  /** The year of today, in which an evaluation is offered. */
  year: z.int(),
  proceedings: z.array(
    z.object({
      id: z.uuid(),
      purpose: z.enum(proceedingPurposes),
      onlyOutcome: z.boolean(),
      begunOn: day,
      steps: z.array(step),
      actions: z.array(actionRequest.extend({ id: z.uuid() })),
      allowed: z.array(z.enum(agreementActionKinds)),
      source: z.string(),
      unverified: z.array(z.string()),
    }),
  ),
  clauses: z.array(
    clauseRequest.extend({
      id: z.uuid(),
      task: z.object({ id: z.uuid(), content: z.string() }).nullable(),
    }),
  ),
  evaluations: z.array(evaluationRequest.extend({ id: z.uuid() })),
});
export type AgreementAnswer = z.infer<typeof agreementAnswer>;
export type AgreementClause = AgreementAnswer["clauses"][number];
export type AgreementProceeding = AgreementAnswer["proceedings"][number];
export type AgreementEvaluation = AgreementAnswer["evaluations"][number];
