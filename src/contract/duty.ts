import { z } from "@hono/zod-openapi";
import { failureAnswer } from "./failure.ts";
import { heartbeat } from "./task.ts";
import { target } from "./task-parts.ts";

/** A day, `YYYY-MM-DD`. */
const day = z.iso.date().openapi({ description: "A day, YYYY-MM-DD", example: "2026-11-15" });

export const dutyState = z
  .enum([
    ...(["sentBack", "silent", "late", "dueSoon", "open", "noDeadline", "submitted"] as const),
    ...(["requested", "beforeStart", "doneLate", "done", "withdrawn"] as const),
  ])
  .openapi("DutyState");

export const dutyStep = z
  .enum(["office", "meeting", "committeeParty", "provinceParty", "issued"])
  .openapi("DutyStep");

export const dutyFactKind = z
  .enum([
    ...(["reported", "submitted", "recorded", "sentBack", "confirmed", "reopened"] as const),
    ...(["withdrawn", "asked", "extended", "refused", "moved", "stepped"] as const),
  ])
  .openapi("DutyFactKind");

/** What narrows a list of duties; the same words in the address of the screen. */
export const dutyFilters = z
  .object({
    q: z.string().max(200).openapi({ description: "Words; marks are optional, the last may be a beginning" }),
    state: z
      .string()
      .max(200)
      .regex(new RegExp(`^(?:${dutyState.options.join("|")}|,)*$`))
      .openapi({ description: "One or more states, separated by commas", example: "silent,late" }),
    unit: z.uuid().openapi({ description: "The unit that owes it today, with all below it" }),
    group: z
      .string()
      .max(1000)
      .openapi({ description: "The title of the group, as written; none: no group" }),
    alone: z.literal("1").openapi({ description: "The unit itself, without those below it" }),
    document: z.uuid(),
    task: z.uuid(),
    year: z
      .string()
      .regex(/^[12]\d{3}$/)
      .openapi({ description: "Its last day is in this year" }),
    month: z
      .string()
      .regex(/^[12]\d{3}-(?:0[1-9]|1[0-2])$/)
      .openapi({ description: "Its last day is in this month", example: "2026-11" }),
    fallen: z.enum(["any", "inTime", "late", "overdue"]).openapi({
      description: "Owed, its day has passed: all; in time; late without the silent ones; with them",
    }),
    urged: z.enum(["1", "0"]).openapi({ description: "Its unit was urged over its last day" }),
    proven: z.literal("1").openapi({ description: "Confirmed with a product" }),
    extended: z.literal("1").openapi({ description: "More time was given for it" }),
    step: z.enum([...dutyStep.options, "none"]).openapi({ description: "Where the product lies" }),
    head: z.enum(["1", "0"]).openapi({ description: "A report waits for the head of its unit" }),
    asked: z.enum(["1", "0"]).openapi({ description: "More time is asked for and not decided" }),
    quiet: z
      .literal("1")
      .openapi({ description: "Without a deadline, and without a proof within their period" }),
    mine: z.literal("1").openapi({ description: "What the person himself works on inside his unit" }),
  })
  .partial();

export const dutyListQuery = dutyFilters.extend({
  sort: z.enum(["attention", "due", "unit"]).optional().openapi({ description: "Default: attention" }),
  after: z.string().max(100).optional().openapi({ description: "`next` of the page before" }),
  limit: z.coerce.number().int().min(1).max(200).optional().openapi({ description: "Default: 60" }),
  facets: z.enum(["1"]).optional(),
});

export const dutyUnit = z
  .object({ id: z.string(), name: z.string(), shortName: z.string().nullable() })
  .openapi("DutyUnit");

