import { dayIn, formatVietnamese, parseIsoDate } from "../basics/calendar-date.ts";
import { unreachable } from "../basics/exhaustive.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import { cellText, foldedKey, singleSpaced } from "../text/fold.ts";
import { countryCode, countryName } from "./country.ts";
import type { Choice, Field, FieldOf, KindOfField, Period, Value } from "./declaration.ts";
import { parseMoney, writtenMoney } from "./money.ts";
import { roundedTo, typedNumber, writtenNumber } from "./typed-number.ts";

/** What a text gives: its value, or null when it holds nothing. Fails with a `record.…` code that says what is expected. */
export type ParsedValue = Result<Value | null>;

/** A kind of field whose values are texts that parse by themselves; links are found by whoever knows the records. */
export type PlainField = Exclude<Field, { readonly kind: "link" }>;

export function isPlain(field: Field): field is PlainField {
  return field.kind !== "link";
}

/** Reads a value as a person typed it, or as it stands in a sheet. */
export function parseValue(field: PlainField, text: string): ParsedValue {
  const cell = cellText(text);
  const line = singleSpaced(cell);
  if (line === "") return succeed(null);
  switch (field.kind) {
    case "text":
      return parseText(field, line);
    case "longText":
      return cell.length <= longest ? succeed(cell) : fail("record.text-long", { most: longest });
    case "integer":
    case "decimal":
      return parseNumber(field, line);
    case "money":
      return parseMoney(line, field.currency ?? null);
    case "date":
      return orFail(dayIn(line), "record.date-wrong");
    case "period":
      return orFail(parsePeriod(line), "record.period-wrong");
    case "year":
      return orFail(/^(?:19|20|21)\d\d$/.test(line) ? Number(line) : null, "record.year-wrong");
    case "choice":
      return orFail(choiceOf(field.choices, line), "record.choice-unknown", choiceDetail(field.choices));
    case "choices":
      return parseChoices(field, line);
    case "yesNo":
      return orFail(parseYesNo(line), "record.yes-no-wrong");
    case "country":
      return orFail(countryCode(line), "record.country-unknown");
    case "email":
      return orFail(/^[^\s@]{1,64}@[^\s@]+\.[^\s@]{2,}$/.test(line) ? line : null, "record.email-wrong");
    case "phone":
      return orFail(/^\+?[\d\s().-]{6,30}$/.test(line) ? line : null, "record.phone-wrong");
    case "url":
      return orFail(isWebAddress(line) ? line : null, "record.url-wrong");
    default:
      return unreachable(field);
  }
}

const longest = 10_000;
const usualMost = 500;

function orFail(
  value: Value | null,
  code: `record.${string}`,
  detail: Readonly<Record<string, string>> = {},
): ParsedValue {
  return value === null ? fail(code, detail) : succeed(value);
}

function parseText(field: FieldOf<"text">, line: string): ParsedValue {
  const most = field.most ?? usualMost;
  if (line.length > most) return fail("record.text-long", { most });
  if (field.pattern && !new RegExp(`^(?:${field.pattern.source})$`, field.pattern.flags).test(line))
    return fail("record.text-pattern", { like: field.like ?? field.pattern.source });
  return succeed(line);
}

function parseNumber({ kind, min, max }: FieldOf<"integer"> | FieldOf<"decimal">, line: string): ParsedValue {
  const number = typedNumber(line);
  if (number === null) return fail("record.number-wrong");
  if (kind === "integer" && !Number.isInteger(number)) return fail("record.integer-wrong");
  if ((min !== undefined && number < min) || (max !== undefined && number > max))
    return fail("record.number-range", { min: min ?? "", max: max ?? "" });
  return succeed(roundedTo(number, 4));
}

