import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import { asLogin, openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { migrations, readProvinceList, unwrap } from "../../tests/support/server.ts";
import { migrate, readMigrations, readSchemaState } from "./migrations.ts";
import { readProvinces, saveProvinces } from "./provinces.ts";

let database: TestDatabase;

beforeEach(async () => {
  database = await openTestDatabase("empty");
});

afterEach(() => database.drop());

function step(number: number, sql: string) {
  return { number, name: `000${number}-step`, sql, sha256: sql };
}

const foundation = migrations.slice(0, 1);

describe("migrate", () => {
  it("takes all steps once and none twice", async () => {
    await asLogin(database.owner, async (client) => {
      expect(unwrap(await migrate(client, migrations))).toEqual(migrations);
      expect(unwrap(await migrate(client, migrations))).toEqual([]);
      expect(unwrap(await readSchemaState(client, migrations))).toEqual({
        applied: migrations.length,
        missing: [],
      });
    });
  });

  it("is done once when two programs start together", async () => {
    const both = await Promise.all(
      [1, 2].map(() => asLogin(database.owner, async (client) => unwrap(await migrate(client, migrations)))),
    );
    expect(both.map((taken) => taken.length).sort()).toEqual([0, migrations.length]);
  });

  it("undoes the whole of a step that fails and keeps those before", async () => {
    const bad = step(2, "create table half (a int); select 1 / 0");
    await asLogin(database.owner, async (client) => {
      await expect(migrate(client, [...foundation, bad])).rejects.toThrow("0002-step");
      const { rows } = await client.query("select to_regclass('half') as half");
      expect(rows).toEqual([{ half: null }]);
      expect(unwrap(await readSchemaState(client, [...foundation, bad]))).toEqual({
        applied: 1,
        missing: [bad],
      });
    });
  });

  it("refuses a database that is ahead of the program", async () => {
    await asLogin(database.owner, async (client) => {
      await migrate(client, [...foundation, step(2, "create table later (a int)")]);
      expect(await migrate(client, foundation)).toMatchObject({
        failure: { code: "database.newer-schema", detail: { database: 2, program: 1 } },
      });
    });
  });

  it("refuses a step that was applied with another text", async () => {
    await asLogin(database.owner, async (client) => {
      await migrate(client, [...foundation, step(2, "create table t (a int)")]);
      const changed = await migrate(client, [...foundation, step(2, "create table t (b int)")]);
      expect(changed).toMatchObject({ failure: { code: "database.changed-migration" } });
    });
  });
});

describe("readMigrations", () => {
  const wrong: readonly [string, readonly string[], string][] = [
    ["a gap", ["0001-a.sql", "0003-c.sql"], "0003-c.sql"],
    ["a number twice", ["0001-a.sql", "0001-b.sql"], "0001-b.sql"],
    ["a name of another form", ["first.sql"], "first.sql"],
  ];
  it.each(wrong)("refuses %s", (_, files, named) => {
    const folder = mkdtempSync(join(tmpdir(), "sauro-migrations-"));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    for (const file of files) writeFileSync(join(folder, file), "select 1");
    expect(() => readMigrations(folder)).toThrow(named);
  });
});

describe("provinces", () => {
  it("are renamed when the list renames them, and stay when nothing changed", async () => {
    const list = readProvinceList();
    await asLogin(database.owner, async (client) => {
      await migrate(client, foundation);
      await saveProvinces(client, list);
      await saveProvinces(
        client,
        list.map((row) => (row.id === 56 ? { ...row, name: "Khánh Hòa" } : row)),
      );
      const { rows } = await client.query("select name from reference.province where id = 56");
      expect(rows).toEqual([{ name: "Khánh Hòa" }]);
      const count = await client.query("select 1 from reference.province");
      expect(count.rowCount).toBe(34);
    });
  });

  it("are not read from a list that is none", () => {
    expect(() => readProvinces("code\tparent\tkind\tname\tname_en\nxx\t\ttỉnh\tĐâu đó\tSomewhere")).toThrow(
      "xx",
    );
  });
});

describe("guard_province", () => {
  it("opens a new table to the province that a session named, also for its owner, and is the owner's alone to call", async () => {
    await asLogin(database.owner, async (client) => {
      unwrap(await migrate(client, migrations));
      await client.query("create table one (province_id integer not null, word text)");
      await client.query("select guard_province('one')");
      const words = async () => (await client.query("select word from one")).rows;
      await expect(client.query("insert into one values (52, 'a')")).rejects.toThrow(/row-level security/);
      await client.query("select set_config('app.province', '52', false)");
      await client.query("insert into one values (52, 'a')");
      await expect(client.query("insert into one values (48, 'b')")).rejects.toThrow(/row-level security/);
      expect(await words()).toEqual([{ word: "a" }]);
      await client.query("select set_config('app.province', '48', false)");
      expect(await words()).toEqual([]);
    });
    await asLogin(database.program, async (client) => {
      await expect(client.query("select guard_province('one')")).rejects.toThrow(/permission denied/);
    });
  });
});
