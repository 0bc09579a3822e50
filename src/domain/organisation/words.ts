import { fold } from "../text/fold.ts";
import { remembering } from "../text/remember.ts";

/** A word of a text with the key it is compared by; offsets are those of the text as given. */
export interface Word {
  /** Folded, with one key for the two spellings of a final i ("kỹ" and "kĩ", "Quy" and "Qui"); "&" has the key "va". */
  readonly key: string;
  /** Composed (NFC). */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands between this word and the one before it. */
  readonly gap: string;
}

const wordShape = /[\p{L}\p{M}\p{N}]+|&/gu;
const finalY = /^([bcdghklmnprstvx]{1,3}|qu)y$/;

/** The words of a text in order. Any text is good, composed (NFC) or not. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let before = 0;
  for (const match of text.matchAll(wordShape)) {
    const end = match.index + match[0].length;
    const { key, composed } = spellingOf(match[0]);
    words.push({
      key,
      text: composed,
      start: match.index,
      end,
      gap: text.slice(before, match.index),
    });
    before = end;
  }
  return words;
}

const spellingOf = remembering((word) => ({ key: wordKey(word), composed: word.normalize("NFC") }));

/** The key of one word. */
export function wordKey(word: string): string {
  return word === "&" ? "va" : fold(word).replace(finalY, "$1i");
}

/** Whether a word begins with a capital letter or a digit. */
export function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^[\p{Lu}\p{N}\u00d0]/u.test(word.text);
}

/** What may stand between two words of one name: spaces, commas, hyphens, a slash, the point of an abbreviation. */
export function joinsName(gap: string): boolean {
  return /^[\s,./\-–—]*$/.test(gap) && !/[.,]\s*\n|\n\s*[-–—]|\.\s+\S/.test(gap);
}
