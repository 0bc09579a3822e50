import type { RecordAnswer, RecordValue } from "../../contract/record.ts";
import type { Declaration, Field } from "../../domain/cooperation/declaration.ts";
import { isPlain, type PlainField, writeValue } from "../../domain/cooperation/record-value.ts";
import type { TypedRecord } from "./RecordForm.tsx";

/** A record as its form shows it at first. */
export function typedRecord({ fields }: Declaration, { values, links }: RecordAnswer): TypedRecord {
  const texts = fields.filter(isPlain).flatMap((field) => {
    const value = values[field.key];
    return value === undefined ? [] : [[field.key, textOf(field, value)] as const];
  });
  const linked = fields
    .filter((field: Field) => field.kind === "link")
    .map(({ key }) => [key, links[key] ?? []] as const);
  return { texts: Object.fromEntries(texts), links: Object.fromEntries(linked), owner: "" };
}

/** The text of a value as its input takes it: keys of choices, days as `YYYY-MM-DD`, everything else in words. */
function textOf(field: PlainField, value: RecordValue): string {
  if (typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return value.join(";");
  if (typeof value === "object" && "from" in value) {
    if (value.from && value.to) return `${value.from} – ${value.to}`;
    return value.from ? `từ ${value.from}` : `đến ${value.to}`;
  }
  return field.kind === "choice" || field.kind === "date" ? String(value) : writeValue(field, value);
}
