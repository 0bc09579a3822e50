import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphAt, type Table, type TableCell } from "../document/block.ts";
import { atLines } from "../document/place.ts";
import { readOrderTable } from "./order-rows.ts";

/** A cell of a drawn table: its text, or text with how many columns and rows it covers; null continues one above. */
type Drawn = string | { readonly text: string; readonly columns?: number; readonly rows?: number } | null;

function tableOf(rows: readonly (readonly Drawn[])[]): Table {
  const drawn = rows.map((row, line) => {
    let column = 0;
    const cells: TableCell[] = [];
    for (const cell of row) {
      const {
        text,
        columns = 1,
        rows: down = 1,
      } = typeof cell === "object" && cell !== null ? cell : { text: cell ?? "" };
      const blocks = text === "" ? [] : text.split("\n").map((part) => paragraphAt(part, atLines(line + 1)));
      if (cell !== null) cells.push({ column, columnSpan: columns, rowSpan: down, blocks });
      column += columns;
    }
    return { cells, repeatsAsHeading: false };
  });
  return { kind: "table", columnCount: 5, rows: drawn, role: "body" };
}

const heading: readonly Drawn[] = [
  "STT",
  "Nội dung công việc",
  "Cơ quan chủ trì",
  "Cơ quan phối hợp",
  "Thời gian",
];
const read = (rows: readonly (readonly Drawn[])[], columns: Parameters<typeof readOrderTable>[1] = null) => {
  const table = readOrderTable(tableOf(rows), columns);
  return table?.rows.map((row) => ({
    label: row.label,
    groups: row.groups,
    parent: row.parent,
    cells: row.cells.filter((cell) => cell.column.kind !== "label").map((cell) => cell.text),
  }));
};

