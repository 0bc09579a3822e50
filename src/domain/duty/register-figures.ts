import type { CalendarDate } from "../basics/calendar-date.ts";
import type { Clear } from "../reading/findings.ts";
import type { OccurrenceState } from "./occurrence-state.ts";

/** Tasks by the state of the occurrence that stands for each. */
export type StateCounts = Readonly<Record<OccurrenceState, number>>;

/** No task in any state. */
export const noStates: StateCounts = {
  ...{ late: 0, dueSoon: 0, open: 0, noDeadline: 0, doneLate: 0, done: 0, withdrawn: 0, beforeStart: 0 },
};

/** What the register says first. General exhortations count in `general` alone. */
export interface OverviewFigures {
  readonly today: CalendarDate;
  readonly startDay: CalendarDate | null;
  readonly soonDays: number;
  /** Occurrences that fell due before the start day and are not filled. */
  readonly beforeStart: number;
  /** Tasks with a target that another act sets and that has no plan for the running year. */
  readonly withoutPlan: number;
  readonly total: number;
  readonly general: number;
  readonly states: StateCounts;
  readonly units: readonly {
    readonly key: string;
    readonly name: string;
    readonly late: number;
    readonly dueSoon: number;
  }[];
  readonly groups: readonly {
    readonly name: string | null;
    readonly late: number;
    readonly dueSoon: number;
  }[];
  readonly unclear: Readonly<Record<Clear | "any", number>>;
  readonly documents: { readonly total: number; readonly toReview: number };
  readonly findings: { readonly undecided: number; readonly unplaced: number };
}

/** A unit with parts in tasks, or a name in tasks that is no unit yet; its states are those of the tasks that it leads. */
export interface UnitFigures {
  /** The unit's id, or the name folded. */
  readonly key: string;
  readonly name: string;
  readonly unit: boolean;
  /** The last day of a unit that ended. */
  readonly closed: CalendarDate | null;
  readonly collective: boolean;
  readonly leads: number;
  readonly coordinates: number;
  readonly states: StateCounts;
}

/** Tasks with an occurrence due in a quarter; late and done are those of which one in this quarter is. */
export interface TimelineCell {
  readonly year: number;
  readonly quarter: number;
  readonly tasks: number;
  readonly late: number;
  readonly done: number;
}

export interface TimelineFigures {
  readonly today: CalendarDate;
  readonly from: number;
  readonly to: number;
  readonly quarters: readonly TimelineCell[];
  readonly groups: readonly { readonly name: string | null; readonly quarters: readonly TimelineCell[] }[];
  /** Tasks without any deadline. */
  readonly undated: number;
  /** Tasks all of whose deadlines are outside the years. */
  readonly outside: number;
}
