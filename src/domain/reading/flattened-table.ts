import type { Block, Paragraph, Table, TableCell, TableRow } from "../document/block.ts";
import { visibleText } from "../document/block.ts";
import { labelKind, loneLabel, markerOf } from "../document/marker.ts";
import { type ColumnKind, columnKindOf, givesOrders, nameColumns } from "./columns.ts";
import { type CellSense, spread } from "./spread-cells.ts";

/**
 * Finds tables that a web page or a converter flattened to one cell a paragraph, and builds them again.
 * Empty cells are missing and a cell may stand in two paragraphs, so the paragraphs of a row are spread over the
 * columns by what they say (least cost over all ways that keep their order). Blocks outside stay as they are.
 */
export function restoreFlattenedTables(blocks: readonly Block[], sense: CellSense): readonly Block[] {
  const restored: Block[] = [];
  let at = 0;
  while (at < blocks.length) {
    const heading = flattenedHeadingAt(blocks, at);
    const table = heading && tableFrom(blocks, heading, sense);
    if (table) {
      restored.push(table.table);
      at = table.next;
    } else {
      const block = blocks[at];
      if (block) restored.push(block);
      at++;
    }
  }
  return restored;
}

interface FlattenedHeading {
  readonly headings: readonly Paragraph[];
  readonly kinds: readonly ColumnKind[];
  /** Index of the first block under the heading. */
  readonly next: number;
}

/** A run of lone headings that begins with STT, possibly with its first ones still in a table of one row. */
function flattenedHeadingAt(blocks: readonly Block[], at: number): FlattenedHeading | null {
  const start = blocks[at];
  if (!start) return null;
  const first = start.kind === "paragraph" ? [start] : headingRowOf(start);
  if (!first || columnKindOf(first[0]?.text ?? "") !== "label") return null;
  const headings = [...first];
  let next = at + 1;
  for (; next < blocks.length && headings.length < 12; next++) {
    const block = blocks[next];
    if (block?.kind !== "paragraph" || block.text.length > 60) break;
    if (loneLabel(visibleText(block)) !== null || markerOf(visibleText(block))) break;
    if (isHeadingTaken(block.text, headings)) break;
    if (
      columnKindOf(block.text) === "other" &&
      next > at + 1 &&
      columnKindOf(textAt(blocks, next + 1)) === "other"
    )
      break;
    headings.push(block);
  }
  const further = headingsFilledBelow(blocks, next, headings);
  const unstacked = unstack(further ?? headings);
  const columns = nameColumns(unstacked.map((heading) => heading.text));
  if (!givesOrders(columns)) return null;
  return {
    headings: unstacked,
    kinds: columns.map((column) => column.kind),
    next: pastColumnNumbers(blocks, further ? next + further.length - headings.length : next),
  };
}

/**
 * The headings with those that no rule knows ("Mục tiêu năm 2026"), when rows fill as many columns: a line that stands
 * between the headings and the first row may as well be the title of a group.
 */
function headingsFilledBelow(
  blocks: readonly Block[],
  next: number,
  known: readonly Paragraph[],
): readonly Paragraph[] | null {
  const headings = [...known];
  for (let at = next; headings.length <= mostColumns; at++) {
    const block = blocks[at];
    if (block?.kind !== "paragraph") return null;
    if (loneLabel(visibleText(block)) !== null || markerOf(visibleText(block))) break;
    if (block.text.length > 60 || titlesGroup.test(block.text) || columnKindOf(block.text) === "content")
      return null;
    headings.push(block);
  }
  if (headings.length === known.length || headings.length > mostColumns) return null;
  const sizes = rowSizesFrom(blocks, next + headings.length - known.length);
  const full = sizes.filter((size) => size === headings.length - 1).length;
  // Remarks are mostly left empty: one row that has them is enough where the others lack only them.
  const remarks = columnKindOf(headings.at(-1)?.text ?? "") === "note";
  const nearly = sizes.filter((size) => size === headings.length - 2).length;
  return full >= 2 || (remarks && full === 1 && nearly >= 1) ? headings : null;
}

