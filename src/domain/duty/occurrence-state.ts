import type { CalendarDate } from "../basics/calendar-date.ts";

/**
 * What an occurrence is on a day. `beforeStart`: it fell due before the province began to use the register, and nobody
 * has filled it; it is never late.
 */
export type OccurrenceState =
  | "late"
  | "dueSoon"
  | "open"
  | "noDeadline"
  | "doneLate"
  | "done"
  | "withdrawn"
  | "beforeStart";

/** All states, those that need a person first. */
export const occurrenceStates: readonly OccurrenceState[] = [
  "late",
  "dueSoon",
  "open",
  "noDeadline",
  "doneLate",
  "done",
  "withdrawn",
  "beforeStart",
];

/** The latest dated facts of an occurrence; a completion or withdrawal that was taken back is null again. */
export interface OccurrenceFacts {
  readonly doneOn: CalendarDate | null;
  readonly withdrawnOn: CalendarDate | null;
}

/** How a province counts: what was due before `startDay` is never late; `soonDays` before the last day it is due soon. */
export interface StateRules {
  readonly today: CalendarDate;
  readonly startDay: CalendarDate | null;
  readonly soonDays: number;
}

/** The state of an occurrence from its last day in time, its facts and the rules of the province on a day. */
export function occurrenceState(
  lastDay: CalendarDate | null,
  { doneOn, withdrawnOn }: OccurrenceFacts,
  { today, startDay, soonDays }: StateRules,
): OccurrenceState {
  if (doneOn !== null) return lastDay === null || doneOn <= lastDay ? "done" : "doneLate";
  if (withdrawnOn !== null) return "withdrawn";
  if (lastDay === null) return "noDeadline";
  if (startDay !== null && lastDay < startDay) return "beforeStart";
  if (lastDay < today) return "late";
  return daysBetween(today, lastDay) <= soonDays ? "dueSoon" : "open";
}

/** Days from today to the last day, negative when it is past; null when nothing is awaited. */
export function daysLeft(
  state: OccurrenceState,
  lastDay: CalendarDate | null,
  today: CalendarDate,
): number | null {
  const isAwaited = state === "late" || state === "dueSoon" || state === "open";
  return isAwaited && lastDay !== null ? daysBetween(today, lastDay) : null;
}

/**
 * The occurrence that stands for a task: the first that is open, else the latest of those left open from before the
 * start day, else the latest that was done, else the latest withdrawn. Null when there is none.
 */
export function currentOccurrence<
  T extends OccurrenceFacts & { readonly key: string; readonly lastDay: CalendarDate | null },
>(occurrences: readonly T[], startDay: CalendarDate | null): T | null {
  const rank = (one: T) => {
    if (one.doneOn !== null) return 2;
    if (one.withdrawnOn !== null) return 3;
    return startDay !== null && one.lastDay !== null && one.lastDay < startDay ? 1 : 0;
  };
  const order = (a: T, b: T) => {
    const first = rank(a);
    if (first !== rank(b)) return first - rank(b);
    const [early, late] = first === 0 ? [a, b] : [b, a];
    // Those without a deadline stand last in each rank.
    if (a.lastDay === null || b.lastDay === null)
      return Number(a.lastDay === null) - Number(b.lastDay === null) || compare(a.key, b.key);
    return compare(early.lastDay ?? "", late.lastDay ?? "") || compare(a.key, b.key);
  };
  return occurrences.toSorted(order)[0] ?? null;
}

const day = 86_400_000;

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / day);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
