import type { Repair } from "../../src/domain/text/repair.ts";
import { canonicalSyllable, inCasing } from "../../src/domain/text/repair-syllable.ts";
import { surelyBelow } from "../../src/domain/text/repaired-word.ts";
import { alignedWords } from "./align.ts";

/** How a repaired text compares with the text as it was printed, in words between white space. */
export interface Score {
  /** Words that the reader did not lose; only these can be repaired. */
  readonly words: number;
  readonly lost: number;
  readonly rightBefore: number;
  readonly rightAfter: number;
  /** Wrong words that are shown without a mark of doubt. */
  readonly wrongAndSure: number;
  /** Words shown with a mark of doubt. */
  readonly doubtful: number;
}

/** Compares word by word; the two habits of setting tone marks (hóa, hoá) count as equal. */
export function scoreRepair(truth: string, damaged: string, repair: Repair): Score {
  const cut = (text: string) => text.normalize("NFC").split(/\s+/).filter(Boolean);
  const repaired = cut(repair.text);
  const doubts = doubtsByWord(damaged, repair);
  const score = { words: 0, lost: 0, rightBefore: 0, rightAfter: 0, wrongAndSure: 0, doubtful: 0 };
  let at = 0;
  for (const [printed, seen] of alignedWords(cut(truth), cut(damaged))) {
    const place = seen === "" ? null : at++;
    if (printed === "" || !/[\p{L}\p{N}]/u.test(printed)) continue;
    if (place === null) {
      score.lost++;
      continue;
    }
    const [right, sure] = [same(printed) === same(repaired[place] ?? ""), (doubts[place] ?? 0) < surelyBelow];
    score.words++;
    if (same(printed) === same(seen)) score.rightBefore++;
    if (right) score.rightAfter++;
    if (!right && sure) score.wrongAndSure++;
    if (!sure) score.doubtful++;
  }
  return score;
}

/** Scores of several texts as one. */
export function sumOfScores(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number) => scores.reduce((total, score) => total + of(score), 0);
  return {
    words: sum((score) => score.words),
    lost: sum((score) => score.lost),
    rightBefore: sum((score) => score.rightBefore),
    rightAfter: sum((score) => score.rightAfter),
    wrongAndSure: sum((score) => score.wrongAndSure),
    doubtful: sum((score) => score.doubtful),
  };
}

/** The greatest doubt within each word between white space. */
function doubtsByWord(damaged: string, repair: Repair): readonly number[] {
  const words = [...damaged.matchAll(/\S+/g)];
  const doubts = words.map(() => 0);
  let at = 0;
  for (const word of repair.words) {
    while (at < words.length && (words[at]?.index ?? 0) + (words[at]?.[0].length ?? 0) <= word.start) at++;
    doubts[at] = Math.max(doubts[at] ?? 0, word.doubt);
  }
  return doubts;
}

function same(text: string): string {
  return text.replace(/\p{L}+/gu, (word) => {
    const lower = canonicalSyllable(word.toLowerCase());
    if (word === word.toLowerCase()) return lower;
    return word.length > 1 && word === word.toUpperCase() ? lower.toUpperCase() : inCasing(lower, "first");
  });
}
