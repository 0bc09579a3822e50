import { damageOf, isDamaged } from "./damage.ts";
import { type Guess, guessesFor } from "./repair-channel.ts";
import { chanceAlone, type Grams, numeral, stranger } from "./repair-grams.ts";
import { type Place, posteriors } from "./repair-lattice.ts";
import type { RepairModel } from "./repair-model.ts";
import { readingsOfNumeral } from "./repair-numerals.ts";
import { type Piece, piecesOf } from "./repair-pieces.ts";
import { numberOfWord } from "./repair-stretches.ts";
import { type Casing, inCasing } from "./repair-syllable.ts";
import type { RepairedWord } from "./repaired-word.ts";

export interface Repair {
  /** The text with the chosen words; all else stands as it was, character by character. */
  readonly text: string;
  /** The words of damaged lines, in order; a text without damage has none. */
  readonly words: readonly RepairedWord[];
  /** How many words the text has, damaged or not: `words` are among them. */
  readonly total: number;
  /** Those of `words` that nothing is known to stand for; they are left as they were, for a person to read. */
  readonly left: readonly RepairedWord[];
}

/** A word whose doubt is above this is left as it was. */
const leftAbove = 0.95;

/**
 * Restores Vietnamese text that was read by an OCR model of English, word by word: noisy channel and words in a row
 * (Kernighan, Church and Gale 1990). Clean lines stay untouched, also within a damaged document; numbers, dates and codes
 * change only where their grammar says so, and then with doubt. Pure; about 0.3 s a page.
 */
export function repairText(model: RepairModel, text: string): Repair {
  const damaged = damagedLines(text);
  if (!damaged.includes(true)) return untouched(text);
  const lineOf = linePositions(text);
  const pieces = piecesOf(text).filter((piece) => piece.kind !== "sign");
  const isOpen = pieces.map((piece) => damaged[lineOf(piece.start)] === true);
  const guesses = pieces.map((_, i) => (isOpen[i] ? guessesAt(model, pieces, i) : []));
  const places = pieces.map((piece, i) =>
    isOpen[i] ? openPlace(piece, guesses[i] ?? []) : settledPlace(model.grams, piece),
  );
  const shares = posteriors(model.grams, places, weights);
  const words = pieces.flatMap((piece, i) =>
    isOpen[i] ? [chosenFor(piece, lineOf(piece.start) + 1, guesses[i] ?? [], shares[i] ?? [])] : [],
  );
  return {
    text: withChosen(text, words),
    words,
    total: pieces.length,
    left: words.filter((word) => word.doubt > leftAbove),
  };
}

const weights = { language: 1, channel: 1 };

function untouched(text: string): Repair {
  const count = piecesOf(text).filter((piece) => piece.kind !== "sign").length;
  return { text, words: [], total: count, left: [] };
}

/** A letter that Vietnamese alone has: no OCR model of English can write it. */
const vietnameseLetter = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/;

/** For each line whether it is to be repaired: lines of a damaged text, or of a damaged run of lines in a clean one. */
function damagedLines(text: string): readonly boolean[] {
  const lines = text.split("\n");
  const bare = lines.map((line) => !vietnameseLetter.test(line.normalize("NFC")));
  if (damageOf(text).verdict === "damaged") return bare;
  const damaged = lines.map(() => false);
  for (let from = 0; from < lines.length; from++) {
    if (!bare[from] || lines[from]?.trim() === "") continue;
    let to = from;
    while (to < lines.length && bare[to] && lines[to]?.trim() !== "") to++;
    if (isDamaged(lines.slice(from, to).join("\n"))) damaged.fill(true, from, to);
    from = to;
  }
  return damaged;
}

/** The line (from 0) of an offset; offsets must be asked in order. */
function linePositions(text: string): (offset: number) => number {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}

/** Most words that are weighed for one. */
const mostGuesses = 24;
/** How much it counts for a word to be weighed that it is a common one. */
const commonness = 0.3;
const remembered = new WeakMap<RepairModel, Map<string, readonly Guess[]>>();
const mostRemembered = 20_000;

function guessesAt(model: RepairModel, pieces: readonly Piece[], at: number): readonly Guess[] {
  const piece = pieces[at];
  if (!piece) return [];
  if (piece.kind === "number" && isNumberWord(piece, pieces[at + 1])) return [numberWord(model.grams)];
  // "6" may be what is left of "ở", "16" of "lộ": of longer numbers no word is left.
  if (piece.kind === "number" && !/^\d{1,2}$/.test(piece.core)) return [];
  const capitals = isCapital(pieces[at - 1]) || isCapital(pieces[at + 1]);
  let known = remembered.get(model);
  if (!known || known.size > mostRemembered) {
    known = new Map();
    remembered.set(model, known);
  }
  const key = `${capitals ? "A" : "a"}${piece.core}`;
  const before = known.get(key);
  if (before) return before;
  const common = (number: number) => chanceAlone(model.grams, number) ** commonness;
  const guesses = [
    ...guessesFor(model, piece.core, casingsOf(piece.core, capitals), common, mostGuesses),
    ...capitalsOf(piece.core),
  ];
  known.set(key, guesses);
  return guesses;
}

