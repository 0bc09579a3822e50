import { fromLegacyFont, legacyFontOf } from "../../domain/text/legacy-encoding.ts";
import { childOf, childrenOf, type XmlElement } from "../docx/xml.ts";
import { formatNumber } from "./number-format.ts";
import { type CellFormat, type TextRun, textRuns, unescaped, type Workbook } from "./workbook.ts";

/** A cell that holds text, as a person sees it. Rows and columns are counted from 1. */
export interface SheetCell {
  readonly row: number;
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly text: string;
  readonly format: CellFormat | null;
}

export interface Sheet {
  /** By row, then by column; only cells with text. */
  readonly cells: readonly SheetCell[];
  readonly hiddenRows: number;
  readonly hiddenColumns: number;
  /** Rows kept in sight while the rest scrolls, counted from the top; 0 when none. */
  readonly frozenRows: number;
}

interface Span {
  readonly columns: number;
  readonly rows: number;
}

/** The last row and column of a worksheet. */
const lastRow = 1_048_576;
const lastColumn = 16_384;

/** Takes a worksheet part apart (ECMA-376 part 1 §18.3). */
export function readSheet(root: XmlElement, workbook: Workbook): Sheet {
  const merged = readMerges(root);
  const cells: SheetCell[] = [];
  let hiddenRows = 0;
  let row = 0;
  for (const element of childrenOf(childOf(root, "x:sheetData"), "x:row")) {
    row = position(element.attributes.r, row + 1, lastRow);
    const before = cells.length;
    readRow(element, row, workbook, merged, cells);
    if (isTrue(element.attributes.hidden) && cells.length > before) hiddenRows++;
  }
  return {
    cells: cells.sort((a, b) => a.row - b.row || a.column - b.column),
    hiddenRows,
    hiddenColumns: countHiddenColumns(root, cells),
    frozenRows: frozenRowsOf(root),
  };
}

function readRow(
  element: XmlElement,
  row: number,
  workbook: Workbook,
  merged: Merges,
  cells: SheetCell[],
): void {
  let column = 0;
  for (const cell of childrenOf(element, "x:c")) {
    column = columnOf(cell.attributes.r) ?? Math.min(column + 1, lastColumn);
    // Excel keeps what stood in cells before they were merged away; nobody sees it.
    if (merged.covered.has(cellKey(row, column))) continue;
    const format = workbook.formats[Number(cell.attributes.s ?? 0)] ?? null;
    const text = textOf(cell, workbook, format);
    if (text.trim() === "") continue;
    const span = merged.spans.get(cellKey(row, column)) ?? { columns: 1, rows: 1 };
    cells.push({ row, column, columnSpan: span.columns, rowSpan: span.rows, text, format });
  }
}

/** What the cell shows, by its type: shared string, string in place, formula result, truth, error, day, number. */
function textOf(cell: XmlElement, workbook: Workbook, format: CellFormat | null): string {
  const value = childOf(cell, "x:v")?.text ?? "";
  switch (cell.attributes.t) {
    case "s":
      return joined(workbook.strings[Number(value)] ?? [], format);
    case "inlineStr": {
      const inline = childOf(cell, "x:is");
      return inline ? joined(textRuns(inline), format) : "";
    }
    case "str":
      return joined([{ text: unescaped(value), font: null }], format);
    case "e":
      return value;
    case "b":
      return value === "1" ? "TRUE" : "FALSE";
    case "d":
      return value.replace(/^(\d{4})-(\d{2})-(\d{2})(T.*)?$/, "$3/$2/$1");
    default: {
      const number = Number(value);
      return value.trim() === "" || !Number.isFinite(number)
        ? value
        : formatNumber(number, format?.code ?? "General", workbook.epoch1904);
    }
  }
}

/** The text of runs; a run in a font of before Unicode, by its own name or by the cell's, becomes letters. */
function joined(runs: readonly TextRun[], format: CellFormat | null): string {
  return runs
    .map(({ text, font }) => {
      const legacy = font === null ? (format?.legacyFont ?? null) : legacyFontOf(font);
      return legacy ? fromLegacyFont(text, legacy) : text;
    })
    .join("");
}

interface Merges {
  readonly spans: ReadonlyMap<number, Span>;
  readonly covered: ReadonlySet<number>;
}

/** Most cells that merges may cover together; a merge over whole columns is cut there and means no more. */
const mostCovered = 500_000;

function readMerges(root: XmlElement): Merges {
  const spans = new Map<number, Span>();
  const covered = new Set<number>();
  for (const merge of childrenOf(childOf(root, "x:mergeCells"), "x:mergeCell")) {
    const [first, last] = (merge.attributes.ref ?? "").split(":");
    const from = addressOf(first);
    const to = addressOf(last);
    if (!from || !to || to.row < from.row || to.column < from.column) continue;
    spans.set(cellKey(from.row, from.column), {
      columns: to.column - from.column + 1,
      rows: to.row - from.row + 1,
    });
    for (let row = from.row; row <= to.row && covered.size < mostCovered; row++)
      for (let column = from.column; column <= to.column && covered.size < mostCovered; column++)
        if (row !== from.row || column !== from.column) covered.add(cellKey(row, column));
  }
  return { spans, covered };
}

function cellKey(row: number, column: number): number {
  return row * (lastColumn + 1) + column;
}

function addressOf(reference: string | undefined): { row: number; column: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference ?? "");
  return match ? { column: columnNumber(match[1] ?? ""), row: Math.min(Number(match[2]), lastRow) } : null;
}

function columnOf(reference: string | undefined): number | null {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference ?? "")?.[1];
  return letters ? Math.min(columnNumber(letters), lastColumn) : null;
}

function columnNumber(letters: string): number {
  return [...letters].reduce((number, letter) => number * 26 + letter.charCodeAt(0) - 64, 0);
}

function position(written: string | undefined, otherwise: number, last: number): number {
  const number = Number(written);
  return Math.min(Number.isInteger(number) && number > 0 ? number : otherwise, last);
}

function isTrue(value: string | undefined): boolean {
  return value === "1" || value === "true";
}

/** Hidden columns that hold text. */
function countHiddenColumns(root: XmlElement, cells: readonly SheetCell[]): number {
  const used = new Set(cells.map((cell) => cell.column));
  const ranges = childrenOf(childOf(root, "x:cols"), "x:col").filter((column) =>
    isTrue(column.attributes.hidden),
  );
  return [...used].filter((column) =>
    ranges.some(({ attributes }) => column >= Number(attributes.min) && column <= Number(attributes.max)),
  ).length;
}

function frozenRowsOf(root: XmlElement): number {
  const view = childOf(childOf(root, "x:sheetViews"), "x:sheetView");
  const pane = childOf(view, "x:pane");
  const rows = Number(pane?.attributes.ySplit ?? 0);
  return /^frozen/.test(pane?.attributes.state ?? "") && Number.isInteger(rows) ? rows : 0;
}
