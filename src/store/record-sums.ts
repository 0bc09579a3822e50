import { type RawBuilder, sql } from "kysely";
import { type Declaration, type Field, fieldOf, type YearlySums } from "../domain/cooperation/declaration.ts";
import { allRecords, noneGiven } from "../domain/cooperation/record-query.ts";
import { whereRecords } from "./record-filter.ts";
import { type ComputedSql, isKnownTo, type RecordAsking, type RecordTransaction } from "./record-rows.ts";

/** One line of a table of a year: what it is of, how many records, and what they add up to by the keys of fields. */
export interface SummedRow {
  /** One for each thing that the table is by; `name`: what it is called where the value is an id. */
  readonly of: readonly { readonly value: string; readonly name: string | null }[];
  readonly count: number;
  readonly sums: Readonly<Record<string, number>>;
}

interface Asked {
  readonly declaration: Declaration;
  readonly yearly: YearlySums;
  readonly year: number;
  readonly computed: ComputedSql[string];
}

/** The years of which a register holds anything, the newest first. One statement. */
export async function findYears(
  transaction: RecordTransaction,
  asking: RecordAsking,
  { declaration, yearly, computed }: Pick<Asked, "declaration" | "yearly" | "computed">,
): Promise<readonly number[]> {
  const field = fieldOf(declaration, yearly.year);
  const text =
    field?.kind === "period"
      ? sql`coalesce(r.values -> ${yearly.year} ->> 'from', r.values -> ${yearly.year} ->> 'to')`
      : sql`r.values ->> ${yearly.year}`;
  const { rows } = await sql<{ year: number }>`
    select distinct left(${text}, 4)::int as year from record r
     where ${whereRecords(asking, declaration, allRecords, computed)} and ${text} is not null order by 1 desc`.execute(
    transaction,
  );
  return rows.map(({ year }) => year);
}

/**
 * The records of a year in tables, the same records that the list of the year shows: a table by each of some combinations
 * of what lists are narrowed by; by none, one line of all. A record with several values stands in each of their lines.
 * One statement.
 */
export async function sumYear(
  transaction: RecordTransaction,
  asking: RecordAsking,
  asked: Asked,
  by: readonly (readonly string[])[],
): Promise<readonly (readonly SummedRow[])[]> {
  const tables = by.map((keys, at) => tableOf(asking, asked, keys, at));
  const { rows } = await sql<SummedRow & { readonly at: number }>`
    ${sql.join(tables, sql` union all `)} order by 1, 3 desc, 2`.execute(transaction);
  return by.map((_, at) =>
    rows.filter((row) => row.at === at).map(({ of, count, sums }) => ({ of, count, sums })),
  );
}

function tableOf(
  asking: RecordAsking,
  { declaration, yearly, year, computed }: Asked,
  keys: readonly string[],
  at: number,
): RawBuilder<unknown> {
  const filter = { ...allRecords, fields: { [yearly.year]: [String(year)] } };
  const joins = keys.map(
    (key, place) => sql`left join lateral (${valuesOf(declaration, key, { asking, computed })})
      ${sql.ref(`g${place}`)} on true`,
  );
  const of = keys.map(
    (_, place) => sql`jsonb_build_object('value', coalesce(${sql.ref(`g${place}.value`)}, ${noneGiven}::text),
                                         'name', ${sql.ref(`g${place}.name`)})`,
  );
  const groups = keys.flatMap((_, place) => [sql.ref(`g${place}.value`), sql.ref(`g${place}.name`)]);
  const sums = yearly.sums.map((key) => sql`${key}::text, coalesce(sum(${amountOf(declaration, key)}), 0)`);
  return sql`
    select ${at}::int as at, ${of.length === 0 ? sql`'[]'::jsonb` : sql`jsonb_build_array(${sql.join(of)})`} as "of",
           count(*)::int as count,
           ${sums.length === 0 ? sql`'{}'::jsonb` : sql`jsonb_build_object(${sql.join(sums)})`} as sums
      from record r ${joins.length === 0 ? sql`` : sql.join(joins, sql` `)}
     where ${whereRecords(asking, declaration, filter, computed)}
     ${groups.length === 0 ? sql`` : sql`group by ${sql.join(groups)}`}`;
}

/** The values of something that a record has, each with its name where it is an id. */
function valuesOf(
  declaration: Declaration,
  key: string,
  { asking, computed }: { readonly asking: RecordAsking; readonly computed: ComputedSql[string] },
): RawBuilder<unknown> {
  const field = fieldOf(declaration, key);
  const one = (value: RawBuilder<unknown>) => sql`select (${value})::text as value, null::text as name`;
  if (!field) return one(computed[key] ?? sql`null`);
  if (field.kind === "choices")
    return sql`select e.value, null::text as name from jsonb_array_elements_text(r.values -> ${key}) as e (value)`;
  if (field.kind !== "link") return one(sql`r.values ->> ${key}`);
  return sql`
    select l.target_id::text as value, coalesce(o.title, w.name) as name from record_link l
      left join record o on o.province_id = l.province_id and o.id = l.target_id and ${isKnownTo(asking, "o")}
      left join unit w on w.province_id = l.province_id and w.id = l.target_id
     where l.province_id = r.province_id and l.record_id = r.id and l.field = ${key}`;
}

function amountOf(declaration: Declaration, key: string): RawBuilder<unknown> {
  const field: Field | null = fieldOf(declaration, key);
  if (field?.kind !== "money") return sql`(r.values ->> ${key})::numeric`;
  const amount = sql`(r.values -> ${key} ->> 'amount')::numeric`;
  if (field.currency !== undefined) return amount;
  return sql`coalesce((r.values -> ${key} ->> 'dong')::numeric,
    case r.values -> ${key} ->> 'currency' when 'VND' then ${amount} end)`;
}
