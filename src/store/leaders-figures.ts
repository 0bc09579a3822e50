import { sql } from "kysely";
import { type LeadersFigures, monthsUntil } from "../domain/duty/leaders-figures.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { dutiesInSight } from "./duty-filter.ts";
import { daysLateSql, dutyStateSql } from "./duty-state.ts";
import type { Sight } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** Months of the heat map. */
const monthsShown = 12;

/** The figures of the leaders' page. One statement. */
export async function loadLeadersFigures(
  transaction: ProvinceTransaction,
  sight: Sight,
  rules: StateRules,
): Promise<LeadersFigures> {
  const months = monthsUntil(rules.today, monthsShown);
  const { rows } = await sql<Pick<LeadersFigures, "states" | "asked" | "units" | "groups">>`
    with base as materialized (
      select d.holder_id as holder, t.group_title as title, d.last_day, d.asked_on, ${dutyStateSql(rules)} as state,
             ${daysLateSql(rules)} as days,
             d.owed and d.withdrawn_on is null and d.last_day < ${rules.today}::date
               and (${rules.startDay}::date is null or d.last_day >= ${rules.startDay}::date) as judged
        from duty d join task t on t.province_id = d.province_id and t.id = d.task_id
       where ${dutiesInSight(sight)}),
    by_month as (
      select holder, to_char(last_day, 'YYYY-MM') as month, count(*)::int as count from base
       where judged and (days > 0 or state = 'silent') and last_day >= ${`${months[0]}-01`}::date group by 1, 2),
    by_unit as (
      select holder, count(*) filter (where state in ('late', 'silent'))::int as open_late,
             min(last_day) filter (where state in ('late', 'silent')) as since,
             count(*) filter (where judged)::int as due,
             count(*) filter (where judged and days = 0)::int as in_time,
             count(*) filter (where judged and days > 0 and state <> 'silent')::int as late,
             count(*) filter (where judged and state = 'silent')::int as silent
        from base group by holder),
    by_group as (
      select coalesce(title, '') as title, count(*)::int as late, min(last_day) as since from base
       where state in ('late', 'silent') group by 1)
    select
      (select coalesce(json_agg(json_build_object('state', state, 'count', count)), '[]')
         from (select state, count(*)::int from base group by state) s) as states,
      (select count(*)::int from base where asked_on is not null) as asked,
      (select coalesce(json_agg(json_build_object('id', h.id, 'name', h.name, 'kind', h.kind,
                'now', json_build_object('late', u.open_late, 'since', u.since), 'due', u.due, 'inTime', u.in_time,
                'late', u.late, 'silent', u.silent,
                'months', (select coalesce(json_object_agg(m.month, m.count), '{}') from by_month m
                            where m.holder = u.holder)) order by u.open_late desc, u.since, h.position), '[]')
         from by_unit u join unit h on h.province_id = ${sight.province} and h.id = u.holder
        where u.due > 0) as units,
      (select coalesce(json_agg(json_build_object('title', title, 'late', late, 'since', since)
                order by late desc, since), '[]') from by_group) as groups`.execute(transaction);
  const [row] = rows;
  if (!row) throw new Error("a statement without FROM gives one row");
  return { today: rules.today, months, ...row };
}
