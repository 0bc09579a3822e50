import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { fail, type Result, succeed } from "../domain/basics/result.ts";

/** One step of the schema's history. Steps are numbered from 1 without gaps and never change once released. */
export interface Migration {
  readonly number: number;
  /** File name without its ending: "0001-foundation". */
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

/** Where the schema of a database stands. */
export interface SchemaState {
  /** Number of the last step applied; 0 for an empty database. */
  readonly applied: number;
  /** Steps that this program has and the database has not. */
  readonly missing: readonly Migration[];
}

/** One program at a time changes the schema; the number is arbitrary and ours. */
const migrationLock = 5_203_001;

/** Reads the steps from a folder of files `0001-name.sql`. Throws when a number is missing or there twice. */
export function readMigrations(folder: string): readonly Migration[] {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort();
  return files.map((file, index) => {
    const number = Number(/^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)?.[1] ?? Number.NaN);
    if (number !== index + 1) throw new Error(`migration ${file} should have the number ${index + 1}`);
    const sql = readFileSync(join(folder, file), "utf8");
    return { number, name: file.slice(0, -4), sql, sha256: createHash("sha256").update(sql).digest("hex") };
  });
}

/**
 * Compares a database with the steps of this program. Fails with `database.newer-schema` when the database is ahead,
 * and with `database.changed-migration` when a step was applied with another text.
 */
export async function readSchemaState(
  client: pg.ClientBase,
  migrations: readonly Migration[],
): Promise<Result<SchemaState>> {
  const table = await client.query("select to_regclass('reference.migration') is not null as known");
  const { rows } = table.rows[0]?.known
    ? await client.query<{ number: number; name: string; sha256: string }>(
        "select number, name, sha256 from reference.migration order by number",
      )
    : { rows: [] };
  const applied = rows.at(-1)?.number ?? 0;
  if (applied > migrations.length)
    return fail("database.newer-schema", { database: applied, program: migrations.length });
  const changed = rows.find((row) => migrations[row.number - 1]?.sha256 !== row.sha256);
  if (changed !== undefined) return fail("database.changed-migration", { name: changed.name });
  return succeed({ applied, missing: migrations.slice(applied) });
}

/** Brings a database up to date, each step in a transaction of its own; gives the steps applied now. */
export async function migrate(
  client: pg.ClientBase,
  migrations: readonly Migration[],
  onStep: (migration: Migration) => void = () => undefined,
): Promise<Result<readonly Migration[]>> {
  await client.query("select pg_advisory_lock($1)", [migrationLock]);
  try {
    const state = await readSchemaState(client, migrations);
    if (!state.ok) return state;
    for (const migration of state.value.missing) {
      onStep(migration);
      await client.query("begin");
      try {
        await applyMigration(client, migration);
        await client.query("commit");
      } catch (error) {
        await client.query("rollback").catch(() => undefined);
        throw new Error(`migration ${migration.name} failed`, { cause: error });
      }
    }
    return succeed(state.value.missing);
  } finally {
    await client.query("select pg_advisory_unlock($1)", [migrationLock]).catch(() => undefined);
  }
}

/** Applies one step and books it, inside the caller's transaction. */
export async function applyMigration(client: pg.ClientBase, migration: Migration): Promise<void> {
  await client.query(migration.sql);
  await client.query(
    `create table if not exists reference.migration (
       number integer primary key, name text not null, sha256 text not null,
       applied_at timestamptz not null default now())`,
  );
  await client.query("insert into reference.migration (number, name, sha256) values ($1, $2, $3)", [
    migration.number,
    migration.name,
    migration.sha256,
  ]);
}
