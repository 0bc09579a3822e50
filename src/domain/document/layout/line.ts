import type { PageWord } from "../page.ts";
import type { Box } from "../place.ts";

/** Words that stand on one line of a page, from left to right. */
export interface Line {
  readonly page: number;
  readonly words: readonly PageWord[];
  readonly box: Box;
  /** Letter height of most of the line, in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
}

/** A line of these words; the words must not be empty. */
export function lineOf(page: number, words: readonly PageWord[]): Line {
  return {
    page,
    words,
    box: aroundAll(words.map((word) => word.box)),
    size: median(words.map((word) => word.size)),
    bold: words.every((word) => word.bold),
    italic: words.every((word) => word.italic),
  };
}

/** The line as text: words with one space between them. */
export function textOf(line: Line): string {
  return line.words.map((word, i) => spaceBefore(line, i) + word.text).join("");
}

/** Each word of the line with the offset at which it stands in the text of the line. */
export function offsetsOf(line: Line): readonly { readonly word: PageWord; readonly start: number }[] {
  let at = 0;
  return line.words.map((word, i) => {
    const start = at + spaceBefore(line, i).length;
    at = start + word.text.length;
    return { word, start };
  });
}

function spaceBefore(line: Line, index: number): "" | " " {
  const [before, word] = [line.words[index - 1], line.words[index]];
  return before && word && !filledIn(before, word) ? " " : "";
}

/** "565" stamped before "/TB-UBND": a number that was filled in belongs to the symbol behind it. */
function filledIn(before: PageWord, word: PageWord): boolean {
  return (
    (before.origin === "annotation") !== (word.origin === "annotation") &&
    /^[/-]\p{L}/u.test(word.text) &&
    /\d$/.test(before.text)
  );
}

/**
 * Puts words on lines, also on a page scanned slightly askew: from left to right, each word goes to the line whose last
 * word stands beside it. Words that were drawn across (taller than they are high) make lines of their own, and
 * words of annotations fill the blanks that they were stamped into or make lines of their own.
 */
export function linesOf(page: number, words: readonly PageWord[]): Line[] {
  const across = words.filter(isAcross);
  const drawn = words.filter((word) => !isAcross(word) && word.origin !== "annotation");
  const stamped = words.filter((word) => !isAcross(word) && word.origin === "annotation");
  const lines = chain(drawn);
  const loose = stamped.filter((word) => !fillBlank(lines, word));
  return [...lines, ...chain(loose), ...chainAcross(across)]
    .map((line) => lineOf(page, line))
    .sort((a, b) => a.box[1] - b.box[1] || a.box[0] - b.box[0]);
}

export function isStamped(line: Line): boolean {
  return line.words.every((word) => word.origin === "annotation");
}

function isAcross(word: PageWord): boolean {
  const [left, top, right, bottom] = word.box;
  return bottom - top > 1.7 * word.size && right - left < 1.4 * word.size && word.text.length > 1;
}

function chain(words: readonly PageWord[]): PageWord[][] {
  const lines: PageWord[][] = [];
  const ordered = [...words].sort((a, b) => a.box[0] - b.box[0] || a.box[1] - b.box[1]);
  for (const word of ordered) {
    let best: PageWord[] | null = null;
    let bestShare = 0.5;
    for (const line of lines) {
      const last = line.at(-1);
      if (!last || word.box[0] < last.box[2] - 0.5 * word.size) continue;
      const share = sharedHeight(last.box, word.box);
      if (share > bestShare) {
        best = line;
        bestShare = share;
      }
    }
    if (best) best.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** Share of the lower of two boxes that stands beside the other, 0…1. */
function sharedHeight(a: Box, b: Box): number {
  const shared = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
  return shared / Math.max(0.1, Math.min(a[3] - a[1], b[3] - b[1]));
}

/** Puts a stamped word into the blank of the line where it stands; false when it stands in none. */
function fillBlank(lines: PageWord[][], word: PageWord): boolean {
  for (const line of lines) {
    const near = line.filter(
      (other) =>
        sharedHeight(other.box, word.box) > 0.45 &&
        word.size > 0.6 * other.size &&
        word.size < 1.7 * other.size &&
        Math.max(other.box[0] - word.box[2], word.box[0] - other.box[2]) < 3.5 * other.size,
    );
    const covers = line.some(
      (other) =>
        sharedHeight(other.box, word.box) > 0.3 &&
        Math.min(other.box[2], word.box[2]) - Math.max(other.box[0], word.box[0]) > 0.35 * word.size,
    );
    if (near.length === 0 || covers) continue;
    const at = line.findIndex((other) => other.box[0] > word.box[0]);
    line.splice(at === -1 ? line.length : at, 0, word);
    return true;
  }
  return false;
}

/** Text across the page reads upwards; words over each other in one column are one line. */
function chainAcross(words: readonly PageWord[]): PageWord[][] {
  const lines: PageWord[][] = [];
  for (const word of [...words].sort((a, b) => b.box[3] - a.box[3])) {
    const line = lines.find((other) => {
      const last = other.at(-1);
      return (
        last && Math.min(last.box[2], word.box[2]) - Math.max(last.box[0], word.box[0]) > 0.5 * word.size
      );
    });
    if (line) line.push(word);
    else lines.push([word]);
  }
  return lines;
}

/** The smallest box around boxes; must not be empty. */
export function aroundAll(boxes: readonly Box[]): Box {
  let [left, top, right, bottom] = boxes[0] ?? [0, 0, 0, 0];
  for (const box of boxes) {
    left = Math.min(left, box[0]);
    top = Math.min(top, box[1]);
    right = Math.max(right, box[2]);
    bottom = Math.max(bottom, box[3]);
  }
  return [left, top, right, bottom];
}

/** The middle value; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
