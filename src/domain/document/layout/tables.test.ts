import { describe, expect, it } from "vitest";
import { textOfBlocks } from "../block.ts";
import type { PageWord } from "../page.ts";
import {
  drawLine,
  drawnPage,
  flat,
  gridLines,
  rowsOf,
  tables,
  textPage,
  texts,
  upright,
} from "./drawn-page.fixture.ts";
import { layoutPages } from "./layout.ts";

const long =
  "Giao Phòng Kinh tế chủ trì, phối hợp với các thôn rà soát hiện trạng kênh mương nội đồng, lập danh mục cần sửa chữa trước vụ gieo sạ và báo cáo lãnh đạo xã xem xét, quyết định theo thẩm quyền được giao.";
const other =
  "Các thôn huy động người dân nạo vét kênh mương, dọn cỏ bờ ruộng, kiểm tra cống lấy nước và giữ gìn vệ sinh đồng ruộng trong suốt mùa vụ, không để xảy ra tranh chấp nguồn nước giữa các cánh đồng.";

describe("tables", () => {
  const xs = [50, 80, 300, 420, 540];
  const cellText = (column: number, text: string, y: number): PageWord[] =>
    drawLine(text, (xs[column] ?? 0) + 3, y);
  const headRow = (y: number): PageWord[] =>
    ["TT", "Nội dung", "Chủ trì", "Thời gian"].flatMap((text, i) => cellText(i, text, y));

  it("reads merged cells both ways", () => {
    const lines = [
      flat(50, 540, 100),
      flat(300, 540, 120),
      flat(50, 540, 140),
      flat(80, 540, 160),
      flat(50, 540, 180),
      upright(50, 100, 180),
      upright(80, 100, 180),
      upright(300, 100, 180),
      upright(420, 120, 180),
      upright(540, 100, 180),
    ];
    const words = [
      ...cellText(0, "TT", 115),
      ...cellText(1, "Chỉ tiêu", 115),
      ...cellText(2, "Kết quả", 115),
      ...cellText(2, "Năm trước", 135),
      ...cellText(3, "Năm nay", 135),
      ...cellText(0, "1", 165),
      ...cellText(1, "Lúa", 155),
      ...cellText(1, "Ngô", 175),
    ];
    const [table] = tables(layoutPages([drawnPage(1, words, lines)]).blocks);
    expect(
      table?.rows.map((row) =>
        row.cells.map((cell) => [cell.column, cell.columnSpan, cell.rowSpan, textOfBlocks(cell.blocks)]),
      ),
    ).toEqual([
      [
        [0, 1, 2, "TT"],
        [1, 1, 2, "Chỉ tiêu"],
        [2, 2, 1, "Kết quả"],
      ],
      [
        [2, 1, 1, "Năm trước"],
        [3, 1, 1, "Năm nay"],
      ],
      [
        [0, 1, 2, "1"],
        [1, 1, 1, "Lúa"],
        [2, 1, 1, ""],
        [3, 1, 1, ""],
      ],
      [
        [1, 1, 1, "Ngô"],
        [2, 1, 1, ""],
        [3, 1, 1, ""],
      ],
    ]);
  });

  it("supposes the outer lines that are not drawn", () => {
    const lines = [
      flat(50, 540, 100),
      flat(50, 540, 120),
      flat(50, 540, 140),
      upright(80, 100, 140),
      upright(300, 100, 140),
      upright(420, 100, 140),
    ];
    const words = [
      ...headRow(115),
      ...["1", "Trồng cây", "Thôn Đông", "Quý I"].flatMap((text, i) => cellText(i, text, 135)),
    ];
    expect(rowsOf(tables(layoutPages([drawnPage(1, words, lines)]).blocks)[0])).toEqual([
      ["TT", "Nội dung", "Chủ trì", "Thời gian"],
      ["1", "Trồng cây", "Thôn Đông", "Quý I"],
    ]);
  });

  it("joins a table over a page break: repeated head dropped and booked, the row that was cut made whole", () => {
    const first = [
      ...headRow(715),
      ...cellText(0, "1.", 735),
      ...cellText(1, "Khảo sát các điểm có nguy cơ sạt lở", 735),
      ...cellText(2, "Ban Chỉ huy", 735),
      ...cellText(3, "Tháng 8", 735),
    ];
    const second = [
      ...headRow(75),
      ...cellText(1, "ven sông và cắm biển báo", 95),
      ...cellText(0, "2.", 115),
      ...cellText(1, "Dự trữ vật tư", 115),
      ...cellText(2, "Thôn Tây", 115),
      ...cellText(3, "Tháng 9", 115),
    ];
    const { blocks, steps } = layoutPages([
      drawnPage(1, first, gridLines(xs, [700, 720, 740])),
      drawnPage(2, second, gridLines(xs, [60, 80, 100, 120])),
    ]);
    expect(tables(blocks)).toHaveLength(1);
    expect(rowsOf(tables(blocks)[0])).toEqual([
      ["TT", "Nội dung", "Chủ trì", "Thời gian"],
      ["1.", "Khảo sát các điểm có nguy cơ sạt lở ven sông và cắm biển báo", "Ban Chỉ huy", "Tháng 8"],
      ["2.", "Dự trữ vật tư", "Thôn Tây", "Tháng 9"],
    ]);
    expect(tables(blocks)[0]?.rows[0]?.repeatsAsHeading).toBe(true);
    expect(steps[0]?.rejected.filter((rejection) => rejection.why === "đầu bảng lặp lại")).toHaveLength(4);
    const cut = tables(blocks)[0]?.rows[1]?.cells[1]?.blocks[0];
    expect(cut?.kind === "paragraph" && cut.spans.map((span) => span.place.page)).toEqual([1, 2]);
  });

  it("keeps a full row after a page break a row of its own", () => {
    const row = (label: string, y: number): PageWord[] =>
      [label, "Làm đường", "Thôn Nam", "Quý II"].flatMap((text, i) => (text ? cellText(i, text, y) : []));
    const { blocks } = layoutPages([
      drawnPage(1, row("7", 735), gridLines(xs, [720, 740])),
      drawnPage(2, row("8", 75), gridLines(xs, [60, 80])),
    ]);
    expect(rowsOf(tables(blocks)[0]).map((cells) => cells[0])).toEqual(["7", "8"]);
  });

  it("begins a new paragraph in a cell at a mark or after a short line, and joins other lines", () => {
    const words = [
      ...cellText(1, "Kiểm tra hệ thống tưới và báo cáo", 115),
      ...cellText(1, "kết quả:", 130),
      ...cellText(1, "- Kênh chính dài năm ki-lô-mét và các", 145),
      ...cellText(1, "cống lấy nước", 160),
      ...cellText(1, "+ Trạm bơm", 175),
      ...cellText(0, "1", 115),
    ];
    const [table] = tables(layoutPages([drawnPage(1, words, gridLines(xs, [100, 200]))]).blocks);
    expect(rowsOf(table)[0]?.[1]?.split("\n")).toEqual([
      "Kiểm tra hệ thống tưới và báo cáo kết quả:",
      "- Kênh chính dài năm ki-lô-mét và các cống lấy nước",
      "+ Trạm bơm",
    ]);
  });

  it("finds the columns of a table without lines", () => {
    const rows = [
      ["TT", "Công trình", "Chiều dài", "Kinh phí"],
      ["1", "Kênh Bắc", "200 m", "40 triệu"],
      ["2", "Kênh Nam", "350 m", "75 triệu"],
      ["3", "Cống Ba Xã", "12 m", "90 triệu"],
    ];
    const words = rows.flatMap((row, r) =>
      row.flatMap((text, i) => drawLine(text, 90 + i * 110, 300 + r * 16)),
    );
    const page = textPage(1, [long, other]);
    const { blocks } = layoutPages([{ ...page, words: [...page.words, ...words] }]);
    expect(rowsOf(tables(blocks)[0])).toEqual(rows);
    expect(texts(blocks)).toEqual([long, other]);
  });

  it("reads a table with lines between its rows only", () => {
    const rows = [
      ["TT", "Công trình", "Kinh phí"],
      ["1", "Kênh Bắc", "40 triệu"],
    ];
    const words = rows.flatMap((row, r) =>
      row.flatMap((text, i) => drawLine(text, 90 + i * 110, 115 + r * 20)),
    );
    const lines = [flat(85, 400, 100), flat(85, 400, 120), flat(85, 400, 140)];
    expect(rowsOf(tables(layoutPages([drawnPage(1, words, lines)]).blocks)[0])).toEqual(rows);
  });

  it("takes running text between lines of one length for no table", () => {
    const page = textPage(1, [long, other]);
    const lines = [flat(85, 535, 60), flat(85, 535, 134), flat(85, 535, 240)];
    expect(texts(layoutPages([{ ...page, rulings: lines }]).blocks)).toEqual([long, other]);
  });

  it("takes the rows of a table without lines between them from its numbers, at the top or in the middle of a cell", () => {
    const words = (lift: number): PageWord[] => [
      ...cellText(0, "1", 115 + lift),
      ...cellText(1, "Nạo vét kênh mương nội đồng tại các", 115),
      ...cellText(1, "thôn phía Bắc", 130),
      ...cellText(2, "Thôn Đông", 115 + lift),
      ...cellText(0, "2", 147 + lift),
      ...cellText(1, "Sửa cống lấy nước ở cánh đồng phía", 147),
      ...cellText(1, "nam của xã", 162),
      ...cellText(2, "Thôn Tây", 147 + lift),
    ];
    for (const lift of [0, 7.5]) {
      const [table] = tables(layoutPages([drawnPage(1, words(lift), gridLines(xs, [100, 170]))]).blocks);
      expect(rowsOf(table)).toEqual([
        ["1", "Nạo vét kênh mương nội đồng tại các thôn phía Bắc", "Thôn Đông", ""],
        ["2", "Sửa cống lấy nước ở cánh đồng phía nam của xã", "Thôn Tây", ""],
      ]);
    }
  });

  it("takes a single frame around text for no table", () => {
    const page = textPage(1, [long, other]);
    const frame = gridLines([60, 560], [50, 790]);
    expect(texts(layoutPages([{ ...page, rulings: frame }]).blocks)).toEqual([long, other]);
  });

  it("keeps text above, between and below tables in its order", () => {
    const table = (y: number, label: string): PageWord[] => [
      ...cellText(0, label, y),
      ...cellText(1, "Việc", y),
    ];
    const words = [
      ...drawLine("Bảng một:", 50, 90),
      ...table(115, "1"),
      ...drawLine("Bảng hai:", 50, 150),
      ...table(175, "2"),
      ...drawLine("Hết.", 50, 210),
    ];
    const { blocks } = layoutPages([
      drawnPage(1, words, [...gridLines(xs, [100, 120]), ...gridLines(xs, [160, 180])]),
    ]);
    expect(blocks.map((block) => (block.kind === "table" ? "table" : block.text))).toEqual([
      "Bảng một:",
      "table",
      "Bảng hai:",
      "table",
      "Hết.",
    ]);
  });
});
