import { parseIsoDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import { foldedKey } from "../text/fold.ts";
import { countryName } from "./country.ts";
import {
  type Declaration,
  type Field,
  type FieldFault,
  isSearched,
  type Money,
  type Period,
  type Value,
  type Values,
} from "./declaration.ts";
import { checkedMoney } from "./money.ts";
import { isPlain, type ParsedValue, type PlainField, parseValue, writeValue } from "./record-value.ts";
import { writtenNumber } from "./typed-number.ts";

/** Values as somebody gives them: as typed texts, or as JSON of the kind of the field. */
export type GivenValues = Readonly<Record<string, unknown>>;

/** The values of plain fields that were given, parsed, with the fields that were emptied; or everything that is wrong. */
export function readValues(
  { fields }: Pick<Declaration, "fields">,
  given: GivenValues,
): Result<
  { readonly values: Values; readonly emptied: readonly string[] },
  { readonly faults: readonly FieldFault[] }
> {
  const values: Record<string, Value> = {};
  const emptied: string[] = [];
  const faults: FieldFault[] = [];
  for (const field of fields.filter(isPlain)) {
    if (!Object.hasOwn(given, field.key)) continue;
    const read = givenValue(field, given[field.key]);
    if (!read.ok) faults.push({ field: field.key, failure: read.failure });
    else if (read.value === null) emptied.push(field.key);
    else values[field.key] = read.value;
  }
  return faults.length > 0 ? { ok: false, failure: { faults } } : succeed({ values, emptied });
}

/** One value as it was given. A JSON value is written as a text first where that says the same. */
function givenValue(field: PlainField, given: unknown): ParsedValue {
  if (given === null || given === undefined) return succeed(null);
  if (typeof given === "string") return parseValue(field, given);
  if (typeof given === "number" && (field.kind === "integer" || field.kind === "decimal"))
    return parseValue(field, writtenNumber(given));
  if (typeof given === "number" && field.kind === "year") return parseValue(field, String(given));
  if (typeof given === "boolean" && field.kind === "yesNo") return succeed(given);
  if (field.kind === "choices" && Array.isArray(given)) return parseValue(field, given.join(";"));
  if (field.kind === "money" && isMoney(given)) return checkedMoney(given);
  if (field.kind === "period" && isPeriod(given))
    return given.from === null && given.to === null
      ? succeed(null)
      : parseValue(field, writeValue(field, given));
  return fail("record.value-unread");
}

function isMoney(given: unknown): given is Money {
  if (typeof given !== "object" || given === null) return false;
  const { amount, currency, dong } = given as Partial<Record<keyof Money, unknown>>; // each is looked at below
  const isWorth = dong === null || (typeof dong === "number" && dong >= 0 && dong <= 1e15);
  return typeof amount === "number" && typeof currency === "string" && isWorth;
}

function isPeriod(given: unknown): given is Period {
  if (typeof given !== "object" || given === null) return false;
  const { from, to } = given as Partial<Record<keyof Period, unknown>>; // each is looked at below
  return [from, to].every((day) => day === null || (typeof day === "string" && parseIsoDate(day) !== null));
}

/**
 * What is wrong with a whole record: fields that are missing and days in the wrong order. `linked`: the keys of link
 * fields that hold something; `hidden`: fields that the person may not see, which are not his to fill.
 */
export function checkRecord(
  { fields, rule }: Pick<Declaration, "fields" | "rule">,
  {
    values,
    linked,
    hidden = [],
  }: { readonly values: Values; readonly linked: readonly string[]; readonly hidden?: readonly string[] },
): readonly FieldFault[] {
  const faults = fields.flatMap((field): readonly FieldFault[] => {
    const isGiven = values[field.key] !== undefined || linked.includes(field.key);
    if (field.required && !isGiven && !hidden.includes(field.key))
      return [{ field: field.key, failure: { code: "record.value-missing", detail: {} } }];
    return isTooEarly(field, values)
      ? [{ field: field.key, failure: { code: "record.date-order", detail: {} } }]
      : [];
  });
  return [...faults, ...(rule?.(values) ?? [])];
}

function isTooEarly(field: Field, values: Values): boolean {
  if (field.kind !== "date" || field.after === undefined) return false;
  const [first, then] = [values[field.after], values[field.key]];
  return typeof first === "string" && typeof then === "string" && then < first;
}

/** The words by which a record is found, folded: those that everybody who reads may see. */
export function recordSearchText(declaration: Declaration, values: Values): string {
  const words = declaration.fields
    .filter(isPlain)
    .filter((field) => isSearched(declaration, field))
    .flatMap((field) => {
      const value = values[field.key];
      if (value === undefined) return [];
      const english = field.kind === "country" ? [countryName(String(value), "en")] : [];
      return [writeValue(field, value), ...english];
    });
  return [...new Set(words.map(foldedKey))].join(" ");
}
