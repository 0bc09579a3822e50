import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { alertKey, alertMemory, type LimitAlert } from "../domain/cooperation/time-limit/limit-alert.ts";
import type { Bilingual } from "../domain/language/language.ts";
import { insertReaders, mostShown } from "./alert-readers.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import type { RecordTransaction } from "./record-rows.ts";

/** The days that were taken of last days that people may still be told of, by `alertKey`. One statement. */
export async function loadTakenLimitAlerts(
  transaction: RecordTransaction,
  province: ProvinceId,
  today: CalendarDate,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await sql<Pick<LimitAlert, "record" | "limit" | "occurrence" | "due" | "days">>`
    select record_id as record, limit_key as "limit", occurrence, last_day as due, days from limit_alert
     where province_id = ${province}
       and (last_day >= ${today}::date or last_day + days >= ${today}::date - ${alertMemory}::int)`.execute(
    transaction,
  );
  return new Map([...Map.groupBy(rows, alertKey)].map(([key, some]) => [key, some.map(({ days }) => days)]));
}

/** A day as it is booked, with whom it was told. */
export interface BookedLimitAlert extends Omit<LimitAlert, "outcome"> {
  readonly id: string;
  readonly name: Bilingual;
  readonly outcome: LimitAlert["outcome"] | "unheard";
  readonly people: readonly string[];
}

/** Books what was told on a day for good. Two statements. */
export async function insertLimitAlerts(
  transaction: RecordTransaction,
  province: ProvinceId,
  alerts: readonly BookedLimitAlert[],
  on: CalendarDate,
): Promise<void> {
  await sql`
    insert into limit_alert (province_id, id, record_id, limit_key, occurrence, last_day, days, limit_name, on_day,
                             outcome)
    select ${province}, w.id, w.record, w."limit", w.occurrence, w.due, w.days, w.name, ${on}::date, w.outcome
      from jsonb_to_recordset(${jsonText(alerts)}::jsonb)
        as w (id uuid, record uuid, "limit" text, occurrence text, due date, days smallint, name jsonb, outcome text)`.execute(
    transaction,
  );
  await insertReaders(transaction, province, "limit_alert_reader", alerts);
}

/** What a person was told of a time limit of a record. */
export interface OwnLimitAlert {
  readonly id: string;
  readonly on: CalendarDate;
  readonly isRead: boolean;
  readonly record: { readonly id: string; readonly register: string; readonly title: string };
  readonly name: Bilingual;
  readonly due: CalendarDate;
}

/** What a person was told of records that are still kept, the newest first, 50 at most. One statement. */
export async function findOwnLimitAlerts(
  transaction: RecordTransaction,
  province: ProvinceId,
  person: string,
): Promise<readonly OwnLimitAlert[]> {
  const { rows } = await sql<OwnLimitAlert>`
    select a.id, a.on_day as "on", w.read_at is not null as "isRead", a.limit_name as name, a.last_day as due,
           json_build_object('id', r.id, 'register', r.register, 'title', r.title) as record
      from limit_alert_reader w
      join limit_alert a on a.province_id = w.province_id and a.id = w.alert_id
      join record r on r.province_id = a.province_id and r.id = a.record_id and r.removed_at is null
     where w.province_id = ${province} and w.person_id = ${person}
     order by a.on_day desc, a.id desc limit ${mostShown}`.execute(transaction);
  return rows;
}
