import { loneLabel } from "../marker.ts";
import { type Line, median, textOf } from "./line.ts";
import { countsOn, rowMark } from "./numbering-column.ts";
import { type Cover, closedBy, covering, partsOf, type Strip, splitAt, stripsOf } from "./strips.ts";

/**
 * A stretch of lines that is a table without ruling lines: its columns are kept apart by white strips, its rows are
 * numbered. Indices of the lines of a page; `to` is exclusive, `headed` says that a head was found above the first row.
 */
export interface AlignedTable {
  readonly from: number;
  readonly to: number;
  readonly headed: boolean;
  /** How many lines the head has, where the page before says it; null where it is to be found. */
  readonly headLines: number | null;
  /** What the words of its cells cover. */
  readonly cover: Cover;
  readonly strips: readonly Strip[];
  /** Where the text of the second column begins, in points. */
  readonly edge: number;
  readonly size: number;
}

/**
 * What a line of a table is: cells beside each other, a text over all columns, a number with a text over all other
 * columns, or no line of this table.
 */
export type LineKind = "cells" | "span" | "headed" | "foreign";

/** More lines on one page than this are no page to read. */
const mostLines = 1500;
/** So many lines without a number may follow a text over all columns before the next numbered row. */
const mostPending = 10;
/** Numbered rows whose text begins within this distance (points) stand in one table. */
const sameEdge = 4;

/**
 * The tables without ruling lines among the lines of a page (from the top, outside drawn tables). Asked for, so that
 * running text, columns of text, lists and tables of contents are never taken for one: at least three columns, a
 * numbering column that counts on, and two numbered rows with something in two more columns.
 */
export function alignedTables(lines: readonly Line[]): AlignedTable[] {
  if (lines.length > mostLines) return [];
  const tables: AlignedTable[] = [];
  const numbered = lines.map((_, i) => numberedEdge(lines, i));
  let end = 0;
  for (let i = 0; i < lines.length; i++) {
    const edge = numbered[i];
    if (i < end || edge == null) continue;
    const table = tableFrom(lines, numbered, i, edge, end);
    if (!table) continue;
    tables.push(table);
    end = table.to;
  }
  return tables;
}

/**
 * Where the text beside the number of a row begins; null when the line is no numbered row of several cells. A number in
 * the middle of a taller cell may stand between the lines of the other cells.
 */
function numberedEdge(lines: readonly Line[], at: number): number | null {
  const line = lines[at];
  if (!line) return null;
  const [first, second, third] = partsOf(line);
  if (!first || loneLabel(textOf(first)) === null) return null;
  if (second) return third ? second.box[0] : null;
  for (const other of besideNumber(lines, at)) {
    const [text, more] = partsOf(other);
    if (text && more && text.box[0] - line.box[2] > 0.7 * line.size) return text.box[0];
  }
  return null;
}

/** The lines just above and below a number that stands by itself, when they reach to its height. */
function besideNumber(lines: readonly Line[], at: number): Line[] {
  const line = lines[at];
  return [lines[at - 1], lines[at + 1]].flatMap((other) =>
    line && other && other.box[3] > line.box[1] && other.box[1] < line.box[3] ? [other] : [],
  );
}

function tableFrom(
  lines: readonly Line[],
  numbered: readonly (number | null)[],
  first: number,
  edge: number,
  least: number,
): AlignedTable | null {
  const alike = numbered.flatMap((other, i) =>
    other !== null && i >= first && Math.abs(other - edge) < sameEdge ? [i] : [],
  );
  const size = median(alike.map((i) => lines[i]?.size ?? 0));
  const left = Math.min(...alike.map((i) => numbered[i] ?? edge)) - 1;
  const seed = seedCover(lines, alike, left, size);
  if (stripsOf(seed, size).length < 2) return null;
  const { to, cover } = sweepDown(lines, first, seed, left, size);
  const strips = partingStrips(lines.slice(first, to), stripsOf(cover, size));
  if (strips.length < 2) return null;
  const top = topOfRows(lines, first, strips, least);
  const from = headAbove(lines, top, strips, least);
  if (!isNumberedTable(lines.slice(top, to), strips, from < top)) return null;
  const columns = withEmptyColumns(lines.slice(from, top), { cover, strips }, left, size);
  return { from, to, headed: from < top, headLines: null, ...columns, edge: left, size };
}

