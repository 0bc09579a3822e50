import type { PageWord } from "../../domain/document/page.ts";
import { fold } from "../../domain/text/fold.ts";
import type { RecognisedWord } from "./hocr.ts";
import { boxOf } from "./page-ink.ts";
import { pieceAt, type StripPlaces } from "./strips.ts";

/** Height of small letters as a share of the size of the type: Times and what is printed like it. */
const xShare = 0.45;
/** Part of the size of the type above the base line, as in text layers. */
const ascent = 0.8;

/** Words of one region of a page, those that are no text apart. */
export interface FoundWords {
  readonly words: readonly PageWord[];
  readonly noise: readonly PageWord[];
}

/**
 * Puts the words of a region on the page, in points. All of a region is one size of type, because a recogniser
 * judges the size of a line anew from its letters; lines much smaller or larger than the rest keep their own.
 */
export function placedWords(
  strip: StripPlaces,
  found: readonly RecognisedWord[],
  dotsPerInch: number,
): FoundWords {
  const scale = 72 / dotsPerInch;
  const usual = usualXHeight(found);
  const words: PageWord[] = [];
  const noise: PageWord[] = [];
  for (const [i, word] of found.entries()) {
    const piece = pieceAt(strip, (word.left + word.right) / 2);
    if (!piece.counts) continue;
    const own = word.xHeight / usual;
    const size = ((own > 0.78 && own < 1.3 ? usual : word.xHeight) / xShare) * scale;
    const box = boxOf(
      {
        left: word.left + piece.dx,
        right: word.right + piece.dx,
        top: word.top + piece.dy,
        bottom: word.bottom + piece.dy,
      },
      dotsPerInch,
    );
    const baseline = (word.baseline + piece.dy) * scale;
    const placed: PageWord = {
      text: word.text,
      box: [
        round(box[0]),
        round(Math.min(baseline - ascent * size, box[3] - 1)),
        round(box[2]),
        round(baseline + (1 - ascent) * size),
      ],
      size: round(size),
      bold: false,
      italic: false,
      origin: "recognised",
      confidence: word.confidence,
      ...(word.alternatives && { alternatives: word.alternatives }),
    };
    (isText(word) || isWithinLine(word, found[i - 1], found[i + 1]) ? words : noise).push(placed);
  }
  return { words, noise };
}

/** Below this the recogniser did not see a letter it knows. */
const unsure = 0.5;
/** From here on a word was surely printed. */
const printed = 0.9;
const syllable = /^(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

/** What looks like a word, a number or a mark of a list is kept with its doubt; scribbles and dust are not text. */
function isText({ text, confidence }: RecognisedWord): boolean {
  if (confidence >= unsure)
    return /[\p{Lu}\p{Ll}\p{N}]/u.test(text) || /^[-–—+•.…:;,/()“”"'%*&=]+$/u.test(text);
  const bare = text.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, "");
  if (bare.length < 2) return false;
  return syllable.test(fold(bare))
    ? confidence >= 0.02 && bare.length > 2
    : /^\d[\d./,-]*$/.test(bare) && confidence > 0.25;
}

/** Figures that somebody wrote into a printed line are text, however badly they were read. */
function isWithinLine(
  word: RecognisedWord,
  before: RecognisedWord | undefined,
  after: RecognisedWord | undefined,
): boolean {
  const isPrinted = (other: RecognisedWord | undefined): boolean =>
    other !== undefined && other.line === word.line && other.confidence >= printed;
  return /\d/.test(word.text) && isPrinted(before) && isPrinted(after);
}

/** The middle height of small letters over words that have some; of all words where none has. */
function usualXHeight(words: readonly RecognisedWord[]): number {
  const small = words.filter((word) => /\p{Ll}/u.test(word.text));
  const heights = (small.length > 0 ? small : words).map((word) => word.xHeight).sort((a, b) => a - b);
  return heights[heights.length >> 1] ?? 1;
}

function round(points: number): number {
  return Math.round(points * 100) / 100;
}
