import { describe, expect, it } from "vitest";
import { loneLabel, markerOf } from "./marker.ts";

describe("markerOf", () => {
  it.each([
    ["1. Rà soát quy hoạch", "arabic", "1", "the usual number of an item"],
    ["12) Báo cáo kết quả", "arabic", "12", "a bracket instead of a dot"],
    ["5a. Bổ sung danh mục", "arabic", "5a", "an item added between two"],
    ["1.2. Kinh phí", "decimal", "1.2", "nested numbers"],
    ["2.3.1 Nội dung", "decimal", "2.3.1", "without a dot behind"],
    ["II. NHIỆM VỤ", "roman", "II", "sections of a plan"],
    ["IV - Tổ chức thực hiện", "roman", "IV", "a dash instead of a dot"],
    ["A. Phần chung", "capital", "A", "capital letters"],
    ["đ) Phối hợp rà soát", "letter", "đ", "the Vietnamese alphabet has đ between d and e"],
    ["(2) Xúc tiến đầu tư", "bracket", "2", "a list inside a paragraph"],
    ["Điều 3. Hiệu lực", "article", "3", "articles of a decision"],
    ["Chương II. Quy định cụ thể", "part", "II", "chapters"],
    ["- Chủ trì xây dựng đề án", "dash", "", "a dash"],
    ["– Chủ trì xây dựng đề án", "dash", "", "the dash that Word puts in"],
    ["+ Huy động nguồn lực", "plus", "", "a plus below a dash"],
    ["• Mở lớp tập huấn", "bullet", "", "a bullet"],
  ])("%s", (text, kind, label) => {
    expect(markerOf(text)).toMatchObject({ kind, label });
  });

  it.each([
    ["25.000 ha rừng", "a number with a dot for thousands is no marker"],
    ["2025 là năm đầu", "a year"],
    ["--------", "a rule drawn with hyphens"],
    ["I", "a numeral without words"],
    ["-5 độ", "a negative number"],
    ["Sở Tài chính chủ trì", "plain words"],
  ])("%s: none, %s", (text) => {
    expect(markerOf(text)).toBeNull();
  });

  it("tells where the words begin", () => {
    const text = "  a) Lập danh mục";
    expect(text.slice(markerOf(text)?.end ?? 0)).toBe("Lập danh mục");
  });
});

describe("loneLabel", () => {
  it.each([
    ["7.", "7"],
    ["(3)", "3"],
    ["a)", "a"],
    ["XII", "XII"],
    ["1.2", "1.2"],
    [" 68 ", "68"],
    ["37,", "37"],
  ])("%s is the label %s", (text, label) => {
    expect(loneLabel(text)).toBe(label);
  });

  it.each(["Năm 2026", "5 lớp", "2.500", ""])("%s is none", (text) => {
    expect(loneLabel(text)).toBeNull();
  });
});