/** Between the headings and the first row a time is the title of a group ("THÁNG 01/2026"). */
const titlesGroup = /^(?:tháng|quý|năm|tuần|giai đoạn)\s/iu;

/** A table has no more columns than fit on a page. */
const mostColumns = 14;

/** How many paragraphs stand under each of the first row numbers; the last of them is left out, for its end is open. */
function rowSizesFrom(blocks: readonly Block[], at: number): readonly number[] {
  const sizes: number[] = [];
  let label: string | null = null;
  let size = 0;
  for (const block of blocks.slice(at, at + mostColumns * 8)) {
    if (block.kind !== "paragraph") break;
    const next = startingLabel(block, label);
    if (next === null && !isGroupTitle(block, true)) {
      size += 1;
      continue;
    }
    if (label !== null && size > 0) sizes.push(size);
    label = next ?? label;
    size = 0;
  }
  return sizes;
}

/** A second heading of a kind is the first title of a group ("Lĩnh vực kinh tế"), unless it is part of a stacked heading. */
function isHeadingTaken(text: string, headings: readonly Paragraph[]): boolean {
  const kind = columnKindOf(text);
  if (kind === "other" || isStackedPart(text)) return false;
  return headings.some((heading) => columnKindOf(heading.text) === kind);
}

function isStackedPart(text: string): boolean {
  return /^(?:(?:cơ quan|đơn vị) )?(?:chủ trì|phối hợp)$/iu.test(text.trim());
}

/** "Cơ quan thực hiện … Chủ trì, Phối hợp": the two parts of a stacked heading come last; they take its place. */
function unstack(headings: readonly Paragraph[]): readonly Paragraph[] {
  const parts = headings.slice(-2);
  const over = headings.findIndex(
    (heading) => columnKindOf(heading.text) === "lead" && !isStackedPart(heading.text),
  );
  if (over < 0 || over >= headings.length - 2 || !parts.every((part) => isStackedPart(part.text)))
    return headings;
  return [...headings.slice(0, over), ...parts, ...headings.slice(over + 1, -2)];
}

