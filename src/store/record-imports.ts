import { sql } from "kysely";
import type { LinkTarget } from "../domain/cooperation/declaration.ts";
import type { RecordLink, RegisteredRecord } from "../domain/cooperation/record.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import { isKnownTo, type RecordAsking, type RecordTransaction } from "./record-rows.ts";
import { documentWithin, taskWithin } from "./sight.ts";

/** A list that was sent: its headings and lines as they stand in the file. */
export interface SentList {
  readonly id: string;
  readonly register: string;
  readonly owner: string | null;
  readonly fileName: string;
  readonly headings: readonly string[];
  readonly lines: readonly { readonly line: number; readonly cells: readonly string[] }[];
  readonly apart: readonly { readonly line: number; readonly text: string }[];
  /** Tables of the file beside the one that is the list. */
  readonly otherTables: number;
}

/** Keeps a list that was sent; it is its sender's alone. */
export async function insertSentList(
  transaction: RecordTransaction,
  province: ProvinceId,
  { id, register, owner, fileName, ...rows }: SentList,
  { at, who }: { readonly at: Date; readonly who: string },
): Promise<void> {
  await sql`
    insert into record_import (province_id, id, register, who, owner_id, file_name, sent_at, rows)
    values (${province}, ${id}::uuid, ${register}, ${who}, ${owner}::uuid, ${fileName}, ${at},
            ${jsonText(rows)}::jsonb)`.execute(transaction);
}

/** A list that a person sent, held until the transaction ends; null: he sent none of this id, or it was taken. */
export async function lockSentList(
  transaction: RecordTransaction,
  province: ProvinceId,
  { id, register, who }: { readonly id: string; readonly register: string; readonly who: string },
): Promise<SentList | null> {
  const { rows } = await sql<{
    owner_id: string | null;
    file_name: string;
    rows: Omit<SentList, "id" | "register" | "owner" | "fileName">;
  }>`
    select owner_id, file_name, rows from record_import
     where province_id = ${province} and id = ${id}::uuid and register = ${register} and who = ${who}
       and taken_at is null for update`.execute(transaction);
  const [row] = rows;
  return row ? { id, register, owner: row.owner_id, fileName: row.file_name, ...row.rows } : null;
}

/** Forgets all lists that were sent, or taken, before an instant; gives how many. */
export async function dropSentLists(
  transaction: RecordTransaction,
  province: ProvinceId,
  before: Date,
): Promise<number> {
  const { rows } = await sql`
    delete from record_import
     where province_id = ${province} and coalesce(taken_at, sent_at) < ${before} returning id`.execute(
    transaction,
  );
  return rows.length;
}

/** A record that a list wrote: the version that it left, and what stood there before; null: it was new. */
export interface TakenRecord {
  readonly id: string;
  readonly version: number;
  readonly before: Pick<RegisteredRecord, "values" | "links" | "owner" | "sourceKey"> | null;
}

/** Remembers what a list wrote, in place of its rows; of one that wrote nothing there is nothing to remember. */
export async function keepTaken(
  transaction: RecordTransaction,
  province: ProvinceId,
  { id, taken }: { readonly id: string; readonly taken: readonly TakenRecord[] },
  at: Date,
): Promise<void> {
  const one = sql`province_id = ${province} and id = ${id}::uuid`;
  if (taken.length === 0) await sql`delete from record_import where ${one}`.execute(transaction);
  else
    await sql`
      update record_import set rows = '{}', taken = ${jsonText(taken)}::jsonb,
             taken_at = coalesce(taken_at, ${at}) where ${one}`.execute(transaction);
}

/** What a list wrote that a person took, held until the transaction ends; null: there is none of this id. */
export async function lockTaken(
  transaction: RecordTransaction,
  province: ProvinceId,
  { id, register, who }: { readonly id: string; readonly register: string; readonly who: string },
): Promise<{ readonly at: Date; readonly taken: readonly TakenRecord[] } | null> {
  const { rows } = await sql<{ at: Date; taken: readonly TakenRecord[] }>`
    select taken_at as at, taken from record_import
     where province_id = ${province} and id = ${id}::uuid and register = ${register} and who = ${who}
       and taken_at is not null for update`.execute(transaction);
  return rows[0] ?? null;
}

