import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseIsoDate } from "../../src/domain/basics/calendar-date.ts";
import { programActor } from "../../src/domain/organisation/actor.ts";
import { plainWorld } from "../../src/main/register-world.ts";
import { exportLog, type LogExport, type LogFilter } from "../../src/operations/export-log.ts";
import { openRows, provinceId, type Rows } from "../../src/store/database.ts";
import { openTestDatabase, type TestDatabase } from "../support/database.ts";
import { entryId, writeEntries } from "../support/log-rows.ts";

let database: TestDatabase;
let rows: Rows;

const all: LogFilter = {
  ...{ kinds: [], who: null, what: null, subject: null, address: null, from: null, to: null },
};

function giaLai() {
  const found = provinceId(52);
  if (found === null) throw new Error("52 is a province");
  return found;
}

beforeAll(async () => {
  database = await openTestDatabase();
  rows = openRows(database.program);
  // The last of them, at 17:00:01 UTC, is of the next day in Vietnam.
  await writeEntries(rows, giaLai(), 1, 2500, "2026-03-01T16:18:21Z");
});
afterAll(async () => {
  await rows.close();
  await database.drop();
});

async function exported(
  filter: Partial<LogFilter>,
  role: "auditor" | "leader" | "administrator" = "auditor",
  words: string | null = null,
) {
  const held = [{ role, unit: null, actingFor: null }] as const;
  const actor = { ...programActor("kiểm tra", giaLai()), held };
  let text = "";
  const write = async (lines: string) => {
    text += lines;
  };
  const world = plainWorld(rows.kysely, () => new Date("2026-03-03T00:00:00Z"));
  const request: LogExport = {
    ...{ filter: { ...all, ...filter }, words, format: "jsonl", host: "x", headings: [], write },
  };
  const given = await exportLog(actor, request, world);
  const entries = text.split("\n").flatMap((line) => (line === "" ? [] : [JSON.parse(line)]));
  return { given, entries };
}

describe("the log as a file", () => {
  it("has every entry once and in order, however many there are, and the export stands in the log after", async () => {
    const first = await exported({});
    expect(first.given).toEqual({ ok: true, value: 2500 });
    expect(first.entries.map(({ id }) => id)).toEqual(Array.from({ length: 2500 }, (_, n) => entryId(n + 1)));
    const { entries } = await exported({ kinds: ["export"] });
    expect(entries).toMatchObject([
      { who: "kiểm tra", what: "export-log", after: { format: "jsonl", count: 2500 } },
    ]);
  });

  it("keeps to its filter; days are those of Vietnam", async () => {
    expect((await exported({ subject: "task:7" })).entries).toMatchObject([{ id: entryId(7) }]);
    expect((await exported({ address: "10.0.0.8" })).entries).toEqual([]);
    const next = await exported({ from: parseIsoDate("2026-03-02"), to: parseIsoDate("2026-03-02") });
    expect(next.entries.map(({ id }) => id)).toEqual([entryId(2499), entryId(2500)]);
  });

  it("finds words with or without accents, and gives no contents of the register to who does not see it", async () => {
    expect((await exported({ subject: "task:7" }, "auditor", "so ngoai")).entries).toHaveLength(1);
    expect((await exported({ subject: "task:7" }, "auditor", "sở y tế")).entries).toEqual([]);
    const { entries } = await exported({ subject: "task:7" }, "administrator");
    expect(entries).toMatchObject([{ id: entryId(7), before: null, after: null }]);
    expect((await exported({ subject: "task:7" }, "administrator", "ngoại vụ")).entries).toEqual([]);
  });

  it("that breaks off is told in the log with what had gone out by then", async () => {
    const actor = {
      ...programActor("đứt", giaLai()),
      held: [{ role: "auditor", unit: null, actingFor: null }] as const,
    };
    const world = plainWorld(rows.kysely, () => new Date("2026-03-04T00:00:00Z"));
    let pages = 0;
    const write = async () => {
      if (pages++ > 0) throw new Error("the reader left");
    };
    const request: LogExport = {
      ...{ filter: all, words: null, format: "csv", host: "", headings: ["Lúc"], write },
    };
    await expect(exportLog(actor, request, world)).rejects.toThrow("the reader left");
    const { entries } = await exported({ who: "đứt" });
    expect(entries).toMatchObject([{ what: "export-log", after: { format: "csv", count: 0, whole: false } }]);
  });

  it("is refused to whom the table of rights does not give it", async () => {
    expect(await exported({}, "leader")).toMatchObject({
      ...{ given: { ok: false, failure: { code: "register.not-allowed" } }, entries: [] },
    });
  });
});
