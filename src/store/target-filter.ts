import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";

/**
 * Tasks under the alias `t` with a target whose figure another act sets and that has no plan for the year of a day, though
 * something of it is due then: neither one for all together nor one for every unit that owes it.
 */
export function missingPlanCondition(today: CalendarDate): RawBuilder<unknown> {
  const year = sql`extract(year from ${today}::date)::int`;
  const first = sql`make_date(${year}, 1, 1)`;
  const last = sql`make_date(${year}, 12, 31)`;
  const within = sql`(o.due_on is null or (o.due_on >= ${first} and coalesce(o.starts_on, o.due_on) <= ${last}))`;
  const plans = sql`select from target_plan p where p.province_id = t.province_id and p.task_id = t.id
    and p.measure = g ->> 'measure' and left(p.period, 4)::int <= ${year} and right(p.period, 4)::int >= ${year}`;
  const owing = sql`from duty d join occurrence o on o.province_id = d.province_id and o.id = d.occurrence_id
    where d.province_id = t.province_id and d.task_id = t.id and d.owed and d.withdrawn_on is null and ${within}`;
  return sql`(t.targets @> '[{"op": "external"}]' and t.withdrawn_on is null and not t.general
    and exists (select from occurrence o where o.province_id = t.province_id and o.task_id = t.id
                   and o.withdrawn_on is null and ${within})
    and exists (
      select from jsonb_array_elements(t.targets) g where g ->> 'op' = 'external'
         and not (g ->> 'scope' is distinct from 'each' and exists (${plans} and p.unit_id is null))
         and not (exists (select ${owing}) and not exists (
           select distinct d.unit_id ${owing} and not exists (${plans} and p.unit_id in (d.unit_id, d.holder_id))))))`;
}
