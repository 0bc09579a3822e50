import { type RawBuilder, sql } from "kysely";
import type { Declaration, Field } from "../domain/cooperation/declaration.ts";
import { allRecords, filterFields, focalOwner, noneGiven } from "../domain/cooperation/record-query.ts";
import { textOf, whereRecords } from "./record-filter.ts";
import { type ComputedSql, isKnownTo, type RecordAsking, type RecordTransaction } from "./record-rows.ts";

/** How often a value stands in a field of the records in sight. */
export interface RecordFacet {
  readonly field: string;
  readonly value: string;
  /** What the value is called where it is an id: a unit, a record. */
  readonly name: string | null;
  readonly count: number;
}

/** Of what a field links to, so many are counted by name: those that most records link to. */
const mostTargets = 100;

/**
 * The values that stand in the fields by which a list may be narrowed, over all of the register in sight, each field's
 * most frequent first; `owner` among them. Links count as they lead to units and records. One statement, in which each
 * record is looked at once.
 */
export async function countFacets(
  transaction: RecordTransaction,
  asking: RecordAsking,
  declaration: Declaration,
  computed: ComputedSql[string] = {},
): Promise<readonly RecordFacet[]> {
  const { province } = asking;
  const single = singleValues(declaration, computed).map(({ key, value }, at) => ({
    ...{ key, value },
    name: sql.ref(`single_${at}`),
  }));
  const fields = filterFields(declaration);
  const linked = fields.filter(({ kind }) => kind === "link").map(({ key }) => key);
  const several = fields
    .filter(({ kind }) => kind === "choices")
    .map(({ key }, at) => ({ key, value: sql`r.values -> ${key}`, name: sql.ref(`several_${at}`) }));
  const names = single.map(({ name }) => name);
  const columns = [...single, ...several].map(({ value, name }) => sql`${value} as ${name}`);
  const { rows } = await sql<RecordFacet>`
    with seen as materialized (
      select r.id, ${sql.join(columns)} from record r where ${whereRecords(asking, declaration, allRecords)}),
    counted as (
      select case ${sql.join(
        single.map(({ key, name }) => sql`when grouping(${name}) = 0 then ${key}::text`),
        sql` `,
      )} end as field, coalesce(${sql.join(names)}) as value, count(*)::int as count
        from seen group by grouping sets (${sql.join(names.map((name) => sql`(${name})`))})
      ${sql.join(
        several.map(
          ({ key, name }) => sql`union all select ${key}::text, e.value, count(*)::int
            from (select jsonb_array_elements_text(${name}) as value from seen) e group by 2`,
        ),
        sql` `,
      )}),
    linked as (
      select l.field, l.target_id, count(*)::int as count,
             row_number() over (partition by l.field order by count(*) desc, l.target_id) as turn
        from seen join record_link l on l.province_id = ${province} and l.record_id = seen.id
       where l.kind in ('record', 'unit') and l.field = any (${linked}::text[]) group by 1, 2)
    select c.field, c.value, u.name, c.count from counted c
      left join unit u on u.province_id = ${province} and c.field = 'owner' and u.id::text = c.value
    union all
    select l.field, l.target_id::text, coalesce(o.title, u.name), l.count from linked l
      left join lateral (
        select o.title from record o where o.province_id = ${province} and o.id = l.target_id
           and ${isKnownTo(asking, "o")} limit 1) o on true
      left join unit u on u.province_id = ${province} and u.id = l.target_id
     where l.turn <= ${mostTargets} and coalesce(o.title, u.name) is not null
     order by 1, 4 desc, 3, 2`.execute(transaction);
  return rows;
}

/** What of a record under `r` is one value, by the key it is counted under; never null. */
function singleValues(
  declaration: Declaration,
  computed: ComputedSql[string],
): readonly { readonly key: string; readonly value: RawBuilder<unknown> }[] {
  const columns = (declaration.computed ?? []).filter(({ choices }) => choices);
  const given = [
    ...filterFields(declaration).map((field) => ({ key: field.key, value: singleValue(field) })),
    ...columns.map(({ key }) => ({ key, value: computed[key] ?? null })),
  ];
  return [
    { key: "owner", value: sql`coalesce(r.owner_id::text, ${focalOwner})` },
    ...given.flatMap(({ key, value }) =>
      value ? [{ key, value: sql`coalesce((${value})::text, ${noneGiven})` }] : [],
    ),
  ];
}

/** Of days the year; null for a field that holds several values. */
function singleValue(field: Field): RawBuilder<unknown> | null {
  if (field.kind === "choices" || field.kind === "link") return null;
  if (field.kind === "date") return sql`left(${textOf(field)}, 4)`;
  if (field.kind === "period") return sql`left(r.values -> ${field.key} ->> 'from', 4)`;
  return textOf(field);
}
