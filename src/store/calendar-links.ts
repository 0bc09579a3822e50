import { type Kysely, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { ProvinceId } from "./database.ts";
import { dutiesInSight } from "./duty-filter.ts";
import type { Tables } from "./schema.ts";
import type { Sight } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import { type ToldDuty, waitsForUnit } from "./urging.ts";

/** The link of a person that works, without its token. */
export interface CalendarLink {
  readonly createdAt: Date;
  /** To the minute. */
  readonly usedAt: Date | null;
}

/** The link of a person that works; null: he has none. One statement. */
export async function loadCalendarLink(
  rows: Kysely<Tables>,
  province: ProvinceId,
  person: string,
): Promise<CalendarLink | null> {
  const found = await sql<CalendarLink>`
    select created_at as "createdAt", used_at as "usedAt" from accounts.calendar_links
     where province_id = ${province} and person_id = ${person} and revoked_at is null`.execute(rows);
  return found.rows[0] ?? null;
}

/** Revokes the link of a person; false: he had none that works. One statement. */
export async function revokeCalendarLink(
  rows: Kysely<Tables>,
  province: ProvinceId,
  { person, at }: { readonly person: string; readonly at: Date },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update accounts.calendar_links set revoked_at = ${at}
     where province_id = ${province} and person_id = ${person} and revoked_at is null`.execute(rows);
  return numAffectedRows === 1n;
}

/** Keeps a link of a person who has none that works. One statement. */
export async function insertCalendarLink(
  rows: Kysely<Tables>,
  province: ProvinceId,
  link: { readonly id: string; readonly person: string; readonly hash: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into accounts.calendar_links (id, province_id, person_id, token_hash, created_at)
    values (${link.id}, ${province}, ${link.person}, ${link.hash}, ${link.at})`.execute(rows);
}

/** Whose link has a hash; notes its use once a minute. Null: none that works. */
export async function ownerOfLink(
  rows: Kysely<Tables>,
  hash: string,
  at: Date,
): Promise<{ readonly province: number; readonly person: string } | null> {
  const found = await sql<{ id: string; province: number; person: string; noted: boolean }>`
    select id, province_id as province, person_id as person,
           coalesce(used_at > ${at}::timestamptz - interval '1 minute', false) as noted
      from accounts.calendar_links where token_hash = ${hash} and revoked_at is null`.execute(rows);
  const [link] = found.rows;
  if (!link) return null;
  if (!link.noted)
    await sql`update accounts.calendar_links set used_at = ${at} where id = ${link.id}`.execute(rows);
  return { province: link.province, person: link.person };
}

/** A person who works for the province on a day; null: he does not, or not any more. One statement. */
export async function findWorker(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { person, day }: { readonly person: string; readonly day: CalendarDate },
): Promise<{ readonly name: string } | null> {
  const { rows } = await sql<{ name: string }>`
    select name from person where province_id = ${province} and id = ${person}
       and (left_on is null or left_on >= ${day}::date)`.execute(transaction);
  return rows[0] ?? null;
}

const mostDuties = 1000;

/** The duties in sight that wait for their unit, due within some days; the first thousand. One statement. */
export async function findCalendarDuties(
  transaction: ProvinceTransaction,
  sight: Sight,
  { from, to }: { readonly from: CalendarDate; readonly to: CalendarDate },
): Promise<readonly ToldDuty[]> {
  const { rows } = await sql<ToldDuty>`
    select d.id, d.last_day as "lastDay", t.content, h.name as unit, e.number as document
      from duty d
      join task t on t.province_id = d.province_id and t.id = d.task_id
      join document e on e.province_id = t.province_id and e.id = t.document_id
      join unit h on h.province_id = d.province_id and h.id = d.holder_id
     where ${dutiesInSight(sight)} and ${waitsForUnit} and d.last_day between ${from}::date and ${to}::date
     order by d.last_day, d.id limit ${mostDuties}`.execute(transaction);
  return rows;
}
