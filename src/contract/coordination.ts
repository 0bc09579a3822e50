import { z } from "@hono/zod-openapi";
import { dutyUnit, proof, shownProof } from "./duty.ts";

/** A day, `YYYY-MM-DD`. */
const day = z.iso.date().openapi({ description: "A day, YYYY-MM-DD", example: "2026-11-15" });

export const requestState = z
  .enum(["waiting", "overdue", "answered", "declined", "withdrawn"])
  .openapi("RequestState");

export const requestFactKind = z
  .enum(["answered", "declined", "withdrawn", "reopened"])
  .openapi("RequestFactKind");

/** What a lead asks of a co-ordinating unit, with what stands of it and what the person may say of it now. */
export const coordinationRequest = z
  .object({
    id: z.string(),
    duty: z.string(),
    task: z.object({ id: z.string(), ref: z.string(), content: z.string() }),
    from: dutyUnit,
    to: dutyUnit,
    state: requestState,
    /** For how many days it has waited; null: it waits no more. */
    age: z.number().nullable(),
    content: z.string(),
    document: z.string().nullable(),
    documentOn: z.string().nullable(),
    on: z.string(),
    workingDays: z.number(),
    dueOn: z.string(),
    answeredOn: z.string().nullable(),
    declinedOn: z.string().nullable(),
    withdrawnOn: z.string().nullable(),
    /** The answer, or the reason why it was declined. */
    answer: z.string().nullable(),
    proofs: z.array(shownProof),
    allowed: z.array(requestFactKind),
    version: z.number(),
  })
  .openapi("CoordinationRequest");

/** Who co-ordinates in a task, and what was asked of them as far as the person sees it. */
export const coordinationAnswer = z
  .object({
    today: z.string(),
    /** Of the task. */
    version: z.number(),
    parts: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        /** "Các đơn vị liên quan": its lead says which units it is. */
        toBeNamed: z.boolean(),
        document: z.string().nullable(),
        units: z.array(dutyUnit.extend({ outside: z.boolean() })),
      }),
    ),
    requests: z.array(coordinationRequest),
    mayName: z.boolean(),
    /** For which leads the person may ask: all, or these units. */
    asksFor: z.object({ all: z.boolean(), units: z.array(z.string()) }),
  })
  .openapi("Coordination");

export const openRequestsAnswer = z
  .object({ today: z.string(), total: z.number(), requests: z.array(coordinationRequest) })
  .openapi("OpenRequests");

export const unitChoicesQuery = z.object({
  q: z
    .string()
    .max(200)
    .optional()
    .openapi({ description: "Beginnings of words in names, accents optional" }),
});

/** The first units that have the words. */
export const unitChoicesAnswer = z.object({ units: z.array(dutyUnit) }).openapi("UnitChoices");

/** A letter with its day, or the words of what is asked; `workingDays` until the answer. */
export const askUnitsRequest = z
  .object({
    units: z.array(z.uuid()).max(500),
    content: z.string().max(4000),
    document: z.string().trim().max(200).nullable().optional(),
    documentOn: day.nullable().optional(),
    on: day,
    workingDays: z.number().int(),
  })
  .openapi("AskUnitsRequest");

/** A fact of a request in the version that was seen; `text`: the answer, or the reason why it is declined. */
export const requestFactRequest = z
  .object({
    version: z.number().int(),
    kind: requestFactKind,
    on: day,
    text: z.string().max(20_000),
    proofs: z.array(proof).max(50),
  })
  .openapi("RequestFactRequest");

/** The units that words of a task mean which name none, by the key of the words. `version` is that of the task. */
export const nameUnitsRequest = z
  .object({
    version: z.number().int(),
    key: z.string().max(1000),
    units: z.array(z.uuid()).max(500),
    on: day,
    document: z.string().trim().max(200).nullable().optional(),
  })
  .openapi("NameUnitsRequest");

export type CoordinationAnswer = z.infer<typeof coordinationAnswer>;
export type CoordinationRequestAnswer = z.infer<typeof coordinationRequest>;
export type UnitChoicesAnswer = z.infer<typeof unitChoicesAnswer>;
export type OpenRequestsAnswer = z.infer<typeof openRequestsAnswer>;
export type AskUnitsRequest = z.infer<typeof askUnitsRequest>;
export type RequestFactRequest = z.infer<typeof requestFactRequest>;
export type NameUnitsRequest = z.infer<typeof nameUnitsRequest>;
