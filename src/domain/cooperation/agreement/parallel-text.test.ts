import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Beginning,
  beginningOf,
  parallelRows,
  type TextLanguage,
  typedParagraphs,
} from "./parallel-text.ts";

describe("how a paragraph of a paper begins", () => {
  it.each<[string, TextLanguage, string]>([
    ["Điều 3. Kinh phí", "vi", "article 3"],
    ["ĐIỀU 12", "vi", "article 12"],
    ["Article 3: Costs", "en", "article 3"],
    ["ARTICLE IV", "en", "article 4"],
    ["Article IX. Disputes", "fr", "article 9"],
    ["ມາດຕາ 3 ຄ່າໃຊ້ຈ່າຍ", "lo", "article 3"],
    ["មាត្រា ៣", "km", "article 3"],
    ["ข้อ ๓", "th", "article 3"],
    ["第三条 费用", "zh", "article 3"],
    ["第十二条", "zh", "article 12"],
    ["第3条", "ja", "article 3"],
    ["제3조 비용", "ko", "article 3"],
    ["1. Hai bên trao đổi đoàn", "vi", "number 1"],
    ["2) Each side pays", "en", "number 2"],
    ["đ) Y tế", "vi", "letter 5"],
    ["e) Health", "en", "letter 5"],
    ["Điều kiện thực hiện do hai bên thống nhất", "vi", "words"],
    ["Articles of trade are exchanged", "en", "words"],
    ["1.5 triệu đồng mỗi năm", "vi", "words"],
    ["Hai bên thống nhất", "vi", "words"],
  ])("%s (%s): %s", (paragraph, language, expected) => {
    const said = (one: Beginning) => (one.kind === "words" ? "words" : `${one.kind} ${one.ordinal}`);
    expect(said(beginningOf(paragraph, language))).toBe(expected);
  });
});

const vietnamese = typedParagraphs(`BẢN GHI NHỚ
Hai bên thỏa thuận như sau:
Điều 1. Lĩnh vực
1. Y tế
2. Giáo dục
a) Học bổng
b) Trao đổi giảng viên
Điều 2. Kinh phí
Mỗi bên tự chi trả.
Hai năm rà soát một lần.
Điều 3. Hiệu lực`);
const english = typedParagraphs(`MEMORANDUM
The two sides agree:
Article 1. Fields
1. Health
2. Education
b) Exchange of lecturers
Article 2. Costs
Each side pays its own.
Article 3. Entry into force
It is valid for five years.`);

describe("two texts side by side", () => {
  const rows = parallelRows(
    { language: "vi", paragraphs: vietnamese },
    { language: "en", paragraphs: english },
  ).map(({ article, left, right }) => [article, left, right]);

  it.each([
    ["the preamble in its order", [0, "Hai bên thỏa thuận như sau:", "The two sides agree:"]],
    ["articles by their numbers", [2, "Điều 2. Kinh phí", "Article 2. Costs"]],
    ["parts by their numbers", [1, "2. Giáo dục", "2. Education"]],
    ["a letter that one lacks stands alone", [1, "a) Học bổng", null]],
    ["and the next letter is together again", [1, "b) Trao đổi giảng viên", "b) Exchange of lecturers"]],
    ["a sentence that one lacks stands alone within its article", [2, "Hai năm rà soát một lần.", null]],
    ["on the other side too", [3, null, "It is valid for five years."]],
  ])("%s", (_, row) => expect(rows).toContainEqual(row));

  it("hold every paragraph of each text once and in its order, whatever they say", () => {
    const paragraph = fc.oneof(
      fc.integer({ min: 1, max: 9 }).map((n) => `Điều ${n}.`),
      fc.integer({ min: 1, max: 5 }).map((n) => `${n}. Khoản`),
      fc.constantFrom("a) Điểm", "đ) Điểm", "Lời văn", "Câu khác"),
    );
    const text = fc.array(paragraph, { maxLength: 25 });
    fc.assert(
      fc.property(text, text, (left, right) => {
        const held = parallelRows(
          { language: "vi", paragraphs: left },
          { language: "en", paragraphs: right },
        );
        expect(held.flatMap((row) => row.left ?? [])).toEqual(left);
        expect(held.flatMap((row) => row.right ?? [])).toEqual(right);
      }),
    );
  });

  it("of the same text stand together throughout", () => {
    const held = parallelRows(
      { language: "vi", paragraphs: vietnamese },
      { language: "vi", paragraphs: vietnamese },
    );
    expect(held.every(({ left, right }) => left === right)).toBe(true);
  });
});
