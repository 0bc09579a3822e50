import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { fileFolder, type Manifest, type ManifestPart } from "./backup-format.ts";
import { visitEntries } from "./backup-read.ts";
import {
  listTables,
  ownSchemas,
  queueSchema,
  quoteColumns,
  quoteTable,
  type SequenceState,
  type TableShape,
} from "./backup-tables.ts";
import type { FileStore } from "./files.ts";
import { applyMigration, type Migration } from "./migrations.ts";

/** Puts the files of a verified backup into the store; those that are there already stay. */
export async function restoreFiles(path: string, files: FileStore): Promise<void> {
  await visitEntries(path, async (name, open) => {
    if (name.startsWith(fileFolder)) await files.put(await open());
  });
}

/**
 * Replaces all tables of the installation by those of a verified backup, in one transaction: whatever interrupts it,
 * the old data stay. The schema is built as it was when the backup was made, filled, and brought up to date. `client`
 * is of the owner's login. Fails with `backup.other-schema` when the backup does not fit the schema of its step.
 */
export async function restoreTables(request: {
  readonly client: pg.ClientBase;
  readonly path: string;
  readonly manifest: Manifest;
  readonly migrations: readonly Migration[];
  /** Written with the tables, or not at all. */
  readonly tell?: ((client: pg.ClientBase) => Promise<void>) | undefined;
}): Promise<Result<null>> {
  const { client, manifest, migrations } = request;
  await client.query("begin");
  try {
    await dropEverything(client);
    for (const migration of migrations.slice(0, manifest.schema)) await applyMigration(client, migration);
    const tables = await listTables(client);
    const misfit = findMisfit(tables, manifest);
    if (misfit !== null) {
      await client.query("rollback");
      return fail("backup.other-schema", { table: misfit });
    }
    await withoutConstraints(client, tables, () => fillTables(request, tables));
    for (const migration of migrations.slice(manifest.schema)) await applyMigration(client, migration);
    await request.tell?.(client);
    await client.query("commit");
    return succeed(null);
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
}

/** Removes what earlier schema steps made: everything in our schemas that belongs to no extension. */
async function dropEverything(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `with free as (
       select 'pg_class'::regclass as kind, c.oid, c.relnamespace as namespace,
              case c.relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence'
                             else 'table' end || ' if exists ' || c.oid::regclass as what,
              case when c.relkind in ('v', 'm') then 1 when c.relkind = 'S' then 3 else 2 end as turn
         from pg_class c where c.relkind in ('r', 'p', 'v', 'm', 'S')
       union all
       select 'pg_proc'::regclass, p.oid, p.pronamespace, 'routine if exists ' || p.oid::regprocedure, 4
         from pg_proc p
       union all
       select 'pg_type'::regclass, t.oid, t.typnamespace, 'type if exists ' || t.oid::regtype, 5
         from pg_type t where t.typtype in ('e', 'd')
     )
     select 'drop ' || what || ' cascade' as statement
       from free join pg_namespace n on n.oid = free.namespace
      where n.nspname = 'public'
        and not exists (select 1 from pg_depend d where d.classid = kind and d.objid = free.oid and d.deptype = 'e')
      order by turn, what`,
  );
  for (const { statement } of rows) await client.query(statement);
  for (const schema of [...ownSchemas, queueSchema])
    if (schema !== "public") await client.query(`drop schema if exists ${schema} cascade`);
  await client.query("alter default privileges in schema public revoke all on tables from sauro_rows");
  await client.query("alter default privileges in schema public revoke all on sequences from sauro_rows");
}

/** The first table that the backup and the schema do not share, columns included; null when they agree. */
function findMisfit(tables: readonly TableShape[], manifest: Manifest): string | null {
  const describe = (table: Pick<TableShape, "schema" | "name" | "columns">) =>
    `${table.schema}.${table.name} (${table.columns.join(", ")})`;
  const ours = new Set(tables.map(describe));
  const theirs = new Set(manifest.tables.map(describe));
  return (
    [...theirs].find((table) => !ours.has(table)) ?? [...ours].find((table) => !theirs.has(table)) ?? null
  );
}

/**
 * Takes foreign keys, triggers and the forcing of row-level security off while the tables are filled: rows come in no
 * order that keys could follow, and COPY refuses a guarded table. The keys are checked again when they return.
 */
async function withoutConstraints(
  client: pg.ClientBase,
  tables: readonly TableShape[],
  work: () => Promise<void>,
): Promise<void> {
  const keys = await client.query<{ holder: string; name: string; definition: string }>(
    `select c.conrelid::regclass::text as holder, c.conname as name, pg_get_constraintdef(c.oid) as definition
       from pg_constraint c join pg_namespace n on n.oid = c.connamespace
      where c.contype = 'f' and c.conparentid = 0 and n.nspname = any($1)`,
    [ownSchemas],
  );
  for (const key of keys.rows)
    await client.query(`alter table ${key.holder} drop constraint ${pg.escapeIdentifier(key.name)}`);
  const each = async (change: string, chosen: readonly TableShape[]) => {
    for (const table of chosen) await client.query(`alter table ${quoteTable(table)} ${change}`);
  };
  const guarded = tables.filter((table) => table.isOfProvince);
  await each("disable trigger user", tables);
  await each("no force row level security", guarded);
  await work();
  for (const key of keys.rows)
    await client.query(
      `alter table ${key.holder} add constraint ${pg.escapeIdentifier(key.name)} ${key.definition}`,
    );
  await each("force row level security", guarded);
  await each("enable trigger user", tables);
}

async function fillTables(
  request: { readonly client: pg.ClientBase; readonly path: string; readonly manifest: Manifest },
  tables: readonly TableShape[],
): Promise<void> {
  const { client, path, manifest } = request;
  // A schema step may have put rows into a table; the backup has them as they were in the end.
  if (tables.length > 0) await client.query(`truncate ${tables.map(quoteTable).join(", ")}`);
  const parts = new Map(manifest.parts.map((part) => [part.entry, part]));
  await visitEntries(path, async (name, open) => {
    const part = parts.get(name);
    if (part !== undefined) await fillPart(client, part, tables, await open());
  });
  for (const sequence of manifest.sequences) await setSequence(client, sequence);
}

async function fillPart(
  client: pg.ClientBase,
  part: ManifestPart,
  tables: readonly TableShape[],
  content: NodeJS.ReadableStream,
): Promise<void> {
  const table = tables.find(({ schema, name }) => schema === part.schema && name === part.name);
  if (table === undefined) throw new Error(`the manifest lists no table for its part ${part.entry}`);
  const rows = client.query(
    copyFrom(`copy ${quoteTable(table)} (${quoteColumns(table.columns)}) from stdin`),
  );
  await pipeline(content, rows);
  if (rows.rowCount !== part.rows)
    throw new Error(`${part.entry} has ${part.rows} rows, of which ${rows.rowCount} came in`);
}

async function setSequence(client: pg.ClientBase, sequence: SequenceState): Promise<void> {
  await client.query("select setval($1::regclass, $2::bigint, $3)", [
    quoteTable(sequence),
    sequence.value,
    sequence.isCalled,
  ]);
}
