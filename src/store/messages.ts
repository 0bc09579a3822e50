import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { RungKind } from "../domain/duty/ladder.ts";
import type { ProvinceId } from "./database.ts";
import { dutiesInSight } from "./duty-filter.ts";
import type { Sight } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A duty as a person's own message names it, with the day that was told. */
export interface MessageLine {
  readonly duty: string;
  readonly content: string;
  readonly unit: string;
  readonly document: string | null;
  readonly lastDay: CalendarDate;
  readonly kind: RungKind;
  /** Whether the unit still has to act, by that day. */
  readonly waits: boolean;
}

/** A message to a person as he reads it. */
export interface OwnMessage {
  readonly id: string;
  readonly on: CalendarDate;
  readonly isRead: boolean;
  readonly lines: readonly MessageLine[];
  /** Duties that he does not see any more. */
  readonly hidden: number;
}

/** What was told again on a later day, or had no reason left, is no message any more. */
const stands = sql`m.state not in ('carried', 'needless')`;

/** How many of a person's messages he has not read. One statement. */
export async function countUnread(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  person: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from urging_message m
     where m.province_id = ${province} and m.person_id = ${person} and m.read_at is null and ${stands}`.execute(
    transaction,
  );
  return rows[0]?.count ?? 0;
}

/** A person's messages before a day, the newest first; of the duties, those in sight. One statement. */
export async function findOwnMessages(
  transaction: ProvinceTransaction,
  sight: Sight,
  { person, before, limit }: { person: string; before: CalendarDate | null; limit: number },
): Promise<readonly OwnMessage[]> {
  const { rows } = await sql<OwnMessage>`
    select m.id, m.on_day as "on", m.read_at is not null as "isRead", coalesce(w.lines, '[]') as lines,
           jsonb_array_length(m.urges) - coalesce(json_array_length(w.lines), 0) as hidden
      from urging_message m
      left join lateral (
        select json_agg(json_build_object('duty', d.id, 'content', t.content, 'unit', h.name, 'document', e.number,
                 'lastDay', u.urge #>> '{duty,lastDay}', 'kind', u.urge #>> '{rung,kind}',
                 'waits', d.owed and d.submitted_on is null and d.confirmed_on is null and d.withdrawn_on is null
                          and d.last_day = (u.urge #>> '{duty,lastDay}')::date) order by u.place) as lines
          from jsonb_array_elements(m.urges) with ordinality as u (urge, place)
          join duty d on d.id = (u.urge #>> '{duty,id}')::uuid and ${dutiesInSight(sight)}
          join task t on t.province_id = d.province_id and t.id = d.task_id
          join document e on e.province_id = t.province_id and e.id = t.document_id
          join unit h on h.province_id = d.province_id and h.id = d.holder_id) w on true
     where m.province_id = ${sight.province} and m.person_id = ${person} and ${stands}
       and (${before}::date is null or m.on_day < ${before}::date)
     order by m.on_day desc limit ${limit}`.execute(transaction);
  return rows;
}

/** Marks messages of a person as read; null: all of them. One statement. */
export async function markRead(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { person, ids, at }: { person: string; ids: readonly string[] | null; at: Date },
): Promise<void> {
  await sql`
    update urging_message set read_at = ${at}
     where province_id = ${province} and person_id = ${person} and read_at is null
       and (${ids}::uuid[] is null or id = any (${ids}::uuid[]))`.execute(transaction);
}

/** Whether a person wants mail, and whether the province leaves it to him. */
export interface MailChoice {
  readonly wanted: boolean;
  readonly isOptional: boolean;
}

/** What a person chose, and whether he may. One statement. */
export async function loadMailChoice(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  person: string,
): Promise<MailChoice> {
  const { rows } = await sql<MailChoice>`
    select coalesce((select urging_mail from person where province_id = ${province} and id = ${person}), true) as wanted,
           coalesce((select urging_mail_optional from province_setting where province_id = ${province}), false)
             as "isOptional"`.execute(transaction);
  return rows[0] ?? { wanted: true, isOptional: false };
}

/** Keeps what a person chose. One statement. */
export async function saveMailChoice(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { person, wanted }: { readonly person: string; readonly wanted: boolean },
): Promise<void> {
  await sql`
    update person set urging_mail = ${wanted} where province_id = ${province} and id = ${person}`.execute(
    transaction,
  );
}

/** Of some people, those who do without the mail of digests, where the province leaves it to them. One statement. */
export async function findMailless(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select h.id from person h join province_setting s on s.province_id = h.province_id
     where h.province_id = ${province} and h.id = any (${people}) and not h.urging_mail and s.urging_mail_optional`.execute(
    transaction,
  );
  return new Set(rows.map(({ id }) => id));
}
