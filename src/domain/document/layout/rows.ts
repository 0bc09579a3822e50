import { loneLabel } from "../marker.ts";
import type { Box } from "../place.ts";
import { aroundAll, type Line, textOf } from "./line.ts";

/** A line split over the columns of a table; null where a column has nothing. */
export type SplitLine = readonly (Line | null)[];

/**
 * The lines (indices) with which the rows of a table without ruling lines begin. Where the first column is numbered,
 * every number has a row of its own; else rows begin after free space, or with every line that fills all columns.
 */
export function rowStarts(lines: readonly Line[], split: readonly SplitLine[]): number[] {
  const firsts = split.flatMap((parts, i) => (parts[0] ? [i] : []));
  const numbered = firsts.filter((i) => isNumber(split[i]?.[0]));
  if (numbered.length >= 2 && numbered.length >= firsts.length * 0.5) {
    const between = numbered.some((i) => standsBetween(split[i] ?? []));
    const starts = between ? startsAround(split, numbered) : startsAbove(lines, numbered);
    return [...new Set([0, ...starts])].sort((a, b) => a - b);
  }
  return lines.flatMap((line, i) => {
    const parts = split[i] ?? [];
    const begins =
      parts[0] && (parts.every((part) => part !== null) || spaceAbove(lines, i) > 0.7 * line.size);
    return i === 0 || begins ? [i] : [];
  });
}

/** Numbers at the top of their cells: a row begins with its number, or after wider space a little above it. */
function startsAbove(lines: readonly Line[], numbered: readonly number[]): number[] {
  return numbered.map((number, k) => {
    let best = number;
    for (let i = number - 1; i > (numbered[k - 1] ?? 0); i--)
      if (spaceAbove(lines, i) > spaceAbove(lines, best) + 1) best = i;
    return best;
  });
}

/** Numbers in the middle of their cells: from the last row upwards, as much of a row is above its number as below it. */
function startsAround(split: readonly SplitLine[], numbered: readonly number[]): number[] {
  const boxes = split.map(textBox);
  let bottom = Math.max(...boxes.map((box) => box[3]));
  const starts: number[] = [];
  for (const number of [...numbered].reverse()) {
    const label = split[number]?.[0]?.box ?? [0, 0, 0, 0];
    const top = 2 * middle(label) - bottom;
    const at = boxes.findIndex((box) => middle(box) > top);
    const start = at === -1 ? number : Math.min(at, number);
    starts.push(start);
    bottom = boxes[start]?.[1] ?? top;
  }
  return starts;
}

/** Whether a number stands at another height than the text of its line: it is set in the middle of a taller cell. */
function standsBetween(parts: SplitLine): boolean {
  const [label, ...texts] = parts;
  if (!label) return false;
  return texts.every(
    (text) => text === null || Math.abs(middle(text.box) - middle(label.box)) > 0.2 * label.size,
  );
}

/** Where the text of a line stands, its number apart when it has other text. */
function textBox(parts: SplitLine): Box {
  const texts = parts.slice(1).flatMap((part) => (part ? [part.box] : []));
  return aroundAll(texts.length > 0 ? texts : parts.flatMap((part) => (part ? [part.box] : [])));
}

function spaceAbove(lines: readonly Line[], i: number): number {
  return (lines[i]?.box[1] ?? 0) - (lines[i - 1]?.box[3] ?? 0);
}

function middle(box: Box): number {
  return (box[1] + box[3]) / 2;
}

function isNumber(line: Line | null | undefined): boolean {
  return line != null && loneLabel(textOf(line)) !== null;
}
