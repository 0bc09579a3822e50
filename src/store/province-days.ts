import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { type Holidays, type ProvinceDay, withProvinceDays } from "../domain/calendar/holidays.ts";
import type { ProvinceId } from "./database.ts";
import { plainText } from "./json-text.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A day that a province adds: off, or worked. */
export interface KeptDay {
  readonly day: CalendarDate;
  readonly off: boolean;
  readonly name: string;
}

/** The days that a province adds, in order. One statement. */
export async function loadProvinceDays(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<readonly KeptDay[]> {
  const { rows } = await sql<KeptDay>`
    select day, is_off as off, name from province_day where province_id = ${province} order by day`.execute(
    transaction,
  );
  return rows;
}

/** The days off of the country with those that a province adds. One statement. */
export async function loadHolidays(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  lawful: Holidays,
): Promise<Holidays> {
  const days = await loadProvinceDays(transaction, province);
  const added = days.map(({ day, off, name }): ProvinceDay => ({ day, off, vi: name, en: name }));
  return withProvinceDays(lawful, added);
}

/** Adds a day; one that is there gets the new word. One statement. */
export async function saveProvinceDay(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { day, off, name }: KeptDay,
): Promise<void> {
  await sql`
    insert into province_day (province_id, day, is_off, name)
    values (${province}, ${day}::date, ${off}, ${plainText(name)})
    on conflict (province_id, day) do update set is_off = excluded.is_off, name = excluded.name`.execute(
    transaction,
  );
}

/** Takes a day away; null: there is none. One statement. */
export async function deleteProvinceDay(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  day: CalendarDate,
): Promise<KeptDay | null> {
  const { rows } = await sql<KeptDay>`
    delete from province_day where province_id = ${province} and day = ${day}::date
    returning day, is_off as off, name`.execute(transaction);
  return rows[0] ?? null;
}
