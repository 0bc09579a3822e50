import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PageWord } from "../page.ts";
import {
  drawCentred,
  drawLine,
  drawnPage,
  drawParagraph,
  margin,
  moved,
  rowsOf,
  tables,
  textPage,
  texts,
} from "./drawn-page.fixture.ts";
import { layoutPages } from "./layout.ts";

const xs = [60, 100, 300, 430, 545];
const long =
  "Giao Phòng Kinh tế chủ trì, phối hợp với các thôn rà soát hiện trạng kênh mương nội đồng, lập danh mục cần sửa chữa trước vụ gieo sạ và báo cáo lãnh đạo xã xem xét, quyết định theo thẩm quyền được giao.";

interface Drawn {
  readonly words: PageWord[];
  readonly next: number;
}

/** A row of cells, each broken over lines; `lift` puts the first cell lower, as in the middle of a taller row. */
function row(cells: readonly string[], y: number, { lift = 0, gap = 8, size = 12 } = {}): Drawn {
  const drawn = cells.map((text, i) =>
    text === ""
      ? { words: [], next: y }
      : drawParagraph(text, xs[i] ?? 0, i === 0 ? y + lift : y, (xs[i + 1] ?? 0) - (xs[i] ?? 0) - 10, {
          size,
        }),
  );
  return {
    words: drawn.flatMap(({ words }) => words),
    next: Math.max(...drawn.map(({ next }, i) => (i === 0 ? y : next))) + gap,
  };
}

/** Rows under each other; a string is a text over all columns. */
function stack(rows: readonly (readonly string[] | string)[], from = 80, options = {}): PageWord[] {
  let y = from;
  return rows.flatMap((cells) => {
    const drawn =
      typeof cells === "string"
        ? { words: drawLine(cells, xs[0] ?? 0, y), next: y + 24 }
        : row(cells, y, options);
    y = drawn.next;
    return drawn.words;
  });
}

const head = ["TT", "Nội dung công việc", "Chủ trì", "Thời gian"];
const first = ["1", "Nạo vét kênh mương nội đồng tại các thôn phía Bắc", "Phòng Kinh tế xã Hòa An", "Quý I"];
const second = ["2", "Sửa cống lấy nước ở cánh đồng phía nam", "Thôn Tây", "Trước ngày 30/6"];
const third = ["3", "Trồng cây chắn gió", "Đoàn Thanh niên", "Tháng 9"];

const rowsAt = (words: readonly PageWord[]): string[][] =>
  rowsOf(tables(layoutPages([drawnPage(1, words)]).blocks)[0]);

