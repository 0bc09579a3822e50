import { fold } from "../../text/fold.ts";
import { isListOfPages } from "./aligned.ts";
import { type Line, lineOf, median, textOf } from "./line.ts";
import type { Frame } from "./paragraphs.ts";
import { rowStarts } from "./rows.ts";

/**
 * A stretch of a page outside ruled tables: running lines, text side by side, or a table without ruling lines.
 * `taken` counts the lines it was made from, which are split where columns stand beside each other.
 */
export type Stretch =
  | { readonly kind: "lines"; readonly lines: readonly Line[] }
  | SideBySide
  | {
      readonly kind: "rows";
      readonly rows: readonly (readonly (readonly Line[])[])[];
      readonly taken: number;
    };

export interface SideBySide {
  readonly kind: "sideBySide";
  readonly columns: readonly (readonly Line[])[];
  readonly taken: number;
}

type Gutter = readonly [left: number, right: number];

/** A white strip narrower than this many letter heights is a space between words. */
const narrowest = 0.9;
/** It has to stay this wide (letter heights) all the way down. */
const narrowestDown = 0.45;

/** Heads and ends of administrative documents, where two lines side by side are enough to see the columns. */
const statutory =
  /cong hoa xa hoi chu nghia|dang cong san viet nam|doc lap\s*-\s*tu do|^noi nhan|(?:^|\s)(?:tm|kt|tl|tuq|q)\.\s/;

/** Splits lines (from the top) where text stands side by side. Running text stays lines: when in doubt there are no columns. */
export function stretchesOf(lines: readonly Line[], frame: Frame): Stretch[] {
  const stretches: Stretch[] = [];
  let plain: Line[] = [];
  for (let i = 0; i < lines.length; ) {
    const block = blockAt(lines, i, frame);
    if (block === null) {
      const line = lines[i++];
      if (line) plain.push(line);
      continue;
    }
    const above = plain.splice(plain.length - linesAbove(plain, block, frame));
    if (plain.length > 0) stretches.push({ kind: "lines", lines: plain });
    stretches.push(arrange([...above, ...lines.slice(i, block.to)], block.gutters));
    plain = [];
    i = block.to;
  }
  if (plain.length > 0) stretches.push({ kind: "lines", lines: plain });
  return stretches;
}

interface Block {
  readonly gutters: readonly Gutter[];
  /** Index after the last line. */
  readonly to: number;
  /** Middle of each column, by its lines that stand beside others. */
  readonly centres: readonly number[];
  readonly first: Line;
}

function blockAt(lines: readonly Line[], from: number, frame: Frame): Block | null {
  const first = lines[from];
  if (!first) return null;
  let gutters = wideGaps(first);
  if (gutters.length === 0) return null;
  const paired: Line[] = [first];
  let to = from + 1;
  let lastPaired = to;
  let last = first;
  for (; to < lines.length; to++) {
    const line = lines[to];
    if (!line) break;
    const left = narrowed(gutters, line);
    if (left.length === 0 || (left.length < gutters.length && paired.length > 1)) break;
    const pairs = sidesOf(line, left).length > 1;
    if (!pairs && !mayStandAlone(line, last, left, paired, frame)) break;
    gutters = left;
    last = line;
    if (pairs) {
      paired.push(line);
      lastPaired = to + 1;
    }
  }
  const block = {
    gutters,
    to: gutters.length > 1 ? lastPaired : to,
    centres: centresOf(paired, gutters),
    first,
  };
  return isConvincing(paired, gutters) && !listsPages(paired, gutters) ? block : null;
}

/** Lists the white strips of a line that are clearly wider than its spaces. */
function wideGaps(line: Line): Gutter[] {
  const gaps = line.words.slice(1).map((word, i): Gutter => [line.words[i]?.box[2] ?? 0, word.box[0]]);
  const widths = gaps.map(([left, right]) => right - left).sort((a, b) => a - b);
  // Spaces are the narrower gaps of a line; words of a few letters in columns may leave none.
  const space = widths[Math.floor(widths.length * 0.3)] ?? 0;
  const wide = Math.max(
    narrowest * line.size,
    Math.min(gaps.length > 2 ? 2.2 * space : 1.6 * line.size, 2.5 * line.size),
  );
  const motto = mottoAt(line);
  return gaps.filter(([left, right], i) => i + 1 === motto || right - left > wide);
}

/** Index of the word with which the name of the state or the Party begins beside the issuer's; -1 when it does not. */
function mottoAt(line: Line): number {
  const words = line.words.map((word) => fold(word.text));
  const at = words.findIndex((_, i) => {
    const rest = words.slice(i).join(" ");
    return rest.startsWith("cong hoa xa hoi chu") || rest === "dang cong san viet nam";
  });
  return at > 0 ? at : -1;
}

/** What a line leaves of white strips: those that it crosses are gone, those that it reaches into are narrower. */
function narrowed(gutters: readonly Gutter[], line: Line): Gutter[] {
  let left = [...gutters];
  for (const { box } of line.words)
    left = left.flatMap((gutter): Gutter[] =>
      box[2] <= gutter[0] || box[0] >= gutter[1]
        ? [gutter]
        : [
            [gutter[0], box[0]],
            [box[2], gutter[1]],
          ],
    );
  const open = left.filter(([from, to]) => to - from > narrowestDown * line.size);
  // A word inside a strip must not make two strips of it: the wider side is what parts the columns.
  return gutters.flatMap((gutter) => {
    const inside = open.filter(([from, to]) => from >= gutter[0] && to <= gutter[1]);
    return inside.sort((one, other) => other[1] - other[0] - (one[1] - one[0])).slice(0, 1);
  });
}

