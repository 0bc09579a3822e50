import { startReading } from "../../src/intake/read-file.ts";
import { mutatedFile } from "./mutate.ts";
import type { SeedFile } from "./seed-files.ts";

/** What became of the damaged files of one kind. */
export interface FuzzTally {
  files: number;
  read: number;
  readonly refused: Map<string, number>;
  crashed: number;
  hung: number;
  /** Stopped because of its hunger for memory. */
  starved: number;
  slowestMs: number;
  peakBytes: number;
}

/** A file that ended its reader, by its number, to be looked at again. */
export interface FuzzFinding {
  readonly number: number;
  readonly name: string;
  readonly failure: string;
  readonly end: "crashed" | "hung" | "starved";
  readonly stack: string;
}

/** How a file ends that took its reader along, and where it is counted. */
const ends: ReadonlyMap<string, "crashed" | "hung" | "starved"> = new Map([
  ["file.reader-died", "crashed"],
  ["file.too-slow", "hung"],
  ["file.too-big-for-memory", "starved"],
]);

/** Reads the damaged files numbered `from`, `from` + 1, … in the reading child, as the program does, and counts. */
export async function fuzzReading(
  from: number,
  count: number,
  seeds: readonly SeedFile[],
  onProgress: (done: number) => void = () => undefined,
): Promise<{ tallies: ReadonlyMap<string, FuzzTally>; findings: readonly FuzzFinding[] }> {
  const tallies = new Map<string, FuzzTally>();
  const findings: FuzzFinding[] = [];
  let stack = "";
  let peakBytes = 0;
  const reading = startReading({
    limits: { milliseconds: 20_000 },
    onBug: (told) => {
      stack = told;
    },
    onMemory: (use) => {
      peakBytes = use.peakBytes;
    },
  });
  for (let number = from; number < from + count; number++) {
    if ((number - from) % 500 === 0) onProgress(number - from);
    const { seed, bytes } = await mutatedFile(number, seeds);
    stack = "";
    const started = performance.now();
    const { extract } = await reading.read({ bytes });
    const tally = tallyOf(tallies, seed.kind);
    tally.files++;
    tally.slowestMs = Math.max(tally.slowestMs, performance.now() - started);
    tally.peakBytes = Math.max(tally.peakBytes, peakBytes);
    if (extract.ok) {
      tally.read++;
      continue;
    }
    const { code, detail } = extract.failure;
    const end = ends.get(code);
    if (end) {
      tally[end]++;
      findings.push({ number, name: seed.name, failure: `${code} ${JSON.stringify(detail)}`, end, stack });
    } else tally.refused.set(code, (tally.refused.get(code) ?? 0) + 1);
  }
  reading.close();
  return { tallies, findings };
}

function tallyOf(tallies: Map<string, FuzzTally>, kind: string): FuzzTally {
  const known = tallies.get(kind);
  if (known) return known;
  const fresh = {
    files: 0,
    read: 0,
    refused: new Map(),
    crashed: 0,
    hung: 0,
    starved: 0,
    slowestMs: 0,
    peakBytes: 0,
  };
  tallies.set(kind, fresh);
  return fresh;
}
