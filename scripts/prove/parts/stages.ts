import { readFileSync } from "node:fs";
import type { Profiler } from "node:inspector";
import { Session } from "node:inspector/promises";
import { basename } from "node:path";
import { buildGazetteer } from "../../../src/domain/organisation/gazetteer.ts";
import { layOut, readFindings } from "../../../src/domain/reading/read.ts";
import { readBytes } from "../../../src/intake/read-bytes.ts";

/** Where the time of reading one file goes, in milliseconds. */
export interface Stages {
  readonly gazetteer: number;
  readonly intake: number;
  readonly layout: number;
  readonly reading: number;
  /** The functions that took most by themselves, those they call left out. */
  readonly functions: readonly { readonly name: string; readonly file: string; readonly time: number }[];
}

const path = process.argv[2] ?? "";
const data = new URL("../../../data/", import.meta.url);
const dataFile = (name: string): string => readFileSync(new URL(name, data), "utf8");

/** Reads the file at the path given, once, as a fresh process does, and prints its `Stages`. */
async function main(): Promise<void> {
  const bytes = readFileSync(path);
  // Loading of modules is no stage: sources are slower to load than the built program.
  for (const form of ["docx", "pdf", "txt"]) await import(`../../../src/intake/${form}/read-${form}.ts`);
  await import("pdfjs-dist/legacy/build/pdf.min.mjs");
  await import("pdfjs-dist/legacy/build/pdf.worker.min.mjs");
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.setSamplingInterval", { interval: 200 });
  await session.post("Profiler.start");
  const times = [performance.now()];
  const lap = (): number => times.push(performance.now());
  const gazetteer = buildGazetteer({
    units: dataFile("administrative-units.tsv"),
    bodies: dataFile("bodies.tsv"),
    provinces: dataFile("provinces.tsv"),
  });
  lap();
  const extract = await readBytes(bytes);
  lap();
  if (!extract.ok) throw new Error(extract.failure.code);
  const laidOut = layOut(extract.value, gazetteer);
  lap();
  readFindings([laidOut], gazetteer);
  lap();
  const { profile } = await session.post("Profiler.stop");
  const taken = (stage: number): number => (times[stage + 1] ?? 0) - (times[stage] ?? 0);
  const stages: Stages = {
    gazetteer: taken(0),
    intake: taken(1),
    layout: taken(2),
    reading: taken(3),
    functions: dearest(profile, 5),
  };
  console.log(JSON.stringify(stages));
}

function dearest(profile: Profiler.Profile, count: number): Stages["functions"] {
  const frames = new Map(profile.nodes.map((node) => [node.id, node.callFrame]));
  const byFunction = new Map<string, { name: string; file: string; time: number }>();
  for (const [i, id] of (profile.samples ?? []).entries()) {
    const frame = frames.get(id);
    const time = (profile.timeDeltas?.[i] ?? 0) / 1000;
    // Parts of Node and functions without a name tell nobody where to look.
    if (!frame?.functionName || frame.url === "" || frame.url.startsWith("node:")) continue;
    const key = `${frame.functionName} ${frame.url}`;
    const before = byFunction.get(key) ?? { name: frame.functionName, file: basename(frame.url), time: 0 };
    byFunction.set(key, { ...before, time: before.time + time });
  }
  return [...byFunction.values()].sort((a, b) => b.time - a.time).slice(0, count);
}

await main();
