import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDocumentNumbers } from "./number-find.ts";

/** [text, numbers in order, why] */
const cases: readonly (readonly [string, readonly string[], string])[] = [
  ["theo Quyết định số 412/QĐ-UBND ngày 03/4/2025", ["412/QĐ-UBND"], "the common case"],
  ["theo Quyết định 412/QĐ-UBND", ["412/QĐ-UBND"], "without the word số"],
  ["Nghị quyết số 23-NQ/TW, Kết luận số 27-KL/TW", ["23-NQ/TW", "27-KL/TW"], "two, a comma between"],
  ["(412/QĐ-UBND)", ["412/QĐ-UBND"], "in brackets"],
  ["Số:412/QĐ-UBND", ["412/QĐ-UBND"], "no space behind the colon"],
  ["Số: 412   /QĐ-UBND", ["412/QĐ-UBND"], "a form filled in by hand"],
  ["Nghị quyết số 23- NQ/TW ngày", ["23-NQ/TW"], "broken behind the hyphen"],
  ["Nghị quyết số 96/NQ-\nCP ngày", ["96/NQ-CP"], "broken over lines"],
  ["Văn bản số 318/SNgV-\nLSBG ngày", ["318/SNgV-LSBG"], "unit broken over lines"],
  ["Quyết định số 412/QĐ - UBND ngày", ["412/QĐ-UBND"], "hyphen with spaces"],
  ["Tờ trình số 3236/TTr -SNN ngày", ["3236/TTr-SNN"], "space before the hyphen"],
  ["Nghị định số 41/2023/NĐCP quy định", ["41/2023/NĐ-CP"], "hyphen lost"],
  ["SỐ 13/CT-TTG NGÀY 02", ["13/CT-TTg"], "capitals"],
  ["CHỈ THỊ SỐ 14-CT/TW NGÀY 19 THÁNG 7", ["14-CT/TW"], "capitals"],
  ["các Nghị quyết số 12 và 13/NQ-CP", ["12/NQ-CP", "13/NQ-CP"], "two share a symbol"],
  ["các Nghị quyết số 12, 13 và 15/NQ-CP", ["12/NQ-CP", "13/NQ-CP", "15/NQ-CP"], "three share a symbol"],
  ["số 64/2021, 80/2020/NĐ-CP", ["64/2021/NĐ-CP", "80/2020/NĐ-CP"], "years of their own"],
  ["Thông báo số 09/TB-VPCP ngày 11/01/2024; số 28/TB-VPCP", ["09/TB-VPCP", "28/TB-VPCP"], "a list"],
  ["số 6458/ABC-TTTN ngày 25/7", ["6458/ABC-TTTN"], "unknown issuer behind số"],
  ["Công văn 6458/ABC-TTTN ngày 25/7", ["6458/ABC-TTTN"], "unknown issuer behind a kind"],
  ["máy 6458/ABC-TTTN", [], "unknown issuer behind anything else"],
  ["Quyết định số 866/QĐ-Tg ngày", ["866/QĐ-Tg"], "a letter lost: kept as written"],
  ["Quyết định số 201/QĐ/TTg", ["201/QĐ/TTg"], "old writing"],
  ["Nghị định số 64-CP ngày", ["64-CP"], "old writing"],
  ["Thông tư số 05/2014/TTLT-BTC-BNV", ["05/2014/TTLT-BTC-BNV"], "joint"],
  ["Luật số 45/2019/QH14", ["45/2019/QH14"], "law with its number"],
  ["Nghị quyết số 1412/NQ-UBTVQH15", ["1412/NQ-UBTVQH15"], "digits behind the issuer"],
  ["QCVN 102:2016/BTTTT ban hành", ["QCVN 102:2016/BTTTT"], "technical regulation, once"],
  ["TCVN 11930:2017 và QCVN", ["TCVN 11930:2017"], "a series alone is none"],
  ["4236/SXD-QLN&CS", ["4236/SXD-QLN&CS"], "known issuer without introduction"],
  ["số 412/QĐ-UBND-VX", ["412/QĐ-UBND-VX"], "unit behind a kind and issuer"],
  ["Kế hoạch số 85-CTr/TU và", ["85-CTr/TU"], "Party programme"],
  ["Quyết định số 12a/2024/QĐ-UBND", ["12a/2024/QĐ-UBND"], "letter behind the number"],
  ["Quyét dinh s6 412/QD-UBND ngay", ["412/QĐ-UBND"], "accents lost in a scan"],
  ["Nghi quyét s6 S9-NQ/TW ngay", ["59-NQ/TW"], "a letter for a digit"],
  ["Nghi quyét s6 5 9—NQ/TW cua", ["59-NQ/TW"], "a digit set apart"],
  ["Nghi quyét 50 59-NQ/TW", ["59-NQ/TW"], "'50' for 'số' is no part of the number"],

  ["Số:      /QĐ-UBND", [], "number left blank"],
  ["Quyết định số    /QĐ-UBND ngày   tháng   năm 2025", [], "number left blank in a note"],
  ["ngày 24/01/2025", [], "date"],
  ["trước ngày 15/7/2025 của UBND tỉnh", [], "date before a body"],
  ["tháng 6/2025", [], "month"],
  ["22/22 xã, 3/4 phường", [], "fractions"],
  ["2.500.000.000 đồng/dự án", [], "money"],
  ["điện thoại 0269.3824117", [], "telephone"],
  ["giai đoạn 2021-2025", [], "span of years"],
  ["giai đoạn 2021 - 2025/UBND", [], "span of years before a slash"],
  ["năm 2025/Kế hoạch", [], "words behind a slash"],
  ["5 - UBND các xã", [], "an item"],
  ["01 bộ/HS-ĐK", [], "a unit of measure"],
  ["km 12/QL19", [], "a road"],
  ["tỷ lệ 1/500", [], "a scale"],
  ["xã/phường 10/Ban", [], "one capital"],
  ["24/7", [], "always open"],
  ["205/TB", [], "kind without issuer"],
  ["12/Người", [], "a word"],
  ["phiên bản 2.0/UBND-KT", [], "a version number"],
];