type Columns = Pick<AlignedTable, "cover" | "strips">;

/** Columns that have a title and no cells: the lines of the head part them from the others. */
function withEmptyColumns(head: readonly Line[], columns: Columns, edge: number, size: number): Columns {
  let found = columns;
  for (const line of head) {
    if (closedBy(line, found.strips).length > 0) continue;
    const cover = covering(found.cover, line, edge);
    const strips = stripsOf(cover, size);
    if (strips.length > found.strips.length && partsOf(line).length > found.strips.length)
      found = { cover, strips };
  }
  return found;
}

/** What numbered rows cover, as long as they leave columns between them. */
function seedCover(lines: readonly Line[], rows: readonly number[], edge: number, size: number): Cover {
  let cover: Cover = [];
  let most = 0;
  for (const i of rows) {
    const line = lines[i];
    if (!line) continue;
    const alone = partsOf(line).length === 1 ? besideNumber(lines, i) : [];
    const wider = [line, ...alone].reduce((sum, part) => covering(sum, part, edge), cover);
    const columns = stripsOf(wider, size).length;
    if (cover.length > 0 && (columns < 2 || columns * 2 < most)) break;
    most = Math.max(most, columns);
    cover = wider;
  }
  return cover;
}

/** Follows a table down to its last line. */
function sweepDown(
  lines: readonly Line[],
  first: number,
  seed: Cover,
  edge: number,
  size: number,
): { readonly to: number; readonly cover: Cover } {
  let cover = seed;
  let to = first + 1;
  let widest = 0;
  let kind: LineKind = "cells";
  let waits = false;
  for (let i = first + 1; i < lines.length && i - to <= mostPending; i++) {
    const [line, above] = [lines[i], lines[i - 1]];
    if (!line || !above) break;
    const strips = stripsOf(cover, size);
    kind = kindOf(line, strips, kind);
    const gap = line.box[1] - above.box[3];
    const starts = kind !== "cells" || markOf(line, strips) !== null;
    if (kind === "foreign" || gap > (starts ? 4 * size : Math.max(size, 1.2 * widest))) break;
    if (kind !== "cells") {
      waits = true;
      continue;
    }
    // After a text over all columns only a numbered row says that the table goes on.
    if (waits && !starts) continue;
    for (const passed of lines.slice(to, i + 1))
      if (kindOf(passed, strips, "span") === "cells") cover = covering(cover, passed, edge);
    widest = Math.max(widest, gap);
    waits = false;
    to = i + 1;
  }
  return { to, cover };
}

/** What a line is in a table with these columns; `before` is what the line above it is. */
export function kindOf(line: Line, strips: readonly Strip[], before: LineKind): LineKind {
  const labelEnd = strips[0]?.[1] ?? 0;
  const leads = line.box[0] < labelEnd - 1;
  const parts = partsOf(line);
  if (closedBy(line, strips).length === 0)
    return leads && parts.length === 1 && rowMark(textOf(line)) === null ? "span" : "cells";
  if (parts.length === 2 && markOf(line, strips) !== null) return "headed";
  if (parts.length > 1) return "foreign";
  const [left, right] = [line.box[0], line.box[2]];
  const middle = ((strips[0]?.[0] ?? 0) + (strips.at(-1)?.[1] ?? 0)) / 2;
  const centred = Math.abs((left + right) / 2 - middle) < 0.15 * middle;
  if (leads || centred) return "span";
  return before === "headed" || before === "span" ? before : "foreign";
}

/** The mark that a line has in the numbering column; null when there is something else or nothing. */
export function markOf(line: Line, strips: readonly Strip[]): string | null {
  const first = partsOf(line)[0];
  return first && first.box[2] <= (strips[0]?.[1] ?? 0) + 1 ? rowMark(textOf(first)) : null;
}