function parsePeriod(line: string): Period | null {
  const from = /^(?:từ|from)(?: ngày)? (\S+)$/iu.exec(line)?.[1];
  const to = /^(?:đến|to|until)(?: (?:hết )?ngày)? (\S+)$/iu.exec(line)?.[1];
  const both = /^(?:(?:từ|from)(?: ngày)? )?(\S+?) ?(?:–|-{1,2}|—|đến|to|→)(?: ngày)? ?([\d./-]+)$/iu.exec(
    line,
  );
  if (from !== undefined) return openPeriod(dayIn(from), "from");
  if (to !== undefined) return openPeriod(dayIn(to), "to");
  const single = dayIn(line);
  if (single) return { from: single, to: single };
  const [start, end] = [dayIn(both?.[1] ?? ""), dayIn(both?.[2] ?? "")];
  return start && end && start <= end ? { from: start, to: end } : null;
}

function openPeriod(day: string | null, side: "from" | "to"): Period | null {
  return day === null ? null : { from: null, to: null, [side]: day };
}

/** The key of a choice by its key or its words in either language, accents or none. */
function choiceOf(choices: readonly Choice[], text: string): string | null {
  const wanted = foldedKey(text);
  const found =
    choices.find(({ key }) => key === text) ??
    choices.find(({ vi, en }) => foldedKey(vi) === wanted || foldedKey(en) === wanted);
  return found?.key ?? null;
}

function choiceDetail(choices: readonly Choice[]): Readonly<Record<string, string>> {
  return { choices: choices.map(({ vi }) => vi).join("; ") };
}

function parseChoices({ choices }: FieldOf<"choices">, line: string): ParsedValue {
  const parts = line
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== "");
  const keys = parts.map((part) => choiceOf(choices, part));
  const known = keys.filter((key) => key !== null);
  if (known.length < keys.length) return fail("record.choice-unknown", choiceDetail(choices));
  // In the order of the declaration, so that the same choices are the same value.
  const chosen = choices.map(({ key }) => key).filter((key) => known.includes(key));
  return succeed(chosen.length === 0 ? null : chosen);
}

const yes = new Set(["x", "co", "yes", "true", "1", "dung"]);
const no = new Set(["khong", "no", "false", "0", "sai"]);

function parseYesNo(line: string): boolean | null {
  const key = foldedKey(line);
  return yes.has(key) ? true : no.has(key) ? false : null;
}

function isWebAddress(line: string): boolean {
  return line.length <= 2000 && /^https?:\/\/[^\s/?#]+\.[^\s/?#]+(?:[/?#]\S*)?$/i.test(line);
}

/** The value as a sheet holds it, in Vietnamese; `parseValue` gives the same value back. */
export function writeValue(field: PlainField, value: Value | undefined): string {
  if (value === undefined) return "";
  if (typeof value === "number") return field.kind === "year" ? String(value) : writtenNumber(value);
  if (typeof value === "boolean") return value ? "Có" : "Không";
  if (isList(value)) return value.map((key) => choiceWords(field, key)).join("; ");
  if (typeof value === "string") return writeText(field, value);
  return "currency" in value ? writtenMoney(value) : writtenPeriod(value);
}

/** Whether a value is a list: `Array.isArray` does not know lists that cannot be written to. */
export function isList(value: Value): value is readonly string[] {
  return Array.isArray(value);
}

function writeText(field: PlainField, value: string): string {
  if (field.kind === "choice") return choiceWords(field, value);
  if (field.kind === "country") return countryName(value, "vi");
  return field.kind === "date" ? day(value) : value;
}

function choiceWords(field: Field, key: string): string {
  const choices = field.kind === "choice" || field.kind === "choices" ? field.choices : [];
  return choices.find((choice) => choice.key === key)?.vi ?? key;
}

function writtenPeriod({ from, to }: Period): string {
  if (from === null) return `đến ${day(to ?? "")}`;
  return to === null ? `từ ${day(from)}` : `${day(from)} – ${day(to)}`;
}

function day(text: string): string {
  const found = parseIsoDate(text);
  return found === null ? text : formatVietnamese(found);
}

/** The kinds that a sheet holds as numbers or days rather than as texts. */
export const sheetKinds: Readonly<Partial<Record<KindOfField, "number" | "date">>> = {
  integer: "number",
  decimal: "number",
  date: "date",
};
