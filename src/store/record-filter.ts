import { type RawBuilder, sql } from "kysely";
import { type Declaration, type Field, fieldOf } from "../domain/cooperation/declaration.ts";
import {
  focalOwner,
  noneGiven,
  type RecordFilter,
  type RecordOrder,
} from "../domain/cooperation/record-query.ts";
import { foldedKey } from "../domain/text/fold.ts";
import type { ComputedSql, RecordAsking } from "./record-rows.ts";
import { isWithin } from "./sight.ts";

type Condition = RawBuilder<unknown>;

/** The records of a register in sight that a filter gives, under `r`, for a WHERE. */
export function whereRecords(
  asking: RecordAsking,
  declaration: Declaration,
  filter: RecordFilter,
  computed: ComputedSql[string] = {},
): Condition {
  return sql.join(
    [
      sql`r.province_id = ${asking.province} and r.register = ${declaration.key} and r.removed_at is null`,
      ...(declaration.restricted ? [isWithin(asking.restricted, sql`r.owner_id`)] : []),
      ...wordConditions(filter.words),
      ...ownerCondition(filter.owner),
      ...Object.entries(filter.fields).map(([key, values]) =>
        fieldCondition(fieldOf(declaration, key), key, values, computed),
      ),
    ],
    sql` and `,
  );
}

function wordConditions(words: string | null): readonly Condition[] {
  // Folded words are letters and digits, so that none of them is a sign of LIKE.
  return foldedKey(words ?? "")
    .split(" ")
    .filter(Boolean)
    .slice(0, 8)
    .map((word) => sql`r.folded like ${`%${word}%`}`);
}

function ownerCondition(owner: string | null): readonly Condition[] {
  if (owner === null) return [];
  return [owner === focalOwner ? sql`r.owner_id is null` : sql`r.owner_id = ${owner}::uuid`];
}

function fieldCondition(
  field: Field | null,
  key: string,
  values: readonly string[],
  computed: ComputedSql[string],
): Condition {
  const given = values.filter((value) => value !== noneGiven);
  const worked = computed[key];
  const has = field ? valueCondition(field, given) : sql`(${worked ?? sql`null`}) = any (${given}::text[])`;
  if (!values.includes(noneGiven)) return sql`(${has})`;
  const none =
    field?.kind === "link"
      ? sql`not ${linkExists(key)}`
      : field
        ? sql`not r.values ? ${key}`
        : sql`(${worked ?? sql`null`}) is null`;
  return sql`((${has}) or ${none})`;
}

function linkExists(key: string, more: Condition = sql``): Condition {
  return sql`exists (select from record_link k
    where k.province_id = r.province_id and k.record_id = r.id and k.field = ${key} ${more})`;
}

function valueCondition(field: Field, given: readonly string[]): Condition {
  const text = textOf(field);
  switch (field.kind) {
    case "choices":
      return sql`r.values -> ${field.key} ?| ${given}::text[]`;
    case "date":
      return sql`(left(${text}, 4) = any (${given}::text[]) or ${beginsWithin(field, given)})`;
    case "period":
      // A span without an end goes on.
      return sql`(${beginsWithin(field, given)} or exists (select from unnest(${given}::text[]) as y (year)
        where r.values ? ${field.key} and coalesce(r.values -> ${field.key} ->> 'from', '0001') <= y.year || '-12-31'
          and coalesce(r.values -> ${field.key} ->> 'to', '9999') >= y.year || '-01-01'
           and y.year not like '%~%'))`;
    case "link":
      return linkExists(field.key, sql`and k.target_id::text = any (${given}::text[])`);
    default:
      return sql`${text} = any (${given}::text[])`;
  }
}

/** The day on which the record under `r` is, or begins, by a field of days or spans; null: it is not known. */
export function beginOf({ key, kind }: Field): RawBuilder<unknown> {
  return kind === "period"
    ? sql`coalesce(r.values -> ${key} ->> 'from', r.values -> ${key} ->> 'to')`
    : sql`(r.values ->> ${key})`;
}

/** Whether it begins between two days, both among them: "2026-01-01~2026-03-31". */
function beginsWithin(field: Field, given: readonly string[]): Condition {
  const spans = given.filter((value) => value.includes("~")).map((value) => value.split("~", 2));
  if (spans.length === 0) return sql`false`;
  const ends = (at: 0 | 1) => spans.map((span) => span[at] ?? "");
  return sql`exists (select from unnest(${ends(0)}::text[], ${ends(1)}::text[]) as s (first, last)
    where ${beginOf(field)} between s.first and s.last)`;
}

/** The value of a field of the record under `r` as text. */
export function textOf({ key }: Field): RawBuilder<unknown> {
  return sql`(r.values ->> ${key})`;
}

const natural = sql`collate reference.natural_order`;
/** Days and instants, whose signs follow one another as they do. */
const asWritten = sql`collate "C"`;

/** What an order compares: never null. */
export function orderValue(
  declaration: Declaration,
  { key }: RecordOrder,
  computed: ComputedSql[string] = {},
): {
  readonly value: RawBuilder<unknown>;
  readonly type: "text" | "numeric";
  readonly collation: RawBuilder<unknown>;
} {
  const text = (value: RawBuilder<unknown>, collation = natural) =>
    ({ value: sql`coalesce(${value}, '')`, type: "text", collation }) as const;
  if (key === declaration.title) return text(sql`r.title`);
  if (key === "changed")
    return text(sql`to_char(r.changed_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`, asWritten);
  const number = (value: RawBuilder<unknown>) =>
    ({ value: sql`coalesce((${value})::numeric, -1)`, type: "numeric", collation: sql`` }) as const;
  const field = fieldOf(declaration, key);
  if (!field) {
    const isDong = declaration.computed?.find((column) => column.key === key)?.isDong;
    return (isDong ? number : text)(computed[key] ?? sql`null`);
  }
  if (field.kind === "integer" || field.kind === "decimal" || field.kind === "year")
    return number(textOf(field));
  if (field.kind === "money")
    return number(sql`coalesce(r.values -> ${key} ->> 'dong', r.values -> ${key} ->> 'amount')`);
  if (field.kind === "period")
    return text(sql`coalesce(r.values -> ${key} ->> 'from', r.values -> ${key} ->> 'to')`, asWritten);
  return text(textOf(field), field.kind === "date" ? asWritten : natural);
}
