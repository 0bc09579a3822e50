import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, type Paragraph, paragraphAt, type Table } from "./block.ts";
import { atLines, nowhere, onPage } from "./place.ts";
import { degreeOf, findSecrecyMark } from "./secrecy.ts";

const texts = (...lines: readonly string[]): readonly Block[] =>
  lines.map((text) => paragraphAt(text, nowhere));
const head = (...left: readonly string[]): Table => ({
  kind: "table",
  columnCount: 2,
  role: "body",
  rows: [
    {
      repeatsAsHeading: false,
      cells: [left, ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]].map(
        (lines, column) => ({
          column,
          columnSpan: 1,
          rowSpan: 1,
          blocks: texts(...lines),
        }),
      ),
    },
  ],
});
const of = (text: string, more: Partial<Paragraph>) => paragraphAt(text, nowhere, more);
const rest = texts("KẾ HOẠCH", "Diễn tập khu vực phòng thủ", "Căn cứ Luật Quốc phòng;");

describe("degreeOf", () => {
  it.each([
    ["MẬT", "MẬT"],
    ["TỐI MẬT", "TỐI MẬT"],
    ["TUYỆT MẬT", "TUYỆT MẬT"],
    ["M Ậ T", "MẬT"],
    ["T U Y Ệ T  M Ậ T", "TUYỆT MẬT"],
    ["[MẬT]", "MẬT"],
    ["* TỐI MẬT *", "TỐI MẬT"],
    ["| MẬT |", "MẬT"],
    ["Độ mật: MẬT", "MẬT"],
    ["ĐỘ MẬT: TỐI MẬT", "TỐI MẬT"],
    ["Độ mật: Tuyệt mật", "TUYỆT MẬT"],
    ["Dấu mật - Mật", "MẬT"],
    ["MAT", "MẬT"],
    ["TOI MAT", "TỐI MẬT"],
    ["Mật", null],
    ["mật", null],
    ["MẬT ONG", null],
    ["MẬT MÃ", null],
    ["BÍ MẬT", null],
    ["BẢO MẬT", null],
    ["BÍ MẬT NHÀ NƯỚC", null],
    ["DANH MỤC BÍ MẬT NHÀ NƯỚC", null],
    ["MẬT ĐỘ DÂN SỐ", null],
    ["MẮT", null],
    ["MẶT", null],
    ["MÁT", null],
    ["Độ mật: Không", null],
    ["Độ mật:", null],
    ["KHẨN", null],
    ["", null],
  ])("%j → %j", (text, mark) => {
    expect(degreeOf(text)).toBe(mark);
  });
});

describe("findSecrecyMark", () => {
  it.each<readonly [string, readonly Block[], string]>([
    ["a cell of the head, under the number", [head("BỘ Y TẾ", "Số: 3/KH-BYT", "MẬT"), ...rest], "MẬT"],
    ["a line of its own over the head", [...texts("TUYỆT MẬT"), head("BỘ Y TẾ"), ...rest], "TUYỆT MẬT"],
    ["a line between head and title", [head("BỘ Y TẾ"), ...texts("TỐI MẬT"), ...rest], "TỐI MẬT"],
    [
      "a text box anywhere on the first page",
      [head("BỘ Y TẾ"), ...rest, of("MẬT", { role: "textBox" })],
      "MẬT",
    ],
    ["a stamp put on the page", [head("BỘ Y TẾ"), ...rest, of("TỐI MẬT", { role: "annotation" })], "TỐI MẬT"],
    ["the running head", [of("MẬT", { role: "header" }), head("BỘ Y TẾ"), ...rest], "MẬT"],
    ["letters spaced out", [head("BỘ Y TẾ", "Số: 3/KH-BYT", "M Ậ T"), ...rest], "MẬT"],
    ["with its label", [head("BỘ Y TẾ", "Số: 3/KH-BYT", "ĐỘ MẬT: MẬT"), ...rest], "MẬT"],
    ["accents lost by a scan", [head("BO Y TE", "TUYET MAT"), ...rest], "TUYỆT MẬT"],
    ["beside a mark of urgency", [head("BỘ Y TẾ", "HỎA TỐC", "MẬT"), ...rest], "MẬT"],
    ["the line of the number", [head("BỘ Y TẾ", "Số: 3/KH-BYT MẬT"), ...rest], "MẬT"],
    ["the line of the national title", [...texts("MẬT CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), ...rest], "MẬT"],
    ["one line of a forced break", [...texts("Số: 3/KH-BYT\nMẬT"), ...rest], "MẬT"],
  ])("sees a mark in %s", (_why, blocks, mark) => {
    expect(findSecrecyMark(blocks)?.mark).toBe(mark);
  });

  it.each<readonly [string, readonly Block[]]>([
    [
      "a subject about secrecy",
      [head("BỘ Y TẾ"), ...texts("KẾ HOẠCH", "Tăng cường công tác bảo vệ bí mật nhà nước", "Căn cứ Luật;")],
    ],
    [
      "a subject in capitals",
      [head("BỘ Y TẾ"), ...texts("QUYẾT ĐỊNH", "BAN HÀNH DANH MỤC BÍ MẬT NHÀ NƯỚC", "Căn cứ Luật;")],
    ],
    [
      "a subject broken before MẬT",
      [head("BỘ Y TẾ"), of("QUYẾT ĐỊNH\nVỀ CÔNG TÁC BẢO VỆ BÍ\nMẬT\nNHÀ NƯỚC", {}), ...texts("Căn cứ Luật;")],
    ],
    ["a law of that name", [head("BỘ Y TẾ"), ...texts("KẾ HOẠCH", "Căn cứ Luật Bảo vệ bí mật nhà nước;")]],
    ["business secrets", [head("BỘ Y TẾ"), ...texts("THÔNG BÁO", "Bí mật kinh doanh")]],
    ["honey", [head("HỢP TÁC XÃ"), ...texts("DANH MỤC SẢN PHẨM", "MẬT ONG")]],
    ["a lone word deep in a table of goods", [...rest, ...texts("1. Sản phẩm của xã gồm:", "MẬT", "CÀ PHÊ")]],
    ["a sentence", [head("BỘ Y TẾ"), ...texts("Nội dung này không thuộc độ mật.")]],
    ["the form's empty label", [head("BỘ Y TẾ", "Độ mật:"), ...rest]],
    ["nothing", []],
  ])("passes over %s", (_why, blocks) => {
    expect(findSecrecyMark(blocks)).toBeNull();
  });

  it("says where the mark stands", () => {
    expect(findSecrecyMark([paragraphAt("MẬT", atLines(3)), ...rest])?.place).toEqual(atLines(3));
  });

  it("looks at later pages when asked", () => {
    const later = paragraphAt("TỐI MẬT", onPage(4, null), { role: "annotation" });
    const first = paragraphAt("KẾ HOẠCH", onPage(1, null));
    expect(findSecrecyMark([first, later])).toBeNull();
    expect(findSecrecyMark([first, later], false)?.mark).toBe("TỐI MẬT");
  });

  it("looks at the head of an annex when asked", () => {
    const blocks = [...rest, ...texts("PHỤ LỤC I", "MẬT", "DANH MỤC ĐIỂM TRỰC")];
    expect(findSecrecyMark(blocks)).toBeNull();
    expect(findSecrecyMark(blocks, false)?.mark).toBe("MẬT");
  });

  it("never throws, and finds nothing where the word is not in capitals", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "grapheme" }), { maxLength: 20 }), (lines) => {
        const mark = findSecrecyMark(texts(...lines.map((line) => line.toLowerCase())));
        expect(mark).toBeNull();
      }),
    );
  });
});
