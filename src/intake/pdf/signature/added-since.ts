import { dictionaryOf, objectsIn, type PdfObjects } from "./pdf-objects.ts";

/** What was put behind a signed stretch of a file: nothing, signatures alone, content, or what cannot be followed. */
export type Addition = "nothing" | "signatures" | "content" | "unclear";

/**
 * Looks at every update behind the signed stretch (ISO 32000-2, 7.5.6). Objects that were signed may only be replaced
 * where they list signatures: the root by its form and its store of proofs, a page by its annotations, lists by longer
 * ones. New objects may be anything but an annotation or a form field that is no signature, since nothing else leads to
 * them.
 */
export function addedSince(bytes: Buffer, end: number): Addition {
  if (bytes.toString("latin1", end).trim() === "") return "nothing";
  const signed = objectsIn(bytes, 0, end);
  const added = objectsIn(bytes, end, bytes.length);
  if (added.bodies.size === 0 && added.entries.size === 0) return "unclear";
  if (!signed.isClear || !added.isClear) return "unclear";
  if (added.root !== null && added.root !== signed.root) return "content";
  for (const [number, entry] of added.entries) if (movesSigned(number, entry, signed, end)) return "content";
  for (const [number, body] of added.bodies) {
    const before = signed.bodies.get(number);
    const isHarmless = before === undefined ? isHarmlessNew(body) : isHarmlessChange(before, body);
    if (!isHarmless) return "content";
  }
  return "signatures";
}

/** A table that takes a signed object away or says that it stands elsewhere in the signed bytes hides what was signed. */
function movesSigned(
  number: number,
  entry: "free" | "compressed" | number,
  signed: PdfObjects,
  end: number,
): boolean {
  if (!signed.bodies.has(number)) return typeof entry === "number" && entry > 0 && entry < end;
  if (entry === "free") return true;
  const before = signed.entries.get(number);
  return typeof entry === "number" && entry < end && before !== undefined && before !== entry;
}

function isHarmlessNew(body: string): boolean {
  const dictionary = dictionaryOf(body);
  if (/\/FT\s*\/(Tx|Btn|Ch)\b/.test(dictionary)) return false;
  const isAnnotation =
    /\/Type\s*\/Annot\b/.test(dictionary) ||
    (/\/Rect\s*\[/.test(dictionary) && /\/Subtype\s*\//.test(dictionary));
  return !isAnnotation || /\/Subtype\s*\/Widget\b/.test(dictionary);
}

/** Entries that a later signature adds to the root of the document or to a page. */
const listsOfSignatures: Readonly<Record<string, readonly string[]>> = {
  Catalog: ["AcroForm", "DSS", "Extensions", "Version", "Metadata", "Perms"],
  Page: ["Annots"],
};

function isHarmlessChange(before: string, after: string): boolean {
  if (tidy(before) === tidy(after)) return true;
  const [old, now] = [dictionaryOf(before), dictionaryOf(after)];
  const type = /\/Type\s*\/(\w+)/.exec(now)?.[1] ?? "";
  if (type !== (/\/Type\s*\/(\w+)/.exec(old)?.[1] ?? "")) return false;
  if (type === "Metadata" || type === "DSS") return true;
  // The facts of the file that no page shows.
  if (/\/(Producer|ModDate|CreationDate)\b/.test(now) && type === "" && !/\/(Kids|Contents|FT)\b/.test(now))
    return true;
  if (/^\[/.test(tidy(before)) && /^\[/.test(tidy(after))) return keepsReferences(before, after);
  // The form itself, and the field that waited for its signature.
  if (/\/Fields\b/.test(old) && /\/Fields\b/.test(now)) return keepsReferences(old, now);
  if (/\/FT\s*\/Sig\b/.test(old) && /\/FT\s*\/Sig\b/.test(now)) return !/\/V\s/.test(old);
  const lists = listsOfSignatures[type];
  if (!lists || !keepsReferences(listed(old, lists), listed(now, lists))) return false;
  return tidy(without(old, lists)) === tidy(without(now, lists));
}

/** Every object that was pointed to still is. */
function keepsReferences(before: string, after: string): boolean {
  const now = new Set(referencesIn(after));
  return referencesIn(before).every((reference) => now.has(reference));
}

function referencesIn(text: string): readonly string[] {
  return [...text.matchAll(/(\d+)\s+\d+\s+R\b/g)].map((match) => match[1] ?? "");
}

/** The annotations of a page as they are written in it; lists of the root may be put anew. */
function listed(dictionary: string, keys: readonly string[]): string {
  return keys.includes("Annots") ? (entryOf(dictionary, "Annots")?.text ?? "") : "";
}

function without(dictionary: string, keys: readonly string[]): string {
  let rest = dictionary;
  for (const key of keys) {
    const entry = entryOf(rest, key);
    if (entry) rest = rest.slice(0, entry.start) + rest.slice(entry.end);
  }
  return rest;
}

/** An entry of a dictionary: its key and its value, whatever is nested in it. */
function entryOf(
  dictionary: string,
  key: string,
): { readonly text: string; readonly start: number; readonly end: number } | null {
  const found = new RegExp(`/${key}(?=[\\s/<\\[(])`).exec(dictionary);
  if (!found) return null;
  const valueAt = found.index + found[0].length;
  const rest = dictionary.slice(valueAt);
  const simple = /^\s*(?:\/[^\s/<>[\]()]+|\d+\s+\d+\s+R|[^\s/<>[\]()]+)/.exec(rest);
  const length = simple ? simple[0].length : lengthOfNested(rest);
  return { text: rest.slice(0, length), start: found.index, end: valueAt + length };
}

function lengthOfNested(text: string): number {
  let depth = 0;
  for (const match of text.matchAll(/<<|>>|\[|\]/g)) {
    depth += match[0] === "<<" || match[0] === "[" ? 1 : -1;
    if (depth <= 0) return match.index + match[0].length;
  }
  return text.length;
}

function tidy(body: string): string {
  return body
    .replace(/\s+/g, " ")
    .replace(/ ?(\/|<<|>>|\[|\]) ?/g, "$1")
    .trim();
}
