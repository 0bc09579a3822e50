import { describe, expect, it } from "vitest";
import type { PageWord } from "../page.ts";
import { drawLine, drawnPage, texts } from "./drawn-page.fixture.ts";
import { layoutPages } from "./layout.ts";

/** Small digits that begin at x, so much above the base line of the text at y = 100. */
function small(text: string, x: number, raise: number, options: Partial<PageWord> = {}): PageWord[] {
  return drawLine(text, x, 100 - raise, { size: 8 }).map((word) => ({ ...word, ...options }));
}

/** [before, small digits, how far raised, behind, text, marks taken out, why] */
const rows: readonly (readonly [string, string, number, string, string, readonly string[], string])[] = [
  ["rộng 500 m", "2", 4, "đất", "rộng 500 m2 đất", [], "square metres"],
  ["500m", "2", 4, ";", "500m2;", [], "square metres, then a stop"],
  ["diện tích 3km", "2", 4, "", "diện tích 3km2", [], "square kilometres"],
  ["khí CO", "2", -2, "thải ra", "khí CO2 thải ra", [], "a lowered digit is part of its word"],
  ["địa phương", "1", 4, "thì", "địa phương thì", ["1"], "mark of a footnote"],
  ["địa phương", "12", 4, ",", "địa phương,", ["12"], "mark of a footnote before a comma"],
  ["năm 2026", "(3)", 4, "của xã", "năm 2026 của xã", ["(3)"], "mark in brackets behind a number"],
  ["đoạn đường dài 5 m", "4", 4, "thì", "đoạn đường dài 5 m thì", ["4"], "no metre has a fourth power"],
];

describe("small digits behind a word", () => {
  it.each(rows)("%j + %j raised by %d + %j → %j", (before, digits, raise, behind, text, marks) => {
    const words = drawLine(before, 85, 100);
    const end = words.at(-1)?.box[2] ?? 0;
    const note = small(digits, end + 0.3, raise);
    const stop = /^[,;]/.test(behind);
    const next = (note.at(-1)?.box[2] ?? 0) + (stop ? 0.3 : 3);
    const page = drawnPage(1, [...words, ...note, ...(behind === "" ? [] : drawLine(behind, next, 100))]);
    const { blocks, steps } = layoutPages([page]);
    expect(texts(blocks)).toEqual([text]);
    expect(steps[0]?.rejected.map(({ what, why }) => [what, why])).toEqual(
      marks.map((mark) => [mark, "dấu chú thích"]),
    );
    expect(steps[0]?.in).toBe(1 + marks.length);
  });

  it.each([
    ["as large as the text", drawLine("3", 121.3, 98)],
    ["a word's space away", small("3", 126, 4)],
    ["from page reading, where heights mean little", small("3", 121.3, 4, { origin: "recognised" })],
  ])("%s stay words", (_, digits) => {
    const { blocks, steps } = layoutPages([drawnPage(1, [...drawLine("phường", 85, 100), ...digits])]);
    expect(texts(blocks).join(" ")).toContain("3");
    expect(steps[0]?.rejected).toEqual([]);
  });

  it("tell where the footnotes begin, also without a line above them", () => {
    const words = drawLine("Theo số liệu của xã", 85, 100);
    const note = small("1", (words.at(-1)?.box[2] ?? 0) + 0.3, 4);
    const foot = drawLine("1 Số liệu năm trước", 85, 700);
    const { blocks } = layoutPages([drawnPage(1, [...words, ...note, ...foot])]);
    expect(blocks.map((block) => block.role)).toEqual(["body", "footnote"]);
  });

  it("leave the number at the beginning of a footnote in its place", () => {
    const note = [...small("1", 85, 4), ...drawLine("Số liệu của xã", 91, 100, { size: 11 })];
    expect(texts(layoutPages([drawnPage(1, note)]).blocks)).toEqual(["1 Số liệu của xã"]);
  });
});