function isCapital(piece: Piece | undefined): boolean {
  return piece !== undefined && /^[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*$/u.test(piece.core);
}

/** In which casings the word may have been printed, and how likely each is before its letters are looked at. */
function casingsOf(seen: string, amongCapitals: boolean): Readonly<Partial<Record<Casing, number>>> {
  const letters = seen.replace(/[^\p{L}]/gu, "");
  if (amongCapitals && /^[^\p{Ll}]/u.test(seen)) return { all: 0.8, first: 0.1, small: 0.1 };
  if (letters.length >= 2 && letters === letters.toUpperCase())
    return { all: letters.length > 2 ? 0.5 : 0.0003, first: 0.2, small: 0.3 };
  return /^\p{Ll}/u.test(seen) ? { small: 0.95 } : { small: 0.8, first: 0.2 };
}

/** "Al" and "lCT": capitals of another language, with an l for the I. */
function capitalsOf(core: string): readonly Guess[] {
  const word = core.replace(/l/g, "I");
  if (word === core || !/^\p{Lu}+$/u.test(word)) return [];
  return [{ number: stranger, word, casing: "small", chance: chanceOfStranger(word) }];
}

/** "50 59-NQ/TW", "s0": the word "số" before a code, read as a number. */
function isNumberWord(piece: Piece, next: Piece | undefined): boolean {
  return (
    /^[3568]0?$/.test(piece.core) &&
    next !== undefined &&
    next.kind === "number" &&
    !next.breaks &&
    /[/-]/.test(next.core)
  );
}

function numberWord(grams: Grams): Guess {
  return { number: grams.numberOf.get("số") ?? stranger, word: "số", casing: "small", chance: 0.5 };
}

/** A word may also be of another language, and then it stands as it was seen. */
function chanceOfStranger(core: string): number {
  if (!/^\p{L}+$/u.test(core)) return 1e-13;
  const plain = /[^a-zA-Z]/.test(core) ? 0.001 : 1;
  return plain * 0.0005 * 0.06 ** Math.max(0, core.length - 1);
}

function openPlace(piece: Piece, guesses: readonly Guess[]): Place {
  const itself =
    piece.kind === "number"
      ? { number: numeral, chance: 1 }
      : { number: stranger, chance: chanceOfStranger(piece.core) };
  return {
    numbers: [...guesses.map((guess) => guess.number), itself.number],
    chances: [...guesses.map((guess) => guess.chance), itself.chance],
    breaks: piece.breaks,
  };
}

function settledPlace(grams: Grams, piece: Piece): Place {
  const number = piece.kind === "number" ? numeral : numberOfWord(grams, piece.core);
  return { numbers: [number], chances: [1], breaks: piece.breaks };
}

const mostCandidates = 5;
/** A number that became a word is never sure. */
const leastDoubtOfNumber = 0.5;

function chosenFor(
  piece: Piece,
  line: number,
  guesses: readonly Guess[],
  shares: readonly number[],
): RepairedWord {
  const { start, end, core: original } = piece;
  const at = { start, end, line, original };
  const ranked = new Map<string, number>();
  for (const [i, word] of [...guesses.map((guess) => inCasing(guess.word, guess.casing)), original].entries())
    ranked.set(word, (ranked.get(word) ?? 0) + (shares[i] ?? 0));
  const sorted = [...ranked].sort((a, b) => b[1] - a[1]);
  const [first, share] = sorted[0] ?? [original, 1];
  if (piece.kind === "number" && sorted.length < 2) return { ...at, ...readingsOfNumeral(original) };
  const least = piece.kind === "number" && first !== original ? leastDoubtOfNumber : 0;
  const doubt = Math.max(least, 1 - share);
  const candidates = sorted.slice(0, mostCandidates).map(([word]) => word);
  return { ...at, chosen: doubt > leftAbove ? original : first, candidates, doubt };
}

function withChosen(text: string, words: readonly RepairedWord[]): string {
  let written = "";
  let from = 0;
  for (const { start, end, chosen } of words) {
    written += text.slice(from, start) + chosen;
    from = end;
  }
  return written + text.slice(from);
}
