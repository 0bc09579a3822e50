import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { weekdayOf } from "./holidays.ts";
import { type DaySpan, firstDayOfMonth, layWeek, monthOf, weeksOfMonth } from "./month-weeks.ts";

function day(text: string): CalendarDate {
  const parsed = parseIsoDate(text);
  if (parsed === null) throw new Error(`${text} is no day`);
  return parsed;
}

describe("the weeks of a month", () => {
  it.each([
    ["2026-11", 6, "2026-10-26", "2026-12-06", "begins on a Sunday"],
    ["2027-02", 4, "2027-02-01", "2027-02-28", "28 days from a Monday on"],
    ["2024-02", 5, "2024-01-29", "2024-03-03", "a leap year"],
    ["2026-06", 5, "2026-06-01", "2026-07-05", "begins on a Monday"],
  ])("%s has %d, from %s to %s: %s", (month, count, from, to) => {
    const weeks = weeksOfMonth(day(`${month}-01`));
    expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([count, from, to]);
  });

  it("hold every day of the month once, in order, from Monday on", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1900, max: 2100 }), fc.integer({ min: 1, max: 12 }), (year, month) => {
        const first = day(`${year}-${String(month).padStart(2, "0")}-01`);
        const days = weeksOfMonth(first).flat();
        expect(weekdayOf(days[0] ?? first)).toBe(1);
        expect(days.every((one, at) => at === 0 || one === addDays(days[at - 1] ?? first, 1))).toBe(true);
        expect(days.filter((one) => monthOf(one) === monthOf(first)).length).toBeGreaterThanOrEqual(28);
        expect(days.length).toBeLessThanOrEqual(42);
      }),
    );
  });

  it.each<[string, string | null, string]>([
    ["2026-11", "2026-11-01", "a month"],
    ["2026-13", null, "no such month"],
    ["2026-1", null, "not written in full"],
    ["", null, "nothing"],
  ])("the first day of %j is %s: %s", (month, first) => {
    expect(firstDayOfMonth(month)).toBe(first);
  });
});

const [november] = weeksOfMonth(day("2026-11-01")).slice(1);
/** From Monday 2 to Sunday 8 November 2026. */
const week = november ?? [];

function spans(...written: readonly string[]): readonly (DaySpan & { readonly name: string })[] {
  return written.map((one) => {
    const [name = "", from = "", to = from] = one.split(" ");
    return { name, from: day(`2026-11-${from}`), to: day(`2026-11-${to}`) };
  });
}

describe("spans laid over a week", () => {
  it.each<[string, readonly string[], readonly string[], string, string]>([
    ["one day", ["a 04"], ["a 2+1 lane 0"], "0000000", "a bar of one column"],
    [
      "a span over the week's end",
      ["a 07 11"],
      ["a 5+2 lane 0 goes on"],
      "0000000",
      "cut, and said to go on",
    ],
    ["a span from before", ["a 01 03"], ["a 0+2 lane 0 from before"], "0000000", "cut at Monday"],
    ["the whole month", ["a 01 30"], ["a 0+7 lane 0 from before goes on"], "0000000", "over all of the week"],
    [
      "two after each other",
      ["a 02 04", "b 05 08"],
      ["a 0+3 lane 0", "b 3+4 lane 0"],
      "0000000",
      "share a lane",
    ],
    ["two on one day", ["a 02 04", "b 04"], ["a 0+3 lane 0", "b 2+1 lane 1"], "0000000", "need two lanes"],
    ["the long before the short", ["a 04", "b 04 06"], ["b 2+3 lane 0", "a 2+1 lane 1"], "0000000", "above"],
    ["more than lanes", ["a 04", "b 04", "c 04", "d 04"], ["a 2+1 lane 0", "b 2+1 lane 1"], "0020000", "+2"],
    [
      "one hidden over three days",
      ["a 02 08", "b 02 08", "c 03 05"],
      ["a 0+7 lane 0", "b 0+7 lane 1"],
      "0111000",
      "counted on each",
    ],
    ["another week", ["a 10"], [], "0000000", "not here"],
  ])("%s", (_, given, bars, hidden) => {
    const laid = layWeek(week, spans(...given), 2);
    expect(
      laid.placed.map(
        ({ span, column, days, lane, before, after }) =>
          `${span.name} ${column}+${days} lane ${lane}${before ? " from before" : ""}${after ? " goes on" : ""}`,
      ),
    ).toEqual(bars);
    expect(laid.hidden.join("")).toBe(hidden);
  });

  it("balance on each day, and no two share a place", () => {
    const span = fc
      .tuple(fc.integer({ min: -10, max: 20 }), fc.integer({ min: 0, max: 12 }))
      .map(([from, length]): DaySpan => {
        const begin = addDays(day("2026-11-02"), from);
        return { from: begin, to: addDays(begin, length) };
      });
    fc.assert(
      fc.property(fc.array(span, { maxLength: 30 }), fc.integer({ min: 1, max: 5 }), (given, lanes) => {
        const { placed, hidden } = layWeek(week, given, lanes);
        week.forEach((on, column) => {
          const over = placed.filter((bar) => bar.column <= column && column < bar.column + bar.days);
          expect(new Set(over.map(({ lane }) => lane)).size).toBe(over.length);
          expect(over.every(({ lane }) => lane >= 0 && lane < lanes)).toBe(true);
          expect(over.length + (hidden[column] ?? 0)).toBe(
            given.filter(({ from, to }) => from <= on && on <= to).length,
          );
        });
      }),
    );
  });
});
