import { describe, expect, it } from "vitest";
import { paragraphAt } from "../document/block.ts";
import { headLines } from "../document/head-lines.ts";
import { nowhere } from "../document/place.ts";
import { personName, signerOf, signerOfField } from "./signer.ts";
import { recipientsOf } from "./signer-recipients.ts";

const linesOf = (...texts: readonly string[]) => headLines(texts.map((text) => paragraphAt(text, nowhere)));

/** [lines, name, title, capacity, why] */
const signed: readonly (readonly [readonly string[], string, string | null, string | null, string])[] = [
  [
    ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Lê Văn Bảo"],
    "Lê Văn Bảo",
    "CHỦ TỊCH",
    "TM. ỦY BAN NHÂN DÂN",
    "in the name of a body",
  ],
  [
    ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Hoa"],
    "Trần Thị Hoa",
    "PHÓ CHỦ TỊCH",
    "KT. CHỦ TỊCH",
    "in place of",
  ],
  [
    ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Trần Thị Hoa"],
    "Trần Thị Hoa",
    "PHÓ CHỦ TỊCH",
    "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH",
    "two capacities",
  ],
  [
    ["TL. CHỦ TỊCH", "KT. CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Đỗ Minh"],
    "Đỗ Minh",
    "PHÓ CHÁNH VĂN PHÒNG",
    "TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG",
    "by order, and in place of",
  ],
  [
    ["TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NGOẠI VỤ", "Phan Đình Long"],
    "Phan Đình Long",
    "GIÁM ĐỐC SỞ NGOẠI VỤ",
    "TUQ. CHỦ TỊCH",
    "by authority given",
  ],
  [["Q. GIÁM ĐỐC", "Vũ Hải Yến"], "Vũ Hải Yến", null, "Q. GIÁM ĐỐC", "acting"],
  [
    ["T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ", "Rah Lan Đức"],
    "Rah Lan Đức",
    "PHÓ BÍ THƯ",
    "T/M BAN THƯỜNG VỤ",
    "Party writing",
  ],
  [
    ["K/T CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "Ksor Hân"],
    "Ksor Hân",
    "PHÓ CHÁNH VĂN PHÒNG",
    "K/T CHÁNH VĂN PHÒNG",
    "Party writing",
  ],
  [["GIÁM ĐỐC", "Ngô Quốc Việt"], "Ngô Quốc Việt", "GIÁM ĐỐC", null, "own capacity"],
  [["THỦ TƯỚNG", "Lý Thái Bình"], "Lý Thái Bình", "THỦ TƯỚNG", null, "own capacity"],
  [
    ["KT. BỘ TRƯỞNG", "THỨ TRƯỞNG", "(Đã ký)", "Hồ Thu Hà"],
    "Hồ Thu Hà",
    "THỨ TRƯỞNG",
    "KT. BỘ TRƯỞNG",
    "note between",
  ],
  [
    ["KT. BỘ TRƯỞNG, CHỦ NHIỆM PHÓ CHỦ NHIỆM Hồ Thu Hà"],
    "Hồ Thu Hà",
    "PHÓ CHỦ NHIỆM",
    "KT. BỘ TRƯỞNG, CHỦ NHIỆM",
    "one line",
  ],
  [
    ["TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI CHỦ TỊCH Lý Thái Bình"],
    "Lý Thái Bình",
    "CHỦ TỊCH",
    "TM. ỦY BAN THƯỜNG VỤ QUỐC HỘI",
    "one line",
  ],
  [
    ["KT. CHỦ TỊ CH P HÓ CHỦ T Ị CH Ngu y ễn Thị An"],
    "Nguyễn Thị An",
    "PHÓ CHỦ TỊCH",
    "KT. CHỦ TỊCH",
    "letters spaced out",
  ],
  [["GIÁM ĐỐC", "Đại tá Nguyễn Văn Sơn"], "Nguyễn Văn Sơn", "GIÁM ĐỐC", null, "rank taken off"],
  [["GIÁM ĐỐC", "TS. Mai Thanh Tùng"], "Mai Thanh Tùng", "GIÁM ĐỐC", null, "degree taken off"],
  [["CHỦ TỊCH", "TRẦN THỊ HOA"], "Trần Thị Hoa", "CHỦ TỊCH", null, "name in capitals"],
  [
    ["Nơi nhận: TL. CHỦ TỊCH", "- Như trên;", "- Lưu: VT; CHÁNH VĂN PHÒNG", "Đỗ Minh An"],
    "Đỗ Minh An",
    "CHÁNH VĂN PHÒNG",
    "TL. CHỦ TỊCH",
    "flattened columns",
  ],
];

describe("signerOf", () => {
  it.each(signed)("%j is %s, %s, %j (%s)", (lines, name, title, capacity) => {
    expect(signerOf(linesOf("Văn bản có hiệu lực từ ngày ký./.", ...lines))).toEqual({
      name,
      title,
      capacity,
    });
  });

  it.each([
    [["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], "form not signed"],
    [
      ["CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Căn cứ Luật Tổ chức chính quyền địa phương;"],
      "authority over the bases",
    ],
    [["Chủ tịch UBND tỉnh Lê Văn Bảo chủ trì cuộc họp."], "a sentence"],
    [["QUYẾT ĐỊNH:", "Điều 1. Giao Sở Y tế"], "QU is not Q."],
    [[], "nothing"],
  ])("%j has no signer (%s)", (lines) => {
    expect(signerOf(linesOf(...lines))).toBeNull();
  });
});

describe("personName", () => {
  it.each([
    ["Lê Văn Bảo", "Lê Văn Bảo"],
    ["Đỗ Minh", "Đỗ Minh"],
    ["Nguyễn Thị Hồng Nhung Anh", "Nguyễn Thị Hồng Nhung Anh"],
    ["H' Bia Niê", "H' Bia Niê"],
    ["Sở Ngoại vụ", null],
    ["Nơi nhận:", null],
    ["Lao động-Thương binh và Xã hội", null],
    ["Điều 5", null],
    ["Bảo", null],
    ["CHỦ TỊCH", null],
    ["", null],
  ])("%j → %j", (text, name) => {
    expect(personName(text)).toBe(name);
  });
});

describe("signerOfField", () => {
  it.each([
    ["Ký bởi: Lê Văn Bảo", "Lê Văn Bảo"],
    ["Người ký: Trần Thị Hoa Email: hoa@tinh.gov.vn", "Trần Thị Hoa"],
    ["Người ký: CỔNG THÔNG TIN ĐIỆN TỬ CHÍNH PHỦ", null],
    ["Ký bởi: Ủy ban nhân dân tỉnh Sơn La", null],
  ])("%j → %j", (text, name) => {
    expect(signerOfField(linesOf(text))).toBe(name);
  });
});

describe("recipientsOf", () => {
  it.each([
    [
      ["Nơi nhận:", "- Như Điều 2;", "- Bộ Ngoại giao;", "- Lưu: VT, T1.", "TM. ỦY BAN NHÂN DÂN"],
      ["Như Điều 2", "Bộ Ngoại giao", "Lưu: VT, T1"],
      "one a line",
    ],
    [
      ["Nơi nhận: - Như trên; - Các Bộ: TC, NV; - Lưu: VT (2)."],
      ["Như trên", "Các Bộ: TC, NV", "Lưu: VT (2)"],
      "all in one line",
    ],
    [
      ["Nơi nhận:", "- Các sở: Tài chính,", "Y tế, Nội vụ;", "- Lưu: VT."],
      ["Các sở: Tài chính, Y tế, Nội vụ", "Lưu: VT"],
      "entry over two lines",
    ],
    [
      ["Nơi nhận: TL. CHỦ TỊCH", "- Thường trực Tỉnh ủy; KT. CHÁNH VĂN PHÒNG", "- Lưu: VT."],
      ["Thường trực Tỉnh ủy", "Lưu: VT"],
      "columns flattened",
    ],
    [["Nơi nhận:", "- Như trên;", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"], ["Như trên"], "ends at the signer"],
    [
      ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "PHỤ LỤC", "- Dụng cụ"],
      ["Như trên", "Lưu: VT"],
      "ends at the annex",
    ],
    [["Kính gửi: Bộ Y tế"], [], "no list"],
  ])("%j → %j (%s)", (lines, entries) => {
    expect(recipientsOf(linesOf(...lines))).toEqual(entries);
  });
});
