import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asLogin, openTestDatabase, type TestDatabase } from "../support/database.ts";
import { insertOf, madeRow, type TableShape, tableShapes } from "../support/table-rows.ts";

/** What holds rows of a province outside the default schema, and why. */
const outside: Readonly<Record<string, string>> = {
  "accounts.memberships": "asked before any province is known: which one a person works for",
  "accounts.invitations": "asked before any province is known: where a code leads",
  "accounts.calendar_links": "asked before any province is known: whose calendar a link is",
  "reference.duty_rollup": "figures of the country, which the program's login reaches by two functions only",
  "reference.duty_mark": "what of them has to be counted anew",
  "reference.duty_start": "the start days of provinces for them",
  "accounts.api_keys": "asked before any province is known: which one a key is of",
};

let database: TestDatabase;
let tables: readonly TableShape[];

beforeAll(async () => {
  database = await openTestDatabase();
  await asLogin(database.superuser, async (client) => {
    tables = await tableShapes(client);
    // Rows stand for themselves here: what they refer to is another table's matter.
    await client.query("set session_replication_role = replica");
    for (const table of tables)
      for (const province of [48, 52]) await client.query(insertOf(table, madeRow(table, province)));
  });
});
afterAll(() => database.drop());

/** Does one thing as the program, in a transaction that is open for a province (null: for none) and then undone. */
async function asProgram<T>(province: number | null, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return asLogin(database.program, async (client) => {
    await client.query("begin");
    if (province !== null)
      await client.query("select set_config('app.province', $1, true)", [String(province)]);
    try {
      return await work(client);
    } finally {
      await client.query("rollback");
    }
  });
}

/** The SQLSTATE with which a statement is refused, or how many rows it touched. */
async function fateOf(client: pg.Client, statement: string): Promise<string | number> {
  await client.query("savepoint before_it");
  try {
    return (await client.query(statement)).rowCount ?? 0;
  } catch (error) {
    await client.query("rollback to before_it");
    return error instanceof pg.DatabaseError ? (error.code ?? "") : String(error);
  }
}

/** 42501: insufficient privilege, by a policy or by a grant that is not there. */
const refused = "42501";

describe("every table of the default schema", () => {
  it("is guarded, belongs to another login than the program's, and its key begins with the province", () => {
    const open = tables.filter(
      ({ guarded, owner, keyBegins }) =>
        !guarded || owner === database.program.user || keyBegins !== "province_id",
    );
    expect(open.map(({ name }) => name)).toEqual([]);
    expect(tables.length).toBeGreaterThan(20);
  });

  it("serves a program that can neither pass by row-level security nor become who can", async () => {
    const { rows } = await asLogin(database.superuser, (client) =>
      client.query(
        `select rolname from pg_roles where (rolsuper or rolbypassrls) and pg_has_role($1, oid, 'member')`,
        [database.program.user],
      ),
    );
    expect(rows).toEqual([]);
  });

  it("shows and takes rows of one province only, whatever is asked", async () => {
    const before = await asLogin(database.superuser, fingerprints);
    const wrong: string[] = [];
    let walked = 0;
    for (const [mine, theirs] of [
      [52, 48],
      [48, 52],
    ] as const)
      for (const table of tables) {
        walked += 1;
        for (const [what, fate, right] of await fatesOf(table, mine, theirs))
          if (!right.includes(fate)) wrong.push(`${table.name} for ${mine}: ${what} gave ${fate}`);
      }
    expect(wrong).toEqual([]);
    expect(await asLogin(database.superuser, fingerprints)).toEqual(before);
    console.info(
      `${tables.length} tables × 2 provinces: ${walked} walks; none is open to the other province or to nobody`,
    );
  }, 120_000);

  it("stands beside no table of a province that is not declared", async () => {
    const { rows } = await asLogin(database.superuser, (client) =>
      client.query<{ name: string }>(
        `select table_schema || '.' || table_name as name from information_schema.columns
          where column_name = 'province_id' and table_schema not in ('public', 'pg_catalog', 'information_schema')`,
      ),
    );
    expect(rows.map(({ name }) => name).toSorted()).toEqual(Object.keys(outside).toSorted());
  });
});

