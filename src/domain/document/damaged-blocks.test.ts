import { expect, it } from "vitest";
import { paragraphAt } from "./block.ts";
import { damageOfBlocks } from "./damaged-blocks.ts";
import { atLines } from "./place.ts";

const typed =
  "Sở Công Thương chủ trì, phối hợp với các địa phương rà soát quy hoạch cụm công nghiệp, báo cáo Ủy ban nhân dân thành phố trong quý III.";
const misread =
  "S& Cong Thuong chu tri, phdi hop véi cac dia phuong ra soat quy hoach cum cong nghiép, bao céo Uy ban nhan dan thanh ph6 trong quy III.";
const blocksOf = (...texts: string[]) => texts.map((text, i) => paragraphAt(text, atLines(i + 1)));
const found = (...texts: string[]) => {
  const blocks = blocksOf(...texts);
  const { damaged } = damageOfBlocks(blocks);
  return blocks.map((block) => damaged.has(block));
};

it.each([
  {
    texts: [typed, typed, misread],
    expected: [false, false, true],
    reason: "one scanned annex in a typed document",
  },
  {
    texts: [misread, typed, misread],
    expected: [true, false, true],
    reason: "one typed page in a damaged scan",
  },
  {
    texts: [misread, "Noi nhan:", misread],
    expected: [true, true, true],
    reason: "a few words go with the rest",
  },
  {
    texts: [misread, "Nơi nhận:", misread],
    expected: [true, false, true],
    reason: "marks prove a clean line",
  },
  { texts: [typed, "1.250", ""], expected: [false, false, false], reason: "figures in a clean document" },
])("$reason", ({ texts, expected }) => {
  expect(found(...texts)).toEqual(expected);
});
