import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CallReviewAnswer } from "../../src/contract/call-review.ts";
import type { MessagesAnswer } from "../../src/contract/message.ts";
import type { RecordListAnswer } from "../../src/contract/record.ts";
import type { RecordSumsAnswer } from "../../src/contract/record-sums.ts";
import type {
  LimitListAnswer,
  LimitSettingsAnswer,
  RecordLimitsAnswer,
} from "../../src/contract/time-limit.ts";
import { declarations } from "../../src/domain/cooperation/declarations.ts";
import { provinceNumber } from "../../src/domain/organisation/actor.ts";
import type { HeldRole } from "../../src/domain/organisation/rights.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { alertTimeLimits } from "../../src/operations/alert-time-limits.ts";
import { provinceId, withProvince } from "../../src/store/database.ts";
import { insertUnits } from "../../src/store/units.ts";
import { jsonRequest, openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { day } from "../support/register-rows.ts";
import { madeUnit, unitNumber } from "../support/unit-rows.ts";
import { fillPosts } from "../support/urging-rows.ts";
import { jsonOf, refusalOf } from "./register-app.ts";

const [own, commune, second] = [unitNumber(1), unitNumber(2), unitNumber(3)];
const role = (name: HeldRole["role"], unit: string | null): readonly HeldRole[] => [
  { role: name, unit, actingFor: null },
];
let app: RegisterApp;

beforeAll(async () => {
  app = await openRegisterApp(() => new Date("2026-06-15T03:00:00Z"), startReading(), {
    focal: { name: "Cán bộ đầu mối", province: 52, held: role("focalOfficer", null) },
    officer: { name: "Cán bộ", province: 52, held: role("unitOfficer", own) },
  });
  const province = provinceId(52);
  if (province === null) throw new Error("52 is a province");
  await withProvince(app.rows.kysely, province, (transaction) =>
    insertUnits(transaction, province, [madeUnit(1, null), madeUnit(2, null), madeUnit(3, null)]),
  );
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

async function added(
  register: string,
  values: Readonly<Record<string, unknown>>,
  { links = {}, person = "focal", owner = null as null | string } = {},
): Promise<string> {
  const body = { values, links, owner, sure: true };
  return (
    await jsonOf<{ id: string }>(app.ask(person, `/api/records/${register}`, jsonRequest("POST", body)))
  ).id;
}

const limits = (query = "", person = "focal") =>
  jsonOf<LimitListAnswer>(app.ask(person, `/api/time-limits?${query}`));
const ofRecord = (register: string, id: string, person = "focal") =>
  jsonOf<RecordLimitsAnswer>(app.ask(person, `/api/time-limits/${register}/${id}`));
const prove = (path: string, on: string, documentNumber: string | null, person = "focal") =>
  app.ask(person, `/api/time-limits/${path}`, jsonRequest("PUT", { on, documentNumber }));
const sums = (register: string, year = "") =>
  jsonOf<RecordSumsAnswer>(app.ask("focal", `/api/records/${register}/sums${year && `?year=${year}`}`));
const listed = (register: string, where: string) =>
  jsonOf<RecordListAnswer>(app.ask("focal", `/api/records/${register}?${new URLSearchParams({ where })}`));

describe("time limits", () => {
  let ngo = "";

  it("of an organisation stand with their days, and a yearly report is done by what is recorded beside it", async () => {
    ngo = await added("ngos", {
      ...{ name: "Cầu Vồng", country: "FR", certificate: "operation" },
      ...{ issuedOn: "2024-05-02", expiresOn: "2026-09-30", accountNotedOn: "2024-05-20" },
    });
    app.statements.length = 0;
    const before = await ofRecord("ngos", ngo);
    expect(app.statements.length).toBeLessThanOrEqual(3);
    expect(
      before.standings.map(({ limit, occurrence, due, state }) => [limit, occurrence, due, state]),
    ).toEqual([
      ["ngo-account", "once", "2024-05-15", "doneLate"],
      ["ngo-plan", "once", "2024-07-03", "late"],
      ["ngo-report", "2024", "2024-12-18", "late"],
      ["ngo-report", "2025", "2025-12-18", "late"],
      ["ngo-report", "2026", "2026-12-18", "notYet"],
      ["ngo-expiry", "once", "2026-09-30", "due"],
    ]);
    const report = `ngos/${ngo}/ngo-report/2025`;
    const after = await jsonOf<RecordLimitsAnswer>(prove(report, "2025-12-17", "05/BC-CV"));
    expect(after.standings.find(({ occurrence }) => occurrence === "2025")).toMatchObject({
      ...{ state: "done", doneOn: "2025-12-17", documentNumber: "05/BC-CV" },
      period: { from: "2024-12-15", to: "2025-12-14" },
    });
    // Recorded anew, and taken back.
    const later = await jsonOf<RecordLimitsAnswer>(prove(report, "2025-12-20", null));
    expect(later.standings.find(({ occurrence }) => occurrence === "2025")?.state).toBe("doneLate");
    const none = await jsonOf<RecordLimitsAnswer>(
      app.ask("focal", `/api/time-limits/${report}`, { method: "DELETE" }),
    );
    expect(none.standings.find(({ occurrence }) => occurrence === "2025")?.state).toBe("late");
  });

  it("are recorded by who enters the record, for what has no field of its own, and not ahead", async () => {
    const report = `ngos/${ngo}/ngo-report/2025`;
    expect(await refusalOf(prove(report, "2026-06-16", null))).toBe("422 record.proof-early");
    expect(await refusalOf(prove(report, "2026-06-01", null, "officer"))).toBe("403 record.not-owner");
    const account = `ngos/${ngo}/ngo-account/once`;
    expect(await refusalOf(prove(account, "2026-06-01", null))).toBe("422 record.limit-unknown");
    expect(await refusalOf(prove(`aid/${ngo}/aid-report/2025`, "2026-06-01", null))).toBe(
      "404 record.unknown",
    );
  });

  it("stand in one list whose numbers are those of their lists", async () => {
    await added(
      "delegations",
      {
        ...{ name: "Đoàn đi Attapeu", direction: "out", matter: "official", country: "LA", purpose: "talks" },
        ...{ when: "10/05/2026 - 14/05/2026", members: "6" },
      },
      { person: "officer", owner: own },
    );
    await added(
      "conferences",
      {
        ...{
          name: "Hội thảo cà phê",
          when: "01/08/2026 - 02/08/2026",
          mode: "inPerson",
          guestRank: "minister",
        },
      },
      { links: { host: [own] } },
    );
    app.statements.length = 0;
    const all = await limits();
    expect(app.statements.length).toBeLessThanOrEqual(3);
    expect(all.total).toBe(all.counts.reduce((sum, { count }) => sum + count, 0));
    for (const { limit, state, year, count } of all.counts) {
      const { total, rows } = await limits(`limit=${limit}&state=${state}&year=${year}`);
      expect([limit, state, total, rows.length]).toEqual([limit, state, count, count]);
    }
    const open = await limits("state=due,late", "officer");
    expect(open.rows.map(({ record, limit, state }) => [record.title, limit, state])).toEqual([
      ["Cầu Vồng", "ngo-plan", "late"],
      ["Cầu Vồng", "ngo-report", "late"],
      ["Cầu Vồng", "ngo-report", "late"],
      ["Đoàn đi Attapeu", "delegation-report", "late"],
      // With a minister it is the Prime Minister's, 40 days before.
      ["Hội thảo cà phê", "conference-dossier-prime-minister", "due"],
      ["Cầu Vồng", "ngo-expiry", "due"],
    ]);
  });

  it("follow what the province sets: days, steps of its own, and who permits whose journey", async () => {
    const path = "/api/settings/time-limits";
    const before = await jsonOf<LimitSettingsAnswer>(app.ask("focal", path));
    const step = {
      ...{
        key: "step-a",
        name: "Thông báo cho Sở Ngoại vụ",
        direction: "out",
        matter: null,
        from: "2026-01-01",
      },
      limit: { start: "when.from", days: -5, counting: "workingDays" },
    };
    const settings = {
      ...{ days: { "delegation-report": 40 }, steps: [step] },
      travel: { private: { leader: "chair" } },
    };
    const send = (body: object) => app.ask("mai", path, jsonRequest("PUT", body));
    expect(await refusalOf(send({ settings: { ...settings, days: { "ngo-account": 3 } }, version: 0 }))).toBe(
      "422 record.limit-unknown",
    );
    const after = await jsonOf<LimitSettingsAnswer>(send({ settings, version: before.version }));
    expect(await refusalOf(send({ settings, version: before.version }))).toBe(
      "409 register.settings-changed",
    );
    const journey = await added(
      "delegations",
      {
        ...{ name: "Đi thăm thân", direction: "out", matter: "private", country: "JP", purpose: "family" },
        ...{ when: "08/06/2026 - 12/06/2026", members: "1", rank: "leader", permittedBy: "unitHead" },
      },
      { person: "officer", owner: own },
    );
    const shown = await ofRecord("delegations", journey, "officer");
    expect(shown.authority).toBe("chair");
    expect(shown.standings.map(({ limit, due, state }) => [limit, due, state])).toEqual([
      ["delegation-report", "2026-07-22", "due"],
      ["step-a", "2026-06-01", "late"],
    ]);
    const done = await jsonOf<RecordLimitsAnswer>(
      prove(`delegations/${journey}/step-a/once`, "2026-05-29", "12/CV-SYT", "officer"),
    );
    expect(done.standings[1]).toMatchObject({ state: "done", documentNumber: "12/CV-SYT" });
    expect((await listed("delegations", "approval:other")).records.map(({ title }) => title)).toEqual([
      "Đi thăm thân",
    ]);
    // The list goes by the same days: 40 of them are not over yet for either.
    expect((await listed("delegations", "report:due")).total).toBe(2);
    await jsonOf(send({ settings: before.settings, version: after.version }));
    expect((await listed("delegations", "report:late")).total).toBe(1);
  });
});

describe("who answers for a record", () => {
  const told = async (person: string) => jsonOf<MessagesAnswer>(app.ask(person, "/api/messages"));

  it("is told once beside the bell of each day that is reached, and no more when it is done", async () => {
    const province = provinceNumber(52);
    if (province === null) throw new Error("52 is a province");
    const posts = [
      { person: "focal", unit: 3, role: "focalOfficer" },
      { person: "officer", unit: 1, role: "unitOfficer" },
    ] as const;
    await fillPosts(app.rows.kysely, province, posts, day("2025-01-01"));
    const { reached, told: count, overtaken, unheard } = await alertTimeLimits(province, app.register);
    expect(reached).toBe(count + overtaken + unheard);
    expect(await alertTimeLimits(province, app.register)).toMatchObject({ reached: 0 });
    // What fell due more than sixty days ago stands in the list; a certificate that ends is told 180 days before.
    const focal = (await told("focal")).limitAlerts.map(({ record, name }) => `${record.title}: ${name.en}`);
    expect(focal.toSorted()).toEqual([
      "Cầu Vồng: Certificate ends: extend or terminate",
      "Hội thảo cà phê: Dossier (permitted by the Prime Minister)",
    ]);
    const own = await told("officer");
    expect(own.limitAlerts.map(({ record, due }) => [record.title, due])).toEqual([
      ["Đoàn đi Attapeu", "2026-05-29"],
    ]);
    expect(own.unread).toBe(1);
    await jsonOf(app.ask("officer", "/api/messages/read", jsonRequest("POST", { ids: null })));
    expect(await told("officer")).toMatchObject({ unread: 0, limitAlerts: [{ isRead: true }] });
  });
});

describe("a year summed up", () => {
  it("adds aid up in đồng by country, field and commune, and every line opens as many records", async () => {
    const partner = (name: string, country: string) => added("partners", { name, kind: "ngo", country });
    const [japan, france] = [await partner("Hội Nhật", "JP"), await partner("Hội Pháp", "FR")];
    const aid = (name: string, value: string, more: object, links: object) =>
      added("aid", { name, kind: "project", value, ...more }, { links: { recipient: [own], ...links } });
    const approved = { approval: "9/QĐ-UBND", approvedOn: "2026-02-01" };
    await aid(
      "Trường học",
      "10.000 USD = 250.000.000 VND",
      { ...approved, fields: ["education", "health"], dollars: "10000" },
      { partners: [japan], places: [commune, second] },
    );
    await aid(
      "Trạm y tế",
      "100.000.000 VND",
      { ...approved, fields: ["health"] },
      { partners: [france], places: [commune] },
    );
    await aid("Sách", "500 EUR", approved, { partners: [france] });
    await aid(
      "Năm trước",
      "70.000.000 VND",
      { ...approved, approvedOn: "2025-02-01" },
      { partners: [japan] },
    );
    app.statements.length = 0;
    const { year, years, total, tables } = await sums("aid");
    expect(app.statements.length).toBeLessThanOrEqual(3);
    expect([year, years, total.count, total.sums]).toEqual([
      ...[2026, [2026, 2025], 3],
      { value: 350_000_000, dollars: 10_000 },
    ]);
    const table = (key: string) =>
      tables
        .find(({ by }) => by.join() === key)
        ?.rows.map(({ of, count, sums: { value } }) => `${of[0]?.name ?? of[0]?.value} ${count} ${value}`);
    expect(table("donorCountry")).toEqual(["FR 2 100000000", "JP 1 250000000"]);
    expect(table("fields")?.toSorted()).toEqual(["- 1 0", "education 1 250000000", "health 2 350000000"]);
    expect(
      table("places")
        ?.map((line) => line.replace(/^.* (\d+ \d+)$/, "$1"))
        .toSorted(),
    ).toEqual(["1 0", "1 250000000", "2 350000000"]);
    expect(table("worth")).toEqual(["given 2 350000000", "missing 1 0"]);
  });

  it("adds money up by unit and purpose, with what is left", async () => {
    const money = (unit: string, kind: string, figures: Readonly<Record<string, string>>) =>
      added(
        "budget",
        { purpose: `${kind} ${unit}`, year: "2026", kind, ...figures },
        { links: { unit: [unit] } },
      );
    await money(own, "out", { requested: "90", estimate: "80", used: "60" });
    await money(own, "out", { requested: "10", estimate: "10", used: "20" });
    await money(commune, "event", { requested: "5", estimate: "5" });
    const { total, tables } = await sums("budget", "2026");
    expect(total.sums).toEqual({ requested: 105, estimate: 95, used: 80 });
    expect(tables[0]?.rows.map(({ of, count, sums: added }) => [of[1]?.value, count, added])).toEqual([
      ["out", 2, { requested: 100, estimate: 90, used: 80 }],
      ["event", 1, { requested: 5, estimate: 5, used: 0 }],
    ]);
    expect((await listed("budget", "use:over")).total).toBe(1);
    const file = await app.ask("mai", "/api/records/budget/sums.xlsx?year=2026");
    expect([file.status, (await file.arrayBuffer()).byteLength > 2000]).toEqual([200, true]);
  });

  it("opens, for every register that is summed up, the list of which each line tells", async () => {
    const asked = declarations.filter(({ yearly }) => yearly);
    expect(asked.length).toBeGreaterThan(5);
    let lines = 0;
    for (const { key, yearly } of asked) {
      const { tables, year, total } = await sums(key);
      const ofYear = `${yearly?.year}:${year}`;
      expect([key, (await listed(key, ofYear)).total]).toEqual([key, total.count]);
      for (const { by, rows } of tables)
        for (const { of, count } of rows) {
          const where = [ofYear, ...of.map(({ value }, at) => `${by[at]}:${value}`)].join(";");
          expect([key, where, (await listed(key, where)).total]).toEqual([key, where, count]);
          lines += 1;
        }
    }
    expect(lines).toBeGreaterThan(12);
    expect(await refusalOf(app.ask("focal", "/api/records/partners/sums"))).toBe(
      "404 record.register-unknown",
    );
  });
});

describe("reviews of the projects calling for investment", () => {
  it("say what was added, updated and taken out, and how the list stood after each", async () => {
    const call = (name: string) => added("calls", { name });
    const review = (name: string, on: string) => added("call-reviews", { name, on });
    const item = (of: string, project: string, outcome: string, name = "Dự án") =>
      added(
        "call-review-items",
        { name, outcome, reason: "Theo quy hoạch" },
        { links: { review: [of], call: [project] } },
      );
    const [port, solar, park] = [
      await call("Cảng cạn"),
      await call("Điện mặt trời"),
      await call("Khu du lịch"),
    ];
    const [first, then] = [
      await review("Rà soát 2025", "2025-06-01"),
      await review("Rà soát 2026", "2026-06-01"),
    ];
    await item(first, port, "added");
    await item(first, solar, "added");
    await item(then, solar, "removed");
    await item(then, park, "added");
    await item(then, port, "updated");
    app.statements.length = 0;
    const shown = async (id: string) => {
      const answer = await jsonOf<CallReviewAnswer>(app.ask("officer", `/api/call-reviews/${id}`));
      return {
        outcomes: answer.outcomes.map(({ outcome, count }) => `${outcome} ${count}`),
        listed: answer.listed.map(({ title, outcome }) => `${title} ${outcome}`),
      };
    };
    expect(await shown(first)).toEqual({
      outcomes: ["added 2"],
      listed: ["Cảng cạn added", "Điện mặt trời added"],
    });
    expect(app.statements.length).toBeLessThanOrEqual(3);
    expect(await shown(then)).toEqual({
      outcomes: ["added 1", "removed 1", "updated 1"],
      listed: ["Cảng cạn updated", "Khu du lịch added"],
    });
    // Each number opens its list; the list of projects tells the last word about each.
    expect((await listed("call-review-items", `review:${then};outcome:removed`)).total).toBe(1);
    expect((await listed("calls", "review:removed")).records.map(({ title }) => title)).toEqual([
      "Điện mặt trời",
    ]);
    expect(await refusalOf(app.ask("focal", `/api/call-reviews/${port}`))).toBe("404 record.unknown");
  });
});
