import { fold } from "../text/fold.ts";
import { type Lexicon, numberSlot } from "../text/lexicon.ts";
import type { Page, PageWord } from "./page.ts";

/** A word that was put right is no surer than this. */
const surest = 0.6;
const shape = /^(\p{L}+)(\P{L}*)$/u;

/**
 * Puts tone and vowel marks right that a recogniser of Vietnamese misread: "hãng năm", "tỉnh thần", "chỉ tiết". A pair of
 * words that the lexicon does not know becomes one that it knows, when that differs by its marks alone, by those of one
 * word only, and is the only such pair, or the one that the document has elsewhere. Letters, digits and codes are
 * never touched; a word that was put right keeps what was read and counts as doubtful. Words that the recogniser is sure
 * of stay, unless it was unsure of the same pair elsewhere.
 */
export function withMarksRight(given: readonly Page[], lexicon: Lexicon): readonly Page[] {
  const pages = given.map(withSmallLetters);
  const pairs = pairsOf(lexicon);
  const usual = pairCounts(pages);
  const found = pages.map((page) => slipsOf(page.words, pairs, usual));
  // What the recogniser was unsure of once it misreads again where it is sure.
  const unsure = new Set(found.flat().flatMap((slip) => (slip.confidence < sure ? [slip.key] : [])));
  return pages.map((page, i) => {
    const slips = (found[i] ?? []).filter((slip) => unsure.has(slip.key));
    if (slips.length === 0) return page;
    const words = [...page.words];
    for (const { at, text } of slips) {
      const word = words[at];
      if (word) words[at] = respelled(word, text);
    }
    return { ...page, words };
  });
}

/** A capital with a mark inside a word in small letters, "chỈ", "hỖ": no syllable is written so, and the letter is the same. */
const capitalInside = /^\p{Ll}+[^\P{Lu}A-Z]\p{Ll}*\P{L}*$/u;

function withSmallLetters(page: Page): Page {
  const words = page.words.map((word) =>
    word.origin === "recognised" && capitalInside.test(word.text)
      ? { ...word, text: word.text.toLowerCase() }
      : word,
  );
  return words.some((word, i) => word !== page.words[i]) ? { ...page, words } : page;
}

/** From here on the recogniser is as sure as it ever is, of right words and of wrong ones. */
const sure = 0.955;

/** A word whose marks may have been misread, and what it may be. */
interface Slip {
  readonly at: number;
  readonly text: string;
  readonly confidence: number;
  /** The pair as it was read and as it may be. */
  readonly key: string;
}

/** Below these a recogniser misreads often; of figures, which no sense puts right, it must be surer. */
const surely = { word: 0.85, figure: 0.92 } as const;
/** The doubt of a word whose marks were put right, of a figure that was not read surely, and the greatest of a word. */
const doubts = { putRight: 0.3, figure: 0.5, word: 0.6 } as const;

/** How doubtful a word is that was read off a picture, 0…1; 0 for words of a text layer and for what was read surely. */
export function recognitionDoubt({ text, origin, confidence, readAs }: PageWord): number {
  if (origin !== "recognised") return 0;
  if (readAs !== undefined) return doubts.putRight;
  const isFigure = /\d/.test(text);
  if (confidence >= (isFigure ? surely.figure : surely.word)) return 0;
  return isFigure ? doubts.figure : Math.round(Math.min(doubts.word, 1 - confidence) * 100) / 100;
}

function slipsOf(
  words: readonly PageWord[],
  pairs: Pairs,
  usual: ReadonlyMap<string, number>,
): readonly Slip[] {
  const slips: Slip[] = [];
  for (let i = 0; i + 1 < words.length; i++) {
    const [one, two] = [words[i], words[i + 1]];
    if (one?.origin !== "recognised" || two?.origin !== "recognised") continue;
    const better = betterPair(one.text, two.text, pairs, usual);
    if (better === null) continue;
    const first = better[0] !== one.text;
    const neighbour = first ? words[i - 1]?.text : words[i + 2]?.text;
    // A word that makes sense with its other neighbour is not the one that was misread.
    if (neighbour !== undefined && isKnown(first ? [neighbour, one.text] : [two.text, neighbour], pairs))
      continue;
    slips.push({
      at: first ? i : i + 1,
      text: first ? better[0] : better[1],
      confidence: (first ? one : two).confidence,
      key: `${one.text} ${two.text}>${better.join(" ")}`.toLowerCase(),
    });
  }
  return slips;
}

function respelled(word: PageWord, text: string): PageWord {
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
  // What stands there often, and oftener than the other, is no slip.
  if (count(read) > 2 && count(read) >= count(best)) return null;
  return [spelledLike(one, best[0]), spelledLike(tail[1], best[1]) + (tail[2] ?? "")];
}

function isKnown([one, two]: readonly [string, string], pairs: Pairs): boolean {
  const [a, b] = [one, two].map((word) => shape.exec(word)?.[1]?.toLowerCase() ?? "");
  return pairs.get(`${fold(a ?? "")} ${fold(b ?? "")}`)?.has(`${a} ${b}`) ?? false;
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
  // Words of two syllables only: those that meet inside a longer phrase may meet others too.
  for (const [one, first] of lexicon.phrases.children)
    for (const [two, second] of first.children)
      if (second.phrase !== null && !second.pause && one !== numberSlot && two !== numberSlot) add(one, two);
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
