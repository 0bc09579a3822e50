import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildGazetteer } from "../organisation/gazetteer.ts";
import { paragraphAt } from "./block.ts";
import type { Citation } from "./citation.ts";
import { findBackReferences, findCitations } from "./citation-find.ts";
import { atLines, nowhere } from "./place.ts";

const data = (name: string) => readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8");
const gazetteer = buildGazetteer({
  units: data("administrative-units.tsv"),
  bodies: data("bodies.tsv"),
  provinces: data("provinces.tsv"),
});
const surroundings = {
  gazetteer,
  own: "900/QĐ-UBND",
  issuer: "Ủy ban nhân dân tỉnh Gia Lai",
  date: "2025-10-02",
};
const read = (...texts: readonly string[]) =>
  findCitations(
    texts.map((text) => paragraphAt(text, nowhere)),
    surroundings,
  );

/** [sentence, [number, date, relation] of each citation, why] */
type Row = readonly [string, readonly (readonly [string, string | null, Citation["relation"]])[], string];
const rows: readonly Row[] = [
  [
    "Căn cứ Nghị định số 41/2023/NĐ-CP ngày 28 tháng 6 năm 2023 của Chính phủ;",
    [["41/2023/NĐ-CP", "2023-06-28", "basis"]],
    "a basis",
  ],
  [
    "Căn cứ Nghị quyết số 23-NQ/TW ngày 12/6/2022 của Bộ Chính trị;",
    [["23-NQ/TW", "2022-06-12", "basis"]],
    "short date",
  ],
  [
    "Căn cứ Nghị quyết số 23-NQ/TW ngày 12-6-2022 của Bộ Chính trị;",
    [["23-NQ/TW", "2022-06-12", "basis"]],
    "date with hyphens",
  ],
  [
    "Căn cứ Nghị quyết số 23-NQ/TW ngày 12.6.2022 của Bộ Chính trị;",
    [["23-NQ/TW", "2022-06-12", "basis"]],
    "date with points",
  ],
  [
    "Căn cứ Nghị quyết số 23-NQ/TW, ngày 12/6/2022 của Bộ Chính trị;",
    [["23-NQ/TW", "2022-06-12", "basis"]],
    "comma before the date",
  ],
  [
    "Căn cứ Nghị quyết số 96/NQ-CP của Chính phủ ngày 03 tháng 4 năm 2024;",
    [["96/NQ-CP", "2024-04-03", "basis"]],
    "date behind the issuer",
  ],
  ["Căn cứ Nghị quyết số 96/NQ-CP của Chính phủ về nước sạch;", [["96/NQ-CP", null, "basis"]], "no date"],
  [
    "Căn cứ Nghị định số 63/2010/NĐ-CP ngày 08/6/2010; Nghị định số 92/2017/NĐ-CP ngày 07/8/2017;",
    [
      ["63/2010/NĐ-CP", "2010-06-08", "basis"],
      ["92/2017/NĐ-CP", "2017-08-07", "basis"],
    ],
    "two bases in one line",
  ],
  [
    "Theo đề nghị của Giám đốc Sở Y tế tại Tờ trình số 71/TTr-SYT ngày 05/9/2025.",
    [["71/TTr-SYT", "2025-09-05", "basis"]],
    "proposal",
  ],
  [
    "Xét đề nghị của Sở Xây dựng tại Công văn số 88/SXD-QLN&CS ngày 22 tháng 5 năm 2025,",
    [["88/SXD-QLN&CS", "2025-05-22", "basis"]],
    "proposal by letter",
  ],
  [
    "Trên cơ sở Báo cáo số 150/BC-ĐGS ngày 12/4/2025, hội nghị thống nhất",
    [["150/BC-ĐGS", "2025-04-12", "basis"]],
    "on the ground of",
  ],
  [
    "Thực hiện Chỉ thị số 17/CT-TTg ngày 15/6/2024 của Thủ tướng Chính phủ về chợ,",
    [["17/CT-TTg", "2024-06-15", "implements"]],
    "carrying out",
  ],
  [
    "Triển khai Kế hoạch số 85-KH/TU của Ban Thường vụ Tỉnh ủy",
    [["85-KH/TU", null, "implements"]],
    "carrying out",
  ],
  [
    "Tổ chức quán triệt Kết luận số 27-KL/TW ngày 02/8/2021",
    [["27-KL/TW", "2021-08-02", "implements"]],
    "making known",
  ],
  [
    "Thực hiện Chỉ thị số 17/CT-TTg ngày 15/6/2024; Văn bản số 611/BNG-CNV ngày 04/3/2025 của Bộ Ngoại giao",
    [
      ["17/CT-TTg", "2024-06-15", "implements"],
      ["611/BNG-CNV", "2025-03-04", "implements"],
    ],
    "a list shares its verb",
  ],
  [
    "thực hiện Nghị quyết số 23-NQ/TW ngày 12/6/2022 của Bộ Chính trị, Nghị quyết số 96/NQ-CP ngày 03/4/2024 của Chính phủ",
    [
      ["23-NQ/TW", "2022-06-12", "implements"],
      ["96/NQ-CP", "2024-04-03", "implements"],
    ],
    "a list with commas",
  ],
  [
    "thực hiện Nghị quyết số 23-NQ/TW và Nghị quyết số 96/NQ-CP",
    [
      ["23-NQ/TW", null, "implements"],
      ["96/NQ-CP", null, "implements"],
    ],
    "a list with và",
  ],
  [
    "Quyết định này thay thế Quyết định số 31/2022/QĐ-UBND ngày 20/9/2022 của UBND tỉnh.",
    [["31/2022/QĐ-UBND", "2022-09-20", "replaces"]],
    "replaces",
  ],
  [
    "Bãi bỏ Quyết định số 31/2022/QĐ-UBND ngày 20/9/2022.",
    [["31/2022/QĐ-UBND", "2022-09-20", "replaces"]],
    "repeals",
  ],
  [
    "Quyết định số 31/2022/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.",
    [["31/2022/QĐ-UBND", null, "replaces"]],
    "loses its force",
  ],
  [
    "Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 31/2022/QĐ-UBND ngày 20/9/2022",
    [["31/2022/QĐ-UBND", "2022-09-20", "amends"]],
    "amends",
  ],
  [
    "Hiến pháp đã được sửa đổi, bổ sung theo Nghị quyết số 51/2001/QH10;",
    [["51/2001/QH10", null, "mentions"]],
    "what others amended",
  ],
  [
    "Căn cứ Nghị định số 92/2017/NĐ-CP ngày 07/8/2017 sửa đổi, bổ sung Nghị định số 63/2010/NĐ-CP;",
    [
      ["92/2017/NĐ-CP", "2017-08-07", "basis"],
      ["63/2010/NĐ-CP", null, "mentions"],
    ],
    "the decree amends, not we",
  ],
  [
    "Quy chế ban hành kèm theo Quyết định số 45/QĐ-UBND ngày 02/7/2025",
    [["45/QĐ-UBND", "2025-07-02", "attaches"]],
    "annex of",
  ],
  [
    "(Kèm theo Tờ trình số 71/TTr-SYT ngày 05/9/2025 của Sở Y tế)",
    [["71/TTr-SYT", "2025-09-05", "attaches"]],
    "annex of",
  ],
  [
    "Ngày 02/7/2025, UBND tỉnh ban hành Kế hoạch số 128/KH-UBND về chợ đêm.",
    [["128/KH-UBND", null, "mentions"]],
    "the day before is of the deed",
  ],
  [
    "báo cáo theo Nghị quyết số 23-NQ/TW trước ngày 15/7/2025",
    [["23-NQ/TW", null, "mentions"]],
    "a deadline is no date of issue",
  ],
  [
    "gửi theo Công văn số 611/BNG-CNV chậm nhất ngày 15/7/2025",
    [["611/BNG-CNV", null, "mentions"]],
    "a deadline is no date of issue",
  ],
  [
    "Công văn số 611/BNG-CNV của Bộ Ngoại giao về việc báo cáo trước ngày 15/7/2025",
    [["611/BNG-CNV", null, "mentions"]],
    "a deadline behind the issuer",
  ],
  [
    "Nghị quyết số 23-NQ/TW của Bộ Chính trị đến ngày 31/12/2025",
    [["23-NQ/TW", null, "mentions"]],
    "an end is no date of issue",
  ],
  ["Công văn số 611/BNG-CNV ngày   tháng   năm 2025", [["611/BNG-CNV", null, "mentions"]], "date left blank"],
  ["Công văn số 611/BNG-CNV ngày 31/02/2025", [["611/BNG-CNV", null, "mentions"]], "no such day"],
  [
    "các Thông báo số 09/TB-VPCP ngày 11 tháng 01 năm 2024; số 28/TB-VPCP ngày 16 tháng 7 năm 2024",
    [
      ["09/TB-VPCP", "2024-01-11", "mentions"],
      ["28/TB-VPCP", "2024-07-16", "mentions"],
    ],
    "each its own date",
  ],
  [
    "các Nghị quyết số 12 và 13/NQ-CP ngày 05/01/2024 của Chính phủ",
    [
      ["12/NQ-CP", "2024-01-05", "mentions"],
      ["13/NQ-CP", "2024-01-05", "mentions"],
    ],
    "one date for both",
  ],
  [
    "NGHỊ QUYẾT SỐ 96/NQ-CP NGÀY 03 THÁNG 4 NĂM 2024 CỦA CHÍNH PHỦ",
    [["96/NQ-CP", "2024-04-03", "mentions"]],
    "capitals",
  ],
  ["THỰC HIỆN CHỈ THỊ SỐ 13/CT-TTG NGÀY 02/5/2024", [["13/CT-TTg", "2024-05-02", "implements"]], "capitals"],
  [
    "Nghị  quyết số 23-\nNQ/TW ngày\n12/6/2022",
    [["23-NQ/TW", "2022-06-12", "mentions"]],
    "forced line breaks",
  ],
  [
    "Nghi quyét s6 59-NQ/TW ngay 24/01/2025 ctia B6 Chinh tri",
    [["59-NQ/TW", "2025-01-24", "mentions"]],
    "a bad scan",
  ],
  ["trién khai thuc hién Nghi quyét s6 59-NQ/TW", [["59-NQ/TW", null, "implements"]], "a bad scan"],
  ["Quyết định số 900/QĐ-UBND ngày 02/10/2025 của UBND tỉnh", [], "the document itself"],
  ["Quyết định này (900/QĐ-UBND) có hiệu lực", [], "the document itself, undated"],
  [
    "Quyết định số 900/QĐ-UBND ngày 03/5/2019 của UBND tỉnh Kon Tum",
    [["900/QĐ-UBND", "2019-05-03", "mentions"]],
    "same number, another document",
  ],
  ["Kế hoạch ban hành kèm Quyết định số    /QĐ-UBND ngày   tháng   năm 2025", [], "number left blank"],
  ["trước ngày 15/7/2025, đạt 22/22 xã, kinh phí 1.500.000.000 đồng", [], "figures"],
  ["Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;", [], "a law has no number here"],
  ["áp dụng QCVN 102:2016/BTTTT", [["QCVN 102:2016/BTTTT", null, "mentions"]], "a technical regulation"],
  ["Luật số 45/2019/QH14 ngày 20/11/2019", [["45/2019/QH14", "2019-11-20", "mentions"]], "a law with number"],
  [
    "Hướng dẫn số 31-HD/BTGDVTU ngày 12/8/2025 của Ban Tuyên giáo và Dân vận Tỉnh ủy",
    [["31-HD/BTGDVTU", "2025-08-12", "mentions"]],
    "organ of the Party",
  ],
  ["Nghị quyết 96/NQ-CP ký ngày 03/4/2024", [["96/NQ-CP", "2024-04-03", "mentions"]], "signed on"],
  ["Nghị quyết 96/NQ-CP (ngày 03/4/2024)", [["96/NQ-CP", "2024-04-03", "mentions"]], "date in brackets"],
  [
    "Thực hiện nhiệm vụ năm 2025. Công văn số 611/BNG-CNV yêu cầu",
    [["611/BNG-CNV", null, "mentions"]],
    "the verb is of another sentence",
  ],
];

