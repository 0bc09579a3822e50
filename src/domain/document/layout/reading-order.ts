import { paragraphsOf } from "../block.ts";
import type { Page, PageWord } from "../page.ts";
import type { Box } from "../place.ts";
import { layoutPages } from "./layout.ts";

/** The words of a page in the order in which a person reads them, line by line. */
export function linesInOrder(page: Page): readonly (readonly PageWord[])[] {
  const lines = [...paragraphsOf(layoutPages([page]).blocks)].flatMap(({ spans }) =>
    spans.flatMap(({ place: { box } }) => (box ? [{ box, words: [] as PageWord[] }] : [])),
  );
  // What layout left aside (page numbers, stamps) stands where it stands.
  const aside: PageWord[] = [];
  for (const word of page.words) {
    const [left, top, right, bottom] = word.box;
    const line = lines.find(({ box }) => holds(box, (left + right) / 2, (top + bottom) / 2));
    if (line) line.words.push(word);
    else aside.push(word);
  }
  return [...linesOf(aside), ...lines.map(({ words }) => fromLeft(words))].filter((line) => line.length > 0);
}

/** Boxes of lines are those of their words; a point between two words counts. */
const room = 1;

function holds([left, top, right, bottom]: Box, x: number, y: number): boolean {
  return x > left - room && x < right + room && y > top && y < bottom;
}

function linesOf(words: readonly PageWord[]): readonly (readonly PageWord[])[] {
  const lines: PageWord[][] = [];
  for (const word of [...words].sort((a, b) => a.box[1] - b.box[1])) {
    const last = lines.at(-1);
    const [first] = last ?? [];
    if (last && first && word.box[1] < (first.box[1] + first.box[3]) / 2) last.push(word);
    else lines.push([word]);
  }
  return lines.map(fromLeft);
}

function fromLeft(words: readonly PageWord[]): readonly PageWord[] {
  return [...words].sort((a, b) => a.box[0] - b.box[0]);
}
