import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate } from "../basics/calendar-date.ts";
import { digitsMeant, misreadDates } from "./misread-digits.ts";

describe("digits meant by signs", () => {
  it.each([
    ["S9", ["59", "89"], "S is 5, perhaps 8"],
    ["1l", ["11"], "a stroke is 1"],
    ["2O", ["20", "26"], "a round is 0, perhaps 6"],
    ["142", ["142"], "digits are what they are"],
    ["1x", [], "x is like no digit"],
    ["", [], "nothing is no number"],
  ])("%s: %j, %s", (seen, expected) => {
    expect(digitsMeant(seen)).toEqual(expected);
  });
});

describe("misread dates", () => {
  it.each([
    ["trước ngày l5/7/2025", ["15/7/2025"], "a stroke for 1"],
    ["ngày 3O/9/2025", ["30/9/2025"], "36 is no day"],
    ["ngày 1S/8/2025", ["15/8/2025", "18/8/2025"], "two days are possible, both stay"],
    ["ngày 20/8/2O25", ["20/8/2025", "20/8/2625"].slice(0, 1), "no year of another age"],
    ["ngày 15/712025", ["15/7/2025"], "a stroke for the slash"],
    ["ngay l5 thang 7 nam 2025", ["ngay 15 thang 7 nam 2025"], "in words without marks"],
    ["Ngày 0I tháng l0 năm 2025", ["Ngày 01 tháng 10 năm 2025"], "in words with marks"],
  ])("%s: %j, %s", (text, expected) => {
    expect(misreadDates(text).map((each) => each.candidates)).toEqual([expected]);
  });

  it.each([
    ["ngày 15/7/2025", "a whole date needs nothing"],
    ["số 64/2021/NĐ-CP", "a number of a document"],
    ["31/I1/2025", "no such day"],
    ["ISO/IEC/2025", "letters without a digit"],
    ["tỷ lệ 1/3", "a fraction"],
  ])("none in %s: %s", (text) => {
    expect(misreadDates(text)).toEqual([]);
  });

  it("finds a date again after one of its digits became a letter, among days of the calendar alone", () => {
    const signs: Readonly<Record<string, string>> = { "0": "O", "1": "l", "5": "S", "8": "B" };
    const day = fc.record({
      y: fc.integer({ min: 2000, max: 2039 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 1, max: 28 }),
    });
    fc.assert(
      fc.property(day, fc.nat(), ({ y, m, d }, at) => {
        const two = (n: number) => String(n).padStart(2, "0");
        const written = `${two(d)}/${two(m)}/${y}`;
        const i = at % 5;
        const letter = signs[written[i] ?? ""];
        if (!letter) return;
        const seen = written.slice(0, i) + letter + written.slice(i + 1);
        const [found] = misreadDates(`trước ngày ${seen},`);
        expect(found?.candidates).toContain(written);
        for (const candidate of found?.candidates ?? []) {
          const [dd = "", mm = "", yyyy = ""] = candidate.split("/");
          expect(calendarDate(Number(yyyy), Number(mm), Number(dd))).not.toBeNull();
          expect(candidate.length).toBe(seen.length);
        }
      }),
    );
  });
});
