import { fold, lowered } from "./fold.ts";
import { remembering } from "./remember.ts";

/**
 * A piece of running text: a run of letters, a run of digits, any other sign, or a line break that ends a paragraph.
 * `start` and `end` are offsets of the text as given, so that a finding can quote it unchanged.
 */
export interface Token {
  readonly kind: "word" | "number" | "mark" | "break";
  /** Without tone and vowel marks, lower case: what damaged or misspelt text still shares with the right one. */
  readonly folded: string;
  /** Lower case, composed, marks kept: tells "sáu" (six) from "sau" (after). */
  readonly lower: string;
  readonly start: number;
  readonly end: number;
  /** No white space stands before it. */
  readonly glued: boolean;
}

export type Tokens = readonly Token[];

const pieces = /\p{L}[\p{L}\p{M}]*|\d+|\n|[^\s\p{L}\d]/gu;
/** What begins a new paragraph after a line break: a capital, a bullet, a bracket, a number with a point or a bracket. */
const opening = /^\s*(?:\p{Lu}|[-–+*•(]|\d{1,2}[.)]\s)/u;
const dashes = /^[-–—−]$/;

/**
 * Cuts a text into tokens. A line break inside a sentence (the next line goes on in small letters) is only white
 * space; every dash becomes "-".
 */
export function tokensOf(text: string): Tokens {
  const tokens: Token[] = [];
  let end = 0;
  for (const match of text.matchAll(pieces)) {
    const written = match[0];
    const start = match.index;
    if (written === "\n" && !opening.test(text.slice(start + 1, start + 40))) continue;
    const { kind, folded, lower } = meaningOf(written);
    tokens.push({
      kind,
      folded,
      lower,
      start,
      end: start + written.length,
      glued: start === end,
    });
    end = start + written.length;
  }
  return tokens;
}

const meaningOf = remembering((written) => {
  const sign = dashes.test(written) ? "-" : written;
  return { kind: kindOf(written), folded: fold(sign), lower: lowered(sign) };
});

function kindOf(written: string): Token["kind"] {
  if (written === "\n") return "break";
  if (/^\d/.test(written)) return "number";
  return /^\p{L}/u.test(written) ? "word" : "mark";
}

const cut = new Map<string, readonly string[]>();

/** The index after a phrase (folded words, one space between) that stands at `at`; null when it does not. */
export function phraseAt(tokens: Tokens, at: number, phrase: string): number | null {
  const first = tokens[at];
  // Nearly all phrases fail here, without being cut.
  if (!first || !phrase.startsWith(first.folded)) return null;
  let parts = cut.get(phrase);
  if (!parts) {
    parts = phrase.split(" ");
    cut.set(phrase, parts);
  }
  for (let i = 0; i < parts.length; i++) if (tokens[at + i]?.folded !== parts[i]) return null;
  return at + parts.length;
}

/** The index after the first of several phrases that stands at `at`: give the longer ones first. */
export function anyPhraseAt(tokens: Tokens, at: number, phrases: readonly string[]): number | null {
  for (const phrase of phrases) {
    const next = phraseAt(tokens, at, phrase);
    if (next !== null) return next;
  }
  return null;
}

/** The index after a phrase that may stand at `at`, or `at` itself. */
export function pastOptional(tokens: Tokens, at: number, phrases: readonly string[]): number {
  return anyPhraseAt(tokens, at, phrases) ?? at;
}

/** The value of a token of at most `digits` digits; null for anything else. */
export function digitsAt(tokens: Tokens, at: number, digits: number): number | null {
  const token = tokens[at];
  return token?.kind === "number" && token.end - token.start <= digits ? Number(token.folded) : null;
}
