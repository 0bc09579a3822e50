import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { parseHolidayData } from "./holiday-file.ts";
import { holidaysOf, isWeekend } from "./holidays.ts";
import {
  addWorkingDays,
  dayOffOn,
  isDayOff,
  nextWorkingDay,
  previousWorkingDay,
  workingDaysBetween,
} from "./working-days.ts";

const text = readFileSync("data/holidays.json", "utf8");
const data = parseHolidayData(text);
const holidays = holidaysOf(data);

function on(written: string): CalendarDate {
  const date = parseIsoDate(written);
  if (!date) throw new Error(`${written} is no day`);
  return date;
}

function daysOf(year: number): readonly CalendarDate[] {
  return Array.from({ length: 366 }, (_, i) => addDays(on(`${year}-01-01`), i)).filter((day) =>
    day.startsWith(`${year}`),
  );
}

describe("days off", () => {
  // Weekdays on which administrative bodies rested and Saturdays on which they worked, as the notices of each year say.
  const years: readonly [year: number, off: string, worked: string, why: string][] = [
    [
      2021,
      "01-01 02-10 02-11 02-12 02-15 02-16 04-21 04-30 05-03 09-02 09-03",
      "",
      "Tết over a weekend, 1/5 a Saturday",
    ],
    [
      2022,
      "01-03 01-31 02-01 02-02 02-03 02-04 04-11 05-02 05-03 09-01 09-02",
      "",
      "1/1, 10/3, 30/4 and 1/5 on weekends",
    ],
    [
      2023,
      "01-02 01-20 01-23 01-24 01-25 01-26 05-01 05-02 05-03 09-01 09-04",
      "",
      "10/3 and 30/4 beside 1/5",
    ],
    [
      2024,
      "01-01 02-08 02-09 02-12 02-13 02-14 04-18 04-29 04-30 05-01 09-02 09-03",
      "05-04",
      "29/4 for a Saturday",
    ],
    [
      2025,
      "01-01 01-27 01-28 01-29 01-30 01-31 04-07 04-30 05-01 05-02 09-01 09-02",
      "04-26",
      "2/5 for a Saturday",
    ],
    [
      2026,
      "01-01 01-02 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 08-31 09-01 09-02 11-24",
      "01-10 08-22",
      "two swaps, and the first day of Vietnamese culture",
    ],
  ];
  it.each(years)("%i: %s, worked %s (%s)", (year, off, worked) => {
    const days = daysOf(year);
    const found = days.filter((day) => !isWeekend(day) && isDayOff(day, holidays));
    expect(found.map((day) => day.slice(5)).join(" ")).toBe(off);
    const made = days.filter((day) => isWeekend(day) && !isDayOff(day, holidays));
    expect(made.map((day) => day.slice(5)).join(" ")).toBe(worked);
    expect(holidays.yearOf(year).decided).toBe(true);
    expect(holidays.yearOf(year).sources.length).toBeGreaterThan(0);
  });

  it("computes the years that are not told yet, and says so", () => {
    expect(holidays.yearOf(2027)).toMatchObject({ decided: false, sources: [] });
    const found = daysOf(2027).filter((day) => !isWeekend(day) && isDayOff(day, holidays));
    expect(found.map((day) => day.slice(5)).join(" ")).toBe(
      // Eve to the fourth of Tết are 5–9/2, a Saturday and a Sunday among them; 1/5 is a Saturday; 2/9 a Thursday.
      "01-01 02-05 02-08 02-09 02-10 02-11 04-16 04-30 05-03 09-02 09-03 11-24",
    );
  });

  it.each<[string, string, string | null, string]>([
    ["2026-04-27", "inLieu", "Giỗ Tổ Hùng Vương", "the Hùng kings' day of 2026 is a Sunday"],
    ["2026-08-31", "swapped", null, "swapped for Saturday 22/8"],
    ["2026-11-22", "weekend", null, "a Sunday"],
    ["2025-11-24", "", null, "the day of culture is one from 2026 on"],
    ["2026-11-24", "holiday", "Ngày Văn hóa Việt Nam", "from 2026 on"],
    ["2020-09-03", "", null, "National Day had one day until 2020"],
    ["2029-11-26", "", null, "the day of culture on a Saturday gives no other day"],
  ])("%s is %s %s: %s", (day, reason, name) => {
    const found = dayOffOn(on(day), holidays);
    expect([found?.reason ?? "", found?.name?.vi ?? null]).toEqual([reason, name]);
  });

  it("takes the days that a province adds, off or worked", () => {
    const storm = { day: on("2026-10-14"), off: true, vi: "Nghỉ phòng, chống bão", en: "Storm" };
    const saturday = { day: on("2026-10-24"), off: false, vi: "Làm bù", en: "Made up" };
    const own = holidaysOf(data, [storm, saturday]);
    expect(dayOffOn(storm.day, own)).toEqual({ reason: "province", name: { vi: storm.vi, en: storm.en } });
    expect(isDayOff(saturday.day, own)).toBe(false);
    expect(isDayOff(storm.day, holidays)).toBe(false);
    expect(isDayOff(on("2026-09-02"), own)).toBe(true);
  });
});

