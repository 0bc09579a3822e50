import type { PageWord } from "../../domain/document/page.ts";
import { composed } from "../../domain/text/fold.ts";
import { fromLegacyFont, holdsUnicodeVietnamese } from "../../domain/text/legacy-encoding.ts";
import type { Glyph } from "./glyphs.ts";
import { boxUnder, inverse, multiply, turning } from "./matrix.ts";

/** The words of a page turned upright, and what was noticed while putting the letters together. */
export interface PageText {
  readonly words: readonly PageWord[];
  /** How the page was turned: quarters by which most of its text was turned from reading to the right. */
  readonly quarters: number;
  readonly notComposed: number;
  readonly hidden: number;
}

/** Letters further apart than this share of their height stand in two words, when no space is written. */
const wordGap = 0.18;
/** Part of the letter height above the base line; the rest is below it. */
const ascent = 0.8;
const marksOnly = /^\p{M}+$/u;

/**
 * Puts letters together into words. Files draw text in any order and in pieces (a letter with two marks may come
 * from another font after the rest of its line), so letters are sorted along their line first and then split at
 * written spaces and wide gaps. `width` and `height` are those of the page as it lies.
 */
export function wordsOf(glyphs: readonly Glyph[], width: number, height: number): PageText {
  const quarters = mainDirection(glyphs);
  const upright = turning(quarters, width, height);
  const words: { word: PageWord; order: number }[] = [];
  let notComposed = 0;
  let hidden = 0;
  const spoken = unicodeFonts(glyphs);
  for (const turned of [0, 1, 2, 3]) {
    const part = glyphs.filter((glyph) => glyph.quarters === turned);
    if (part.length === 0) continue;
    const toPage = multiply(upright, inverse(turning(turned, width, height)));
    for (const line of linesOf(part))
      for (const letters of joinSpacedOut(splitWords(line))) {
        const raw = readable(letters, spoken);
        const text = cleaned(raw);
        if (text === "") continue;
        if (raw.normalize("NFC") !== raw) notComposed++;
        if (letters[0]?.hidden) hidden++;
        words.push({ word: wordOf(letters, text, toPage), order: words.length });
      }
  }
  return { words: words.map((entry) => entry.word), quarters, notComposed, hidden };
}

/** Fonts named like those of before Unicode whose letters are given in Unicode after all: the file translates them. */
function unicodeFonts(glyphs: readonly Glyph[]): ReadonlySet<string> {
  return new Set(
    glyphs
      .filter((glyph) => glyph.font.legacy && holdsUnicodeVietnamese(glyph.text.normalize("NFC")))
      .map((glyph) => glyph.font.name),
  );
}

/** The letters of a word as text. A letter and its mark are two letters in a legacy font, so runs are read as one. */
function readable(letters: readonly Glyph[], spoken: ReadonlySet<string>): string {
  let text = "";
  for (let from = 0; from < letters.length; ) {
    const font = letters[from]?.font;
    let to = from + 1;
    while (to < letters.length && letters[to]?.font.name === font?.name) to++;
    const run = letters
      .slice(from, to)
      .map((letter) => letter.text)
      .join("");
    text += font?.legacy && !spoken.has(font.name) ? fromLegacyFont(run, font.legacy) : run;
    from = to;
  }
  return text;
}

function mainDirection(glyphs: readonly Glyph[]): number {
  const counts = [0, 0, 0, 0];
  for (const glyph of glyphs)
    if (glyph.origin === "text" && !glyph.space) counts[glyph.quarters] = (counts[glyph.quarters] ?? 0) + 1;
  const best = counts.indexOf(Math.max(...counts));
  return (counts[best] ?? 0) > (counts[0] ?? 0) ? best : 0;
}

/** Letters on one base line, from left to right; text of the page and of annotations apart. */
function linesOf(glyphs: readonly Glyph[]): Glyph[][] {
  const lines: Glyph[][] = [];
  for (const origin of ["text", "annotation"]) {
    const sorted = glyphs.filter((glyph) => glyph.origin === origin).sort((a, b) => a.baseline - b.baseline);
    let line: Glyph[] = [];
    for (const glyph of sorted) {
      const first = line[0];
      if (first && glyph.baseline - first.baseline > 0.12 * Math.min(first.size, glyph.size)) {
        lines.push(line);
        line = [];
      }
      line.push(glyph);
    }
    if (line.length > 0) lines.push(line);
  }
  return lines.map(sortedAlong);
}

/** Sorts a line along its direction; a mark drawn by itself stays with the letter it was drawn after. */
function sortedAlong(line: readonly Glyph[]): Glyph[] {
  const clusters: Glyph[][] = [];
  for (const glyph of line) {
    const last = clusters.at(-1);
    if (last && marksOnly.test(glyph.text)) last.push(glyph);
    else clusters.push([glyph]);
  }
  return clusters.sort((a, b) => (a[0]?.start ?? 0) - (b[0]?.start ?? 0)).flat();
}

interface Word {
  readonly letters: Glyph[];
  /** Free space before the word, in points. */
  readonly gap: number;
}

