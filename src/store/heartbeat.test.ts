import { sql } from "kysely";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openTestDatabase, type TestDatabase } from "../../tests/support/database.ts";
import { addDays, type CalendarDate, parseIsoDate } from "../domain/basics/calendar-date.ts";
import { type Heartbeat, heartbeatToday } from "../domain/duty/heartbeat.ts";
import { openRows, type Rows } from "./database.ts";
import { heartbeatSql } from "./heartbeat.ts";

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

function day(n: number): CalendarDate {
  const first = parseIsoDate("2023-12-20");
  if (first === null) throw new Error("20/12/2023 is a day");
  return addDays(first, n);
}

/** Numbers that look thrown and are the same each time. */
function thrown(seed: number): (most: number) => number {
  let state = seed;
  return (most) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 4294967296) * most);
  };
}

it("is in SQL what it is in the rule, on 20,000 rows, over ends of months, leap days and cut-offs", async () => {
  const next = thrown(7);
  const periods = ["return", "P1D", "P10D", "P2W", "P1M", "P3M", "P6M", "P1Y", "P2Y"];
  const met = new Set<Heartbeat | null>();
  for (let round = 0; round < 20; round++) {
    const heartbeat = {
      today: day(next(1200)),
      period: [null, "P1M", "P3M", "P6M"][next(4)] ?? null,
      yearlyCutOff: [null, "11-15", "02-29", "12-31"][next(4)] ?? null,
    };
    const made = Array.from({ length: 1000 }, (_, id) => ({
      ...{ id, period: periods[next(periods.length)] ?? "return" },
      startsOn: next(5) === 0 ? null : day(next(1300)),
      provedOn: next(3) === 0 ? null : day(next(1300)),
    }));
    const columns = { period: sql`w.period`, startsOn: sql`w."startsOn"`, provedOn: sql`w."provedOn"` };
    const { rows: found } = await sql<{ id: number; state: Heartbeat }>`
      select w.id, ${heartbeatSql(columns, heartbeat)} as state
        from jsonb_to_recordset(${JSON.stringify(made)}::jsonb)
          as w (id int, period text, "startsOn" date, "provedOn" date) order by w.id`.execute(rows.kysely);
    const expected = made.map((beating) => heartbeatToday(beating, heartbeat));
    for (const state of expected) met.add(state);
    expect(found.map(({ state }) => state)).toEqual(expected);
  }
  expect(met).toEqual(new Set(["beating", "notYet", "stopped", "never"]));
});
