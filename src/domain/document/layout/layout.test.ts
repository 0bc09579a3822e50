import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paragraphsOf, textOfBlocks } from "../block.ts";
import type { PageWord } from "../page.ts";
import {
  drawCentred,
  drawLine,
  drawnPage,
  drawParagraph,
  flat,
  gridLines,
  margin,
  moved,
  rowsOf,
  tables,
  textPage,
  texts,
} from "./drawn-page.fixture.ts";
import { layoutPages } from "./layout.ts";

const { left, right } = margin;
const long =
  "Giao Phòng Kinh tế chủ trì, phối hợp với các thôn rà soát hiện trạng kênh mương nội đồng, lập danh mục cần sửa chữa trước vụ gieo sạ và báo cáo lãnh đạo xã xem xét, quyết định theo thẩm quyền được giao.";
const other =
  "Các thôn huy động người dân nạo vét kênh mương, dọn cỏ bờ ruộng, kiểm tra cống lấy nước và giữ gìn vệ sinh đồng ruộng trong suốt mùa vụ, không để xảy ra tranh chấp nguồn nước giữa các cánh đồng.";

describe("paragraphs", () => {
  it("joins the lines of a paragraph and keeps paragraphs with a first-line indent apart", () => {
    const { blocks } = layoutPages([textPage(1, [long, other, long])]);
    expect(texts(blocks)).toEqual([long, other, long]);
  });

  it("keeps paragraphs without indent apart by their short last lines", () => {
    const { blocks } = layoutPages([textPage(1, [long, other, long], 0)]);
    expect(texts(blocks)).toEqual([long, other, long]);
  });

  it("joins points whose further lines hang under their text", () => {
    const first = drawLine("- Rà soát toàn bộ hồ chứa nước nhỏ trên địa bàn xã, đánh giá mức an", left, 80);
    const rest = drawLine("toàn của từng hồ trước mùa mưa bão", left + 9, 96);
    const next = drawLine("- Lập tổ xung kích", left, 112);
    const { blocks } = layoutPages([drawnPage(1, [...first, ...rest, ...next])]);
    expect(texts(blocks)).toEqual([
      "- Rà soát toàn bộ hồ chứa nước nhỏ trên địa bàn xã, đánh giá mức an toàn của từng hồ trước mùa mưa bão",
      "- Lập tổ xung kích",
    ]);
  });

  it.each([
    [
      "Kế hoạch số 31-",
      "KH/ĐU của Đảng ủy",
      "Kế hoạch số 31-KH/ĐU của Đảng ủy",
      "a symbol broken after its hyphen",
    ],
    [
      "Công văn số 208/",
      "UBND-VX của xã",
      "Công văn số 208/UBND-VX của xã",
      "a symbol broken after its slash",
    ],
    [
      "Công văn số 208",
      "/UBND-VX của xã",
      "Công văn số 208/UBND-VX của xã",
      "a symbol broken before its slash",
    ],
    [
      "giai đoạn 2026-",
      "2030 của xã",
      "giai đoạn 2026-2030 của xã",
      "a span of years broken after its hyphen",
    ],
    [
      "giai đoạn 2026",
      "- 2030 của xã",
      "giai đoạn 2026 - 2030 của xã",
      "a dash between numbers is no bullet",
    ],
    [
      "cà phê, hồ tiêu, điều",
      "…; mở rộng",
      "cà phê, hồ tiêu, điều…; mở rộng",
      "no line begins with an ellipsis",
    ],
    [
      "làm xong trong năm",
      "2026. Báo cáo",
      "làm xong trong năm 2026. Báo cáo",
      "a year at the line's start is no point",
    ],
    ["trước ngày 30/6/20", "26 của xã", "trước ngày 30/6/2026 của xã", "a date broken in its year"],
    ["bàn giao 30/6/2026", "26 hộ", "bàn giao 30/6/2026 26 hộ", "a whole date goes on with a number"],
    ["chủ trì", "phối hợp", "chủ trì phối hợp", "plain words get a space"],
  ])("joins %j and %j", (end, start, joined) => {
    const cellRight = left + end.length * 6 + 10;
    const words = [
      ...drawLine(end, left + 3, 95),
      ...drawLine(start, left + 3, 110),
      ...drawLine("Khác", 400, 95),
    ];
    const grid = gridLines([left, cellRight, 500], [80, 120]);
    const [table] = tables(layoutPages([drawnPage(1, words, grid)]).blocks);
    expect(rowsOf(table)[0]?.[0]?.replace("\n", " ")).toBe(joined);
  });

  it("joins a heading that is centred over several lines, and leaves the kind of document apart", () => {
    const body = textPage(1, [long, other]).words.map((word) => moved(word, 0, 120));
    const heading = [
      ...drawCentred("KẾ HOẠCH", left, right, 80, { bold: true }),
      ...drawCentred("Tu sửa kênh mương nội đồng và bảo đảm nước tưới phục vụ sản xuất vụ", left, right, 98, {
        bold: true,
      }),
      ...drawCentred("Hè Thu trên địa bàn xã", left, right, 114, { bold: true }),
    ];
    const { blocks } = layoutPages([drawnPage(1, [...heading, ...body])]);
    expect(texts(blocks).slice(0, 2)).toEqual([
      "KẾ HOẠCH",
      "Tu sửa kênh mương nội đồng và bảo đảm nước tưới phục vụ sản xuất vụ Hè Thu trên địa bàn xã",
    ]);
    expect(blocks[0]).toMatchObject({ style: { align: "center", bold: true } });
  });

  it("joins a paragraph over a page break, past footnotes, and says the place of every line", () => {
    const lines = drawParagraph(long, left, 80, right - left, { indent: 28 }).words;
    const breakAt = lines.findIndex((word) => word.box[3] > 100);
    const first = [
      ...textPage(1, [other, other]).words.map((word) => moved(word, 0, 100)),
      ...lines.slice(0, breakAt).map((word) => moved(word, 0, 520)),
    ];
    const note = drawLine("1 Số liệu của Chi cục Thống kê", left, 660, { size: 9 });
    const second = [
      ...lines.slice(breakAt).map((word) => moved(word, 0, -30)),
      ...textPage(2, [other, other]).words.map((word) => moved(word, 0, 120)),
    ];
    const { blocks } = layoutPages([
      drawnPage(1, [...first, ...note], [flat(left, left + 140, 645)]),
      drawnPage(2, second),
    ]);
    const joined = blocks.find((block) => block.kind === "paragraph" && block.text === long);
    expect(joined).toBeDefined();
    expect(joined?.kind === "paragraph" && joined.spans.map((span) => span.place.page)).toEqual([1, 1, 2]);
    expect(blocks.find((block) => block.role === "footnote")).toMatchObject({
      text: "1 Số liệu của Chi cục Thống kê",
    });
  });
});

