import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { CollectiveRule } from "../domain/organisation/collective-rule.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./unit-tables.ts";

/** A named rule of a province. */
export interface Collective {
  readonly id: string;
  readonly name: string;
  readonly rule: CollectiveRule;
  readonly version: number;
}

/** Words that tasks use for addressees: for how many, and the days of the first and the last of them. */
export interface MetWords {
  readonly key: string;
  readonly words: string;
  readonly tasks: number;
  readonly firstDay: CalendarDate;
  readonly lastDay: CalendarDate;
}

/** The collectives of a province by name. One statement. */
export function loadCollectives(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<readonly Collective[]> {
  return transaction
    .selectFrom("collective")
    .select(["id", "name", "rule", "version"])
    .where("province_id", "=", province)
    .orderBy("name")
    .execute();
}

/** Enters a collective. */
export async function insertCollective(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { id, name, rule }: Omit<Collective, "version">,
): Promise<void> {
  await transaction
    .insertInto("collective")
    .values({ province_id: province, id, name: plainText(name), rule: jsonText(rule) })
    .execute();
}

/** Writes name and rule of a collective and counts its version up. */
export async function updateCollective(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { id, name, rule, version }: Collective,
): Promise<void> {
  await transaction
    .updateTable("collective")
    .set({ name: plainText(name), rule: jsonText(rule), version: version + 1 })
    .where("province_id", "=", province)
    .where("id", "=", id)
    .execute();
}

/** The words for collectives in the register, the most used first, with the collective that they are bound to. */
export async function loadMetWordings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<readonly (MetWords & { readonly collective: string | null })[]> {
  const { rows } = await sql<MetWords & { readonly collective: string | null }>`
    select a.name_key as key, mode() within group (order by a.name) as words, count(distinct a.task_id)::int as tasks,
           min(t.assigned_on) as "firstDay", max(t.assigned_on) as "lastDay", w.collective_id as collective
      from task_addressee a
      join task t on t.province_id = a.province_id and t.id = a.task_id
      left join collective_wording w on w.province_id = a.province_id and w.wording_key = a.name_key
     where a.province_id = ${province} and a.collective
     group by a.name_key, w.collective_id order by tasks desc, words`.execute(transaction);
  return rows;
}

/** Names in tasks that are no unit yet, the most used first. One statement. */
export async function loadUnknownNames(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<readonly MetWords[]> {
  const { rows } = await sql<MetWords>`
    select a.name_key as key, mode() within group (order by a.name) as words, count(distinct a.task_id)::int as tasks,
           min(t.assigned_on) as "firstDay", max(t.assigned_on) as "lastDay"
      from task_addressee a join task t on t.province_id = a.province_id and t.id = a.task_id
     where a.province_id = ${province} and not a.collective
       and not exists (select from task_party p where p.province_id = a.province_id and p.task_id = a.task_id
                          and p.position = a.position)
     group by a.name_key order by tasks desc, words`.execute(transaction);
  return rows;
}

/** Wordings that are bound to a collective. */
export async function loadWordingsOf(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  collective: string,
): Promise<readonly string[]> {
  const rows = await transaction
    .selectFrom("collective_wording")
    .select("wording_key")
    .where("province_id", "=", province)
    .where("collective_id", "=", collective)
    .execute();
  return rows.map(({ wording_key }) => wording_key);
}

/** Binds words to a collective in place of what they were bound to; null: to none. */
export async function bindWording(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { key, words }: Pick<MetWords, "key" | "words">,
  bound: { readonly collective: string; readonly at: Date; readonly who: string } | null,
): Promise<void> {
  await sql`delete from collective_wording where province_id = ${province} and wording_key = ${key}`.execute(
    transaction,
  );
  if (bound === null) return;
  await transaction
    .insertInto("collective_wording")
    .values({
      ...{ province_id: province, wording_key: key, wording: plainText(words) },
      ...{ collective_id: bound.collective, bound_at: bound.at, bound_by: bound.who },
    })
    .execute();
}