describe("readOrderTable", () => {
  it("reads rows under their groups", () => {
    expect(
      read([
        heading,
        [{ text: "I. Hạ tầng", columns: 5 }],
        ["1", "Nâng cấp cảng cá", "Sở Xây dựng", "Sở Tài chính", "Năm 2026"],
        [{ text: "II. Đào tạo", columns: 5 }],
        ["2", "Mở lớp nghề", "Sở Nội vụ", "", "Hằng năm"],
      ]),
    ).toEqual([
      {
        label: "1",
        groups: ["I. Hạ tầng"],
        parent: null,
        cells: ["Nâng cấp cảng cá", "Sở Xây dựng", "Sở Tài chính", "Năm 2026"],
      },
      {
        label: "2",
        groups: ["II. Đào tạo"],
        parent: null,
        cells: ["Mở lớp nghề", "Sở Nội vụ", "", "Hằng năm"],
      },
    ]);
  });

  it.each([
    [
      "a row of column numbers is part of the heading",
      [heading, ["(1)", "(2)", "(3)", "(4)", "(5)"], ["1", "Lập quỹ", "Sở Y tế", "", "Quý I"]],
    ],
    [
      "a heading repeated on the next page is no row",
      [heading, ["1", "Lập quỹ", "Sở Y tế", "", "Quý I"], heading],
    ],
    ["an empty row is no row", [heading, ["", "", "", "", ""], ["1", "Lập quỹ", "Sở Y tế", "", "Quý I"]]],
    [
      "a title above the heading is no row",
      [[{ text: "PHÂN CÔNG NHIỆM VỤ", columns: 5 }], heading, ["1", "Lập quỹ", "Sở Y tế", "", "Quý I"]],
    ],
    [
      "a sum at the end is no row",
      [heading, ["1", "Lập quỹ", "Sở Y tế", "", "Quý I"], ["", "Tổng cộng", "", "", "12"]],
    ],
  ])("%s", (_, rows) => {
    expect(read(rows)).toEqual([
      { label: "1", groups: [], parent: null, cells: ["Lập quỹ", "Sở Y tế", "", "Quý I"] },
    ]);
  });

  it("understands a stacked heading", () => {
    const rows = read([
      [
        { text: "TT", rows: 2 },
        { text: "Nhiệm vụ", rows: 2 },
        { text: "Cơ quan thực hiện", columns: 2 },
        { text: "Tiến độ", rows: 2 },
      ],
      [null, null, "Chủ trì", "Phối hợp", null],
      ["1", "Số hóa hồ sơ", "Sở Nội vụ", "Các xã, phường", "Quý II"],
    ]);
    expect(rows).toEqual([
      {
        label: "1",
        groups: [],
        parent: null,
        cells: ["Số hóa hồ sơ", "Sở Nội vụ", "Các xã, phường", "Quý II"],
      },
    ]);
  });

  it("gives a lead merged over several rows to each of them", () => {
    const rows = read([
      heading,
      ["1", "Lập danh mục", { text: "Sở Y tế", rows: 2 }, "", "Quý I"],
      ["2", "Công bố danh mục", null, "", "Quý II"],
    ]);
    expect(rows?.map((row) => row.cells[1])).toEqual(["Sở Y tế", "Sở Y tế"]);
  });

  it("ties sub-rows to their row and lets them inherit its lead", () => {
    const rows = read([
      heading,
      ["1", "Quy hoạch bến bãi", "Sở Xây dựng", "", "2026"],
      ["1.1", "Khảo sát", "", "", "Quý I"],
      ["1.2", "Lập hồ sơ", "Sở Tài chính", "", "Quý II"],
    ]);
    expect(rows?.map((row) => [row.label, row.parent, row.cells[1]])).toEqual([
      ["1", null, "Sở Xây dựng"],
      ["1.1", 0, "Sở Xây dựng"],
      ["1.2", 0, "Sở Tài chính"],
    ]);
  });

  it("takes a numbered title over lettered rows for a group, and closes it at the row that counts on", () => {
    const rows = read([
      heading,
      ["1", "Tuyên truyền", "", "", ""],
      ["a)", "Họp dân", "Sở Tư pháp", "", "2026"],
      ["2", "Sơ kết", "Sở Tư pháp", "", "2027"],
    ]);
    expect(rows?.map((row) => [row.label, row.groups])).toEqual([
      ["a", ["1 Tuyên truyền"]],
      ["2", []],
    ]);
  });

  it("joins a row that a page end cut in two", () => {
    const rows = read([
      heading,
      ["1", "Xây dựng kho lạnh tại", "Sở Công", "", "2026"],
      ["", "khu vực cảng", "Thương", "", ""],
    ]);
    expect(rows).toEqual([
      {
        label: "1",
        groups: [],
        parent: null,
        cells: ["Xây dựng kho lạnh tại khu vực cảng", "Sở Công Thương", "", "2026"],
      },
    ]);
  });

  it("copies what is marked as the same as above", () => {
    const rows = read([
      heading,
      ["1", "Lập danh mục", "Sở Y tế", "", "Quý I"],
      ["2", "Công bố", "nt", "", "Như trên"],
    ]);
    expect(rows?.[1]?.cells).toEqual(["Công bố", "Sở Y tế", "", "Quý I"]);
  });

  it("goes on without a heading with the columns of the table before", () => {
    const first = readOrderTable(tableOf([heading, ["1", "Lập quỹ", "Sở Y tế", "", "Quý I"]]), null);
    expect(
      read([["2", "Chi quỹ", "Sở Y tế", "", "Quý II"]], first?.columns ?? null)?.map((row) => row.label),
    ).toEqual(["2"]);
  });

  it.each([
    [
      "a list of people",
      [
        ["STT", "Họ và tên", "Chức vụ", "Đơn vị", "Ghi chú"],
        ["1", "Nguyễn Văn A", "Trưởng phòng", "Sở Y tế", ""],
      ],
    ],
    [
      "a list of procedures",
      [
        ["STT", "Tên thủ tục hành chính", "Thời hạn giải quyết", "Phí, lệ phí", "Cơ quan thực hiện"],
        ["1", "Cấp phép", "10 ngày", "Không", "UBND xã"],
      ],
    ],
    ["the two columns of a head", [["UBND TỈNH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "", "", ""]]],
  ])("leaves %s alone", (_, rows) => {
    expect(read(rows)).toBeUndefined();
  });

  it("balances its books whatever stands in the cells", () => {
    const cell = fc.constantFrom(
      "",
      "1",
      "2",
      "a)",
      "1.1",
      "I",
      "II. Nhóm",
      "- ý nhỏ",
      "Việc cần làm",
      "Sở Y tế",
      "nt",
      "Tổng cộng",
      "tiếp theo",
      "Quý IV",
    );
    const row = fc.array(cell, { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const table = readOrderTable(tableOf([heading, ...rows]), null);
        expect(table?.step.in).toBe(rows.length + 1);
        expect(table?.step.out).toBe((table?.step.in ?? 0) - (table?.step.rejected.length ?? 0));
      }),
    );
  });
});