/** Leaves out the row (1) (2) (3) under a heading. */
function pastColumnNumbers(blocks: readonly Block[], at: number): number {
  let next = at;
  while (loneLabel(textAt(blocks, next)) === String(next - at + 1) && /^\(/.test(textAt(blocks, next)))
    next++;
  return next - at >= 3 ? next : at;
}

function textAt(blocks: readonly Block[], at: number): string {
  const block = blocks[at];
  return block?.kind === "paragraph" ? block.text : "";
}

/** The headings of a table that has lost its rows. */
function headingRowOf(table: Table): readonly Paragraph[] | null {
  const [row] = table.rows;
  if (table.rows.length !== 1 || !row) return null;
  return row.cells.flatMap((cell) =>
    cell.blocks.filter((block): block is Paragraph => block.kind === "paragraph").slice(0, 1),
  );
}

function tableFrom(
  blocks: readonly Block[],
  heading: FlattenedHeading,
  sense: CellSense,
): { table: Table; next: number } | null {
  const rows: TableRow[] = [rowOf(heading.headings.map((paragraph) => [paragraph]))];
  let at = heading.next;
  let expected: string | null = null;
  while (at < blocks.length) {
    const start = blocks[at];
    if (start?.kind !== "paragraph") break;
    const label = startingLabel(start, expected);
    if (label !== null) {
      const until = endOfRow(blocks, at + 1, label, heading.kinds.length - 1);
      const cells = blocks
        .slice(at + 1, until)
        .filter((block): block is Paragraph => block.kind === "paragraph");
      const { columns, used } = spread(cells, heading.kinds, sense);
      rows.push(rowOf(columns.map((cell, column) => (heading.kinds[column] === "label" ? [start] : cell))));
      at += 1 + used;
      expected = label;
      if (used === cells.length) continue;
      if (!goesOnAt(blocks, until, label)) break;
      rows.push(leftOverRow(cells.slice(used), heading.kinds, sense));
      at = until;
    } else if (isGroupTitle(start, rows.length > 1)) {
      rows.push(groupRow(start, heading.kinds.length));
      at++;
    } else break;
  }
  const enough = rows.filter((row) => row.cells.length > 1).length > 2;
  return enough
    ? { table: { kind: "table", columnCount: heading.kinds.length, rows, role: "body" }, next: at }
    : null;
}

function rowOf(columns: readonly (readonly Paragraph[])[]): TableRow {
  return {
    repeatsAsHeading: false,
    cells: columns.map((blocks, column): TableCell => ({ column, columnSpan: 1, rowSpan: 1, blocks })),
  };
}

/** The label when a paragraph is nothing but the number of a row that may follow `before`. */
function startingLabel(paragraph: Paragraph, before: string | null): string | null {
  const label = loneLabel(visibleText(paragraph));
  if (label === null) return null;
  if (before === null || labelKind(label) !== "arabic" || labelKind(before) !== "arabic") return label;
  // A lone number inside a row ("5") is a cell; the numbers of rows go up by one, or begin again.
  const [from, to] = [Number.parseInt(before, 10), Number.parseInt(label, 10)];
  return to === from + 1 || to === 1 || to === from ? label : null;
}

/** Whether the table goes on at this block with another row or group. */
function goesOnAt(blocks: readonly Block[], at: number, before: string): boolean {
  const block = blocks[at];
  return block?.kind === "paragraph" && (startingLabel(block, before) !== null || isGroupTitle(block, true));
}

/** What stands between two rows: the title of a group, or the rest of a row that a page end cut off. */
function leftOverRow(
  paragraphs: readonly Paragraph[],
  kinds: readonly ColumnKind[],
  sense: CellSense,
): TableRow {
  const [only] = paragraphs;
  if (paragraphs.length === 1 && only && /^\p{Lu}/u.test(only.text)) return groupRow(only, kinds.length);
  return rowOf(spread(paragraphs, kinds, sense).columns);
}

function groupRow(title: Paragraph, columnCount: number): TableRow {
  return {
    repeatsAsHeading: false,
    cells: [{ column: 0, columnSpan: columnCount, rowSpan: 1, blocks: [title] }],
  };
}

/**
 * The first block that cannot belong to the row: the next number, a group title, a table. Under the last row, once
 * `cells` are filled, also a line that opens a list and a numbered sentence, for they are text again.
 */
function endOfRow(blocks: readonly Block[], from: number, label: string, cells: number): number {
  const end = nextRowFrom(blocks, from, label);
  if (goesOnAt(blocks, end, label)) return end;
  const text = blocks
    .slice(from + cells, end)
    .findIndex((block) => block.kind === "paragraph" && opensText(block));
  return text < 0 ? end : from + cells + text;
}

function nextRowFrom(blocks: readonly Block[], from: number, label: string): number {
  let at = from;
  while (at < blocks.length) {
    const block = blocks[at];
    if (
      block?.kind !== "paragraph" ||
      /^Nơi nhận/u.test(block.text) ||
      (at > from && (startingLabel(block, label) !== null || isGroupTitle(block, true)))
    )
      return at;
    at++;
  }
  return at;
}

/** "Ngoài các nội dung trên, … yêu cầu:", "1. Sở Tài chính tổng hợp …" */
function opensText({ text }: Paragraph): boolean {
  return (text.length > 40 && /:$/.test(text)) || (text.length > 60 && /^\d{1,2}\.\s/.test(text));
}

/** "II. …" between rows; at the end of the annex the signature or the next annex closes the table. */
function isGroupTitle(paragraph: Paragraph, inside: boolean): boolean {
  const marker = markerOf(visibleText(paragraph));
  if (marker && (marker.kind === "roman" || marker.kind === "capital" || marker.kind === "part")) return true;
  return !inside && marker === null && /^\p{Lu}/u.test(paragraph.text);
}
