import {
  type Candidate,
  type Lexicon,
  longestWord,
  numberSlot,
  type Phrase,
  type PhraseNode,
} from "./lexicon.ts";

/** A run of words of a damaged text that was recognised as a word or phrase of the lexicon. */
export interface Respelling {
  /** Offsets in the text as respelled. */
  readonly start: number;
  readonly end: number;
  /** The words as they stood. */
  readonly written: string;
  /** 0…1: grows with what had to be put right for each letter. */
  readonly doubt: number;
  /** All it may have been, the one taken first; absent when it is nothing else. */
  readonly candidates?: readonly string[];
}

export interface Respelled {
  readonly text: string;
  readonly respellings: readonly Respelling[];
}

interface Word {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /** What stands between the word before and this one. */
  readonly gap: string;
  /** A number, a date or a code: it stays, and fills a slot of a phrase. */
  readonly isNumber: boolean;
  readonly candidates: readonly Candidate[];
}

const wordShape = /[\p{L}\p{M}\p{N}¢€§¥£$&@ﬁﬂ]+(?:[’'‘`´?](?=\s|$))?/gu;

/**
 * Puts the words of a damaged text back that the lexicon knows, and leaves all others as they are: the cheapest way of
 * parting the text into phrases of the lexicon, seen through the confusion model, and unknown words (a shortest path,
 * Viterbi 1967). Numbers, codes and punctuation are never changed. A text that needs nothing comes back the same.
 */
export function respell(text: string, lexicon: Lexicon): Respelled {
  const words = wordsOf(text, lexicon);
  const steps = cheapestSteps(words, lexicon);
  const respellings: Respelling[] = [];
  let out = "";
  let before = 0;
  for (const { from, to, phrase, cost } of steps) {
    const first = words[from];
    const last = words[to - 1];
    if (!first || !last || !phrase) continue;
    out += text.slice(before, first.start);
    const start = out.length;
    out += spelledAs(phrase, words.slice(from, to), isAmongCapitals(words, from, to));
    const written = text.slice(first.start, last.end);
    if (out.slice(start) !== written)
      respellings.push({ start, end: out.length, written, doubt: doubtOf(cost, written) });
    before = last.end;
  }
  return { text: out + text.slice(before), respellings };
}

/** A letter that loses its marks costs about 1 nat, one that turns into another sign 3, an unheard-of change 6. */
function doubtOf(cost: number, written: string): number {
  const perLetter = cost / Math.max(1, written.length);
  return Math.round(Math.min(0.6, Math.max(0.02, (perLetter - 0.25) * 0.35)) * 100) / 100;
}

function wordsOf(text: string, lexicon: Lexicon): readonly Word[] {
  const words: Word[] = [];
  let before = 0;
  for (const match of text.matchAll(wordShape)) {
    const [written] = match;
    const end = match.index + written.length;
    const isNumber = isCode(text, match.index, end);
    words.push({
      text: written,
      start: match.index,
      end,
      gap: text.slice(before, match.index),
      isNumber,
      candidates: candidatesOf(written, isNumber, lexicon),
    });
    before = end;
  }
  return words;
}

/** What a word may have been; of numbers only what "số" is often seen as ("s6", "50"). */
function candidatesOf(written: string, isNumber: boolean, lexicon: Lexicon): readonly Candidate[] {
  // A stroke behind a word is what was left of its last mark.
  const word = written.replace(/[’'‘`´?]$/, "");
  if (word.length > longestWord || (isNumber && !/^[s5$]?[0o6]$/i.test(word))) return [];
  return lexicon.candidates(word);
}

/** A run of digits, or a piece of a date or of a document's number ("QD" and "UBND" of "15/QD-UBND"). */
function isCode(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end);
  if (/^\d+$/.test(written) || romanNumber.test(written) || isLabel(text, start, end)) return true;
  if (/\d\d/.test(written)) return true;
  const tied =
    /[/\-–—]$/.test(text.slice(0, start)) || /^[/\-–—](?=[\p{L}\d])/u.test(text.slice(end, end + 2));
  return tied && (/^[\p{Lu}\d&]+\p{Ll}?\p{Lu}*$/u.test(written) || /\d/.test(written));
}

/** Of two letters and more: "I" and "V" alone may be what is left of a word. */
const romanNumber = /^(?:I{2,3}|IV|VI{1,3}|IX|XI{0,3}V?)$/;

/** "b)", "d.": the label of an item, at the beginning of the text. */
function isLabel(text: string, start: number, end: number): boolean {
  return end - start <= 2 && /^[).]/.test(text.slice(end)) && text.slice(0, start).trim() === "";
}

interface Step {
  readonly from: number;
  readonly to: number;
  /** Null for a word that is left alone. */
  readonly phrase: Phrase | null;
  /** Cost of the misreadings alone. */
  readonly cost: number;
}

interface Arrival {
  total: number;
  step: Step | null;
}

function cheapestSteps(words: readonly Word[], lexicon: Lexicon): readonly Step[] {
  const best: Arrival[] = words.map(() => ({ total: Number.POSITIVE_INFINITY, step: null }));
  best.unshift({ total: 0, step: null });
  const arrive = (total: number, step: Step) => {
    const there = best[step.to];
    if (there && total < there.total) {
      there.total = total;
      there.step = step;
    }
  };
  for (const [from, word] of words.entries()) {
    const total = best[from]?.total ?? Number.POSITIVE_INFINITY;
    arrive(total + costOfUnknown(word), { from, to: from + 1, phrase: null, cost: 0 });
    phrasesFrom(words, from, lexicon.phrases, (to, phrase, cost) =>
      arrive(total + phrase.cost + cost + costOfCasing(phrase, words, from), { from, to, phrase, cost }),
    );
  }
  const steps: Step[] = [];
  for (let at = words.length; at > 0; ) {
    const step = best[at]?.step;
    if (!step) break;
    steps.push(step);
    at = step.from;
  }
  return steps.reverse();
}

/** How surprising a capital is where no name is, and a small letter where one is. */
const costOfCapital = 3;

/** What the capitals of the text say against a phrase: inside a sentence they stand where the phrase has its own. */
function costOfCasing(phrase: Phrase, words: readonly Word[], from: number): number {
  let cost = 0;
  for (const [i, piece] of piecesOf(phrase).entries()) {
    const word = words[from + i];
    if (!word || piece === numberSlot || /^\p{Lu}{2}/u.test(word.text)) continue;
    const capital = /^\p{Lu}/u.test(piece);
    if (capital && /^\p{Ll}/u.test(word.text)) cost += costOfCapital;
    if (!capital && /^\p{Lu}\p{Ll}/u.test(word.text) && (i > 0 || !opensSentence(word)))
      cost += costOfCapital;
  }
  return cost;
}

function opensSentence(word: Word): boolean {
  return word.start === 0 || /[.:;!?…“"(\n•]|^\s*[-+]/u.test(word.gap);
}

const pieces = new WeakMap<Phrase, readonly string[]>();

/** The syllables and slots of a phrase. */
function piecesOf(phrase: Phrase): readonly string[] {
  let found = pieces.get(phrase);
  if (!found) {
    found = [...phrase.text.matchAll(/[\p{L}\p{M}]+|#/gu)].map((match) => match[0]);
    pieces.set(phrase, found);
  }
  return found;
}

/** How surprising a number is that no phrase has a place for. */
const costOfNumber = 4;

/** How surprising a word is that no lexicon holds: the longer, the more, and most so one with signs that no word has. */
function costOfUnknown({ isNumber, text }: Word): number {
  const spoilt = /[¢€§¥£$@&]|\d\p{Ll}|\p{Ll}\d/u.test(text) ? 5 : 0;
  return isNumber ? costOfNumber : 10 + spoilt + 1.1 * text.length;
}

/** A comma between words of a phrase that is listed without: "các huyện, thị xã". */
const costOfComma = 1.5;

/** What a single word may cost to be recognised without neighbours; more and it may as well be a word not known. */
const mostAlone = 4.5;

/** All phrases of the lexicon that the words from `from` on may be. */
function phrasesFrom(
  words: readonly Word[],
  from: number,
  root: PhraseNode,
  found: (to: number, phrase: Phrase, cost: number) => void,
): void {
  const go = (node: PhraseNode, at: number, cost: number): void => {
    if (node.phrase && at > from && (at > from + 1 || cost <= mostAlone)) found(at, node.phrase, cost);
    const word = words[at];
    if (!word) return;
    const joined = at === from || /^\s+$/.test(word.gap);
    const paused = joined || /^\s?[,:\-–—&/]\s?$/.test(word.gap);
    if (!paused) return;
    const comma = /^,\s$/.test(word.gap);
    const step = (next: PhraseNode | undefined, more: number) => {
      if (!next) return;
      if (joined || next.pause) go(next, at + 1, cost + more);
      else if (comma) go(next, at + 1, cost + more + costOfComma);
    };
    if (word.isNumber) step(node.children.get(numberSlot), 0);
    if (node.children.size < word.candidates.length) {
      for (const [syllable, next] of node.children) {
        const candidate = word.candidates.find((each) => each.syllable === syllable);
        if (candidate) step(next, candidate.cost);
      }
    } else for (const { syllable, cost: more } of word.candidates) step(node.children.get(syllable), more);
  };
  go(root, from, 0);
}

/** Whether the words stand in a line of capitals: those of one letter are told by the longer ones around. */
function isAmongCapitals(words: readonly Word[], from: number, to: number): boolean {
  const hasSmall = (word: Word) => /\p{Ll}/u.test(word.text.replace("é", ""));
  const own = words.slice(from, to);
  if (own.some(hasSmall)) return false;
  if (own.every(({ text }) => text.length > 1) && lettersOf(own) > 5) return true;
  const around = words
    .slice(Math.max(0, from - 2), to + 2)
    .filter((word) => !word.isNumber && word.text.replace(/[^\p{L}]/gu, "").length > 1);
  return around.length > 0 && !around.some(hasSmall);
}

function lettersOf(words: readonly Word[]): number {
  return words.reduce((sum, { text }) => sum + text.replace(/[^\p{L}]/gu, "").length, 0);
}

/** The phrase in the capitals of the text: those of the words where they show them, else its own. */
function spelledAs(phrase: Phrase, words: readonly Word[], capitals: boolean): string {
  const own = piecesOf(phrase);
  return words
    .map((word, i) => {
      const piece = own[i] ?? word.text;
      const gap = i === 0 ? "" : word.gap;
      return gap + (piece === numberSlot ? word.text : cased(piece, word.text, capitals));
    })
    .join("");
}

function cased(piece: string, written: string, capitals: boolean): string {
  if (capitals || /^\p{Lu}{2,}$/u.test(piece)) return piece.toUpperCase();
  const first = written[0] ?? "";
  if (/\p{Lu}/u.test(first)) return piece[0]?.toUpperCase() + piece.slice(1).toLowerCase();
  return /\p{Ll}/u.test(first) ? piece.toLowerCase() : piece;
}
