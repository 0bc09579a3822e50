import { openArchive } from "../../src/intake/zip.ts";
import { buildPackage } from "../../src/intake/zip-fixture.ts";
import type { SeedFile } from "./seed-files.ts";

/** A source of numbers that gives the same ones for the same seed (mulberry32): whole numbers from 0 to `below` - 1. */
export type Random = (below: number) => number;

export function randomFrom(seed: number): Random {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * below);
  };
}

type Mutation = (bytes: Buffer, random: Random, seeds: readonly SeedFile[]) => Buffer;

/** Words that have broken readers: limits of numbers, marks of formats, pieces of markup, characters at the edges. */
const dangerous = [
  "\0\0\0\0",
  "\xff\xff\xff\xff",
  "4294967295",
  "-1",
  "99999999999999999999",
  "PK\x05\x06",
  "PK\x01\x02",
  "%PDF-1.7",
  "startxref\n0",
  "<",
  ">",
  "&",
  '"',
  "<!DOCTYPE x [<!ENTITY a 'b'>]>",
  "&a;",
  "</w:p>",
  "<w:tbl>",
  '<w:gridSpan w:val="99999"/>',
  "<table>",
  "<td colspan=99999 rowspan=99999>",
  "<![CDATA[",
  "<!--",
  "stream\n",
  "endobj",
  "[[[[",
  "((((",
  "\ud800",
  "\u202e",
  "\ufeff",
];

const mutations: readonly Mutation[] = [
  (bytes, random) => {
    for (let count = 1 + random(32); count > 0; count--) bytes[random(bytes.length)] = random(256);
    return bytes;
  },
  (bytes, random) => bytes.subarray(0, random(bytes.length)),
  (bytes, random) => bytes.subarray(random(bytes.length)),
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)]);
  },
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
  },
  (bytes, random) => {
    const [from, to] = range(bytes, random);
    return Buffer.from(bytes).fill([0, 0x20, 0xff, 0x3c][random(4)] ?? 0, from, to);
  },
  (bytes, random, seeds) => {
    const other = Buffer.from(pick(seeds, random).bytes);
    return Buffer.concat([bytes.subarray(0, random(bytes.length)), other.subarray(random(other.length))]);
  },
  (bytes, random) => {
    const at = random(bytes.length);
    const words = Array.from({ length: 1 + random(200) }, () => pick(dangerous, random)).join("");
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(words, random(2) ? "utf8" : "latin1"),
      bytes.subarray(at),
    ]);
  },
];

function range(bytes: Buffer, random: Random): readonly [number, number] {
  const from = random(bytes.length);
  return [from, Math.min(bytes.length, from + 1 + random(1 + Math.floor(bytes.length / 4)))];
}

function pick<T>(things: readonly T[], random: Random): T {
  const thing = things[random(things.length)];
  if (thing === undefined) throw new Error("nothing to pick from");
  return thing;
}

export interface MutatedFile {
  readonly seed: SeedFile;
  readonly bytes: Uint8Array;
}

/**
 * A damaged copy of one of the seeds, the same for the same number. Half of the office files are damaged inside: a part
 * is taken out of the archive, damaged, and packed again, so that the damage reaches the reader behind the archive.
 */
export async function mutatedFile(number: number, seeds: readonly SeedFile[]): Promise<MutatedFile> {
  const random = randomFrom(number);
  // Every kind as often as the others, however many files of it there are.
  const kind = pick([...new Set(seeds.map((each) => each.kind))], random);
  const seed = pick(
    seeds.filter((each) => each.kind === kind),
    random,
  );
  const isPackage = seed.kind === "docx" || seed.kind === "xlsx";
  const bytes =
    isPackage && random(2) === 0
      ? await mutateInside(seed, random, seeds)
      : mutate(Buffer.from(seed.bytes), random, seeds);
  return { seed, bytes };
}

function mutate(bytes: Buffer, random: Random, seeds: readonly SeedFile[]): Buffer {
  let damaged = bytes;
  for (let times = 1 + random(3); times > 0 && damaged.length > 0; times--)
    damaged = pick(mutations, random)(damaged, random, seeds);
  return damaged;
}

async function mutateInside(seed: SeedFile, random: Random, seeds: readonly SeedFile[]): Promise<Uint8Array> {
  const archive = await openArchive(seed.bytes);
  if (!archive.ok) throw new Error(`${seed.name}: ${archive.failure.code}`);
  const target = pick(
    archive.value.names.filter((name) => name.endsWith(".xml")),
    random,
  );
  const parts: Record<string, Uint8Array> = {};
  for (const name of archive.value.names) {
    const part = await archive.value.read(name);
    if (!part.ok) continue;
    parts[name] = name === target ? mutate(Buffer.from(part.value), random, seeds) : part.value;
  }
  return buildPackage(parts);
}