export const dutyRow = z
  .object({
    id: z.string(),
    state: dutyState,
    /** Of what has no deadline, for who follows the province; null: it has a day, or it is not shown. */
    heartbeat: heartbeat.nullable(),
    /** To the day of submission, else to today; 0: in time. */
    daysLate: z.number(),
    /** To the last day, while the unit has to act; null: nothing is awaited of it, or there is no day. */
    daysLeft: z.number().nullable(),
    task: z.object({
      id: z.string(),
      ref: z.string(),
      label: z.string().nullable(),
      content: z.string(),
      group: z.string().nullable(),
      result: z.string().nullable(),
    }),
    document: z.object({ id: z.string(), number: z.string().nullable(), issuedOn: z.string().nullable() }),
    occurrence: z.object({ id: z.string(), key: z.string() }),
    /** As the document gave it, and who owes it today. */
    unit: dutyUnit,
    holder: dutyUnit,
    owed: z.boolean(),
    answers: z.boolean().nullable(),
    startsOn: z.string().nullable(),
    firstDueOn: z.string().nullable(),
    dueOn: z.string().nullable(),
    lastDay: z.string().nullable(),
    reportedOn: z.string().nullable(),
    /** A report waits for the head of the unit since this day. */
    unapprovedOn: z.string().nullable(),
    submittedOn: z.string().nullable(),
    sentBackOn: z.string().nullable(),
    recordedOn: z.string().nullable(),
    confirmedOn: z.string().nullable(),
    withdrawnOn: z.string().nullable(),
    askedOn: z.string().nullable(),
    extensions: z.number(),
    step: dutyStep.nullable(),
    stepOn: z.string().nullable(),
    product: z.string().nullable(),
    version: z.number(),
  })
  .openapi("DutyRow");

export const dutyListAnswer = z
  .object({
    today: z.string(),
    duties: z.array(dutyRow),
    total: z.number(),
    next: z.string().nullable(),
    facets: z
      .object({
        states: z.array(z.object({ value: dutyState, count: z.number() })),
        groups: z.array(z.object({ value: z.string(), count: z.number() })),
        units: z.array(z.object({ value: z.string(), label: z.string(), count: z.number() })),
      })
      .nullable(),
  })
  .openapi("DutyList");

export const proof = z
  .object({
    kind: z.enum(["document", "file", "link", "record"]),
    /** A document's number, a link's address, a record's id, a file's name. */
    reference: z.string().trim().min(1).max(2000),
    title: z.string().trim().max(500).nullable(),
    issuedOn: day.nullable(),
    sha256: z
      .string()
      .regex(/^[\da-f]{64}$/)
      .nullable(),
    size: z.number().int().min(0).nullable(),
  })
  .openapi("Proof");

const measured = z.object({
  measure: z.string().max(500),
  typed: z.string().max(200),
  period: z
    .string()
    .regex(/^\d{4}(?:-(?:Q[1-4]|\d{2}|\d{4}))?$/)
    .nullable()
    .optional()
    .openapi({
      description: "What is reached so far in this period; without one, in that of the occurrence",
    }),
});

/** A proof as it is kept. */
export const shownProof = z.object({
  id: z.string(),
  kind: z.enum(["document", "file", "link", "record"]),
  reference: z.string(),
  title: z.string().nullable(),
  issuedOn: z.string().nullable(),
  sha256: z.string().nullable(),
  size: z.number().nullable(),
});

const report = z
  .object({
    id: z.string(),
    number: z.number(),
    text: z.string(),
    claimsDone: z.boolean(),
    nothing: z.boolean(),
    measured: z.array(measured),
    proofs: z.array(shownProof),
    writtenAt: z.string(),
    writtenBy: z.string(),
    approvedOn: z.string().nullable(),
    approvedBy: z.string().nullable(),
    signedNumber: z.string().nullable(),
    signedOn: z.string().nullable(),
  })
  .openapi("Report");

const fact = z
  .object({
    id: z.string(),
    kind: dutyFactKind,
    on: z.string(),
    dueOn: z.string().nullable(),
    report: z.string().nullable(),
    document: z.string().nullable(),
    step: dutyStep.nullable(),
    product: z.string().nullable(),
    note: z.string().nullable(),
    /** Said of the whole occurrence at once. */
    whole: z.boolean(),
    at: z.string(),
    who: z.string(),
  })
  .openapi("DutyFact");

