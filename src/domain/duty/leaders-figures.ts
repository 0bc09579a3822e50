import type { CalendarDate } from "../basics/calendar-date.ts";
import type { UnitKind } from "../organisation/unit.ts";
import type { ProposalKind } from "./change-proposal.ts";
import type { DutyStep } from "./duty.ts";
import type { DutyState } from "./duty-state.ts";
import type { Month } from "./month.ts";

/** What is late of one unit or group now, since when, and how often it was urged. */
export interface LateFigures {
  /** Late or silent. */
  readonly late: number;
  /** The last day of the one that is late longest; null: none is. */
  readonly since: CalendarDate | null;
  /** Of these, how many were urged over their last day; and all times together. */
  readonly urged: number;
  readonly times: number;
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

/**
 * What waits for a decision: more time asked for, what was submitted and lies at a step or nowhere that was recorded
 * (`none`: to be confirmed), reports that wait for the head of their unit, and what units propose of their tasks.
 */
export type WaitingFor = "asked" | "head" | DutyStep | "none" | ProposalKind;

/** How many duties, or proposals, wait for one decision, since when, and whose the oldest is. */
export interface LeadersWaiting {
  readonly what: WaitingFor;
  readonly count: number;
  readonly since: CalendarDate;
  readonly oldest: string;
}

/** What leaders see on one page. */
export interface LeadersFigures {
  readonly today: CalendarDate;
  readonly states: readonly { readonly state: DutyState; readonly count: number }[];
  readonly waiting: readonly LeadersWaiting[];
  readonly months: readonly Month[];
  /** The most late first; units without a duty that fell due are left out. */
  readonly units: readonly LeadersUnit[];
  /** Title "": no group. */
  readonly groups: readonly ({ readonly title: string } & LateFigures)[];
}
