import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate, parseIsoDate } from "../domain/basics/calendar-date.ts";
import { dateInWords, numberLine, placeAndDate } from "./statutory-words.ts";

describe("dateInWords", () => {
  it.each([
    ["2025-08-21", "ngày 21 tháng 8 năm 2025", "neither needs a zero"],
    ["2025-09-03", "ngày 03 tháng 9 năm 2025", "a day below ten"],
    ["2026-01-15", "ngày 15 tháng 01 năm 2026", "January could be made 11 or 12"],
    ["2026-02-05", "ngày 05 tháng 02 năm 2026", "February likewise, with the day"],
    ["2026-03-10", "ngày 10 tháng 3 năm 2026", "no month ends in 3 but March: no zero"],
    ["2025-12-01", "ngày 01 tháng 12 năm 2025", "two figures stay two"],
  ])("%s is %s: %s", (iso, words) => {
    expect(dateInWords(parseIsoDate(iso))).toBe(words);
  });

  it("takes one more figure nowhere without becoming no day at all", () => {
    const anyDate = fc
      .tuple(
        fc.integer({ min: 1990, max: 2090 }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([year, month, day]) => calendarDate(year, month, day));
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 9 }), (date, added) => {
        const words = dateInWords(date);
        const [, day = "", month = ""] = /^ngày (\d+) tháng (\d+) năm \d{4}$/.exec(words) ?? [];
        expect(Number(`${added}${day}`)).toBeGreaterThan(31);
        expect(Number(`${added}${month}`)).toBeGreaterThan(12);
      }),
    );
  });

  it("leaves room for a day that is not known yet, which never breaks over a line", () => {
    expect(dateInWords(null)).toMatch(/^ngày\u00a0+tháng\u00a0+năm\u00a0+$/);
  });
});

describe("placeAndDate", () => {
  it("has a comma after the place", () => {
    expect(placeAndDate("Gia Lai", parseIsoDate("2025-08-21"))).toBe("Gia Lai, ngày 21 tháng 8 năm 2025");
  });
});

describe("numberLine", () => {
  it.each([
    ["1520/QĐ-UBND", "Số: 1520/QĐ-UBND", "as it is"],
    ["5/TB-UBND", "Số: 05/TB-UBND", "below ten: a zero"],
    ["05/TB-UBND", "Số: 05/TB-UBND", "the zero is there already"],
    ["12 / KH - SNgV", "Số: 12/KH-SNgV", "no blanks round stroke and hyphen"],
    ["7-KH/TU", "Số: 07-KH/TU", "a hyphen may follow the number"],
  ])("%s is %s: %s", (number, expected) => {
    expect(numberLine(number)).toBe(expected);
  });

  it("keeps room for a number that the clerks have not given", () => {
    expect(numberLine("/QĐ-UBND")).toMatch(/^Số:\u00a0{6,}\/QĐ-UBND$/);
  });
});
