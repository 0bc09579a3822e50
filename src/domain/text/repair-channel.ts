import { fold } from "./fold.ts";
import { type Casing, inCasing, partsOfSyllable } from "./repair-syllable.ts";

/**
 * What an OCR model of English sees where a Vietnamese word stands: a noisy channel (Kernighan, Church and Gale 1990) over
 * the three parts of a syllable. Each part has counts of its own, and what was never seen of a part is put together from
 * its letters.
 */
export interface Channel {
  /** For a letter, a part or a word as printed: how often it was seen as what. */
  readonly letters: Seen;
  readonly parts: Seen;
  readonly words: Seen;
  /** Chances of parts that were worked out before. */
  readonly remembered: Map<string, Float64Array>;
}

export type Seen = Map<string, Sightings>;

export interface Sightings {
  total: number;
  readonly as: Map<string, number>;
}

/** Books that `meant` was seen as `seen`, `times` times. */
export function sight(table: Seen, meant: string, seen: string, times: number): void {
  let entry = table.get(meant);
  if (!entry) {
    entry = { total: 0, as: new Map() };
    table.set(meant, entry);
  }
  entry.total += times;
  entry.as.set(seen, (entry.as.get(seen) ?? 0) + times);
}

/** Most signs that one letter is seen as. */
export const mostSigns = 3;
/** How many sightings the general rule is worth beside a part's, a word's, a letter's own. */
const [trustLetters, trustParts, trustShapes] = [4, 12, 3];

/** Probability that a letter is seen as these 0 to 3 signs. */
export function chanceOfLetter(channel: Channel, letter: string, seen: string): number {
  const general = likeness(letter, seen);
  const entry = channel.letters.get(letter);
  if (!entry) return general;
  return mixed(entry, seen, trustShapes, 0.03, general);
}

/** What letters with marks look like to a reader who does not know marks, in every kind of print. */
const lookalikes: Readonly<Record<string, string>> = {
  o: "6bdé0O&¢@§9a",
  a: "4déo",
  e: "é&¢€",
  u: "wvyti",
  i: "jltf1",
  y: "ý¥¢",
  d: "dPB",
  l: "1I|",
  b: "6h",
  s: "5S",
  r: "1",
};

/** Own counts beside the general rule, which keeps a share of its own: other printers and readers see otherwise. */
function mixed(entry: Sightings, seen: string, trust: number, least: number, general: number): number {
  const share = Math.max(least, trust / (entry.total + trust));
  return (1 - share) * ((entry.as.get(seen) ?? 0) / Math.max(1, entry.total)) + share * general;
}

/** Likeness without counts: mostly the letter without its marks, rarely another, seldom nothing or more. */
function likeness(letter: string, seen: string): number {
  if (seen === "") return 0.03;
  if (seen === letter) return 0.3;
  if (seen.length === 1) {
    const base = fold(letter);
    if (base === fold(seen)) return 0.3;
    return lookalikes[base]?.includes(seen) ? 0.03 : 0.002;
  }
  return seen.length === 2 ? 0.00002 : 0.0000002;
}

/** Probability that a part is seen as `seen`. */
function chanceOfPart(channel: Channel, part: string, seen: string): number {
  const spelt = chanceOfLetters(channel, part, seen);
  const entry = channel.parts.get(part);
  if (!entry) return spelt;
  return mixed(entry, seen, trustLetters, 0.08, spelt);
}

/** Sum over all ways to share the signs among the letters. */
export function chanceOfLetters(channel: Channel, text: string, seen: string): number {
  let row = new Float64Array(seen.length + 1);
  row[0] = 1;
  for (const letter of text) {
    const next = new Float64Array(seen.length + 1);
    for (let from = 0; from <= seen.length; from++) {
      const so = row[from] ?? 0;
      if (so === 0) continue;
      for (let to = from; to <= Math.min(seen.length, from + mostSigns); to++)
        next[to] = (next[to] ?? 0) + so * chanceOfLetter(channel, letter, seen.slice(from, to));
    }
    row = next;
  }
  return row[seen.length] ?? 0;
}

