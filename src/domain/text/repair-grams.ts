/**
 * Counts of one, two and three words in a row, and what they say of the next word. Smoothed by interpolation (Witten and
 * Bell 1991): the more kinds of words followed, the more is left to the shorter context.
 */
export interface Grams {
  /** Words by number; 0 is the end of a stretch, 1 a number or code, 2 a word of another language. */
  readonly words: string[];
  readonly numberOf: Map<string, number>;
  readonly one: CountTable;
  readonly two: CountTable;
  readonly three: CountTable;
  /** How often a context was gone on from, and by how many kinds of words. */
  readonly afterOne: CountTable;
  readonly kindsAfterOne: CountTable;
  readonly afterTwo: CountTable;
  readonly kindsAfterTwo: CountTable;
  total: number;
}

/** The end of a sentence or of anything that words do not reach across. */
export const boundary = 0;
/** A number, a date, the code of a document. */
export const numeral = 1;
/** A word that is no Vietnamese syllable. */
export const stranger = 2;
/** More words than any list here has: keys of three words stay exact below 2^53. */
const span = 65_536;

/** An open-addressing table from keys to counts: four hundred thousand of them load in some hundredths of a second. */
export class CountTable {
  private keys: Float64Array;
  private counts: Float32Array;
  private filled = 0;

  constructor(expected = 1024) {
    const size = 2 ** Math.ceil(Math.log2(expected * 1.6));
    this.keys = new Float64Array(size).fill(-1);
    this.counts = new Float32Array(size);
  }

  get(key: number): number {
    const at = this.slot(key);
    return this.keys[at] === key ? (this.counts[at] ?? 0) : 0;
  }

  /** Adds to a count and returns what it was before. */
  add(key: number, count: number): number {
    if (this.filled * 1.5 > this.keys.length) this.grow();
    const at = this.slot(key);
    if (this.keys[at] !== key) {
      this.keys[at] = key;
      this.filled++;
    }
    const before = this.counts[at] ?? 0;
    this.counts[at] = before + count;
    return before;
  }

  *entries(): Generator<readonly [number, number]> {
    for (let i = 0; i < this.keys.length; i++) {
      const key = this.keys[i] ?? -1;
      if (key >= 0) yield [key, this.counts[i] ?? 0];
    }
  }

  copy(): CountTable {
    const table = new CountTable(1);
    table.keys = this.keys.slice();
    table.counts = this.counts.slice();
    table.filled = this.filled;
    return table;
  }

  private slot(key: number): number {
    const mask = this.keys.length - 1;
    const high = Math.floor(key / 4_294_967_296);
    let at = (Math.imul((key | 0) ^ Math.imul(high, 0x85ebca6b), 0x9e3779b1) >>> 7) & mask;
    while (this.keys[at] !== key && this.keys[at] !== -1) at = (at + 1) & mask;
    return at;
  }

  private grow(): void {
    const bigger = new CountTable(this.keys.length);
    for (const [key, count] of this.entries()) bigger.add(key, count);
    this.keys = bigger.keys;
    this.counts = bigger.counts;
  }
}

/** No counts yet, for the words given: they get the numbers 3, 4, 5 … */
export function emptyGrams(words: readonly string[]): Grams {
  const all = ["", "#", "*", ...words];
  if (all.length > span) throw new Error(`too many words for one table: ${all.length}`);
  return {
    words: all,
    numberOf: new Map(all.map((word, number) => [word, number])),
    one: new CountTable(all.length),
    two: new CountTable(),
    three: new CountTable(),
    afterOne: new CountTable(all.length),
    kindsAfterOne: new CountTable(all.length),
    afterTwo: new CountTable(),
    kindsAfterTwo: new CountTable(),
    total: 0,
  };
}

/** A second set of counts that can learn by itself and leaves the first as it is. */
export function copyOfGrams(grams: Grams): Grams {
  return {
    words: grams.words,
    numberOf: grams.numberOf,
    one: grams.one.copy(),
    two: grams.two.copy(),
    three: grams.three.copy(),
    afterOne: grams.afterOne.copy(),
    kindsAfterOne: grams.kindsAfterOne.copy(),
    afterTwo: grams.afterTwo.copy(),
    kindsAfterTwo: grams.kindsAfterTwo.copy(),
    total: grams.total,
  };
}

export function countOne(grams: Grams, word: number, count: number): void {
  grams.one.add(word, count);
  grams.total += count;
}

export function countTwo(grams: Grams, first: number, word: number, count: number): void {
  if (grams.two.add(first * span + word, count) === 0) grams.kindsAfterOne.add(first, 1);
  grams.afterOne.add(first, count);
}

export function countThree(grams: Grams, first: number, second: number, word: number, count: number): void {
  const context = first * span + second;
  if (grams.three.add(context * span + word, count) === 0) grams.kindsAfterTwo.add(context, 1);
  grams.afterTwo.add(context, count);
}

/** The key of three words taken apart, as written to the file. */
export function wordsOfKey(key: number): readonly [number, number, number] {
  const context = Math.floor(key / span);
  return [Math.floor(context / span), context % span, key % span];
}

/** Counts the words of one stretch (numbers of words, without boundaries), `times` times. */
export function countStretch(grams: Grams, stretch: readonly number[], times: number, open = false): void {
  // A phrase without its sentence says nothing of what stands before and after it.
  const row = open ? stretch : [boundary, ...stretch, boundary];
  for (let i = 0; i < row.length; i++) {
    const [before, last, word] = [row[i - 2], row[i - 1], row[i] ?? boundary];
    if (open || i > 0) countOne(grams, word, times);
    if (last !== undefined) countTwo(grams, last, word, times);
    if (last !== undefined && before !== undefined) countThree(grams, before, last, word, times);
  }
}

/** How much a context weighs against the shorter one, for each kind of word that followed it. */
const [pullOne, pullTwo] = [1, 1];

/** Probability of a word by itself, above 0 for every word. */
export function chanceAlone(grams: Grams, word: number): number {
  return (grams.one.get(word) + 0.1) / (grams.total + 0.1 * grams.words.length);
}

/** Probability of a word after one word. */
export function chanceAfterOne(grams: Grams, last: number, word: number): number {
  const alone = chanceAlone(grams, word);
  const seen = grams.afterOne.get(last);
  if (seen === 0) return alone;
  const pull = pullOne * grams.kindsAfterOne.get(last);
  return (grams.two.get(last * span + word) + pull * alone) / (seen + pull);
}

/** Probability of a word after two words. */
export function chanceAfterTwo(grams: Grams, before: number, last: number, word: number): number {
  const shorter = chanceAfterOne(grams, last, word);
  const context = before * span + last;
  const seen = grams.afterTwo.get(context);
  if (seen === 0) return shorter;
  const pull = pullTwo * grams.kindsAfterTwo.get(context);
  return (grams.three.get(context * span + word) + pull * shorter) / (seen + pull);
}