/** A list that was taken, with how many records it wrote. */
export interface TakenList {
  readonly id: string;
  readonly fileName: string;
  readonly at: Date;
  readonly records: number;
}

/** The lists of a register that a person took since an instant, the newest first. One statement. */
export async function loadTakenLists(
  transaction: RecordTransaction,
  province: ProvinceId,
  { register, who, since }: { readonly register: string; readonly who: string; readonly since: Date },
): Promise<readonly TakenList[]> {
  const { rows } = await sql<TakenList>`
    select id, file_name as "fileName", taken_at as at, jsonb_array_length(taken) as records from record_import
     where province_id = ${province} and register = ${register} and who = ${who} and taken_at >= ${since}
     order by taken_at desc, id desc limit 20`.execute(transaction);
  return rows;
}

/** Which of some records had something recorded of them since an instant, but by one list. One statement. */
export async function loadWorkedOn(
  transaction: RecordTransaction,
  province: ProvinceId,
  { ids, since, list }: { readonly ids: readonly string[]; readonly since: Date; readonly list: string },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct substr(h.subject, 8) as id from history h
     where h.province_id = ${province} and h.subject = any (${ids.map((id) => `record:${id}`)}::text[])
       and h.at >= ${since} and coalesce(h.after, h.before) ->> 'import' is distinct from ${list}`.execute(
    transaction,
  );
  return new Set(rows.map(({ id }) => id));
}

/** What headings of lists stood for the last time, by headings; empty when such a list was never taken. */
export async function loadMapping(
  transaction: RecordTransaction,
  province: ProvinceId,
  { register, headings }: { readonly register: string; readonly headings: string },
): Promise<Readonly<Record<string, string | null>>> {
  const { rows } = await sql<{ mapping: Readonly<Record<string, string | null>> }>`
    select mapping from record_mapping
     where province_id = ${province} and register = ${register} and headings = ${headings}`.execute(
    transaction,
  );
  return rows[0]?.mapping ?? {};
}

/** Remembers what the headings of a list stand for. */
export async function saveMapping(
  transaction: RecordTransaction,
  province: ProvinceId,
  {
    register,
    headings,
    mapping,
  }: { register: string; headings: string; mapping: Readonly<Record<string, string | null>> },
): Promise<void> {
  await sql`
    insert into record_mapping (province_id, register, headings, mapping)
    values (${province}, ${register}, ${headings}, ${jsonText(mapping)}::jsonb)
    on conflict (province_id, register, headings) do update set mapping = excluded.mapping`.execute(
    transaction,
  );
}

/** Everything that a field of links may lead to, with all the names that a list may call it by. One statement. */
export async function loadTargetNames(
  transaction: RecordTransaction,
  asking: RecordAsking,
  to: LinkTarget,
): Promise<readonly (RecordLink & { readonly names: readonly (string | null)[] })[]> {
  const { province, documents, tasks } = asking;
  const query =
    typeof to === "object"
      ? sql`select r.register as kind, r.id, r.title as name, json_build_array(r.title, r.values ->> 'shortName') as names
              from record r where r.province_id = ${province} and r.register = ${to.register}
               and r.removed_at is null and ${isKnownTo(asking)}`
      : to === "unit"
        ? sql`select 'unit' as kind, u.id, u.name, (jsonb_build_array(u.name, u.short_name, u.symbol) || u.aliases)::json as names
                from unit u where u.province_id = ${province} and u.to_day is null`
        : to === "document"
          ? sql`select 'document' as kind, d.id, coalesce(d.number, d.subject, d.file_name) as name,
                       json_build_array(d.number, d.subject, d.file_name) as names
                  from document d where d.province_id = ${province} and ${documents ? documentWithin(documents) : sql`false`}`
          : sql`select 'task' as kind, t.id, t.content as name, json_build_array(t.content) as names
                  from task t where t.province_id = ${province} and ${tasks ? taskWithin(tasks) : sql`false`}`;
  const { rows } = await sql<RecordLink & { readonly names: readonly (string | null)[] }>`${query}`.execute(
    transaction,
  );
  return rows;
}
