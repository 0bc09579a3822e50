import { editDistance } from "../../text/edit-distance.ts";
import { foldedKey } from "../../text/fold.ts";
import type { Block, Table } from "../block.ts";
import type { PageWord } from "../page.ts";
import type { Grid } from "./grid-shape.ts";
import { type Line, lineOf, linesOf, textOf } from "./line.ts";
import { type Frame, groupLines, paragraphOf, usualPitch } from "./paragraphs.ts";
import { rowStarts } from "./rows.ts";
import { beginsPoint, beginsSmall, isClosed } from "./wording.ts";

/** A table on its way from the page to the document: its cells still hold lines. */
export interface LaidTable {
  /** Boundaries of the columns, in points. */
  readonly xs: readonly number[];
  readonly rows: readonly LaidRow[];
  /** How many rows at its head were found again on a further page. */
  readonly headRows: number;
}

export interface LaidRow {
  readonly cells: readonly LaidCell[];
}

export interface LaidCell {
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly lines: readonly Line[];
  readonly frame: Frame;
}

/** Puts the words of a table into the cells of its grid. Every word comes to stand in one cell. */
export function laidTable(page: number, grid: Grid, words: readonly PageWord[]): LaidTable {
  const buckets = new Map<number, PageWord[]>();
  for (const word of words) {
    const cell = cellAt(grid, word);
    buckets.set(cell, [...(buckets.get(cell) ?? []), word]);
  }
  const lines = grid.cells.map((_, i) => linesOf(page, buckets.get(i) ?? []));
  const [padLeft, padRight] = paddingOf(grid, lines);
  const rows: LaidCell[][] = grid.ys.slice(1).map(() => []);
  grid.cells.forEach((cell, i) => {
    const inside = lines[i] ?? [];
    rows[cell.rowFrom]?.push({
      column: cell.columnFrom,
      columnSpan: cell.columnTo - cell.columnFrom,
      rowSpan: cell.rowTo - cell.rowFrom,
      lines: inside,
      frame: {
        left: edge(grid.texts?.[cell.columnFrom]?.[0]) ?? (grid.xs[cell.columnFrom] ?? 0) + padLeft,
        right: edge(grid.texts?.[cell.columnTo - 1]?.[1]) ?? (grid.xs[cell.columnTo] ?? 0) - padRight,
        pitch: usualPitch(inside),
        indent: null,
        kind: "cell",
      },
    });
  });
  return { xs: grid.xs, rows: rows.flatMap((cells) => unruledRows({ cells })), headRows: 0 };
}

/** The edge of a column's text; null when the column has none. */
function edge(place: number | undefined): number | null {
  return place !== undefined && Number.isFinite(place) ? place : null;
}

/**
 * The rows of a table that has no lines between them: one drawn row whose first column counts on (1, 2, 3) is as many
 * rows as it has numbers. Any other row is given back as it is.
 */
function unruledRows(row: LaidRow): LaidRow[] {
  const first = row.cells.find((cell) => cell.column === 0);
  const numbers = (first?.lines ?? []).map((line) =>
    Number(/^(\d{1,3})[.)]?$/.exec(textOf(line))?.[1] ?? Number.NaN),
  );
  const counts =
    numbers.length > 1 && numbers.every((number, i) => i === 0 || number === (numbers[i - 1] ?? 0) + 1);
  if (!counts || row.cells.length < 2 || row.cells.some((cell) => cell.rowSpan > 1)) return [row];
  const split = besideEachOther(row);
  const lines = split.map((parts) =>
    lineOf(
      first?.lines[0]?.page ?? 0,
      parts.flatMap((part) => part?.words ?? []),
    ),
  );
  // What stands above the first number is the beginning of its row: there is no heading in here.
  const starts = rowStarts(lines, split).filter((_, i, every) => i !== 1 || every.length <= numbers.length);
  const tops = starts.map((i) => lines[i]?.box[1] ?? 0);
  const at = (line: Line): number => tops.filter((top) => (line.box[1] + line.box[3]) / 2 > top).length - 1;
  return tops.map((_, i) => ({
    cells: row.cells.map((cell) => ({
      ...cell,
      lines: cell.lines.filter((line) => Math.max(0, at(line)) === i),
    })),
  }));
}

