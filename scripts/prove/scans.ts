import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Block, paragraphsOf } from "../../src/domain/document/block.ts";
import { layoutPages } from "../../src/domain/document/layout/layout.ts";
import { openPictures } from "../../src/intake/pdf/page-picture.ts";
import { readFileInChild } from "../../src/intake/read-file.ts";
import { nativeRecogniser } from "../../src/intake/scan/native-recogniser.ts";
import { pictureOfImage } from "../../src/intake/scan/page-image.ts";
import { machine, measure, megabytes, type Run, seconds } from "./parts/measure.ts";
import { runQueue } from "./parts/scan-queue.ts";
import { letterErrors, type ReadRow, scoreRows, type WantedRow } from "./parts/scan-score.ts";

/**
 * Reads scans of real documents, where their files lie beside the checkout, and writes how much of them was read right,
 * and the time and memory beside Tesseract run alone over the same pages, to docs/figures/scans.md. Ends with 1 when a
 * figure is short of what is asked.
 */
const checkout = new URL("../..", import.meta.url).pathname;
const documents = join(checkout, "..", "shared", "documents");
const gold = join(checkout, "..", "shared", "gold");
const folder = join(tmpdir(), `sauro-scans-${process.pid}`);
const asked = { rows: 68, right: 66, letters: 0.985, errors: 0.015, ratio: 1.15, megabytes: 700 } as const;

interface Figure {
  readonly what: string;
  readonly asked: string;
  readonly reached: string;
  readonly holds: boolean;
}
const figures: Figure[] = [];

function add(what: string, wanted: string, reached: string, holds: boolean): void {
  figures.push({ what, asked: wanted, reached, holds });
  console.log(`${what}: ${reached} (asked: ${wanted})${holds ? "" : "  SHORT"}`);
}

interface Output {
  readonly document: {
    readonly number: string | null;
    readonly date: string | null;
    readonly issuer: string | null;
    readonly subject: string | null;
  };
  readonly tasks: readonly (ReadRow & {
    readonly leads: readonly { readonly unit?: string | null }[];
    readonly schedule: unknown;
    readonly general?: boolean;
  })[];
}

function sauro(path: string): Promise<Run> {
  return measure([join(checkout, "sauro.mjs"), "read", "--json", path]);
}

function outputOf(run: Run): Output {
  // The form that `sauro read --json` documents.
  return JSON.parse(run.output) as Output;
}

/** The annex of a decision of 27 pages, row by row, and the time and memory of reading it. */
async function annex(): Promise<void> {
  const scan = join(documents, "qd-1520-qd-ubnd.scan.pdf");
  await writePictures(scan);
  // In turns, the quickest of each: other work on the machine only ever adds.
  const natives: Run[] = [];
  const runs: Run[] = [];
  for (let turn = 0; turn < turns; turn++) {
    natives.push(await measure([join(checkout, "scripts/prove/parts/native-pages.ts"), folder]));
    runs.push(await sauro(scan));
  }
  const [native, run] = [quickest(natives), quickest(runs)];
  const rows: readonly WantedRow[] = JSON.parse(readFileSync(join(gold, "qd-1520.tasks.json"), "utf8"));
  const score = scoreRows(rows, outputOf(run).tasks);
  add("rows of the annex found", `${asked.rows}`, `${score.found}`, score.found >= asked.rows);
  add(
    "of them number, lead and time right",
    `≥ ${asked.right}`,
    `${score.right}`,
    score.right >= asked.right,
  );
  const letters = `${(score.letters * 100).toFixed(2)} %`;
  add("letters of its cells right", `≥ ${asked.letters * 100} %`, letters, score.letters >= asked.letters);
  const wall = run.wallSeconds / native.wallSeconds;
  const spent = `${seconds(run.wallSeconds)} s to ${seconds(native.wallSeconds)} s`;
  add(
    "wall time beside Tesseract alone",
    `≤ ${asked.ratio} ×`,
    `${wall.toFixed(2)} × (${spent})`,
    wall <= asked.ratio,
  );
  const processor = (run.processorSeconds ?? 0) / (native.processorSeconds ?? 1);
  const worked = `${seconds(run.processorSeconds)} s to ${seconds(native.processorSeconds)} s`;
  add("processor time beside it", "told", `${processor.toFixed(2)} × (${worked})`, true);
  const most = run.largestChildMegabytes ?? 0;
  add(
    "memory of the reading child",
    `≤ ${asked.megabytes} MB`,
    `${megabytes(most)} MB`,
    most <= asked.megabytes,
  );
}

const turns = 2;

function quickest(runs: readonly Run[]): Run {
  const [first] = [...runs].sort((a, b) => a.wallSeconds - b.wallSeconds);
  if (!first) throw new Error("nothing was run");
  return first;
}

/** The pictures of the pages, as a program that knows nothing of PDF can read them. */
async function writePictures(path: string): Promise<void> {
  const opened = await openPictures(new Uint8Array(readFileSync(path)), 60_000);
  if (!opened.ok) throw new Error(opened.failure.code);
  const pictures = opened.value;
  for (let number = 1; number <= pictures.pageCount; number++) {
    const image = await pictures.image(number);
    if (image === null) throw new Error(`no picture of page ${number}`);
    const picture = pictureOfImage(image);
    const head = Buffer.from(`P5 ${picture.width} ${picture.height} 255\n`);
    writeFileSync(join(folder, `${number}.pgm`), Buffer.concat([head, picture.gray]));
  }
  await pictures.close();
}

