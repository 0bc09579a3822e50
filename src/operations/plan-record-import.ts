import type { Failure } from "../domain/basics/result.ts";
import {
  type Declaration,
  type Field,
  type FieldOf,
  fieldOf,
  type Values,
} from "../domain/cooperation/declaration.ts";
import type { RecordLink } from "../domain/cooperation/record.ts";
import { seesField } from "../domain/cooperation/record.ts";
import { checkRecord, readValues } from "../domain/cooperation/record-check.ts";
import { sameFinder } from "../domain/cooperation/record-duplicate.ts";
import { idColumn, type SheetMapping, sourceColumn } from "../domain/cooperation/record-sheet.ts";
import { isPlain } from "../domain/cooperation/record-value.ts";
import { cellText, foldedKey } from "../domain/text/fold.ts";
import type { FoundRecord } from "../store/record-rows.ts";
import { type RecordDraft, titleOf, wordsOf } from "./record-draft.ts";
import type { SheetLine } from "./sheet-file.ts";

/** What is done with a row that names no record and is much like one: nothing, it is that record, or it is a new one. */
export type LikelyRows = "refuse" | "update" | "add";

/** One field of a row that differs from its record, in words. */
export interface RowChange {
  readonly field: Field;
  readonly before: string;
  readonly after: string;
}

/** What a row comes to. */
export type PlannedRow =
  | {
      readonly kind: "added";
      readonly line: number;
      readonly draft: RecordDraft;
      readonly sourceKey: string | null;
    }
  | {
      readonly kind: "changed";
      readonly line: number;
      readonly found: FoundRecord;
      readonly draft: RecordDraft;
      readonly changes: readonly RowChange[];
      readonly sourceKey: string | null;
    }
  | { readonly kind: "unchanged"; readonly line: number }
  | {
      readonly kind: "refused";
      readonly line: number;
      readonly what: string;
      readonly field: Field | null;
      readonly failure: Failure;
    };

/** What a list is planned against. */
export interface ImportGround {
  readonly declaration: Declaration;
  readonly mapping: SheetMapping;
  readonly likely: LikelyRows;
  /** For whom the list is entered; null: the focal body. */
  readonly owner: string | null;
  /** All records of the register that the person may know of. */
  readonly known: readonly FoundRecord[];
  /** What a name of a link may mean, by the key of its field: folded names to targets. */
  readonly targets: ReadonlyMap<string, ReadonlyMap<string, readonly RecordLink[]>>;
}

/** Plans every row of a list: added + changed + unchanged + refused are all of them. */
export function planImport(ground: ImportGround, lines: readonly SheetLine[]): readonly PlannedRow[] {
  const finder = matcher(ground);
  return lines.map((line): PlannedRow => {
    const planned = planRow(ground, line, finder);
    return "failure" in planned
      ? {
          kind: "refused",
          line: line.line,
          what: line.cells.filter(Boolean).join(" | ").slice(0, 200),
          ...planned,
        }
      : planned;
  });
}

