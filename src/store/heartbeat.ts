import { type RawBuilder, sql } from "kysely";
import { type Heartbeat, type HeartbeatRules, heartbeatWindow } from "../domain/duty/heartbeat.ts";

/** The columns that a heartbeat is made of, as SQL. */
interface HeartbeatColumns {
  readonly period: RawBuilder<unknown>;
  readonly startsOn: RawBuilder<unknown>;
  readonly provedOn: RawBuilder<unknown>;
}

/** The latest proof of the unit that holds the duty `d` in all its duties of the task. */
export const provedByUnit = sql`(select max(b.proved_on) from duty b
  where b.province_id = d.province_id and b.task_id = d.task_id and b.holder_id = d.holder_id)`;

/** The duty `d` of the task `t` has a heartbeat: it is owed, has no day, and is not over. */
export const hasHeartbeat = sql`(t.heartbeat is not null and d.owed and d.last_day is null
  and d.confirmed_on is null and d.withdrawn_on is null)`;

/**
 * The heartbeat as SQL, the twin of `heartbeatOf` of `domain/duty` by the window of its period. A test compares the two on
 * generated rows.
 */
export function heartbeatSql(
  { period, startsOn, provedOn }: HeartbeatColumns,
  rules: HeartbeatRules,
): RawBuilder<Heartbeat> {
  const { proofFrom, startFrom } = heartbeatWindow("return", rules);
  const from = (day: string) => sql`case when ${period} = 'return' then ${day}::date
    else (${rules.today}::date - (${period})::interval)::date end`;
  return sql<Heartbeat>`case
    when ${provedOn} >= ${from(proofFrom)} then 'beating'
    when ${startsOn} >= ${from(startFrom)} then 'notYet'
    when ${provedOn} is null then 'never'
    else 'stopped' end`;
}
