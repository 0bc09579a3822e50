import type { CalendarDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import type { DutyUnit } from "./duty-query.ts";
import type { TaskChangeRequest } from "./task-change.ts";

/** What a unit says: what stands in its way, how it would have the task changed, or why it should be withdrawn. */
export const proposalKinds = ["obstacle", "change", "withdrawal"] as const;
export type ProposalKind = (typeof proposalKinds)[number];

/** What was decided: the task was amended, it stays as it is for a reason, or the focal body took note. */
export const proposalOutcomes = ["amended", "refused", "noted"] as const;
export type ProposalOutcome = (typeof proposalOutcomes)[number];

/** What a decision rests on: a document by number and day, or words written by hand on the submission ("bút phê"). */
export interface DecisionGround {
  readonly document: string | null;
  readonly documentOn: CalendarDate | null;
  readonly note: string | null;
}

/** A proposal as it is kept. */
export interface ChangeProposal extends DecisionGround {
  readonly id: string;
  readonly duty: string;
  readonly task: {
    readonly id: string;
    readonly ref: string;
    readonly content: string;
    readonly version: number;
  };
  readonly source: {
    readonly id: string;
    readonly number: string | null;
    readonly issuedOn: CalendarDate | null;
  };
  readonly holder: DutyUnit;
  readonly kind: ProposalKind;
  readonly text: string;
  readonly writtenAt: Date;
  readonly writtenBy: string;
  readonly outcome: ProposalOutcome | null;
  readonly decidedAt: Date | null;
  readonly decidedBy: string | null;
  /** Of an amendment: the fields that differ, as they were and as they became. */
  readonly before: TaskChangeRequest | null;
  readonly after: TaskChangeRequest | null;
  readonly taskVersion: number | null;
  readonly version: number;
}

/**
 * What a decision rests on, as it may be kept. An amendment names the document that decided it with its day, or the words
 * written by hand; a refusal says why. Fails with `duty.proposal-ground-missing`, `duty.reason-needed` and
 * `duty.fact-in-future`.
 */
export function checkedGround(
  outcome: ProposalOutcome,
  { document, documentOn, note }: DecisionGround,
  today: CalendarDate,
): Result<DecisionGround> {
  const plain = (text: string | null) => text?.trim() || null;
  const ground = { document: plain(document), documentOn, note: plain(note) };
  const byDocument = ground.document !== null && documentOn !== null;
  if (outcome === "amended" && !byDocument && ground.note === null)
    return fail("duty.proposal-ground-missing");
  if (outcome === "refused" && ground.note === null) return fail("duty.reason-needed");
  if (documentOn !== null && documentOn > today)
    return fail("duty.fact-in-future", { on: documentOn, today });
  return succeed(ground);
}