/** What spreadsheet programs show in place of the value of a formula that fails. */
const failedFormula = /^(?:#(?:REF|VALUE|DIV\/0|NULL|NUM|SPILL|CALC)!|#N\/A|#NAME\?|Err:\d{3})$/i;

type Refusal = { readonly field: Field | null; readonly failure: Failure };

function refusal(code: Failure["code"], detail: Failure["detail"] = {}, field: Field | null = null): Refusal {
  return { field, failure: { code, detail } };
}

/** Finds the record that a row means, and sees that no two rows mean the same. */
function matcher({ declaration, known, owner, likely }: ImportGround) {
  const byId = new Map(known.map((found) => [found.record.id, found]));
  type Named = {
    readonly title: string;
    readonly values: Values;
    readonly found: FoundRecord | null;
    readonly line: number;
  };
  const same = sameFinder<Named>(declaration);
  for (const found of known)
    same.add({ title: found.record.title, values: found.record.values, found, line: 0 });
  const firstLine = new Map<string, number>();
  const atSource = (owner: string | null, key: string) => `${owner} ${key}`;
  const sources = new Map(
    known.flatMap((found) => {
      const { sourceKey, owner: of } = found.record;
      return sourceKey === null ? [] : [[atSource(of?.id ?? null, sourceKey), found] as const];
    }),
  );
  const firstSource = new Map<string, number>();
  const once = (found: FoundRecord, line: number): FoundRecord | Refusal => {
    const first = firstLine.get(found.record.id);
    if (first !== undefined) return refusal("record.row-repeated", { first });
    firstLine.set(found.record.id, line);
    return found.mayEdit
      ? found
      : refusal("record.not-owner", {
          owner: found.record.owner?.name ?? "cơ quan đầu mối / the focal body",
        });
  };
  return {
    /** The record that the row names by its id or its key at the source; null: it names none. */
    named: (id: string, source: string, line: number): FoundRecord | Refusal | null => {
      const found = id === "" ? sources.get(atSource(owner, source)) : byId.get(id);
      if (found) return once(found, line);
      return id === "" ? null : refusal("record.row-unknown", { id });
    },
    /** Why an id at the source cannot be that of a row; null: it can, or there is none. */
    taken: (key: string | null, found: FoundRecord | null, line: number): Refusal | null => {
      if (key === null) return null;
      const source = atSource(found ? (found.record.owner?.id ?? null) : owner, key);
      const [holder, first] = [sources.get(source), firstSource.get(source)];
      if (holder && holder !== found)
        return refusal("record.source-taken", { key, title: holder.record.title });
      if (first !== undefined) return refusal("record.row-repeated", { first });
      firstSource.set(source, line);
      return null;
    },
    /** The record that a row without a name is likely to be; null: a new one. */
    likely: (title: string, values: Values, line: number): FoundRecord | Refusal | null => {
      const like = likely === "add" ? null : same.find({ title, values });
      same.add({ title, values, found: null, line });
      if (!like) return null;
      if (!like.found) return refusal("record.row-repeated", { first: like.line });
      return likely === "update"
        ? once(like.found, line)
        : refusal("record.row-likely", { title: like.title });
    },
  };
}

function planRow(
  ground: ImportGround,
  { line, cells }: SheetLine,
  finder: ReturnType<typeof matcher>,
): PlannedRow | Refusal {
  const { declaration, mapping } = ground;
  const texts = new Map(
    mapping.flatMap((key, at) => (key === null ? [] : [[key, cellText(cells[at] ?? "")] as const])),
  );
  const id = (texts.get(idColumn) ?? "").toLowerCase();
  const sourceKey = texts.get(sourceColumn) || null;
  const named = finder.named(id, sourceKey ?? "", line);
  if (named && "failure" in named) return named;
  const filled = new Map(
    [...texts].flatMap(([key, text]) => {
      const field = fieldOf(declaration, key);
      return field ? [[field, text] as const] : [];
    }),
  );
  for (const [field, value] of filled)
    if (failedFormula.test(value)) return refusal("record.cell-error", { value }, field);
  const read = readRow(ground, filled, named, { emptying: id !== "" });
  if ("failure" in read) return read;
  const title = titleOf(declaration, read.values);
  if (title === "") return refusal("record.value-missing", {}, fieldOf(declaration, declaration.title));
  const found = named ?? finder.likely(title, read.values, line);
  if (found && "failure" in found) return found;
  const taken = finder.taken(sourceKey, found, line);
  if (taken) return taken;
  // A row that turned out to be a known record is read over what stands there.
  const over = found && !named ? readRow(ground, filled, found, { emptying: false }) : read;
  if ("failure" in over) return over;
  const linked = Object.keys(over.links).filter((key) => (over.links[key] ?? []).length > 0);
  const hidden = found
    ? declaration.fields.filter((field) => !seesField(declaration, field, found.sight))
    : [];
  const [fault] = checkRecord(declaration, { ...over, linked, hidden: hidden.map(({ key }) => key) });
  if (fault) return { field: fieldOf(declaration, fault.field), failure: fault.failure };
  if (!found) return { kind: "added", line, draft: over, sourceKey };
  const changes = declaration.fields.flatMap((field): readonly RowChange[] => {
    const [before, after] = [wordsOf(field, found.record), wordsOf(field, over)];
    return before === after ? [] : [{ field, before, after }];
  });
  const isSame = changes.length === 0 && (sourceKey === null || sourceKey === found.record.sourceKey);
  return isSame
    ? { kind: "unchanged", line }
    : { kind: "changed", line, found, draft: over, changes, sourceKey };
}

/** The cells of a row over what stands in its record. `emptying`: an empty cell empties its field. */
function readRow(
  { declaration, targets }: ImportGround,
  filled: ReadonlyMap<Field, string>,
  found: FoundRecord | null,
  { emptying }: { readonly emptying: boolean },
): RecordDraft | Refusal {
  const texts: Record<string, string> = {};
  const links: Record<string, readonly RecordLink[]> = { ...found?.record.links };
  for (const [field, text] of filled) {
    const isSeen = !found || seesField(declaration, field, found.sight);
    if (!isSeen && text !== "") return refusal("record.field-hidden", {}, field);
    if (!isSeen || (text === "" && !emptying)) continue;
    if (isPlain(field)) texts[field.key] = text;
    else {
      const read = readLinks(field, text, found, targets.get(field.key) ?? new Map());
      if ("failure" in read) return read;
      links[field.key] = read.links;
    }
  }
  const read = readValues(declaration, texts);
  if (!read.ok) {
    const [fault] = read.failure.faults;
    if (!fault) throw new Error("values that cannot be read say what is wrong");
    return { field: fieldOf(declaration, fault.field), failure: fault.failure };
  }
  const { values, emptied } = read.value;
  const kept = Object.entries({ ...found?.record.values, ...values }).filter(
    ([key]) => !emptied.includes(key),
  );
  return { values: Object.fromEntries(kept), links };
}

function readLinks(
  field: FieldOf<"link">,
  text: string,
  found: FoundRecord | null,
  targets: ReadonlyMap<string, readonly RecordLink[]>,
): { readonly links: readonly RecordLink[] } | Refusal {
  const standing = found?.record.links[field.key] ?? [];
  if (found && cellText(wordsOf(field, found.record)) === text) return { links: standing };
  const links: RecordLink[] = [];
  for (const name of text.split(/[;\n]/).map((part) => part.trim())) {
    if (name === "") continue;
    const [target, ...others] = targets.get(foldedKey(name)) ?? [];
    if (!target) return refusal("record.link-unknown", { name }, field);
    if (others.length > 0) return refusal("record.link-several", { name, count: others.length + 1 }, field);
    if (links.every(({ id }) => id !== target.id)) links.push(target);
  }
  if (links.length > 1 && !field.many) return refusal("record.link-one", { name: text }, field);
  return { links };
}