describe("working days", () => {
  it.each<[string, string, string]>([
    ["2026-02-14", "2026-02-23", "over the nine days of Tết"],
    ["2026-08-22", "2026-08-22", "a Saturday that is worked"],
    ["2026-08-29", "2026-09-03", "over National Day"],
    ["2026-07-15", "2026-07-15", "a Wednesday"],
  ])("after %s comes %s: %s", (day, next) => {
    expect(nextWorkingDay(on(day), holidays)).toBe(next);
  });

  it("goes back over a weekend", () => {
    expect(previousWorkingDay(on("2026-11-15"), holidays)).toBe("2026-11-13");
  });

  it.each<[string, number, string, string]>([
    ["2026-08-28", 1, "2026-09-03", "over National Day and its swap"],
    ["2026-07-01", 10, "2026-07-15", "two weekends"],
    ["2026-07-15", -10, "2026-07-01", "and back"],
    ["2026-07-04", 0, "2026-07-04", "none from a Saturday"],
  ])("%s and %i working days are %s: %s", (from, days, to) => {
    expect(addWorkingDays(on(from), days, holidays)).toBe(to);
  });

  const someDay = fc.integer({ min: 0, max: 20 * 365 }).map((days) => addDays(on("2015-01-01"), days));
  it("counts what it adds, and lands on working days only", () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: -40, max: 40 }), (from, days) => {
        const to = addWorkingDays(from, days, holidays);
        if (days !== 0) expect(isDayOff(to, holidays)).toBe(false);
        // Going back from a working day, the day itself is one of those between.
        const begin = days < 0 && isDayOff(from, holidays) ? -days - 1 : Math.abs(days);
        expect(Math.abs(workingDaysBetween(from, to, holidays))).toBe(begin);
      }),
      { numRuns: 300 },
    );
  });
});

describe("data/holidays.json", () => {
  it.each<[string, (whole: { rules: object[]; years: object[] }) => unknown]>([
    ["a rule with two ways", (whole) => ({ ...whole, rules: [{ ...whole.rules[0], lunar: "01-01" }] })],
    ["a day that no year has", (whole) => ({ ...whole, rules: [{ ...whole.rules[0], day: "02-30" }] })],
    ["a year without swaps", (whole) => ({ ...whole, years: [{ ...whole.years[0], swaps: null }] })],
    [
      "a day that is none",
      (whole) => ({ ...whole, years: [{ ...whole.years[0], lunarNewYear: "2021-02-30" }] }),
    ],
    ["no rules", (whole) => ({ years: whole.years })],
  ])("is refused with %s", (_, broken) => {
    expect(() => parseHolidayData(JSON.stringify(broken(JSON.parse(text))))).toThrow("data/holidays.json");
  });
});
