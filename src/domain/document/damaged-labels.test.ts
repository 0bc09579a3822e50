import { expect, it } from "vitest";
import { paragraphAt } from "./block.ts";
import { damagedLabels } from "./damaged-labels.ts";
import { atLines } from "./place.ts";

function labelsOf(texts: readonly string[]): readonly string[] {
  const blocks = texts.map((text, i) => paragraphAt(text, atLines(i + 1)));
  const found = damagedLabels(blocks);
  return blocks.map((block) => found.get(block)?.label ?? "");
}

it.each([
  {
    texts: ["a) A", "b) B", "¢) C", "d) D", "d) Đ", "e) E", "¢) G", "h) H"],
    expected: ["", "", "c", "", "đ", "", "g", ""],
    reason: "the order of a list says what a sign stands for",
  },
  {
    texts: ["1. Một", "a) A", "b) B", "2. Hai", "a) A", "6) B"],
    expected: ["", "", "", "", "", ""],
    reason: "a new item begins a new list; a digit is a label of its own",
  },
  { texts: ["a) A", "d) D"], expected: ["", ""], reason: "a list with a letter left out stays as it is" },
  {
    texts: ["I. MỘT", "IL. HAI", "HI. BA", "TV. BỐN", "V. NĂM", "VL. SÁU"],
    expected: ["", "II", "III", "IV", "", "VI"],
    reason: "strokes of Roman numbers, as they follow each other",
  },
  { texts: ["I. MỘT", "1. Một", "H. HAI"], expected: ["", "", "II"], reason: "a letter that is two strokes" },
  {
    texts: ["I. MỘT", "1. Một", "I. HAI", "III. BA"],
    expected: ["", "", "II", ""],
    reason: "a stroke was lost",
  },
  {
    texts: ["I. MỘT", "Il. HAI", "Il. BA", "IV. BỐN"],
    expected: ["", "II", "III", ""],
    reason: "spoilt and a stroke lost",
  },
  { texts: ["I. MỘT", "IL, Hai"], expected: ["", "II."], reason: "a comma for the point, and a stroke bent" },
  { texts: ["I. MỘT", "UBND, Sở"], expected: ["", ""], reason: "an abbreviation with a comma" },
  { texts: ["III. BA", "V. NĂM"], expected: ["", ""], reason: "Roman numbers are taken at their word" },
  {
    texts: ["1. Một", "2, Hai", "9, Chín"],
    expected: ["", ".", ""],
    reason: "a comma behind the next number",
  },
  { texts: ["- Một", "~ Hai"], expected: ["", "-"], reason: "a bent dash" },
  { texts: ["¢ thể", "¢)"], expected: ["", ""], reason: "no label without words behind it" },
])("$reason", ({ texts, expected }) => {
  expect(labelsOf(texts)).toEqual(expected);
});
