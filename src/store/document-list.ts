import { type RawBuilder, sql, type Transaction } from "kysely";
import type { DocumentListLine } from "../domain/duty/registered-document.ts";
import { referenceColumns } from "./documents.ts";
import { reachedFrom } from "./linked-records.ts";
import type { Tables } from "./schema.ts";
import { documentWithin, type Sight, taskWithin } from "./sight.ts";
import { textQuery } from "./task-filter.ts";

export type DocumentOrder = "-issued" | "issued" | "-imported" | "imported" | "number";

/** Which documents are wanted. Null: all. */
export interface DocumentFilter {
  /** Words without accents or with them. */
  readonly words: string | null;
  readonly kind: string | null;
  readonly year: number | null;
  readonly state: "toReview" | "reviewed" | null;
  /** A record of cooperation that leads to them, or to which one links that does. */
  readonly record: string | null;
}

/** What the list of documents can be narrowed to, whatever the filters. */
export interface DocumentFacets {
  readonly total: number;
  readonly toReview: number;
  readonly kinds: readonly {
    readonly kind: string;
    readonly kindName: string | null;
    readonly count: number;
  }[];
  readonly years: readonly { readonly year: number; readonly count: number }[];
}

/** Each order: what it compares, as text of one form, and its direction. The id decides between equals. */
const orders: Readonly<Record<DocumentOrder, { readonly key: RawBuilder<unknown>; readonly down: boolean }>> =
  {
    "-issued": { key: sql`coalesce(to_char(d.issued_on, 'YYYY-MM-DD'), '')`, down: true },
    issued: { key: sql`coalesce(to_char(d.issued_on, 'YYYY-MM-DD'), '9999')`, down: false },
    "-imported": {
      key: sql`to_char(d.imported_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
      down: true,
    },
    imported: {
      key: sql`to_char(d.imported_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`,
      down: false,
    },
    number: {
      key: sql`coalesce(lpad(substring(d.number from '^\\d+'), 8, '0') || d.number, '~')`,
      down: false,
    },
  };

/** A page of documents, and where the next one begins; null at the end. One statement. */
export async function findDocuments(
  transaction: Transaction<Tables>,
  sight: Sight,
  request: {
    readonly filter: DocumentFilter;
    readonly order: DocumentOrder;
    readonly after: string | null;
    readonly limit: number;
  },
): Promise<{ readonly lines: readonly DocumentListLine[]; readonly next: string | null }> {
  const { key, down } = orders[request.order];
  const direction = down ? sql`desc` : sql`asc`;
  const after = request.after === null ? null : readCursor(request.after);
  const beyond =
    after === null
      ? sql`true`
      : sql`(${key} collate "C", d.id) ${down ? sql`<` : sql`>`} (${after.key}, ${after.id}::uuid)`;
  const { rows } = await sql<DocumentListLine & { readonly order_key: string }>`
    with page as (
      select d.*, ${key} collate "C" as order_key from document d
       where ${whereDocuments(sight, request.filter)} and ${beyond}
       order by ${key} collate "C" ${direction}, d.id ${direction} limit ${request.limit + 1})
    select ${referenceColumns("d")}, d.kind, d.imported_at as "importedAt", d.reviewed_at as "reviewedAt",
           d.duplicate_of as "duplicateOf", d.order_key, f.findings, f.open, t.tasks
      from page d
      cross join lateral (select count(*)::int as findings, count(*) filter (where decision is null)::int as open
                            from finding where province_id = d.province_id and document_id = d.id) f
      cross join lateral (select count(*)::int as tasks
                            from task t where t.province_id = d.province_id and t.document_id = d.id
                            and ${taskWithin(sight)}) t
     order by d.order_key ${direction}, d.id ${direction}`.execute(transaction);
  const lines = rows.slice(0, request.limit);
  const last = lines.at(-1);
  return {
    lines: lines.map(({ order_key: _, ...line }) => line),
    next: rows.length > request.limit && last ? writeCursor(last.order_key, last.id) : null,
  };
}

/** How many documents the filter lets through, and what there is to filter by. One statement. */
export async function countDocuments(
  transaction: Transaction<Tables>,
  sight: Sight,
  filter: DocumentFilter,
): Promise<DocumentFacets> {
  const seen = sql`d.province_id = ${sight.province} and ${documentWithin(sight)}`;
  const { rows } = await sql<DocumentFacets>`
    select (select count(*)::int from document d where ${whereDocuments(sight, filter)}) as total,
           (select count(*)::int from document d where ${seen} and d.reviewed_at is null) as "toReview",
           (select coalesce(json_agg(k order by k.count desc, k.kind), '[]') from (
              select kind, min(kind_name) as "kindName", count(*)::int as count from document d
               where ${seen} and kind is not null group by kind) k) as kinds,
           (select coalesce(json_agg(y order by y.year desc), '[]') from (
              select extract(year from issued_on)::int as year, count(*)::int as count from document d
               where ${seen} and issued_on is not null group by 1) y) as years`.execute(transaction);
  return rows[0] ?? { total: 0, toReview: 0, kinds: [], years: [] };
}

function whereDocuments(sight: Sight, { words, kind, year, state, record }: DocumentFilter) {
  const query = words === null ? null : textQuery(words);
  const inSight = sql`d.province_id = ${sight.province} and ${documentWithin(sight)}`;
  return sql.join(
    [
      inSight,
      ...(words === null || words.trim() === ""
        ? []
        : [query === null ? sql`false` : sql`d.search @@ to_tsquery('simple', ${query})`]),
      ...(kind === null ? [] : [sql`d.kind = ${kind}`]),
      ...(record === null ? [] : [sql`d.id = any (${reachedFrom(record, "document")})`]),
      ...(year === null
        ? []
        : [sql`d.issued_on >= make_date(${year}, 1, 1) and d.issued_on < make_date(${year} + 1, 1, 1)`]),
      ...(state === null
        ? []
        : [state === "toReview" ? sql`d.reviewed_at is null` : sql`d.reviewed_at is not null`]),
    ],
    sql` and `,
  );
}

function writeCursor(key: string, id: string): string {
  return Buffer.from(JSON.stringify([key, id])).toString("base64url");
}

/** A cursor that is none of ours begins the list anew. */
function readCursor(word: string): { readonly key: string; readonly id: string } | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(word, "base64url").toString("utf8"));
    const [key, id] = Array.isArray(value) ? value : [];
    const isOurs = typeof key === "string" && typeof id === "string" && /^[0-9a-f-]{36}$/.test(id);
    return isOurs ? { key, id } : null;
  } catch {
    return null;
  }
}
