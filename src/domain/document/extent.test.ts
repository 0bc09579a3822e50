import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, paragraphAt } from "./block.ts";
import { documentExtent } from "./extent.ts";
import { atLines } from "./place.ts";

const texts = (...lines: readonly string[]): readonly Block[] =>
  lines.map((text, i) => paragraphAt(text, atLines(i + 1)));
const document = [
  "ỦY BAN NHÂN DÂN",
  "TỈNH SƠN LA",
  "Số: 3/QĐ-UBND",
  "QUYẾT ĐỊNH",
  "Về chợ đêm",
  "Điều 1. Mở chợ đêm.",
];
const properties = [
  "Số hiệu: 3/QĐ-UBND",
  "Loại văn bản: Quyết định",
  "Ngày ban hành: 05/08/2025",
  "Người ký: Lê Văn Bảo",
];

describe("documentExtent", () => {
  it.each<readonly [string, readonly string[], number, number]>([
    ["a document alone", document, 0, 6],
    ["a portal's name before it", ["Hệ thống pháp luật", ...document], 1, 7],
    ["a portal's menu before it", ["Trang chủ", "Đăng nhập", "Tải về", ...document], 3, 9],
    ["a portal's table behind it", [...document, "HIỆU LỰC VĂN BẢN", ...properties, "Tải văn bản"], 0, 6],
    ["both", ["Thư viện pháp luật", ...document, "Thuộc tính văn bản", ...properties], 1, 7],
    ["the table in one block", [...document, properties.join("\n")], 0, 6],
    ["the stamp of a signature: stays", ["Ký bởi: Ủy ban nhân dân tỉnh Sơn La", ...document], 0, 7],
    [
      "a document that speaks of validity",
      [...document, "Hiệu lực văn bản", "Văn bản có hiệu lực từ ngày ký."],
      0,
      8,
    ],
    ["a notice without head", ["THÔNG BÁO", "Kết luận cuộc họp", "Sở Y tế rà soát."], 0, 3],
    ["nothing", [], 0, 0],
  ])("%s", (_what, lines, from, to) => {
    expect(documentExtent(texts(...lines))).toMatchObject({ from, to });
  });

  it("books each block it leaves out, with its place", () => {
    const { rejected } = documentExtent(texts("Hệ thống pháp luật", ...document));
    expect(rejected).toEqual([
      { what: "Hệ thống pháp luật", where: "dòng 1", why: expect.stringContaining("trang web") },
    ]);
  });

  it("books exactly what is outside", () => {
    const piece = fc.constantFrom(...document, ...properties, "Hệ thống pháp luật", "HIỆU LỰC VĂN BẢN", "");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (lines) => {
        const { from, to, rejected } = documentExtent(texts(...lines));
        expect(0 <= from && from <= to && to <= lines.length).toBe(true);
        expect(rejected).toHaveLength(lines.length - (to - from));
      }),
    );
  });
});
