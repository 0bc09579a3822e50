import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { plainWorld } from "../../src/main/register-world.ts";
import { auditLog } from "../../src/operations/audit-log.ts";
import { type DropWorld, dropOldLog } from "../../src/operations/drop-log.ts";
import { sealLog } from "../../src/operations/seal-log.ts";
import { openRows, type ProvinceId, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { type LogKey, openLogKey } from "../../src/store/log-key.ts";
import { saveSettings } from "../../src/store/province-settings.ts";
import { asLogin, openTestDatabase, type TestDatabase } from "../support/database.ts";
import { entryId, writeEntries } from "../support/log-rows.ts";

let database: TestDatabase;
let rows: Rows;
let owner: Rows;
let folder: string;
let key: LogKey;
let now: Date;

const giaLai = provinceOf(52);
const daNang = provinceOf(48);

function provinceOf(number: number): ProvinceId {
  const found = provinceId(number);
  if (found === null) throw new Error("a province of the list");
  return found;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "sauro-log-"));
  key = openLogKey(folder);
});
afterAll(() => rmSync(folder, { recursive: true }));
beforeEach(async () => {
  database = await openTestDatabase();
  [rows, owner] = [openRows(database.program), openRows(database.owner, 1)];
  now = new Date("2027-04-10T00:00:00Z");
});
afterEach(async () => {
  await owner.close();
  await rows.close();
  await database.drop();
});

const clock = () => now;
const world = (): DropWorld => ({ ...plainWorld(rows.kysely, clock), owned: owner.kysely, key });
const seal = () => sealLog({ kysely: rows.kysely, clock, key });
const drop = () => dropOldLog(giaLai, world());
const audit = () => auditLog(giaLai, { kysely: rows.kysely, publicKeys: [key.publicKey], heads: [] });
const asOwner = (work: (client: pg.Client) => Promise<unknown>) =>
  asLogin(database.owner, async (client) => {
    await client.query("select set_config('app.province', '52', false)");
    await work(client);
  });

/** Entries of a month each: changes, and every third one a sign-in. */
async function writeMonth(from: number, to: number, at: string): Promise<void> {
  await writeEntries(rows, giaLai, from, to, at);
  await asOwner((client) =>
    client.query(
      `update history set kind = 'signIn', what = 'sign-in' where id between $1 and $2
        and ('x' || right(id::text, 4))::bit(16)::int % 3 = 0`,
      [entryId(from), entryId(to)],
    ),
  );
  await seal();
}

async function keptIds(): Promise<readonly string[]> {
  return withProvince(rows.kysely, giaLai, async (transaction) => {
    const found = await sql<{
      id: string;
    }>`select id from history where what <> 'drop-log' order by id`.execute(transaction);
    return found.rows.map(({ id }) => id);
  });
}