function splitWords(line: readonly Glyph[]): Word[] {
  const words: Word[] = [];
  let letters: Glyph[] = [];
  let end = Number.NEGATIVE_INFINITY;
  let gap = 0;
  const close = (): void => {
    if (letters.length > 0) words.push({ letters, gap });
    letters = [];
  };
  for (const glyph of line) {
    const last = letters.at(-1);
    if (last && isSameDrawnTwice(last, glyph)) continue;
    const free = glyph.start - end;
    if (glyph.space) {
      close();
      continue;
    }
    if (last && (free - last.spacing > wordGap * glyph.size || startsOver(last, glyph, free))) close();
    if (letters.length === 0) gap = free;
    letters.push(glyph);
    end = Math.max(glyph.end, letters.length === 1 ? Number.NEGATIVE_INFINITY : end);
  }
  close();
  return words;
}

/** Boldness made by drawing a letter again a hair to the side. */
function isSameDrawnTwice(last: Glyph, next: Glyph): boolean {
  return last.text === next.text && next.start - last.start < 0.1 * next.size && next.end > next.start;
}

/** A letter that begins far before the end of the one before it belongs to another text that lies over this one. */
function startsOver(last: Glyph, next: Glyph, free: number): boolean {
  return free < -0.9 * next.size && last.end - last.start < -free;
}

/**
 * Joins letters that were spaced out for looks: "Q U Y Ế T  Đ Ị N H" is two words. At least four single letters in a
 * row, evenly apart; a gap clearly wider than the rest stays the end of a word.
 */
function joinSpacedOut(words: readonly Word[]): Glyph[][] {
  const joined: Glyph[][] = [];
  for (let from = 0; from < words.length; ) {
    const to = endOfSingles(words, from);
    const run = words.slice(from, to);
    if (run.length >= 4) joined.push(...joinEvenly(run));
    else joined.push(...(run.length > 0 ? run : words.slice(from, from + 1)).map((word) => word.letters));
    from = Math.max(to, from + 1);
  }
  return joined;
}

function endOfSingles(words: readonly Word[], from: number): number {
  let to = from;
  for (; to < words.length; to++) {
    const word = words[to];
    const letter = word?.letters[0];
    if (!word || !letter || word.letters.length > 1 || !/^\p{L}$/u.test(letter.text.normalize("NFC"))) break;
    if (to > from && word.gap > 1.6 * letter.size) break;
  }
  return to;
}

function joinEvenly(run: readonly Word[]): Glyph[][] {
  const gaps = run.slice(1).map((word) => word.gap);
  const least = Math.min(...gaps);
  const even = gaps.filter((gap) => gap < least * 1.5 + 0.5).length;
  if (even < gaps.length * 0.5) return run.map((word) => word.letters);
  const joined: Glyph[][] = [];
  run.forEach((word, i) => {
    const last = joined.at(-1);
    if (i > 0 && last && word.gap < least * 1.5 + 0.5) last.push(...word.letters);
    else joined.push([...word.letters]);
  });
  return joined;
}

function wordOf(letters: readonly Glyph[], text: string, toPage: Parameters<typeof boxUnder>[0]): PageWord {
  const size = Math.max(...letters.map((letter) => letter.size));
  const baseline = letters[0]?.baseline ?? 0;
  const start = Math.min(...letters.map((letter) => letter.start));
  const end = Math.max(...letters.map((letter) => letter.end));
  const box = boxUnder(toPage, start, baseline - ascent * size, end, baseline + (1 - ascent) * size);
  const solid = letters.filter((letter) => /[\p{L}\p{N}]/u.test(letter.text));
  const judged = solid.length > 0 ? solid : letters;
  return {
    text,
    box: [round(box[0]), round(box[1]), round(box[2]), round(box[3])],
    size: round(size),
    bold: judged.every((letter) => letter.font.bold),
    italic: judged.every((letter) => letter.font.italic),
    origin: letters[0]?.origin ?? "text",
    confidence: 1,
  };
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}

/** Marks that fonts for symbols keep at U+F020…: as drawn by Symbol and Wingdings, which word processors use for bullets. */
const symbolMarks: ReadonlyMap<string, string> = new Map([
  ["\uf0b7", "•"],
  ["\uf0a7", "▪"],
  ["\uf0d8", "➢"],
  ["\uf0fc", "✓"],
  ["\uf0e0", "→"],
  ["\uf0a8", "◊"],
]);

/**
 * A word as a reader sees it: composed, ligatures taken apart, the several codes of a printed hyphen made one
 * (files of word processors give U+00AD where a hyphen is drawn), characters without a picture taken out.
 */
function cleaned(raw: string): string {
  return composed(raw)
    .replace(/[\ufb00-\ufb06]/g, (ligature) => ligature.normalize("NFKC"))
    .replace(/[\u00ad\u2010\u2011]/g, "-")
    .replace(
      /[\uf020-\uf0ff]/g,
      (mark) => symbolMarks.get(mark) ?? String.fromCodePoint(mark.charCodeAt(0) - 0xf000),
    )
    .replace(/[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe\uffff]/gu, "")
    .replace(/\s+/g, "");
}
