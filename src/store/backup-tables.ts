import pg from "pg";

/** The schemas whose tables belong to an installation. */
export const ownSchemas = ["public", "accounts", "reference"] as const;

/** The schema of the queue. It is made anew from what was asked for and not done yet, and is no part of a backup. */
export const queueSchema = "jobs";

/** A table as backup and restore see it. */
export interface TableShape {
  readonly schema: string;
  readonly name: string;
  /** Columns that hold what was stored; generated ones are left out. */
  readonly columns: readonly string[];
  /** True when row-level security shows the rows of one province at a time. */
  readonly isOfProvince: boolean;
}

export interface SequenceState {
  readonly schema: string;
  readonly name: string;
  readonly value: string;
  readonly isCalled: boolean;
}

/** A table's name as SQL takes it. */
export function quoteTable(table: Pick<TableShape, "schema" | "name">): string {
  return `${pg.escapeIdentifier(table.schema)}.${pg.escapeIdentifier(table.name)}`;
}

/** Columns of a table as SQL takes them. */
export function quoteColumns(columns: readonly string[]): string {
  return columns.map((column) => pg.escapeIdentifier(column)).join(", ");
}

/**
 * The tables of the installation, in a fixed order; not those of extensions, nor the list of schema steps, which is
 * made anew. Throws when a table hides rows from its owner in a way that backup does not know.
 */
export async function listTables(client: pg.ClientBase): Promise<readonly TableShape[]> {
  const { rows } = await client.query<{
    schema: string;
    name: string;
    columns: string[];
    guarded: boolean;
    province: boolean;
  }>(
    `select n.nspname as schema, c.relname as name, c.relrowsecurity as guarded,
            array_agg(a.attname::text order by a.attnum) filter (where a.attgenerated = '') as columns,
            bool_or(a.attname = 'province_id') as province
       from pg_class c
       join pg_namespace n on n.oid = c.relnamespace
       join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relkind in ('r', 'p') and not c.relispartition and n.nspname = any($1)
        and (n.nspname, c.relname) <> ('reference', 'migration')
        and not exists (select 1 from pg_depend d where d.objid = c.oid and d.deptype = 'e')
      group by n.nspname, c.relname, c.relrowsecurity
      order by n.nspname, c.relname`,
    [ownSchemas],
  );
  const strange = rows.find((row) => row.guarded && !row.province);
  if (strange !== undefined)
    throw new Error(`table ${strange.schema}.${strange.name} is guarded by rows but has no province_id`);
  return rows.map(({ schema, name, columns, guarded }) => ({ schema, name, columns, isOfProvince: guarded }));
}

/** The sequences of the installation and where they stand. */
export async function listSequences(client: pg.ClientBase): Promise<readonly SequenceState[]> {
  const { rows } = await client.query<{ schema: string; name: string }>(
    `select n.nspname as schema, c.relname as name
       from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'S' and n.nspname = any($1) order by 1, 2`,
    [ownSchemas],
  );
  const states: SequenceState[] = [];
  for (const sequence of rows) {
    const state = await client.query<{ last_value: string; is_called: boolean }>(
      `select last_value::text, is_called from ${quoteTable(sequence)}`,
    );
    const row = state.rows[0];
    if (row !== undefined) states.push({ ...sequence, value: row.last_value, isCalled: row.is_called });
  }
  return states;
}

/** The provinces of which a table holds rows; the caller is in a transaction. */
export async function provincesWithRows(
  client: pg.ClientBase,
  table: TableShape,
): Promise<readonly number[]> {
  const provinces = await client.query<{ id: number }>("select id from reference.province order by id");
  const found: number[] = [];
  for (const { id } of provinces.rows) {
    await openProvince(client, id);
    const exists = await client.query(`select 1 from ${quoteTable(table)} where province_id = $1 limit 1`, [
      id,
    ]);
    if (exists.rowCount !== 0) found.push(id);
  }
  return found;
}

/** Lets row-level security show a province until the transaction ends. */
export async function openProvince(client: pg.ClientBase, id: number): Promise<void> {
  await client.query("select set_config('app.province', $1, true)", [String(id)]);
}

/** The first table that holds what people entered, or null. What the program writes by itself does not count. */
export async function findEnteredData(client: pg.ClientBase): Promise<string | null> {
  await client.query("begin");
  try {
    for (const table of await listTables(client)) {
      const isOfPeople = table.schema === "public" && table.name !== "job_request";
      if (!(isOfPeople || (table.schema === "accounts" && table.name === "users"))) continue;
      const isFilled = table.isOfProvince
        ? (await provincesWithRows(client, table)).length > 0
        : (await client.query(`select 1 from ${quoteTable(table)} limit 1`)).rowCount !== 0;
      if (isFilled) return `${table.schema}.${table.name}`;
    }
    return null;
  } finally {
    await client.query("rollback");
  }
}