describe("tables without ruling lines", () => {
  it("take their columns from white strips and their rows from numbers", () => {
    expect(rowsAt(stack([head, first, second, third]))).toEqual([head, first, second, third]);
  });

  it("need no space between the rows, wherever the number stands in its cell", () => {
    const tall = head.with(1, "Nội dung công việc phải làm trong cả năm");
    for (const lift of [0, 7.8])
      expect(rowsAt(stack([tall, first, second, first.with(0, "3")], 80, { gap: 0, lift }))).toEqual([
        tall,
        first,
        second,
        first.with(0, "3"),
      ]);
  });

  it("keep a text over all columns as one cell, and go on below it", () => {
    const group = "I. Thủy lợi và phòng, chống thiên tai trên địa bàn xã";
    const short = "Việc khác";
    expect(rowsAt(stack([head, group, first, second, short, third]))).toEqual([
      head,
      [group],
      first,
      second,
      [short],
      third,
    ]);
  });

  it("keep a number with a text over the other columns", () => {
    const words = [
      ...stack([head], 80),
      ...drawLine("I", 62, 110),
      ...drawLine("Nhiệm vụ thủy lợi và phòng, chống thiên tai của toàn xã", 100, 110),
      ...stack([first, second], 134),
    ];
    expect(rowsAt(words).slice(1, 3)).toEqual([
      ["I", "Nhiệm vụ thủy lợi và phòng, chống thiên tai của toàn xã"],
      first,
    ]);
  });

  it("leave cells empty, and take points of a number as rows of their own", () => {
    const lettered = [
      ["1", "Chuẩn bị mùa mưa bão", "", ""],
      ["a)", "Cắm biển báo nơi sạt lở", "Thôn Đông", "Tháng 8"],
      ["b)", "Dự trữ vật tư", "Thôn Tây", ""],
      ["2", "Tổng kết", "Văn phòng", "Tháng 12"],
    ];
    expect(rowsAt(stack([head, ...lettered]))).toEqual([head, ...lettered]);
  });

  it("take a row without a number as one when it begins anew in most columns", () => {
    const more = ["", "Thả cá ở hồ chứa", "Hội Nông dân", "Tháng 10"];
    expect(rowsAt(stack([head, first, more, second]))).toEqual([head, first, more, second]);
  });

  it("read a head with a text above two columns", () => {
    const upper = [
      ...drawLine("TT", 60, 80),
      ...drawLine("Nội dung", 100, 80),
      ...drawLine("Trách nhiệm và thời gian làm", 330, 80),
    ];
    const lower = [...drawLine("Chủ trì", 300, 96), ...drawLine("Hạn", 430, 96)];
    const [table] = tables(
      layoutPages([drawnPage(1, [...upper, ...lower, ...stack([first, second], 124)])]).blocks,
    );
    expect(table?.rows[0]?.cells.at(-1)).toMatchObject({ column: 2, columnSpan: 2 });
    expect(rowsOf(table)).toEqual([
      ["TT", "Nội dung", "Trách nhiệm và thời gian làm"],
      ["", "", "Chủ trì", "Hạn"],
      first,
      second,
    ]);
  });

  it("go on over pages: head dropped and booked, the cut row made whole, a heading at the end of the page kept", () => {
    const cut = ["3", "Khảo sát các điểm có nguy cơ sạt lở", "Ban Chỉ huy", "Tháng 8"];
    const group = "II. Việc của các thôn và các tổ chức trong xã";
    const pages = [
      drawnPage(1, [...textPage(1, [long, long]).words, ...stack([head, first, second, cut], 240)]),
      drawnPage(2, [
        ...drawCentred("2", 60, 545, 40),
        ...stack([
          head,
          ["", "ven sông và cắm biển báo", "", ""],
          ["4", "Thả cá", "Hội Nông dân", "Tháng 10"],
          group,
        ]),
      ]),
      drawnPage(
        3,
        stack([
          ["5", "Dọn cỏ bờ ruộng", "Thôn Bắc", "Hằng tháng"],
          ["6", "Họp thôn", "Thôn Nam", "Quý IV"],
        ]),
      ),
    ];
    const { blocks, steps } = layoutPages(pages);
    expect(texts(blocks)).toEqual([long, long]);
    expect(tables(blocks).map(rowsOf)).toEqual([
      [
        head,
        first,
        second,
        ["3", "Khảo sát các điểm có nguy cơ sạt lở ven sông và cắm biển báo", "Ban Chỉ huy", "Tháng 8"],
        ["4", "Thả cá", "Hội Nông dân", "Tháng 10"],
        [group],
        ["5", "Dọn cỏ bờ ruộng", "Thôn Bắc", "Hằng tháng"],
        ["6", "Họp thôn", "Thôn Nam", "Quý IV"],
      ],
    ]);
    const why = steps[0]?.rejected.map((rejection) => rejection.why) ?? [];
    expect(why.filter((reason) => reason === "đầu bảng lặp lại")).toHaveLength(head.length);
    expect(why).toContain("số trang");
  });

  it("tell the head that is repeated from the rest of a row close below it", () => {
    const tight = { gap: 0 };
    const pages = [
      drawnPage(1, [...textPage(1, [long, long]).words, ...stack([head, first, second], 240, tight)]),
      drawnPage(2, stack([head, ["", "của xã vào mùa khô", "", ""], third, first.with(0, "4")], 80, tight)),
    ];
    const [table] = tables(layoutPages(pages).blocks);
    expect(rowsOf(table)).toEqual([
      head,
      first,
      second.with(1, `${second[1]} của xã vào mùa khô`),
      third,
      first.with(0, "4"),
    ]);
  });

  it("are known by one row below a head, and go on where nothing but the head and the rest of the row follows", () => {
    const pages = [
      drawnPage(1, [...textPage(1, [long, long]).words, ...stack([head, first], 240)]),
      drawnPage(2, stack([head, ["", "của xã vào mùa khô", "", ""]])),
      drawnPage(3, stack([head, second, third])),
    ];
    const { blocks } = layoutPages(pages);
    expect(tables(blocks).map(rowsOf)).toEqual([
      [head, first.with(1, `${first[1]} của xã vào mùa khô`), second, third],
    ]);
  });

  it("keep a column that has a title only", () => {
    const withNotes = [...stack([head, first, second]), ...drawLine("Ghi chú", 550, 80)];
    expect(rowsAt(withNotes)).toEqual([
      [...head, "Ghi chú"],
      [...first, ""],
      [...second, ""],
    ]);
  });

  it("take the rest of the last row at the top of a page that has no more rows", () => {
    const pages = [
      drawnPage(1, stack([head, first, second], 700 - 110)),
      drawnPage(2, [
        ...drawLine("của xã vào mùa khô", 100, 70),
        ...textPage(2, [long]).words.map((w) => moved(w, 0, 60)),
      ]),
    ];
    const { blocks } = layoutPages(pages);
    expect(rowsOf(tables(blocks)[0]).at(-1)?.[1]).toBe(`${second[1]} của xã vào mùa khô`);
    expect(texts(blocks)).toEqual([long]);
  });

  it("stop before the text below", () => {
    const { blocks } = layoutPages([
      drawnPage(1, [
        ...stack([head, first, second, third], 80),
        ...textPage(1, [long, long]).words.map((word) => moved(word, 0, 220)),
      ]),
    ]);
    expect(rowsOf(tables(blocks)[0])).toEqual([head, first, second, third]);
    expect(texts(blocks)).toEqual([long, long]);
  });

  it("are the same wherever they stand on the page", () => {
    const words = stack([head, first, "I. Việc của các thôn và các tổ chức trong xã", second, third]);
    const before = rowsAt(words);
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 30 }), fc.integer({ min: -10, max: 400 }), (dx, dy) => {
        expect(rowsAt(words.map((word) => moved(word, dx, dy)))).toEqual(before);
      }),
      { numRuns: 30 },
    );
  });
});

