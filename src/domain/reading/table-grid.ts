import {
  type Block,
  type Paragraph,
  paragraphsOf,
  type Table,
  type TableCell,
  textOfBlocks,
} from "../document/block.ts";
import { type Place, unitePlaces } from "../document/place.ts";

/** One cell of the grid as a row sees it. A cell merged over several rows shows in each of them. */
export interface GridCell {
  readonly text: string;
  readonly blocks: readonly Block[];
  /** Row in which the cell begins. */
  readonly fromRow: number;
  readonly fromColumn: number;
  readonly columnSpan: number;
}

export interface GridRow {
  readonly index: number;
  readonly cells: readonly (GridCell | null)[];
  readonly repeatsAsHeading: boolean;
}

/** The table as a full grid: every row has one entry a column; merged cells are seen from every place they cover. */
export function gridOf(table: Table): readonly GridRow[] {
  const open: ({ cell: GridCell; rowsLeft: number } | null)[] = [];
  return table.rows.map((row, index) => {
    const cells: (GridCell | null)[] = Array.from({ length: table.columnCount }, () => null);
    for (const [column, above] of open.entries()) {
      if (!above || above.rowsLeft <= 0) continue;
      cells[column] = above.cell;
      open[column] = { cell: above.cell, rowsLeft: above.rowsLeft - 1 };
    }
    for (const cell of row.cells) placeCell(cell, index, cells, open);
    return { index, cells, repeatsAsHeading: row.repeatsAsHeading };
  });
}

function placeCell(
  cell: TableCell,
  row: number,
  cells: (GridCell | null)[],
  open: ({ cell: GridCell; rowsLeft: number } | null)[],
): void {
  const shown: GridCell = {
    text: textOfBlocks(cell.blocks),
    blocks: cell.blocks,
    fromRow: row,
    fromColumn: cell.column,
    columnSpan: cell.columnSpan,
  };
  for (let column = cell.column; column < Math.min(cells.length, cell.column + cell.columnSpan); column++) {
    cells[column] = shown;
    open[column] = cell.rowSpan > 1 ? { cell: shown, rowsLeft: cell.rowSpan - 1 } : null;
  }
}

/** The cells of a row that begin in it, each once, from left to right. */
export function ownCells(row: GridRow): readonly GridCell[] {
  return row.cells.filter(
    (cell, column): cell is GridCell =>
      cell !== null && cell.fromRow === row.index && cell.fromColumn === column,
  );
}

/** Text of every own cell joined; "" for an empty row. */
export function rowText(row: GridRow): string {
  return ownCells(row)
    .map((cell) => cell.text)
    .filter((text) => text !== "")
    .join(" ");
}

/** Where a row stands: one place per page, its own cells only. */
export function placesOfRow(row: GridRow): readonly Place[] {
  return unitePlaces(ownCells(row).flatMap((cell) => placesOfCell(cell)));
}

export function placesOfCell(cell: GridCell): readonly Place[] {
  return unitePlaces(
    [...paragraphsOf(cell.blocks)].flatMap((paragraph: Paragraph) =>
      paragraph.spans.map((span) => span.place),
    ),
  );
}
