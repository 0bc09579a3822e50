import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { type AgreementEnd, type EndAlert, endKey } from "../domain/cooperation/agreement/end-alert.ts";
import { insertReaders, mostShown } from "./alert-readers.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import type { RecordTransaction } from "./record-rows.ts";

/**
 * The steps that were taken of ends that have not passed, and of what has to be told: days before, by `endKey`. One
 * statement.
 */
export async function loadTakenAlerts(
  transaction: RecordTransaction,
  province: ProvinceId,
  today: CalendarDate,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const { rows } = await sql<{
    record: string;
    kind: AgreementEnd["end"]["kind"];
    on: CalendarDate;
    days: number;
  }>`
    select record_id as record, kind, ends_on as "on", days from agreement_alert
     where province_id = ${province} and (ends_on >= ${today}::date or kind not in ('expires', 'renews'))`.execute(
    transaction,
  );
  const keyOf = ({ record, kind, on }: (typeof rows)[number]): string =>
    endKey({ agreement: record, end: { kind, on, noticeBy: null } } satisfies AgreementEnd);
  return new Map([...Map.groupBy(rows, keyOf)].map(([key, some]) => [key, some.map(({ days }) => days)]));
}

/** A step as it is booked, with whom it was told. */
export interface BookedAlert extends AgreementEnd {
  readonly id: string;
  readonly days: number;
  readonly outcome: EndAlert["outcome"] | "unheard";
  readonly people: readonly string[];
}

/** Books steps of a day for good. Two statements. */
export async function insertAlerts(
  transaction: RecordTransaction,
  province: ProvinceId,
  alerts: readonly BookedAlert[],
  on: CalendarDate,
): Promise<void> {
  const rows = alerts.map(({ id, agreement, end, days, outcome }) => ({
    ...{ id, agreement, kind: end.kind, ends: end.on, notice: end.noticeBy, days, outcome },
  }));
  await sql`
    insert into agreement_alert (province_id, id, record_id, kind, ends_on, notice_by, days, on_day, outcome)
    select ${province}, w.id, w.agreement, w.kind, w.ends, w.notice, w.days, ${on}::date, w.outcome
      from jsonb_to_recordset(${jsonText(rows)}::jsonb)
        as w (id uuid, agreement uuid, kind text, ends date, notice date, days smallint, outcome text)`.execute(
    transaction,
  );
  await insertReaders(transaction, province, "agreement_alert_reader", alerts);
}

/** What a person was told of the end of an agreement. */
export interface OwnAlert {
  readonly id: string;
  readonly on: CalendarDate;
  readonly isRead: boolean;
  readonly agreement: { readonly id: string; readonly title: string };
  readonly end: AgreementEnd["end"];
}

/** What a person was told of ends of agreements that are still kept, the newest first, 50 at most. One statement. */
export async function findOwnAlerts(
  transaction: RecordTransaction,
  province: ProvinceId,
  person: string,
): Promise<readonly OwnAlert[]> {
  const { rows } = await sql<OwnAlert>`
    select a.id, a.on_day as "on", w.read_at is not null as "isRead",
           json_build_object('id', r.id, 'title', r.title) as agreement,
           json_build_object('kind', a.kind, 'on', a.ends_on, 'noticeBy', a.notice_by) as end
      from agreement_alert_reader w
      join agreement_alert a on a.province_id = w.province_id and a.id = w.alert_id
      join record r on r.province_id = a.province_id and r.id = a.record_id and r.removed_at is null
     where w.province_id = ${province} and w.person_id = ${person}
     order by a.on_day desc, a.id desc limit ${mostShown}`.execute(transaction);
  return rows;
}
