import { describe, expect, it } from "vitest";
import { buildLexicon } from "../text/lexicon.ts";
import type { Page, PageWord } from "./page.ts";
import { withMarksRight } from "./recognised-words.ts";

const lexicon = buildLexicon(
  [
    "hằng năm",
    "hàng năm",
    "tinh thần",
    "chi tiết",
    "kế hoạch",
    "chỉ tiêu",
    "chi tiêu",
    "thúc đẩy",
    "đề xuất",
  ].map((text) => ({ text, cost: 7 })),
);

function pageOf(text: string, origin: PageWord["origin"] = "recognised", confidence = 0.9): Page {
  const words = text.split(" ").map(
    (word, i): PageWord => ({
      text: word,
      box: [i * 40, 100, i * 40 + 36, 113],
      size: 13,
      bold: false,
      italic: false,
      origin,
      confidence,
    }),
  );
  return { number: 1, width: 595, height: 842, pictureShare: 1, words, rulings: [] };
}

function textOf(page: Page | undefined): string {
  return (page?.words ?? []).map((word) => word.text).join(" ");
}

describe("marks that a recogniser misread", () => {
  it.each([
    ["theo tỉnh thần mới", "theo tinh thần mới", "the only pair that the lexicon has with these letters"],
    ["Tỉnh thần, trách nhiệm", "Tinh thần, trách nhiệm", "a capital and a comma stay"],
    ["KỂ HOẠCH CHỈ TIẾT", "KẾ HOẠCH CHI TIẾT", "in capitals"],
    ["thúc đấy hợp tác", "thúc đẩy hợp tác", "the second word of a pair"],
    [
      "Hãng năm Hằng năm hằng năm hằng năm",
      "Hằng năm Hằng năm hằng năm hằng năm",
      "of two the one that the document has",
    ],
    ["Hãng năm", "Hãng năm", "of two none when the document has neither"],
    ["chỉ tiêu năm 2026", "chỉ tiêu năm 2026", "a pair that the lexicon knows"],
    ["xe hãng khác", "xe hãng khác", "words that it does not know"],
    ["tình thân 12/2026", "tình thân 12/2026", "both words would have to change"],
    ["15/QĐ-UBND tỉnh", "15/QĐ-UBND tỉnh", "a number is no word"],
  ])("%j is %j: %s", (read, right) => {
    expect(textOf(withMarksRight([pageOf(read)], lexicon)[0])).toBe(right);
  });

  it("keep what was read and count as doubtful", () => {
    const [page] = withMarksRight([pageOf("theo tỉnh thần")], lexicon);
    expect(page?.words[1]).toMatchObject({ text: "tinh", readAs: "tỉnh", confidence: 0.6 });
    expect(page?.words[2]).toMatchObject({ text: "thần", confidence: 0.9 });
  });

  it("stay where the recogniser is sure, unless it was unsure of the same pair elsewhere", () => {
    const sure = pageOf("sau đó để xuất", "recognised", 0.96);
    expect(textOf(withMarksRight([sure], lexicon)[0])).toBe("sau đó để xuất");
    const [, second] = withMarksRight([pageOf("và để xuất", "recognised", 0.8), sure], lexicon);
    expect(textOf(second)).toBe("sau đó đề xuất");
  });

  it("are those of recognised words only: what a file says itself stays", () => {
    expect(textOf(withMarksRight([pageOf("theo tỉnh thần", "text")], lexicon)[0])).toBe("theo tỉnh thần");
  });
});

describe("capitals inside a word", () => {
  it.each([
    ["chỈ tiêu", "chỉ tiêu", "a mark makes the letter look tall"],
    ["nghỆ, sỞ", "nghệ, sở", "at the end of the word, before a comma"],
    ["QĐ-UBND eGov TƯ", "QĐ-UBND eGov TƯ", "codes, names and abbreviations stay"],
  ])("%s is %s: %s", (read, wanted) => {
    expect(textOf(withMarksRight([pageOf(read)], lexicon)[0])).toBe(wanted);
  });
});
