import { bookStep, type LedgerStep } from "../domain/basics/ledger.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Declaration, FieldOf } from "../domain/cooperation/declaration.ts";
import { loggedRecord, type RecordLink } from "../domain/cooperation/record.ts";
import {
  headingsIn,
  headingsKey,
  proposeMapping,
  rememberedMapping,
  type SheetMapping,
  sheetColumns,
} from "../domain/cooperation/record-sheet.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { foldedKey } from "../domain/text/fold.ts";
import type { FileReading } from "../intake/read-file.ts";
import { withProvince } from "../store/database.ts";
import {
  dropSentLists,
  insertSentList,
  keepTaken,
  loadMapping,
  loadTargetNames,
  lockSentList,
  type SentList,
  saveMapping,
  type TakenRecord,
} from "../store/record-imports.ts";
import type { RecordAsking, RecordTransaction } from "../store/record-rows.ts";
import { insertRecords, loadRegister, updateRecords } from "../store/records.ts";
import { type LikelyRows, type PlannedRow, planImport } from "./plan-record-import.ts";
import { changedWords, titleOf, writtenRecord } from "./record-draft.ts";
import { askingOf, type RecordWorld, registerFor } from "./records.ts";
import { writeHistory } from "./register.ts";
import { ownerFor } from "./save-record.ts";
import { readSheetTables, type SheetTable } from "./sheet-file.ts";

/** What importing stands on; `reading` reads workbooks in a process of their own. */
export interface RecordImportWorld extends RecordWorld {
  readonly reading: FileReading;
}

/** A list that was sent, with what its columns stand for and what its rows come to. */
export interface ImportPreview {
  readonly id: string;
  readonly fileName: string;
  readonly headings: readonly string[];
  /** Tables of the file that are no part of this list. */
  readonly otherTables: number;
  /** The first filled cells below each heading. */
  readonly samples: readonly string[];
  readonly mapping: SheetMapping;
  readonly likely: LikelyRows;
  readonly rows: readonly PlannedRow[];
  /** in = added + changed + unchanged, and refused rows with their reasons. */
  readonly book: LedgerStep;
}

const mostRows = 20_000;
/** How long a list is kept that was sent, and what one wrote that was taken, in milliseconds. */
export const listKept = 86_400_000;

/**
 * Receives a list as its owner has it (.xlsx or .csv), keeps it for a day and says what its rows would come to. Nothing is
 * taken yet. Fails with `record.register-unknown`, `record.owner-needed`, `record.not-owner`, `record.list-empty`,
 * `record.list-long` and as reading a sheet does.
 */
export async function sendList(
  actor: Actor,
  request: {
    readonly register: string;
    readonly owner: string | null;
    readonly file: { readonly name: string; readonly bytes: Uint8Array };
  },
  world: RecordImportWorld,
): Promise<Result<ImportPreview>> {
  const found = registerFor(actor, "edit-records", request.register);
  if (!found.ok) return found;
  const declaration = found.value;
  const tables = await readSheetTables(request.file, world.reading);
  if (!tables.ok) return tables;
  const list = listIn(declaration, tables.value);
  if (!list) return fail("record.list-empty");
  if (list.lines.length > mostRows)
    return fail("record.list-long", { rows: list.lines.length, most: mostRows });
  const asking = askingOf(actor);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const owner = await ownerFor(transaction, asking, declaration, request.owner);
    if (!owner.ok) return owner;
    const at = world.clock();
    await dropSentLists(transaction, actor.province, new Date(at.getTime() - listKept));
    const sent: SentList = {
      ...{ id: world.newId(), register: declaration.key, owner: owner.value, ...list },
      fileName: request.file.name.slice(0, 200),
    };
    await insertSentList(transaction, actor.province, sent, { at, who: actor.person });
    const headings = headingsKey(sent.headings);
    const remembered = await loadMapping(transaction, actor.province, {
      register: declaration.key,
      headings,
    });
    const mapping = proposeMapping(declaration, sent.headings, remembered);
    return succeed(await previewOf(transaction, asking, declaration, { sent, mapping, likely: "refuse" }));
  });
}

