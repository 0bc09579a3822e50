import { sql } from "kysely";
import { type Declaration, fieldOf, type Values } from "../domain/cooperation/declaration.ts";
import type { RecordFilter, RecordOrder } from "../domain/cooperation/record-query.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import { orderValue, whereRecords } from "./record-filter.ts";
import {
  type ComputedSql,
  type FoundRecord,
  foundRecord,
  isKnownTo,
  ownerJoin,
  type RecordAsking,
  type RecordRowOfSql,
  type RecordTransaction,
  recordColumns,
} from "./record-rows.ts";

/** Where a page of records ends: what it is ordered by, and the id. */
export interface RecordPlace {
  readonly value: string;
  readonly id: string;
}

export interface RecordPageRequest {
  readonly filter: RecordFilter;
  readonly order: RecordOrder;
  readonly after: RecordPlace | null;
  readonly limit: number;
  /** Documents and tasks that records link to are named too, as far as they are in sight. */
  readonly withWork?: boolean;
}

/** One page of a register, and where it ends when another follows. One statement. */
export async function findRecords(
  transaction: RecordTransaction,
  asking: RecordAsking,
  declaration: Declaration,
  { filter, order, after, limit, withWork = false }: RecordPageRequest,
  computed: ComputedSql[string] = {},
): Promise<{ readonly records: readonly FoundRecord[]; readonly next: RecordPlace | null }> {
  const { value, type, collation } = orderValue(declaration, order, computed);
  const direction = order.descending ? sql`desc` : sql`asc`;
  const behind = order.descending ? sql`<` : sql`>`;
  const beyond = after
    ? sql`and (${value} ${collation}, r.id) ${behind} (${after.value}::${sql.raw(type)}, ${after.id}::uuid)`
    : sql``;
  const { rows } = await sql<RecordRowOfSql & { readonly place: string }>`
    with page as materialized (
      select chosen.*, row_number() over () as turn from (
        select r.id, (${value})::text as place from record r
         where ${whereRecords(asking, declaration, filter, computed)} ${beyond}
         order by ${value} ${collation} ${direction}, r.id ${direction} limit ${limit + 1}) as chosen)
    select page.place, ${recordColumns(asking, computed, { withWork })}
      from page join record r on r.province_id = ${asking.province} and r.id = page.id ${ownerJoin}
     order by page.turn`.execute(transaction);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    records: rows.slice(0, limit).map(foundRecord),
    next: last ? { value: last.place, id: last.id } : null,
  };
}

/** What a filter gives, counted and added up; `sums` by the keys of fields. */
export interface RecordTotals {
  readonly total: number;
  readonly sums: Readonly<Record<string, number>>;
  /** In how many the day of the register's share stands. */
  readonly shared: number;
}

/** Counts and adds up the records that a filter gives. One statement. */
export async function countRecords(
  transaction: RecordTransaction,
  asking: RecordAsking,
  declaration: Declaration,
  filter: RecordFilter,
  computed: ComputedSql[string] = {},
): Promise<RecordTotals> {
  const { summed = [], share } = declaration;
  const sums = summed.map((key) => {
    const amount =
      fieldOf(declaration, key)?.kind === "money"
        ? sql`r.values -> ${key} ->> 'amount'`
        : sql`r.values ->> ${key}`;
    return sql`${key}::text, coalesce(sum((${amount})::numeric), 0)`;
  });
  const shared = share ? sql`count(*) filter (where r.values ? ${share.field})` : sql`0`;
  const { rows } = await sql<RecordTotals>`
    select count(*)::int as total, ${shared}::int as shared,
           ${sums.length === 0 ? sql`'{}'::json` : sql`json_build_object(${sql.join(sums)})`} as sums
      from record r where ${whereRecords(asking, declaration, filter, computed)}`.execute(transaction);
  return rows[0] ?? { total: 0, sums: {}, shared: 0 };
}

/** One record, locked until the transaction ends when `locked`; null: there is none that the person may know of. */
export async function loadRecord(
  transaction: RecordTransaction,
  asking: RecordAsking,
  { register, id }: { readonly register: string; readonly id: string },
  {
    computed = {},
    locked = false,
    removed = false,
  }: { readonly computed?: ComputedSql[string]; readonly locked?: boolean; readonly removed?: boolean } = {},
): Promise<FoundRecord | null> {
  // One for which another stands is not restored by itself.
  const state = removed
    ? sql`r.removed_at is not null and not exists (select from record_twin w where w.province_id = r.province_id
            and (w.one_id = r.id or w.other_id = r.id) and w.kept_id <> r.id)`
    : sql`r.removed_at is null`;
  const { rows } = await sql<RecordRowOfSql>`
    select ${recordColumns(asking, computed, { withWork: true })} from record r ${ownerJoin}
     where r.province_id = ${asking.province} and r.register = ${register} and r.id = ${id}::uuid and ${state}
       and ${isKnownTo(asking)} ${locked ? sql`for update of r` : sql``}`.execute(transaction);
  return rows[0] ? foundRecord(rows[0]) : null;
}

