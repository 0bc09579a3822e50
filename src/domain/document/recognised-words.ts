import { fold } from "../text/fold.ts";
import { type Lexicon, numberSlot, type PhraseNode } from "../text/lexicon.ts";
import type { Page, PageWord } from "./page.ts";

/** A word that was put right is no surer than this. */
const surest = 0.6;
const shape = /^(\p{L}+)(\P{L}*)$/u;

/**
 * Puts tone and vowel marks right that a recogniser of Vietnamese misread: "hãng năm", "tỉnh thần", "chỉ tiết". A pair of
 * words that the lexicon does not know becomes one that it knows, when that differs by its marks alone, by those of one
 * word only, and is the only such pair, or the one that the document has elsewhere. Letters, digits and codes are
 * never touched; a word that was put right keeps what was read and counts as doubtful.
 */
export function withMarksRight(pages: readonly Page[], lexicon: Lexicon): readonly Page[] {
  const pairs = pairsOf(lexicon);
  const usual = pairCounts(pages);
  return pages.map((page) => {
    const words = [...page.words];
    for (let i = 0; i + 1 < words.length; i++) {
      const [one, two] = [words[i], words[i + 1]];
      if (one?.origin !== "recognised" || two?.origin !== "recognised") continue;
      const better = betterPair(one.text, two.text, pairs, usual);
      if (better === null) continue;
      words[i] = respelled(one, better[0]);
      words[i + 1] = respelled(two, better[1]);
    }
    return { ...page, words };
  });
}

function respelled(word: PageWord, text: string): PageWord {
  if (word.text === text) return word;
  return { ...word, text, confidence: Math.min(surest, word.confidence), readAs: word.readAs ?? word.text };
}

function betterPair(
  one: string,
  two: string,
  pairs: Pairs,
  usual: ReadonlyMap<string, number>,
): readonly [string, string] | null {
  const tail = shape.exec(two);
  if (!/^\p{L}+$/u.test(one) || !tail?.[1]) return null;
  const read: readonly [string, string] = [one.toLowerCase(), tail[1].toLowerCase()];
  const known = pairs.get(`${fold(read[0])} ${fold(read[1])}`);
  if (!known || known.has(read.join(" "))) return null;
  const candidates = [...known]
    .map((pair) => pair.split(" "))
    .filter(([a, b]) => (a === read[0]) !== (b === read[1]));
  const count = (pair: readonly string[]): number => usual.get(pair.join(" ")) ?? 0;
  const [best, next] = candidates.sort((a, b) => count(b) - count(a));
  if (!best?.[0] || !best[1] || (next && count(best) <= 2 * count(next))) return null;
  return [spelledLike(one, best[0]), spelledLike(tail[1], best[1]) + (tail[2] ?? "")];
}

/** Capitals as they stood. */
function spelledLike(read: string, letters: string): string {
  if (read.length > 1 && read === read.toUpperCase()) return letters.toUpperCase();
  const first = read[0] ?? "";
  return first === first.toUpperCase() ? (letters[0] ?? "").toUpperCase() + letters.slice(1) : letters;
}

/** Pairs of neighbouring syllables by their letters without marks. */
type Pairs = ReadonlyMap<string, ReadonlySet<string>>;
const known = new WeakMap<Lexicon, Pairs>();

function pairsOf(lexicon: Lexicon): Pairs {
  const before = known.get(lexicon);
  if (before) return before;
  const pairs = new Map<string, Set<string>>();
  const add = (one: string, two: string): void => {
    const key = `${fold(one)} ${fold(two)}`;
    pairs.set(key, (pairs.get(key) ?? new Set()).add(`${one} ${two}`));
  };
  const walk = (node: PhraseNode, last: string | null): void => {
    for (const [syllable, child] of node.children) {
      if (last !== null && last !== numberSlot && syllable !== numberSlot && !child.pause)
        add(last, syllable);
      walk(child, syllable);
    }
  };
  walk(lexicon.phrases, null);
  known.set(lexicon, pairs);
  return pairs;
}

/** How often each pair of words stands on the pages, small letters. */
function pairCounts(pages: readonly Page[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { words } of pages)
    for (let i = 0; i + 1 < words.length; i++) {
      const [one = "", two = ""] = [words[i]?.text, shape.exec(words[i + 1]?.text ?? "")?.[1]];
      const pair = `${one} ${two}`.toLowerCase();
      counts.set(pair, (counts.get(pair) ?? 0) + 1);
    }
  return counts;
}
