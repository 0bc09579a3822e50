import type { Rejection } from "../../basics/ledger.ts";
import { whyUnplaced } from "../../language/unplaced-reasons.ts";
import type { Block, Paragraph, Table, TableCell } from "../block.ts";
import { type Stretch, stretchesOf } from "./columns.ts";
import { continuedEnd } from "./ends.ts";
import { joinTables, type LaidTable, tableOf } from "./laid-table.ts";
import { aroundAll, type Line, median } from "./line.ts";
import { rejectionOf } from "./margins.ts";
import { type Frame, goesOn, groupLines, type LineGroup, paragraphOf, usualPitch } from "./paragraphs.ts";
import { linesIn, type SortedPage } from "./sorted-page.ts";

type Item =
  | {
      readonly kind: "text";
      readonly group: LineGroup;
      readonly frame: Frame;
      readonly role: Paragraph["role"];
    }
  | { readonly kind: "ruled"; readonly table: LaidTable }
  | { readonly kind: "placed"; readonly stretch: Beside };

type Beside = Exclude<Stretch, { readonly kind: "lines" }>;

/** Takes pages one after the other and joins what goes on from page to page. */
export class Flow {
  readonly #items: Item[] = [];
  readonly #rejected: Rejection[] = [];
  /** Index of the last item of the body, which the next page may go on with; footnotes and stamps stand after it. */
  #last = -1;

  addPage(page: SortedPage, frame: Frame): void {
    const notesFrom = footnotesFrom(page, frame);
    const body = page.lines.filter((line) => line.box[1] < notesFrom);
    const notes = page.lines.filter((line) => line.box[1] >= notesFrom);
    let first = true;
    const add = (item: Item): void => {
      if (!(first && this.#joinToLast(item))) {
        this.#items.push(item);
        this.#last = this.#items.length - 1;
      }
      first = false;
    };
    let from = this.#addToEnd(body.slice(0, page.ruled.length === 0 ? body.length : 0));
    if (from > 0) first = false;
    for (const { top, table } of page.ruled) {
      const to = body.findIndex((line, i) => i >= from && (line.box[1] + line.box[3]) / 2 > top);
      const until = to === -1 ? body.length : to;
      for (const item of itemsOf(body.slice(from, until), frame)) add(item);
      add({ kind: "ruled", table });
      from = until;
    }
    for (const item of itemsOf(body.slice(from), frame)) add(item);
    this.#addApart(notes, "footnote");
    this.#addApart(page.stamped, "annotation");
  }

  blocks(): Block[] {
    return this.#items.map((item) => {
      if (item.kind === "text") return paragraphOf(item.group, item.frame, item.role);
      return item.kind === "ruled" ? tableOf(item.table) : placedTable(item.stretch);
    });
  }

  /** Lines handed on in blocks. */
  lineCount(): number {
    return this.#items.reduce((sum, item) => {
      if (item.kind === "text") return sum + item.group.length;
      return sum + (item.kind === "ruled" ? linesIn(item.table) : item.stretch.taken);
    }, 0);
  }

  rejected(): readonly Rejection[] {
    return this.#rejected;
  }

  #joinToLast(item: Item): boolean {
    const last = this.#items[this.#last];
    if (!last) return false;
    if (last.kind === "text" && item.kind === "text") {
      const next = item.group[0];
      const end = last.group.at(-1);
      if (!next || !end || !sameColumn(last.frame, item.frame)) return false;
      // The frame is that of the page on which the line stands; the paragraph is measured against it.
      const moved = shifted(last.group, item.frame.left - last.frame.left);
      if (!goesOn(moved, next, item.frame)) return false;
      this.#items[this.#last] = { ...last, group: [...last.group, ...item.group] };
      return true;
    }
    if (last.kind !== "ruled" || item.kind !== "ruled") return false;
    const joined = joinTables(last.table, item.table);
    if (joined === null) return false;
    this.#rejected.push(...joined.dropped.map((line) => rejectionOf(line, whyUnplaced("tableHead"))));
    this.#items[this.#last] = { kind: "ruled", table: joined.table };
    return true;
  }

  /** Adds lines to the end of a document that the page before began; how many it took. */
  #addToEnd(lines: readonly Line[]): number {
    const last = this.#items[this.#last];
    if (last?.kind !== "placed" || last.stretch.kind !== "sideBySide") return 0;
    const stretch = continuedEnd(last.stretch, lines);
    if (stretch === null) return 0;
    this.#items[this.#last] = { kind: "placed", stretch };
    return stretch.taken - last.stretch.taken;
  }

  #addApart(lines: readonly Line[], role: Paragraph["role"]): void {
    if (lines.length === 0) return;
    const frame = frameAround(lines, "body");
    for (const group of groupLines(lines, frame)) this.#items.push({ kind: "text", group, frame, role });
  }
}

