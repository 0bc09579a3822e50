import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import type { RecordTransaction } from "./record-rows.ts";

/** Where it is kept whom an alert of each kind was told. */
type ReaderTable = "agreement_alert_reader" | "limit_alert_reader";

/** A person is shown so many alerts of a kind at most. */
export const mostShown = 50;

/**
 * Who answers for records on a day, by the unit that owns them ("": the focal body): who enters them there. Who is stood
 * in for is not spoken to, but who acts for him. One statement.
 */
export async function loadAnsweringPeople(
  transaction: RecordTransaction,
  province: ProvinceId,
  owners: readonly string[],
  day: CalendarDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ owner: string; person: string }>`
    with holding as (
      select p.unit_id, p.role, p.person_id
        from post p join person h on h.province_id = p.province_id and h.id = p.person_id
       where p.province_id = ${province} and p.from_day <= ${day}::date
         and (p.to_day is null or p.to_day >= ${day}::date)
         and (h.left_on is null or h.left_on >= ${day}::date)
         and not exists (select from post a where a.province_id = p.province_id and a.acting_for = p.id
                            and a.from_day <= ${day}::date and (a.to_day is null or a.to_day >= ${day}::date)))
    select distinct unit_id::text as owner, person_id as person from holding
     where unit_id = any (${owners}::uuid[])
       and role in ('unitHead', 'unitOfficer', 'focalOfficer', 'governmentOffice')
    union
    select '', person_id from holding where role = 'focalOfficer'
     order by 1, 2`.execute(transaction);
  return new Map(
    [...Map.groupBy(rows, ({ owner }) => owner)].map(([owner, some]) => [
      owner,
      some.map(({ person }) => person),
    ]),
  );
}

/** Notes whom alerts were told. One statement. */
export async function insertReaders(
  transaction: RecordTransaction,
  province: ProvinceId,
  table: ReaderTable,
  alerts: readonly { readonly id: string; readonly people: readonly string[] }[],
): Promise<void> {
  const readers = alerts.flatMap(({ id, people }) => people.map((person) => ({ id, person })));
  await sql`
    insert into ${sql.table(table)} (province_id, alert_id, person_id)
    select ${province}, w.id, w.person
      from jsonb_to_recordset(${jsonText(readers)}::jsonb) as w (id uuid, person text)`.execute(transaction);
}

/** Marks what a person was told as read; null: all of it. One statement. */
export async function markAlertsRead(
  transaction: RecordTransaction,
  province: ProvinceId,
  table: ReaderTable,
  { person, ids, at }: { readonly person: string; readonly ids: readonly string[] | null; readonly at: Date },
): Promise<void> {
  await sql`
    update ${sql.table(table)} set read_at = ${at}
     where province_id = ${province} and person_id = ${person} and read_at is null
       and (${ids}::uuid[] is null or alert_id = any (${ids}::uuid[]))`.execute(transaction);
}
