import type { Tokens } from "../text/token.ts";
import { containers, eachNouns, events, kept, openings, spokenAt, stops } from "./target-words.ts";

/** What is counted, as written, with what a slash adds to it: "/tháng" a period, "/đơn vị" the unit it is meant for. */
export interface MeasureFound {
  readonly words: string;
  readonly next: number;
  readonly per?: string;
  readonly each?: string;
}

const periods: Readonly<Record<string, string>> = {
  năm: "P1Y",
  tháng: "P1M",
  quý: "P3M",
  tuần: "P1W",
  ngày: "P1D",
};
/** Longest measure, in syllables: more is a sentence, not a thing counted. */
const longest = 14;
/** Longest further noun of a list, in syllables. */
const longestListed = 5;

/** The noun phrase that begins at a token, as short as carries meaning ("lớp tập huấn", "sở, ngành, địa phương"). */
export function measureAt(tokens: Tokens, at: number, text: string): MeasureFound | null {
  let end = at;
  while (end < tokens.length && end - at < longest) {
    const further = furtherAt(tokens, end, at);
    if (further === null) break;
    end = further;
  }
  if (end === at) return null;
  const added = slashesAt(tokens, end, at);
  return { words: wordsOf(tokens, at, end, text), ...added };
}

/** The index after the next word, or the next noun of the list, of a phrase; null where the phrase ends. */
function furtherAt(tokens: Tokens, at: number, start: number): number | null {
  const sign = tokens[at]?.folded;
  if (sign === "/")
    return slashedAt(tokens, at + 1, start) || tokens[at + 1]?.kind !== "word" || at === start
      ? null
      : at + 2;
  if (sign === "," || sign === "va") return at === start ? null : listedNoun(tokens, at + 1);
  return nounGoesOn(tokens, at) ? at + 1 : null;
}

function nounGoesOn(tokens: Tokens, at: number): boolean {
  const token = tokens[at];
  if (token?.folded === "-") return tokens[at + 1]?.kind === "word" && nounGoesOn(tokens, at + 1);
  if (token?.kind !== "word") return false;
  const inside = spokenAt(tokens, at, kept) !== null || (at > 0 && spokenAt(tokens, at - 1, kept) !== null);
  return inside || spokenAt(tokens, at, stops) === null;
}

/** A further noun after a comma or "và": short, no verb before it, and the phrase ends after it. */
function listedNoun(tokens: Tokens, at: number): number | null {
  let next = at;
  if (spokenAt(tokens, at, openings) !== null) return null;
  while (next - at <= longestListed && nounGoesOn(tokens, next) && tokens[next]?.folded !== "va") next += 1;
  return next > at && next - at <= longestListed ? next : null;
}

/** All that slashes add at a point, one after the other ("/người/năm"); `start` is where the thing counted begins. */
export function slashesAt(
  tokens: Tokens,
  at: number,
  start: number,
): { next: number; per?: string; each?: string } {
  let next = at;
  let said: { per?: string; each?: string } = {};
  while (tokens[next]?.folded === "/") {
    const found = slashedAt(tokens, next + 1, start);
    if (!found) break;
    said = { ...said, ...found.said };
    next = found.next;
  }
  return { next, ...said };
}

/**
 * What stands after a slash, when it says for what the figure is meant. "20 doanh nghiệp/hợp tác xã" and
 * "2 tọa đàm/hội nghị" are one or the other; "50 người/lớp" is for each.
 */
function slashedAt(tokens: Tokens, at: number, start: number): ReturnType<typeof perAt> {
  const found = perAt(tokens, at);
  if (!found?.said.each || spokenAt(tokens, at, containers) !== null) return found;
  return spokenAt(tokens, start, eachNouns) === null && spokenAt(tokens, at, events) === null ? found : null;
}

/** "tháng" or "đơn vị" after a slash or "mỗi". */
export function perAt(
  tokens: Tokens,
  at: number,
): { said: { per?: string; each?: string }; next: number } | null {
  const period = periods[tokens[at]?.lower ?? ""];
  if (period) return { said: { per: period }, next: at + 1 };
  const next = spokenAt(tokens, at, eachNouns);
  if (next === null) return null;
  const each = tokens.slice(at, next).map((token) => token.lower);
  return { said: { each: each.join(" ") }, next };
}

/** The noun phrase right before a number ("Cà phê 106.012 ha"): back to the last sign, verb or word of another phrase. */
export function measureBefore(tokens: Tokens, at: number, text: string): string | null {
  let start = at;
  while (
    start > 0 &&
    at - start < longest &&
    nounGoesOn(tokens, start - 1) &&
    tokens[start - 1]?.folded !== "va"
  )
    start -= 1;
  let opened = spokenAt(tokens, start, openings);
  while (opened !== null && opened < at) {
    start = opened;
    opened = spokenAt(tokens, start, openings);
  }
  return start < at ? lowerFirst(wordsOf(tokens, start, at, text)) : null;
}

function wordsOf(tokens: Tokens, from: number, to: number, text: string): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end).replace(/\s+/g, " ");
}

/** The first letter small, unless the word is an abbreviation. */
function lowerFirst(words: string): string {
  return /^\p{Lu}\p{Lu}/u.test(words) ? words : words.slice(0, 1).toLowerCase() + words.slice(1);
}
