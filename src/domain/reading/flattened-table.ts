import type { Block, Paragraph, Table, TableCell, TableRow } from "../document/block.ts";
import { visibleText } from "../document/block.ts";
import { labelKind, loneLabel, markerOf } from "../document/marker.ts";
import { type ColumnKind, columnKindOf, givesOrders, nameColumns } from "./columns.ts";

/** What the words of a lone paragraph can tell about the column they came from. */
export interface CellSense {
  /** The whole text is a time ("Hằng năm", "Quý IV/2026"). */
  readonly isTime: (text: string) => boolean;
  /** The whole text is a list of bodies. */
  readonly isBodies: (text: string) => boolean;
}

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

const costs = {
  emptyLead: 7,
  emptyContent: 30,
  emptyOther: 2,
  brokenCell: 1,
  secondParagraph: 5,
  wrongTime: 9,
  wrongBodies: 8,
  misplaced: 4,
  leftOver: 3,
} as const;

interface Way {
  readonly cost: number;
  readonly from: number;
}

/**
 * Spreads the paragraphs of one row over the columns. Each column takes a run of none, one or more; `used` says how
 * many were taken (the rest stands below the table).
 */
function spread(
  paragraphs: readonly Paragraph[],
  kinds: readonly ColumnKind[],
  sense: CellSense,
): { columns: readonly (readonly Paragraph[])[]; used: number } {
  const own = kinds.map((kind, column) => ({ kind, column })).filter(({ kind }) => kind !== "label");
  const single = own.map(({ kind }) =>
    paragraphs.map((paragraph) => costOfCell(paragraph.text, kind, sense)),
  );
  const joins = joinCosts(paragraphs, sense);
  // best[c][n]: cheapest way to have given the first n paragraphs to the first c columns.
  const best: Way[][] = [paragraphs.map((): Way => ({ cost: Number.POSITIVE_INFINITY, from: 0 }))];
  best[0] = [{ cost: 0, from: 0 }, ...(best[0] ?? [])];
  for (const [c, { kind }] of own.entries()) {
    best.push(waysOf(best[c] ?? [], single[c] ?? [], joins, costOfEmpty(kind)));
  }
  const final = best.at(-1) ?? [];
  let used = paragraphs.length;
  for (let n = 0; n <= paragraphs.length; n++)
    if (costLeaving(final, n, paragraphs.length) < costLeaving(final, used, paragraphs.length)) used = n;
  const columns: (readonly Paragraph[])[] = kinds.map(() => []);
  let n = used;
  for (let c = own.length; c > 0; c--) {
    const from = best[c]?.[n]?.from ?? n;
    const column = own[c - 1]?.column;
    if (column !== undefined) columns[column] = paragraphs.slice(from, n);
    n = from;
  }
  return { columns, used };
}

/** For each paragraph what joining all up to it into one cell costs: a run costs the difference of its ends. */
function joinCosts(paragraphs: readonly Paragraph[], sense: CellSense): readonly number[] {
  let sum = 0;
  return paragraphs.map((paragraph, i) => {
    sum += i === 0 ? 0 : costOfJoin(paragraphs[i - 1], paragraph, sense);
    return sum;
  });
}

/**
 * The cheapest ways of one more column: for each n none, or the run from `from` to n; the shortest of equal runs. The
 * best beginning of a run is carried along, so that a row costs no more than its paragraphs are many.
 */
function waysOf(
  before: readonly Way[],
  single: readonly number[],
  joins: readonly number[],
  empty: number,
): Way[] {
  const costTo = (n: number): number => before[n]?.cost ?? Number.POSITIVE_INFINITY;
  let start = { from: 0, cost: Number.POSITIVE_INFINITY };
  return Array.from({ length: single.length + 1 }, (_, n) => {
    const none: Way = { cost: costTo(n) + empty, from: n };
    if (n === 0) return none;
    const beginning = costTo(n - 1) + (single[n - 1] ?? 0) - (joins[n - 1] ?? 0);
    if (beginning <= start.cost) start = { from: n - 1, cost: beginning };
    const run = start.cost + (joins[n - 1] ?? 0);
    return run < none.cost ? { cost: run, from: start.from } : none;
  });
}

function costLeaving(final: readonly Way[], used: number, all: number): number {
  return (final[used]?.cost ?? Number.POSITIVE_INFINITY) + (all - used) * costs.leftOver;
}

function costOfEmpty(kind: ColumnKind): number {
  return kind === "content" ? costs.emptyContent : kind === "lead" ? costs.emptyLead : costs.emptyOther;
}

const asAbove = /^(?:-?\s*nt\s*-?|như trên|["”])$/iu;

/** How badly a text fits a column: 0 for what belongs there. */
function costOfCell(text: string, kind: ColumnKind, sense: CellSense): number {
  if (asAbove.test(text.trim())) return kind === "content" ? costs.wrongTime : 0;
  const time = sense.isTime(text);
  const bodies = !time && sense.isBodies(text);
  switch (kind) {
    case "time":
      return time ? 0 : text.length > 60 || bodies ? costs.wrongTime : costs.misplaced;
    case "lead":
    case "coordinating":
      return bodies ? 0 : time ? costs.wrongTime : costs.wrongBodies;
    case "content":
      return time || (bodies && text.length < 60) ? costs.misplaced : 0;
    default:
      return time || bodies ? costs.misplaced : 0;
  }
}

/** How unlikely two paragraphs are one cell: a broken name or a bulleted list goes on, a finished text does not. */
function costOfJoin(first: Paragraph | undefined, second: Paragraph | undefined, sense: CellSense): number {
  if (!first || !second) return 0;
  if (asAbove.test(first.text.trim()) || asAbove.test(second.text.trim())) return costs.wrongTime;
  if (sense.isTime(first.text) && !/^\(/.test(second.text) && !sense.isTime(second.text))
    return costs.wrongTime;
  const goesOn =
    /^[\p{Ll}(]/u.test(second.text) ||
    /[,;&-]$|\b(?:và|của|về|tại|các|cho|với|theo|trong|từ|đến)$/u.test(first.text);
  const listed = /^[-+•]/u.test(second.text) && (/^[-+•]/u.test(first.text) || /[:.;]$/u.test(first.text));
  return goesOn || listed ? costs.brokenCell : costs.secondParagraph;
}
