import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countryCode, countryCodes, countryName } from "./country.ts";
import type { Value } from "./declaration.ts";
import { currencies } from "./money.ts";
import { type PlainField, parseValue, writeValue } from "./record-value.ts";
import { typedNumber } from "./typed-number.ts";

const label = { vi: "Trường", en: "Field" };
const choices = [
  { key: "locality", vi: "Địa phương", en: "Locality" },
  { key: "body", vi: "Cơ quan nhà nước", en: "State body" },
  { key: "x", vi: "Khác", en: "Other" },
];
const base = { key: "field", label } as const;
const fields = {
  text: { ...base, kind: "text", most: 30 },
  code: { ...base, kind: "text", pattern: /[A-Z]{2}-\d+/, like: "AB-12" },
  longText: { ...base, kind: "longText" },
  integer: { ...base, kind: "integer", min: 0, max: 8000 },
  decimal: { ...base, kind: "decimal" },
  money: { ...base, kind: "money" },
  dong: { ...base, kind: "money", currency: "VND" },
  date: { ...base, kind: "date" },
  period: { ...base, kind: "period" },
  year: { ...base, kind: "year" },
  choice: { ...base, kind: "choice", choices },
  choices: { ...base, kind: "choices", choices },
  yesNo: { ...base, kind: "yesNo" },
  country: { ...base, kind: "country" },
  email: { ...base, kind: "email" },
  phone: { ...base, kind: "phone" },
  url: { ...base, kind: "url" },
} as const satisfies Readonly<Record<string, PlainField>>;

function read(kind: keyof typeof fields, text: string): unknown {
  const parsed = parseValue(fields[kind], text);
  return parsed.ok ? parsed.value : parsed.failure.code;
}

describe("a value as people type it", () => {
  it.each<[keyof typeof fields, string, unknown, string]>([
    ["text", "  Tỉnh   Attapeu ", "Tỉnh Attapeu", "blanks are a habit of copying"],
    ["text", "", null, "nothing is nothing"],
    ["text", "x".repeat(31), "record.text-long", "longer than the column"],
    ["code", "AB-12", "AB-12", "as it is written"],
    ["code", "AB-12x", "record.text-pattern", "the pattern holds for all of it"],
    ["longText", "Dòng một\r\n\r\n  dòng hai ", "Dòng một\ndòng hai", "lines stay lines"],
    ["integer", "1.234", 1234, "the point separates thousands"],
    ["integer", "1,234", "record.integer-wrong", "a comma is the decimal mark: said aloud, not guessed"],
    ["integer", "6.817", 6817, "people of delegations in a report"],
    ["integer", "-1", "record.number-range", "nobody counts below nothing"],
    ["integer", "9999", "record.number-range", "more than there can be"],
    ["integer", "khoảng 10", "record.number-wrong", "an estimate is no count"],
    ["decimal", "1.234.567,25", 1234567.25, "as Vietnamese offices write"],
    ["decimal", "1,234,567.25", 1234567.25, "as an English workbook has it"],
    ["decimal", "12.5", 12.5, "no group of three digits: a decimal point"],
    ["money", "35.000 USD", { amount: 35_000, currency: "USD", dong: null }, "amount and currency"],
    ["money", "$ 35.000", { amount: 35_000, currency: "USD", dong: null }, "the sign before it"],
    ["money", "US$ 1.000.000", { amount: 1e6, currency: "USD", dong: null }, "as banks write"],
    ["money", "1,5 tỷ đồng", { amount: 1.5e9, currency: "VND", dong: null }, "in words of scale"],
    ["money", "2 triệu USD", { amount: 2e6, currency: "USD", dong: null }, "a foreign one too"],
    [
      ...(["money", "35.000 USD = 910.000.000 VND"] as const),
      ...([{ amount: 35_000, currency: "USD", dong: 910_000_000 }, "with its worth in đồng"] as const),
    ],
    ["money", "35.000", "record.currency-missing", "of what?"],
    ["money", "35.000 XYZ", "record.money-wrong", "no such currency"],
    ["money", "1 VND = 1 VND", "record.money-wrong", "đồng are worth themselves"],
    ["dong", "35.000.000", { amount: 35_000_000, currency: "VND", dong: null }, "đồng go without saying"],
    ["date", "5/8/2026", "2026-08-05", "day first"],
    ["date", "2026-08-05", "2026-08-05", "as programs write"],
    ["date", "31/02/2026", "record.date-wrong", "no such day"],
    ["date", "08/2026", "record.date-wrong", "a month is no day"],
    ["period", "05/08/2026 - 08/08/2026", { from: "2026-08-05", to: "2026-08-08" }, "from day to day"],
    [
      "period",
      "từ ngày 05/08/2026 đến ngày 08/08/2026",
      { from: "2026-08-05", to: "2026-08-08" },
      "in words of letters",
    ],
    ["period", "05/08/2026", { from: "2026-08-05", to: "2026-08-05" }, "one day"],
    ["period", "từ 05/08/2026", { from: "2026-08-05", to: null }, "without an end"],
    ["period", "đến 08/08/2026", { from: null, to: "2026-08-08" }, "without a beginning"],
    ["period", "08/08/2026 - 05/08/2026", "record.period-wrong", "it ends before it begins"],
    ["year", "2026", 2026, "four digits"],
    ["year", "26", "record.year-wrong", "which century?"],
    ["choice", "dia phuong", "locality", "without marks"],
    ["choice", "State body", "body", "in English"],
    ["choice", "Tỉnh", "record.choice-unknown", "none of them"],
    ["choices", "Khác; Địa phương;", ["locality", "x"], "in the order of the declaration"],
    ["choices", "Khác; Tỉnh", "record.choice-unknown", "one of them is unknown"],
    ["yesNo", "x", true, "a cross in a list"],
    ["yesNo", "Không", false, "a word"],
    ["yesNo", "có lẽ", "record.yes-no-wrong", "neither"],
    ["country", "CHDCND Lào", "LA", "the whole name"],
    ["country", "hàn quốc", "KR", "the usual name"],
    ["country", "Bỉ", "BE", "not the code of Burundi"],
    ["country", "BI", "BI", "the code of Burundi"],
    ["country", "Mỹ", "US", "not the code of Malaysia"],
    ["country", "Wakanda", "record.country-unknown", "no such country"],
    ["email", "a.b@vd.gov.vn", "a.b@vd.gov.vn", "an address"],
    ["email", "a.b@vd", "record.email-wrong", "no domain"],
    ["phone", "+84 269 382 4444", "+84 269 382 4444", "a number abroad would dial"],
    ["phone", "gọi anh Ba", "record.phone-wrong", "no number"],
    ["url", "https://vd.vn/a?b=1", "https://vd.vn/a?b=1", "a page"],
    ["url", "javascript:alert(1)", "record.url-wrong", "no page of the web"],
    ["url", "vd.vn", "record.url-wrong", "not all of it"],
  ])("%s %j is %j: %s", (kind, text, value) => {
    expect(read(kind, text)).toEqual(value);
  });
});

