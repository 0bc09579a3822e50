import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import type pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { SignedHead } from "../../src/domain/basics/log-chain.ts";
import { auditLog } from "../../src/operations/audit-log.ts";
import { sealLog } from "../../src/operations/seal-log.ts";
import { openRows, type ProvinceId, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { type LogKey, openLogKey } from "../../src/store/log-key.ts";
import { sealEntries } from "../../src/store/log-seal.ts";
import { asLogin, openTestDatabase, type TestDatabase } from "../support/database.ts";
import { entryId, writeEntries } from "../support/log-rows.ts";

let database: TestDatabase;
let rows: Rows;
let folder: string;
let key: LogKey;

const giaLai = provinceOf(52);
const daNang = provinceOf(48);
const clock = () => new Date("2026-03-02T00:00:00Z");

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
  rows = openRows(database.program);
});
afterEach(async () => {
  await rows.close();
  await database.drop();
});

const seal = () => sealLog({ kysely: rows.kysely, clock, key });
const audit = (heads: readonly SignedHead[] = [], publicKeys = [key.publicKey]) =>
  auditLog(giaLai, { kysely: rows.kysely, publicKeys, heads });

/** Does something as the login that owns the tables, in Gia Lai. */
const asOwner = (work: (client: pg.Client) => Promise<unknown>) =>
  asLogin(database.owner, async (client) => {
    await client.query("select set_config('app.province', '52', false)");
    await work(client);
  });

describe("the key that signs heads", () => {
  it("is made once and readable by this account alone", () => {
    expect(openLogKey(folder).publicKey).toBe(key.publicKey);
    expect(statSync(join(folder, "log-key.pem")).mode & 0o777).toBe(0o600);
  });
});

describe("the sealer", () => {
  it("links what waits, province by province, in the order of the ids, and signs the head", async () => {
    await writeEntries(rows, giaLai, 1, 5);
    await writeEntries(rows, daNang, 1, 2);
    expect((await audit()).unsealed).toEqual({ count: 5, since: new Date("2026-03-01T02:30:01Z") });
    expect(await seal()).toBe(7);
    expect(await seal()).toBe(0);
    await writeEntries(rows, giaLai, 6, 6);
    expect(await seal()).toBe(1);
    const found = await audit();
    expect(found).toMatchObject({ entries: 6, unsealed: { count: 0, since: null }, found: null });
    expect(found.head).toMatchObject({ position: 6, signedBy: key.fingerprint });
  });

  it("tells the newest head, not the one whose number would come last in a dictionary", async () => {
    await writeEntries(rows, giaLai, 1, 9);
    await seal();
    await writeEntries(rows, giaLai, 10, 12);
    await seal();
    expect((await audit()).head).toMatchObject({ position: 12 });
  });

  it("makes one whole chain of 10,000 entries when two seal at once", async () => {
    await writeEntries(rows, giaLai, 1, 10_000);
    const counts = await Promise.all([seal(), seal()]);
    // One may have gone by while the other was at work.
    const rest = await seal();
    expect(counts.reduce((sum, count) => sum + count, rest)).toBe(10_000);
    expect(await audit()).toMatchObject({ entries: 10_000, unsealed: { count: 0 }, found: null });
  }, 60_000);

  it("killed in the middle leaves everything waiting, and the next one links it", async () => {
    await writeEntries(rows, giaLai, 1, 4);
    const killed = withProvince(rows.kysely, giaLai, async (transaction) => {
      expect(await sealEntries(transaction, giaLai, { key, at: clock(), most: 3 })).toBe(3);
      const { rows: mine } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(transaction);
      await asLogin(database.superuser, (client) =>
        client.query("select pg_terminate_backend($1)", [mine[0]?.pid]),
      );
      await sql`select 1`.execute(transaction);
    });
    await expect(killed).rejects.toThrow();
    expect(await audit()).toMatchObject({ entries: 0, unsealed: { count: 4 }, found: null });
    expect(await seal()).toBe(4);
    expect(await audit()).toMatchObject({ entries: 4, found: null });
  });

  it("keeps no writer waiting, and what is written meanwhile follows later", async () => {
    await writeEntries(rows, giaLai, 1, 3);
    await withProvince(rows.kysely, giaLai, async (transaction) => {
      expect(await sealEntries(transaction, giaLai, { key, at: clock(), most: 10 })).toBe(3);
      // The sealing transaction is still open: a writer that had to wait for it would never end.
      await asOwner(async (client) => {
        await client.query("set lock_timeout = '2s'");
        await client.query(
          `insert into history (province_id, id, at, who, what, subject)
           values (52, $1, now(), 'lan', 'edit-task', 'task:9')`,
          [entryId(9)],
        );
      });
      // Another sealer goes by.
      expect(await seal()).toBe(0);
    });
    expect(await seal()).toBe(1);
    expect(await audit()).toMatchObject({ entries: 4, found: null });
  });
});

