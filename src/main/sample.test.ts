import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { planDocument } from "../../tests/e2e/sample-document.ts";
import { realAgreementProcedures } from "../../tests/support/agreement-procedures.ts";
import { realBorderMaps } from "../../tests/support/border-maps.ts";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { realGazetteer, realUnitFiles } from "../../tests/support/gazetteer.ts";
import { realHolidays } from "../../tests/support/holidays.ts";
import { checkout, unwrap } from "../../tests/support/server.ts";
import { realTimeLimits } from "../../tests/support/time-limits.ts";
import { type Actor, programActor, provinceNumber } from "../domain/organisation/actor.ts";
import { startReading } from "../intake/read-file.ts";
import { clearSample } from "../operations/clear-sample.ts";
import { importDocuments } from "../operations/import-document.ts";
import { showOverview } from "../operations/overview.ts";
import { showSample } from "../operations/sample.ts";
import { openRows, type Rows, withProvince } from "../store/database.ts";
import { type FileStore, openFileFolder } from "../store/files.ts";
import { openRegister } from "./register-world.ts";
import { openSample, type SampleDesk } from "./sample.ts";

let database: TestDatabase;
let rows: Rows;
let files: FileStore;
let folder: string;
let desk: SampleDesk;
let register: ReturnType<typeof openRegister>;
const reading = startReading();
const bugs: unknown[] = [];

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  folder = mkdtempSync(join(tmpdir(), "sauro-sample-"));
  const opened = openFileFolder(folder);
  // Files bear the day on which the test runs.
  files = { ...opened, sweep: (_, neededOf) => opened.sweep(new Date(Date.now() + 1000), neededOf) };
  const known = {
    reading,
    gazetteer: realGazetteer(),
    holidays: realHolidays(),
    agreementProcedures: realAgreementProcedures(),
    timeLimits: realTimeLimits(),
    borderMaps: realBorderMaps(),
    unitFiles: realUnitFiles,
    close: () => reading.close(),
  };
  // Half of the year's facts are still to come on this day.
  const clock = () => new Date("2026-05-20T02:00:00Z");
  register = openRegister({ kysely: rows.kysely, files, reading: known, clock });
  desk = openSample({ ...world, clock }, register, (bug) => bugs.push(bug));
});
afterAll(async () => {
  reading.close();
  await rows.close();
  await database.drop();
  rmSync(folder, { recursive: true });
});

const world = {
  ...{ environment: {}, checkout, programFolder: join(checkout, "src"), version: "0", width: 100 },
  ...{ print: () => undefined, complain: () => undefined },
};

function actorOf(number: number): Actor {
  const province = provinceNumber(number);
  if (province === null) throw new Error(`${number} is no province`);
  return { ...programActor("mai", province), name: "Trần Thị Mai" };
}
const mai = actorOf(52);
const dung = actorOf(48);

async function importAs(actor: Actor, name: string, text: string) {
  const request = {
    files: [{ name, bytes: Buffer.from(text, "utf8") }],
    together: true,
    force: new Set<string>(),
  };
  return unwrap(await importDocuments(actor, request, register));
}

async function countOf(table: string, province = mai.province): Promise<number> {
  const { rows: found } = await withProvince(rows.kysely, province, (transaction) =>
    sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(transaction),
  );
  return found[0]?.count ?? -1;
}

async function storedFiles(): Promise<number> {
  let count = 0;
  for await (const _ of files.list()) count += 1;
  return count;
}

// Each case goes on where the one before it ended: filled, added to, cleared, filled again.
describe("the life of a sample", () => {
  it("is filled through the operations, books balanced, facts of days to come left out", async () => {
    const balance = unwrap(await desk.fill());
    expect(bugs).toEqual([]);
    expect(balance).toMatchObject({ documents: 5, findings: 138, open: 12, facts: 57 });
    const { accepted = 0, general = 0, dropped = 0, open = 0, recorded = 0, later = 0 } = balance ?? {};
    expect(accepted + general + dropped + open).toBe(138);
    expect(recorded + later).toBe(57);
    expect(later).toBeGreaterThan(10);
    const { states, startDay } = unwrap(await showOverview(mai, register));
    expect(startDay).toBe("2026-01-01");
    expect(
      Math.min(states.late, states.open, states.done, states.beforeStart, states.withdrawn),
    ).toBeGreaterThan(0);
  });

  it("is not filled a second time, nor where the register is another province's or has documents", async () => {
    const before = await countOf("history");
    expect(unwrap(await desk.fill())).toBeNull();
    expect(await countOf("history")).toBe(before);
    expect(await desk.begin(dung)).toMatchObject({ failure: { code: "register.sample-elsewhere" } });
  });

  it("names the documents that people imported since", async () => {
    await importAs(mai, "ke-hoach-345.txt", planDocument());
    await importAs(dung, "ke-hoach-345.txt", planDocument());
    const shown = unwrap(await showSample(mai, register));
    expect(shown).toMatchObject({ state: "filled", documents: 6 });
    expect(shown.own.map(({ fileName }) => fileName)).toEqual(["ke-hoach-345.txt"]);
  });

  it("is not cleared when there is more than the person saw, nor where it is no sample", async () => {
    const seen = { documents: 5, tasks: 123 };
    expect(await clearSample(mai, seen, register)).toMatchObject({
      failure: { code: "register.sample-changed", detail: { documents: 6 } },
    });
    expect(await clearSample(dung, { documents: 1, tasks: 0 }, register)).toMatchObject({
      failure: { code: "register.sample-none" },
    });
    expect([await countOf("document"), await countOf("document", dung.province)]).toEqual([6, 1]);
  });

  it("is cleared whole, the history kept, a file that another province names kept too", async () => {
    const before = await countOf("history");
    const { documents, tasks } = unwrap(await showSample(mai, register));
    expect(await storedFiles()).toBe(6);
    expect(unwrap(await clearSample(mai, { documents, tasks }, register))).toEqual({
      documents: 6,
      tasks: 123,
      files: 5,
    });
    expect(unwrap(await showOverview(mai, register)).startDay).toBe("2026-05-20");
    for (const table of [
      "document",
      "document_file",
      "finding",
      "task",
      "occurrence",
      "occurrence_fact",
      "sample",
    ])
      expect([table, await countOf(table)]).toEqual([table, 0]);
    expect(await countOf("history")).toBe(before + 1);
    expect(await storedFiles()).toBe(1);
    expect(await countOf("document", dung.province)).toBe(1);
  });

  it("cannot be set on a register that people keep, so nothing of that can be cleared", async () => {
    await importAs(mai, "ke-hoach-345.txt", planDocument());
    expect(await desk.begin(mai)).toMatchObject({
      failure: { code: "register.sample-not-empty", detail: { documents: 1 } },
    });
    const insert = withProvince(rows.kysely, mai.province, (transaction) =>
      sql`insert into sample (province_id, name, begun_at) values (52, 'x', now())`.execute(transaction),
    );
    await expect(insert).rejects.toThrow("permission denied");
  });
});