function itemsOf(lines: readonly Line[], frame: Frame): Item[] {
  return stretchesOf(lines, frame).flatMap((stretch): Item[] => {
    if (stretch.kind === "lines")
      return groupLines(stretch.lines, frame).map((group) => ({ kind: "text", group, frame, role: "body" }));
    return [{ kind: "placed", stretch }];
  });
}

function placedTable(stretch: Beside): Table {
  const rows = stretch.kind === "sideBySide" ? [stretch.columns] : stretch.rows;
  const kind = stretch.kind === "sideBySide" ? "column" : "cell";
  const columnCount = rows[0]?.length ?? 0;
  const frames = Array.from({ length: columnCount }, (_, column) =>
    frameAround(
      rows.flatMap((row) => row[column] ?? []),
      kind,
    ),
  );
  return {
    kind: "table",
    columnCount,
    role: "body",
    rows: rows.map((row) => ({
      repeatsAsHeading: false,
      cells: row.map((lines, column): TableCell => {
        const frame = frames[column] ?? frameAround(lines, kind);
        const blocks = groupLines(lines, frame).map((group) => paragraphOf(group, frame, "body"));
        return { column, columnSpan: 1, rowSpan: 1, blocks };
      }),
    })),
  };
}

function frameAround(lines: readonly Line[], kind: Frame["kind"]): Frame {
  const [left, , right] = aroundAll(lines.map((line) => line.box));
  return { left, right, pitch: usualPitch(lines), indent: null, kind };
}

function sameColumn(a: Frame, b: Frame): boolean {
  return Math.abs(a.right - a.left - (b.right - b.left)) < 0.15 * (b.right - b.left);
}

/** The lines as they would stand on a page whose text column begins further right. */
function shifted(group: LineGroup, by: number): LineGroup {
  if (Math.abs(by) < 0.5) return group;
  return group.map((line) => ({
    ...line,
    box: [line.box[0] + by, line.box[1], line.box[2] + by, line.box[3]],
  }));
}

/**
 * The height at which the footnotes of a page begin: below a short line at the left margin, in letters smaller than
 * those of the text, or in the lower half with a small raised number or the first mark of the page in front. Infinity when there are none.
 */
function footnotesFrom(page: SortedPage, frame: Frame): number {
  const bodySize = median(page.lines.map((line) => line.size));
  for (const { box } of page.separators) {
    const short = box[2] - box[0] < 0.5 * (frame.right - frame.left) && box[2] - box[0] > 40;
    if (!short || Math.abs(box[0] - frame.left) > 14 || box[1] < 0.4 * page.height) continue;
    const below = page.lines.filter((line) => line.box[1] > box[1] - 2);
    const small = below.every((line) => line.size < bodySize - 0.7);
    if (below.length > 0 && small && below.length < page.lines.length) return box[1] - 2;
  }
  const marked = page.lines.find(
    (line) => line.box[1] > 0.5 * page.height && beginsWithMark(line, page.marks[0]),
  );
  const belowText = marked && (page.tables ? page.tables[1] < marked.box[1] : page.lines[0] !== marked);
  return belowText ? marked.box[1] : Number.POSITIVE_INFINITY;
}

/** Whether a line begins as the text of a footnote does: with the mark in the text above, or a number small and raised. */
function beginsWithMark(line: Line, mark: string | undefined): boolean {
  const [number, text] = line.words;
  if (!number || !text || !/^\(?\d{1,3}\)?$/.test(number.text) || number.origin !== "text") return false;
  if (number.text === mark) return true;
  return number.size < 0.78 * text.size && number.box[3] < text.box[3] - 0.15 * text.size;
}
