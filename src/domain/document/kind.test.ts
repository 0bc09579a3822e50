import { describe, expect, it } from "vitest";
import {
  documentKinds,
  foldedKindNames,
  isKindAbbreviation,
  kindAbbreviationsLike,
  kindNamed,
  kindNameOf,
} from "./kind.ts";

describe("kinds", () => {
  it("holds the 29 kinds of the decree on clerical work, those without abbreviation included", () => {
    const names =
      "nghị quyết, quyết định, chỉ thị, quy chế, quy định, thông cáo, thông báo, hướng dẫn, chương trình, kế hoạch, phương án, đề án, dự án, báo cáo, biên bản, tờ trình, hợp đồng, công văn, công điện, bản ghi nhớ, bản thỏa thuận, giấy ủy quyền, giấy mời, giấy giới thiệu, giấy nghỉ phép, phiếu gửi, phiếu chuyển, phiếu báo, thư công";
    for (const name of names.split(", ")) expect(kindNamed(name), name).not.toBeNull();
    expect(names.split(", ")).toHaveLength(29);
  });

  it.each([
    ["QUYẾT ĐỊNH", "QĐ"],
    ["Quyet dinh", "QĐ"],
    ["Chương trình hành động", "CTr"],
    ["Thông báo kết luận", "TB"],
    ["Thông tư liên tịch", "TTLT"],
    ["Nghị định", "NĐ"],
    ["Kết luận", "KL"],
  ])("%s is %s", (name, abbreviation) => {
    expect(kindNamed(name)?.abbreviation).toBe(abbreviation);
  });

  it.each(["", "văn bản", "quyết", "chợ"])("%j is no kind", (name) => {
    expect(kindNamed(name)).toBeNull();
  });

  it.each([
    ["QD", ["QĐ", "QyĐ"].slice(0, 1)],
    ["CTR", ["CTr"]],
    ["TTR", ["TTr"]],
    ["DA", ["DA", "ĐA"]],
    ["ĐA", ["ĐA", "DA"]],
    ["CT", ["CT"]],
    ["ABC", []],
  ])("%s may be %j", (written, kinds) => {
    expect(kindAbbreviationsLike(written)).toEqual(kinds);
  });

  it("respects letter-case and marks", () => {
    expect([
      isKindAbbreviation("QĐ"),
      isKindAbbreviation("QD"),
      isKindAbbreviation("CTr"),
      isKindAbbreviation("CTR"),
    ]).toEqual([true, false, true, false]);
  });

  it("names an abbreviation that two kinds share by the commoner", () => {
    expect([kindNameOf("QĐ"), kindNameOf("TT"), kindNameOf("ABC")]).toEqual(["Quyết định", "Thông tư", null]);
  });

  it("offers longer names before shorter ones, so that none hides another", () => {
    const lengths = foldedKindNames.map((name) => name.length);
    expect(lengths).toEqual([...lengths].sort((a, b) => b - a));
    expect(documentKinds.length).toBeGreaterThan(45);
  });
});
