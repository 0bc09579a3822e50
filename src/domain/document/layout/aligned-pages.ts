import type { Page } from "../page.ts";
import { type AlignedTable, alignedTables, kindOf, type LineKind } from "./aligned.ts";
import { gridOfAligned } from "./aligned-grid.ts";
import { alignedRows } from "./aligned-rows.ts";
import type { Grid } from "./grid-shape.ts";
import { type Line, linesOf, textOf } from "./line.ts";
import { marginLines } from "./margins.ts";
import { type Cover, closedBy, covering, partsOf, type Strip, splitAt, stripsOf, united } from "./strips.ts";

/** A page with the lines outside its drawn tables, and the tables found among them. */
interface Sought {
  readonly page: Page;
  readonly lines: readonly Line[];
  readonly tables: AlignedTable[];
}

/** So many lines of a text over all columns may end a page before the rows that it stands above. */
const mostLinesOfSpan = 3;

/**
 * The tables without ruling lines of every page, as grids; `drawn` holds the grids with ruling lines. A table that
 * goes on over pages has the same columns on all of them: they are kept apart by what is white on every page, and the
 * rest of a cut row at the top of a page belongs to it though nothing there is numbered.
 */
export function alignedGrids(pages: readonly Page[], drawn: readonly (readonly Grid[])[]): Grid[][] {
  const lines = pages.map((page, i) => freeLines(page, drawn[i] ?? []));
  const sought = pages.map((page, i) => ({ page, lines: lines[i] ?? [] }));
  const margins = marginLines(
    sought.map(({ page: { number, height }, lines: all }) => ({ number, height, lines: all, tables: null })),
  );
  return gridsAmong(
    sought.map(({ page, lines: all }) => {
      // What repeats in several parts is the head of a table.
      const kept = all.filter((line) => !margins.has(line) || partsOf(line).length > 1);
      return { page, lines: kept, tables: alignedTables(kept) };
    }),
  );
}

function gridsAmong(sought: readonly Sought[]): Grid[][] {
  let heading: readonly string[] = [];
  let parts: { readonly page: Sought; readonly at: number }[] = [];
  sought.forEach((page, i) => {
    const before = sought[i - 1];
    const linked = before !== undefined && goesOn(before, page, heading);
    if (!linked || page.tables.length > 1) heading = headOf(page);
    if (linked && parts.length === 0) parts.push({ page: before, at: before.tables.length - 1 });
    if (linked) parts.push({ page, at: 0 });
    if (linked && page.tables.length === 1) return;
    shareColumns(parts);
    parts = [];
  });
  shareColumns(parts);
  return sought.map(({ lines, tables }) =>
    tables.map((table) => gridOfAligned(table, lines.slice(table.from, table.to))),
  );
}

/** The lines of a page above, between and below drawn tables. */
function freeLines(page: Page, drawn: readonly Grid[]): Line[] {
  const free = page.words.filter(
    ({ box, origin }) =>
      origin !== "annotation" && !drawn.some((grid) => isBeside(grid, (box[1] + box[3]) / 2)),
  );
  return linesOf(page.number, free);
}

/** Whether something at this height stands in or beside a drawn table: the table without lines must not reach into it. */
function isBeside(grid: Grid, y: number): boolean {
  return y > (grid.ys[0] ?? 0) - 2 && y < (grid.ys.at(-1) ?? 0) + 2;
}

/** The lines of the head of the last table of a page. */
function headOf({ lines, tables }: Sought): readonly string[] {
  const table = tables.at(-1);
  const rows = table ? alignedRows(table, lines.slice(table.from, table.to)) : [];
  return rows.flatMap((row) => (row.kind === "head" ? row.lines.map(textOf) : []));
}

/**
 * Lets a table that reaches to the end of a page go on with what stands at the top of the next; whether it does.
 * `heading` holds the lines of its head, which may stand there again.
 */