describe("findCitations: number, date, relation", () => {
  it.each(rows)("%j → %j (%s)", (sentence, expected) => {
    expect(read(sentence).map(({ number, date, relation }) => [number, date, relation])).toEqual(expected);
  });
});

/** [sentence, kind, issuer, why] */
const named: readonly (readonly [string, string | null, string | null, string])[] = [
  ["Nghị quyết số 23-NQ/TW của Bộ Chính trị", "Nghị quyết", "Bộ Chính trị", "printed"],
  ["Chỉ thị số 14-CT/TW ngày 19/7/2017 của Ban Bí thư", "Chỉ thị", "Ban Bí thư", "printed behind the date"],
  [
    "Chương trình hành động số 85-CTr/TU của Ban Thường vụ Tỉnh ủy Gia Lai",
    "Chương trình hành động",
    "Ban Thường vụ Tỉnh ủy Gia Lai",
    "longer name of the kind",
  ],
  [
    "Kế hoạch số 12-KH/TU ngày 02/7/2025 của Thành ủy Đà Nẵng",
    "Kế hoạch",
    "Thành ủy Đà Nẵng",
    "a city's Party committee",
  ],
  ["Văn bản số 318/SNgV-LSBG", "Công văn", "Sở Ngoại vụ", "văn bản is no kind; issuer by symbol"],
  ["số 5121/VPCP-QHQT", "Công văn", "Văn phòng Chính phủ", "no kind printed"],
  [
    "Quyết định số 45/QĐ-UBND của UBND tỉnh Lào Cai",
    "Quyết định",
    "Ủy ban nhân dân tỉnh Lào Cai",
    "abbreviation written out",
  ],
  [
    "Quyết định số 45/QĐ-UBND của UBND tỉnh",
    "Quyết định",
    "Ủy ban nhân dân tỉnh Gia Lai",
    "our own province",
  ],
  ["Quyết định số 45/QĐ-UBND", "Quyết định", "Ủy ban nhân dân tỉnh Gia Lai", "by symbol, our own province"],
  [
    "Quyết định số 45/QĐ-UBND ngày 18/11/2024 của Chủ tịch UBND tỉnh Quảng Bình",
    "Quyết định",
    "Chủ tịch Ủy ban nhân dân tỉnh Quảng Bình",
    "the chairman of a province that has ended",
  ],
  [
    "Quyết định số 45/QĐ-UBND của Ủy ban nhân dân xã Ia O",
    "Quyết định",
    "Ủy ban nhân dân xã Ia O",
    "a commune",
  ],
  [
    "Nghị quyết số 14/NQ-HĐND ngày 09/02/2026 của HĐND tỉnh Lâm Đồng",
    "Nghị quyết",
    "Hội đồng nhân dân tỉnh Lâm Đồng",
    "a council",
  ],
  [
    "Quy định số 66-QĐ/TW",
    "Quy định",
    "Ban Chấp hành Trung ương Đảng",
    "QĐ of the Party; TW alone is a guess",
  ],
  ["Thông tư số 02/2017/TT-VPCP của Văn phòng Chính phủ", "Thông tư", "Văn phòng Chính phủ", "an office"],
  ["Thông tư số 08/2024/TT-BNG", "Thông tư", "Bộ Ngoại giao", "ministry by symbol"],
  ["Thông tư số 98/2013/TT-BTNMT", "Thông tư", "Bộ Tài nguyên và Môi trường", "ministry that has ended"],
  ["Công văn số 19/LĐTBXH-NCC", "Công văn", "Bộ Lao động - Thương binh và Xã hội", "ministry without B"],
  ["Chỉ thị số 17/CT-TTg", "Chỉ thị", "Thủ tướng Chính phủ", "by symbol"],
  [
    "Thông báo kết luận số 205/TB-VPCP",
    "Thông báo kết luận",
    "Văn phòng Chính phủ",
    "longer name of the kind",
  ],
  ["Báo cáo kết quả số 150/BC-ĐGS", "Báo cáo", null, "unknown issuer; kind by abbreviation"],
  [
    "Nghị quyết số 1412/NQ-UBTVQH15",
    "Nghị quyết",
    "Ủy ban Thường vụ Quốc hội",
    "legislature behind the symbol",
  ],
  ["Luật số 45/2019/QH14", "Luật", "Quốc hội", "law with number"],
  ["Công điện số 18/CĐ-TTg", "Công điện", "Thủ tướng Chính phủ", "telegram"],
  ["Kết luận thanh tra số 77/KL-TTCP", "Kết luận thanh tra", "Thanh tra Chính phủ", "inspection"],
  ["QUYẾT ĐỊNH SỐ 22/2013/QĐ-TTG", "Quyết định", "Thủ tướng Chính phủ", "kind in sentence case"],
  ["TCVN 11930:2017", null, null, "a standard has no kind"],
];

