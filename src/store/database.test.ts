import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asLogin, openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { openRows, type ProvinceId, provinceId, type Rows, withProvince } from "./database.ts";

let database: TestDatabase;
let rows: Rows;

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
});

afterAll(async () => {
  await rows.close();
  await database.drop();
});

function province(id: number): ProvinceId {
  const known = provinceId(id);
  if (known === null) throw new Error(`${id} is no province`);
  return known;
}

const giaLai = province(52);
const daNang = province(48);

function entry(id: number, subject = "document:1") {
  return {
    ...{ province_id: id, id: randomUUID(), at: new Date("2026-03-02T01:02:03Z"), who: "test", what: "try" },
    ...{ subject, before: null, after: JSON.stringify({ title: "Đề án" }) },
  };
}

describe("provinceId", () => {
  const cases: readonly [number | string, number | null, string][] = [
    ["04", 4, "the code of the list, with its zero"],
    [52, 52, "a number"],
    ["", null, "nothing"],
    ["5a", null, "not a number"],
    [0, null, "below the range"],
    [100, null, "above the range"],
    [5.5, null, "no whole number"],
  ];
  it.each(cases)("%j is %j: %s", (given, expected) => {
    expect(provinceId(given)).toBe(expected);
  });
});

describe("the wall between provinces", () => {
  it("shows a province its own rows only", async () => {
    await withProvince(rows.kysely, giaLai, (t) =>
      t.insertInto("history").values(entry(52, "own")).execute(),
    );
    await withProvince(rows.kysely, daNang, (t) =>
      t.insertInto("history").values(entry(48, "own")).execute(),
    );
    const seen = await withProvince(rows.kysely, giaLai, (t) =>
      t.selectFrom("history").select("province_id").where("subject", "=", "own").execute(),
    );
    expect(seen).toEqual([{ province_id: 52 }]);
  });

  it("shows nothing to who did not say a province", async () => {
    await withProvince(rows.kysely, giaLai, (t) => t.insertInto("history").values(entry(52)).execute());
    expect(await rows.kysely.selectFrom("history").selectAll().execute()).toEqual([]);
  });

  it("does not stay open on the connection when the work is done", async () => {
    const alone = openRows(database.program, 1);
    await withProvince(alone.kysely, giaLai, (t) => t.selectFrom("history").select("id").execute());
    expect(await alone.kysely.selectFrom("history").selectAll().execute()).toEqual([]);
    await alone.close();
  });

  it("refuses to write a row of another province, or of one that was not said", async () => {
    const foreign = withProvince(rows.kysely, giaLai, (t) =>
      t.insertInto("history").values(entry(48)).execute(),
    );
    await expect(foreign).rejects.toThrow(/row-level security/);
    const unsaid = rows.kysely.insertInto("history").values(entry(52)).execute();
    await expect(unsaid).rejects.toThrow(/row-level security/);
  });

  it("stands before the owner of the tables too", async () => {
    const seen = await asLogin(database.owner, (client) => client.query("select * from history"));
    expect(seen.rowCount).toBe(0);
  });

  it("is on every table of a province", async () => {
    const open = await asLogin(database.superuser, (client) =>
      client.query(
        `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'province_id'
          where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and not (c.relrowsecurity and c.relforcerowsecurity)`,
      ),
    );
    expect(open.rows).toEqual([]);
  });

  it("is no hindrance to the index", async () => {
    const plan = await withProvince(rows.kysely, giaLai, (t) =>
      sql<{ "QUERY PLAN": string }>`explain select * from history where id = ${randomUUID()}`.execute(t),
    );
    expect(JSON.stringify(plan.rows)).toMatch(/Index/);
  });
});

describe("the program's login", () => {
  it("adds to the history and never changes it", async () => {
    const change = withProvince(rows.kysely, giaLai, (t) =>
      t.updateTable("history").set({ who: "x" }).execute(),
    );
    await expect(change).rejects.toThrow(/permission denied/);
    const removal = withProvince(rows.kysely, giaLai, (t) => t.deleteFrom("history").execute());
    await expect(removal).rejects.toThrow(/permission denied/);
  });

  it("makes no tables and switches off no wall", async () => {
    await expect(sql`create table mine (a int)`.execute(rows.kysely)).rejects.toThrow(/permission denied/);
    await expect(sql`alter table history disable row level security`.execute(rows.kysely)).rejects.toThrow(
      /owner/,
    );
  });
});

describe("withProvince", () => {
  it("gives back what was stored, days as days and instants as instants", async () => {
    const stored = await withProvince(rows.kysely, giaLai, async (t) => {
      await t.insertInto("history").values(entry(52, "document:mới")).execute();
      return t
        .selectFrom("history")
        .selectAll()
        .where("subject", "=", "document:mới")
        .executeTakeFirstOrThrow();
    });
    expect(stored).toMatchObject({ at: new Date("2026-03-02T01:02:03Z"), after: { title: "Đề án" } });
    const day = await sql<{ day: unknown }>`select date '2026-01-31' as day`.execute(rows.kysely);
    expect(day.rows).toEqual([{ day: "2026-01-31" }]);
  });

  it("leaves nothing of work that failed", async () => {
    const failing = withProvince(rows.kysely, giaLai, async (t) => {
      await t.insertInto("history").values(entry(52, "half")).execute();
      throw new Error("no");
    });
    await expect(failing).rejects.toThrow("no");
    const left = await withProvince(rows.kysely, giaLai, (t) =>
      t.selectFrom("history").select("id").where("subject", "=", "half").execute(),
    );
    expect(left).toEqual([]);
  });

  const states: readonly [string, number, string][] = [
    ["40001", 4, "a lost race is run again three times"],
    ["40P01", 4, "a deadlock too"],
    ["23505", 1, "a duplicate is not"],
  ];
  it.each(states)("on SQLSTATE %s works %d times: %s", async (state, times) => {
    let runs = 0;
    const work = withProvince(rows.kysely, giaLai, async (t) => {
      runs += 1;
      await sql`do ${sql.raw(`$$ begin raise exception 'made' using errcode = '${state}'; end $$`)}`.execute(
        t,
      );
    });
    await expect(work).rejects.toThrow("made");
    expect(runs).toBe(times);
  });

  it("succeeds when the race is won the second time", async () => {
    let runs = 0;
    const result = await withProvince(rows.kysely, giaLai, async (t) => {
      runs += 1;
      if (runs === 1)
        await sql`do $$ begin raise exception 'made' using errcode = '40001'; end $$`.execute(t);
      return "done";
    });
    expect(result).toBe("done");
  });
});

describe("the database itself", () => {
  it("knows Vietnamese letters and their order", async () => {
    const { rows: found } = await sql<{ lower: string; word: string }>`
      select lower('ĐẶNG ƯỚC') as lower, word from (values ('đi'), ('da'), ('ăn'), ('an')) as words (word)
       order by word collate "vi-VN-x-icu"`.execute(rows.kysely);
    expect(found.map(({ word }) => word)).toEqual(["an", "ăn", "da", "đi"]);
    expect(found[0]?.lower).toBe("đặng ước");
  });

  it("has the 34 provinces and cities", async () => {
    const known = await rows.kysely.selectFrom("reference.province").selectAll().orderBy("id").execute();
    expect(known).toHaveLength(34);
    expect(known.find(({ id }) => id === 52)).toEqual({
      id: 52,
      kind: "tỉnh",
      name: "Gia Lai",
      name_en: "Gia Lai",
    });
  });
});