describe("findDocumentNumbers", () => {
  it.each(cases)("%j gives %j (%s)", (text, numbers) => {
    expect(findDocumentNumbers(text).map((found) => found.number.text)).toEqual(numbers);
  });

  it("says where each stands and how it is written", () => {
    const text = "Thực hiện Nghị quyết số 23- NQ/TW ngày 12/6/2017";
    const [found] = findDocumentNumbers(text);
    expect(found && text.slice(found.start, found.end)).toBe("23- NQ/TW");
    expect(found?.asWritten).toBe("23- NQ/TW");
  });

  it.each([
    ["số 412/QĐ-UBND", 0, "as it should be"],
    ["số 412/QD-UBND", 0.1, "marks put back"],
    ["SỐ 13/CT-TTG", 0, "capitals say nothing"],
    ["số 866/QĐ-Tg", 0.4, "could be TTg"],
    ["số S9-NQ/TW", 0.5, "a digit guessed"],
  ])("%s has doubt %d (%s)", (text, doubt) => {
    expect(findDocumentNumbers(text)[0]?.doubt).toBe(doubt);
  });

  it("keeps every candidate of a doubtful number", () => {
    expect(findDocumentNumbers("số 866/QĐ-Tg")[0]?.candidates).toEqual(["866/QĐ-Tg", "866/QĐ-TTg"]);
    expect(findDocumentNumbers("số 5 9-NQ/TW")[0]?.candidates).toEqual(["59-NQ/TW", "9-NQ/TW"]);
  });

  it("never throws, and its places are in order and hold what is written", () => {
    const piece = fc.constantFrom(
      "số ",
      "12",
      "/",
      "-",
      "QĐ",
      "UBND",
      "TW",
      " ",
      "ngày 3/4/2025",
      "\n",
      "NQ",
      "a",
      "S9",
      ", ",
      "và ",
      "2024",
      "QCVN 5:2020",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = pieces.join("");
        let before = 0;
        for (const found of findDocumentNumbers(text)) {
          expect(found.start).toBeGreaterThanOrEqual(before);
          expect(text.slice(found.start, found.end)).toBe(found.asWritten);
          before = found.start;
        }
      }),
    );
  });

  it.each([
    ["1".repeat(200_000), "digits"],
    ["12/".repeat(60_000), "slashes"],
    ["5 ".repeat(60_000), "lone digits"],
    ["12/QĐ-".repeat(20_000), "open symbols"],
    ["A-".repeat(60_000), "letters"],
    ["số 1, 2, ".repeat(15_000), "lists without a symbol"],
  ])("stays linear on a long text (%#)", (text) => {
    const begun = performance.now();
    findDocumentNumbers(text);
    expect(performance.now() - begun).toBeLessThan(2000);
  });
});
