import { misreadings } from "./confusion-table.ts";
import { fold } from "./fold.ts";

/**
 * The model of a reader who knows English letters only: what it sees where a Vietnamese letter stands. A noisy channel
 * from letters to strings of at most three signs (Brill and Moore 2000), measured in nats: 0 is certain, 7 is one time in
 * a thousand.
 */

/** Most signs that one letter is seen as. */
export const longestMisreading = 3;
/** What stands for a letter that was not seen at all. */
const nothing = "∅";

/** How much the letter's own counts, those of letters with the same base, and general likeness each say. */
const [ownShare, kinShare, likeShare] = [0.86, 0.11, 0.03];

type Seen = ReadonlyMap<string, number>;
const own = new Map<string, Seen>();
for (const line of misreadings.trim().split("\n")) {
  const [letter = "", ...entries] = line.split(" ");
  own.set(
    letter,
    new Map(
      entries.map((entry) => {
        const cut = entry.lastIndexOf("=");
        const seen = entry.slice(0, cut);
        return [seen === nothing ? "" : seen, Number(entry.slice(cut + 1)) / 1000];
      }),
    ),
  );
}

/** Letters of one base ("o": ó ò ô ố ơ …) are misread alike: what is rare for one is known from the others. */
const kin = new Map<string, Seen>();
for (const base of new Set([...own.keys()].map(baseOf))) {
  const members = [...own].filter(([letter]) => baseOf(letter) === base && letter !== base);
  const sum = new Map<string, number>();
  for (const [, seen] of members)
    for (const [sign, share] of seen) sum.set(sign, (sum.get(sign) ?? 0) + share / members.length);
  kin.set(base, sum);
}

function baseOf(letter: string): string {
  const folded = fold(letter);
  return letter === letter.toLowerCase() ? folded : folded.toUpperCase();
}

/** Signs that look alike in print, whatever the letter meant; each group is one shape. */
const shapes = [
  "o0O6eéGQ¢&@€§dD9",
  "iIl1!|jtrfTJ",
  "uvwyYV¥",
  "aáqg94",
  "s5S8$§",
  "b6h",
  "nmrhu",
  "cCeé¢(",
  "B8R3",
  "z2Z7",
  "DĐPBO0",
];

/** Cost in nats of seeing `seen` (0 to 3 signs) where the letter `meant` stands (one character, NFC). */
export function misreadingCost(meant: string, seen: string): number {
  const key = `${meant}${seen}`;
  let cost = costs.get(key);
  if (cost === undefined) {
    cost = -Math.log(probabilityOf(meant, seen));
    costs.set(key, cost);
  }
  return cost;
}

/** Letters and signs are few; strings of three signs are many, so the memory is emptied when it has grown. */
const costs = new Map<string, number>();
const mostRemembered = 200_000;

function probabilityOf(meant: string, seen: string): number {
  if (costs.size > mostRemembered) costs.clear();
  const table = own.get(meant);
  const base = baseOf(meant);
  const plain = meant === base;
  const mine = table ? (table.get(seen) ?? 0) : seen === meant ? 1 : 0;
  const theirs = plain ? mine : (kin.get(base)?.get(seen) ?? 0);
  return ownShare * mine + kinShare * theirs + likeShare * likeness(meant, base, seen);
}

/** What may be expected of any letter: mostly itself, sometimes a sign of its shape, seldom nothing or anything. */
function likeness(meant: string, base: string, seen: string): number {
  if (seen === meant) return 0.5;
  if (seen === base) return 0.4;
  if (seen.length === 0) return 0.05;
  if (seen.length === 1) return isOfShape(base, seen) ? 0.03 : 0.006;
  if (seen.includes(base)) return 0.01 / seen.length;
  return isOfShape(base, seen) ? 0.004 : 0.001 / seen.length;
}

/** Whether all signs seen are of a shape with the letter. */
function isOfShape(base: string, seen: string): boolean {
  return shapes.some((shape) => shape.includes(base) && [...seen].every((sign) => shape.includes(sign)));
}

/**
 * Cost in nats of seeing the string `seen` where `meant` was written (NFC), letter by letter in the cheapest way;
 * Infinity when no way costs `most` or less.
 */
export function misreadCost(meant: string, seen: string, most = Number.POSITIVE_INFINITY): number {
  let before = new Float64Array(seen.length + 1).fill(Number.POSITIVE_INFINITY);
  before[0] = 0;
  for (const letter of meant) {
    const after = stepOver(before, letter, seen);
    if (Math.min(...after) > most) return Number.POSITIVE_INFINITY;
    before = after;
  }
  const cost = before[seen.length] ?? Number.POSITIVE_INFINITY;
  return cost <= most ? cost : Number.POSITIVE_INFINITY;
}

/**
 * One letter further: from the costs of having read the first 0, 1, 2 … signs of `seen` before a letter to those after
 * it. For searches that walk many words with the same beginning.
 */
export function stepOver(before: Float64Array, letter: string, seen: string): Float64Array<ArrayBuffer> {
  const after = new Float64Array(seen.length + 1).fill(Number.POSITIVE_INFINITY);
  for (let from = 0; from <= seen.length; from++) {
    const cost = before[from] ?? Number.POSITIVE_INFINITY;
    if (cost === Number.POSITIVE_INFINITY) continue;
    const last = Math.min(seen.length, from + longestMisreading);
    for (let to = from; to <= last; to++) {
      const whole = cost + misreadingCost(letter, seen.slice(from, to));
      if (whole < (after[to] ?? 0)) after[to] = whole;
    }
  }
  return after;
}
