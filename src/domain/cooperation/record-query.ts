import { fail, type Result, succeed } from "../basics/result.ts";
import { type Declaration, type Field, fieldOf, sensitivityOf } from "./declaration.ts";

/** What a list is narrowed to: values by field or worked-out column, of which a record has one or several. */
export interface RecordFilter {
  /** Beginnings or parts of words, accents optional. */
  readonly words: string | null;
  /** The id of a unit; `focalOwner`: what the focal body enters. */
  readonly owner: string | null;
  readonly fields: Readonly<Record<string, readonly string[]>>;
}

export const focalOwner = "focal";

/** Stands for records that have nothing in a field. */
export const noneGiven = "-";

export const allRecords: RecordFilter = { words: null, owner: null, fields: {} };

/** By a field, a worked-out column, or `changed`: when it was last changed. */
export interface RecordOrder {
  readonly key: string;
  readonly descending: boolean;
}

const filteredKinds: readonly Field["kind"][] = [
  ...(["choice", "choices", "country", "yesNo", "date", "period", "year", "link"] as const),
];
const orderedKinds: readonly Field["kind"][] = [
  ...(["text", "integer", "decimal", "money", "date", "period", "year", "choice", "country"] as const),
];

/** Fields by which a list may be narrowed. Never what is personal: a filter would tell what it does not show. */
export function filterFields(declaration: Declaration): readonly Field[] {
  return declaration.fields.filter(
    (field) => filteredKinds.includes(field.kind) && isTold(declaration, field),
  );
}

function isTold(declaration: Declaration, field: Field): boolean {
  const sensitivity = sensitivityOf(declaration, field);
  return declaration.restricted ? sensitivity !== "personal" : ["open", "internal"].includes(sensitivity);
}

/** The values that fields are narrowed to, from "kind:locality,body;country:LA". Fails with `record.field-unknown`. */
export function readWhere(declaration: Declaration, text: string): Result<RecordFilter["fields"]> {
  const fields: Record<string, readonly string[]> = {};
  for (const part of text.split(";").filter(Boolean)) {
    const [key = "", values = ""] = part.split(":", 2);
    const isKnown =
      filterFields(declaration).some((field) => field.key === key) ||
      declaration.computed?.some((column) => column.key === key && column.choices);
    if (!isKnown) return fail("record.field-unknown", { field: key });
    fields[key] = values.split(",").filter(Boolean);
  }
  return succeed(fields);
}

/** The same as text; empty when nothing is narrowed. */
export function writeWhere(fields: RecordFilter["fields"]): string {
  return Object.entries(fields)
    .filter(([, values]) => values.length > 0)
    .map(([key, values]) => `${key}:${values.join(",")}`)
    .join(";");
}

/** The order that a word like "-when" asks for; the usual one of the register for none. Fails with `record.field-unknown`. */
export function readOrder(declaration: Declaration, word: string | null): Result<RecordOrder> {
  const asked = word ?? declaration.order ?? declaration.title;
  const key = asked.replace(/^-/, "");
  const field = fieldOf(declaration, key);
  const isKnown = field
    ? orderedKinds.includes(field.kind) && isTold(declaration, field)
    : key === "changed" || declaration.computed?.some((column) => column.key === key);
  return isKnown
    ? succeed({ key, descending: asked.startsWith("-") })
    : fail("record.field-unknown", { field: key });
}

/** Whether a column heads a list that may be ordered by it. */
export function isOrdered(declaration: Declaration, key: string): boolean {
  return readOrder(declaration, key).ok;
}