describe("what is no table", () => {
  const { left, right } = margin;
  const numbered = (texts: readonly string[], x: number, from = 80): PageWord[] =>
    texts.flatMap((text, i) => [
      ...drawLine(`${i + 1}.`, x, from + i * 18),
      ...drawLine(text, x + 22, from + i * 18),
    ]);

  /** [words, why] */
  const cases: readonly (readonly [string, readonly PageWord[]])[] = [
    ["numbered paragraphs", textPage(1, [`1. ${long}`, `2. ${long}`, `3. ${long}`]).words],
    ["a list with hanging numbers", numbered(["Phòng Kinh tế", "Trạm Y tế", "Văn phòng"], left)],
    [
      "a table of contents with leaders left out",
      ["Mục tiêu", "Nhiệm vụ", "Tổ chức thực hiện"].flatMap((text, i) => [
        ...drawLine(String(i + 1), left, 80 + i * 18),
        ...drawLine(text, left + 30, 80 + i * 18),
        ...drawLine(String(2 * i + 1), right - 12, 80 + i * 18),
      ]),
    ],
    [
      "a table of contents with dots",
      ["Mục tiêu chung", "Nhiệm vụ của xã", "Tổ chức thực hiện"].flatMap((text, i) => [
        ...drawLine(`${i + 1}`, left, 80 + i * 18),
        ...drawLine(`${text} ${".".repeat(40 - text.length)} ${i + 3}`, left + 30, 80 + i * 18),
      ]),
    ],
    [
      "two lists beside each other",
      [
        ...numbered(["Thôn Đông", "Thôn Tây", "Thôn Nam"], left),
        ...numbered(["Thôn Bắc", "Thôn Trung", "Thôn Hạ"], 330),
      ],
    ],
    [
      "a form to fill in",
      [
        ...drawLine("1. Họ và tên: Lê Văn An", left, 80),
        ...drawLine("Nam/Nữ:", 400, 80),
        ...drawLine("2. Ngày sinh: 01/02/1990", left, 98),
        ...drawLine("Dân tộc:", 400, 98),
      ],
    ],
  ];

  it.each(cases)("%s", (_, words) => {
    const { blocks } = layoutPages([drawnPage(1, words)]);
    for (const table of tables(blocks)) {
      expect(table.rows).toHaveLength(1);
      expect(table.columnCount).toBe(2);
    }
  });

  it("the head and the end of a document stay two columns beside a table between them", () => {
    const words = [
      ...drawCentred("ỦY BAN NHÂN DÂN XÃ HÒA AN", 60, 270, 70),
      ...drawCentred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 290, 545, 70, { size: 11 }),
      ...drawCentred("Số: 14/KH-UBND", 60, 270, 88),
      ...drawCentred("Độc lập - Tự do - Hạnh phúc", 290, 545, 88),
      ...stack([head, first, second, third], 140),
      ...drawLine("Nơi nhận:", 60, 400, { bold: true }),
      ...drawCentred("TM. ỦY BAN NHÂN DÂN", 330, 545, 400, { bold: true }),
      ...drawLine("- Như trên;", 60, 416, { size: 11 }),
      ...drawCentred("CHỦ TỊCH", 330, 545, 416, { bold: true }),
      ...drawLine("- Lưu: VT.", 60, 430, { size: 11 }),
      ...drawCentred("Lê Thị Mai", 330, 545, 480, { bold: true }),
    ];
    const found = tables(layoutPages([drawnPage(1, words)]).blocks);
    expect(found.map((table) => [table.columnCount, table.rows.length])).toEqual([
      [2, 1],
      [4, 4],
      [2, 1],
    ]);
    expect(rowsOf(found[1])).toEqual([head, first, second, third]);
  });

  it("running text never is, whatever stands in it", () => {
    const word = fc.constantFrom(
      "1.",
      "2.",
      "a)",
      "I.",
      "xã",
      "thôn",
      "2026",
      "nhiệm",
      "vụ",
      "-",
      "kế",
      "hoạch",
    );
    const paragraph = fc.array(word, { minLength: 12, maxLength: 60 }).map((list) => list.join(" "));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 3, maxLength: 10 }), (paragraphs) => {
        expect(tables(layoutPages([textPage(1, paragraphs)]).blocks)).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});