describe("entries beyond the months that a province keeps", () => {
  it("are dropped by whole months: changes stay apart, and the chain is followed from the stump on", async () => {
    await writeMonth(1, 9, "2026-02-10T00:00:00Z");
    await writeMonth(10, 12, "2026-03-31T16:59:00Z");
    await writeMonth(13, 18, "2026-04-20T00:00:00Z");
    expect(await drop()).toEqual({ ok: true, value: { gone: 4, stay: 8, from: "2026-04-01" } });
    // The sign-ins 3, 6, 9 and 12 went; 15 and 18 are young enough.
    const gone = [3, 6, 9, 12];
    expect(await keptIds()).toEqual(
      Array.from({ length: 18 }, (_, n) => n + 1)
        .filter((n) => !gone.includes(n))
        .map(entryId),
    );
    await seal();
    const found = await audit();
    expect(found).toMatchObject({ found: null, entries: 7, unsealed: { count: 0 } });
    expect(found.stump).toMatchObject({
      ...{ position: 12, before: "2026-03-31T17:00:00.000Z", kept: { position: 8 } },
    });
    // A second look finds nothing that old.
    expect(await drop()).toEqual({ ok: true, value: null });
  });

  it("are dropped again a month later, with what was kept apart before", async () => {
    await writeMonth(1, 9, "2026-02-10T00:00:00Z");
    await writeMonth(10, 12, "2026-04-02T00:00:00Z");
    await drop();
    now = new Date("2027-05-02T00:00:00Z");
    expect(await drop()).toMatchObject({ value: { gone: 1, stay: 2, from: "2026-05-01" } });
    await seal();
    expect(await audit()).toMatchObject({ found: null, stump: { position: 12, kept: { position: 8 } } });
  });

  it("stay as long as the province set it, and those of other provinces are not touched", async () => {
    await writeMonth(1, 9, "2026-02-10T00:00:00Z");
    await writeEntries(rows, daNang, 21, 23, "2026-02-10T00:00:00Z");
    await seal();
    await withProvince(rows.kysely, giaLai, (transaction) =>
      saveSettings(transaction, giaLai, { startDay: null, soonDays: 30, logMonths: 24, version: 1 }),
    );
    expect(await drop()).toEqual({ ok: true, value: null });
    expect(await dropOldLog(daNang, world())).toMatchObject({ value: { gone: 0, stay: 3 } });
    expect(await audit()).toMatchObject({ found: null, entries: 9, stump: null });
  });

  it("that are all too old leave a chain that goes on after the stump", async () => {
    await writeMonth(1, 6, "2026-02-10T00:00:00Z");
    expect(await drop()).toMatchObject({ value: { gone: 2, stay: 4 } });
    await writeEntries(rows, giaLai, 7, 8, "2027-04-10T00:00:00Z");
    await seal();
    expect(await audit()).toMatchObject({ found: null, entries: 3, head: { position: 9 } });
  });

  it("of a log that somebody touched stay as they are, as evidence", async () => {
    await writeMonth(1, 9, "2026-02-10T00:00:00Z");
    await asOwner((client) => client.query("update history set who = 'lan' where id = $1", [entryId(2)]));
    expect(await drop()).toMatchObject({ ok: false, failure: { code: "register.log-broken" } });
    expect(await keptIds()).toHaveLength(9);
  });

  it("cannot be dropped by the login that works with rows", async () => {
    await writeMonth(1, 9, "2026-02-10T00:00:00Z");
    const powerless = { ...world(), owned: rows.kysely };
    await expect(dropOldLog(giaLai, powerless)).rejects.toThrow(/permission denied/);
    expect(await audit()).toMatchObject({ found: null, entries: 9, stump: null });
  });
});

/** What somebody with the owner's login may do after entries were dropped, and what the check says of it. */
const tampered: readonly [string, readonly string[], Record<string, unknown>][] = [
  ["moves the stump", ["update history_stump set position = 8"], { fault: "signature", position: 8 }],
  [
    "writes another digest into the stump",
    ["update history_stump set digest = repeat('a', 64)"],
    { fault: "signature" },
  ],
  ["says that fewer changes were kept", ["update history_stump set kept = 5"], { fault: "signature" }],
  ["says that more is old", ["update history_stump set before_at = now()"], { fault: "signature" }],
  ["takes the stump away", ["delete from history_stump"], { fault: "gap", position: 10 }],
  [
    "changes one of the changes kept apart",
    [`update history set after = '{"version": 99}' where id = '${entryId(4)}'`],
    { fault: "kept" },
  ],
  ["deletes one of them", [`delete from history where id = '${entryId(4)}'`], { fault: "kept" }],
  [
    "adds an old change to them",
    [
      `insert into history (province_id, id, at, who, what, subject)
       values (52, '01980000-0000-7000-8000-000000000001', '2026-01-01', 'ma', 'edit-task', 'task:1')`,
      "delete from history_unsealed where history_id = '01980000-0000-7000-8000-000000000001'",
    ],
    { fault: "kept" },
  ],
  [
    "puts a young entry beside the chain",
    [
      `insert into history (province_id, id, at, who, what, subject)
       values (52, '${entryId(77)}', '2027-03-01', 'ma', 'edit-task', 'task:77')`,
      `delete from history_unsealed where history_id = '${entryId(77)}'`,
    ],
    { fault: "unlinked", id: entryId(77), entry: { who: "ma" } },
  ],
  [
    "changes a young entry",
    [`update history set who = 'ma' where id = '${entryId(11)}'`],
    { fault: "changed", position: 11, id: entryId(11) },
  ],
];

describe("the check of a log from which entries were dropped", () => {
  it.each(tampered)("finds out when somebody %s", async (_, statements, fault) => {
    await writeMonth(1, 9, "2026-02-10T00:00:00Z");
    await writeMonth(10, 12, "2026-04-20T00:00:00Z");
    await drop();
    await seal();
    expect((await audit()).found).toBeNull();
    await asOwner(async (client) => {
      for (const statement of statements)
        expect([statement, (await client.query(statement)).rowCount]).not.toEqual([statement, 0]);
    });
    expect((await audit()).found).toMatchObject(fault);
  });
});
