import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { GivenDutyFact } from "../domain/duty/duty-fact.ts";
import type { RebuiltDuty } from "../domain/duty/rebuilt-duty.ts";
import type { ProvinceId } from "./database.ts";
import { standingColumns } from "./duty-facts.ts";
import { provesSomething } from "./reports.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A duty as its row says, with all that was recorded of it in order, and the days that it was given apart. */
export interface DutyWithFacts {
  readonly row: RebuiltDuty & { readonly id: string };
  readonly givenDueOn: CalendarDate | null;
  /** The day of the report that waits for the head of the unit, from the report itself. */
  readonly waitingSince: CalendarDate | null;
  /** The day of the latest approved report that proves something, from the reports themselves. */
  readonly provedOn: CalendarDate | null;
  readonly facts: readonly GivenDutyFact[];
}

/**
 * Duties with their facts in the order of their ids: those after an id, so many; or some by their ids, locked. What is
 * recorded in one moment is in the order in which it is said: taken back first, then said anew. One statement.
 */
export async function loadDutiesWithFacts(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  which: { readonly after: string | null; readonly limit: number } | { readonly ids: readonly string[] },
): Promise<readonly DutyWithFacts[]> {
  const chosen =
    "ids" in which
      ? sql`and d.id = any (${which.ids}::uuid[]) order by d.id for update`
      : sql`and (${which.after}::uuid is null or d.id > ${which.after}::uuid) order by d.id limit ${which.limit}`;
  const { rows } = await sql<{
    row: DutyWithFacts["row"];
    givenDueOn: CalendarDate | null;
    waitingSince: CalendarDate | null;
    provedOn: CalendarDate | null;
    facts: readonly (readonly (string | null)[])[] | null;
  }>`
    with chosen as (
      select ${standingColumns}, d.given_due_on as "givenDueOn"
        from duty d where d.province_id = ${province} ${chosen}),
    said as (
      select f.duty_id, json_agg(json_build_array(f.kind, f.on_day, f.due_on, f.last_day, f.step, f.product)
               order by f.at, f.kind <> 'reopened', f.id) as facts
        from duty_fact f where f.province_id = ${province} and f.duty_id in (select id from chosen) group by 1),
    waiting as (
      select distinct on (r.duty_id) r.duty_id, r.approved_on,
             (r.written_at at time zone 'Asia/Ho_Chi_Minh')::date as written_on
        from report r where r.province_id = ${province} and r.duty_id in (select id from chosen)
       order by r.duty_id, r.number desc),
    proved as (
      select r.duty_id, max(r.approved_on) as proved_on from report r
       where r.province_id = ${province} and r.duty_id in (select id from chosen) and ${provesSomething} group by 1)
    select to_json(c) as row, c."givenDueOn", s.facts,
           case when w.approved_on is null then w.written_on end as "waitingSince",
           p.proved_on as "provedOn"
      from chosen c left join said s on s.duty_id = c.id left join waiting w on w.duty_id = c.id
      left join proved p on p.duty_id = c.id
     order by c.id`.execute(transaction);
  return rows.map(({ facts, ...rest }) => ({ ...rest, facts: (facts ?? []).map(factOf) }));
}

/** A fact as it comes: kind, day, new day, new last day, step, product. */
function factOf([kind, on, dueOn, lastDay, step, product]: readonly (string | null)[]): GivenDutyFact {
  // The columns have checks and types that say so.
  return { kind, on, dueOn, lastDay: lastDay ?? dueOn, step, product } as GivenDutyFact;
}