/**
 * The list of a file: below the row, or the two rows where headings stand in groups, with the most headings of the
 * declaration, else below the first of the largest table.
 */
function listIn(
  declaration: Declaration,
  tables: readonly SheetTable[],
): Pick<SentList, "headings" | "lines" | "apart" | "otherTables"> | null {
  const candidates = tables.flatMap((table) =>
    table.rows.slice(0, 20).flatMap(({ cells }, at) => {
      const below = table.rows[at + 1]?.cells ?? [];
      const grouped = cells.map((cell, column) => below[column]?.trim() || cell);
      return [cells, grouped].map((headings, more) => ({
        ...{ table, headings, from: at + 1 + more, more, known: headingsIn(declaration, headings) },
      }));
    }),
  );
  const [best] = candidates.toSorted(
    (a, b) =>
      b.known - a.known || b.table.rows.length - a.table.rows.length || a.more - b.more || a.from - b.from,
  );
  const lines = (best?.table.rows.slice(best.from) ?? []).filter(({ cells }) =>
    cells.some((cell) => cell.trim()),
  );
  if (!best || lines.length === 0) return null;
  const headings = best.headings.map((cell) => cell.trim());
  return { headings, lines, apart: best.table.apart, otherTables: tables.length - 1 };
}

interface ListRequest {
  readonly register: string;
  readonly id: string;
  readonly mapping: SheetMapping;
  readonly likely: LikelyRows;
}

/** What the rows of a sent list come to under another mapping. Fails with `record.register-unknown`, `record.list-unknown`. */
export async function previewList(
  actor: Actor,
  request: ListRequest,
  world: RecordWorld,
): Promise<Result<ImportPreview>> {
  return withList(actor, request, world, async (transaction, { asking, declaration, sent }) =>
    succeed(
      await previewOf(transaction, asking, declaration, { sent, ...settled(declaration, sent, request) }),
    ),
  );
}

/**
 * Takes a sent list: its additions and changes are written in one transaction, refused rows are left, its mapping is
 * remembered, and what it wrote is kept for a day in place of its rows. Fails as `previewList` does.
 */
export async function takeList(
  actor: Actor,
  request: ListRequest,
  world: RecordWorld,
): Promise<Result<ImportPreview>> {
  return withList(actor, request, world, async (transaction, { asking, declaration, sent }) => {
    const how = settled(declaration, sent, request);
    const preview = await previewOf(transaction, asking, declaration, { sent, ...how });
    const taken = await writeRows(transaction, actor, { declaration, sent, rows: preview.rows }, world);
    await saveMapping(transaction, actor.province, {
      ...{ register: declaration.key, headings: headingsKey(sent.headings) },
      mapping: rememberedMapping(sent.headings, how.mapping),
    });
    await keepTaken(transaction, actor.province, { id: sent.id, taken }, world.clock());
    return succeed(preview);
  });
}

/** A mapping as it can be: one key for each heading, each column once. */
function settled(declaration: Declaration, sent: SentList, { mapping, likely }: ListRequest) {
  const known = new Set(sheetColumns(declaration).map(({ key }) => key));
  const keys = sent.headings.map((_, at) => mapping[at] ?? null);
  const isKept = (key: string | null, at: number) =>
    key !== null && known.has(key) && keys.indexOf(key) === at;
  return { mapping: keys.map((key, at) => (isKept(key, at) ? key : null)), likely };
}

async function withList(
  actor: Actor,
  { register, id }: ListRequest,
  world: RecordWorld,
  work: (
    transaction: RecordTransaction,
    list: { readonly asking: RecordAsking; readonly declaration: Declaration; readonly sent: SentList },
  ) => Promise<Result<ImportPreview>>,
): Promise<Result<ImportPreview>> {
  const found = registerFor(actor, "edit-records", register);
  if (!found.ok) return found;
  const declaration = found.value;
  const asking = askingOf(actor);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const sent = await lockSentList(transaction, actor.province, { id, register, who: actor.person });
    if (!sent) return fail("record.list-unknown");
    // What the person may enter may have changed since he sent it.
    const owner = await ownerFor(transaction, asking, declaration, sent.owner);
    return owner.ok ? work(transaction, { asking, declaration, sent }) : owner;
  });
}

