import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readingLimits } from "../../src/intake/limits.ts";
import { type LongBlock, longDecision, pagesOfPortion, rowsOfPortion } from "./parts/long-decision.ts";
import { machine, measure, megabytes, seconds } from "./parts/measure.ts";
import { writeDocx } from "./parts/write-docx.ts";
import { writePdf } from "./parts/write-pdf.ts";
import { writeTxt } from "./parts/write-txt.ts";

/**
 * Reads one decision of 27, 270 and 2,700 pages in three forms with the whole program and writes time and memory to
 * docs/figures/long-documents.md. Ends with 1 when an order of an annex is missing, or when a page of the longest
 * document takes more than one and a half times what a page of the middle one takes.
 */
const checkout = new URL("../..", import.meta.url).pathname;
const folder = join(tmpdir(), `sauro-long-documents-${process.pid}`);
const lengths = [1, 10, 100];
const mostGrowth = 1.5;
const writers: readonly (readonly [form: string, write: (blocks: readonly LongBlock[]) => Uint8Array])[] = [
  ["docx", writeDocx],
  ["pdf", writePdf],
  ["txt", writeTxt],
];

interface Measured {
  readonly row: string;
  /** Processor time of a page in milliseconds; wall time where the system tells no other. */
  readonly perPage: number;
  readonly whole: boolean;
}

async function read(form: string, portions: number, bytes: Uint8Array): Promise<Measured> {
  const path = join(folder, `${portions}.${form}`);
  writeFileSync(path, bytes);
  const run = await measure([join(checkout, "sauro.mjs"), "read", path, "--json"]);
  const { tasks = [] }: { tasks?: readonly { origin: string }[] } = JSON.parse(run.output || "{}");
  const rows = tasks.filter((task) => task.origin === "table").length;
  const pages = portions * pagesOfPortion;
  const perPage = ((run.processorSeconds ?? run.wallSeconds) * 1000) / pages;
  const cells = [
    `.${form}`,
    pages.toLocaleString("en"),
    (bytes.length / 1e6).toFixed(1),
    `${rows} + ${tasks.length - rows}`,
    seconds(run.wallSeconds),
    seconds(run.processorSeconds),
    perPage.toFixed(1),
    megabytes(run.childPeakMegabytes),
    megabytes(run.peakMegabytes),
  ];
  console.log(cells.join("  "));
  return { row: `| ${cells.join(" | ")} |`, perPage, whole: rows === portions * rowsOfPortion };
}

async function readAll(): Promise<readonly Measured[]> {
  const all: Measured[] = [];
  for (const [form, write] of writers) {
    const ofForm: Measured[] = [];
    for (const portions of lengths) ofForm.push(await read(form, portions, write(longDecision(portions))));
    const [, middle, longest] = ofForm;
    if (middle && longest && longest.perPage > mostGrowth * middle.perPage)
      complaints.push(
        `.${form}: a page takes ${longest.perPage.toFixed(1)} ms among 2,700, ${middle.perPage.toFixed(1)} ms among 270`,
      );
    if (!ofForm.every((measured) => measured.whole)) complaints.push(`.${form}: orders are missing`);
    all.push(...ofForm);
  }
  return all;
}

const complaints: string[] = [];
mkdirSync(folder, { recursive: true });
try {
  // The first start may have to build.
  await measure([join(checkout, "sauro.mjs"), "--version"]);
  const measured = await readAll();
  const limits = `${readingLimits.milliseconds / 1000} s and ${readingLimits.residentBytes / 1e9} GB`;
  const page = `# Long documents

One decision made by the script, with an annex of ${rowsOfPortion} orders and 36 duties in its text for every ${pagesOfPortion} pages, no two with the
same figures, read by \`sauro read --json\` as a whole process, once each (\`npm run prove long-documents\`). Time and memory
must grow as the pages do, and no faster: the reading child may take ${limits}. A document of 27 pages pays the start
of two processes too. Duties of the text that say the same as a row are linked to it, and the longer the document the
more of them find one. Memory is the most that was resident: of the child that takes the file apart, and of both
processes added, each at its own peak.

${machine()}

| form | pages | MB | orders: annex + text | wall s | processor s | ms a page | child MB | both MB |
|---|---|---|---|---|---|---|---|---|
${measured.map(({ row }) => row).join("\n")}
`;
  console.log(page);
  writeFileSync(join(checkout, "docs/figures/long-documents.md"), page);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const complaint of complaints) console.error(complaint);
process.exitCode = complaints.length > 0 ? 1 : 0;