describe("findCitations: kind and issuer", () => {
  it.each(named)("%j is %s of %s (%s)", (sentence, kind, issuer) => {
    const [citation] = read(sentence);
    expect([citation?.kind, citation?.issuer]).toEqual([kind, issuer]);
  });

  it("takes the issuer from another mention of the same number", () => {
    const [first, second] = read(
      "Kế hoạch số 12-KH/TU",
      "Kế hoạch số 12-KH/TU của Ban Thường vụ Tỉnh ủy Bình Định",
    );
    expect([first?.issuer, second?.issuer]).toEqual([
      "Ban Thường vụ Tỉnh ủy Bình Định",
      "Ban Thường vụ Tỉnh ủy Bình Định",
    ]);
  });

  it("does not take the date from another mention: an undated mention stays undated", () => {
    const [first, second] = read("Nghị quyết số 96/NQ-CP ngày 03/4/2024", "Nghị quyết số 96/NQ-CP");
    expect([first?.date, second?.date]).toEqual(["2024-04-03", null]);
  });

  it("doubts an issuer that was guessed and none that was printed", () => {
    expect(read("Nghị quyết số 23-NQ/TW của Bộ Chính trị")[0]?.doubt).toBe(0);
    expect(read("Nghị quyết số 23-NQ/TW")[0]?.doubt).toBe(0.5);
    expect(read("Quyết định số 45/QĐ-UBND")[0]?.doubt).toBe(0.2);
  });
});