/** The lines of all cells of a row, those at the same height together. */
function besideEachOther(row: LaidRow): (Line | null)[][] {
  const all = row.cells.flatMap((cell, column) => cell.lines.map((line) => ({ line, column })));
  const split: (Line | null)[][] = [];
  let middle = Number.NEGATIVE_INFINITY;
  for (const { line, column } of all.sort((a, b) => a.line.box[3] - b.line.box[3])) {
    const height = (line.box[1] + line.box[3]) / 2;
    if (height - middle > 0.4 * line.size || split.at(-1)?.[column]) {
      split.push(row.cells.map(() => null));
      middle = height;
    }
    const parts = split.at(-1);
    if (parts) parts[column] = line;
  }
  return split;
}

function cellAt(grid: Grid, word: PageWord): number {
  const row = intervalAt(grid.ys, (word.box[1] + word.box[3]) / 2);
  const column = intervalAt(grid.xs, (word.box[0] + word.box[2]) / 2);
  const at = grid.cells.findIndex(
    (cell) => cell.rowFrom <= row && row < cell.rowTo && cell.columnFrom <= column && column < cell.columnTo,
  );
  return Math.max(0, at);
}

function intervalAt(places: readonly number[], at: number): number {
  let index = 0;
  while (index < places.length - 2 && at >= (places[index + 1] ?? 0)) index++;
  return index;
}

/** Space that the cells of a table leave at the left and the right of their text, from its fullest lines. */
function paddingOf(grid: Grid, lines: readonly (readonly Line[])[]): [left: number, right: number] {
  let left = 8;
  let right = 8;
  grid.cells.forEach((cell, i) => {
    for (const line of lines[i] ?? []) {
      left = Math.min(left, line.box[0] - (grid.xs[cell.columnFrom] ?? 0));
      right = Math.min(right, (grid.xs[cell.columnTo] ?? 0) - line.box[2]);
    }
  });
  return [Math.max(0.5, left), Math.max(0.5, right)];
}

/** The table as a block of the document. */
export function tableOf(laid: LaidTable): Table {
  return {
    kind: "table",
    columnCount: Math.max(1, laid.xs.length - 1),
    role: "body",
    rows: laid.rows.map((row, i) => ({
      repeatsAsHeading: i < laid.headRows,
      cells: row.cells.map((cell) => ({
        column: cell.column,
        columnSpan: cell.columnSpan,
        rowSpan: cell.rowSpan,
        blocks: blocksOf(cell),
      })),
    })),
  };
}

function blocksOf(cell: LaidCell): Block[] {
  return groupLines(cell.lines, cell.frame).map((group) => paragraphOf(group, cell.frame, "body"));
}

/** A table that goes on from a page to the next: both parts as one, and the lines of the repeated head that were dropped. */
export interface JoinedTable {
  readonly table: LaidTable;
  readonly dropped: readonly Line[];
}

/** Joins a table with its continuation on the next page; null when the two do not have the same columns. */
export function joinTables(before: LaidTable, after: LaidTable): JoinedTable | null {
  const xs = commonColumns(before.xs, after.xs);
  if (xs === null) return null;
  const upper = onColumns(before, xs);
  const lower = onColumns(
    after,
    xs.map((x) => x - (before.xs[0] ?? 0) + (after.xs[0] ?? 0)),
  );
  const heads = repeatedHeads(upper, lower);
  const dropped = lower.rows.slice(0, heads).flatMap((row) => row.cells.flatMap((cell) => cell.lines));
  const rest = lower.rows.slice(heads);
  const [last, first] = [upper.rows.at(-1), rest[0]];
  const cut = last !== undefined && first !== undefined && isCut(last, first);
  const rows = cut
    ? [...upper.rows.slice(0, -1), joinRows(last, first), ...rest.slice(1)]
    : [...upper.rows, ...rest];
  return { table: { xs, rows, headRows: Math.max(upper.headRows, heads) }, dropped };
}

/** Column boundaries that hold both tables: those of the finer one, when the other has no boundary beside them. */
function commonColumns(a: readonly number[], b: readonly number[]): readonly number[] | null {
  const shift = (b[0] ?? 0) - (a[0] ?? 0);
  const moved = b.map((x) => x - shift);
  const near = (x: number, list: readonly number[]): boolean => list.some((other) => Math.abs(other - x) < 5);
  if (Math.abs((a.at(-1) ?? 0) - (moved.at(-1) ?? 0)) > 6) return null;
  if (moved.every((x) => near(x, a))) return a;
  return a.every((x) => near(x, moved)) ? moved : null;
}

