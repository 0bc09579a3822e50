import { mkdtempSync, rmSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/basics/calendar-date.ts";
import { startUpkeep } from "../../src/main/upkeep.ts";
import { forgetLists } from "../../src/operations/forget-lists.ts";
import { prolongOccurrences } from "../../src/operations/prolong-occurrences.ts";
import { sealLog } from "../../src/operations/seal-log.ts";
import { sweepFiles } from "../../src/operations/sweep-files.ts";
import { openRows, type ProvinceId, provinceId, type Rows, withProvince } from "../../src/store/database.ts";
import { openFileFolder } from "../../src/store/files.ts";
import { openLogKey } from "../../src/store/log-key.ts";
import { insertSentList, keepTaken } from "../../src/store/record-imports.ts";
import { asLogin, openTestDatabase, type TestDatabase } from "../support/database.ts";
import { writeEntries } from "../support/log-rows.ts";
import { day, fillRegister, madeId } from "../support/register-rows.ts";

const giaLai = provinceId(52);
const daNang = provinceId(48);
if (giaLai === null || daNang === null) throw new Error("52 and 48 are provinces");
const begin = day("2026-05-20");
const tasks = 160;

let database: TestDatabase;
let rows: Rows;
let folder: string;

beforeEach(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  folder = mkdtempSync(join(tmpdir(), "sauro-upkeep-"));
  for (const province of [giaLai, daNang])
    await fillRegister(rows.kysely, province, { documents: 2, tasksEach: tasks / 2, units: 6, today: begin });
});

