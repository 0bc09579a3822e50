import type { Block, Paragraph, Table, TableCell, TableRow } from "../../domain/document/block.ts";

/** The widest span of the HTML standard ("colspan" is clamped to 1000, "rowspan" to 65534). */
const widest = 1000;
const tallest = 65_534;

interface RowInHand {
  readonly cells: TableCell[];
  readonly isHeading: boolean;
}

/** A table while its rows come in; cells find their columns past the ones that reach down from above. */
export class TableBuilder {
  private readonly rows: RowInHand[] = [];
  /** For each column, how many further rows a cell from above still covers. */
  private covered: number[] = [];
  private current: RowInHand | null = null;
  private columnCount = 0;
  private readonly role: Paragraph["role"];

  constructor(role: Paragraph["role"]) {
    this.role = role;
  }

  beginRow(isHeading: boolean): void {
    this.endRow();
    this.current = { cells: [], isHeading };
  }

  endRow(): void {
    if (!this.current) return;
    this.rows.push(this.current);
    this.current = null;
    this.covered = this.covered.map((rows) => Math.max(0, rows - 1));
  }

  addCell(blocks: readonly Block[], columnSpan: number, rowSpan: number): void {
    this.current ??= { cells: [], isHeading: false };
    let column = 0;
    while ((this.covered[column] ?? 0) > 0) column++;
    // A span ends where a cell from above begins.
    let width = 1;
    while (width < Math.min(columnSpan, widest) && !this.covered[column + width]) width++;
    const height = rowSpan === 0 ? tallest : Math.min(rowSpan, tallest);
    while (this.covered.length < column + width) this.covered.push(0);
    this.covered.fill(height, column, column + width);
    this.columnCount = Math.max(this.columnCount, column + width);
    this.current.cells.push({ column, columnSpan: width, rowSpan: height, blocks });
  }

  /** The table, or null when no cell came. Spans that reach beyond the last row end there. */
  finish(): Table | null {
    this.endRow();
    if (this.columnCount === 0) return null;
    return {
      kind: "table",
      columnCount: this.columnCount,
      rows: this.rows.map(
        (row, index): TableRow => ({
          cells: row.cells.map((cell) => ({
            ...cell,
            rowSpan: Math.min(cell.rowSpan, this.rows.length - index),
          })),
          repeatsAsHeading: row.isHeading,
        }),
      ),
      role: this.role,
    };
  }
}

/** A span as an attribute gives it; 1 when it is missing or no number. */
export function spanOf(value: string | undefined): number {
  const span = Number.parseInt(value ?? "1", 10);
  return Number.isNaN(span) || span < 0 ? 1 : span;
}
