import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { visibleText } from "../../src/domain/document/block.ts";
import { buildGazetteer, type Gazetteer } from "../../src/domain/organisation/gazetteer.ts";
import type { DocumentFindings } from "../../src/domain/reading/findings.ts";
import { type LaidOut, layOut, readFindings } from "../../src/domain/reading/read.ts";
import { readBytes } from "../../src/intake/read-bytes.ts";
import { type Page, printAndRead } from "../repair-model/print-pages.ts";
import {
  type Comparison,
  compareReadings,
  precision,
  recall,
  type Share,
  sumOf,
} from "./parts/compare-readings.ts";
import { machine } from "./parts/measure.ts";

/**
 * Prints clean documents, scans them on paper that does not exist, has them read by Tesseract with the model of English,
 * and reads the damaged text: what the clean text gives is what the damaged one must give. Writes docs/figures/damaged.md
 * and ends with 1 when a figure is under its limit. Needs `chromium`, `pdftoppm` and `tesseract` with `eng`.
 */
const checkout = new URL("../..", import.meta.url).pathname;
const folder = join(tmpdir(), `sauro-damaged-${process.pid}`);

/** The documents written for this, and real ones where they lie beside the checkout. */
function sources(): readonly string[] {
  const own = join(checkout, "tests", "corpus", "damaged");
  const real = join(checkout, "..", "shared", "documents");
  return [own, real, join(real, "others")]
    .filter((at) => existsSync(at))
    .flatMap((at) =>
      readdirSync(at)
        .sort()
        .filter((name) => name.endsWith(".txt") && !/\.ocr\.txt$|LETTERSPACED|README/.test(name))
        .map((name) => join(at, name)),
    );
}

const gazetteer: Gazetteer = buildGazetteer({
  units: dataFile("administrative-units.tsv"),
  bodies: dataFile("bodies.tsv"),
  provinces: dataFile("provinces.tsv"),
});

function dataFile(name: string): string {
  return readFileSync(join(checkout, "data", name), "utf8");
}

async function laidOutOf(path: string): Promise<LaidOut> {
  const extract = await readBytes(readFileSync(path));
  if (!extract.ok) throw new Error(`${path}: ${extract.failure.code}`);
  return layOut(extract.value, gazetteer);
}

/** Most pages of one document: those behind show nothing new. */
const mostPages = 8;
const [linesOnPage, signsOnLine] = [44, 84];

/** A document as pages of lines: each paragraph set in, broken at one width, with a blank line behind it. */
function pagesOf({ blocks }: LaidOut, look: Page["look"]): readonly Page[] {
  const lines = blocks.flatMap((block) =>
    block.kind === "paragraph" ? [...brokenAt(visibleText(block)), ""] : [],
  );
  const pages: Page[] = [];
  for (let at = 0; at < lines.length && pages.length < mostPages; at += linesOnPage)
    pages.push({ lines: lines.slice(at, at + linesOnPage), look });
  return pages;
}

function brokenAt(text: string): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(/\s+/)) {
    if (line !== "" && line.length + word.length + 1 > signsOnLine) {
      lines.push(line);
      line = word;
    } else line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

const scans = [
  { name: "200 dpi", dots: 200, blur: 0.7, noise: 24, fax: 0 },
  { name: "300 dpi", dots: 300, blur: 1, noise: 24, fax: 0 },
  { name: "200 dpi fax", dots: 200, blur: 0.9, noise: 36, fax: 150 },
] as const;

interface Row {
  readonly name: string;
  readonly scan: string;
  readonly words: number;
  readonly comparison: Comparison;
}

/** The same numbers for every run. */
function chances(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
    return state / 0x7fffffff;
  };
}

