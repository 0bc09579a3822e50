import type { CalendarDate } from "../basics/calendar-date.ts";
import { daysBetween, type StateRules } from "./occurrence-state.ts";

/**
 * What a duty is on a day. `silent`: it is late and the unit has said nothing at all, not even to its own head; `submitted`: the unit has handed
 * its product in, and others have to act; `sentBack`: asked for more; `requested`: the province can only ask for it.
 */
export type DutyState =
  | "sentBack"
  | "silent"
  | "late"
  | "dueSoon"
  | "open"
  | "noDeadline"
  | "submitted"
  | "requested"
  | "beforeStart"
  | "doneLate"
  | "done"
  | "withdrawn";

/** All states, those that need the unit first. */
export const dutyStates: readonly DutyState[] = [
  "sentBack",
  "silent",
  "late",
  "dueSoon",
  "open",
  "noDeadline",
  "submitted",
  "requested",
  "beforeStart",
  "doneLate",
  "done",
  "withdrawn",
];

/** States in which the unit itself still has to act. */
export const awaitingStates: readonly DutyState[] = [
  "sentBack",
  "silent",
  "late",
  "dueSoon",
  "open",
  "noDeadline",
  "requested",
];

/** What the state of a duty is made of: its last day in time and the latest fact of each kind. */
export interface DutyTimes {
  readonly owed: boolean;
  readonly lastDay: CalendarDate | null;
  readonly reportedOn: CalendarDate | null;
  /** A report was written that waits for the head of the unit since this day. */
  readonly unapprovedOn: CalendarDate | null;
  readonly submittedOn: CalendarDate | null;
  readonly sentBackOn: CalendarDate | null;
  readonly confirmedOn: CalendarDate | null;
  readonly withdrawnOn: CalendarDate | null;
}

/**
 * The state of a duty on a day. A unit is in time by the day on which it submitted, however long others take to confirm.
 */
export function dutyState(duty: DutyTimes, { today, startDay, soonDays }: StateRules): DutyState {
  const { lastDay, submittedOn, confirmedOn } = duty;
  if (confirmedOn !== null)
    return lastDay === null || !duty.owed || (submittedOn ?? confirmedOn) <= lastDay ? "done" : "doneLate";
  if (duty.withdrawnOn !== null) return "withdrawn";
  if (submittedOn !== null) return "submitted";
  if (!duty.owed) return "requested";
  if (duty.sentBackOn !== null) return "sentBack";
  if (lastDay === null) return "noDeadline";
  if (startDay !== null && lastDay < startDay) return "beforeStart";
  if (lastDay < today) return duty.reportedOn === null && duty.unapprovedOn === null ? "silent" : "late";
  return daysBetween(today, lastDay) <= soonDays ? "dueSoon" : "open";
}

/**
 * How many days a duty is or was late: to the day of submission, else to today; 0 when in time, never owed, withdrawn,
 * without a deadline, or due before the start day.
 */
export function daysLate(
  duty: DutyTimes,
  { today, startDay }: Pick<StateRules, "today" | "startDay">,
): number {
  const { lastDay } = duty;
  if (lastDay === null || !duty.owed || duty.withdrawnOn !== null) return 0;
  if (startDay !== null && lastDay < startDay) return 0;
  return Math.max(0, daysBetween(lastDay, duty.submittedOn ?? duty.confirmedOn ?? today));
}

/**
 * The five classes by which assigned tasks are counted in the country, as the systems of the Government Office count
 * them (following of tasks: Quyết định 42/2014/QĐ-TTg, amended by 23/2018/QĐ-TTg).
 */
export type NationalClass = "doneInTime" | "doneLate" | "openInTime" | "openLate" | "noDeadline";

/** The class of a duty; null for what is not counted: withdrawn, only asked for, or due before the start day. */
export function nationalClass(duty: DutyTimes, rules: StateRules): NationalClass | null {
  const state = dutyState(duty, rules);
  if (state === "withdrawn" || state === "beforeStart" || !duty.owed) return null;
  if (state === "done") return "doneInTime";
  if (state === "doneLate") return "doneLate";
  if (duty.lastDay === null) return "noDeadline";
  return daysLate(duty, rules) > 0 ? "openLate" : "openInTime";
}
