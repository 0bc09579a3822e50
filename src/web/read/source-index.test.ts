import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PlaceAnswer, SourceBlock, SourceParagraph } from "../../contract/source.ts";
import { indexSource, lightWords, regionOf } from "./source-index.ts";

const unknown: PlaceAnswer = { page: null, lineFrom: null, lineTo: null, box: null };
const line = (from: number, to = from): PlaceAnswer => ({ ...unknown, lineFrom: from, lineTo: to });
const boxed = (page: number, top: number): PlaceAnswer => ({
  ...unknown,
  page,
  box: [50, top, 500, top + 12],
});

function paragraph(text: string, place = unknown): SourceParagraph {
  return {
    ...{
      kind: "paragraph" as const,
      text,
      label: null,
      align: null,
      bold: null,
      italic: null,
      role: "body" as const,
    },
    spans: [{ start: 0, place }],
  };
}

function table(...rows: readonly (readonly SourceParagraph[])[]): SourceBlock {
  return {
    kind: "table",
    columnCount: Math.max(...rows.map((row) => row.length)),
    rows: rows.map((row) => ({
      cells: row.map((cell, column) => ({ column, columnSpan: 1, rowSpan: 1, paragraphs: [cell] })),
    })),
  };
}

const words = "Sở Xây dựng rà soát quy hoạch các khu dân cư";

describe("the region of a task", () => {
  it.each([
    [
      "lines of a text file",
      [paragraph("a", line(1)), paragraph(words, line(2, 3)), paragraph("c", line(4))],
      [line(3)],
    ],
    [
      "a box on a page",
      [paragraph("a", boxed(1, 10)), paragraph(words, boxed(2, 10)), paragraph("c", boxed(2, 40))],
      [boxed(2, 11)],
    ],
    [
      "words alone, where a Word document knows no place",
      [paragraph("a"), paragraph(`1. ${words}.`), paragraph("c")],
      [unknown],
    ],
    [
      "words on the task's own page, when they stand on two",
      [paragraph(words, { ...unknown, page: 1 }), paragraph(words, { ...unknown, page: 2 })],
      [{ ...unknown, page: 2 }],
    ],
  ])("by %s", (_, blocks, sources) => {
    expect([...regionOf(indexSource(blocks), { sources, content: words })]).toEqual([1]);
  });

  it("takes in the whole row of a table", () => {
    const index = indexSource([
      paragraph("PHỤ LỤC"),
      table(
        [paragraph("1"), paragraph("Việc khác"), paragraph("Quý I")],
        [paragraph("2"), paragraph(words), paragraph("Quý I")],
      ),
    ]);
    const region = regionOf(index, { sources: [unknown], content: words });
    expect([...region].toSorted()).toEqual([4, 5, 6]);
    // "Quý I" stands in both rows; only the one of the task is lit.
    expect([...lightWords(index, region, "Quý I").keys()]).toEqual([6]);
  });

  it("is one row where one line of the file holds the whole table", () => {
    const here = line(7);
    const row = (text: string) => [paragraph(text, here), paragraph("Quý I", here)];
    const index = indexSource([table(row("Việc khác"), row(words))]);
    expect([...regionOf(index, { sources: [here], content: words })].toSorted()).toEqual([2, 3]);
  });

  it("is the place itself where the words were repaired", () => {
    const index = indexSource([paragraph("So Xay dung ra soat", line(1)), paragraph("quy hoach", line(2))]);
    expect([...regionOf(index, { sources: [line(1, 2)], content: words })]).toEqual([0, 1]);
  });

  it("is empty when the words are nowhere", () => {
    expect(regionOf(indexSource([paragraph("a")]), { sources: [], content: words }).size).toBe(0);
  });
});

describe("lit words", () => {
  const lit = (text: string, sought: string) => {
    const index = indexSource([paragraph(text)]);
    const [stretch] = lightWords(index, new Set([0]), sought).get(0) ?? [];
    return stretch ? text.slice(...stretch) : null;
  };

  it.each([
    ["as they stand", "Giao Sở Y tế chủ trì", "Sở Y tế", "Sở Y tế"],
    ["with other capitals", "Giao sở y tế chủ trì", "Sở Y tế", "sở y tế"],
    ["with other white space", "Nghị quyết số 59- NQ/TW", "59-NQ/TW", "59- NQ/TW"],
    ["the piece of several lines that is here", "Quý II", "Quý I năm sau\nQuý II", "Quý II"],
    [
      "a paragraph that is wholly part of the words",
      "của nhiệm vụ",
      "nội dung của nhiệm vụ này",
      "của nhiệm vụ",
    ],
    ["not here", "Sở Y tế", "Sở Nội vụ", null],
    ["no words", "Sở Y tế", "", null],
  ])("%s", (_, text, sought, found) => {
    expect(lit(text, sought)).toBe(found);
  });

  it("are always a stretch of the text that reads as what was sought", () => {
    const letters = fc.string({ unit: fc.constantFrom(..."abă đÂ \n.") });
    fc.assert(
      fc.property(letters, letters, letters, (before, sought, after) => {
        const found = lit(before + sought + after, sought.replaceAll("\n", " "));
        const squeezed = (text: string) => text.replace(/\s/g, "").toLowerCase();
        if (squeezed(sought) !== "") expect(squeezed(found ?? "")).toBe(squeezed(sought));
      }),
    );
  });
});

it("a table's columns have room for their longest word, and in a narrow place no more than there is", () => {
  const index = indexSource([table([paragraph("STT"), paragraph("Nội dung nhiệm vụ rất dài của bảng")])]);
  expect(index.blocks[0]).toMatchObject({
    tracks: expect.stringMatching(/^minmax\(min\(36px, .+%\), .+fr\) minmax\(min\(52px, .+%\), 1\.00fr\)$/),
  });
});
