import ICAL from "ical.js";
import { sql } from "kysely";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { CalendarLinkAnswer, MadeCalendarAnswer } from "../../src/contract/message.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import { type ProvinceId, provinceId, withProvince } from "../../src/store/database.ts";
import { openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { day } from "../support/register-rows.ts";
import { unitNumber } from "../support/unit-rows.ts";
import { dutyNumber, fillDuties, fillPosts } from "../support/urging-rows.ts";

const giaLai = provinceId(52) as ProvinceId; // 52 is the number of a province
const start = new Date("2026-03-02T03:00:00Z");
let now = start;
let app: RegisterApp;

const officerOf = (unit: number): readonly HeldRole[] => [
  { role: "unitOfficer", unit: unitNumber(unit), actingFor: null },
];

beforeAll(async () => {
  const lan = { name: "Lan", province: 52, held: officerOf(1) };
  app = await openRegisterApp(() => now, undefined, { lan, sau: { ...lan, name: "Sáu" } });
  const lastDays = ["2026-03-10", "2026-02-20", "2025-06-01", "2027-12-01"];
  const duties = lastDays.map((last) => ({ unit: 1, lastDay: day(last) }));
  const others = { unit: 2, lastDay: day("2026-03-11") };
  await fillDuties(app.rows.kysely, giaLai, {
    units: 2,
    duties: [...duties, others],
    today: day("2026-03-02"),
  });
  const posts = ["lan", "sau"].map((person) => ({ person, unit: 1, role: "unitOfficer" as const }));
  await fillPosts(app.rows.kysely, giaLai, posts, day("2025-07-01"));
});
afterAll(() => app.close());
beforeEach(() => {
  now = new Date(now.getTime() + 3_600_000);
});

const run = (statement: ReturnType<typeof sql>) =>
  withProvince(app.rows.kysely, giaLai, (transaction) => statement.execute(transaction));

async function made(person: string): Promise<string> {
  const answer = await app.ask(person, "/api/calendar", { method: "POST" });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as MadeCalendarAnswer).path;
}

async function linkOf(person: string): Promise<CalendarLinkAnswer["link"]> {
  return ((await (await app.ask(person, "/api/calendar")).json()) as CalendarLinkAnswer).link;
}

/** The ids of the duties that a calendar shows with their days; null: there is no calendar. */
async function read(path: string): Promise<readonly (readonly [string, string])[] | null> {
  const answer = await app.ask(null, path);
  if (answer.status === 404) return null;
  expect(answer.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
  const calendar = new ICAL.Component(ICAL.parse(await answer.text()));
  return calendar.getAllSubcomponents("vevent").map((component) => {
    const { uid, startDate } = new ICAL.Event(component);
    return [uid, startDate.toString()];
  });
}

const uid = (n: number) => `duty.52.${dutyNumber(n)}@sauro`;

describe("a person's own calendar", () => {
  it("shows what waits in his unit, late for two months and to come for a year, and nothing of another", async () => {
    expect(await read(await made("lan"))).toEqual([
      [uid(1), "2026-02-20"],
      [uid(0), "2026-03-10"],
    ]);
  });

  it("is told without its token, with when it was last read, and its token is kept nowhere", async () => {
    const path = await made("lan");
    expect(await linkOf("lan")).toEqual({ createdAt: now.toISOString(), usedAt: null });
    await read(path);
    expect(await linkOf("lan")).toEqual({ createdAt: now.toISOString(), usedAt: now.toISOString() });
    expect(await linkOf("sau")).toBeNull();
    const token = path.replace("/api/calendar/", "").replace(".ics", "");
    const { rows } = await withProvince(app.rows.kysely, giaLai, (transaction) =>
      sql<{ row: string }>`select l::text as row from accounts.calendar_links l
        union all select h::text from history h`.execute(transaction),
    );
    expect(rows.length).toBeGreaterThan(2);
    expect(rows.filter(({ row }) => row.includes(token))).toEqual([]);
  });

  it("loses what was reported, and follows a day that is given again under the same name", async () => {
    const path = await made("lan");
    await run(sql`update duty set submitted_on = '2026-03-02' where id = ${dutyNumber(1)}`);
    await run(sql`update duty set last_day = '2026-04-15' where id = ${dutyNumber(0)}`);
    expect(await read(path)).toEqual([[uid(0), "2026-04-15"]]);
  });

  it("has one link at a time: a new one ends the one before", async () => {
    const [first, second] = [await made("lan"), await made("lan")];
    expect([await read(first), (await read(second))?.length]).toEqual([null, 1]);
  });

  it("is not there any more once it is revoked", async () => {
    const path = await made("lan");
    expect((await app.ask("lan", "/api/calendar", { method: "DELETE" })).status).toBe(200);
    expect([await read(path), await linkOf("lan")]).toEqual([null, null]);
  });

  it("shows what its owner may see when it is read: nothing more in another unit, nothing at all without a post", async () => {
    const path = await made("sau");
    await run(sql`update post set unit_id = ${unitNumber(2)} where person_id = 'sau'`);
    expect(await read(path)).toEqual([[uid(4), "2026-03-11"]]);
    await run(sql`update post set to_day = '2026-03-01' where person_id = 'sau'`);
    expect(await read(path)).toBeNull();
    await run(sql`update post set to_day = null where person_id = 'sau'`);
    await run(sql`update person set left_on = '2026-03-01' where id = 'sau'`);
    expect(await read(path)).toBeNull();
  });

  it.each([
    ["nothing", "/api/calendar/.ics"],
    ["a token that was never given", `/api/calendar/${"a".repeat(43)}.ics`],
    ["words of the database", "/api/calendar/%27%20or%201%3D1.ics"],
  ])("does not open by %s", async (_, path) => {
    expect((await app.ask(null, path)).status).toBe(404);
  });

  it("does not open by what is no token at all", async () => {
    expect((await app.ask(null, `/api/calendar/${"a".repeat(200)}`)).status).toBe(400);
  });

  it("is given so often at once and then made to wait, and slows nobody else", async () => {
    const [path, other] = [await made("lan"), `/api/calendar/${"b".repeat(43)}.ics`];
    for (let n = 0; n < 20; n++) expect((await app.ask(null, path)).status).toBe(200);
    const refused = await app.ask(null, path);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"]);
    expect((await app.ask(null, other)).status).toBe(404);
    now = new Date(now.getTime() + 60_000);
    expect((await app.ask(null, path)).status).toBe(200);
  });
});