describe("clearing a sample", () => {
  it("empties every table of its province but those that outlive it, and no table of another", async () => {
    const [left, others] = await asProgram(52, async (client) => {
      await client.query("select clear_sample()");
      const own = await filledTables(client);
      await client.query("select set_config('app.province', '48', true)");
      return [own, await filledTables(client)];
    });
    expect(others).toEqual(tables.map(({ name }) => name));
    expect(left).toEqual(
      ["history", "history_unsealed", "history_seal", "history_head", "history_stump"]
        .concat(["unit", "unit_name", "unit_code", "unit_change", "unit_change_part", "unit_plan"])
        .concat(["collective", "collective_wording", "person", "post"])
        .concat([
          "job_request",
          "scan",
          "scan_file",
          "file_page",
          "record_owner",
          "province_day",
          "record_mapping",
        ])
        .toSorted(),
    );
  });

  it("empties no table before one that refers to it, and none that one which stays refers to", async () => {
    const { rows } = await asLogin(database.superuser, (client) =>
      client.query<{ held: string }>(`
        with cleared as (select name, at from unnest(sample_tables()) with ordinality t (name, at))
        select k.conrelid::regclass || ' holds ' || k.confrelid::regclass as held
          from pg_constraint k
          join cleared emptied on emptied.name = k.confrelid::regclass::text
          left join cleared holding on holding.name = k.conrelid::regclass::text
         where k.contype = 'f' and k.conrelid <> k.confrelid and coalesce(holding.at > emptied.at, true)`),
    );
    expect(rows).toEqual([]);
  });
});

type Fate = readonly [what: string, fate: string | number, right: readonly (string | number)[]];

async function fatesOf(table: TableShape, mine: number, theirs: number): Promise<readonly Fate[]> {
  const name = pg.escapeIdentifier(table.name);
  const fates: Fate[] = [];
  await asProgram(null, async (client) => {
    fates.push(["reading for no province", await fateOf(client, `select from ${name}`), [0]]);
    fates.push([
      "adding for no province",
      await fateOf(client, insertOf(table, madeRow(table, mine))),
      [refused],
    ]);
  });
  await asProgram(mine, async (client) => {
    const seen = await client.query<{ province_id: number }>(`select province_id from ${name}`);
    const provinces = [...new Set(seen.rows.map((row) => row.province_id))].join();
    fates.push(["reading all", provinces, [String(mine)]]);
    const other = `where province_id = ${theirs}`;
    fates.push(["reading theirs", await fateOf(client, `select from ${name} ${other}`), [0]]);
    fates.push(["adding for them", await fateOf(client, insertOf(table, madeRow(table, theirs))), [refused]]);
    fates.push(["removing theirs", await fateOf(client, `delete from ${name} ${other}`), [0, refused]]);
    const set = `update ${name} set province_id`;
    fates.push(["giving away", await fateOf(client, `${set} = ${theirs}`), [refused]]);
    fates.push(["taking theirs", await fateOf(client, `${set} = ${mine} ${other}`), [0, refused]]);
  });
  return fates;
}

/** The tables in which a session sees a row. */
async function filledTables(client: pg.Client): Promise<readonly string[]> {
  const filled: string[] = [];
  for (const { name } of tables) {
    const { rowCount } = await client.query(`select from ${pg.escapeIdentifier(name)} limit 1`);
    if (rowCount !== 0) filled.push(name);
  }
  return filled;
}

/** What all tables hold, in short. */
async function fingerprints(client: pg.Client): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ all: string | null }>(
      `select string_agg(t::text, '|' order by t::text) as all from ${pg.escapeIdentifier(name)} t`,
    );
    found.push(`${name}: ${rows[0]?.all}`);
  }
  return found;
}
