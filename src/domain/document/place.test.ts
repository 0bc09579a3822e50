import { describe, expect, it } from "vitest";
import { inFile, paragraphAt, placesWithin } from "./block.ts";
import { atLines, describePlace, nowhere, onPage, unitePlaces } from "./place.ts";

describe("places", () => {
  it("unite by page, and boxes grow to cover", () => {
    expect(
      unitePlaces([onPage(1, [10, 10, 20, 20]), onPage(2, [0, 0, 5, 5]), onPage(1, [15, 5, 40, 18])]),
    ).toEqual([onPage(1, [10, 5, 40, 20]), onPage(2, [0, 0, 5, 5])]);
  });

  it("unite lines of a text into one span", () => {
    expect(unitePlaces([atLines(4), atLines(6), atLines(5)])).toEqual([atLines(4, 6)]);
  });

  it("keep the files of a document apart", () => {
    const [first] = inFile([paragraphAt("Phụ lục", onPage(1, null))], 1);
    const second = first?.kind === "paragraph" ? placesWithin(first) : [];
    expect(unitePlaces([onPage(1, null), ...second])).toHaveLength(2);
  });

  it("are said in words", () => {
    expect(describePlace({ ...nowhere, paragraph: 12 })).toBe("đoạn 12");
    expect([atLines(3), atLines(3, 5), onPage(7, null), nowhere].map(describePlace)).toEqual([
      "dòng 3",
      "dòng 3-5",
      "trang 7",
      "không rõ vị trí",
    ]);
  });

  it("are those of the characters asked for", () => {
    const paragraph = {
      ...paragraphAt("một hai ba", atLines(1)),
      spans: [
        { start: 0, place: atLines(1) },
        { start: 4, place: atLines(2) },
        { start: 8, place: atLines(3) },
      ],
    };
    expect([
      placesWithin(paragraph, 0, 3),
      placesWithin(paragraph, 4, 7),
      placesWithin(paragraph, 5, 10),
    ]).toEqual([[atLines(1)], [atLines(2)], [atLines(2, 3)]]);
  });
});
