import { fold } from "../../src/domain/text/fold.ts";
import { type Channel, chanceOfLetter, mostSigns, sight } from "../../src/domain/text/repair-channel.ts";
import { piecesOf } from "../../src/domain/text/repair-pieces.ts";
import { canonicalSyllable, inCasing, partsOfSyllable } from "../../src/domain/text/repair-syllable.ts";

/** A word as it was printed and what was read in its place. */
export interface SeenWord {
  readonly printed: string;
  readonly seen: string;
}

/** A page as printed and as read. */
export interface Pair {
  readonly truth: readonly string[];
  readonly ocr: readonly string[];
}

/** Which words of a page stand for which: the cheapest way of pairing them in order. */
export function alignedWords(
  truth: readonly string[],
  read: readonly string[],
): readonly (readonly [string, string])[] {
  const width = read.length + 1;
  const cost = new Float64Array((truth.length + 1) * width).fill(Number.POSITIVE_INFINITY);
  const step = new Uint8Array(cost.length);
  cost[0] = 0;
  const slack = Math.abs(truth.length - read.length) + 25;
  for (let i = 0; i <= truth.length; i++)
    for (let j = Math.max(0, i - slack); j <= Math.min(read.length, i + slack); j++) {
      const here = cost[i * width + j] ?? Number.POSITIVE_INFINITY;
      const take = (to: number, price: number, kind: number) => {
        if (here + price < (cost[to] ?? 0)) {
          cost[to] = here + price;
          step[to] = kind;
        }
      };
      if (i < truth.length) take((i + 1) * width + j, 0.7, 1);
      if (j < read.length) take(i * width + j + 1, 0.7, 2);
      if (i < truth.length && j < read.length)
        take((i + 1) * width + j + 1, distance(truth[i] ?? "", read[j] ?? ""), 3);
    }
  const found: (readonly [string, string])[] = [];
  for (let i = truth.length, j = read.length; i > 0 || j > 0; ) {
    const kind = step[i * width + j];
    if (kind === 3) found.push([truth[i - 1] ?? "", read[j - 1] ?? ""]);
    else found.push(kind === 1 ? [truth[i - 1] ?? "", ""] : ["", read[j - 1] ?? ""]);
    if (kind !== 2) i--;
    if (kind !== 1) j--;
  }
  return found.reverse();
}

const distances = new Map<string, number>();
/** Share of letters that differ without their marks, 0 to 1. */
function distance(one: string, other: string): number {
  if (one === other) return 0;
  const key = `${one} ${other}`;
  const known = distances.get(key);
  if (known !== undefined) return known;
  if (distances.size > 500_000) distances.clear();
  const [a, b] = [fold(one), fold(other)];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(
        Math.min(
          (row[j] ?? 0) + 1,
          (next[j - 1] ?? 0) + 1,
          (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
        ),
      );
    row = next;
  }
  const result = (row[b.length] ?? 0) / Math.max(a.length, b.length, 1);
  distances.set(key, result);
  return result;
}

/** The words of pages with what was read for them, punctuation taken off. */
export function seenWords(pairs: readonly Pair[]): readonly SeenWord[] {
  const cut = (lines: readonly string[]) => lines.join(" ").split(/\s+/).filter(Boolean);
  return pairs.flatMap(({ truth, ocr }) =>
    alignedWords(cut(truth), cut(ocr)).flatMap(([printed, seen]) => {
      // Read within a sentence, where a question mark at the end is a damaged hook.
      const [one, other] = [piecesOf(printed.normalize("NFC"))[0], piecesOf(`${seen} a`)[0]];
      if (!one || !other || one.kind !== "word" || other.core === "" || distance(one.core, other.core) > 0.75)
        return [];
      if (!/^\p{L}+$/u.test(one.core)) return [];
      return [{ printed: one.core, seen: other.core }];
    }),
  );
}

/** The casing of a printed word and the word as the list has it; null for a casing of its own ("LibreOffice"). */
function listed(printed: string): { lower: string; casing: "small" | "first" | "all" } | null {
  const lower = canonicalSyllable(printed.toLowerCase());
  for (const casing of ["small", "first", "all"] as const)
    if (inCasing(printed.toLowerCase(), casing) === printed) return { lower, casing };
  return null;
}

/** Learns what letters, parts and words are seen as: hard expectation maximisation over the sharing of signs. */
export function learnChannel(words: readonly SeenWord[], rounds = 4): Channel {
  const usable = words.flatMap(({ printed, seen }) => {
    const entry = listed(printed);
    return entry && partsOfSyllable(entry.lower) && seen.length <= 14
      ? [{ ...entry, print: inCasing(entry.lower, entry.casing), seen }]
      : [];
  });
  let channel: Channel = { letters: new Map(), parts: new Map(), words: new Map(), remembered: new Map() };
  for (let round = 0; round < rounds; round++) {
    const next: Channel = { letters: new Map(), parts: new Map(), words: new Map(), remembered: new Map() };
    for (const { lower, print, seen } of usable) {
      const cuts = bestCuts(channel, print, seen);
      if (!cuts) continue;
      for (let i = 0; i < print.length; i++)
        sight(next.letters, print[i] ?? "", seen.slice(cuts[i], cuts[i + 1]), 1);
      const parts = partsOfSyllable(lower);
      if (!parts) continue;
      let at = 0;
      for (const part of [parts.onset, parts.nucleus, parts.coda]) {
        if (part === "") continue;
        sight(next.parts, print.slice(at, at + part.length), seen.slice(cuts[at], cuts[at + part.length]), 1);
        at += part.length;
      }
      sight(next.words, print, seen, 1);
    }
    channel = next;
  }
  return channel;
}

/** Where each letter's signs begin, the likeliest way; null when the signs cannot be shared out. */
function bestCuts(channel: Channel, print: string, seen: string): readonly number[] | null {
  const width = seen.length + 1;
  const best = new Float64Array((print.length + 1) * width);
  const from = new Int16Array(best.length);
  best[0] = 1;
  for (let i = 0; i < print.length; i++)
    for (let a = 0; a < width; a++) {
      const so = best[i * width + a] ?? 0;
      if (so === 0) continue;
      for (let b = a; b <= Math.min(seen.length, a + mostSigns); b++) {
        const chance = so * chanceOfLetter(channel, print[i] ?? "", seen.slice(a, b));
        const to = (i + 1) * width + b;
        if (chance > (best[to] ?? 0)) {
          best[to] = chance;
          from[to] = a;
        }
      }
    }
  if (!best[print.length * width + seen.length]) return null;
  const cuts = [seen.length];
  for (let i = print.length, b = seen.length; i > 0; i--) {
    b = from[i * width + b] ?? 0;
    cuts.unshift(b);
  }
  return cuts;
}