const day = fc
  .date({ min: new Date("1950-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const amount = fc.integer({ min: 0, max: 9e13 }).map((cents) => cents / 100);
const values: Readonly<Record<keyof typeof fields, fc.Arbitrary<Value>>> = {
  text: fc
    .array(fc.constantFrom("Sở", "Đầu", "=cộng", "@ai", '"trích"', "3,5", "-"), {
      minLength: 1,
      maxLength: 3,
    })
    .map((words) => words.join(" ")),
  code: fc.integer({ min: 0, max: 999 }).map((number) => `AB-${number}`),
  longText: fc
    .array(fc.stringMatching(/^[A-Za-z0-9]{1,9}$/), { minLength: 1 })
    .map((lines) => lines.join("\n")),
  integer: fc.integer({ min: 0, max: 5000 }),
  decimal: fc.integer({ min: -1e12, max: 1e12 }).map((figure) => figure / 10_000),
  money: fc
    .record({ amount, currency: fc.constantFrom(...currencies.slice(1)), dong: fc.option(fc.nat(2e9)) })
    .map((money) => money),
  dong: fc.record({ amount, currency: fc.constantFrom(...currencies), dong: fc.constant(null) }),
  date: day,
  period: fc
    .tuple(fc.option(day), fc.option(day))
    .filter(([from, to]) => from !== null || to !== null)
    .map(([from, to]) => (from && to && to < from ? { from: to, to: from } : { from, to })),
  year: fc.integer({ min: 1900, max: 2199 }),
  choice: fc.constantFrom(...choices.map(({ key }) => key)),
  choices: fc.subarray(
    choices.map(({ key }) => key),
    { minLength: 1 },
  ),
  yesNo: fc.boolean(),
  country: fc.constantFrom(...countryCodes),
  email: fc.constantFrom("a@b.vn", "x.y+z@c.d.org"),
  phone: fc.constantFrom("0269 382 4444", "+81 (72) 463-1212"),
  url: fc.constantFrom("https://vd.vn", "http://a.b/c?d=e#f"),
};

describe("a value as a sheet holds it", () => {
  it.each(Object.keys(fields) as (keyof typeof fields)[])("%s is read back as it was", (kind) => {
    fc.assert(
      fc.property(values[kind], (value) => {
        expect(parseValue(fields[kind], writeValue(fields[kind], value))).toEqual({ ok: true, value });
      }),
    );
  });
});

it("knows every country by its code and both its names", () => {
  for (const code of countryCodes)
    expect([code, countryName(code, "vi"), countryName(code, "en")].map(countryCode)).toEqual([
      code,
      code,
      code,
    ]);
  expect(countryCodes.length).toBe(251);
});

it("reads no number into what is none", () => {
  for (const text of ["", "-", "1-2", "1..2", "1.23.456", "1,2,3", "12e5", "0x10", "１２", "١٢", "NaN", "∞"])
    expect(typedNumber(text)).toBeNull();
});