afterEach(async () => {
  await rows.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

function worldOn(today: CalendarDate, newId: () => string = () => crypto.randomUUID()) {
  const files = openFileFolder(join(folder, "files"));
  return {
    kysely: rows.kysely,
    clock: () => new Date(`${today}T03:00:00Z`),
    today: () => today,
    newId,
    files,
  };
}

/** Every occurrence with its task, without its id, as text. */
async function standing(): Promise<readonly string[]> {
  return asLogin(database.superuser, async (client) => {
    const { rows: all } = await client.query<{ line: string }>(
      `select province_id || ' ' || task_id || ' ' || key || ' ' || coalesce(due_on::text, '–') || ' ' || coalesce(done_on::text, '') as line
         from occurrence order by 1`,
    );
    return all.map(({ line }) => line);
  });
}

const dueOf = async (n: number) =>
  (await standing())
    .filter((line) => line.startsWith(`52 ${madeId("task", n)}`))
    .map((line) => line.split(" ")[2]);

/** A list of records that somebody sent, and took when it wrote something. */
function sendRecords(province: ProvinceId, sentAt: string, { taken }: { readonly taken: boolean }) {
  return withProvince(rows.kysely, province, async (transaction) => {
    const id = crypto.randomUUID();
    const at = new Date(sentAt);
    const list = { id, register: "partners", owner: null, fileName: "ds.csv" };
    const empty = { headings: [], lines: [], apart: [], otherTables: 0 };
    await insertSentList(transaction, province, { ...list, ...empty }, { at, who: "mai" });
    const wrote = [{ id: crypto.randomUUID(), version: 1, before: null }];
    if (taken) await keepTaken(transaction, province, { id, taken: wrote }, at);
  });
}

it("lists of records that nobody took, and what others wrote, go after a day and no sooner", async () => {
  await sendRecords(giaLai, "2026-06-01T02:00:00Z", { taken: false });
  await sendRecords(giaLai, "2026-06-01T02:30:00Z", { taken: true });
  await sendRecords(giaLai, "2026-06-01T04:00:00Z", { taken: false });
  await sendRecords(daNang, "2026-06-01T02:00:00Z", { taken: false });
  const forgottenOn = (today: string) => forgetLists(giaLai, worldOn(day(today)));
  expect(await forgottenOn("2026-06-01")).toBe(0);
  expect(await forgottenOn("2026-06-02")).toBe(2);
  expect(await forgottenOn("2026-06-02")).toBe(0);
  expect(await forgottenOn("2026-06-03")).toBe(1);
  // Those of another province are its own to forget.
  expect(await forgetLists(daNang, worldOn(day("2026-06-03")))).toBe(1);
});

describe("as years pass", () => {
  it("recurring tasks are due to the end of the fifth year from now, and what stood stays", async () => {
    const before = await standing();
    // Task 1 recurs each year without an end.
    expect((await dueOf(1)).at(-1)).toBe("2031");
    const added = await prolongOccurrences(giaLai, worldOn(day("2029-01-05")));
    const after = await standing();
    expect((await dueOf(1)).slice(-4)).toEqual(["2031", "2032", "2033", "2034"]);
    expect(after).toHaveLength(before.length + added);
    expect(before.filter((line) => !after.includes(line))).toEqual([]);
    expect(after.filter((line) => line.startsWith("48 "))).toEqual(
      before.filter((line) => line.startsWith("48 ")),
    );
  });

  it("a second run, or two at the same time, add nothing more", async () => {
    const once = worldOn(day("2029-01-05"));
    const both = await Promise.all([prolongOccurrences(giaLai, once), prolongOccurrences(giaLai, once)]);
    const after = await standing();
    expect(await prolongOccurrences(giaLai, once)).toBe(0);
    expect(await standing()).toEqual(after);
    expect(both.filter((added) => added > 0)).toHaveLength(1);
  });

  it("what ends, what is general and what was withdrawn is not prolonged", async () => {
    // Task 3 recurs to the end of 2027; task 9 recurs each year.
    await withProvince(rows.kysely, giaLai, (transaction) =>
      transaction
        .updateTable("task")
        .set({ withdrawn_on: day("2026-06-01") })
        .where("province_id", "=", giaLai)
        .where("id", "=", madeId("task", 9))
        .execute(),
    );
    const before = [await dueOf(3), await dueOf(9), await dueOf(19)];
    await prolongOccurrences(giaLai, worldOn(day("2030-02-01")));
    expect([await dueOf(3), await dueOf(9), await dueOf(19)]).toEqual(before);
    expect(before[1]?.length).toBeGreaterThan(0);
  });

  it("broken off in the middle, the next run ends as one run would have", async () => {
    const whole = worldOn(day("2031-03-01"));
    await prolongOccurrences(daNang, whole);
    const expected = (await standing()).filter((line) => line.startsWith("48 ")).map((line) => line.slice(3));
    let left = 40;
    const breaking = worldOn(day("2031-03-01"), () => {
      if (left-- === 0) throw new Error("the power went");
      return crypto.randomUUID();
    });
    await expect(prolongOccurrences(giaLai, breaking)).rejects.toThrow("the power went");
    await prolongOccurrences(giaLai, whole);
    const after = (await standing()).filter((line) => line.startsWith("52 ")).map((line) => line.slice(3));
    expect(after).toEqual(expected);
  });

  it("a rhythm that begins beyond the horizon takes the place of the one without a day", async () => {
    await asLogin(database.superuser, async (client) => {
      const schedule = { kind: "recurring", every: "P1Y", from: "2033-01-01" };
      const id = madeId("task", 1);
      await client.query("update task set schedule = $1 where id = $2", [JSON.stringify(schedule), id]);
      await client.query("delete from occurrence where task_id = $1", [id]);
      await client.query(
        "insert into occurrence (province_id, id, task_id, key) values (52, gen_random_uuid(), $1, 'undated')",
        [id],
      );
    });
    await prolongOccurrences(giaLai, worldOn(day("2027-01-01")));
    expect(await dueOf(1)).toEqual(["undated"]);
    await prolongOccurrences(giaLai, worldOn(day("2029-01-01")));
    expect(await dueOf(1)).toEqual(["2033", "2034"]);
  });
});

/** Puts a file as if some days ago; gives its hash. */
async function put(text: string, on: string): Promise<string> {
  const { hash } = await openFileFolder(join(folder, "files")).put(
    (async function* () {
      yield Buffer.from(text);
    })(),
  );
  const then = new Date(on);
  utimesSync(join(folder, "files", hash.slice(0, 2), hash.slice(2, 4), hash), then, then);
  return hash;
}

async function owned(province: number, hash: string): Promise<void> {
  await asLogin(database.superuser, (client) =>
    client.query(
      `insert into document_file (province_id, document_id, position, name, format, sha256, size)
       values ($1, $2, 0, 'a.docx', 'docx', $3, 3)`,
      [province, madeId("document", 0), hash],
    ),
  );
}

it("files that no province has are swept when they are older than a day", async () => {
  const [kept, elsewhere, orphan, young] = [
    await put("một", "2026-05-01"),
    await put("hai", "2026-05-01"),
    await put("ba", "2026-05-18"),
    await put("bốn", "2026-05-20T01:00:00Z"),
  ];
  await owned(52, kept);
  await owned(48, elsewhere);
  const world = worldOn(begin);
  expect(await sweepFiles(world)).toEqual({ count: 1, bytes: 2 });
  const left: string[] = [];
  for await (const { hash } of world.files.list()) left.push(hash);
  expect(left.toSorted()).toEqual([kept, elsewhere, young].toSorted());
  expect(left).not.toContain(orphan);
});

it("no other table holds the hash of a file that a sweep would have to ask", async () => {
  const found = await asLogin(database.superuser, (client) =>
    client.query<{ name: string }>(
      `select table_name || '.' || column_name as name from information_schema.columns
        where table_schema = 'public' and column_name ~ 'sha256|hash' order by 1`,
    ),
  );
  expect(found.rows.map(({ name }) => name)).toEqual([
    "document.sha256",
    "document_file.sha256",
    // Pages read of a file that one of the others has.
    "file_page.sha256",
    "report_proof.sha256",
    "request_proof.sha256",
    "scan_file.sha256",
    "signed_paper_file.sha256",
  ]);
});

it("the program does it all when it begins to serve, and says how much it was", async () => {
  await put("ba", "2026-05-18");
  await sendRecords(daNang, "2028-12-31T00:00:00Z", { taken: false });
  const key = openLogKey(folder);
  const owner = openRows(database.owner, 1);
  await writeEntries(rows, giaLai, 1, 4);
  await sealLog({ kysely: rows.kysely, clock: () => new Date("2026-03-02T00:00:00Z"), key });
  const said: string[] = [];
  const bugs: unknown[] = [];
  const world = { ...worldOn(day("2029-01-05")), key, owned: owner.kysely };
  const upkeep = startUpkeep(world, {
    say: (line) => said.push(line),
    reportBug: (error) => bugs.push(error),
  });
  await expect.poll(() => said.length, { timeout: 20_000 }).toBe(4);
  await upkeep.close();
  await owner.close();
  expect(bugs).toEqual([]);
  expect(said[0]).toMatch(/Đã lập thêm \d+ kỳ/);
  expect(said[1]).toMatch(/Đã xóa 1 danh sách/);
  expect(said[2]).toMatch(/Đã bỏ 0 mục nhật ký trước 2028-01-01 \(tỉnh 52\)/);
  expect(said[3]).toMatch(/Đã dọn 1 tệp/);
});