function goesOn(before: Sought, next: Sought, heading: readonly string[]): boolean {
  const upper = before.tables.at(-1);
  if (!upper || Math.abs(before.page.width - next.page.width) > 2) return false;
  const end = endWithSpans(before.lines, upper);
  if (end < before.lines.length) return false;
  const lower = next.tables[0];
  const repeats =
    heading.length > 0 && heading.every((text, i) => next.lines[i] && textOf(next.lines[i]) === text);
  const headLines = repeats ? heading.length : 0;
  const count = linesAtTop(next.lines, headLines, upper, lower);
  if (count < (lower?.from ?? headLines + 1)) return false;
  const found = lower
    ? { ...lower, from: 0, headLines }
    : { ...upper, from: 0, to: count, headed: false, headLines };
  const covered = withCover(found, next.lines.slice(headLines, count), upper.strips);
  if (!sharedCover([upper, covered])) return false;
  next.tables.splice(0, lower ? 1 : 0, covered);
  before.tables[before.tables.length - 1] = { ...upper, to: end };
  return true;
}

/** Takes the texts over all columns along that end the page: the rows they stand above are on the next one. */
function endWithSpans(lines: readonly Line[], table: AlignedTable): number {
  const rest = lines.slice(table.to);
  let kind: LineKind = "cells";
  const spans = rest.every((line) => {
    kind = kindOf(line, table.strips, kind);
    // Larger letters are those of the text: a heading, or a footnote without a line above it.
    return (kind === "span" || kind === "headed") && line.size < table.size + 1;
  });
  return spans && rest.length <= mostLinesOfSpan ? lines.length : table.to;
}

/**
 * How many lines at the top of a page stand in the columns of the table on the page before: the rest of a cut row, and
 * above a row with a number also a text over all columns. The head, repeated, stands before them.
 */
function linesAtTop(
  lines: readonly Line[],
  headLines: number,
  table: AlignedTable,
  lower: AlignedTable | undefined,
): number {
  let spans = 0;
  let kind: LineKind = "cells";
  const end = lines.slice(0, lower?.from).findIndex((line, i) => {
    if (i < headLines) return false;
    const above = lines[i - 1];
    kind = kindOf(line, table.strips, kind);
    if (kind !== "cells") spans++;
    const far = above !== undefined && line.box[1] - above.box[3] > 2.2 * line.size;
    return (
      far || kind === "foreign" || spans > (lower ? mostLinesOfSpan : 0) || !standsInColumns(line, table)
    );
  });
  return end === -1 ? (lower?.from ?? lines.length) : end;
}

/** Whether cells begin at the edges of their columns, as the rest of a cut cell does, and nothing is numbered. */
function standsInColumns(line: Line, { cover, strips }: AlignedTable): boolean {
  if (closedBy(line, strips).length > 0) return true;
  return splitAt(line, strips).every((cell, column) => {
    const edge = column === 0 ? cover[0]?.[0] : strips[column - 1]?.[1];
    return cell === null || Math.abs(cell.box[0] - (edge ?? 0)) < 0.6 * line.size;
  });
}

function withCover(table: AlignedTable, lines: readonly Line[], strips: readonly Strip[]): AlignedTable {
  let cover: Cover = table.cover;
  for (const line of lines)
    if (kindOf(line, strips, "span") === "cells") cover = covering(cover, line, table.edge);
  return { ...table, cover };
}

/** What the tables cover together, when columns are left between; else null. */
function sharedCover(tables: readonly AlignedTable[]): Cover | null {
  const cover = united(
    tables.flatMap((table) => table.cover),
    Math.min(...tables.map((table) => table.edge)),
  );
  const columns = stripsOf(cover, Math.max(...tables.map((table) => table.size))).length;
  return columns >= Math.min(...tables.map((table) => table.strips.length)) ? cover : null;
}

/** Gives the parts of a table on several pages the columns that all of them leave. */
function shareColumns(parts: readonly { readonly page: Sought; readonly at: number }[]): void {
  const tables = parts.flatMap(({ page, at }) => page.tables[at] ?? []);
  const cover = sharedCover(tables);
  if (!cover || tables.length < 2) return;
  const strips = stripsOf(cover, Math.max(...tables.map((table) => table.size)));
  parts.forEach(({ page, at }, i) => {
    const table = tables[i];
    if (table) page.tables[at] = { ...table, cover, strips };
  });
}