function onColumns(table: LaidTable, xs: readonly number[]): LaidTable {
  const index = (x: number): number => {
    let best = 0;
    xs.forEach((other, i) => {
      if (Math.abs(other - x) < Math.abs((xs[best] ?? 0) - x)) best = i;
    });
    return best;
  };
  const rows = table.rows.map((row) => ({
    cells: row.cells.map((cell) => {
      const from = index(table.xs[cell.column] ?? 0);
      const to = index(table.xs[cell.column + cell.columnSpan] ?? 0);
      return { ...cell, column: from, columnSpan: Math.max(1, to - from) };
    }),
  }));
  return { ...table, xs, rows };
}

/** How many rows at the head of a continuation say again what the head of the table says. */
function repeatedHeads(before: LaidTable, after: LaidTable): number {
  let count = 0;
  for (; count < Math.min(after.rows.length, before.rows.length, 5); count++) {
    const [one, other] = [before.rows[count], after.rows[count]];
    if (!one || !other) break;
    const text = rowText(one);
    if (text === "" || !saysTheSame(text, rowText(other), isRecognised(one))) break;
  }
  return count;
}

/** Letters of a recogniser may differ from page to page by one in so many. */
const letterError = 0.12;

function saysTheSame(one: string, other: string, recognised: boolean): boolean {
  if (one === other) return true;
  return recognised && editDistance(foldedKey(one), foldedKey(other)) <= letterError * one.length;
}

function isRecognised(row: LaidRow): boolean {
  return row.cells.some((cell) => cell.lines.some((line) => line.words[0]?.origin === "recognised"));
}

function rowText(row: LaidRow): string {
  return row.cells.map((cell) => cell.lines.map(textOf).join(" ").replace(/\s+/g, "")).join("|");
}

/** Whether the first row on a page is the rest of the last row on the page before. */
function isCut(last: LaidRow, first: LaidRow): boolean {
  const filled = first.cells.filter((cell) => cell.lines.length > 0);
  const partner = (cell: LaidCell): LaidCell | undefined =>
    last.cells.find((other) => other.column === cell.column && other.columnSpan === cell.columnSpan);
  if (filled.length === 0 || filled.some((cell) => !partner(cell))) return false;
  const goesOn = filled.filter((cell) => {
    const before = partner(cell)?.lines.map(textOf).join(" ") ?? "";
    const text = cell.lines[0] ? textOf(cell.lines[0]) : "";
    return before !== "" && beginsSmall(text) && !isClosed(before);
  });
  const leading = first.cells.find((cell) => cell.column === 0);
  if (leading && leading.lines.length > 0) return isRestOfText(leading, goesOn, filled, first);
  if (goesOn.length > 0 || filled.length < first.cells.length - 1) return true;
  return (
    filled.every((cell) => {
      const before = partner(cell)?.lines ?? [];
      const end = before.at(-1);
      return end === undefined || !isClosed(textOf(end));
    }) &&
    last.cells.some((cell) => cell.column === 0 && cell.lines.length > 0) &&
    goesOn.length * 2 >= filled.length
  );
}

/** With words in the first column only text that plainly goes on makes it the same row. */
function isRestOfText(
  leading: LaidCell,
  goesOn: readonly LaidCell[],
  filled: readonly LaidCell[],
  row: LaidRow,
): boolean {
  const text = leading.lines[0] ? textOf(leading.lines[0]) : "";
  if (/^\d/.test(text) || beginsPoint(text, "")) return false;
  return (
    goesOn.includes(leading) ||
    (goesOn.length > 0 && (goesOn.length === filled.length || filled.length < row.cells.length))
  );
}

function joinRows(last: LaidRow, first: LaidRow): LaidRow {
  return {
    cells: last.cells.map((cell) => {
      const more = first.cells.find(
        (other) => other.column === cell.column && other.columnSpan === cell.columnSpan,
      );
      return more
        ? { ...cell, rowSpan: Math.max(cell.rowSpan, more.rowSpan), lines: [...cell.lines, ...more.lines] }
        : cell;
    }),
  };
}
