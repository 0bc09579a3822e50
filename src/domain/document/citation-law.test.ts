import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findNamedLaws } from "./citation-law.ts";

describe("findNamedLaws", () => {
  it.each([
    [
      "Căn cứ Luật Thủy lợi ngày 19 tháng 6 năm 2017;",
      [["Luật Thủy lợi", 2017, "2017-06-19"]],
      "day in words",
    ],
    ["Căn cứ Luật Thủy lợi ngày 19/6/2017;", [["Luật Thủy lợi", 2017, "2017-06-19"]], "short day"],
    ["Luật Bảo vệ môi trường năm 2020 và Nghị định", [["Luật Bảo vệ môi trường", 2020, null]], "year"],
    ["Căn cứ Luật Thủy lợi;", [["Luật Thủy lợi", null, null]], "a basis needs no year"],
    ["theo Luật Thủy lợi, các xã", [], "name alone in prose"],
    ["Bộ luật Lao động ngày 20/11/2019", [["Bộ luật Lao động", 2019, "2019-11-20"]], "a code"],
    ["Pháp lệnh Cảnh vệ năm 2005", [["Pháp lệnh Cảnh vệ", 2005, null]], "an ordinance"],
    [
      "Luật Thủy lợi ngày 19/6/2017; Luật Đê điều ngày 29/11/2006",
      [
        ["Luật Thủy lợi", 2017, "2017-06-19"],
        ["Luật Đê điều", 2006, "2006-11-29"],
      ],
      "two",
    ],
    ["phổ biến pháp luật năm 2025", [], "not a law"],
    ["Luật số 45/2019/QH14", [], "has a number"],
    ["Căn cứ Luật;", [], "no name"],
  ])("%j → %j (%s)", (text, expected) => {
    expect(findNamedLaws(text).map(({ name, year, date }) => [name, year, date])).toEqual(expected);
  });

  it("never throws and gives places inside the text", () => {
    const piece = fc.constantFrom(
      "Luật ",
      "Bộ luật ",
      "Thủy lợi ",
      "năm 2020 ",
      "ngày 1/1/2020",
      "Căn cứ ",
      "; ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        const text = pieces.join("");
        for (const law of findNamedLaws(text)) expect(text.slice(law.start, law.end)).toContain(law.name);
      }),
    );
  });
});
