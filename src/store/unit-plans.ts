import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Failure } from "../domain/basics/result.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./unit-tables.ts";

/** A change of the tree that is decided for a day to come. `wish` is what was asked for, as JSON keeps it. */
export interface KeptPlan {
  readonly id: string;
  readonly on: CalendarDate;
  readonly wish: unknown;
  /** Units that are there and that it names. */
  readonly units: readonly string[];
  readonly document: string | null;
  readonly note: string | null;
  readonly at: Date;
  readonly who: string;
  /** Why it could not be made on its day. */
  readonly failure: Failure | null;
}

/** A plan as a page shows it: who decided it by his name, and the names of its units. */
export interface ShownPlan extends KeptPlan {
  readonly names: readonly { readonly id: string; readonly name: string }[];
}

/** Keeps a plan. */
export async function insertPlan(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { id, on, wish, units, document, note, at, who }: Omit<KeptPlan, "failure">,
): Promise<void> {
  await transaction
    .insertInto("unit_plan")
    .values({
      ...{ province_id: province, id, on_day: on, wish: jsonText(wish), units: jsonText(units) },
      ...{ document, note, at, who },
    })
    .execute();
}

/** The plans of a province by their days. One statement. */
export async function loadPlans(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<readonly ShownPlan[]> {
  const { rows } = await sql<ShownPlan>`
    select p.id, p.on_day as "on", p.wish, p.units, p.document, p.note, p.at, coalesce(h.name, p.who) as who, p.failure,
           coalesce((select json_agg(json_build_object('id', u.id, 'name', u.name)) from unit u
                      where u.province_id = p.province_id
                        and u.id in (select value::uuid from jsonb_array_elements_text(p.units))), '[]') as names
      from unit_plan p
      left join person h on h.province_id = p.province_id and h.id = p.who
     where p.province_id = ${province} order by p.on_day, p.at, p.id`.execute(transaction);
  return rows;
}

/** The first plan that is due on a day and was not tried in vain, locked; null: there is none. One statement. */
export async function takeDuePlan(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  day: CalendarDate,
): Promise<KeptPlan | null> {
  const { rows } = await sql<KeptPlan>`
    select id, on_day as "on", wish, units, document, note, at, who, failure from unit_plan
     where province_id = ${province} and on_day <= ${day}::date and failure is null
     order by on_day, at, id limit 1 for update`.execute(transaction);
  return rows[0] ?? null;
}

/** Takes a plan away: it was made or cancelled. Gives it; null: there is none. One statement. */
export async function deletePlan(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
): Promise<KeptPlan | null> {
  const { rows } = await sql<KeptPlan>`
    delete from unit_plan where province_id = ${province} and id = ${id}::uuid
    returning id, on_day as "on", wish, units, document, note, at, who, failure`.execute(transaction);
  return rows[0] ?? null;
}

/** Keeps why a plan could not be made on its day. */
export async function failPlan(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
  failure: Failure,
): Promise<void> {
  await sql`update unit_plan set failure = ${jsonText(failure)}::jsonb
     where province_id = ${province} and id = ${id}::uuid`.execute(transaction);
}