/** The words of a list, cut into parts once: many syllables share an onset, many a rhyme. */
export interface PartList {
  readonly onsets: readonly string[];
  readonly nuclei: readonly string[];
  readonly codas: readonly string[];
  /** A rhyme is a nucleus and a coda, by their places in the lists above. */
  readonly nucleusOfRhyme: Uint16Array;
  readonly codaOfRhyme: Uint16Array;
  readonly syllables: readonly Listed[];
  /** Words that are no syllables ("campuchia", "logistics"), seen letter by letter. */
  readonly others: readonly { readonly word: string; readonly number: number }[];
}

interface Listed {
  readonly word: string;
  readonly number: number;
  readonly onset: number;
  readonly rhyme: number;
}

/** Cuts a list of words in small letters; a word's number is its place in `numberOf`. */
export function partList(numberOf: ReadonlyMap<string, number>): PartList {
  const [onsets, nuclei, codas] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const rhymes = new Map<string, number>();
  const syllables: Listed[] = [];
  const others: { word: string; number: number }[] = [];
  for (const [word, number] of numberOf) {
    if (!/^\p{Ll}+$/u.test(word)) continue;
    const parts = partsOfSyllable(word);
    if (!parts) {
      others.push({ word, number });
      continue;
    }
    numbered(nuclei, parts.nucleus);
    numbered(codas, parts.coda);
    const rhyme = numbered(rhymes, `${parts.nucleus} ${parts.coda}`);
    syllables.push({ word, number, onset: numbered(onsets, parts.onset), rhyme });
  }
  const keys = (map: Map<string, number>) => [...map.keys()];
  return {
    onsets: keys(onsets),
    nuclei: keys(nuclei),
    codas: keys(codas),
    syllables,
    others,
    ...rhymeParts(rhymes, nuclei, codas),
  };
}

function rhymeParts(
  rhymes: ReadonlyMap<string, number>,
  nuclei: ReadonlyMap<string, number>,
  codas: ReadonlyMap<string, number>,
): Pick<PartList, "nucleusOfRhyme" | "codaOfRhyme"> {
  const split = [...rhymes.keys()].map((rhyme) => rhyme.split(" "));
  return {
    nucleusOfRhyme: Uint16Array.from(split, ([nucleus = ""]) => nuclei.get(nucleus) ?? 0),
    codaOfRhyme: Uint16Array.from(split, ([, coda = ""]) => codas.get(coda) ?? 0),
  };
}

function numbered(map: Map<string, number>, key: string): number {
  const known = map.get(key);
  if (known !== undefined) return known;
  map.set(key, map.size);
  return map.size - 1;
}

/** A word that may stand behind what was seen, in the casing in which it would have been printed. */
export interface Guess {
  readonly number: number;
  readonly word: string;
  readonly casing: Casing;
  /** Probability that the word so printed is seen so. */
  readonly chance: number;
}

/**
 * All words that may stand behind `seen`, the likeliest `most` of them, likeliest first. `casings`: in which casings it may
 * have been printed, and how likely each is; `common`: how common a word is.
 */
export function guessesFor(
  { channel, parts }: { readonly channel: Channel; readonly parts: PartList },
  seen: string,
  casings: Readonly<Partial<Record<Casing, number>>>,
  common: (number: number) => number,
  most: number,
): readonly Guess[] {
  const found: Ranked[] = [];
  for (const casing of ["small", "first", "all"] as const) {
    const prior = casings[casing];
    if (prior !== undefined) collect(channel, parts, seen, { casing, prior, common }, found);
  }
  found.sort((a, b) => b.rank - a.rank);
  const printed = new Set<string>();
  const best: Guess[] = [];
  for (const { guess } of found) {
    const print = inCasing(guess.word, guess.casing);
    if (printed.has(print)) continue;
    printed.add(print);
    best.push(guess);
    if (best.length === most) break;
  }
  return best;
}

interface Ranked {
  readonly guess: Guess;
  readonly rank: number;
}

interface Trial {
  readonly casing: Casing;
  readonly prior: number;
  readonly common: (number: number) => number;
}

/** Chances too small to be worth a product. */
const [leastPart, leastWord, leastOfBest] = [1e-8, 1e-12, 1e-5];

