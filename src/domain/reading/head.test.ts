import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, paragraphAt } from "../document/block.ts";
import { nowhere } from "../document/place.ts";
import { buildGazetteer } from "../organisation/gazetteer.ts";
import type { DocumentHead } from "./findings.ts";
import { provinceOfHead, readHead } from "./head.ts";
import { body, columns, nation, paragraphs } from "./head-fixture.ts";

const data = (name: string) => readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8");
const gazetteer = buildGazetteer({
  units: data("administrative-units.tsv"),
  bodies: data("bodies.tsv"),
  provinces: data("provinces.tsv"),
});

const read = (blocks: readonly Block[]) => readHead(blocks, { gazetteer });

/** [issuer lines, number line, place line, what must be read, why] */
type HeadCase = readonly [readonly string[], string, string, Partial<DocumentHead>, string];
const heads: readonly HeadCase[] = [
  [
    ["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI"],
    "Số: 873/QĐ-UBND",
    "Gia Lai, ngày 05 tháng 8 năm 2025",
    {
      number: "873/QĐ-UBND",
      issuer: "Ủy ban nhân dân tỉnh Gia Lai",
      issuerSuperior: null,
      place: "Gia Lai",
      date: "2025-08-05",
    },
    "two lines are one body",
  ],
  [
    ["ỦY BAN NHÂN DÂN TỈNH BÌNH ĐỊNH"],
    "Số: 73/TB-UBND",
    "Bình Định, ngày 12 tháng 02 năm 2025",
    { issuer: "Ủy ban nhân dân tỉnh Bình Định", date: "2025-02-12" },
    "a province before the merger",
  ],
  [
    ["UBND TỈNH QUẢNG NGÃI"],
    "Số: 15/KH-UBND",
    "Quảng Ngãi, ngày 02 tháng 01 năm 2026",
    { issuer: "Ủy ban nhân dân tỉnh Quảng Ngãi" },
    "abbreviation in the head",
  ],
  [
    ["ỦY BAN NHÂN DÂN", "THÀNH PHỐ HÀ NỘI"],
    "Số: 31/2025/QĐ-UBND",
    "Hà Nội, ngày 20 tháng 3 năm 2025",
    { number: "31/2025/QĐ-UBND", issuer: "Ủy ban nhân dân thành phố Hà Nội" },
    "a city",
  ],
  [
    ["UỶ BAN NHÂN DÂN", "TỈNH CÀ MAU"],
    "Số: 9/CT-UBND",
    "Cà Mau, ngày 09 tháng 9 năm 2025",
    { number: "9/CT-UBND", issuer: "Ủy ban nhân dân tỉnh Cà Mau" },
    "other place of the tone mark",
  ],
  [
    ["HỘI ĐỒNG NHÂN DÂN", "TỈNH LÂM ĐỒNG"],
    "Số: 44/NQ-HĐND",
    "Lâm Đồng, ngày 11 tháng 12 năm 2025",
    { issuer: "Hội đồng nhân dân tỉnh Lâm Đồng" },
    "a council",
  ],
  [
    ["UBND TỈNH GIA LAI", "SỞ NGOẠI VỤ"],
    "Số: 318/SNgV-LSBG",
    "Gia Lai, ngày 14 tháng 7 năm 2025",
    {
      number: "318/SNgV-LSBG",
      kind: "CV",
      issuer: "Sở Ngoại vụ",
      issuerSuperior: "Ủy ban nhân dân tỉnh Gia Lai",
    },
    "department under its superior",
  ],
  [
    ["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI", "SỞ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"],
    "Số: 61/TTr-SNNMT",
    "Gia Lai, ngày 01 tháng 10 năm 2025",
    { issuer: "Sở Nông nghiệp và Môi trường", issuerSuperior: "Ủy ban nhân dân tỉnh Gia Lai" },
    "four lines, two bodies",
  ],
  [
    ["UBND TỈNH AN GIANG", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"],
    "Số: 77/HD-SGDĐT",
    "An Giang, ngày 15 tháng 9 năm 2025",
    { issuer: "Sở Giáo dục và Đào tạo" },
    "name with và",
  ],
  [
    ["UBND TỈNH NGHỆ AN", "SỞ VĂN HÓA, THỂ THAO", "VÀ DU LỊCH"],
    "Số: 12/GM-SVHTTDL",
    "Nghệ An, ngày 03 tháng 6 năm 2025",
    { issuer: "Sở Văn hóa, Thể thao và Du lịch" },
    "name with a comma, broken",
  ],
  [
    ["UBND TỈNH GIA LAI", "VĂN PHÒNG"],
    "Số: 22/TB-VP",
    "Gia Lai, ngày 22 tháng 8 năm 2025",
    { number: "22/TB-VP", issuerSuperior: "Ủy ban nhân dân tỉnh Gia Lai" },
    "an office under its superior",
  ],
  [
    ["VĂN PHÒNG CHÍNH PHỦ"],
    "Số: 205/TB-VPCP",
    "Hà Nội, ngày 06 tháng 5 năm 2025",
    { issuer: "Văn phòng Chính phủ", issuerSuperior: null },
    "central office",
  ],
  [
    ["VĂN PHÒNG", "CHÍNH PHỦ"],
    "Số: 206/TB-VPCP",
    "Hà Nội, ngày 07 tháng 5 năm 2025",
    { issuer: "Văn phòng Chính phủ", issuerSuperior: null },
    "the same over two lines",
  ],
  [
    ["CHÍNH PHỦ"],
    "Số: 41/2023/NĐ-CP",
    "Hà Nội, ngày 28 tháng 6 năm 2023",
    { issuer: "Chính phủ" },
    "Government",
  ],
  [
    ["THỦ TƯỚNG CHÍNH PHỦ"],
    "Số: 17/CT-TTg",
    "Hà Nội, ngày 15 tháng 6 năm 2024",
    { number: "17/CT-TTg", issuer: "Thủ tướng Chính phủ" },
    "Prime Minister",
  ],
  [
    ["QUỐC HỘI"],
    "Luật số: 45/2019/QH14",
    "Hà Nội, ngày 20 tháng 11 năm 2019",
    { issuer: "Quốc hội" },
    "National Assembly",
  ],
  [
    ["ỦY BAN THƯỜNG VỤ", "QUỐC HỘI"],
    "Số: 1412/NQ-UBTVQH15",
    "Hà Nội, ngày 01 tháng 4 năm 2025",
    { issuer: "Ủy ban Thường vụ Quốc hội" },
    "Standing Committee",
  ],
  [
    ["BỘ NGOẠI GIAO"],
    "Số: 611/BNG-CNV",
    "Hà Nội, ngày 04 tháng 3 năm 2025",
    { issuer: "Bộ Ngoại giao", kind: "CV" },
    "a ministry",
  ],
  [
    ["BỘ NÔNG NGHIỆP", "VÀ MÔI TRƯỜNG"],
    "Số: 500/QĐ-BNNMT",
    "Hà Nội, ngày 10 tháng 6 năm 2026",
    { issuer: "Bộ Nông nghiệp và Môi trường" },
    "ministry of 2025, two lines",
  ],
  [
    ["BỘ TÀI NGUYÊN VÀ MÔI TRƯỜNG"],
    "Số: 09/KH-BTNMT",
    "Hà Nội, ngày 06 tháng 8 năm 2024",
    { number: "09/KH-BTNMT", issuer: "Bộ Tài nguyên và Môi trường" },
    "ministry that has ended",
  ],
  [
    ["BỘ LAO ĐỘNG - THƯƠNG BINH", "VÀ XÃ HỘI"],
    "Số: 19/BC-BLĐTBXH",
    "Hà Nội, ngày 11 tháng 01 năm 2024",
    { issuer: "Bộ Lao động - Thương binh và Xã hội" },
    "hyphen inside a name",
  ],
  [
    ["BỘ CÔNG THƯƠNG", "CỤC XÚC TIẾN THƯƠNG MẠI"],
    "Số: 88/XTTM-HTQT",
    "Hà Nội, ngày 17 tháng 7 năm 2025",
    { issuer: "Cục Xúc tiến thương mại", issuerSuperior: "Bộ Công Thương" },
    "unit of a ministry",
  ],
  [
    ["ỦY BAN NHÂN DÂN", "XÃ IA O"],
    "Số: 5/KH-UBND",
    "Ia O, ngày 08 tháng 9 năm 2025",
    { issuer: "Ủy ban nhân dân xã Ia O", place: "Ia O" },
    "a commune",
  ],
  [
    ["ỦY BAN NHÂN DÂN", "PHƯỜNG QUY NHƠN"],
    "Số: 81/BC-UBND",
    "Quy Nhơn, ngày 30 tháng 10 năm 2025",
    { issuer: "Ủy ban nhân dân phường Quy Nhơn", place: "Quy Nhơn" },
    "a ward",
  ],
  [
    ["TỈNH ỦY GIA LAI", "*"],
    "Số 85-CTr/TU",
    "Gia Lai, ngày 29 tháng 4 năm 2025",
    { number: "85-CTr/TU", kind: "CTr", issuer: "Tỉnh ủy Gia Lai" },
    "the Party: star under the name, no colon",
  ],
  [
    ["THÀNH ỦY ĐÀ NẴNG", "*"],
    "Số 12-KH/TU",
    "Đà Nẵng, ngày 02 tháng 7 năm 2025",
    { number: "12-KH/TU", issuer: "Thành ủy Đà Nẵng" },
    "Party committee of a city",
  ],
  [
    ["TỈNH ỦY GIA LAI", "BAN TUYÊN GIÁO VÀ DÂN VẬN", "*"],
    "Số 31-HD/BTGDVTU",
    "Gia Lai, ngày 12 tháng 8 năm 2025",
    { number: "31-HD/BTGDVTU", issuerSuperior: "Tỉnh ủy Gia Lai" },
    "organ of a Party committee",
  ],
  [
    ["ĐẢNG BỘ TỈNH GIA LAI", "ĐẢNG ỦY UBND TỈNH"],
    "Số 7-NQ/ĐU",
    "Gia Lai, ngày 03 tháng 11 năm 2025",
    { number: "7-NQ/ĐU", issuer: "Đảng ủy Ủy ban nhân dân tỉnh Gia Lai" },
    "Party committee of the People's Committee",
  ],
  [
    ["BAN CHẤP HÀNH TRUNG ƯƠNG", "*"],
    "Số 36-NQ/TW",
    "Hà Nội, ngày 22 tháng 10 năm 2018",
    { number: "36-NQ/TW", issuer: "Ban Chấp hành Trung ương Đảng" },
    "Central Committee",
  ],
  [
    ["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI"],
    "Số:      /KH-UBND",
    "Gia Lai, ngày    tháng    năm 2026",
    { number: null, date: null, place: "Gia Lai", issuer: "Ủy ban nhân dân tỉnh Gia Lai" },
    "all blank",
  ],
  [
    ["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI"],
    "Số: …/TB-UBND",
    "Gia Lai, ngày … tháng 7 năm 2025",
    { number: null, date: null },
    "dots for blanks",
  ],
  [
    ["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI"],
    "Số : 205 /TB-UBND",
    "Gia Lai , ngày 4 tháng 7 năm 2025",
    { number: "205/TB-UBND", date: "2025-07-04", place: "Gia Lai" },
    "loose spaces",
  ],
  [
    ["ỦY B AN NHÂN D Â N", "T HÀNH P HỐ HỒ C H Í M I NH"],
    "Số: 3/QĐ-UBND",
    "T hành phố Hồ Chí M inh, ngày 28 tháng 0 6 năm 2014",
    { issuer: "Ủy ban nhân dân thành phố Hồ Chí Minh", place: "Thành phố Hồ Chí Minh", date: "2014-06-28" },
    "letters spaced out",
  ],
  [
    ["CÔNG AN TỈNH GIA LAI"],
    "Số: 55/KH-CAT",
    "Gia Lai, ngày 19 tháng 8 năm 2025",
    { issuer: "Công an tỉnh Gia Lai" },
    "police",
  ],
  [
    ["THANH TRA CHÍNH PHỦ"],
    "Số: 77/KL-TTCP",
    "Hà Nội, ngày 30 tháng 5 năm 2025",
    { issuer: "Thanh tra Chính phủ", kind: "KL" },
    "conclusion of an inspection",
  ],
  [
    ["NGÂN HÀNG NHÀ NƯỚC", "VIỆT NAM"],
    "Số: 8/TB-NHNN",
    "Hà Nội, ngày 30 tháng 5 năm 2025",
    { issuer: "Ngân hàng Nhà nước Việt Nam" },
    "name broken over lines",
  ],
  [
    ["UBND TỈNH ĐỒNG NAI"],
    "Số: 12/TB-UBND",
    "Đồng Nai, ngày 2| tháng 5 năm 2026",
    { place: "Đồng Nai", date: "2026-05-21" },
    "a one written by hand",
  ],
  [
    ["UBND TỈNH ĐỒNG NAI"],
    "Số: 12/TB-UBND",
    "Đồng Nai, ngày #3 tháng 5 năm 2026",
    { place: "Đồng Nai", date: null },
    "a day written by hand that was not read is no day of one figure",
  ],
  [
    ["KHẨN", "ỦY BAN NHÂN DÂN", "TỈNH SƠN LA"],
    "Số: 2/CĐ-UBND",
    "Sơn La, ngày 30 tháng 8 năm 2025",
    { issuer: "Ủy ban nhân dân tỉnh Sơn La", kind: "CĐ" },
    "mark of urgency is no body",
  ],
];

/** [lines over the number, symbol, issuer, superior, why] */
const bodies: readonly (readonly [readonly string[], string, string, string | null, string])[] = [
  [
    ["TỈNH ỦY GIA LAI", "VĂN PHÒNG", "*"],
    "-CV/VPTU",
    "Văn phòng Tỉnh ủy Gia Lai",
    "Tỉnh ủy Gia Lai",
    "organ named with its superior",
  ],
  [
    ["HỘI ĐỒNG NHÂN DÂN", "TỈNH GIA LAI", "BAN PHÁP CHẾ"],
    "/BC-BPC",
    "Ban Pháp chế Hội đồng nhân dân tỉnh Gia Lai",
    "Hội đồng nhân dân tỉnh Gia Lai",
    "board of a council",
  ],
  [
    ["QUỐC HỘI", "ĐOÀN ĐẠI BIỂU QUỐC HỘI", "TỈNH GIA LAI"],
    "/BC-ĐĐBQH",
    "Đoàn đại biểu Quốc hội tỉnh Gia Lai",
    "Quốc hội",
    "hội does not wait for more",
  ],
  [["SỞ Y TẾ - SỞ TÀI CHÍNH"], "/KHLT-SYT-STC", "Sở Y tế - Sở Tài chính", null, "two bodies together"],
  [
    ["UBND HUYỆN BÌNH SƠN", "PHÒNG NỘI VỤ"],
    "/BC-NV",
    "Phòng Nội vụ",
    "Ủy ban nhân dân huyện Bình Sơn",
    "a district before 2025",
  ],
  [
    ["ĐẢNG BỘ TỈNH GIA LAI", "ĐẢNG ỦY XÃ IA O", "*"],
    "-BC/ĐU",
    "Đảng ủy xã Ia O",
    "Đảng bộ tỉnh Gia Lai",
    "Party committee of a commune",
  ],
  [
    ["DỰ THẢO", "ỦY BAN NHÂN DÂN", "TỈNH GIA LAI"],
    "/QĐ-UBND",
    "Ủy ban nhân dân tỉnh Gia Lai",
    null,
    "a draft",
  ],
  [
    ["ỦY BAN NHÂN DÂN", "ĐẶC KHU LÝ SƠN"],
    "/GM-UBND",
    "Ủy ban nhân dân đặc khu Lý Sơn",
    null,
    "a special zone",
  ],
];

const titleFor: Readonly<Record<string, string>> = {
  QĐ: "QUYẾT ĐỊNH",
  TB: "THÔNG BÁO",
  KH: "KẾ HOẠCH",
  CT: "CHỈ THỊ",
  NQ: "NGHỊ QUYẾT",
  TTr: "TỜ TRÌNH",
  HD: "HƯỚNG DẪN",
  GM: "GIẤY MỜI",
  BC: "BÁO CÁO",
  CTr: "CHƯƠNG TRÌNH HÀNH ĐỘNG",
  KL: "KẾT LUẬN",
  CĐ: "CÔNG ĐIỆN",
  NĐ: "NGHỊ ĐỊNH",
};

function titleOfCase(number: string): string | null {
  const kind = Object.keys(titleFor).find((each) => new RegExp(`[/-]${each}[-/]`, "u").test(number));
  return kind ? (titleFor[kind] ?? null) : number.includes("QH14") ? "LUẬT" : null;
}

describe("readHead: who, which number, where, when", () => {
  it.each(heads)("%j %j (%#)", (issuer, number, place, expected) => {
    const title = titleOfCase(number);
    const top = columns([...issuer, number], [...nation, place]);
    const below = title
      ? [title, "Về công tác quản lý mốc giới năm tới"]
      : ["Kính gửi: Các đơn vị trực thuộc"];
    expect(read([top, ...paragraphs(...below, body)])).toMatchObject(expected);
  });

  it.each(heads.slice(0, 30))("the same as separate lines %j %j (%#)", (issuer, number, place, expected) => {
    const title = titleOfCase(number);
    const below = title
      ? [title, "Về công tác quản lý mốc giới năm tới"]
      : ["Kính gửi: Các đơn vị trực thuộc"];
    expect(read(paragraphs(...issuer, ...nation, number, place, ...below, body))).toMatchObject(expected);
  });

  it.each(bodies)("%j %s is of %s under %s (%s)", (lines, symbol, issuer, issuerSuperior) => {
    const top = columns([...lines, `Số: 12${symbol}`], [...nation, "Gia Lai, ngày 05 tháng 8 năm 2025"]);
    const head = read([top, ...paragraphs("Kính gửi: Các đơn vị", body)]);
    expect(head).toMatchObject({ issuer, issuerSuperior, number: `12${symbol}` });
  });

  it("doubts what is blank", () => {
    const top = columns(
      ["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI", "Số:     /TB-UBND"],
      [...nation, "Gia Lai, ngày    tháng 7 năm 2025"],
    );
    expect(read([top, ...paragraphs("THÔNG BÁO", "Kết quả kiểm tra", body)]).doubts).toMatchObject({
      number: 0.3,
      date: 0.5,
    });
  });

  it("takes a blank number from the note of its annex, with doubt", () => {
    const top = columns(
      ["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI", "Số:     /QĐ-UBND"],
      [...nation, "Gia Lai, ngày    tháng 7 năm 2025"],
    );
    const head = read([
      top,
      ...paragraphs(
        "QUYẾT ĐỊNH",
        "Về phân công trực",
        body,
        "PHỤ LỤC",
        "(Kèm theo Quyết định số 12/QĐ-UBND ngày 02/7/2025)",
      ),
    ]);
    expect(head).toMatchObject({ number: "12/QĐ-UBND", doubts: { number: 0.2 } });
  });

  it("takes blanks from the stamps on the page, with doubt", () => {
    const top = columns(
      ["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI", "Số:     /TB-UBND"],
      [...nation, "Gia Lai, ngày    tháng 7 năm 2025"],
    );
    const stamp = (text: string) => paragraphAt(text, nowhere, { role: "annotation" });
    const head = read([top, stamp("417"), stamp("18"), ...paragraphs("THÔNG BÁO", "Kết quả kiểm tra", body)]);
    expect(head).toMatchObject({
      number: "417/TB-UBND",
      date: "2025-07-18",
      doubts: { number: 0.2, date: 0.3 },
    });
  });

  it("leaves a stamp of another symbol alone", () => {
    const top = columns(
      ["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI", "Số:     /TB-UBND"],
      [...nation, "Gia Lai, ngày 02 tháng 7 năm 2025"],
    );
    const stamp = paragraphAt("Số: 417/QĐ-UBND", nowhere, { role: "annotation" });
    expect(read([top, stamp, ...paragraphs("THÔNG BÁO", "Kết quả kiểm tra", body)]).number).toBeNull();
  });

  it("skips the stamp of a signature over the head", () => {
    const stamp = paragraphs("TRUNG TÂM CÔNG BÁO", "congbao@tinh.gov.vn", "18.11.2025 07:25:14 +07:00");
    const top = columns(
      ["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI", "Số: 5/TB-UBND"],
      [...nation, "Gia Lai, ngày 15 tháng 11 năm 2025"],
    );
    expect(read([...stamp, top, ...paragraphs("THÔNG BÁO", "Kết quả kiểm tra", body)])).toMatchObject({
      issuer: "Ủy ban nhân dân tỉnh Gia Lai",
      issuerSuperior: null,
    });
  });

  it("infers the issuer of a notice without head, with doubt", () => {
    const head = read(
      paragraphs(
        "THÔNG BÁO",
        "Kết luận của Chủ tịch UBND tỉnh tại cuộc họp về chợ biên giới",
        "Sáng ngày 03/6/2025, tại trụ sở, Chủ tịch UBND tỉnh Gia Lai chủ trì cuộc họp nghe báo cáo.",
        "Các chợ biên giới trên địa bàn tỉnh Gia Lai được rà soát lại.",
        "Nơi nhận:",
        "- Các sở;",
        "- Lưu: VT.",
        "TL. CHỦ TỊCH",
        "CHÁNH VĂN PHÒNG",
        "Lê Văn Bảo",
      ),
    );
    expect(head).toMatchObject({
      number: null,
      kind: "TB",
      issuer: "Ủy ban nhân dân tỉnh Gia Lai",
      date: null,
      signer: { name: "Lê Văn Bảo", title: "CHÁNH VĂN PHÒNG", capacity: "TL. CHỦ TỊCH" },
    });
    expect(head.doubts.issuer).toBeGreaterThan(0);
  });
});

describe("provinceOfHead", () => {
  it.each([
    [["ỦY BAN NHÂN DÂN", "TỈNH GIA LAI", "Số: 1/QĐ-UBND"], "Gia Lai, ngày 05 tháng 8 năm 2025", "Gia Lai"],
    [["UBND TỈNH GIA LAI", "SỞ NGOẠI VỤ", "Số: 1/QĐ-SNgV"], "Gia Lai, ngày 05 tháng 8 năm 2025", "Gia Lai"],
    [["BỘ Y TẾ", "Số: 1/QĐ-BYT"], "Hà Nội, ngày 05 tháng 8 năm 2025", null],
  ])("%j, %s is of %s", (left, place, province) => {
    const head = read([columns(left, [...nation, place]), ...paragraphs("QUYẾT ĐỊNH", "Về trực lễ", body)]);
    expect(provinceOfHead(head, gazetteer)).toBe(province);
  });
});

describe("readHead", () => {
  it("never throws and never gives an empty value", () => {
    const piece = fc.constantFrom(
      "ỦY BAN NHÂN DÂN",
      "TỈNH GIA LAI",
      ...nation,
      "Số: 3/QĐ-UBND",
      "Số:  /KH-UBND",
      "Gia Lai, ngày 3 tháng 4 năm 2025",
      "ngày tháng năm",
      "QUYẾT ĐỊNH",
      "PHỤ LỤC",
      "V/v",
      "Kính gửi:",
      "Nơi nhận:",
      "- Như trên;",
      "KT. CHỦ TỊCH",
      "PHÓ CHỦ TỊCH",
      "Lê Văn Bảo",
      "",
      "*",
      "MẬT",
      "(Kèm theo",
      body,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (texts) => {
        const head = read(paragraphs(...texts));
        for (const value of [head.number, head.kind, head.issuer, head.place, head.subject, head.attachedTo])
          expect(value).not.toBe("");
        for (const doubt of Object.values(head.doubts)) expect(doubt > 0 && doubt <= 1).toBe(true);
      }),
    );
  });
});
