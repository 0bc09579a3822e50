import {
  type Block,
  type Paragraph,
  paragraphAt,
  plainStyle,
  type TableCell,
  type TableRow,
} from "../../domain/document/block.ts";
import type { Place } from "../../domain/document/place.ts";
import { composed, singleSpaced } from "../../domain/text/fold.ts";
import type { SheetCell } from "./sheet.ts";

/** Cells of one row that hold text. */
interface FilledRow {
  readonly row: number;
  readonly cells: readonly SheetCell[];
}

/**
 * Turns the cells of a sheet into blocks as a reader divides them: blank rows separate, the lines above the row of
 * headings are paragraphs (the head of the list, often merged over its width), the rest is a table.
 */
export function blocksOfSheet(
  cells: readonly SheetCell[],
  page: number,
  isTitleRow: (row: number) => boolean,
): readonly Block[] {
  const blocks: Block[] = [];
  for (const region of splitRegions(filledRows(cells))) {
    const heading = headingIndex(region);
    for (const row of region.slice(0, heading))
      blocks.push(...row.cells.flatMap((cell) => paragraphsOf(cell, page)));
    const rows = region.slice(heading);
    if (rows.length > 0) blocks.push(buildTable(rows, page, isTitleRow));
  }
  return blocks;
}

function filledRows(cells: readonly SheetCell[]): readonly FilledRow[] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of cells) {
    const row = rows.get(cell.row);
    if (row) row.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows].map(([row, filled]) => ({ row, cells: filled }));
}

/** Rows between which there is no blank one. A cell merged downwards keeps the rows it covers from being blank. */
function* splitRegions(rows: readonly FilledRow[]): Generator<readonly FilledRow[]> {
  let region: FilledRow[] = [];
  let reach = 0;
  let hasTable = false;
  for (const row of rows) {
    if (region.length > 0 && row.row > reach + 1) {
      hasTable ||= headingIndex(region) < region.length;
      if (!hasTable || !isItem(row)) {
        yield region;
        region = [];
        hasTable = false;
      }
    }
    region.push(row);
    for (const cell of row.cells) reach = Math.max(reach, cell.row + cell.rowSpan - 1);
  }
  if (region.length > 0) yield region;
}

/** A number of an item: "5", "5.", "1.1", "II", "a)". */
const itemLabel = /^(\d{1,4}(\.\d{1,3})*|[IVXLC]{1,6}|[a-zđA-ZĐ])[.)]?$/;

/** After a blank row a numbered item goes on with the table above it: lists are pieced together from several. */
function isItem(row: FilledRow): boolean {
  return row.cells.length > 1 && itemLabel.test(row.cells[0]?.text.trim() ?? "");
}

/**
 * The row of headings: the first that fills three quarters of the width with at least three cells, or both columns of
 * two. The head of an official list, two blocks side by side, stays above it. No such row: all are paragraphs.
 */
function headingIndex(region: readonly FilledRow[]): number {
  const used = usedColumns(region);
  if (used.length < 2) return region.length;
  const fewest = Math.min(3, used.length);
  const covered = (row: FilledRow): number =>
    row.cells.reduce((sum, cell) => sum + columnsCovered(cell, used), 0);
  const index = region.findIndex((row) => row.cells.length >= fewest && covered(row) >= used.length * 0.75);
  // A row alone is no table: two blocks side by side, a line of signatures.
  return index < 0 || index === region.length - 1 ? region.length : index;
}

/** Columns in which a cell with text begins; the empty ones between and beside are left out of the table. */
function usedColumns(rows: readonly FilledRow[]): readonly number[] {
  return [...new Set(rows.flatMap((row) => row.cells.map((cell) => cell.column)))].sort((a, b) => a - b);
}

function columnsCovered(cell: SheetCell, used: readonly number[]): number {
  if (cell.columnSpan === 1) return 1;
  return used.filter((column) => column >= cell.column && column < cell.column + cell.columnSpan).length;
}

function buildTable(rows: readonly FilledRow[], page: number, isTitleRow: (row: number) => boolean): Block {
  const used = usedColumns(rows);
  const rowNumbers = rows.map((row) => row.row);
  return {
    kind: "table",
    columnCount: used.length,
    rows: coverRows(rows, used, rowNumbers).map(
      (row, index): TableRow => ({
        cells: row.map(({ cell, ...grid }) => ({ ...grid, blocks: cell ? paragraphsOf(cell, page) : [] })),
        repeatsAsHeading: isTitleRow(rowNumbers[index] ?? 0),
      }),
    ),
    role: "body",
  };
}

type GridCell = Omit<TableCell, "blocks"> & { readonly cell: SheetCell | null };

/** Every row with a cell for each place that none from above or from the left covers. */
function coverRows(
  rows: readonly FilledRow[],
  used: readonly number[],
  rowNumbers: readonly number[],
): readonly (readonly GridCell[])[] {
  const coveredUntil = used.map(() => 0);
  return rows.map(({ row, cells }) => {
    const byColumn = new Map(cells.map((cell) => [cell.column, cell]));
    const grid: GridCell[] = [];
    for (let column = 0; column < used.length; ) {
      if ((coveredUntil[column] ?? 0) >= row) {
        column++;
        continue;
      }
      const cell = byColumn.get(used[column] ?? 0) ?? null;
      const columnSpan = cell ? Math.max(1, columnsCovered(cell, used)) : 1;
      const lastRow = row + (cell?.rowSpan ?? 1) - 1;
      grid.push({ column, columnSpan, rowSpan: rowsBetween(rowNumbers, row, lastRow), cell });
      coveredUntil.fill(lastRow, column, column + columnSpan);
      column += columnSpan;
    }
    return grid;
  });
}

/** How many of the filled rows lie between two rows, both included. */
function rowsBetween(rowNumbers: readonly number[], from: number, to: number): number {
  return from === to ? 1 : rowNumbers.filter((number) => number >= from && number <= to).length;
}

/** One paragraph for each line of a cell. */
function paragraphsOf(cell: SheetCell, page: number): readonly Paragraph[] {
  const place: Place = { page, lineFrom: cell.row, lineTo: cell.row, box: null };
  const { format } = cell;
  const style = format
    ? { ...plainStyle, align: format.align, bold: format.bold, italic: format.italic, size: format.size }
    : plainStyle;
  return composed(cell.text)
    .split(/\r\n|\n|\r/)
    .map(singleSpaced)
    .filter((line) => line !== "")
    .map((line) => paragraphAt(line, place, { style }));
}
