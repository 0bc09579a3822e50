import type { CalendarDate } from "../basics/calendar-date.ts";
import { type DueSettings, dueDayAgain } from "./due-day.ts";
import { occurrenceState, type StateRules } from "./occurrence-state.ts";
import type { TaskOccurrence } from "./task.ts";

/** An open occurrence whose due day hangs on the settings of the province. */
export interface CountedOccurrence extends TaskOccurrence {
  readonly id: string;
  readonly task: string;
  readonly assignedOn: CalendarDate;
  /** Something was recorded of it: it stays as it was counted. */
  readonly touched: boolean;
}

/** What becomes of open occurrences when due days are counted otherwise: looked at = moved + kept + same. */
export interface DueRecount {
  readonly moved: readonly CountedOccurrence[];
  /** Would have another day, but something was recorded of them. */
  readonly kept: number;
  readonly same: number;
  /** Of the moved: they become late, or are late no longer. */
  readonly becomeLate: number;
  readonly nowInTime: number;
}

/** Counts open occurrences anew by other settings; `rules` say what is late. */
export function recountDueDays(
  occurrences: readonly CountedOccurrence[],
  settings: DueSettings,
  rules: StateRules,
): DueRecount {
  const recounted = occurrences
    .map((before) => ({ before, after: { ...before, ...dueDayAgain(before, before.assignedOn, settings) } }))
    .filter(({ before, after }) => before.lastDay !== after.lastDay || before.dueOn !== after.dueOn);
  const moved = recounted.filter(({ before }) => !before.touched);
  const isLate = ({ lastDay }: TaskOccurrence) =>
    occurrenceState(lastDay, { doneOn: null, withdrawnOn: null }, rules) === "late";
  return {
    moved: moved.map(({ after }) => after),
    ...{ kept: recounted.length - moved.length, same: occurrences.length - recounted.length },
    becomeLate: moved.filter(({ before, after }) => !isLate(before) && isLate(after)).length,
    nowInTime: moved.filter(({ before, after }) => isLate(before) && !isLate(after)).length,
  };
}
