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

/** What pages of real scanners show and printed ones hardly: shares beside those of the table. */
const scanned: readonly (readonly [letters: string, seen: string, share: number])[] = [
  ["S", "$", 0.01],
  ["S", "8", 0.004],
  ["ốồổỗộớờởỡợ", "b", 0.01],
  ["ốồổỗộớờởỡợ", "&", 0.01],
  ["ởợờớộ", "¢", 0.02],
  ["ếềểễệ", "€", 0.005],
  ["ếềểễệ", "&", 0.005],
  ["ýỳỷỹỵ", "¥", 0.05],
  ["l", "1", 0.02],
  ["l", "I", 0.02],
  ["i", "l", 0.003],
  ["i", "1", 0.003],
  ["ýỳỷỹỵ", "v", 0.02],
  ["óòỏõọôốồổỗộơớờởỡợ", "o6", 0.008],
  ["óòỏõọôốồổỗộơớờởỡợ", "oé", 0.004],
  ["óòỏõọôốồổỗộơớờởỡợ", "o1", 0.002],
  ["ốồổỗộớờởỡợ", "01", 0.002],
  ["éèẻẽẹêếềểễệ", "eé", 0.004],
  ["áàảãạăắằẳẵặâấầẩẫậ", "aé", 0.003],
  ["ủ", "ia", 0.004],
];
for (const [letters, seen, more] of scanned)
  for (const letter of letters) {
    const before = own.get(letter) ?? new Map([[letter, 1]]);
    own.set(letter, new Map([...before, [seen, (before.get(seen) ?? 0) + more]]));
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
  "o0O6eéGQ¢&@€§dDb9",
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
  return costIn(costsOf(meant), meant, seen);
}

/** Costs worked out before, by letter; strings of three signs are many, so the memory is emptied when it has grown. */
const costs = new Map<string, Map<string, number>>();
const mostRemembered = 5000;

function costsOf(meant: string): Map<string, number> {
  let known = costs.get(meant);
  if (!known || known.size > mostRemembered) {
    known = new Map();
    costs.set(meant, known);
  }
  return known;
}

function costIn(known: Map<string, number>, meant: string, seen: string): number {
  let cost = known.get(seen);
  if (cost === undefined) {
    cost = -Math.log(probabilityOf(meant, seen));
    known.set(seen, cost);
  }
  return cost;
}

function probabilityOf(meant: string, seen: string): number {
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
  if (seen.includes(base)) return seen.length === 2 ? 0.006 : 0.0006;
  if (seen.length === 2) return isOfShape(base, seen) ? 0.004 : 0.0008;
  return isOfShape(base, seen) ? 0.0008 : 0.0001;
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
  const sight = sightOf(seen);
  let before = sight.start;
  for (const letter of meant) {
    const after = new Float64Array(seen.length + 1);
    if (sight.step(before, letter, after) > most) return Number.POSITIVE_INFINITY;
    before = after;
  }
  const cost = before[seen.length] ?? Number.POSITIVE_INFINITY;
  return cost <= most ? cost : Number.POSITIVE_INFINITY;
}

/** A word as seen, ready to be compared with many words that may have been meant. */
export interface Sight {
  /** Costs of having read the first 0, 1, 2 … signs before any letter: only the first is possible. */
  readonly start: Float64Array;
  /**
   * One letter further: writes into `after` the costs of having read the first 0, 1, 2 … signs once `letter` is read too,
   * and gives the least of them.
   */
  readonly step: (before: Float64Array, letter: string, after: Float64Array) => number;
}

/** Prepares a word as seen; each letter is weighed against each run of its signs once. */
export function sightOf(seen: string): Sight {
  const length = seen.length;
  const start = new Float64Array(length + 1).fill(Number.POSITIVE_INFINITY);
  start[0] = 0;
  const width = longestMisreading + 1;
  const runs: string[] = [];
  for (let from = 0; from <= length; from++)
    for (let run = 0; run < width; run++) runs.push(seen.slice(from, from + run));
  const weighed = new Map<string, Float64Array>();
  const weigh = (letter: string): Float64Array => {
    const known = costsOf(letter);
    const row = new Float64Array(runs.length);
    for (const [i, run] of runs.entries()) row[i] = costIn(known, letter, run);
    weighed.set(letter, row);
    return row;
  };
  const step: Sight["step"] = (before, letter, after) => {
    const row = weighed.get(letter) ?? weigh(letter);
    after.fill(Number.POSITIVE_INFINITY);
    let least = Number.POSITIVE_INFINITY;
    for (let from = 0; from <= length; from++) {
      const cost = before[from] ?? Number.POSITIVE_INFINITY;
      if (cost === Number.POSITIVE_INFINITY) continue;
      for (let run = 0; run < width && from + run <= length; run++) {
        const whole = cost + (row[from * width + run] ?? Number.POSITIVE_INFINITY);
        if (whole >= (after[from + run] ?? 0)) continue;
        after[from + run] = whole;
        if (whole < least) least = whole;
      }
    }
    return least;
  };
  return { start, step };
}
