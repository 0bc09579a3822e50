import { describe, expect, it } from "vitest";
import { paragraphAt } from "../document/block.ts";
import { atLines, nowhere, onPage } from "../document/place.ts";
import { placeOfWords, wholeWords } from "./unplaced.ts";

const long = `Đề nghị các cơ quan báo chí ${"đưa tin đầy đủ, kịp thời về hội nghị, ".repeat(5)}và giới thiệu tỉnh.`;
const blocks = [
  paragraphAt("Hội nghị được tổ chức trong một ngày.", atLines(3)),
  paragraphAt(long, atLines(8, 9)),
  paragraphAt("Hội nghị được tổ chức trong một ngày.", atLines(20)),
];

describe("the words of a part that was left out", () => {
  it("come back whole where the books had cut them, with their place", () => {
    const part = { what: long.slice(0, 120), where: "dòng 8-9" };
    expect(wholeWords(blocks, part)).toEqual({ content: long, sources: [atLines(8, 9)] });
  });

  it("are those at the place of the books where the same words stand twice", () => {
    const part = { what: "Hội nghị được tổ chức trong một ngày.", where: "dòng 20" };
    expect(wholeWords(blocks, part).sources).toEqual([atLines(20)]);
  });

  it("stay as the books have them where the source does not hold them", () => {
    expect(wholeWords(blocks, { what: "7", where: "trang 2" })).toEqual({
      content: "7",
      sources: [onPage(2, null)],
    });
    expect(wholeWords(blocks, { what: "word/charts.xml", where: "tệp" }).sources).toEqual([]);
  });

  it.each([
    ["trang 12", onPage(12, null)],
    ["dòng 3", atLines(3)],
    ["dòng 3-5", atLines(3, 5)],
    ["đoạn 7", { ...nowhere, paragraph: 7 }],
    ["trang tính 2", nowhere],
    ["không rõ vị trí", nowhere],
  ])("%s is read as a place", (where, place) => {
    expect(placeOfWords(where)).toEqual(place);
  });
});
