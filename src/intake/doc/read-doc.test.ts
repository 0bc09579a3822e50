import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, textOfBlocks } from "../../domain/document/block.ts";
import type { Extract } from "../../domain/document/extract.ts";
import { buildDoc, type DocFixture, docParagraph, docRow, property } from "./doc-fixture.ts";
import { readDoc } from "./read-doc.ts";

async function extractOf(fixture: DocFixture): Promise<Extract> {
  const read = await readDoc(buildDoc(fixture));
  if (!read.ok) throw new Error(read.failure.code);
  return read.value;
}

async function blocksOf(fixture: DocFixture): Promise<readonly Block[]> {
  const { content } = await extractOf(fixture);
  return content.kind === "blocks" ? content.blocks : [];
}

/** Rows as texts with the column, the width in columns and the height in rows of each cell. */
function rowsOf(block: Block | undefined): readonly (readonly string[])[] {
  if (block?.kind !== "table") return [];
  return block.rows.map((row) =>
    row.cells.map((cell) => `${cell.column}+${cell.columnSpan}/${cell.rowSpan} ${textOfBlocks(cell.blocks)}`),
  );
}

const bold = property(0x0835, 1);
const deleted = property(0x0800, 1);
const inserted = property(0x0801, 1);
const hidden = property(0x083c, 1);
const font = (index: number): Buffer =>
  Buffer.concat([property(0x4a4f, index, 0), property(0x4a51, index, 0)]);

describe("text of a Word 97-2003 document", () => {
  it("is read in both widths of characters", async () => {
    const paragraphs = [
      docParagraph("Uy ban nhan dan tinh"),
      docParagraph("Tham m\u01b0u k\u1ebf ho\u1ea1ch"),
    ];
    expect(textOfBlocks(await blocksOf({ paragraphs }))).toBe("Uy ban nhan dan tinh\nTham mưu kế hoạch");
    const plain = [docParagraph("Uy ban"), docParagraph("caf\u00e9")];
    expect(textOfBlocks(await blocksOf({ paragraphs: plain, oneByte: true }))).toBe("Uy ban\ncafé");
  });

  it("carries alignment, bold and indents", async () => {
    const centred = { runs: [{ text: "BÁO CÁO\r", properties: bold }], properties: property(0x2461, 1) };
    const indented = docParagraph("Mục", property(0x845e, 0xd0, 0x02));
    const [first, second] = await blocksOf({ paragraphs: [centred, indented] });
    expect(first).toMatchObject({ text: "BÁO CÁO", style: { align: "center", bold: true } });
    expect(second).toMatchObject({ text: "Mục", style: { bold: false, indent: 36 } });
  });

  it("is the final view: what was deleted or hidden is left out and said", async () => {
    const runs = [
      { text: "Nộp trước ngày " },
      { text: "01/7", properties: deleted },
      { text: "15/7", properties: inserted },
      { text: " (nháp)", properties: hidden },
      { text: "\r" },
    ];
    const extract = await extractOf({ paragraphs: [{ runs }] });
    expect(extract.content).toMatchObject({ blocks: [{ text: "Nộp trước ngày 15/7" }] });
    const codes = extract.notices.map(({ code }) => code);
    expect(codes).toEqual(["trackedChanges", "hiddenText", "oldWordWithoutPages"]);
  });

  it("shows the result of a field, not its instruction", async () => {
    const link = docParagraph('Xem \x13 HYPERLINK "http://vi.du" \x14cổng thông tin\x15 của tỉnh');
    expect(textOfBlocks(await blocksOf({ paragraphs: [link] }))).toBe("Xem cổng thông tin của tỉnh");
  });

  it("knows line breaks, tabs and hyphens that do not break", async () => {
    const signs = docParagraph("Nghị quyết\vsố 59\x1eNQ/TW\tnăm 2025\x1f");
    expect(textOfBlocks(await blocksOf({ paragraphs: [signs] }))).toBe("Nghị quyết\nsố 59-NQ/TW năm 2025");
  });
});

describe("tables of a Word 97-2003 document", () => {
  it("have their rows and cells, wide and tall ones too", async () => {
    const paragraphs = [
      docParagraph("Phụ lục"),
      ...docRow(["STT", "Nội dung", "Thời gian"], [0, 500, 5000, 7000]),
      ...docRow(["I. Nhóm nhiệm vụ"], [0, 7000]),
      ...docRow(["1", "Rà soát", "Quý I"], [0, 500, 5000, 7000], [0x60, 0, 0]),
      ...docRow(["", "Báo cáo", "Quý II"], [0, 500, 5000, 7000], [0x20, 0, 0]),
      docParagraph("Hết"),
    ];
    const blocks = await blocksOf({ paragraphs });
    expect(blocks.map((block) => block.kind)).toEqual(["paragraph", "table", "paragraph"]);
    expect(rowsOf(blocks[1])).toEqual([
      ["0+1/1 STT", "1+1/1 Nội dung", "2+1/1 Thời gian"],
      ["0+3/1 I. Nhóm nhiệm vụ"],
      ["0+1/2 1", "1+1/1 Rà soát", "2+1/1 Quý I"],
      ["1+1/1 Báo cáo", "2+1/1 Quý II"],
    ]);
  });

  it("end a document without a paragraph behind them", async () => {
    const blocks = await blocksOf({ paragraphs: [...docRow(["a", "b"], [0, 1000, 2000])] });
    expect(rowsOf(blocks[0])).toEqual([["0+1/1 a", "1+1/1 b"]]);
  });

  it("hold tables in their cells", async () => {
    const nested = (text: string, ...more: readonly Buffer[]) => ({
      runs: [{ text: `${text}\r` }],
      properties: Buffer.concat([property(0x2416, 1), property(0x6649, 2, 0, 0, 0), ...more]),
    });
    const outer = docRow(["ngoài"], [0, 3000]);
    const paragraphs = [
      nested("trong 1", property(0x244b, 1)),
      nested("trong 2", property(0x244b, 1)),
      nested("", property(0x244c, 1), property(0x2416, 1)),
      ...outer,
    ];
    const [table] = await blocksOf({ paragraphs });
    expect(rowsOf(table)).toEqual([["0+1/1 trong 1\ntrong 2\nngoài"]]);
  });

  it("keep the text of a row whose end was lost", async () => {
    const cut = docRow(["một", "hai"], [0, 1000, 2000]).slice(0, 2);
    expect(textOfBlocks(await blocksOf({ paragraphs: cut }))).toBe("một\nhai");
  });
});

