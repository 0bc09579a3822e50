import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repairText } from "../../src/domain/text/repair.ts";
import { decodeRepairModel, encodeRepairModel } from "../../src/domain/text/repair-model.ts";
import { readRepairModel } from "../../src/main/repair.ts";
import { scoreRepair } from "./score.ts";

const model = readRepairModel(join(import.meta.dirname, "../.."));
const [printed, damaged] = ["notice.txt", "notice.ocr.txt"].map((name) =>
  readFileSync(join(import.meta.dirname, "example", name), "utf8"),
) as [string, string]; // the two names above

test("a notice that the model has not seen, printed and read with the model of English, comes back", () => {
  const score = scoreRepair(printed, damaged, repairText(model, damaged));
  expect(score.rightBefore / score.words).toBeLessThan(0.35);
  expect(score.rightAfter / score.words).toBeGreaterThan(0.92);
  expect(score.wrongAndSure / score.words).toBeLessThan(0.01);
});

test("the printed notice itself is not touched", () => {
  const { text, words, left } = repairText(model, printed);
  expect(text).toBe(printed);
  expect(words).toEqual([]);
  expect(left).toEqual([]);
});

test("in a clean text a damaged paragraph is repaired, and the paragraphs around it are not touched", () => {
  const [head = "", ...rest] = printed.split("\n");
  const mixed = [head, "", ...damaged.split("\n").slice(3, 8), "", ...rest].join("\n");
  const { text, words } = repairText(model, mixed);
  expect(text.startsWith(`${head}\n\n`)).toBe(true);
  expect(text.endsWith(`\n\n${rest.join("\n")}`)).toBe(true);
  expect(new Set(words.map((word) => word.line))).toEqual(new Set([3, 4, 5, 6, 7]));
});

test("each word says where it stood, what it was and what else it may be, and none is lost", () => {
  const { text, words, total, left } = repairText(model, damaged);
  let built = "";
  let from = 0;
  for (const { start, end, line, original, chosen, candidates, doubt } of words) {
    expect(damaged.slice(start, end)).toBe(original);
    expect(damaged.slice(0, start).split("\n").length).toBe(line);
    expect(candidates).toContain(chosen);
    expect(doubt).toBeGreaterThanOrEqual(0);
    expect(doubt).toBeLessThanOrEqual(1);
    built += damaged.slice(from, start) + chosen;
    from = end;
  }
  expect(built + damaged.slice(from)).toBe(text);
  expect(words.length).toBe(total);
  for (const word of left) expect(word.chosen).toBe(word.original);
});

test("numbers, dates and codes change only by their grammar, and then with doubt", () => {
  const seen = `${damaged}\nNghi quyét s6 S9-NQ/TW ngay 24/01/2025, Quyét dinh sO 88/QD-UBND, 12,5 ty d6ng, 04 xa.\n`;
  const numerals = repairText(model, seen).words.filter(({ original }) => /\d.*[-/,]/.test(original));
  expect(numerals.filter(({ original, chosen }) => original !== chosen).map(({ chosen }) => chosen)).toEqual([
    "402/QĐ-UBND",
    "59-NQ/TW",
    "88/QĐ-UBND",
  ]);
  for (const { original, chosen, candidates, doubt } of numerals)
    if (original !== chosen) expect([candidates.includes(original), doubt >= 0.5]).toEqual([true, true]);
});

test("a model read from its bytes is the model that was written", () => {
  const again = decodeRepairModel(encodeRepairModel(model));
  expect(repairText(again, damaged)).toEqual(repairText(model, damaged));
  expect(() => decodeRepairModel(new Uint8Array(9))).toThrow("not a repair model");
});
