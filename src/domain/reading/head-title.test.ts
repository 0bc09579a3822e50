import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Block } from "../document/block.ts";
import { buildGazetteer } from "../organisation/gazetteer.ts";
import { readHead } from "./head.ts";
import { body, columns, nation, paragraphs } from "./head-fixture.ts";

const data = (name: string) => readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8");
const gazetteer = buildGazetteer({
  units: data("administrative-units.tsv"),
  bodies: data("bodies.tsv"),
  provinces: data("provinces.tsv"),
});

const read = (blocks: readonly Block[]) => readHead(blocks, { gazetteer });

/** [lines under the head, kind, name, subject, why] */
const subjects: readonly (readonly [
  readonly string[],
  string | null,
  string | null,
  string | null,
  string,
])[] = [
  [
    [
      "QUYẾT ĐỊNH",
      "Về việc thành lập Tổ công tác chợ đêm",
      "ỦY BAN NHÂN DÂN TỈNH",
      "Căn cứ Luật Tổ chức chính quyền địa phương;",
    ],
    "QĐ",
    "Quyết định",
    "Về việc thành lập Tổ công tác chợ đêm",
    "ends at the authority",
  ],
  [
    ["QUYẾT ĐỊNH", "VỀ VIỆC BAN HÀNH QUY CHẾ TRỰC", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH", "Căn cứ Luật;"],
    "QĐ",
    "Quyết định",
    "VỀ VIỆC BAN HÀNH QUY CHẾ TRỰC",
    "capitals stay",
  ],
  [
    ["KẾ HOẠCH", "Tổ chức giải bơi", "các xã ven sông năm 2026", body],
    "KH",
    "Kế hoạch",
    "Tổ chức giải bơi các xã ven sông năm 2026",
    "two lines",
  ],
  [
    ["KẾ HOẠCH Tổ chức giải bơi năm 2026", body],
    "KH",
    "Kế hoạch",
    "Tổ chức giải bơi năm 2026",
    "on the title line",
  ],
  [
    [
      "THÔNG BÁO",
      "Kết luận của Phó Chủ tịch tại cuộc họp về cầu treo",
      "Ngày 12/11/2025, tại trụ sở, Phó Chủ tịch chủ trì cuộc họp.",
    ],
    "TB",
    "Thông báo",
    "Kết luận của Phó Chủ tịch tại cuộc họp về cầu treo",
    "ends at the story of the meeting",
  ],
  [
    [
      "THÔNG BÁO",
      "Kết luận cuộc họp về cầu treo Chiều ngày 12/11/2025, tại trụ sở, Phó Chủ tịch chủ trì cuộc họp.",
    ],
    "TB",
    "Thông báo",
    "Kết luận cuộc họp về cầu treo",
    "run together with the text",
  ],
  [["T H Ô N G B Á O", "Về lịch nghỉ lễ", body], "TB", "Thông báo", "Về lịch nghỉ lễ", "title spaced out"],
  [
    ["BÁO CÁO", "Công tác cứu hộ quý I", "Kính gửi: Ủy ban nhân dân tỉnh"],
    "BC",
    "Báo cáo",
    "Công tác cứu hộ quý I",
    "ends at the addressee",
  ],
  [
    ["CHƯƠNG TRÌNH HÀNH ĐỘNG", "Nâng cao chất lượng nước sạch", body],
    "CTr",
    "Chương trình",
    "Nâng cao chất lượng nước sạch",
    "longer name of a kind",
  ],
  [
    ["NGHỊ QUYẾT", "Về định mức phân bổ dự toán", "HỘI ĐỒNG NHÂN DÂN TỈNH LÂM ĐỒNG", "KHÓA X, KỲ HỌP THỨ 12"],
    "NQ",
    "Nghị quyết",
    "Về định mức phân bổ dự toán",
    "ends at the council",
  ],
  [
    ["KẾ HOẠCH", "Diễn tập phòng cháy (Kèm theo Quyết định số 3/QĐ-UBND)", body],
    "KH",
    "Kế hoạch",
    "Diễn tập phòng cháy",
    "without the note",
  ],
  [
    ["NGHỊ QUYẾT", "CỦA BỘ CHÍNH TRỊ", "Về chợ phiên", body],
    "NQ",
    "Nghị quyết",
    "Về chợ phiên",
    "authority under the kind",
  ],
  [["Kính gửi: Các đơn vị", body], "CV", "Công văn", null, "letter without subject"],
];

describe("readHead: kind and subject", () => {
  it.each(subjects)("%j is %s %s (%#)", (lines, kind, kindName, subject) => {
    const number = kind === "CV" ? "Số: 3/UBND-NC" : `Số: 3/${kind}-UBND`;
    const top = columns(
      ["ỦY BAN NHÂN DÂN", "TỈNH LÂM ĐỒNG", number],
      [...nation, "Lâm Đồng, ngày 05 tháng 8 năm 2025"],
    );
    expect(read([top, ...paragraphs(...lines)])).toMatchObject({ kind, kindName, subject });
  });

  it.each([
    [
      ["SỞ Y TẾ", "Số: 3/SYT-NVY", "V/v rà soát tủ thuốc học đường"],
      "rà soát tủ thuốc học đường",
      "own line",
    ],
    [["SỞ Y TẾ", "Số: 3/SYT-NVY V/v: rà soát tủ thuốc"], "rà soát tủ thuốc", "on the number line"],
    [
      ["SỞ Y TẾ", "Số: 3/SYT-NVY", "V/v rà soát tủ thuốc", "học đường năm 2026"],
      "rà soát tủ thuốc học đường năm 2026",
      "two lines",
    ],
  ])("letter %j is about %s (%s)", (left, subject) => {
    const top = columns(left, [...nation, "Huế, ngày 05 tháng 8 năm 2025"]);
    expect(read([top, ...paragraphs("Kính gửi: Các trường học", body)])).toMatchObject({
      kind: "CV",
      subject,
    });
  });

  it("keeps a rule and a later plan of the same file apart: the first title is the document's", () => {
    const top = columns(["BỘ Y TẾ", "Số: 3/QĐ-BYT"], [...nation, "Hà Nội, ngày 05 tháng 8 năm 2025"]);
    const head = read([
      top,
      ...paragraphs(
        "QUYẾT ĐỊNH",
        "Ban hành Kế hoạch tiêm chủng",
        "BỘ TRƯỞNG BỘ Y TẾ",
        "Căn cứ Luật;",
        "QUYẾT ĐỊNH:",
        "Điều 1. Ban hành.",
        "KẾ HOẠCH",
        "Tiêm chủng",
      ),
    ]);
    expect(head).toMatchObject({ kind: "QĐ", subject: "Ban hành Kế hoạch tiêm chủng" });
  });
});

describe("readHead: an annex alone", () => {
  it("names the document it belongs to", () => {
    const head = read(
      paragraphs(
        "PHỤ LỤC II",
        "DANH SÁCH ĐIỂM TRỰC",
        "(Kèm theo Quyết định số 45/QĐ-UBND ngày 02/7/2025 của Ủy ban nhân dân tỉnh)",
      ),
    );
    expect(head).toMatchObject({ attachedTo: "45/QĐ-UBND", number: null });
  });

  it("gives null when the note leaves the number blank", () => {
    const head = read(
      paragraphs(
        "PHỤ LỤC",
        "DANH SÁCH ĐIỂM TRỰC",
        "(Kèm theo Quyết định số    /QĐ-UBND ngày   tháng   năm 2025)",
      ),
    );
    expect(head.attachedTo).toBeNull();
  });

  it("is no annex when the document has its own head", () => {
    const top = columns(["BỘ Y TẾ", "Số: 3/KH-BYT"], [...nation, "Hà Nội, ngày 05 tháng 8 năm 2025"]);
    expect(
      read([top, ...paragraphs("KẾ HOẠCH", "Tiêm chủng", "(Ban hành kèm theo Quyết định số 2/QĐ-BYT)", body)])
        .attachedTo,
    ).toBeNull();
  });
});