describe("what belongs to the page and not to the text", () => {
  it("leaves page numbers and running feet out and books each line", () => {
    const openings = ["Bước đầu", "Tiếp theo", "Sau cùng"];
    const pages = [1, 2, 3].map((number) => {
      const page = textPage(number, [`${openings[number - 1]}: ${long}`, other]);
      const foot = drawLine(`Đề án tưới tiêu xã Hòa An, trang ${number}`, left, 810, { size: 9 });
      return { ...page, words: [...page.words, ...drawCentred(String(number), left, right, 40), ...foot] };
    });
    const { blocks, steps } = layoutPages(pages);
    expect(texts(blocks).join(" ")).not.toMatch(/Đề án|trang/);
    const why = steps[0]?.rejected.map((rejection) => rejection.why) ?? [];
    expect(why.filter((reason) => reason === "số trang")).toHaveLength(3);
    expect(why.filter((reason) => reason.startsWith("dòng lặp lại"))).toHaveLength(3);
    expect(steps[0]?.rejected[0]).toMatchObject({ what: "1", where: "trang 1" });
  });

  it("leaves what both of two pages have at the same height out", () => {
    const pages = [1, 2].map((number) => {
      const page = textPage(number, [number === 1 ? long : other, number === 1 ? other : long]);
      return { ...page, words: [...page.words, ...drawLine("BẢN THẢO LẦN HAI", left, 40)] };
    });
    const { blocks, steps } = layoutPages(pages);
    expect(texts(blocks).join(" ")).not.toContain("BẢN THẢO");
    expect(steps[0]?.rejected.map((rejection) => rejection.where)).toEqual(["trang 1", "trang 2"]);
  });

  it("knows a footnote by the raised number in front of it", () => {
    const page = textPage(1, [long, other]);
    const note = [
      ...drawLine("1", left, 696, { size: 8 }),
      ...drawLine("Số liệu của xã năm trước", left + 6, 700),
      ...drawLine("do các thôn báo cáo", left, 716),
    ];
    const { blocks } = layoutPages([{ ...page, words: [...page.words, ...note] }]);
    expect(blocks.filter((block) => block.role === "footnote").map((block) => textOfBlocks([block]))).toEqual(
      ["1 Số liệu của xã năm trước do các thôn báo cáo"],
    );
    expect(blocks.filter((block) => block.role === "body")).toHaveLength(2);
  });

  it("keeps a number that stands in the text", () => {
    const page = textPage(1, [long, other]);
    const number = drawLine("27", left, 400);
    expect(texts(layoutPages([{ ...page, words: [...page.words, ...number] }]).blocks)).toContain("27");
  });
});