/** One duty with its reports and facts, and what the person may do with it now. */
export const dutyAnswer = dutyRow
  .extend({
    today: z.string(),
    /** What the task shall reach. */
    targets: z.array(target),
    /** Several lead the task, and nobody has said which answers for the whole. */
    unanswered: z.boolean(),
    facts: z.array(fact),
    reports: z.array(report),
    allowed: z.array(dutyFactKind),
    mayReport: z.boolean(),
    mayApprove: z.boolean(),
    /** How often the unit was urged: steps told to its people, and letters, the newest first. */
    urged: z.object({
      times: z.number(),
      letters: z.array(z.object({ number: z.string(), issuedOn: z.string() })),
    }),
  })
  .openapi("Duty");

const signed = z.object({ number: z.string().trim().min(1).max(100), on: day });

/** A report of a duty in the version that was seen. `send`: kept for the head, approved by him, or by a signed document. */
export const reportRequest = z
  .object({
    version: z.number().int(),
    text: z.string().max(20_000),
    claimsDone: z.boolean(),
    nothing: z.boolean(),
    measured: z.array(measured).max(50),
    proofs: z.array(proof).max(50),
    send: z.union([z.enum(["kept", "approved"]), signed]),
  })
  .openapi("ReportRequest");

/** Approves the report that waits: by the head's click, or by the signed document that came back. */
export const approvalRequest = z
  .object({ version: z.number().int(), send: z.union([z.literal("approved"), signed]) })
  .openapi("ApprovalRequest");

const seenDuties = z
  .array(z.object({ id: z.uuid(), version: z.number().int().nullable() }))
  .min(1)
  .max(1000);

export const nothingRequest = z.object({ duties: seenDuties }).openapi("NothingRequest");
export const nothingAnswer = z.object({ reported: z.number() }).openapi("NothingAnswer");

/** One fact of each of some duties. `dueOn`: the new day, of "asked" and "extended". */
export const dutyFactRequest = z
  .object({
    duties: seenDuties,
    kind: dutyFactKind,
    on: day,
    dueOn: day.nullable().optional(),
    document: z.string().trim().max(200).nullable().optional(),
    step: dutyStep.nullable().optional(),
    product: z.string().trim().max(2000).nullable().optional(),
    note: z.string().trim().max(2000).nullable().optional(),
  })
  .openapi("DutyFactRequest");

/** Which late duties of one unit a letter names, who issues it, and by when an answer is asked for. */
export const letterRequest = z
  .object({
    duties: z.array(z.uuid()).min(1).max(200),
    from: z.enum(["own", "office", "committee"]),
    answerBy: day,
  })
  .openapi("LetterRequest");

/** The books: asked = recorded + refused. */
export const dutyFactAnswer = z
  .object({
    recorded: z.array(z.string()),
    refused: z.array(z.object({ id: z.string(), failure: failureAnswer.shape.error })),
  })
  .openapi("DutyFactAnswer");

/** Files that were kept, to be named as proofs; each that was not, with why. */
export const proofFilesAnswer = z
  .object({
    kept: z.array(z.object({ name: z.string(), sha256: z.string(), size: z.number() })),
    refused: z.array(z.object({ name: z.string(), failure: failureAnswer.shape.error })),
  })
  .openapi("ProofFiles");

export type DutyListQuery = z.infer<typeof dutyListQuery>;
export type DutyFilters = z.infer<typeof dutyFilters>;
export type DutyRowAnswer = z.infer<typeof dutyRow>;
export type DutyListAnswer = z.infer<typeof dutyListAnswer>;
export type DutyAnswer = z.infer<typeof dutyAnswer>;
export type ReportRequest = z.infer<typeof reportRequest>;
export type ReportAnswer = DutyAnswer["reports"][number];
export type ProofRequest = z.infer<typeof proof>;
export type DutyFactRequestBody = z.infer<typeof dutyFactRequest>;
export type DutyFactAnswer = z.infer<typeof dutyFactAnswer>;
export type ProofFilesAnswer = z.infer<typeof proofFilesAnswer>;
