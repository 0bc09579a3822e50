import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { ToldRequest } from "../domain/duty/coordination.ts";
import type { RungKind } from "../domain/duty/ladder.ts";
import { requestsInSight } from "./coordination.ts";
import type { ProvinceId } from "./database.ts";
import { dutiesInSight } from "./duty-filter.ts";
import { jsonText } from "./json-text.ts";
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

/** A request to a co-ordinating unit as a person's own message names it. */
export interface RequestLine {
  readonly request: string;
  readonly task: string;
  /** What is asked, or by which letter; of the task itself where there are no words. */
  readonly content: string;
  readonly document: string | null;
  readonly kind: ToldRequest;
  /** The other side: who asks, or who was asked. */
  readonly unit: string;
  readonly dueOn: CalendarDate;
  /** Whether an answer is still waited for. */
  readonly waits: boolean;
}

/** A message to a person as he reads it: of duties, or of requests. */
export interface OwnMessage {
  readonly id: string;
  readonly on: CalendarDate;
  readonly isRead: boolean;
  readonly lines: readonly MessageLine[];
  readonly requests: readonly RequestLine[];
  /** Duties or requests that he does not see any more. */
  readonly hidden: number;
}

/** What was told again on a later day, or had no reason left, is no message any more. */
const stands = sql`m.state not in ('carried', 'needless')`;

/** How many of a person's messages, and of what he was told of agreements, he has not read. One statement. */
export async function countUnread(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  person: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select ((select count(*) from urging_message m
              where m.province_id = ${province} and m.person_id = ${person} and m.read_at is null and ${stands})
          + (select count(*) from request_message m
              where m.province_id = ${province} and m.person_id = ${person} and m.read_at is null)
          + (select count(*) from agreement_alert_reader w
               join agreement_alert a on a.province_id = w.province_id and a.id = w.alert_id
               join record r on r.province_id = a.province_id and r.id = a.record_id and r.removed_at is null
              where w.province_id = ${province} and w.person_id = ${person} and w.read_at is null)
          + (select count(*) from limit_alert_reader w
               join limit_alert a on a.province_id = w.province_id and a.id = w.alert_id
               join record r on r.province_id = a.province_id and r.id = a.record_id and r.removed_at is null
              where w.province_id = ${province} and w.person_id = ${person} and w.read_at is null))::int as count`.execute(
    transaction,
  );
  return rows[0]?.count ?? 0;
}

/** What somebody is to be told of a request. */
export interface RequestToTell {
  readonly person: string;
  readonly request: string;
  readonly kind: ToldRequest;
}

/**
 * Tells people of requests: it is added to their message of the day, which is unread again. Who left, or is unknown in the
 * province, is not told. One statement.
 */
export async function tellOfRequests(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  telling: readonly RequestToTell[],
  { on, newId }: { readonly on: CalendarDate; readonly newId: () => string },
): Promise<void> {
  const rows = [...Map.groupBy(telling, ({ person }) => person)].map(([person, some]) => ({
    ...{ id: newId(), person },
    told: some.map(({ request, kind }) => ({ request, kind })),
  }));
  if (rows.length === 0) return;
  await sql`
    insert into request_message (province_id, id, person_id, on_day, told)
    select ${province}, w.id, h.id, ${on}::date, w.told
      from jsonb_to_recordset(${jsonText(rows)}::jsonb) as w (id uuid, person text, told jsonb)
      join person h on h.province_id = ${province} and h.id = w.person
     where h.left_on is null or h.left_on >= ${on}::date
    on conflict (province_id, person_id, on_day) do update
      set told = request_message.told || excluded.told, read_at = null`.execute(transaction);
}

/** A person's messages before a day, the newest first, so many of each kind; of what they name, what is in sight. One statement. */
export async function findOwnMessages(
  transaction: ProvinceTransaction,
  sight: Sight,
  { person, before, limit }: { person: string; before: CalendarDate | null; limit: number },
): Promise<readonly OwnMessage[]> {
  const { rows } = await sql<OwnMessage>`
    select * from (
    (select m.id, m.on_day as "on", m.read_at is not null as "isRead", coalesce(w.lines, '[]') as lines,
           '[]'::json as requests, jsonb_array_length(m.urges) - coalesce(json_array_length(w.lines), 0) as hidden
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
     order by m.on_day desc limit ${limit})
    union all
    (select m.id, m.on_day, m.read_at is not null, '[]'::json, coalesce(w.lines, '[]'),
           jsonb_array_length(m.told) - coalesce(json_array_length(w.lines), 0)
      from request_message m
      left join lateral (
        select json_agg(json_build_object('request', r.id, 'task', t.id,
                 'content', coalesce(nullif(r.content, ''), t.content), 'document', r.document, 'kind', u.told ->> 'kind',
                 'unit', case when u.told ->> 'kind' = 'asked' then f.name else h.name end, 'dueOn', r.due_on,
                 'waits', r.answered_on is null and r.declined_on is null and r.withdrawn_on is null)
                 order by u.place desc) as lines
          from jsonb_array_elements(m.told) with ordinality as u (told, place)
          join coordination_request r on r.province_id = m.province_id and r.id = (u.told ->> 'request')::uuid
          join duty d on d.province_id = r.province_id and d.id = r.duty_id
          join task t on t.province_id = d.province_id and t.id = d.task_id
          join unit f on f.province_id = d.province_id and f.id = d.holder_id
          join unit h on h.province_id = r.province_id and h.id = r.holder_id
         where ${requestsInSight(sight)}) w on true
     where m.province_id = ${sight.province} and m.person_id = ${person}
       and (${before}::date is null or m.on_day < ${before}::date)
     order by m.on_day desc limit ${limit})) found order by "on" desc, id desc`.execute(transaction);
  return rows;
}

/** Marks messages of a person as read; null: all of them. Two statements. */
export async function markRead(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { person, ids, at }: { person: string; ids: readonly string[] | null; at: Date },
): Promise<void> {
  for (const table of ["urging_message", "request_message"])
    await sql`
      update ${sql.table(table)} set read_at = ${at}
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