describe("text side by side", () => {
  const head = [
    ...drawCentred("ỦY BAN NHÂN DÂN", left, 250, 70),
    ...drawCentred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 280, right, 70, { bold: true, size: 11 }),
    ...drawCentred("XÃ HÒA AN", left, 250, 86, { bold: true }),
    ...drawCentred("Độc lập - Tự do - Hạnh phúc", 280, right, 86, { bold: true }),
    ...drawCentred("Số: 14/KH-UBND", left, 250, 106),
    ...drawCentred("Hòa An, ngày 03 tháng 02 năm 2026", 280, right, 106),
  ];

  it("keeps the two columns of a head apart, each in its order", () => {
    const body = textPage(1, [long, other]).words.map((word) => moved(word, 0, 80));
    const { blocks } = layoutPages([drawnPage(1, [...head, ...body])]);
    expect(rowsOf(tables(blocks)[0])).toEqual([
      [
        "ỦY BAN NHÂN DÂN\nXÃ HÒA AN\nSố: 14/KH-UBND",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nHòa An, ngày 03 tháng 02 năm 2026",
      ],
    ]);
    expect(texts(blocks)).toEqual([long, other]);
  });

  it("fills the number and the day that were stamped into their blanks", () => {
    const blanks = [
      ...drawCentred("ỦY BAN NHÂN DÂN XÃ HÒA AN", left, 250, 70),
      ...drawCentred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 280, right, 70, { size: 11 }),
      ...drawLine("Số:", 110, 106),
      ...drawLine("/KH-UBND", 170, 106),
      ...drawLine("Hòa An, ngày", 300, 106),
      ...drawLine("tháng 02 năm 2026", 395, 106),
      ...drawLine("14", 140, 108, { origin: "annotation", size: 13 }),
      ...drawLine("03", 376, 108, { origin: "annotation", size: 13 }),
      ...drawLine("Người ký: Ủy ban nhân dân xã", 300, 20, { origin: "annotation", size: 7 }),
    ];
    const { blocks } = layoutPages([drawnPage(1, blanks)]);
    expect(rowsOf(tables(blocks)[0])[0]?.[0]).toContain("Số: 14/KH-UBND");
    expect(rowsOf(tables(blocks)[0])[0]?.[1]).toContain("ngày 03 tháng 02 năm 2026");
    expect(blocks.at(-1)).toMatchObject({ role: "annotation", text: "Người ký: Ủy ban nhân dân xã" });
  });

  it("keeps recipients and signer apart, also when the page ends between them", () => {
    const page = textPage(1, [long, other]);
    const end = [
      ...drawLine("Nơi nhận:", left, 720, { bold: true }),
      ...drawCentred("TM. ỦY BAN NHÂN DÂN", 320, right, 720, { bold: true, size: 13 }),
      ...drawLine("- Như trên;", left, 735, { size: 11 }),
      ...drawCentred("KT. CHỦ TỊCH", 320, right, 737, { bold: true, size: 13 }),
    ];
    const rest = [
      ...drawLine("- Lưu: VT.", left, 70, { size: 11 }),
      ...drawCentred("Lê Thị Mai", 320, right, 150, { bold: true, size: 13 }),
    ];
    const { blocks } = layoutPages([{ ...page, words: [...page.words, ...end] }, drawnPage(2, rest)]);
    expect(rowsOf(tables(blocks)[0])).toEqual([
      ["Nơi nhận:\n- Như trên;\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nLê Thị Mai"],
    ]);
  });
});

