import { bookStep, type Rejection } from "../../domain/basics/ledger.ts";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import { type Block, paragraphAt } from "../../domain/document/block.ts";
import type { Extract, ExtractNotice } from "../../domain/document/extract.ts";
import { onPage } from "../../domain/document/place.ts";
import { whyUnplaced } from "../../domain/language/unplaced-reasons.ts";
import { composed, singleSpaced } from "../../domain/text/fold.ts";
import { type Archive, openArchive } from "../zip.ts";
import { blocksOfSheet } from "./regions.ts";
import { readSheet, type Sheet } from "./sheet.ts";
import { countComments, openWorkbook, readPart, type SheetEntry, type Workbook } from "./workbook.ts";

/** A list of every commune of the country with a hundred columns has half as many. */
const mostCells = 500_000;

/**
 * Reads a workbook: for each sheet its name as a paragraph, then its lines and tables. A place is the sheet, counted
 * from 1, as page and the row as line. Cells hold what a person sees: formula results, numbers and days in their
 * format. Hidden rows, columns and sheets are read and noticed.
 *
 * Fails as `openArchive` and `parseXml` do, with `file.empty` (no cell holds text) and `file.too-many-cells` ({ most }).
 */
export async function readXlsx(bytes: Uint8Array): Promise<Result<Extract>> {
  const archive = await openArchive(bytes);
  if (!archive.ok) return archive;
  const workbook = await openWorkbook(archive.value);
  if (!workbook.ok) return workbook;
  const read = await readSheets(archive.value, workbook.value);
  if (!read.ok) return read;
  if (read.value.length === 0) return fail("file.empty");
  const comments = await countComments(archive.value);
  const notices = read.value.flatMap(noticesOf);
  const { sheets } = workbook.value;
  const kept = new Set(read.value.map((sheet) => sheet.page));
  return succeed({
    format: "xlsx",
    pageCount: sheets.length,
    content: { kind: "blocks", blocks: read.value.flatMap(blocksOf) },
    notices: comments > 0 ? [...notices, { code: "comments", count: comments, place: null }] : notices,
    steps: [
      bookStep(
        "sheets",
        sheets.length,
        kept.size,
        sheets.flatMap((entry, index) => (kept.has(index + 1) ? [] : [leftOut(entry, index)])),
      ),
    ],
  });
}

interface SheetRead {
  readonly page: number;
  readonly entry: SheetEntry;
  readonly sheet: Sheet;
}

/** The sheets that hold text, one after another, so that only one is unpacked at a time. */
async function readSheets(archive: Archive, workbook: Workbook): Promise<Result<readonly SheetRead[]>> {
  const read: SheetRead[] = [];
  let cells = 0;
  for (const [index, entry] of workbook.sheets.entries()) {
    if (entry.part === null) continue;
    const root = await readPart(archive, entry.part);
    if (!root.ok) return root;
    const sheet = readSheet(root.value, workbook);
    cells += sheet.cells.length;
    if (cells > mostCells) return fail("file.too-many-cells", { most: mostCells });
    if (sheet.cells.length > 0) read.push({ page: index + 1, entry, sheet });
  }
  return succeed(read);
}

function blocksOf({ page, entry, sheet }: SheetRead): readonly Block[] {
  const [from, to] = entry.titleRows ?? [1, sheet.frozenRows];
  return [
    paragraphAt(singleSpaced(composed(entry.name)), onPage(page, null)),
    ...blocksOfSheet(sheet.cells, page, (row) => row >= from && row <= to),
  ];
}

function noticesOf({ page, entry, sheet }: SheetRead): readonly ExtractNotice[] {
  const place = onPage(page, null);
  const rows = new Set(sheet.cells.map((cell) => cell.row)).size;
  const hidden = entry.hidden ? rows : sheet.hiddenRows + sheet.hiddenColumns;
  const legacy = sheet.cells.filter((cell) => cell.format?.legacyFont).length;
  const counted: readonly [ExtractNotice["code"], number][] = [
    ["hiddenRows", hidden],
    ["legacyFont", legacy],
  ];
  return counted.flatMap(([code, count]) => (count > 0 ? [{ code, count, place }] : []));
}

function leftOut(entry: SheetEntry, index: number): Rejection {
  return {
    what: entry.name,
    where: `trang tính ${index + 1}`,
    why: entry.part === null ? whyUnplaced("noSheetCells") : whyUnplaced("emptySheet"),
  };
}