function collect(
  channel: Channel,
  list: PartList,
  seen: string,
  { casing, prior, common }: Trial,
  found: Ranked[],
): void {
  const take = (word: string, number: number, chance: number) => {
    const guess = { number, word, casing, chance: chance * prior };
    found.push({ guess, rank: guess.chance * common(number) });
  };
  const chances = syllableChances(channel, list, seen, casing);
  const least = Math.max(leastWord, chances.reduce((a, b) => Math.max(a, b), 0) * leastOfBest);
  for (const [i, { word, number }] of list.syllables.entries()) {
    const chance = chances[i] ?? 0;
    if (chance >= least) take(word, number, withOwnCounts(channel, inCasing(word, casing), seen, chance));
  }
  for (const { word, number } of list.others) {
    if (Math.abs(word.length - seen.length) > 2) continue;
    const chance = chanceOfLetters(channel, inCasing(word, casing), seen);
    if (chance >= leastWord) take(word, number, chance);
  }
}

/** For each syllable of the list, the chance that it is seen so when printed in this casing. */
function syllableChances(channel: Channel, list: PartList, seen: string, casing: Casing): Float64Array {
  const width = seen.length + 1;
  const inside = casing === "all" ? "all" : "small";
  const rhymes = rhymeChances(channel, list, seen, inside, inside);
  // Where the onset is empty, the capital stands on the nucleus.
  const bare = casing === "first" ? rhymeChances(channel, list, seen, "first", inside, 1) : rhymes;
  const heads = Array.from({ length: width }, (_, to) =>
    partChances(channel, list.onsets, casing, seen.slice(0, to)),
  );
  const noOnset = list.onsets.indexOf("");
  return Float64Array.from(list.syllables, ({ onset, rhyme }) => {
    if (onset === noOnset) return bare[rhyme * width] ?? 0;
    let chance = 0;
    for (let from = 0; from < width; from++)
      chance += (heads[from]?.[onset] ?? 0) * (rhymes[rhyme * width + from] ?? 0);
    return chance;
  });
}

function withOwnCounts(channel: Channel, printed: string, seen: string, chance: number): number {
  const own = channel.words.get(printed);
  return own ? mixed(own, seen, trustParts, 0.15, chance) : chance;
}

/** For each rhyme and each sign, the chance that the rhyme is seen as the signs from there to the end. */
function rhymeChances(
  channel: Channel,
  list: PartList,
  seen: string,
  nucleusCasing: Casing,
  codaCasing: Casing,
  starts = seen.length + 1,
): Float64Array {
  const width = seen.length + 1;
  const chances = new Float64Array(list.nucleusOfRhyme.length * width);
  const tails = Array.from({ length: width }, (_, to) =>
    partChances(channel, list.codas, codaCasing, seen.slice(to)),
  );
  for (let from = 0; from < starts; from++)
    for (let to = from; to < width; to++) {
      const middles = partChances(channel, list.nuclei, nucleusCasing, seen.slice(from, to));
      addProducts(chances, list, middles, tails[to] ?? middles, width, from);
    }
  return chances;
}

function addProducts(
  chances: Float64Array,
  { nucleusOfRhyme, codaOfRhyme }: PartList,
  middles: Float64Array,
  tails: Float64Array,
  width: number,
  from: number,
): void {
  for (let rhyme = 0; rhyme < nucleusOfRhyme.length; rhyme++) {
    const middle = middles[nucleusOfRhyme[rhyme] ?? 0] ?? 0;
    if (middle < leastPart) continue;
    const at = rhyme * width + from;
    chances[at] = (chances[at] ?? 0) + middle * (tails[codaOfRhyme[rhyme] ?? 0] ?? 0);
  }
}

/** The chance of each part, so printed, to be seen as these signs; worked out once for the same signs. */
function partChances(channel: Channel, parts: readonly string[], casing: Casing, seen: string): Float64Array {
  const key = `${parts.length} ${casing} ${seen}`;
  let chances = channel.remembered.get(key);
  if (!chances) {
    if (channel.remembered.size > mostRemembered) channel.remembered.clear();
    chances = Float64Array.from(parts, (part) => {
      const print = inCasing(part, casing);
      if (print === "") return seen === "" ? 0.995 : seen.length === 1 ? 0.00005 : 0;
      return seen.length > print.length + 3 ? 0 : chanceOfPart(channel, print, seen);
    });
    channel.remembered.set(key, chances);
  }
  return chances;
}

/** Two kilobytes each. */
const mostRemembered = 20_000;
