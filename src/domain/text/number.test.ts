import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readNumber } from "./number.ts";

/** [text, value, comparison, reason] */
const sure: readonly (readonly [string, number | readonly [number, number], string, string])[] = [
  ["106.012", 106012, "=", "points part thousands"],
  ["1.234,5", 1234.5, "=", "the comma begins decimals"],
  ["12.345.678,25", 12345678.25, "=", "several points and decimals"],
  ["05", 5, "=", "offices write two digits"],
  ["02 mô hình", 2, "=", "words after the number are left alone"],
  ["20.000", 20000, "=", "three zeros after a point are thousands"],
  ["2,5", 2.5, "=", "decimals of one digit"],
  ["0,75", 0.75, "=", "nought before the comma"],
  ["một", 1, "=", "digit in words"],
  ["mười lăm", 15, "=", "lăm is five after ten"],
  ["hai mươi lăm", 25, "=", "tens and units"],
  ["ba mươi tư", 34, "=", "tư is four"],
  ["chín mươi mốt", 91, "=", "mốt is one"],
  ["một trăm linh năm người", 105, "=", "năm after linh is five"],
  ["hai trăm ba mươi", 230, "=", "hundreds and tens"],
  ["năm mươi", 50, "=", "năm before mươi is five"],
  ["1/3", 1 / 3, "=", "a part of a whole"],
  ["12%", 12, "=", "a percentage keeps its number"],
  ["50 - 60", [50, 60], "=", "a range with a dash"],
  ["từ 10 đến 15", [10, 15], "=", "a range in words"],
  ["2–3 lớp", [2, 3], "=", "a long dash is a dash"],
  ["khoảng 2 - 3", [2, 3], "~", "about a range"],
  ["trên 20", 20, ">", "more than"],
  ["hơn 500 hộ", 500, ">", "more than, other word"],
  ["dưới 5%", 5, "<", "less than"],
  ["ít nhất 02", 2, ">=", "at least"],
  ["tối thiểu 1.000", 1000, ">=", "at least, formal"],
  ["không dưới 90%", 90, ">=", "not below"],
  ["không quá 10", 10, "<=", "not above"],
  ["tối đa ba", 3, "<=", "at most, in words"],
  ["khoảng 300", 300, "~", "about"],
  ["gần 40", 40, "~", "nearly"],
  ["90% trở lên", 90, ">=", "said after the number"],
  ["100 triệu USD", 1e8, "=", "millions"],
  ["1,2 tỷ", 1.2e9, "=", "decimals of a thousand million"],
  ["5 nghìn tỷ đồng", 5e12, "=", "two scales multiply"],
  ["2 triệu rưỡi", 2.5e6, "=", "and a half"],
  ["1 tỷ 200 triệu", 1.2e9, "=", "a smaller scale adds"],
  ["hai mươi triệu", 2e7, "=", "words and a scale"],
  ["10 vạn", 1e5, "=", "ten thousands, old"],
];

describe("readNumber", () => {
  it.each(sure)("reads %s", (text, value, comparison, _reason) => {
    expect(readNumber(text)).toMatchObject({ value, comparison, doubt: 0 });
  });

  it.each([
    ["1.5", 1.5, [1.5, 15], "a point before one digit: the English way, or a slip"],
    ["20,000", 20000, [20000, 20], "a comma before three noughts: the English way"],
    ["1,234", 1.234, [1.234, 1234], "a comma before three digits can be either"],
    ["1,234,567", 1234567, [1234567], "two commas can only part thousands"],
  ] as const)("reads %s with doubt", (text, value, candidates, _reason) => {
    const reading = readNumber(text);
    expect(reading).toMatchObject({ value, candidates });
    expect(reading?.doubt).toBeGreaterThan(0);
  });

  it.each([
    ["sau khi họp", "sau is after, not six"],
    ["bà con", "bà is not three"],
    ["1.2.3", "a number of a section"],
    ["năm 2025", "a year, not five"],
    ["", "nothing"],
    ["tỷ lệ", "a ratio, not a thousand million"],
    ["15.11.2025 họp", "a date"],
  ])("reads no number in %s", (text) => {
    expect(readNumber(text)).toBeNull();
  });

  it("keeps the percent sign apart", () => {
    expect(readNumber("trên 95%")?.percent).toBe(true);
    expect(readNumber("95 hộ")?.percent).toBe(false);
  });

  it("reads back whole numbers written with points", () => {
    fc.assert(
      fc.property(fc.nat(999_999_999), (value) => {
        const written = String(value).replace(/\B(?=(\d{3})+$)/g, ".");
        expect(readNumber(written)).toMatchObject({ value, doubt: 0 });
      }),
    );
  });

  it("never throws and gives only finite numbers", () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."0123456789.,/-% trieỷmộhain ") }), (text) => {
        const reading = readNumber(text);
        for (const value of reading ? [reading.value].flat() : []) expect(Number.isFinite(value)).toBe(true);
      }),
    );
  });
});
