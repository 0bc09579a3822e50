import { sql } from "kysely";
import type { YearFigures } from "../domain/duty/fact-sheet.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import type { UnitKind } from "../domain/organisation/unit.ts";
import { urgedSteps } from "./duty-filter.ts";
import { daysLateSql, dutyStateSql, fallenDueSql } from "./duty-state.ts";
import type { Sight } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A unit with its year. */
export type UnitYear = YearFigures & { readonly id: string; readonly name: string; readonly kind: UnitKind };

/** The year of all units of the kind of one, itself among them; none when there is no such unit. One statement. */
export async function loadYears(
  transaction: ProvinceTransaction,
  { province }: Sight,
  request: { readonly unit: string; readonly year: number },
  rules: StateRules,
): Promise<readonly UnitYear[]> {
  const { unit, year } = request;
  const { rows } = await sql<UnitYear>`
    with peer as materialized (
      select h.id, h.name, h.kind from unit h
       where h.province_id = ${province}
         and h.kind = (select k.kind from unit k where k.province_id = ${province} and k.id = ${unit}::uuid)),
    base as materialized (
      select d.holder_id as holder, ${dutyStateSql(rules)} as state, ${daysLateSql(rules)} as days, d.confirmed_on,
             d.product, d.extensions, (select count(*) from (${urgedSteps}) u)::int as times
        from duty d
       where d.province_id = ${province} and d.holder_id = any (select id from peer)
         and d.last_day >= make_date(${year}::int, 1, 1) and d.last_day < make_date(${year}::int + 1, 1, 1)
         and ${fallenDueSql(rules)})
    select p.id, p.name, p.kind, count(b.holder)::int as due,
           count(*) filter (where days = 0)::int as "inTime",
           count(*) filter (where days > 0 and state <> 'silent')::int as late,
           count(*) filter (where state = 'silent')::int as silent,
           count(*) filter (where state in ('done', 'doneLate'))::int as done,
           count(*) filter (where state = 'doneLate')::int as "doneLate",
           count(*) filter (where state in ('late', 'silent', 'sentBack'))::int as "openLate",
           count(*) filter (where state = 'submitted')::int as claimed,
           count(*) filter (where confirmed_on is not null and product is not null)::int as proven,
           count(*) filter (where extensions > 0)::int as extended,
           coalesce(sum(extensions), 0)::int as extensions,
           count(*) filter (where times > 0)::int as urged, coalesce(sum(times), 0)::int as times
      from peer p left join base b on b.holder = p.id
     group by p.id, p.name, p.kind`.execute(transaction);
  return rows;
}
