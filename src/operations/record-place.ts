import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { RecordOrder } from "../domain/cooperation/record-query.ts";
import type { RecordPlace } from "../store/records.ts";

/** Where a page of records ends, as a word for addresses. */
export function writePlace(order: RecordOrder, { value, id }: RecordPlace): string {
  return Buffer.from(JSON.stringify([nameOf(order), value, id])).toString("base64url");
}

/** Reads it back. Fails with `register.page-unknown` for what another order wrote, or nobody. */
export function readPlace(order: RecordOrder, word: string): Result<RecordPlace> {
  const [name, value, id, ...more] = partsOf(word);
  const isPlace =
    name === nameOf(order) &&
    typeof value === "string" &&
    !value.includes("\0") &&
    typeof id === "string" &&
    /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id) &&
    more.length === 0;
  return isPlace ? succeed({ value, id }) : fail("register.page-unknown");
}

function nameOf({ key, descending }: RecordOrder): string {
  return `${descending ? "-" : ""}${key}`;
}

function partsOf(word: string): readonly unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(word, "base64url").toString("utf8"));
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
