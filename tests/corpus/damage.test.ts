import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { damageOf } from "../../src/domain/text/damage.ts";

/** Real documents beside the checkout where they may be had; those named ".ocr.txt" went through an English OCR model. */
const folder = join(import.meta.dirname, "../../../shared/documents");
const files = existsSync(folder)
  ? [folder, join(folder, "others")].flatMap((at) =>
      readdirSync(at)
        .filter((name) => name.endsWith(".txt"))
        .map((name) => join(at, name)),
    )
  : [];

/** Runs of this many words, so that single pages and paragraphs are asked about, not only whole documents. */
function runsOf(text: string, length: number): readonly string[] {
  const words = text.split(/\s+/);
  return words
    .map((_, i) => words.slice(i, i + length).join(" "))
    .filter((_, i) => i % length === 0 && i + length <= words.length);
}

describe.skipIf(files.length === 0)("damage of real documents", () => {
  it.each(files.filter((file) => !file.endsWith(".ocr.txt")))("is found nowhere in %s", (file) => {
    const text = readFileSync(file, "utf8");
    expect(damageOf(text).verdict).toBe("clean");
    expect(runsOf(text, 20).filter((run) => damageOf(run).verdict === "damaged")).toEqual([]);
  });

  it.each(files.filter((file) => file.endsWith(".ocr.txt")))("is found all through %s", (file) => {
    const text = readFileSync(file, "utf8");
    expect(damageOf(text).verdict).toBe("damaged");
    const runs = runsOf(text, 40);
    const missed = runs.filter((run) => damageOf(run).verdict !== "damaged");
    expect(missed.length).toBeLessThanOrEqual(runs.length * 0.03);
    expect(runs.filter((run) => damageOf(run).verdict === "clean")).toEqual([]);
  });
});
