import type { Page, PageWord } from "../page.ts";
import { aroundAll } from "./line.ts";

/** A page without the marks of footnotes, and the marks that were taken out. */
export interface Unmarked {
  readonly page: Page;
  readonly marks: readonly PageWord[];
}

/** Part of the letter height that a word box has below its base line. */
const descent = 0.2;
const mark = /^[[(]?\d{1,3}[\])]?$/;
/** "m", "km²": the sign of a unit of length at the end of a word takes 2 or 3 (SI; Nghị định 86/2012/NĐ-CP). */
const length = /(?:^|[\d.,/(×])[kdcm]?m$/u;

/**
 * Small digits set higher or lower than the word that they stand behind are no words of their own: exponents of units
 * of length and all lowered digits become part of the word ("m2", "CO2"), what else is raised is the mark of a
 * footnote and is taken out. A full stop or the like behind such digits goes to the word too. Pages from page reading
 * stay as they are: a recogniser does not know where letters stand.
 */
export function withoutMarks(page: Page): Unmarked {
  const attached = new Map<PageWord, PageWord[]>();
  const gone = new Set<PageWord>();
  const marks: PageWord[] = [];
  for (const digits of page.words) {
    if (digits.origin !== "text" || !/^[\d[(][\d.,)\]]*$/.test(digits.text)) continue;
    const base = page.words.find((word) => word !== digits && standsBehind(digits, word));
    if (!base || gone.has(base)) continue;
    const raise = baseline(base) - baseline(digits);
    const joins = raise < 0 || (length.test(base.text) && /^[23]$/.test(digits.text));
    if (!joins && !mark.test(digits.text)) continue;
    gone.add(digits);
    const parts = attached.get(base) ?? [];
    if (joins) parts.push(digits);
    else marks.push(digits);
    const stop = page.words.find((word) => closes(word, digits, base));
    if (stop && !gone.has(stop)) {
      gone.add(stop);
      parts.push(stop);
    }
    attached.set(base, parts);
  }
  if (gone.size === 0) return { page, marks };
  const words = page.words
    .filter((word) => !gone.has(word))
    .map((word) => joined(word, attached.get(word) ?? []));
  return { page: { ...page, words }, marks };
}

function standsBehind(digits: PageWord, word: PageWord): boolean {
  if (digits.size > 0.78 * word.size || word.origin !== "text") return false;
  const gap = digits.box[0] - word.box[2];
  const raise = (baseline(word) - baseline(digits)) / word.size;
  const apart = raise > 0.12 ? raise < 0.75 : raise < -0.05 && raise > -0.35;
  return apart && gap > -0.15 * word.size && gap < 0.2 * word.size && /[\p{L}\d)\]”"’%]$/u.test(word.text);
}

/** Whether a word is the punctuation behind digits, on the base line of the word before them. */
function closes(word: PageWord, digits: PageWord, base: PageWord): boolean {
  const gap = word.box[0] - digits.box[2];
  const level = Math.abs(baseline(word) - baseline(base)) < 0.05 * base.size;
  return level && Math.abs(gap) < 0.2 * base.size && /^[,;:.!?)\]”"’…]+$/.test(word.text);
}

function joined(word: PageWord, parts: readonly PageWord[]): PageWord {
  if (parts.length === 0) return word;
  const [left, , right] = aroundAll([word, ...parts].map((part) => part.box));
  return {
    ...word,
    text: [word, ...parts].map((part) => part.text).join(""),
    box: [left, word.box[1], right, word.box[3]],
  };
}

function baseline(word: PageWord): number {
  return word.box[3] - descent * word.size;
}
