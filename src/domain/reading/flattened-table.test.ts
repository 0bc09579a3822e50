import { describe, expect, it } from "vitest";
import { paragraphAt, textOfBlocks } from "../document/block.ts";
import { atLines } from "../document/place.ts";
import { restoreFlattenedTables } from "./flattened-table.ts";
import type { CellSense } from "./spread-cells.ts";

/** Enough sense for made-up rows: times begin with a word of time, bodies with a word for a body. */
const sense: CellSense = {
  isTime: (text) => /^(?:Năm|Quý|Hằng năm|Thường xuyên)/u.test(text) && text.length < 60,
  isBodies: (text) => /^(?:Sở|Các|Công an|UBND|Ban)/u.test(text) && text.length < 120,
};

const headings = [
  "STT",
  "Nội dung công việc",
  "Đơn vị chủ trì",
  "Đơn vị phối hợp",
  "Thời gian thực hiện",
  "Kết quả",
];
const restored = (texts: readonly string[]) =>
  restoreFlattenedTables(
    texts.map((text, i) => paragraphAt(text, atLines(i + 1))),
    sense,
  );

function rowsOf(texts: readonly string[]): readonly (readonly string[])[] {
  const table = restored(texts).find((block) => block.kind === "table");
  return table?.kind === "table"
    ? table.rows.slice(1).map((row) => row.cells.map((cell) => textOfBlocks(cell.blocks)))
    : [];
}

const full = ["1.", "Lập danh mục bến cá", "Sở Xây dựng", "Sở Tài chính", "Quý I/2026", "Danh mục"];
const second = ["2.", "Kiểm tra bến cá", "Sở Y tế", "Các xã", "Hằng năm", "Báo cáo"];

describe("restoreFlattenedTables", () => {
  it.each([
    ["all cells there", [...full, ...second], full, second],
    [
      "no co-ordinating body",
      [...full, "2.", "Kiểm tra bến cá", "Sở Y tế", "Hằng năm", "Báo cáo"],
      full,
      ["2.", "Kiểm tra bến cá", "Sở Y tế", "", "Hằng năm", "Báo cáo"],
    ],
    [
      "no time",
      [...full, "2.", "Kiểm tra bến cá", "Sở Y tế", "Các xã", "Báo cáo"],
      full,
      ["2.", "Kiểm tra bến cá", "Sở Y tế", "Các xã", "", "Báo cáo"],
    ],
    [
      "no result",
      [...full, "2.", "Kiểm tra bến cá", "Sở Y tế", "Các xã", "Hằng năm"],
      full,
      ["2.", "Kiểm tra bến cá", "Sở Y tế", "Các xã", "Hằng năm", ""],
    ],
    [
      "a name in two paragraphs",
      [...full, "2.", "Kiểm tra bến cá", "Sở Nông nghiệp và", "Môi trường", "Các xã", "Hằng năm", "Báo cáo"],
      full,
      ["2.", "Kiểm tra bến cá", "Sở Nông nghiệp và\nMôi trường", "Các xã", "Hằng năm", "Báo cáo"],
    ],
    [
      "a result in bullets",
      [
        ...full,
        "2.",
        "Kiểm tra bến cá",
        "Sở Y tế",
        "Các xã",
        "Hằng năm",
        "- 02 đợt kiểm tra.",
        "- 01 báo cáo.",
      ],
      full,
      ["2.", "Kiểm tra bến cá", "Sở Y tế", "Các xã", "Hằng năm", "- 02 đợt kiểm tra.\n- 01 báo cáo."],
    ],
    [
      "a remark under the time",
      [
        ...full,
        "2.",
        "Kiểm tra bến cá",
        "Sở Y tế",
        "Các xã",
        "Năm 2026",
        "(sau đó mỗi năm một lần)",
        "Báo cáo",
      ],
      full,
      ["2.", "Kiểm tra bến cá", "Sở Y tế", "Các xã", "Năm 2026\n(sau đó mỗi năm một lần)", "Báo cáo"],
    ],
  ])("%s", (_, texts, ...rows) => {
    expect(rowsOf([...headings, ...texts])).toEqual(rows);
  });

  it("keeps titles between rows as rows of their own", () => {
    expect(rowsOf([...headings, "I. Hạ tầng", ...full, "II. Giám sát", ...second])).toEqual([
      ["I. Hạ tầng"],
      full,
      ["II. Giám sát"],
      second,
    ]);
  });

  it("puts what a page end tore off a row behind it, for the next step to join", () => {
    const rows = rowsOf([
      ...headings,
      "1.",
      "Xây kho lạnh tại khu",
      "Sở Công Thương",
      "Các xã",
      "Quý I/2026",
      "cảng phía bắc",
      ...second,
    ]);
    expect(rows[0]?.slice(0, 5)).toEqual([
      "1.",
      "Xây kho lạnh tại khu",
      "Sở Công Thương",
      "Các xã",
      "Quý I/2026",
    ]);
    expect(rows.at(-1)).toEqual(second);
  });

  it.each([
    ["numbered prose", ["1.", "Lập danh mục", "2.", "Mở lớp"]],
    ["headings without rows", headings],
    [
      "headings of another kind of list",
      ["STT", "Họ và tên", "Chức vụ", "1", "Trần B", "Chuyên viên", "2", "Lê C", "Chuyên viên"],
    ],
  ])("leaves %s as it is", (_, texts) => {
    expect(restored(texts).every((block) => block.kind === "paragraph")).toBe(true);
  });

  it("loses no paragraph", () => {
    const texts = ["Mở đầu", ...headings, "I. Hạ tầng", ...full, ...second, "Nơi nhận:", "- Như trên;"];
    expect(textOfBlocks(restored(texts)).split("\n").sort()).toEqual([...texts].sort());
  });

  it("takes headings that nobody knows where rows fill their columns", () => {
    const more = [...headings.slice(0, 3), "Mục tiêu năm 2026", "Mục tiêu năm 2030", "Thời gian"];
    const rows = ["1", "2", "3"].flatMap((label) => [label, "Trồng rừng", "Sở Y tế", "15", "60", "Hằng năm"]);
    expect(rowsOf([...more, ...rows])).toEqual(
      ["1", "2", "3"].map((label) => [label, "Trồng rừng", "Sở Y tế", "15", "60", "Hằng năm"]),
    );
  });

  it("leaves the text under the last row out of it", () => {
    const after = "Ngoài các nội dung trên, Chủ tịch UBND xã yêu cầu:";
    const blocks = restored([...headings, ...full, ...second, after, "- Công an xã trực ban."]);
    expect(blocks.slice(1).map((block) => (block.kind === "paragraph" ? block.text : ""))).toEqual([
      after,
      "- Công an xã trực ban.",
    ]);
  });
});
