import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { civilDayOf, lunarDayOf } from "./lunar-calendar.ts";

function on(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

describe("the lunar calendar", () => {
  // The first day of Tết and the day of the Hùng kings as the calendars of those years print them. In 2030 China has
  // its new year a day later, because the new moon falls before midnight in Hà Nội and after it in Beijing.
  const years: readonly [year: number, newYear: string, hungKings: string][] = [
    [2015, "2015-02-19", "2015-04-28"],
    [2016, "2016-02-08", "2016-04-16"],
    [2017, "2017-01-28", "2017-04-06"],
    [2018, "2018-02-16", "2018-04-25"],
    [2019, "2019-02-05", "2019-04-14"],
    [2020, "2020-01-25", "2020-04-02"],
    [2021, "2021-02-12", "2021-04-21"],
    [2022, "2022-02-01", "2022-04-10"],
    [2023, "2023-01-22", "2023-04-29"],
    [2024, "2024-02-10", "2024-04-18"],
    [2025, "2025-01-29", "2025-04-07"],
    [2026, "2026-02-17", "2026-04-26"],
    [2027, "2027-02-06", "2027-04-16"],
    [2028, "2028-01-26", "2028-04-04"],
    [2029, "2029-02-13", "2029-04-23"],
    [2030, "2030-02-02", "2030-04-12"],
    [2031, "2031-01-23", "2031-04-01"],
    [2032, "2032-02-11", "2032-04-19"],
    [2033, "2033-01-31", "2033-04-09"],
    [2034, "2034-02-19", "2034-04-28"],
    [2035, "2035-02-08", "2035-04-17"],
  ];
  it.each(years)("%i begins on %s and keeps 10/3 on %s", (year, newYear, hungKings) => {
    expect(civilDayOf({ year, month: 1, day: 1, leap: false })).toBe(newYear);
    expect(civilDayOf({ year, month: 3, day: 10, leap: false })).toBe(hungKings);
  });

  it.each<[string, Parameters<typeof civilDayOf>[0], string | null]>([
    [
      "Viet Nam kept Tết a month before China in 1985",
      { year: 1985, month: 1, day: 1, leap: false },
      "1985-01-21",
    ],
    ["and a day before it in 2007", { year: 2007, month: 1, day: 1, leap: false }, "2007-02-17"],
    ["2023 has a second month twice", { year: 2023, month: 2, day: 1, leap: true }, "2023-03-22"],
    ["2025 has a sixth month twice", { year: 2025, month: 6, day: 1, leap: true }, "2025-07-25"],
    ["2033 has its eleventh month twice", { year: 2033, month: 11, day: 1, leap: true }, "2033-12-22"],
    ["2026 has no leap month", { year: 2026, month: 6, day: 1, leap: true }, null],
    ["the kitchen gods of the old year", { year: 2025, month: 12, day: 23, leap: false }, "2026-02-10"],
    ["a short month has no 30th", { year: 2025, month: 12, day: 30, leap: false }, null],
    ["no thirteenth month", { year: 2025, month: 13, day: 1, leap: false }, null],
  ])("%s", (_, lunar, civil) => {
    expect(civilDayOf(lunar)).toBe(civil);
  });

  it("reads back each day as it gave it, and months follow one another without a gap", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 * 365 }), (days) => {
        const date = addDays(on("1990-01-01"), days);
        const lunar = lunarDayOf(date);
        expect(civilDayOf(lunar)).toBe(date);
        const next = lunarDayOf(addDays(date, 1));
        if (next.day === 1) expect([29, 30]).toContain(lunar.day);
        else expect(next).toEqual({ ...lunar, day: lunar.day + 1 });
      }),
      { numRuns: 300 },
    );
  });
});
