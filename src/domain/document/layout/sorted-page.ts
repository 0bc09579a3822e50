import type { PageWord, Ruling } from "../page.ts";
import type { Grid } from "./grid-shape.ts";
import { type LaidTable, laidTable } from "./laid-table.ts";
import { isStamped, type Line, linesOf } from "./line.ts";
import type { PageLines } from "./margins.ts";
import type { Unmarked } from "./raised.ts";

/** A page with its words sorted into tables and lines. */
export interface SortedPage extends PageLines {
  readonly width: number;
  /** Ruled tables from the top, with the height at which each begins. */
  readonly ruled: readonly { readonly top: number; readonly table: LaidTable }[];
  /** Lines that annotations put over the page and that fill no blank. */
  readonly stamped: readonly Line[];
  /** Short horizontal lines outside tables: one of them parts the footnotes from the text. */
  readonly separators: readonly Ruling[];
  /** Marks of footnotes that stood in its text, from the top. */
  readonly marks: readonly string[];
  /** All lines of the page, those in tables and stamped ones too. */
  readonly lineCount: number;
}

/** How far (points) a word may hang over the outer lines of the table that it belongs to. */
const overhang = 2;

/** Sorts the words of a page, without the marks of footnotes, into its tables (`grids`, from the top) and lines. */
export function sortPage({ page, marks }: Unmarked, grids: readonly Grid[]): SortedPage {
  const inside: PageWord[][] = grids.map(() => []);
  const free: PageWord[] = [];
  for (const word of page.words) {
    const at = grids.findIndex((grid) => holds(grid, word));
    (inside[at] ?? free).push(word);
  }
  const filled = grids.flatMap((grid, i) => {
    const words = inside[i] ?? [];
    // A grid without words is a drawing.
    return words.length > 0
      ? [{ top: grid.ys[0] ?? 0, table: laidTable(page.number, grid, words), grid }]
      : [];
  });
  const lines = linesOf(page.number, free);
  const tableLines = filled.reduce((sum, { table }) => sum + linesIn(table), 0);
  return {
    number: page.number,
    width: page.width,
    height: page.height,
    lines: lines.filter((line) => !isStamped(line)),
    stamped: lines.filter(isStamped),
    ruled: filled,
    tables: extent(filled.map(({ grid }) => grid)),
    separators: page.rulings.filter(
      (ruling) => ruling.direction === "horizontal" && !grids.some((grid) => beside(grid, ruling)),
    ),
    marks: [...marks].sort((a, b) => a.box[1] - b.box[1]).map((word) => word.text),
    lineCount: lines.length + tableLines,
  };
}

export function linesIn(table: LaidTable): number {
  return table.rows.reduce((sum, row) => sum + row.cells.reduce((n, cell) => n + cell.lines.length, 0), 0);
}

function holds(grid: Grid, word: PageWord): boolean {
  const x = (word.box[0] + word.box[2]) / 2;
  const y = (word.box[1] + word.box[3]) / 2;
  return within(grid.xs, x) && within(grid.ys, y);
}

function within(places: readonly number[], at: number): boolean {
  return at > (places[0] ?? 0) - overhang && at < (places.at(-1) ?? 0) + overhang;
}

function beside(grid: Grid, ruling: Ruling): boolean {
  return within(grid.ys, (ruling.box[1] + ruling.box[3]) / 2);
}

function extent(grids: readonly Grid[]): readonly [number, number] | null {
  if (grids.length === 0) return null;
  return [
    Math.min(...grids.map((grid) => grid.ys[0] ?? 0)),
    Math.max(...grids.map((grid) => grid.ys.at(-1) ?? 0)),
  ];
}
