import { type CalendarDate, partsOf } from "../basics/calendar-date.ts";
import type { UnitKind } from "../organisation/unit.ts";
import type { DutyState } from "./duty-state.ts";

/** A month, "2026-11". */
export type Month = string;

/** What is late of one unit or group now, and since when. */
export interface LateFigures {
  /** Late or silent. */
  readonly late: number;
  /** The last day of the one that is late longest; null: none is. */
  readonly since: CalendarDate | null;
}

/**
 * A unit's duties as facts. `due` are those it owes whose last day has passed: in time, late or silent, `due = inTime +
 * late + silent`, where late are also those handed in or done after their day.
 */
export interface LeadersUnit {
  readonly id: string;
  readonly name: string;
  readonly kind: UnitKind;
  readonly now: LateFigures;
  readonly due: number;
  readonly inTime: number;
  readonly late: number;
  readonly silent: number;
  /** Late or silent ones by the month of their last day; months without any are left out. */
  readonly months: Readonly<Record<Month, number>>;
}

/** What leaders see on one page. */
export interface LeadersFigures {
  readonly today: CalendarDate;
  readonly states: readonly { readonly state: DutyState; readonly count: number }[];
  /** Open requests for more time. */
  readonly asked: number;
  readonly months: readonly Month[];
  readonly units: readonly LeadersUnit[];
  /** Title "" : no group. */
  readonly groups: readonly ({ readonly title: string } & LateFigures)[];
}

/** The months that end with the one of a day, the oldest first. */
export function monthsUntil(today: CalendarDate, count: number): readonly Month[] {
  const { year, month } = partsOf(today);
  return Array.from({ length: count }, (_, at) => {
    const since = year * 12 + month - count + at;
    return `${Math.floor(since / 12)}-${String((since % 12) + 1).padStart(2, "0")}`;
  });
}
