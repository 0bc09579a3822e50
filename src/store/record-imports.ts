import { sql } from "kysely";
import type { LinkTarget } from "../domain/cooperation/declaration.ts";
import type { RecordLink } from "../domain/cooperation/record.ts";
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
}

/** Keeps a list that was sent; it is its sender's alone. */
export async function insertSentList(
  transaction: RecordTransaction,
  province: ProvinceId,
  { id, register, owner, fileName, headings, lines, apart }: SentList,
  { at, who }: { readonly at: Date; readonly who: string },
): Promise<void> {
  await sql`
    insert into record_import (province_id, id, register, who, owner_id, file_name, sent_at, rows)
    values (${province}, ${id}::uuid, ${register}, ${who}, ${owner}::uuid, ${fileName}, ${at},
            ${jsonText({ headings, lines, apart })}::jsonb)`.execute(transaction);
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
    rows: Pick<SentList, "headings" | "lines" | "apart">;
  }>`
    select owner_id, file_name, rows from record_import
     where province_id = ${province} and id = ${id}::uuid and register = ${register} and who = ${who}
       for update`.execute(transaction);
  const [row] = rows;
  return row ? { id, register, owner: row.owner_id, fileName: row.file_name, ...row.rows } : null;
}

/** Forgets a list that was taken, and all lists sent before an instant. */
export async function dropSentLists(
  transaction: RecordTransaction,
  province: ProvinceId,
  { id, before }: { readonly id: string | null; readonly before: Date },
): Promise<void> {
  await sql`
    delete from record_import
     where province_id = ${province} and (id = ${id}::uuid or sent_at < ${before})`.execute(transaction);
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