const fromThird = `history_id = '${entryId(3)}'`;
/** What somebody with the owner's login may do to the rows, and what the check says of it. */
const tampered: readonly [string, readonly string[], Record<string, unknown>][] = [
  [
    "an entry is changed",
    [`update history set after = '{"version": 99}' where id = '${entryId(3)}'`],
    { fault: "changed", position: 3, id: entryId(3), entry: { what: "edit-task", subject: "task:3" } },
  ],
  [
    "the instant of an entry is moved by a microsecond",
    [`update history set at = at + interval '1 microsecond' where id = '${entryId(5)}'`],
    { fault: "changed", position: 5 },
  ],
  [
    "an entry is deleted behind the back of its link",
    [
      "alter table history_seal drop constraint history_seal_province_id_history_id_fkey",
      `delete from history where id = '${entryId(3)}'`,
    ],
    { fault: "missing", position: 3, id: entryId(3), entry: null },
  ],
  [
    "an entry is deleted with its link",
    [`delete from history_seal where ${fromThird}`, `delete from history where id = '${entryId(3)}'`],
    { fault: "gap", position: 4, id: entryId(4) },
  ],
  [
    "two entries change places",
    [
      `update history h set subject = o.subject, after = o.after, at = o.at from history o
        where (h.id, o.id) in (('${entryId(2)}', '${entryId(4)}'), ('${entryId(4)}', '${entryId(2)}'))`,
    ],
    { fault: "changed", position: 2, id: entryId(2), entry: { subject: "task:4" } },
  ],
  [
    "two links change places",
    [
      `update history_seal set position = -position where position in (2, 3)`,
      `update history_seal set position = 5 + position where position < 0`,
    ],
    { fault: "changed", position: 2, id: entryId(3) },
  ],
  [
    "the tail is cut off and the head is left",
    ["delete from history_seal where position > 4", `delete from history where id > '${entryId(4)}'`],
    { fault: "cut", position: 6 },
  ],
  [
    "an entry is put beside the chain",
    [
      `insert into history (province_id, id, at, who, what, subject)
       values (52, '${entryId(77)}', now(), 'ma', 'edit-task', 'task:77')`,
      "delete from history_unsealed",
    ],
    { fault: "unlinked", id: entryId(77), entry: { who: "ma" } },
  ],
  [
    "a signature is made up",
    [`update history_head set digest = repeat('a', 64) where position = 6`],
    { fault: "signature", position: 6 },
  ],
];

describe("the check of the log", () => {
  it.each(tampered)("finds out and names it when %s", async (_, statements, fault) => {
    await writeEntries(rows, giaLai, 1, 6);
    await seal();
    expect((await audit()).found).toBeNull();
    await asOwner(async (client) => {
      for (const statement of statements)
        expect([statement, (await client.query(statement)).rowCount]).not.toEqual([statement, 0]);
    });
    expect((await audit()).found).toMatchObject(fault);
  });

  it("finds a tail that was cut off with its heads by a head that was kept elsewhere", async () => {
    await writeEntries(rows, giaLai, 1, 4);
    await seal();
    await writeEntries(rows, giaLai, 5, 6);
    await seal();
    const kept = (await audit()).head;
    if (!kept) throw new Error("a head was signed");
    expect(await audit([kept])).toMatchObject({ kept: { agreeing: 1, older: 0 }, found: null });
    await asOwner(async (client) => {
      await client.query("delete from history_head where position > 4");
      await client.query("delete from history_seal where position > 4");
      await client.query("delete from history where id > $1", [entryId(4)]);
    });
    expect((await audit()).found).toBeNull();
    expect((await audit([kept])).found).toMatchObject({ fault: "cut", position: 6 });
  });

  it("finds a chain that was made anew with another key", async () => {
    await writeEntries(rows, giaLai, 1, 3);
    await seal();
    await asOwner(async (client) => {
      await client.query("delete from history_head");
      await client.query("delete from history_seal");
      await client.query("update history set who = 'lan'");
      await client.query("insert into history_unsealed select province_id, id from history");
    });
    const other = mkdtempSync(join(tmpdir(), "sauro-log-"));
    await sealLog({ kysely: rows.kysely, clock, key: openLogKey(other) });
    expect((await audit()).found).toMatchObject({ fault: "signature", position: 3 });
    expect((await audit([], [key.publicKey, openLogKey(other).publicKey])).found).toBeNull();
    rmSync(other, { recursive: true });
  });
});
