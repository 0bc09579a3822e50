import type { Paragraph } from "../document/block.ts";
import type { ColumnKind } from "./columns.ts";

/** What the words of a lone paragraph can tell about the column they came from. */
export interface CellSense {
  /** The whole text is a time ("Hằng năm", "Quý IV/2026"). */
  readonly isTime: (text: string) => boolean;
  /** The whole text is a list of bodies. */
  readonly isBodies: (text: string) => boolean;
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
export function spread(
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
