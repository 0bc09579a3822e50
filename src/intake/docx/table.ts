import type { Block, Paragraph, Table, TableRow } from "../../domain/document/block.ts";
import { whyUnplaced } from "../../domain/language/unplaced-reasons.ts";
import { contentOf, storedText } from "./content.ts";
import { type CellShape, type Grid, layOutGrid, type RowShape } from "./grid.ts";
import type { Pages } from "./pages.ts";
import type { Tally } from "./tally.ts";
import { childOf, childrenOf, integer, settingOf, switchOf, twips, type XmlElement } from "./xml.ts";

export interface TableSettings {
  readonly tally: Tally;
  readonly pages: Pages;
  readonly role: Paragraph["role"];
  /** The part of the document, for saying where something was left out. */
  readonly where: string;
  /** Reads what stands in a cell. */
  readonly readCell: (cell: XmlElement, tableStyle: string | null) => readonly Block[];
}

interface RawRow {
  readonly cells: readonly XmlElement[];
  readonly shape: RowShape;
  readonly repeats: boolean;
}

/** Reads `w:tbl`; null when no row of it is left. */
export function readTable(element: XmlElement, settings: TableSettings): Table | null {
  const properties = childOf(element, "w:tblPr");
  const widths = childrenOf(childOf(element, "w:tblGrid"), "w:gridCol").map(
    (column) => twips(column.attributes["w:w"]) ?? 0,
  );
  const tableWidth =
    widths.reduce((sum, width) => sum + width, 0) || dxa(childOf(properties, "w:tblW"), 0) || 0;
  const rows: RawRow[] = [];
  for (const row of contentOf(element, settings.tally, (text, why) => rejectRow(text, why, settings)))
    if (row.name === "w:tr") {
      const raw = readRow(row, tableWidth, settings);
      if (raw) rows.push(raw);
    }
  const grid = layOutGrid(
    widths,
    rows.map((row) => row.shape),
  );
  const tableStyle = settingOf(properties, "w:tblStyle");
  if (rows.length === 0) return null;
  return {
    kind: "table",
    columnCount: grid.columnCount,
    rows: fillRows(rows, grid, tableStyle, settings),
    role: settings.role,
  };
}

function rejectRow(text: string, why: string, settings: TableSettings): void {
  settings.tally.rows.reject(text, `${settings.where}, bảng`, why);
}

/** A row of the final view; null for rows deleted, hidden or without a cell. */
function readRow(row: XmlElement, tableWidth: number, settings: TableSettings): RawRow | null {
  const { tally } = settings;
  const properties = childOf(row, "w:trPr");
  const isDeleted = childOf(properties, "w:del") !== null;
  const isHidden = switchOf(properties, "w:hidden") === true;
  if (isDeleted || childOf(properties, "w:ins")) tally.trackedChanges++;
  if (isHidden) tally.hiddenRows++;
  const cells = [...contentOf(row, tally, () => {})].filter(
    (cell) => cell.name === "w:tc" && !isDeletedCell(cell, tally),
  );
  if (isDeleted || isHidden || cells.length === 0) {
    rejectRow(
      storedText(row),
      isDeleted
        ? whyUnplaced("trackedDeletion")
        : isHidden
          ? whyUnplaced("hiddenRow")
          : whyUnplaced("rowWithoutCells"),
      settings,
    );
    return null;
  }
  tally.rows.pass();
  return {
    cells,
    shape: {
      before: Math.min(integer(settingOf(properties, "w:gridBefore")) ?? 0, 255),
      after: Math.min(integer(settingOf(properties, "w:gridAfter")) ?? 0, 255),
      cells: cells.map((cell) => shapeOf(childOf(cell, "w:tcPr"), tableWidth)),
    },
    repeats: switchOf(properties, "w:tblHeader") === true,
  };
}

function isDeletedCell(cell: XmlElement, tally: Tally): boolean {
  if (!childOf(childOf(cell, "w:tcPr"), "w:cellDel")) return false;
  tally.trackedChanges++;
  return true;
}

function shapeOf(properties: XmlElement | null, tableWidth: number): CellShape {
  return {
    span: integer(settingOf(properties, "w:gridSpan")) ?? 1,
    width: dxa(childOf(properties, "w:tcW"), tableWidth),
    vertical: mergeOf(childOf(properties, "w:vMerge")),
    horizontal: mergeOf(childOf(properties, "w:hMerge")),
  };
}

/** A merge without a value continues (ECMA-376 part 1 §17.4.84). */
function mergeOf(merge: XmlElement | null): "restart" | "continue" | null {
  if (!merge) return null;
  return merge.attributes["w:val"] === "restart" ? "restart" : "continue";
}

/** A width in twips; percentages ("50%", or fiftieths of a percent) are of the table. Null when not given. */
function dxa(width: XmlElement | null, tableWidth: number): number | null {
  const value = width?.attributes["w:w"];
  const percent = /^(\d+(?:\.\d+)?)%$/.exec(value ?? "");
  let length: number | null = null;
  if (percent) length = (Number(percent[1]) / 100) * tableWidth;
  else if (width?.attributes["w:type"] === "pct") length = ((twips(value) ?? 0) / 5000) * tableWidth;
  else if ((width?.attributes["w:type"] ?? "dxa") === "dxa") length = twips(value);
  return length !== null && length > 0 ? length : null;
}

/** Reads the cells in their order, since automatic numbers count through them. */
function fillRows(
  rows: readonly RawRow[],
  grid: Grid,
  tableStyle: string | null,
  settings: TableSettings,
): readonly TableRow[] {
  let stillHeading = true;
  return rows.map((row, i) => {
    stillHeading = stillHeading && row.repeats;
    const placed = grid.rows[i] ?? [];
    const blocks: (readonly Block[])[] = [];
    settings.pages.sideBySide(
      placed.map((cell, at) => () => {
        const element = row.cells[cell.index];
        blocks[at] = element ? settings.readCell(element, tableStyle) : [];
      }),
    );
    rejectCovered(row, new Set(placed.map((cell) => cell.index)), settings);
    return {
      cells: placed.map(({ column, columnSpan, rowSpan }, at) => ({
        column,
        columnSpan,
        rowSpan,
        blocks: blocks[at] ?? [],
      })),
      repeatsAsHeading: stillHeading,
    };
  });
}

/** Text in a cell that is merged into another is not shown; programs that fill templates leave copies there. */
function rejectCovered(row: RawRow, shown: ReadonlySet<number>, settings: TableSettings): void {
  row.cells.forEach((cell, index) => {
    const text = shown.has(index) ? "" : storedText(cell);
    if (text !== "")
      settings.tally.paragraphs.reject(text, `${settings.where}, bảng`, whyUnplaced("mergedCell"));
  });
}
