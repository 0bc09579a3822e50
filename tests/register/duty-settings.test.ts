import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DaysAnswer, DutySettingsAnswer } from "../../src/contract/settings.ts";
import { isDayOff } from "../../src/domain/calendar/working-days.ts";
import { urgeDuties } from "../../src/operations/urge-duties.ts";
import { type ProvinceId, provinceId, withProvince } from "../../src/store/database.ts";
import { loadDutySettings } from "../../src/store/duty-settings.ts";
import { loadHolidays } from "../../src/store/province-days.ts";
import { realHolidays } from "../support/holidays.ts";
import { jsonRequest, openRegisterApp, type RegisterApp } from "../support/register-app.ts";
import { day } from "../support/register-rows.ts";
import { beginUrging, fillDuties, fillPosts } from "../support/urging-rows.ts";

const giaLai = provinceId(52) as ProvinceId; // 52 is the number of a province
const holidays = realHolidays();
const now = new Date("2026-03-02T03:00:00Z");
let app: RegisterApp;

beforeAll(async () => {
  const focal = [{ role: "focalOfficer", unit: null, actingFor: null }] as const;
  app = await openRegisterApp(() => now, undefined, { focal: { name: "Hạnh", province: 52, held: focal } });
  const duties = [{ unit: 1, lastDay: day("2026-03-02") }];
  await fillDuties(app.rows.kysely, giaLai, { units: 1, duties, today: day("2026-03-02") });
  await fillPosts(
    app.rows.kysely,
    giaLai,
    [{ person: "lan", unit: 1, role: "unitOfficer" }],
    day("2025-07-01"),
  );
  await beginUrging(app.rows.kysely, giaLai, day("2026-03-02"));
});
afterAll(() => app.close());

async function asked<T>(person: string, path: string, init?: RequestInit): Promise<T> {
  const answer = await app.ask(person, path, init);
  const body: unknown = await answer.json();
  return (answer.status === 200 ? body : (body as { error: { code: string } }).error.code) as T;
}

const duties = "/api/settings/duties";
const put = (person: string, wanted: object) =>
  asked<DutySettingsAnswer>(person, duties, jsonRequest("PUT", wanted));

describe("the settings of duties", () => {
  const delegation = { confirmingDocument: "15/QĐ-UBND", confirmingFrom: "2026-03-01" };

  it("begin without delegation and limit, and are changed in the version that was seen", async () => {
    const seen = await asked<DutySettingsAnswer>("mai", duties);
    expect(seen).toMatchObject({ confirmingDocument: null, extensionLimit: null, nothingUnapproved: true });
    const wanted = { ...seen, ...delegation, extensionLimit: 2, nothingUnapproved: false };
    expect(await put("mai", wanted)).toEqual({ ...wanted, version: seen.version + 1 });
    expect(await put("mai", wanted)).toBe("register.settings-changed");
    const kept = await withProvince(app.rows.kysely, giaLai, (transaction) =>
      loadDutySettings(transaction, giaLai),
    );
    expect(kept).toMatchObject({ ...delegation, extensionLimit: 2, nothingUnapproved: false });
  });

  it("leave the other settings of the province as they are", async () => {
    const urging = await asked<{ from: string }>("mai", "/api/urging");
    expect(urging.from).toBe("2026-03-02");
  });

  it("let a delegation be given and taken by who gives rights alone, and the rest by who may change settings", async () => {
    const seen = await asked<DutySettingsAnswer>("focal", duties);
    const taken = { confirmingDocument: null, confirmingFrom: null };
    expect(await put("focal", { ...seen, ...taken })).toBe("register.not-allowed");
    expect(await put("focal", { ...seen, confirmingFrom: "2026-01-01" })).toBe("register.not-allowed");
    expect(await put("focal", { ...seen, extensionLimit: 3 })).toMatchObject({
      ...delegation,
      extensionLimit: 3,
    });
  });

  it.each([
    ["a delegation without its day", { confirmingFrom: null }, "register.delegation-incomplete"],
    ["a delegation without its document", { confirmingDocument: null }, "register.delegation-incomplete"],
    ["a document of blanks", { confirmingDocument: "   " }, "server.bad-request"],
    ["a day that there is not", { confirmingFrom: "2026-02-30" }, "server.bad-request"],
    ["a limit below zero", { extensionLimit: -1 }, "server.bad-request"],
    ["a limit that is no whole number", { extensionLimit: 1.5 }, "server.bad-request"],
  ])("refuse %s", async (_, wrong, code) => {
    const seen = await asked<DutySettingsAnswer>("mai", duties);
    expect(await put("mai", { ...seen, ...wrong })).toBe(code);
  });
});

describe("days that a province adds", () => {
  const days = "/api/settings/days";
  const add = (given: object) => asked<DaysAnswer>("mai", days, jsonRequest("POST", given));

  const remove = (on: string) => asked<DaysAnswer>("mai", days, jsonRequest("DELETE", { day: on }));

  it("stand beside those of the country", async () => {
    const seen = await asked<DaysAnswer>("mai", days);
    expect(seen).toMatchObject({ year: 2026, decided: true, own: [] });
    expect(seen.national.find(({ day: on }) => on === "2026-09-02")).toMatchObject({ reason: "holiday" });
    expect(await asked<DaysAnswer>("mai", `${days}?year=2031`)).toMatchObject({ year: 2031, decided: false });
  });

  it.each([
    ["a Sunday is off anyhow", { day: "2026-03-08", off: true }, "register.day-off-already"],
    ["National Day is off anyhow", { day: "2026-09-02", off: true }, "register.day-off-already"],
    ["a Monday is worked anyhow", { day: "2026-03-09", off: false }, "register.day-worked-already"],
    ["there is no such day", { day: "2026-02-29", off: true }, "server.bad-request"],
    ["there is no reason", { day: "2026-03-09", off: true, name: " " }, "server.bad-request"],
  ])("are refused where %s", async (_, given, code) => {
    expect(await add({ name: "Lý do", ...given })).toBe(code);
  });

  it("change which days are worked in this province, and in no other", async () => {
    await add({ day: "2026-03-02", off: true, name: "Lễ hội của tỉnh" });
    expect(await add({ day: "2026-03-07", off: false, name: "Làm bù" })).toMatchObject({
      own: [
        { day: "2026-03-02", off: true, name: "Lễ hội của tỉnh" },
        { day: "2026-03-07", off: false, name: "Làm bù" },
      ],
    });
    const offIn = (number: number) => {
      const province = provinceId(number) as ProvinceId; // a number of a province
      return withProvince(app.rows.kysely, province, async (transaction) => {
        const known = await loadHolidays(transaction, province, holidays);
        return ["2026-03-02", "2026-03-07", "2026-03-08"].map((on) => isDayOff(day(on), known));
      });
    };
    expect(await offIn(52)).toEqual([true, false, true]);
    expect(await offIn(48)).toEqual([false, true, true]);
  });

  it("keep people from being urged, until they are taken back", async () => {
    const { kysely, clock, today, newId } = app.register;
    const queue = { request: async () => true };
    const world = { ...{ kysely, clock, today, newId, holidays, queue }, sendsMail: false };
    expect(await urgeDuties(giaLai, world)).toBeNull();
    expect(await remove("2026-03-02")).toMatchObject({
      own: [{ day: "2026-03-07" }],
    });
    expect(await remove("2026-03-02")).toBe("register.day-unknown");
    expect(await urgeDuties(giaLai, world)).toMatchObject({ told: 1 });
  });
});
