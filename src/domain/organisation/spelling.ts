import { lowered } from "../text/fold.ts";
import { type Word, wordsOf } from "./words.ts";

const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/**
 * A word with its tone put at the end, so that both ways of placing it ("hóa", "hoá"; "ủy", "uỷ") are one, lower case.
 * Vowel marks (â, ă, ê, ô, ơ, ư) stay: they make another letter.
 */
export function tonedKey(word: string): string {
  const open = lowered(word).normalize("NFD");
  return open.replace(tones, "") + (open.match(tones) ?? []).join("");
}

/**
 * How far words as written are from a name's own accents: 0 when all are the same, 1 when none is. Only the words of
 * the name are compared in order; "và" may be missing on either side.
 */
export function accentDistance(written: readonly Word[], name: string): number {
  const own = written.filter((word) => word.key !== "va");
  const its = wordsOf(name).filter((word) => word.key !== "va");
  if (own.length === 0 || own.length !== its.length) return 1;
  const other = own.filter((word, i) => {
    const match = its[i];
    return match === undefined || !sameWord(word, match);
  });
  return other.length / own.length;
}

function sameWord(a: Word, b: Word): boolean {
  const [x, y] = [tonedKey(a.text), tonedKey(b.text)];
  // A final i and y are two spellings of one sound; the keys of both words already agree.
  return x === y || (a.key === b.key && x.replace(/y/g, "i") === y.replace(/y/g, "i"));
}
