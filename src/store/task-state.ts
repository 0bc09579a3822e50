import { type RawBuilder, sql } from "kysely";
import type { OccurrenceState, StateRules } from "../domain/duty/occurrence-state.ts";

/** The columns that a state is made of, as SQL. */
interface StateColumns {
  readonly lastDay: RawBuilder<unknown>;
  readonly doneOn: RawBuilder<unknown>;
  readonly withdrawnOn: RawBuilder<unknown>;
}

/** The columns of an occurrence under the alias `o`; a withdrawn task withdraws what is open of it. */
export const occurrenceColumns: StateColumns = {
  lastDay: sql`o.last_day`,
  doneOn: sql`o.done_on`,
  withdrawnOn: sql`coalesce(t.withdrawn_on, o.withdrawn_on)`,
};

/** The columns of a task under the alias `t`. */
export const taskColumns: StateColumns = {
  lastDay: sql`t.current_last_day`,
  doneOn: sql`t.current_done_on`,
  withdrawnOn: sql`coalesce(t.withdrawn_on, t.current_withdrawn_on)`,
};

/**
 * The state as SQL, the twin of `occurrenceState` of `domain/duty`: a text that is one of its words. A test compares
 * the two on generated rows.
 */
export function stateSql(
  { lastDay, doneOn, withdrawnOn }: StateColumns,
  { today, startDay, soonDays }: StateRules,
): RawBuilder<OccurrenceState> {
  return sql<OccurrenceState>`case
    when ${doneOn} is not null then case when ${doneOn} > ${lastDay} then 'doneLate' else 'done' end
    when ${withdrawnOn} is not null then 'withdrawn'
    when ${lastDay} is null then 'noDeadline'
    when ${lastDay} < ${startDay}::date then 'beforeStart'
    when ${lastDay} < ${today}::date then 'late'
    when ${lastDay} <= ${today}::date + ${soonDays}::int then 'dueSoon'
    else 'open' end`;
}