async function rowOf(path: string, index: number): Promise<Row> {
  const scan = scans[index % scans.length] ?? scans[0];
  const look = { font: "Liberation Serif", style: "font-style:normal", size: 12.5, turn: 0.15 };
  const pages = pagesOf(await laidOutOf(path), look);
  const read = printAndRead(pages, scan, chances(index + 1), join(folder, String(index)));
  const clean = await readingOf("clean.txt", pages.map(({ lines }) => lines.join("\n")).join("\n"));
  const damaged = await readingOf("damaged.txt", read.map(({ ocr }) => ocr.join("\n")).join("\n"));
  const words = pages
    .flatMap(({ lines }) => lines)
    .join(" ")
    .split(/\s+/).length;
  return { name: basename(path), scan: scan.name, words, comparison: compareReadings(clean, damaged) };
}

async function readingOf(name: string, text: string): Promise<DocumentFindings> {
  const path = join(folder, name);
  writeFileSync(path, text);
  return readFindings([await laidOutOf(path)], gazetteer).findings;
}

/** What all documents together must reach. */
const limits = [
  ["tasks found", (sum: Sums) => recall(sum.tasks), 0.9],
  ["tasks right of those found", (sum: Sums) => precision(sum.tasks), 0.85],
  ["leads", (sum: Sums) => recall(sum.leads), 0.93],
  ["times", (sum: Sums) => recall(sum.schedules), 0.93],
  ["citations found", (sum: Sums) => recall(sum.citations), 0.93],
  ["citations right of those found", (sum: Sums) => precision(sum.citations), 0.93],
] as const;

type Field = Exclude<keyof Comparison, "differences">;
type Sums = Readonly<Record<Field, Share>>;
const fields: readonly Field[] = [
  "tasks",
  "leads",
  "coordinators",
  "schedules",
  "citations",
  "citationDates",
  "head",
];

function sumsOf(rows: readonly Row[]): Sums {
  const sum = (field: Field) => sumOf(rows.map(({ comparison }) => comparison[field]));
  return {
    tasks: sum("tasks"),
    leads: sum("leads"),
    coordinators: sum("coordinators"),
    schedules: sum("schedules"),
    citations: sum("citations"),
    citationDates: sum("citationDates"),
    head: sum("head"),
  };
}

function tableOf(rows: readonly Row[], sums: Sums): string {
  const share = ({ right, wanted, found }: Share) =>
    found > wanted ? `${right}/${wanted} (${found})` : `${right}/${wanted}`;
  const line = (name: string, scan: string, words: number, of: (field: Field) => Share) =>
    `| ${name} | ${scan} | ${words} | ${fields.map((field) => share(of(field))).join(" | ")} |`;
  return [
    "# Damaged text",
    "",
    machine(),
    "",
    "Clean documents printed, scanned on paper that does not exist and read by Tesseract with the model of English; what is",
    "read from the damaged text beside what is read from the clean one: right/wanted, in brackets how many were found where",
    "that is more. The first documents were written for this, the others are real ones where they lie beside the checkout",
    `(their first ${mostPages} pages, tables left out).`,
    "",
    "| document | scan | words | tasks | leads | co-ordinators | times | citations | with date | head |",
    "|---|---|---|---|---|---|---|---|---|---|",
    ...rows.map(({ name, scan, words, comparison }) => line(name, scan, words, (field) => comparison[field])),
    line(
      "all",
      "",
      rows.reduce((total, { words }) => total + words, 0),
      (field) => sums[field],
    ),
    "",
    "| figure | at least | reached |",
    "|---|---|---|",
    ...limits.map(([name, of, least]) => `| ${name} | ${least} | ${of(sums).toFixed(3)} |`),
    "",
  ].join("\n");
}

async function main(): Promise<number> {
  mkdirSync(folder, { recursive: true });
  try {
    const rows: Row[] = [];
    for (const [index, path] of sources().entries()) {
      const row = await rowOf(path, index);
      rows.push(row);
      console.log(`${row.name} (${row.scan})\n  ${row.comparison.differences.join("\n  ")}`);
    }
    const sums = sumsOf(rows);
    writeFileSync(join(checkout, "docs", "figures", "damaged.md"), tableOf(rows, sums));
    const short = limits.filter(([, of, least]) => of(sums) < least);
    for (const [name, of, least] of short)
      console.error(`${name}: ${of(sums).toFixed(3)}, at least ${least}`);
    return short.length === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