/** A notice of conclusions: letters and orders beside those of the clean file. */
async function notice(): Promise<void> {
  const [scan, clean] = [join(documents, "tb-2025-07-04.scan.pdf"), join(documents, "tb-2025-07-04.pdf")];
  const errors = letterErrors(await textOf(clean), await textOf(scan));
  add(
    "letters of a notice wrong",
    `≤ ${asked.errors * 100} %`,
    `${(errors * 100).toFixed(2)} %`,
    errors <= asked.errors,
  );
  const [one, other] = [outputOf(await sauro(scan)), outputOf(await sauro(clean))];
  const say = ({ tasks }: Output): readonly string[] =>
    tasks
      .filter((task) => task.general !== true)
      .map((task) => JSON.stringify([task.leads.map((lead) => lead.unit), task.schedule]));
  const [read, wanted] = [say(one), say(other)];
  const same = wanted.filter((task, i) => task === read[i]).length;
  add(
    "its orders with leads and times as in the clean file",
    `${wanted.length}`,
    `${same}`,
    same === wanted.length,
  );
}

async function textOf(path: string): Promise<string> {
  const environment = { PATH: process.env.PATH ?? "" };
  const { extract } = await readFileInChild(
    { path },
    { recogniser: () => nativeRecogniser({ program: "tesseract", environment }) },
  );
  if (!extract.ok || extract.value.content.kind !== "pages") throw new Error(`${path} was not read`);
  const blocks: readonly Block[] = layoutPages(extract.value.content.pages).blocks;
  return [...paragraphsOf(blocks)].map((paragraph) => paragraph.text).join("\n");
}

const handwritten = [
  {
    file: "tb-660-tb-ubnd-quang-ngai-2024.pdf",
    number: "660/TB-UBND",
    date: "2024-12-31",
    issuer: /Quảng Ngãi/,
  },
  { file: "nq-115-nq-cp-2026.pdf", number: "115/NQ-CP", date: "2026-04-29", issuer: /^Chính phủ/ },
];

/** Heads of scans that offices made, with numbers and days written by hand. */
async function heads(): Promise<void> {
  for (const { file, number, date, issuer } of handwritten) {
    const { document } = outputOf(await sauro(join(documents, "others", file)));
    add(`${file}: number, by hand`, number, document.number ?? "none", document.number === number);
    add(`${file}: date, by hand`, date, document.date ?? "none", document.date === date);
    add(`${file}: issuer`, String(issuer), document.issuer ?? "none", issuer.test(document.issuer ?? ""));
    add(`${file}: subject`, "some", (document.subject ?? "none").slice(0, 60), document.subject !== null);
  }
}

/** All of them through the queue, worked off by two machines of which one is killed in the middle. */
async function queue(): Promise<void> {
  const run = await runQueue(
    checkout,
    [
      "qd-1520-qd-ubnd.scan.pdf",
      "tb-2025-07-04.scan.pdf",
      ...handwritten.map(({ file }) => join("others", file)),
    ].map((file) => join(documents, file)),
  );
  const { scans, pages, imported, twice, lost, killedAt, pagesAMinute } = run;
  add("scans of the queue imported", `${scans}`, `${imported}`, imported === scans);
  add(
    `of their ${pages} pages kept twice, and lost, with one of two machines killed`,
    "0, 0",
    `${twice}, ${lost} (killed at ${killedAt})`,
    twice === 0 && lost === 0,
  );
  add("pages a minute through the queue", "told", pagesAMinute.toFixed(1), true);
}

/** Searchable copies: what a program that knows nothing of us takes out of them, beside the clean file. */
async function copies(): Promise<void> {
  const copy = join(folder, "copy.pdf");
  await measure([join(checkout, "sauro.mjs"), "searchable", join(documents, "tb-2025-07-04.scan.pdf"), copy]);
  const text = execFileSync("pdftotext", ["-raw", copy, "-"], { encoding: "utf8" });
  const errors = letterErrors(await textOf(join(documents, "tb-2025-07-04.pdf")), text);
  const most = 0.03;
  add(
    "letters of its searchable copy wrong, by pdftotext, in reading order",
    `≤ ${most * 100} %`,
    `${(errors * 100).toFixed(2)} %`,
    errors <= most,
  );
  const sizes = [join(documents, "tb-2025-07-04.scan.pdf"), copy].map(
    (path) => /Page size:.*/.exec(execFileSync("pdfinfo", [path], { encoding: "utf8" }))?.[0] ?? path,
  );
  add("size of its pages", sizes[0] ?? "", sizes[1] ?? "", sizes[0] === sizes[1]);
}

if (!existsSync(documents)) {
  console.error("The documents that this measures do not lie beside the checkout.");
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
try {
  // The first start may have to build.
  await measure([join(checkout, "sauro.mjs"), "--version"]);
  await annex();
  await notice();
  await heads();
  await copies();
  await queue();
} finally {
  rmSync(folder, { recursive: true, force: true });
}
writeFileSync(
  join(checkout, "docs/figures/scans.md"),
  `# Scans

Real documents scanned at 200 dpi, slightly turned and noisy, and two scans made by offices, read by \`sauro read --json\`
as a whole process (\`npm run prove scans\`; the queue by two \`sauro work\`, one of them killed with SIGKILL). Tesseract alone reads the same pictures of pages in the same run, as many at
a time as there are cores, and does nothing else; both are run ${turns} times in turns, and the quickest of each counts.
Where the machine does other work too, processor time says more than wall time. Letters are compared without regard to
white space.

${machine()}

| what | asked | reached | |
|---|---|---|---|
${figures.map((figure) => `| ${figure.what} | ${figure.asked} | ${figure.reached} | ${figure.holds ? "" : "short"} |`).join("\n")}
`,
);
process.exitCode = figures.every((figure) => figure.holds) ? 0 : 1;
