import ICAL from "ical.js";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordCalendarAnswer } from "../../src/contract/record-calendar.ts";
import { type HeldRole, reachOf } from "../../src/domain/organisation/rights.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { showRecordCalendar } from "../../src/operations/record-calendar.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { insertUnits } from "../../src/store/units.ts";
import { jsonRequest, openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { listenTo } from "../support/statements.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";
import { jsonOf, refusalOf } from "./register-app.ts";

const own = unitNumber(1);
const role = (name: HeldRole["role"], unit: string | null): readonly HeldRole[] => [
  { role: name, unit, actingFor: null },
];
const focal = role("focalOfficer", null);
let app: RegisterApp;

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-11-02T03:00:00Z"), startReading(), {
    focal: { name: "Cán bộ đầu mối", province: 52, held: focal },
    officer: { name: "Cán bộ", province: 52, held: role("unitOfficer", own) },
    auditor: { name: "Kiểm tra", province: 52, held: role("auditor", null) },
    elsewhere: { name: "Tỉnh khác", province: 48, held: focal },
  });
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  await withProvince(app.rows.kysely, province, (transaction) =>
    insertUnits(transaction, province, [madeUnit(1, null)]),
  );
  const delegation = {
    direction: "Đoàn vào",
    matter: "Việc công",
    country: "LA",
    purpose: "Hội đàm, làm việc",
    members: "5",
  };
  await enter("focal", "events", {
    name: "Ngày hội biên giới",
    kind: "festival",
    when: "30/10/2026 - 03/11/2026",
  });
  await enter(
    "officer",
    "delegations",
    { ...delegation, name: "Đoàn Attapeu", when: "18/11/2026 - 20/11/2026" },
    own,
  );
  await enter("focal", "otherside", { name: "Tết Nước", country: "KH", when: "12/11/2024 - 14/11/2024" });
  await enter("focal", "cases", {
    ...{ reference: "Hồ sơ 15", kind: "labour", received: "02/11/2026", due: "16/11/2026" },
  });
  await enter("focal", "events", { name: "Hội xuân", kind: "festival", when: "20/02/2026" });
  await enter("focal", "ngos", {
    ...{ name: "Cứu trợ y tế", country: "US", certificate: "operation", expiresOn: "30/11/2026" },
  });
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

async function enter(
  person: string,
  register: string,
  values: Readonly<Record<string, string>>,
  owner: string | null = null,
): Promise<string> {
  const body = { values, links: {}, owner };
  return (
    await jsonOf<{ id: string }>(app.ask(person, `/api/records/${register}`, jsonRequest("POST", body)))
  ).id;
}

function calendar(person: string, query = ""): Promise<RecordCalendarAnswer> {
  return jsonOf<RecordCalendarAnswer>(app.ask(person, `/api/cooperation/calendar?${query}`));
}

const told = ({ entries }: RecordCalendarAnswer) =>
  entries.map(({ title, from, to, expected }) => `${title} ${from} ${to}${expected ? " expected" : ""}`);

describe("the calendar of cooperation", () => {
  it("has what stands in the weeks of this month, from all registers that say so, in order", async () => {
    const shown = await calendar("focal");
    expect([shown.month, shown.today]).toEqual(["2026-11", "2026-11-02"]);
    expect(told(shown)).toEqual([
      "Ngày hội biên giới 2026-10-30 2026-11-03",
      "Tết Nước 2026-11-12 2026-11-14 expected",
      "Hồ sơ 15 2026-11-16 2026-11-16",
      "Đoàn Attapeu 2026-11-18 2026-11-20",
      "Cứu trợ y tế 2026-11-30 2026-11-30",
    ]);
    expect(shown.leftOut).toBe(0);
    expect(shown.owners).toEqual([
      { owner: null, count: 4 },
      { owner: { id: own, name: "Đơn vị thử 1" }, count: 1 },
    ]);
  });

  it.each([
    ["month=2026-02", ["Hội xuân 2026-02-20 2026-02-20"], "another month"],
    ["month=2026-11&register=ngos", ["Cứu trợ y tế 2026-11-30 2026-11-30"], "one register"],
    [`month=2026-11&owner=${own}`, ["Đoàn Attapeu 2026-11-18 2026-11-20"], "what one unit enters"],
    ["month=2025-11&owner=focal", ["Tết Nước 2025-11-12 2025-11-14 expected"], "each year after the first"],
    ["month=2023-11", [], "not before it was first told"],
  ])("asked by %s has %j: %s", async (query, expected) => {
    expect(told(await calendar("focal", query))).toEqual(expected);
  });

  it("says how much there is to filter by, whatever is filtered", async () => {
    const { registers } = await calendar("focal", "month=2026-11&register=ngos");
    expect(registers.map(({ key, count }) => `${key} ${count}`)).toEqual([
      ...["delegations 1", "ngos 1", "events 1", "otherside 1", "cases 1"],
    ]);
  });

  it("tells the days on which nobody works", async () => {
    const { daysOff } = await calendar("focal", "month=2026-09");
    expect(daysOff).toContainEqual({
      ...{ day: "2026-09-02", reason: "holiday" },
      name: { vi: expect.stringContaining("Quốc khánh"), en: expect.any(String) },
    });
    expect(daysOff.filter(({ reason }) => reason === "weekend").length).toBeGreaterThanOrEqual(8);
  });

  it("keeps restricted records from whoever has not the right to them, in entries and in numbers", async () => {
    expect(reachOf(role("auditor", null), "see-restricted-records")).toBeNull();
    const shown = await calendar("auditor");
    expect(told(shown).join()).not.toContain("Hồ sơ 15");
    expect(shown.registers.map(({ key }) => key)).not.toContain("cases");
  });

  it("shows nothing of another province", async () => {
    expect(told(await calendar("elsewhere"))).toEqual([]);
  });

  it.each([
    ["month=2026-13", "400 server.bad-request", "no month"],
    ["register=partners", "404 record.register-unknown", "a register without a calendar"],
  ])("refuses %s with %s: %s", async (query, refusal) => {
    expect(await refusalOf(app.ask("focal", `/api/cooperation/calendar?${query}`))).toBe(refusal);
  });

  it("asks the database twice", async () => {
    const { kysely, statements } = listenTo(app.rows);
    const province = provinceId(52);
    if (province === null) throw new Error("52 is a province");
    const actor = { person: "focal", name: "", province, held: focal, address: null };
    const request = { month: null, register: null, owner: null };
    expect((await showRecordCalendar(actor, request, { ...app.register, kysely })).ok).toBe(true);
    expect(statements.length).toBe(2);
  });
});

describe("its file for other programs", () => {
  it("has the same days without what is restricted, and the export is logged", async () => {
    const answer = await app.ask("focal", "/api/cooperation/calendar.ics?month=2026-11");
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="hop-tac-2026-11.ics"');
    const parsed = new ICAL.Component(ICAL.parse(await answer.text()));
    const events = parsed.getAllSubcomponents("vevent").map((component) => {
      const { summary, startDate, endDate } = new ICAL.Event(component);
      return `${summary} ${startDate} ${endDate}`;
    });
    expect(events).toEqual([
      "Ngày hội biên giới 2026-10-30 2026-11-04",
      "Tết Nước 2026-11-12 2026-11-15",
      "Đoàn Attapeu 2026-11-18 2026-11-21",
      "Hết hạn đăng ký: Cứu trợ y tế 2026-11-30 2026-12-01",
    ]);
    const { entries } = await jsonOf<{ entries: { what: string }[] }>(app.ask("auditor", "/api/log"));
    expect(entries[0]?.what).toBe("export-records");
  });
});