describe("for any page", () => {
  const word = fc.record({
    text: fc.constantFrom(
      "giao",
      "Sở",
      "-",
      "1.",
      "Điều",
      "năm",
      "2026",
      "59-",
      "NQ/TW",
      "a)",
      "Nơi",
      "nhận:",
      "…",
    ),
    x: fc.integer({ min: 20, max: 540 }),
    y: fc.integer({ min: 20, max: 820 }),
    size: fc.constantFrom(9, 12, 14),
    origin: fc.constantFrom("text" as const, "annotation" as const, "recognised" as const),
  });
  const page = fc
    .record({
      words: fc.array(word, { maxLength: 60 }),
      xs: fc.uniqueArray(fc.integer({ min: 20, max: 560 }), { maxLength: 5 }),
      ys: fc.uniqueArray(fc.integer({ min: 20, max: 820 }), { maxLength: 5 }),
    })
    .map(({ words, xs, ys }) => ({
      words: words.flatMap(({ text, x, y, size, origin }) => drawLine(text, x, y, { size, origin })),
      rulings:
        xs.length > 1 && ys.length > 1
          ? gridLines(
              xs.sort((a, b) => a - b),
              ys.sort((a, b) => a - b),
            )
          : [],
    }));
  const letters = (text: string): string => [...text.replace(/\s/g, "")].sort().join("");

  it("no letter is lost or doubled: pages = blocks + what was left out", () => {
    fc.assert(
      fc.property(fc.array(page, { maxLength: 4 }), (drawn) => {
        const pages = drawn.map(({ words, rulings }, i) => drawnPage(i + 1, words, rulings));
        const { blocks, steps } = layoutPages(pages);
        const out = [...paragraphsOf(blocks)].map((paragraph) => paragraph.text).join("");
        const rejected = steps.flatMap((step) => step.rejected.map((rejection) => rejection.what)).join("");
        expect(letters(out + rejected)).toBe(
          letters(pages.flatMap((one) => one.words.map((w) => w.text)).join("")),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("spans begin at 0, rise, and stay inside the text", () => {
    fc.assert(
      fc.property(page, ({ words, rulings }) => {
        for (const paragraph of paragraphsOf(layoutPages([drawnPage(1, words, rulings)]).blocks)) {
          const starts = paragraph.spans.map((span) => span.start);
          expect(starts[0]).toBe(0);
          expect([...starts].sort((a, b) => a - b)).toEqual(starts);
          expect(starts.every((start) => start < paragraph.text.length)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("moving everything on the page a little does not change the text", () => {
    const drawn = textPage(1, [long, other, long]);
    const before = textOfBlocks(layoutPages([drawn]).blocks);
    fc.assert(
      fc.property(fc.integer({ min: -40, max: 40 }), fc.integer({ min: -20, max: 60 }), (dx, dy) => {
        const words = drawn.words.map((one) => moved(one, dx, dy));
        expect(textOfBlocks(layoutPages([{ ...drawn, words }]).blocks)).toBe(before);
      }),
      { numRuns: 40 },
    );
  });

  it("a page read from a slightly turned scan gives the same paragraphs", () => {
    const drawn = textPage(1, [long, other, long]);
    const words = drawn.words.map(
      (one): PageWord => ({ ...moved(one, 0, (one.box[0] - 300) * 0.008), origin: "recognised" }),
    );
    expect(texts(layoutPages([{ ...drawn, words }]).blocks)).toEqual([long, other, long]);
  });
});
