import { type AlignedTable, kindOf, type LineKind, markOf } from "./aligned.ts";
import type { Line } from "./line.ts";
import { rowStarts } from "./rows.ts";
import { type Strip, splitAt } from "./strips.ts";

/** The lines of one row of a table without ruling lines, from the top. */
export interface AlignedRow {
  readonly kind: "head" | Exclude<LineKind, "foreign">;
  readonly lines: readonly Line[];
}

/** A gap wider by this (letter heights) than the usual one between lines parts rows. */
const rowGap = 0.35;

/** The rows of a table, its lines given from the top: every line stands in one row. */
export function alignedRows(table: AlignedTable, lines: readonly Line[]): AlignedRow[] {
  if (table.headLines)
    return [
      { kind: "head", lines: lines.slice(0, table.headLines) },
      ...alignedRows({ ...table, headed: false, headLines: null }, lines.slice(table.headLines)),
    ];
  const limit = usualGap(lines, table.size) + rowGap * table.size;
  const rows: AlignedRow[] = [];
  for (const { kind, lines: run } of runsOf(lines, table.strips)) {
    if (kind === "span") rows.push(...clusters(run, limit).map((part) => ({ kind, lines: part })));
    else if (kind === "headed") rows.push({ kind, lines: run });
    else rows.push(...cellRows(run, table, limit, rows.length === 0));
  }
  return rows;
}

interface Run {
  readonly kind: Exclude<LineKind, "foreign">;
  readonly lines: readonly Line[];
}

/** Lines of one kind that follow each other; every text over all but the first column is a run of its own. */
function runsOf(lines: readonly Line[], strips: readonly Strip[]): Run[] {
  const first = lines.findIndex((line) => markOf(line, strips) !== null);
  const runs: { kind: Run["kind"]; lines: Line[] }[] = [];
  let before: LineKind = "cells";
  lines.forEach((line, i) => {
    const found = kindOf(line, strips, before);
    // A line of the head may reach over several columns, and the title of the first stand between two lines.
    const inHead =
      i < first && (found === "headed" || isBeside(line, lines[i - 1]) || isBeside(line, lines[i + 1]));
    const kind = found === "foreign" || inHead ? "cells" : found;
    const last = runs.at(-1);
    const starts = kind === "headed" && markOf(line, strips) !== null;
    if (last?.kind === kind && !starts) last.lines.push(line);
    else runs.push({ kind, lines: [line] });
    before = kind;
  });
  return runs;
}

function isBeside(line: Line, other: Line | undefined): boolean {
  return other !== undefined && other.box[1] < line.box[3] && other.box[3] > line.box[1];
}

function cellRows(run: readonly Line[], table: AlignedTable, limit: number, isFirst: boolean): AlignedRow[] {
  const { strips } = table;
  const marked = (lines: readonly Line[]): number =>
    lines.filter((line) => markOf(line, strips) !== null).length;
  const parts = clusters(run, limit);
  const byGaps = parts.every((part) => marked(part) <= 1) && (parts.length > 1 || marked(run) <= 1);
  const pieces = byGaps
    ? parts.flatMap((part, i) => (isFirst && i === 0 ? belowHead(part, table) : [part]))
    : byNumbers(run, strips);
  const rows: AlignedRow[] = [];
  pieces.forEach((lines, i) => {
    if (isFirst && i === 0 && table.headed && marked(lines) === 0) rows.push({ kind: "head", lines });
    else {
      const last = rows.at(-1);
      if (last?.kind === "cells" && !beginsRow(lines, strips))
        rows[rows.length - 1] = { kind: "cells", lines: [...last.lines, ...lines] };
      else rows.push({ kind: "cells", lines });
    }
  });
  return rows;
}

/** The head and the first row, where no space is left between them. */
function belowHead(lines: readonly Line[], { strips, headed }: AlignedTable): (readonly Line[])[] {
  const at = lines.findIndex((line) => markOf(line, strips) !== null);
  return headed && at > 0 ? [lines.slice(0, at), lines.slice(at)] : [lines];
}

/** Whether lines after a gap are a row: they have a number, or begin anew in most columns. */
function beginsRow(lines: readonly Line[], strips: readonly Strip[]): boolean {
  if (lines.some((line) => markOf(line, strips) !== null)) return true;
  const first = lines[0];
  const begun = first ? splitAt(first, strips).filter((cell) => cell !== null).length : 0;
  return begun >= Math.max(2, (strips.length + 1) / 2);
}

function byNumbers(run: readonly Line[], strips: readonly Strip[]): (readonly Line[])[] {
  const starts = rowStarts(
    run,
    run.map((line) => splitAt(line, strips)),
  );
  return starts.map((from, i) => run.slice(from, starts[i + 1] ?? run.length));
}

/** Lines parted where the space between them is wider than this (points). */
function clusters(lines: readonly Line[], limit: number): Line[][] {
  const parts: Line[][] = [];
  let bottom = Number.NEGATIVE_INFINITY;
  for (const line of lines) {
    if (line.box[1] - bottom > limit) parts.push([]);
    parts.at(-1)?.push(line);
    bottom = Math.max(bottom, line.box[3]);
  }
  return parts;
}

/** The space between lines of a cell: among the narrower ones of the table, even if all its cells are of one line. */
function usualGap(lines: readonly Line[], size: number): number {
  const gaps = lines.slice(1).map((line, i) => Math.max(0, line.box[1] - (lines[i]?.box[3] ?? 0)));
  return Math.min(gaps.sort((a, b) => a - b)[Math.floor(gaps.length * 0.25)] ?? 0, 0.5 * size);
}
