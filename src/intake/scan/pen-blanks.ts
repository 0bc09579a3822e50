import type { RecognisedWord } from "./hocr.ts";
import { penFigures } from "./pen-figures.ts";
import { type Area, around } from "./regions.ts";
import type { CutPage } from "./second-look.ts";
import { pieceAt, type StripPlaces } from "./strips.ts";

/** Numbers and days stand in the upper part of a first page. */
export const headShare = 0.4;
/** Figures read with less confidence than this may be written by hand. */
export const sure = 0.92;
/** Figures that a pen wrote are never sure. */
export const surest = 0.6;

/** What stands on both sides of a blank that is filled in by hand, and the greatest number that fits into it. */
const blanks = [
  { before: /^ngày$/iu, behind: /^tháng$/iu, most: 31 },
  { before: /^tháng$/iu, behind: /^năm$/iu, most: 12 },
  { before: /^số:?$/iu, behind: /^[/-]\p{Lu}/u, most: 99_999 },
] as const;

/**
 * Reads what was written by hand into the blanks of the head, "Số: … /QĐ-UBND" and "ngày … tháng … năm": where the
 * recogniser saw nothing there, or no figures that it is sure of. Takes and gives the words of each strip.
 */
export function filledBlanks(
  page: CutPage,
  places: readonly StripPlaces[],
  read: readonly (readonly RecognisedWord[])[],
): readonly (readonly RecognisedWord[])[] {
  return read.map((words, strip) => {
    const place = places[strip];
    return place ? withBlanksFilled(page, place, words) : words;
  });
}

function withBlanksFilled(
  page: CutPage,
  place: StripPlaces,
  words: readonly RecognisedWord[],
): readonly RecognisedWord[] {
  let filled = words;
  for (const { before, behind, most } of blanks) {
    const from = filled.findIndex(({ text }) => before.test(text));
    const to = filled.findIndex(
      ({ text, line }, i) => i > from && behind.test(text) && line === filled[from]?.line,
    );
    const [label, next] = [filled[from], filled[to]];
    if (from < 0 || to < 0 || to - from > mostBetween || !label || !next) continue;
    const between = filled.slice(from + 1, to);
    const word = wordIn(page, place, { label, next, between });
    if (!word || Number(word.text) < 1 || Number(word.text) > most) continue;
    // The box of a label may reach over what was written into the blank.
    const trimmed = { ...label, right: Math.max(label.left + 1, Math.min(label.right, word.left)) };
    filled = [...filled.slice(0, from), trimmed, word, ...filled.slice(to)];
  }
  return filled;
}

/** A blank holds a word, or signs that a recogniser saw in it. */
const mostBetween = 4;

interface Blank {
  readonly label: RecognisedWord;
  readonly next: RecognisedWord;
  readonly between: readonly RecognisedWord[];
}

/** The figures in a blank; null where the recogniser is sure of what it read, or nothing can be made of the ink. */
function wordIn(page: CutPage, place: StripPlaces, { label, next, between }: Blank): RecognisedWord | null {
  const readAs = between.map(({ text }) => text).join("");
  if (/^\d+$/.test(readAs) && between.every(({ confidence }) => confidence >= sure)) return null;
  const { dx, dy } = pieceAt(place, label.right);
  const line = around([label, next, ...between]);
  const room = (line.bottom - line.top) / 3;
  const left = Math.min(label.right, ...between.map((word) => word.left));
  const area = moved({ left, right: next.left, top: line.top - room, bottom: line.bottom + room }, dx, dy);
  if (area.bottom > headShare * page.picture.height) return null;
  const pen = penFigures(page, area);
  if (pen === null) return null;
  return {
    ...{ ...label, ...moved(pen.area, -dx, -dy), text: pen.text },
    confidence: Math.min(surest, ...between.map(({ confidence }) => Math.max(confidence, least))),
    ...(/^\d+$/.test(readAs) && readAs !== pen.text && { alternatives: [readAs] }),
  };
}

/** Signs that were made of a pen's strokes say nothing of how sure the figures are. */
const least = 0.5;

function moved({ left, right, top, bottom }: Area, dx: number, dy: number): Area {
  return { left: left + dx, right: right + dx, top: top + dy, bottom: bottom + dy };
}
