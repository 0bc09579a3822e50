import { lowered } from "../text/fold.ts";
import { remembering } from "../text/remember.ts";
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

const tonedNames = new Map<string, readonly string[]>();

/**
 * How far words as written are from a name's own accents: 0 when all are the same, 1 when none is. Only the words of
 * the name are compared in order; "và" may be missing on either side.
 */
export function accentDistance(written: readonly Word[], name: string): number {
  const own = written.filter((word) => word.key !== "va");
  const its = tonesOfName(name);
  if (own.length === 0 || own.length !== its.length) return 1;
  let other = 0;
  for (const [i, word] of own.entries()) if (oneI(word.text) !== its[i]) other++;
  return other / own.length;
}

const namePauses = new Map<string, readonly boolean[]>();

/**
 * Whether commas, hyphens, slashes and "và" between the words as written stand where the name has one, or "và": "Thanh tra
 * tỉnh, Ủy ban …" does not hold the name "Tỉnh ủy". A name may lack them ("Văn hóa Thể thao").
 */
export function pausesAgree(written: readonly Word[], name: string): boolean {
  let its = namePauses.get(name);
  if (!its) {
    its = pausesOf(wordsOf(name));
    namePauses.set(name, its);
  }
  const allowed = its;
  return pausesOf(written).every((pause, i) => !pause || allowed[i] === true);
}

/** For each word but "và": whether a mark or "và" parts it from the word before. */
function pausesOf(words: readonly Word[]): readonly boolean[] {
  const pauses: boolean[] = [];
  let open = false;
  for (const [i, word] of words.entries()) {
    if (i > 0 && /[^\s.]/.test(word.gap)) open = true;
    if (word.key === "va") open = true;
    else {
      pauses.push(open);
      open = false;
    }
  }
  return pauses;
}

/** The names asked about are those of the gazetteer and the lexicon, so the memory is bounded by them. */
function tonesOfName(name: string): readonly string[] {
  let toned = tonedNames.get(name);
  if (!toned) {
    toned = wordsOf(name)
      .filter((word) => word.key !== "va")
      .map((word) => oneI(word.text));
    tonedNames.set(name, toned);
  }
  return toned;
}

/** A final i and y are two spellings of one sound ("kỹ", "kĩ"). */
const oneI = remembering((word) => tonedKey(word).replaceAll("y", "i"));