describe("findCitations: place", () => {
  it("writes from the name of the kind to the date, on the line of the number", () => {
    const text = "Căn cứ Nghị quyết số 96/NQ-CP ngày 03/4/2024 của Chính phủ";
    const paragraph = {
      ...paragraphAt(text, atLines(7)),
      spans: [
        { start: 0, place: atLines(7) },
        { start: text.indexOf("96/"), place: atLines(8) },
      ],
    };
    const [citation] = findCitations([paragraph], surroundings);
    expect(citation).toMatchObject({
      asWritten: "Nghị quyết số 96/NQ-CP ngày 03/4/2024",
      line: 8,
      place: atLines(8),
    });
  });

  it("finds those in cells, in order", () => {
    const cell = (text: string, column: number) => ({
      column,
      columnSpan: 1,
      rowSpan: 1,
      blocks: [paragraphAt(text, nowhere)],
    });
    const table = {
      kind: "table" as const,
      columnCount: 2,
      role: "body" as const,
      rows: [{ repeatsAsHeading: false, cells: [cell("theo 12/NQ-CP", 0), cell("theo 23-NQ/TW", 1)] }],
    };
    expect(findCitations([table], surroundings).map((citation) => citation.number)).toEqual([
      "12/NQ-CP",
      "23-NQ/TW",
    ]);
  });

  it("never throws, and every citation is written in its paragraph", () => {
    const piece = fc.constantFrom(
      "Căn cứ ",
      "Nghị quyết ",
      "số ",
      "12/NQ-CP ",
      "45/QĐ-UBND",
      " ngày 3/4/2024 ",
      "của Chính phủ",
      "; ",
      "và ",
      "của UBND tỉnh Gia Lai ",
      "thay thế ",
      "12, ",
      "\n",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join("");
        for (const citation of read(text)) expect(text.replace(/\s+/gu, " ")).toContain(citation.asWritten);
      }),
    );
  });

  it("stays linear in the number of citations", () => {
    const text = "thực hiện Nghị quyết số 23-NQ/TW ngày 12/6/2022 của Bộ Chính trị và ".repeat(1500);
    const begun = performance.now();
    expect(read(text)).toHaveLength(1500);
    expect(performance.now() - begun).toBeLessThan(8000);
  });
});

describe("findBackReferences", () => {
  const references = (...texts: readonly string[]) =>
    findBackReferences(
      texts.map((text) => paragraphAt(text, nowhere)),
      surroundings,
    ).map(({ text, number }) => [text, number]);

  it.each([
    [
      ["Nghị quyết số 96/NQ-CP nêu rõ.", "Theo Nghị quyết nêu trên, các xã"],
      [["Nghị quyết", "96/NQ-CP"]],
      "the only one",
    ],
    [
      ["Nghị quyết số 96/NQ-CP. Theo Nghị quyết nói trên"],
      [["Nghị quyết", "96/NQ-CP"]],
      "in the same paragraph",
    ],
    [["Nghị quyết số 96/NQ-CP và Nghị quyết số 97/NQ-CP", "Nghị quyết nêu trên"], [], "two: none is taken"],
    [["Kế hoạch nêu trên"], [], "nothing cited"],
    [["Nghị quyết số 96/NQ-CP", "Kế hoạch nêu trên"], [], "another kind"],
    [["Nghị quyết số 96/NQ-CP", "các nhiệm vụ nêu trên"], [], "no kind"],
  ])("%j → %j (%s)", (texts, expected) => {
    expect(references(...texts)).toEqual(expected);
  });
});
