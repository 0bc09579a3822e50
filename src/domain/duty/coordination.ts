import type { CalendarDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import type { Holidays } from "../calendar/holidays.ts";
import { addWorkingDays } from "../calendar/working-days.ts";
import type { DutyUnit } from "./duty-query.ts";
import { daysBetween } from "./occurrence-state.ts";
import { faultOfProofs, type Proof } from "./report.ts";
import type { TaskAddressee } from "./task.ts";

/**
 * What a lead asks of a co-ordinating unit in writing: the number and day of its letter, or the words of what it asks.
 * The answer is asked for within so many working days.
 */
export interface GivenRequest {
  readonly content: string;
  readonly document: string | null;
  readonly documentOn: CalendarDate | null;
  readonly on: CalendarDate;
  readonly workingDays: number;
}

/** A request as it is kept: `dueOn` the last of its working days. */
export interface AskedRequest extends GivenRequest {
  readonly dueOn: CalendarDate;
}

/** The most working days that an answer may take. */
export const mostWorkingDays = 120;

/**
 * A request as it may be kept. Fails with `duty.request-empty` (neither a letter nor words), `duty.request-undated` (a
 * letter without its day), `duty.request-term` and `duty.fact-in-future`.
 */
export function checkedRequest(
  given: GivenRequest,
  { today, holidays }: { readonly today: CalendarDate; readonly holidays: Holidays },
): Result<AskedRequest> {
  const { on, workingDays, documentOn } = given;
  const [content, document] = [given.content.trim(), given.document?.trim() || null];
  if (content === "" && document === null) return fail("duty.request-empty");
  if (document !== null && documentOn === null) return fail("duty.request-undated", { number: document });
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > mostWorkingDays)
    return fail("duty.request-term", { most: mostWorkingDays });
  const late = [on, ...(document === null || documentOn === null ? [] : [documentOn])].find(
    (day) => day > today,
  );
  if (late) return fail("duty.fact-in-future", { on: late, today });
  const dueOn = addWorkingDays(on, workingDays, holidays);
  return succeed({
    ...{ content, document, documentOn: document === null ? null : documentOn },
    ...{ on, workingDays, dueOn },
  });
}

/** What is said of a request: it is answered or declined by the unit asked, taken back by who asked, or opened again. */
export type RequestFactKind = "answered" | "declined" | "withdrawn" | "reopened";

/** The latest dated facts of a request. */
export interface RequestFacts {
  readonly answeredOn: CalendarDate | null;
  readonly declinedOn: CalendarDate | null;
  readonly withdrawnOn: CalendarDate | null;
}

/** What a request is on a day. `overdue`: its working days are over; that is no lateness of a duty, and ranks nobody. */
export type RequestState = "waiting" | "overdue" | "answered" | "declined" | "withdrawn";

export function requestState(
  request: RequestFacts & { readonly dueOn: CalendarDate },
  today: CalendarDate,
): RequestState {
  if (request.withdrawnOn !== null) return "withdrawn";
  if (request.declinedOn !== null) return "declined";
  if (request.answeredOn !== null) return "answered";
  return request.dueOn < today ? "overdue" : "waiting";
}

/** For how many days a request has waited for its answer; null: it waits no more. */
export function requestAge(
  request: RequestFacts & { readonly on: CalendarDate; readonly dueOn: CalendarDate },
  today: CalendarDate,
): number | null {
  const state = requestState(request, today);
  return state === "waiting" || state === "overdue" ? Math.max(0, daysBetween(request.on, today)) : null;
}

/** On which side of a request somebody stands: who follows the register may record for both. */
export interface RequestSides {
  readonly asks: boolean;
  readonly isAsked: boolean;
}

/** What somebody may say of a request now. */
export function allowedRequestFacts(
  facts: RequestFacts,
  { asks, isAsked }: RequestSides,
): readonly RequestFactKind[] {
  if (facts.withdrawnOn !== null) return asks ? ["reopened"] : [];
  if (facts.answeredOn !== null || facts.declinedOn !== null) return isAsked ? ["reopened"] : [];
  return [...(isAsked ? (["answered", "declined"] as const) : []), ...(asks ? (["withdrawn"] as const) : [])];
}

/** What people are told of a request: it was asked, or what was said to it. */
export type ToldRequest = "asked" | Extract<RequestFactKind, "answered" | "declined">;

/** A fact of a request as it is given; `text` the answer, or the reason why it is declined. */
export interface GivenRequestFact {
  readonly kind: RequestFactKind;
  readonly on: CalendarDate;
  readonly text: string;
  readonly proofs: readonly Proof[];
}

/** A request after one more fact: what stands of it, with the answer or the reason. */
export interface AnsweredRequest extends RequestFacts {
  readonly answer: string | null;
  readonly proofs: readonly Proof[];
}

/**
 * A request after one more fact. Fails with `duty.request-over` (see `allowedRequestFacts`), `duty.fact-in-future`,
 * `duty.answer-early` (before it was asked), `duty.answer-empty`, `duty.reason-needed` for declining, and
 * `duty.link-wrong`.
 */
export function addRequestFact(
  request: RequestFacts & { readonly on: CalendarDate },
  { kind, on, text, proofs }: GivenRequestFact,
  sides: RequestSides,
  today: CalendarDate,
): Result<AnsweredRequest> {
  const open = { answeredOn: null, declinedOn: null, withdrawnOn: null, answer: null, proofs: [] };
  if (!allowedRequestFacts(request, sides).includes(kind)) return fail("duty.request-over", { kind });
  if (on > today) return fail("duty.fact-in-future", { on, today });
  if (on < request.on) return fail("duty.answer-early", { on, asked: request.on });
  const words = text.trim() || null;
  switch (kind) {
    case "reopened":
      return succeed(open);
    case "withdrawn":
      return succeed({ ...open, withdrawnOn: on });
    case "declined":
      return words === null
        ? fail("duty.reason-needed")
        : succeed({ ...open, declinedOn: on, answer: words });
    default: {
      if (words === null && proofs.length === 0) return fail("duty.answer-empty");
      const fault = faultOfProofs(proofs);
      if (fault) return { ok: false, failure: fault };
      return succeed({ ...open, answeredOn: on, answer: words, proofs });
    }
  }
}

/** A request with what stands of it, as a list shows it. */
export interface RequestRow extends AskedRequest, RequestFacts {
  readonly id: string;
  readonly duty: string;
  readonly task: { readonly id: string; readonly ref: string; readonly content: string };
  /** The lead that asks, as it holds its duty today, and the unit that is asked. */
  readonly from: DutyUnit;
  readonly to: DutyUnit;
  readonly answer: string | null;
  readonly proofs: readonly (Proof & { readonly id: string })[];
  readonly version: number;
}

/**
 * Whether the units that co-ordinate are still to be named: the document says "các đơn vị liên quan" and leaves it to the
 * lead which they are.
 */
export function isToBeNamed({ role, collective, nameKey }: TaskAddressee): boolean {
  return role === "with" && collective && /\blien quan\b/.test(nameKey);
}
