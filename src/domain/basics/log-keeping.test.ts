import fc from "fast-check";
import { expect, it } from "vitest";
import { addDays, type CalendarDate, parseIsoDate } from "./calendar-date.ts";
import { keptFrom } from "./log-keeping.ts";

function day(text: string): CalendarDate {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(`${text} is no day`);
  return found;
}

it.each([
  ["2026-11-22", 12, "2025-11-01", "a year, and what is over of the month"],
  ["2026-11-30", 12, "2025-11-01", "the last day of the month drops nothing more"],
  ["2026-12-01", 12, "2025-12-01", "a new month drops the oldest one"],
  ["2026-01-31", 12, "2025-01-01", "over a turn of the year"],
  ["2026-03-15", 14, "2025-01-01", "fourteen months"],
  ["2026-02-10", 14, "2024-12-01", "into December of the year before last"],
  ["2028-02-29", 24, "2026-02-01", "from the day that other years lack"],
])("on %s with %d months entries are kept from %s: %s", (today, months, from) => {
  expect(keptFrom(day(today), months)).toBe(from);
});

it("never drops what is younger than so many months", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 12, max: 600 }), (days, months) => {
      const today = addDays(day("2026-01-01"), days);
      const from = new Date(keptFrom(today, months));
      from.setUTCMonth(from.getUTCMonth() + months);
      expect(from.getTime()).toBeLessThanOrEqual(Date.parse(today));
    }),
  );
});
