import { type Channel, type PartList, partList, type Seen } from "./repair-channel.ts";
import { countOne, countThree, countTwo, emptyGrams, type Grams } from "./repair-grams.ts";

/** What the repair knows: how words follow each other, and what they are seen as. */
export interface RepairModel {
  readonly grams: Grams;
  readonly channel: Channel;
  readonly parts: PartList;
}

/** The first bytes of the file, with the version of its layout. */
const mark = "SRRM1";
/** Words of the list begin here; before them stand the three signs of a boundary, a numeral and a stranger. */
const ownWords = 3;

/** A model from counts. */
export function repairModelOf(grams: Grams, channel: Channel): RepairModel {
  return { grams, channel, parts: partList(grams.numberOf) };
}

/**
 * The model as bytes: the mark, the length and the text of a JSON head (words, channel), then the counts of one, two and
 * three words as numbers of seven bits a byte, keys as distances from the one before.
 */
export function encodeRepairModel({ grams, channel }: RepairModel): Uint8Array {
  const head = new TextEncoder().encode(
    JSON.stringify({
      words: grams.words.slice(ownWords).join(" "),
      letters: written(channel.letters),
      parts: written(channel.parts),
      printed: written(channel.words),
    }),
  );
  const bytes: number[] = [...new TextEncoder().encode(mark)];
  push(bytes, head.length);
  const counts: number[] = [];
  for (const table of [grams.one, grams.two, grams.three]) {
    const entries = [...table.entries()].sort(([a], [b]) => a - b);
    push(counts, entries.length);
    let before = 0;
    for (const [key, count] of entries) {
      push(counts, key - before);
      push(counts, Math.round(count));
      before = key;
    }
  }
  return Uint8Array.from([...bytes, ...head, ...counts]);
}

/** A model from its bytes. Throws when they are not those of a model: the file comes with the program. */
export function decodeRepairModel(bytes: Uint8Array): RepairModel {
  if (new TextDecoder().decode(bytes.subarray(0, mark.length)) !== mark)
    throw new Error("not a repair model");
  const reader = { bytes, at: mark.length };
  const length = pull(reader);
  const head: Head = JSON.parse(new TextDecoder().decode(bytes.subarray(reader.at, reader.at + length)));
  reader.at += length;
  const grams = emptyGrams(head.words.split(" "));
  for (const [key, count] of counts(reader)) countOne(grams, key, count);
  for (const [key, count] of counts(reader)) countTwo(grams, Math.floor(key / span), key % span, count);
  for (const [key, count] of counts(reader)) {
    const context = Math.floor(key / span);
    countThree(grams, Math.floor(context / span), context % span, key % span, count);
  }
  const channel: Channel = {
    letters: read(head.letters),
    parts: read(head.parts),
    words: read(head.printed),
    remembered: new Map(),
  };
  return repairModelOf(grams, channel);
}

const span = 65_536;

interface Head {
  readonly words: string;
  readonly letters: Written;
  readonly parts: Written;
  readonly printed: Written;
}

/** By what was meant: what was seen, and how often. */
type Written = Readonly<Record<string, Readonly<Record<string, number>>>>;

function written(seen: Seen): Written {
  return Object.fromEntries([...seen].map(([meant, { as }]) => [meant, Object.fromEntries(as)]));
}

function read(table: Written): Seen {
  const seen: Seen = new Map();
  for (const [meant, counted] of Object.entries(table)) {
    const as = new Map(Object.entries(counted));
    seen.set(meant, { total: [...as.values()].reduce((sum, count) => sum + count, 0), as });
  }
  return seen;
}

function push(bytes: number[], value: number): void {
  let rest = value;
  while (rest >= 128) {
    bytes.push((rest % 128) + 128);
    rest = Math.floor(rest / 128);
  }
  bytes.push(rest);
}

interface Reader {
  readonly bytes: Uint8Array;
  at: number;
}

function pull(reader: Reader): number {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = reader.bytes[reader.at++];
    if (byte === undefined) throw new Error("a repair model that ends too early");
    value += (byte % 128) * scale;
    if (byte < 128) return value;
  }
}

function* counts(reader: Reader): Generator<readonly [number, number]> {
  const entries = pull(reader);
  let key = 0;
  for (let i = 0; i < entries; i++) {
    key += pull(reader);
    yield [key, pull(reader)];
  }
}
