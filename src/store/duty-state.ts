import { type RawBuilder, sql } from "kysely";
import type { DutyState } from "../domain/duty/duty-state.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";

/**
 * The state of the duty under `d` as SQL, the twin of `dutyState` of `domain/duty`. A test compares the two on
 * generated histories.
 */
export function dutyStateSql({ today, startDay, soonDays }: StateRules): RawBuilder<DutyState> {
  return sql<DutyState>`case
    when d.confirmed_on is not null then
      case when d.owed and coalesce(d.submitted_on, d.confirmed_on) > d.last_day then 'doneLate' else 'done' end
    when d.withdrawn_on is not null then 'withdrawn'
    when d.submitted_on is not null then 'submitted'
    when not d.owed then 'requested'
    when d.sent_back_on is not null then 'sentBack'
    when d.last_day is null then 'noDeadline'
    when d.last_day < ${startDay}::date then 'beforeStart'
    when d.last_day < ${today}::date then case when coalesce(d.reported_on, d.unapproved_on) is null then 'silent' else 'late' end
    when d.last_day <= ${today}::date + ${soonDays}::int then 'dueSoon'
    else 'open' end`;
}

/** How many days the duty under `d` is or was late, the twin of `daysLate`. */
export function daysLateSql({ today, startDay }: Pick<StateRules, "today" | "startDay">): RawBuilder<number> {
  return sql<number>`case
    when d.last_day is null or not d.owed or d.withdrawn_on is not null or d.last_day < ${startDay}::date then 0
    else greatest(0, coalesce(d.submitted_on, d.confirmed_on, ${today}::date) - d.last_day) end`;
}

/** Whether a unit owes the duty under `d`, and its day, since the province began, has passed: it counts for a rate. */
export function fallenDueSql({
  today,
  startDay,
}: Pick<StateRules, "today" | "startDay">): RawBuilder<boolean> {
  return sql<boolean>`(d.owed and d.withdrawn_on is null and d.last_day < ${today}::date
    and (${startDay}::date is null or d.last_day >= ${startDay}::date))`;
}
