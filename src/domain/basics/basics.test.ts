import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  calendarDate,
  daysInMonth,
  formatVietnamese,
  lastDayOfMonth,
  parseIsoDate,
  partsOf,
} from "./calendar-date.ts";
import { bookStep, rejectionsOf } from "./ledger.ts";

describe("calendar dates", () => {
  it.each([
    [2025, 2, 29, null, "2025 is no leap year"],
    [2024, 2, 29, "2024-02-29", "2024 is one"],
    [1900, 2, 29, null, "a century is none"],
    [2000, 2, 29, "2000-02-29", "unless 400 divides it"],
    [2025, 6, 31, null, "June has 30 days"],
    [2025, 13, 1, null, "no such month"],
    [2025, 1, 1.5, null, "no half days"],
    [25, 1, 1, "0025-01-01", "years are written in four digits"],
  ])("%i-%i-%i: %s (%s)", (year, month, day, expected, _reason) => {
    expect(calendarDate(year, month, day)).toBe(expected);
  });

  it("come back from their parts, and print as offices write them", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9999 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 31 }),
        (year, month, day) => {
          const date = calendarDate(year, month, day);
          if (date === null) expect(day).toBeGreaterThan(daysInMonth(year, month));
          else {
            expect(partsOf(date)).toEqual({ year, month, day });
            expect(parseIsoDate(date)).toBe(date);
            expect(formatVietnamese(date).split("/").map(Number)).toEqual([day, month, year]);
          }
        },
      ),
    );
  });

  it("know the last day of a month", () => {
    expect([lastDayOfMonth(2025, 9), lastDayOfMonth(2024, 2), lastDayOfMonth(2025, 13)]).toEqual([
      "2025-09-30",
      "2024-02-29",
      null,
    ]);
  });
});

describe("the ledger", () => {
  const lost = { what: "dòng 3", where: "trang 2", why: "dòng trống" };

  it("books a step that balances", () => {
    const step = bookStep("rows", 3, 2, [lost]);
    expect(rejectionsOf({ steps: [step, bookStep("tasks", 2, 2, [])] })).toEqual([lost]);
  });

  it.each([
    [3, 3, [lost], "one too many"],
    [3, 2, [], "one lost without a reason"],
    [0, 1, [], "something from nothing"],
  ])("refuses %i in, %i out: %j, %s", (taken, handedOn, rejected, _reason) => {
    expect(() => bookStep("rows", taken, handedOn, rejected)).toThrow("does not balance");
  });
});
