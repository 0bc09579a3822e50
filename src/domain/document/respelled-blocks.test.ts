import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLexicon } from "../text/lexicon.ts";
import { type Block, type Paragraph, paragraphAt, placesWithin } from "./block.ts";
import { atLines, nowhere } from "./place.ts";
import { respelledBlocks, respellingDoubt, writtenBlocks, writtenWithin } from "./respelled-blocks.ts";

const lexicon = buildLexicon(["Sở Nội vụ", "chủ trì", "báo cáo", "giao"].map((text) => ({ text, cost: 6 })));
const twoLines: Paragraph = {
  ...paragraphAt("¢) Giao S& Néi vu chu tri bao céo", nowhere),
  spans: [
    { start: 0, place: atLines(4) },
    { start: 18, place: atLines(5) },
  ],
};
const before: readonly Block[] = [
  paragraphAt("a) Giao", atLines(1)),
  paragraphAt("b) Giao", atLines(2)),
  twoLines,
];

describe("respelled blocks", () => {
  const blocks = respelledBlocks(before, new Set(before), lexicon);
  const last = blocks[2] as Paragraph; // the third block given above is a paragraph

  it("hold the words that were meant", () => {
    expect(last.text).toBe("c) Giao Sở Nội vụ chủ trì báo cáo");
  });

  it("know on which lines they stand", () => {
    expect(placesWithin(last, last.text.indexOf("Sở"), last.text.indexOf(" chủ"))).toEqual([atLines(4)]);
    expect(placesWithin(last, last.text.indexOf("chủ"))).toEqual([atLines(5)]);
  });

  it("give back what stood there, whole and in part", () => {
    expect(writtenBlocks(blocks)).toEqual(before);
    expect(writtenWithin(last, 8, 17)).toBe("S& Néi vu");
    expect(writtenWithin(last, 3, 7)).toBe("Giao");
  });

  it("say how doubtful a run of words is", () => {
    expect(respellingDoubt(last, 3, 7)).toBe(0);
    expect(respellingDoubt(last, 8, 17)).toBeGreaterThan(0);
  });

  it("are the same blocks where nothing is damaged", () => {
    expect(respelledBlocks(before, new Set(), lexicon)[2]).toBe(twoLines);
  });

  it("can always be had as they stood: text and places", () => {
    const piece = fc.constantFrom(
      ...[
        "H.",
        "¢)",
        "d)",
        "2,",
        "~",
        "Giao",
        "S&",
        "Néi",
        "vu",
        "chu",
        "tri",
        "bao",
        "céo",
        "l5/7/2025",
        "ngày 1S/8/2O25,",
        "15/712025",
        "x",
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.array(piece, { minLength: 1, maxLength: 8 }), { maxLength: 6 }), (texts) => {
        const given = texts.map((words, i): Paragraph => {
          const text = words.join(" ");
          const half = text.indexOf(" ") + 1;
          const spans = [0, ...(half > 0 ? [half] : [])].map((start, n) => ({
            start,
            place: atLines(10 * i + n),
          }));
          return { ...paragraphAt(text, nowhere), spans };
        });
        expect(
          writtenBlocks(respelledBlocks(given, new Set(given), lexicon)).map(
            (block) => (block as Paragraph).text,
          ),
        ).toEqual(given.map(({ text }) => text));
      }),
    );
  });
});