/** Leaves out the strips that are but spaces of spread lines: a strip lies in gaps between cells, not between words. */
function partingStrips(lines: readonly Line[], strips: readonly Strip[]): Strip[] {
  return strips.filter(([left, right]) => {
    let spaces = 0;
    let gaps = 0;
    for (const line of lines) {
      const at = line.words.findIndex((word) => word.box[0] >= right - 0.5);
      const [before, after] = [line.words[at - 1], line.words[at]];
      if (!before || !after || before.box[2] > left + 0.5) continue;
      if (after.box[0] - before.box[2] > 0.7 * line.size) gaps++;
      else spaces++;
    }
    return gaps >= spaces;
  });
}

/** The first line with a mark: above the first row of several cells there may be rows of a number and a text. */
function topOfRows(lines: readonly Line[], first: number, strips: readonly Strip[], least: number): number {
  let top = first;
  for (let i = first - 1; i >= least; i--) {
    const [line, below] = [lines[i], lines[i + 1]];
    if (!line || !below || below.box[1] - line.box[3] > 2.2 * line.size) break;
    const marked = markOf(line, strips) !== null;
    if (!marked && partsOf(line).length > 1) break;
    if (kindOf(line, strips, "span") === "foreign") break;
    if (marked) top = i;
  }
  return top;
}

/** One row is enough for a table below a head, with four columns of which several go on to further lines. */
function isNumberedTable(lines: readonly Line[], strips: readonly Strip[], headed: boolean): boolean {
  const marks = lines.flatMap((line) => markOf(line, strips) ?? []);
  const split = lines
    .filter((line) => kindOf(line, strips, "foreign") === "cells")
    .map((line) => ({ cells: splitAt(line, strips), marked: markOf(line, strips) !== null }));
  const full = split.filter(({ cells }) => cells.slice(1).filter((cell) => cell !== null).length >= 2);
  const counts = marks.length > 1 && countsOn(marks);
  if (!counts && !(headed && strips.length > 2 && full.length > 1)) return false;
  if (full.length === 0) return false;
  const rows = split.flatMap(({ cells, marked }) => (marked ? [cells] : []));
  return !isListOfPages(rows, strips.length + 1) && !isSeveralLists(rows, strips.length + 1);
}

/** A table of contents: number, heading, and a page that never falls. */
export function isListOfPages(rows: readonly (readonly (Line | null)[])[], columns: number): boolean {
  const pages = rows.flatMap((cells) => cells[columns - 1] ?? []).map(textOf);
  if (columns !== 3 || !pages.every((page) => /^\d{1,4}$/.test(page))) return false;
  return pages.every((page, i) => i === 0 || Number(page) >= Number(pages[i - 1]));
}

/** Lists set beside each other: a further column that counts on with marks of points. */
function isSeveralLists(rows: readonly (readonly (Line | null)[])[], columns: number): boolean {
  return Array.from({ length: columns - 1 }, (_, i) => i + 1).some((column) => {
    const texts = rows.flatMap((cells) => cells[column] ?? []).map(textOf);
    const marks = texts.flatMap((text) => (/[.)]$/.test(text) ? (loneLabel(text) ?? []) : []));
    return marks.length >= 2 && marks.length === texts.length && countsOn(marks);
  });
}

/**
 * Where the table begins: at the uppermost line above its first number that fills most columns, with the lines close
 * above it that stand in cells too. A text over all columns between head and first row belongs to the table.
 */
function headAbove(lines: readonly Line[], top: number, strips: readonly Strip[], least: number): number {
  let from = top;
  for (let i = top - 1; i >= Math.max(least, top - 14); i--) {
    const [line, below] = [lines[i], lines[i + 1]];
    if (!line || !below) break;
    const gap = below.box[1] - line.box[3];
    const parts = partsOf(line).length;
    const merged = closedBy(line, strips).length;
    const full = parts >= Math.max(3, strips.length * 0.6) && merged * 2 <= strips.length;
    if (gap > (parts > 1 ? 4 : 1.6) * line.size) break;
    if (full) from = i;
    else if (kindOf(line, strips, "span") === "foreign") break;
  }
  if (from === top) return top;
  for (; from > least; from--) {
    const [line, below] = [lines[from - 1], lines[from]];
    if (!line || !below || below.box[1] - line.box[3] > 0.45 * line.size) break;
    if (closedBy(line, strips).length > 0) break;
  }
  return from;
}
