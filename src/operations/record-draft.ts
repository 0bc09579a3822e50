import { fail, type Result, succeed } from "../domain/basics/result.ts";
import {
  type Declaration,
  type Field,
  type FieldFault,
  type FieldOf,
  fieldOf,
  type LinkTarget,
  type Values,
} from "../domain/cooperation/declaration.ts";
import { declarationOf } from "../domain/cooperation/declarations.ts";
import {
  type RecordLink,
  type RecordSight,
  type RegisteredRecord,
  seesField,
} from "../domain/cooperation/record.ts";
import {
  checkRecord,
  type GivenValues,
  readValues,
  recordSearchText,
} from "../domain/cooperation/record-check.ts";
import { isPlain, writeValue } from "../domain/cooperation/record-value.ts";
import { plainText } from "../store/json-text.ts";
import { findTargets } from "../store/record-links.ts";
import type { RecordAsking, RecordTransaction } from "../store/record-rows.ts";
import type { WrittenLink, WrittenRecord } from "../store/records.ts";

/** What somebody gives for a record: values by field, typed or as JSON, and ids of what fields of links lead to. */
export interface GivenRecord {
  readonly values: GivenValues;
  readonly links: Readonly<Record<string, readonly string[]>>;
}

/** A record as it is to be: its values and links, those that were not given as they stand. */
export interface RecordDraft {
  readonly values: Values;
  readonly links: Readonly<Record<string, readonly RecordLink[]>>;
}

/** The first thing that is wrong, with the field it stands in. */
export function faultOf({ field, failure }: FieldFault): Result<never> {
  return { ok: false, failure: { ...failure, detail: { ...failure.detail, at: field } } };
}

/**
 * Puts what was given over what stands there (null: nothing, it is new). Fields that the person does not see stay; he may
 * fill them in a new record. Fails with `record.field-unknown`, `record.field-hidden`, `record.link-unknown` and the
 * failures of values, each with the field in `at`.
 */
export async function draftRecord(
  transaction: RecordTransaction,
  asking: RecordAsking,
  declaration: Declaration,
  { given, standing, sight }: { given: GivenRecord; standing: RegisteredRecord | null; sight: RecordSight },
): Promise<Result<RecordDraft>> {
  const keys = [...Object.keys(given.values), ...Object.keys(given.links)];
  for (const key of keys) {
    const field = fieldOf(declaration, key);
    if (!field) return fail("record.field-unknown", { field: key });
    if (standing && !seesField(declaration, field, sight))
      return faultOf({ field: key, failure: { code: "record.field-hidden", detail: {} } });
  }
  const read = readValues(declaration, given.values);
  if (!read.ok) return faultOf(read.failure.faults[0] ?? noFault());
  const links = await readLinks(transaction, asking, declaration, { given, standing });
  if (!links.ok) return links;
  const { values, emptied } = read.value;
  const kept = Object.entries({ ...standing?.values, ...values }).filter(([key]) => !emptied.includes(key));
  const draft = { values: Object.fromEntries(kept), links: { ...standing?.links, ...links.value } };
  const [fault] = faultsOf(declaration, draft);
  return fault ? faultOf(fault) : succeed(draft);
}

function noFault(): never {
  throw new Error("values that cannot be read say what is wrong");
}

/** What is wrong with a draft as a whole. */
export function faultsOf(declaration: Declaration, { values, links }: RecordDraft): readonly FieldFault[] {
  const linked = Object.keys(links).filter((key) => (links[key] ?? []).length > 0);
  return checkRecord(declaration, { values, linked });
}

async function readLinks(
  transaction: RecordTransaction,
  asking: RecordAsking,
  declaration: Declaration,
  { given, standing }: { given: GivenRecord; standing: RegisteredRecord | null },
): Promise<Result<RecordDraft["links"]>> {
  const links: Record<string, readonly RecordLink[]> = {};
  for (const [key, asked] of Object.entries(given.links)) {
    const field = fieldOf(declaration, key);
    const ids = [...new Set(asked)];
    if (field?.kind !== "link" || (ids.length > 1 && !field.many))
      return fail("record.field-unknown", { field: key });
    // What is linked already stays, seen or not.
    const known = new Map((standing?.links[key] ?? []).map((link) => [link.id, link]));
    const fresh = ids.filter((id) => !known.has(id));
    const targets = fresh.length === 0 ? [] : await findTargets(transaction, asking, field.to, byIds(fresh));
    const found = new Map([...known, ...targets.map((link) => [link.id, link] as const)]);
    const lost = ids.find((id) => !found.has(id));
    if (lost !== undefined)
      return faultOf({ field: key, failure: { code: "record.link-unknown", detail: { name: lost } } });
    links[key] = ids.flatMap((id) => found.get(id) ?? []);
  }
  return succeed(links);
}

function byIds(ids: readonly string[]) {
  return { words: null, ids, most: ids.length };
}

/** The kind under which links of a field are kept. */
export function linkKind(to: LinkTarget): WrittenLink["kind"] {
  return typeof to === "object" ? "record" : to;
}

/** A draft as its row. */
export function writtenRecord(
  declaration: Declaration,
  { values, links }: RecordDraft,
  rest: { readonly id: string; readonly owner: string | null; readonly sourceKey: string | null },
): WrittenRecord {
  const linkFields = declaration.fields.filter((field): field is FieldOf<"link"> => field.kind === "link");
  return {
    ...{ ...rest, register: declaration.key, title: titleOf(declaration, values), values },
    folded: plainText(recordSearchText(declaration, values)),
    links: linkFields.flatMap(({ key, to }) =>
      (links[key] ?? []).map(({ id }) => ({ field: key, kind: linkKind(to), id })),
    ),
  };
}

/** What names a record. */
export function titleOf({ title }: Declaration, values: Values): string {
  return plainText(String(values[title] ?? ""));
}

/** The value of a field in words, as sheets and the log have it; empty when there is none. */
export function wordsOf(field: Field, { values, links }: RecordDraft): string {
  if (isPlain(field)) return writeValue(field, values[field.key]);
  return (links[field.key] ?? []).map(({ name, id }) => name ?? id).join("; ");
}

/** The fields that differ between two drafts, in words; of what stood there before, of what stands there now. */
export function changedWords(
  declaration: Declaration,
  before: RecordDraft | null,
  after: RecordDraft | null,
): { readonly before: Readonly<Record<string, string>>; readonly after: Readonly<Record<string, string>> } {
  const empty: RecordDraft = { values: {}, links: {} };
  const [old, now]: [Record<string, string>, Record<string, string>] = [{}, {}];
  for (const field of declaration.fields) {
    // Names of documents, tasks and restricted records are not everybody's to read in a log.
    const say = (draft: RecordDraft | null) =>
      field.kind === "link" && !isNamedToAll(field.to)
        ? (draft?.links[field.key] ?? []).map(({ id }) => id).join("; ")
        : wordsOf(field, draft ?? empty);
    const [was, is] = [say(before), say(after)];
    if (was !== is) {
      old[field.key] = was;
      now[field.key] = is;
    }
  }
  return { before: old, after: now };
}

/** Whether everybody who reads records may read what a link leads to is called. */
function isNamedToAll(to: LinkTarget): boolean {
  if (typeof to === "object") return !declarationOf(to.register)?.restricted;
  return to === "unit";
}