/** Some records of a register that the person may know of, each held until the transaction ends. One statement. */
export async function lockRecords(
  transaction: RecordTransaction,
  asking: RecordAsking,
  register: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, FoundRecord>> {
  const { rows } = await sql<RecordRowOfSql>`
    select ${recordColumns(asking)} from record r ${ownerJoin}
     where r.province_id = ${asking.province} and r.register = ${register} and r.id = any (${ids}::uuid[])
       and r.removed_at is null and ${isKnownTo(asking)} order by r.id for update of r`.execute(transaction);
  return new Map(rows.map((row) => [row.id, foundRecord(row)]));
}

/** Which records of a register have one of some ids at the source, seen or not. One statement. */
export async function findSources(
  transaction: RecordTransaction,
  { province }: RecordAsking,
  register: string,
  keys: readonly string[],
): Promise<readonly { readonly key: string; readonly owner: string | null; readonly title: string }[]> {
  const { rows } = await sql<{ key: string; owner: string | null; title: string }>`
    select r.source_key as key, r.owner_id as owner, r.title from record r
     where r.province_id = ${province} and r.register = ${register} and r.removed_at is null
       and r.source_key = any (${keys}::text[])`.execute(transaction);
  return rows;
}

/** All records of a register, whoever sees them: for finding what is the same. One statement. */
export async function loadRegister(
  transaction: RecordTransaction,
  asking: RecordAsking,
  register: string,
): Promise<readonly FoundRecord[]> {
  const { rows } = await sql<RecordRowOfSql>`
    select ${recordColumns(asking, {}, { withWork: true })} from record r ${ownerJoin}
     where r.province_id = ${asking.province} and r.register = ${register} and r.removed_at is null
       and ${isKnownTo(asking)} order by r.id`.execute(transaction);
  return rows.map(foundRecord);
}

/** Some records of a register that somebody may know of, in no order. One statement. */
export async function loadSome(
  transaction: RecordTransaction,
  asking: RecordAsking,
  register: string,
  ids: readonly string[],
): Promise<readonly FoundRecord[]> {
  const { rows } = await sql<RecordRowOfSql>`
    select ${recordColumns(asking, {}, { withWork: true })} from record r ${ownerJoin}
     where r.province_id = ${asking.province} and r.register = ${register} and r.id = any (${ids}::uuid[])
       and r.removed_at is null and ${isKnownTo(asking)}`.execute(transaction);
  return rows.map(foundRecord);
}

/** A record as it is written. */
export interface WrittenRecord {
  readonly id: string;
  readonly register: string;
  readonly title: string;
  readonly values: Values;
  readonly folded: string;
  readonly owner: string | null;
  readonly sourceKey: string | null;
  readonly links: readonly WrittenLink[];
}

export interface WrittenLink {
  readonly field: string;
  readonly kind: "record" | "unit" | "document" | "task";
  readonly id: string;
}

const rowsAtOnce = 500;

/** Enters new records with what they link to. */
export async function insertRecords(
  transaction: RecordTransaction,
  province: ProvinceId,
  records: readonly WrittenRecord[],
  at: Date,
): Promise<void> {
  for (let from = 0; from < records.length; from += rowsAtOnce)
    await transaction
      .insertInto("record")
      .values(
        records
          .slice(from, from + rowsAtOnce)
          .map(({ id, register, title, values, folded, owner, sourceKey }) => ({
            ...{ province_id: province, id, register, title, values: jsonText(values), folded },
            ...{ owner_id: owner, source_key: sourceKey, created_at: at, changed_at: at },
          })),
      )
      .execute();
  await insertLinks(transaction, province, records);
}

/** Writes records anew, each in its next version. */
export async function updateRecords(
  transaction: RecordTransaction,
  province: ProvinceId,
  records: readonly WrittenRecord[],
  at: Date,
): Promise<void> {
  for (let from = 0; from < records.length; from += rowsAtOnce) {
    const rows = records.slice(from, from + rowsAtOnce).map(({ links: _, ...row }) => row);
    await sql`
      update record set title = n.title, "values" = n.values, folded = n.folded, owner_id = n.owner,
             source_key = n."sourceKey", version = version + 1, changed_at = ${at}
        from jsonb_to_recordset(${jsonText(rows)}::jsonb)
          as n (id uuid, title text, "values" jsonb, folded text, owner uuid, "sourceKey" text)
       where record.province_id = ${province} and record.id = n.id`.execute(transaction);
    await sql`
      delete from record_link where province_id = ${province}
         and record_id = any (${rows.map(({ id }) => id)}::uuid[])`.execute(transaction);
  }
  await insertLinks(transaction, province, records);
}

async function insertLinks(
  transaction: RecordTransaction,
  province: ProvinceId,
  records: readonly WrittenRecord[],
): Promise<void> {
  const rows = records.flatMap(({ id, links }) =>
    links.map(({ field, kind, id: target }, position) => ({
      ...{ province_id: province, record_id: id, field, position, kind, target_id: target },
    })),
  );
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await transaction
      .insertInto("record_link")
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
}

/** Takes records out of their register (a day), or back into it (null), each in its next version. */
export async function markRemoved(
  transaction: RecordTransaction,
  province: ProvinceId,
  ids: readonly string[],
  { removedAt, at }: { readonly removedAt: Date | null; readonly at: Date },
): Promise<void> {
  await sql`
    update record set removed_at = ${removedAt}, version = version + 1, changed_at = ${at}
     where province_id = ${province} and id = any (${ids}::uuid[])`.execute(transaction);
}