describe("fonts of before Unicode", () => {
  it("are told by their names, run by run in one paragraph", async () => {
    const runs = [
      { text: "Céng hßa ", properties: font(0) },
      { text: "x· héi", properties: font(1) },
      { text: " tỉnh Gia Lai ", properties: font(2) },
      { text: "Tænh\r", properties: font(3) },
    ];
    const extract = await extractOf({
      paragraphs: [{ runs }],
      fonts: [".VnTime", ".VnTimeH", "Times New Roman", "VNI-Times"],
    });
    expect(extract.content).toMatchObject({ blocks: [{ text: "Cộng hòa XÃ HỘI tỉnh Gia Lai Tỉnh" }] });
    expect(extract.notices[0]).toEqual({ code: "legacyFont", count: 1, place: null });
  });

  it("are told in cells and in text of one byte a character", async () => {
    const [cell, end] = docRow(["x"], [0, 3000]);
    if (!cell || !end) throw new Error("a row has a cell and an end");
    const inFont = { ...cell, runs: [{ text: "QuyÕt ®Þnh\x07", properties: font(0) }] };
    const blocks = await blocksOf({ paragraphs: [inFont, end], fonts: [".VnTime"], oneByte: true });
    expect(rowsOf(blocks[0])).toEqual([["0+1/1 Quyết định"]]);
  });
});

describe("stories beside the body", () => {
  it("reads headers and footnotes as what they are", async () => {
    // Body, then the footnote, then the header: six separators that are empty, and the header of odd pages.
    const paragraphs = [
      docParagraph("Thân\x02"),
      docParagraph("\x02 Ghi chú"),
      docParagraph("Đầu trang"),
      docParagraph(""),
    ];
    const numbers = (...values: readonly number[]): Buffer => {
      const bytes = Buffer.alloc(values.length * 4);
      for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
      return bytes;
    };
    const special = {
      runs: [{ text: "Thân" }, { text: "\x02", properties: property(0x0855, 1) }, { text: "\r" }],
    };
    const [, ...rest] = paragraphs;
    const extract = await extractOf({
      paragraphs: [special, ...rest],
      bodyLength: 6,
      lengths: { 80: 10, 84: 11 },
      tables: {
        2: Buffer.concat([numbers(4, 6), Buffer.alloc(2)]),
        3: numbers(0, 10, 10),
        6: Buffer.concat([numbers(0, 6), Buffer.from([0, 0, 0xff, 0xff, 0xff, 0xff, 0, 0, 0, 0, 0, 0])]),
        11: numbers(0, 0, 0, 0, 0, 0, 0, 0, 11, 11, 11, 11, 11),
      },
    });
    expect(extract.content).toMatchObject({
      blocks: [
        { role: "header", text: "Đầu trang" },
        { role: "body", text: "Thân" },
        { role: "footnote", text: "Ghi chú" },
      ],
    });
  });
});

describe("readDoc refuses", () => {
  const paragraphs = [docParagraph("Nội dung")];
  const cases: readonly [string, Uint8Array, string][] = [
    ["a document with a password", buildDoc({ paragraphs, flags: 0x0100 }), "file.encrypted"],
    ["a document of Word 95", buildDoc({ paragraphs, version: 0x0068 }), "file.old-word"],
    ["a document cut in two", buildDoc({ paragraphs }).subarray(0, 3000), "file.damaged"],
    [
      "a document without its list of pieces",
      buildDoc({ paragraphs, tables: { 33: Buffer.alloc(0) } }),
      "file.damaged",
    ],
  ];
  it.each(cases)("%s", async (_why, bytes, code) => {
    const read = await readDoc(bytes);
    expect(read.ok ? "read" : read.failure.code).toBe(code);
  });

  it("or reads, and never throws, whatever bytes were changed", async () => {
    const whole = buildDoc({
      paragraphs: [
        docParagraph("Quyết định"),
        ...docRow(["a", "b"], [0, 900, 1800]),
        docParagraph("Hết", bold),
      ],
      fonts: [".VnTime"],
    });
    const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 8 }), async (changes) => {
        const damaged = Buffer.from(whole);
        for (const [at, value] of changes) damaged[at] = value;
        const read = await readDoc(damaged);
        expect(read.ok || /^file\.(damaged|encrypted|old-word)$/.test(read.failure.code)).toBe(true);
      }),
      { numRuns: 400 },
    );
  });
});
