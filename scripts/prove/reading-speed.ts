import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { longDecision } from "./parts/long-decision.ts";
import { machine, measure, median, megabytes, type Run, seconds } from "./parts/measure.ts";
import type { Stages } from "./parts/stages.ts";
import { writeDocx } from "./parts/write-docx.ts";
import { writePdf } from "./parts/write-pdf.ts";
import { writeTxt } from "./parts/write-txt.ts";

/**
 * Reads a decision of 27 pages in three forms with the whole program, built and warm, and writes time, memory and where
 * the time goes to docs/figures/reading-speed.md. Ends with 1 when a median is over its limit.
 */
const checkout = new URL("../..", import.meta.url).pathname;
const folder = join(tmpdir(), `sauro-reading-speed-${process.pid}`);
const times = 5;
const limits = { docx: 1.5, pdf: 3, txt: 1.5 } as const;
const mostMegabytes = 500;
const forms = ["docx", "pdf", "txt"] as const;

interface Input {
  readonly name: string;
  readonly path: string;
  readonly limit: number;
}

/** The decision made here, and a real one of as many pages where its files lie beside the checkout. */
function inputs(): readonly Input[] {
  const blocks = longDecision(1);
  const writers = { docx: writeDocx, pdf: writePdf, txt: writeTxt };
  const made = forms.map((form) => {
    const path = join(folder, `decision.${form}`);
    writeFileSync(path, writers[form](blocks));
    return { name: `made, .${form}`, path, limit: limits[form] };
  });
  const real = forms.map((form) => ({
    name: `real, .${form}`,
    path: join(checkout, "..", "shared", "documents", `qd-1520-qd-ubnd.${form}`),
    limit: limits[form],
  }));
  return [...made, ...real.filter(({ path }) => existsSync(path))];
}

async function runs(words: readonly string[]): Promise<readonly Run[]> {
  const all: Run[] = [];
  // The first run fills caches and is not counted.
  for (let i = 0; i <= times; i++) {
    const run = await measure([join(checkout, "sauro.mjs"), ...words]);
    if (run.code === 2) throw new Error(`${words.join(" ")}: ${run.output}`);
    if (i > 0) all.push(run);
  }
  return all;
}

function rowOf(name: string, limit: number | null, measured: readonly Run[]): string {
  const wall = measured.map((run) => run.wallSeconds);
  const most = Math.max(...measured.map((run) => run.peakMegabytes ?? 0));
  const processor = measured.map((run) => run.processorSeconds ?? 0);
  const middle = median(wall);
  if (limit !== null && middle > limit) complaints.push(`${name}: ${seconds(middle)} s, limit ${limit} s`);
  if (most > mostMegabytes) complaints.push(`${name}: ${megabytes(most)} MB, limit ${mostMegabytes} MB`);
  const cells = [
    name,
    seconds(middle),
    seconds(Math.min(...wall)),
    seconds(Math.max(...wall)),
    limit ?? "",
    seconds(median(processor)),
    megabytes(Math.max(...measured.map((run) => run.childPeakMegabytes ?? 0))),
    megabytes(most),
  ];
  console.log(cells.join("  "));
  return `| ${cells.join(" | ")} |`;
}

/** Read from the sources in one fresh process, so that functions have their names. */
function stageRow({ name, path }: Input): string {
  const script = join(checkout, "scripts/prove/parts/stages.ts");
  // The library for PDF warns of parts for drawing that are not there.
  const output = execFileSync(process.execPath, [script, path], {
    encoding: "utf8",
    stdio: ["ignore", "pipe", "ignore"],
  });
  const stages: Stages = JSON.parse(output.slice(output.lastIndexOf('{"gazetteer"')));
  const functions = stages.functions.map((each) => `${each.name} (${each.file}) ${Math.round(each.time)}`);
  const laps = [stages.gazetteer, stages.intake, stages.layout, stages.reading].map(Math.round);
  return `| ${[name, ...laps, functions.join(", ")].join(" | ")} |`;
}

const complaints: string[] = [];
mkdirSync(folder, { recursive: true });
try {
  const rows = [rowOf("`--version`", null, await runs(["--version"]))];
  const files = inputs();
  for (const { name, path, limit } of files)
    rows.push(rowOf(name, limit, await runs(["read", path, "--json"])));
  const page = `# Speed of reading

\`sauro read FILE --json\` for a decision of 27 pages as a whole process, built and warm: median, least and most of ${times} runs
(\`npm run prove reading-speed\`). The made decision has 80 orders in its annex and 36 duties in its text and is printed by the script;
the real one is a province's decision with 76 rows, where its files lie beside the checkout. Limits: .docx and .txt ${limits.docx} s,
.pdf ${limits.pdf} s, ${mostMegabytes} MB. Memory is the most that was resident: of the child that takes the file apart, and of both processes
added, each at its own peak.

${machine()}

| what | median s | least s | most s | limit s | processor s | child MB | both MB |
|---|---|---|---|---|---|---|---|
${rows.join("\n")}

Where the time goes, in milliseconds, in one fresh process from the sources with a profiler running: loading the lists of
bodies, taking the file apart, laying it out, reading it; and the five functions that take most by themselves.

| what | lists | intake | layout | reading | functions |
|---|---|---|---|---|---|
${files.map(stageRow).join("\n")}
`;
  console.log(page);
  writeFileSync(join(checkout, "docs/figures/reading-speed.md"), page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