/** The columns in which a line has words, from 0. */
function sidesOf(line: Line, gutters: readonly Gutter[]): number[] {
  return [...new Set(line.words.map((word) => columnOf(word.box, gutters)))];
}

function columnOf(box: Line["box"], gutters: readonly Gutter[]): number {
  const middle = (box[0] + box[2]) / 2;
  const at = gutters.findIndex(([left, right]) => middle < (left + right) / 2);
  return at === -1 ? gutters.length : at;
}

/** Whether a line with nothing beside it still belongs to text side by side: the rest of a taller column. */
function mayStandAlone(
  line: Line,
  last: Line,
  gutters: readonly Gutter[],
  paired: readonly Line[],
  frame: Frame,
): boolean {
  const [column] = sidesOf(line, gutters);
  const distance = line.box[1] - last.box[3];
  if (column === undefined) return false;
  if (gutters.length > 1) return distance < 1.2 * line.size;
  const middle = (line.box[0] + line.box[2]) / 2;
  const centre = centresOf(paired, gutters)[column] ?? middle;
  const inColumn = Math.abs(middle - centre) < 1.6 * line.size + 0.02 * (frame.right - frame.left);
  const onPage = Math.abs(middle - (frame.left + frame.right) / 2);
  // The name under a signature stands a hand's breadth below the post.
  if (column > 0)
    return (
      distance < 160 &&
      (inColumn || line.box[0] > (gutters[0]?.[1] ?? 0)) &&
      Math.abs(middle - centre) < onPage
    );
  const lesser = line.size < median(paired.map((other) => other.size)) - 0.5 || line.size < 12.4;
  return (
    distance < 2.6 * line.size &&
    (inColumn || (lesser && line.box[0] - frame.left < 60)) &&
    Math.abs(middle - centre) < onPage
  );
}

function centresOf(paired: readonly Line[], gutters: readonly Gutter[]): number[] {
  return Array.from({ length: gutters.length + 1 }, (_, column) =>
    median(
      paired.flatMap((line) => {
        const words = line.words.filter((word) => columnOf(word.box, gutters) === column);
        const [first, last] = [words[0], words.at(-1)];
        return first && last ? [(first.box[0] + last.box[2]) / 2] : [];
      }),
    ),
  );
}

function isConvincing(paired: readonly Line[], gutters: readonly Gutter[]): boolean {
  if (gutters.length > 1) return paired.length >= 3;
  if (paired.length >= 3) return true;
  const words = paired.flatMap((line) => [
    textOf(line),
    ...splitLine(line, gutters).map((part) => (part ? textOf(part) : "")),
  ]);
  return words.some((text) => statutory.test(fold(text))) || (paired.length === 2 && apart(paired, gutters));
}

function listsPages(paired: readonly Line[], gutters: readonly Gutter[]): boolean {
  return isListOfPages(
    paired.map((line) => splitLine(line, gutters)),
    gutters.length + 1,
  );
}

/** Two lines make columns only when the strip between is plainly wide. */
function apart(paired: readonly Line[], gutters: readonly Gutter[]): boolean {
  const [gutter] = gutters;
  return gutter !== undefined && gutter[1] - gutter[0] > 2.2 * median(paired.map((line) => line.size));
}

/** How many of the lines just above a block belong to one of its columns ("TM. …" over "Nơi nhận | KT. …"). */
function linesAbove(plain: readonly Line[], block: Block, frame: Frame): number {
  if (block.gutters.length !== 1) return 0;
  let count = 0;
  let below = block.first;
  while (count < 4) {
    const line = plain.at(-1 - count);
    if (!line || line.page !== below.page || below.box[1] - line.box[3] > 1.2 * line.size) break;
    if (narrowed(block.gutters, line).length === 0) break;
    const [column] = sidesOf(line, block.gutters);
    const middle = (line.box[0] + line.box[2]) / 2;
    const centre = block.centres[column ?? 0] ?? 0;
    const opens = column === 0 && /^noi nhan/.test(fold(textOf(line)));
    const closer = Math.abs(middle - centre) < Math.abs(middle - (frame.left + frame.right) / 2);
    const beside = closer && Math.abs(middle - centre) <= 1.5 * line.size;
    if (!opens && !(beside && (column !== 0 || line.box[0] - frame.left >= 2))) break;
    below = line;
    count++;
  }
  return count;
}

function splitLine(line: Line, gutters: readonly Gutter[]): (Line | null)[] {
  return Array.from({ length: gutters.length + 1 }, (_, column) => {
    const words = line.words.filter((word) => columnOf(word.box, gutters) === column);
    return words.length > 0 ? lineOf(line.page, words) : null;
  });
}

function arrange(lines: readonly Line[], gutters: readonly Gutter[]): Stretch {
  const split = lines.map((line) => splitLine(line, gutters));
  const columns = (rows: readonly (readonly (Line | null)[])[]): Line[][] =>
    Array.from({ length: gutters.length + 1 }, (_, column) =>
      rows.flatMap((row) => row[column] ?? []).sort((a, b) => a.box[1] - b.box[1]),
    );
  if (gutters.length === 1) return { kind: "sideBySide", columns: columns(split), taken: lines.length };
  const starts = rowStarts(lines, split);
  const rows = starts.map((from, i) => split.slice(from, starts[i + 1] ?? split.length));
  return { kind: "rows", rows: rows.map(columns), taken: lines.length };
}
