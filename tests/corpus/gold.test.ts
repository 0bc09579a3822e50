import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { startReading } from "../../src/intake/read-file.ts";
import { type ReadOutput, readDocuments } from "../../src/operations/read-document.ts";
import { realGazetteer } from "../support/gazetteer.ts";
import { lost } from "../support/kept-figures.ts";

/** Real documents and what is true about them, beside the checkout where they may be had. */
const shared = join(import.meta.dirname, "../../../shared");
const there = existsSync(join(shared, "tools/score-read.mjs"));

interface Scored {
  readonly file: string;
  readonly gold: string;
  readonly reason: string;
  /** Option of the scorer: how many tasks of running text a document with an annex may give. */
  readonly textAtMost?: number;
}

const scored: readonly Scored[] = [
  {
    file: "qd-1520-qd-ubnd.doc",
    gold: "qd-1520.tasks.json",
    reason: "the old Word file: its annex table ends the document",
    textAtMost: 9,
  },
  ...["docx", "pdf", "txt"].flatMap((kind): readonly Scored[] => [
    {
      file: `qd-1520-qd-ubnd.${kind}`,
      gold: "qd-1520.tasks.json",
      reason: "68 rows in seven groups",
      textAtMost: 9,
    },
    {
      file: `qd-1520-qd-ubnd.${kind}`,
      gold: "directives/qd-1520-organisation.json",
      reason: "orders of the part on organisation",
    },
    {
      file: `qd-1520-qd-ubnd.${kind}`,
      gold: "citations/qd-1520-qd-ubnd.json",
      reason: "every occurrence of a number",
    },
    {
      file: `tb-2025-07-04.${kind}`,
      gold: "directives/tb-2025-07-04.json",
      reason: "a notice of conclusions",
    },
    {
      file: `tb-2025-07-04.${kind}`,
      gold: "citations/tb-2025-07-04.json",
      reason: "numbers broken over lines",
    },
  ]),
  {
    file: "tb-2025-06-13.ocr.txt",
    gold: "directives/tb-2025-06-13.json",
    reason: "a scan that an OCR model of English read",
  },
  {
    file: "tb-2025-06-13.ocr.txt",
    gold: "citations/tb-2025-06-13.json",
    reason: "numbers in damaged text",
  },
  ...["docx", "txt"].map(
    (kind): Scored => ({
      file: `others/kh-ubnd-lao-cai-2026-chi-thi-11-khoang-san.${kind}`,
      gold: "kh-lao-cai-chi-thi-11.tasks.json",
      reason: "columns worded otherwise, a row of column numbers",
    }),
  ),
  {
    file: "others/kh-09-kh-btnmt-2024-tin-chi-cac-bon.txt",
    gold: "kh-09-btnmt.tasks.json",
    reason: "pipe tables of a ministry",
  },
];

/** Documents that give no orders in tables, or none at all: most tasks that may be found in them. */
const decoys = [
  {
    file: "others/qd-3218-qd-ubnd-quang-binh-2024.txt",
    tableTasks: 0,
    textTasks: 1,
    reason: "a list of administrative procedures",
  },
  {
    file: "others/bc-ubnd-lao-cai-2026-ket-qua-chi-thi-38-ttg.txt",
    tableTasks: 0,
    textTasks: 0,
    reason: "a report of results",
  },
  {
    file: "bc-2025-gia-lai.ocr.txt",
    tableTasks: 0,
    textTasks: 0,
    reason: "a report of results, damaged",
  },
] as const;

describe.skipIf(!there)("the real documents", { timeout: 60_000 }, () => {
  const reading = startReading();
  const gazetteer = realGazetteer();
  const folder = mkdtempSync(join(tmpdir(), "sauro-gold-"));
  const baselineFile = join(import.meta.dirname, "gold-figures.json");
  // Our own file: by document and gold, the line of figures that the scorer prints.
  const baseline = JSON.parse(readFileSync(baselineFile, "utf8")) as Record<string, string>;
  const now: Record<string, string> = {};

  afterAll(() => {
    reading.close();
    rmSync(folder, { recursive: true, force: true });
    for (const [name, figures] of Object.entries(now))
      if (baseline[name] !== figures)
        console.log(`${name}\n  before  ${baseline[name] ?? "nothing"}\n  now     ${figures}`);
    if (process.env.SAURO_KEEP_FIGURES === "1")
      writeFileSync(baselineFile, `${JSON.stringify({ ...baseline, ...now }, null, 2)}\n`);
  });

  const outputs = new Map<string, Promise<ReadOutput>>();

  /** Each document is read once, however often it is scored. */
  function outputOf(file: string): Promise<ReadOutput> {
    const known = outputs.get(file) ?? readOnce(file);
    outputs.set(file, known);
    return known;
  }

  async function readOnce(file: string): Promise<ReadOutput> {
    const path = join(shared, "documents", file);
    const { documents, unread } = await readDocuments([{ path, name: file }], { reading, gazetteer });
    expect(unread).toEqual([]);
    const [document] = documents;
    if (!document) throw new Error(`${file} gave no document`);
    return document.output;
  }

  it.each(scored)("$file against $gold: $reason", async ({ file, gold, textAtMost }) => {
    const out = join(folder, "out.json");
    writeFileSync(out, JSON.stringify(await outputOf(file)));
    const options = textAtMost === undefined ? [] : ["--text-at-most", String(textAtMost)];
    const run = spawnSync(
      process.execPath,
      [join(shared, "tools/score-read.mjs"), join(shared, "gold", gold), out, ...options],
      { encoding: "utf8" },
    );
    const figures = run.stdout.trim().split("\n").at(-1) ?? "";
    now[`${file} · ${gold}`] = figures;
    expect(lost(baseline[`${file} · ${gold}`], figures), run.stdout).toEqual([]);
  });

  it.each(decoys)(
    "$file: at most $tableTasks tasks of tables and $textTasks of text, $reason",
    async ({ file, tableTasks, textTasks }) => {
      const { tasks } = await outputOf(file);
      expect(tasks.filter((task) => task.origin === "table").length).toBeLessThanOrEqual(tableTasks);
      expect(tasks.filter((task) => task.origin === "text" && !task.general).length).toBeLessThanOrEqual(
        textTasks,
      );
    },
  );
});

describe.skipIf(there)("the real documents", () => {
  it.skip("are not beside this checkout: their figures are not measured", () => {});
});