async function previewOf(
  transaction: RecordTransaction,
  asking: RecordAsking,
  declaration: Declaration,
  { sent, mapping, likely }: { sent: SentList; mapping: SheetMapping; likely: LikelyRows },
): Promise<ImportPreview> {
  const known = await loadRegister(transaction, asking, declaration.key);
  const targets = new Map<string, ReadonlyMap<string, readonly RecordLink[]>>();
  const linked = declaration.fields.filter(
    (field): field is FieldOf<"link"> => field.kind === "link" && mapping.includes(field.key),
  );
  for (const { key, to } of linked) targets.set(key, byNames(await loadTargetNames(transaction, asking, to)));
  const ground = { declaration, mapping, likely, owner: sent.owner, known, targets };
  const rows: readonly PlannedRow[] = [
    ...planImport(ground, sent.lines),
    ...sent.apart.map(({ line, text }): PlannedRow => {
      const failure = { code: "register.row-apart", detail: {} } as const;
      return { kind: "refused", line, what: text.slice(0, 200), field: null, failure };
    }),
  ];
  const refused = rows.filter((row) => row.kind === "refused");
  return {
    ...{ id: sent.id, fileName: sent.fileName, headings: sent.headings, mapping, likely, rows },
    otherTables: sent.otherTables,
    samples: sent.headings.map(
      (_, at) => sent.lines.find(({ cells }) => cells[at]?.trim())?.cells[at]?.slice(0, 80) ?? "",
    ),
    book: bookStep(
      "importedRecords",
      rows.length,
      rows.length - refused.length,
      refused.map(({ what, line, failure }) => ({ what, where: String(line), why: failure.code })),
    ),
  };
}

function byNames(
  found: readonly (RecordLink & { readonly names: readonly (string | null)[] })[],
): ReadonlyMap<string, readonly RecordLink[]> {
  const targets = new Map<string, RecordLink[]>();
  for (const { names, ...link } of found)
    for (const name of new Set(names.map((text) => foldedKey(text ?? "")))) {
      if (name === "") continue;
      const others = targets.get(name) ?? [];
      others.push(link);
      targets.set(name, others);
    }
  return targets;
}

async function writeRows(
  transaction: RecordTransaction,
  actor: Actor,
  { declaration, sent, rows }: { declaration: Declaration; sent: SentList; rows: readonly PlannedRow[] },
  world: RecordWorld,
): Promise<readonly TakenRecord[]> {
  const at = world.clock();
  const added = rows
    .filter((row) => row.kind === "added")
    .map(({ draft, sourceKey }) => ({ draft, id: world.newId(), owner: sent.owner, sourceKey }));
  const changed = rows
    .filter((row) => row.kind === "changed")
    .map(({ draft, found: { record }, sourceKey }) => {
      const rest = {
        id: record.id,
        owner: record.owner?.id ?? null,
        sourceKey: sourceKey ?? record.sourceKey,
      };
      return { draft, record, ...rest };
    });
  const written = (row: (typeof added)[number]) => writtenRecord(declaration, row.draft, row);
  await insertRecords(transaction, actor.province, added.map(written), at);
  await updateRecords(transaction, actor.province, changed.map(written), at);
  const logged = (title: string, words: Readonly<Record<string, string>>) => ({
    ...loggedRecord(declaration, { title, written: words }),
    import: sent.id,
  });
  await writeHistory(transaction, actor, world, [
    ...added.map(({ id, draft }) => ({
      ...{ what: "import-records", subject: `record:${id}`, before: null },
      after: logged(titleOf(declaration, draft.values), changedWords(declaration, null, draft).after),
    })),
    ...changed.map(({ id, draft, record }) => {
      const words = changedWords(declaration, record, draft);
      return {
        ...{ what: "import-records", subject: `record:${id}`, before: logged(record.title, words.before) },
        after: logged(titleOf(declaration, draft.values), words.after),
      };
    }),
  ]);
  return [
    ...added.map(({ id }) => ({ id, version: 1, before: null })),
    ...changed.map(({ record: { id, version, values, links, owner, sourceKey } }) => ({
      ...{ id, version: version + 1, before: { values, links, owner, sourceKey } },
    })),
  ];
}
