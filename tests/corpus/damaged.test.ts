import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { compareReadings, type Share } from "../../scripts/prove/parts/compare-readings.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { type ReadOutput, readDocuments } from "../../src/operations/read-document.ts";
import { realGazetteer } from "../support/gazetteer.ts";
import { lost } from "../support/kept-figures.ts";

/**
 * Documents of six provinces written for this test, and the same printed, blurred and read by an OCR model of English
 * (`.ocr.txt`). What the clean text gives is what the damaged one must give.
 */
const folder = join(import.meta.dirname, "damaged");
const names = readdirSync(folder)
  .filter((name) => name.endsWith(".ocr.txt"))
  .map((name) => basename(name, ".ocr.txt"));

describe("damaged documents", () => {
  const reading = startReading();
  const gazetteer = realGazetteer();
  const baselineFile = join(import.meta.dirname, "damaged-figures.json");
  // Our own file: by document the line of figures below.
  const baseline = JSON.parse(readFileSync(baselineFile, "utf8")) as Record<string, string>;
  const now: Record<string, string> = {};

  afterAll(() => {
    reading.close();
    for (const [name, figures] of Object.entries(now))
      if (baseline[name] !== figures)
        console.log(`${name}\n  before  ${baseline[name] ?? "nothing"}\n  now     ${figures}`);
    if (process.env.SAURO_KEEP_FIGURES === "1")
      writeFileSync(baselineFile, `${JSON.stringify(now, null, 2)}\n`);
  });

  async function outputOf(name: string): Promise<ReadOutput> {
    const { documents, unread } = await readDocuments([{ path: join(folder, name), name }], {
      reading,
      gazetteer,
    });
    expect(unread).toEqual([]);
    const [document] = documents;
    if (!document) throw new Error(`${name} gave no document`);
    return document.output;
  }

  it.each(names)("%s reads as its clean text does", async (name) => {
    const [clean, damaged] = [await outputOf(`${name}.txt`), await outputOf(`${name}.ocr.txt`)];
    expect(clean.damaged).toBeUndefined();
    expect(damaged.damaged?.blocks).toBeGreaterThan(0);
    const { differences, ...shares } = compareReadings(clean, damaged);
    const line = Object.entries(shares).map(([what, share]) => `${what} ${figure(share)}`);
    now[name] = line.join(" · ");
    expect(lost(baseline[name], now[name]), differences.join("\n")).toEqual([]);
  });
});

/** Right of wanted; what was found beyond that counts as wanted too. */
function figure({ right, wanted, found }: Share): string {
  return `${right}/${Math.max(wanted, found)}`;
}
