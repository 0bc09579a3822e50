import { describe, expect, it } from "vitest";
import { type Block, paragraphsOf, type Table, textOfBlocks } from "../../domain/document/block.ts";
import type { Extract } from "../../domain/document/extract.ts";
import { buildPackage } from "../zip-fixture.ts";
import { readXlsx } from "./read-xlsx.ts";
import { buildWorkbook, type FixtureSheet } from "./workbook-fixture.ts";

async function extractOf(bytes: Uint8Array): Promise<Extract> {
  const read = await readXlsx(bytes);
  if (!read.ok) throw new Error(`${read.failure.code} ${JSON.stringify(read.failure.detail)}`);
  return read.value;
}

async function blocksOf(sheet: FixtureSheet): Promise<readonly Block[]> {
  const { content } = await extractOf(buildWorkbook([sheet]));
  if (content.kind !== "blocks") throw new Error(content.kind);
  return content.blocks.slice(1);
}

/** Blocks in short: a paragraph as its text, a table as rows of "text", "text→columns" or "text↓rows". */
function inShort(blocks: readonly Block[]): readonly unknown[] {
  return blocks.map((block) => (block.kind === "paragraph" ? block.text : rowsInShort(block)));
}

function rowsInShort(table: Table): readonly string[] {
  return table.rows.map((row) =>
    row.cells
      .map(
        (cell) =>
          textOfBlocks(cell.blocks) +
          (cell.columnSpan > 1 ? `→${cell.columnSpan}` : "") +
          (cell.rowSpan > 1 ? `↓${cell.rowSpan}` : ""),
      )
      .join("|"),
  );
}

const list: FixtureSheet = {
  rows: [
    [
      { text: "UBND TỈNH", at: "A1" },
      { text: "CỘNG HÒA", at: "D1" },
    ],
    [{ text: "DANH MỤC NHIỆM VỤ", at: "A3" }],
    [
      { text: "STT", at: "A5" },
      { text: "Nội dung", at: "B5" },
      { text: "Đơn vị", at: "C5" },
      { text: "Hạn", at: "E5" },
    ],
    [
      { text: "Chủ trì", at: "C6" },
      { text: "Phối hợp", at: "D6" },
    ],
    [
      { number: 1, at: "A7" },
      { text: "Rà soát\nquy định", at: "B7" },
      { text: "Sở A", at: "C7" },
      { number: 45884, at: "E7", format: "dd/mm/yyyy" },
    ],
    [
      { number: 2, at: "A9" },
      { text: "Báo cáo", at: "B9" },
      { text: "Sở B", at: "C9" },
    ],
    [{ text: "Người lập biểu", at: "C12" }],
  ],
  merges: ["A1:C1", "D1:E1", "A3:E3", "A5:A6", "B5:B6", "C5:D5", "E5:E6"],
};

describe("a list as offices keep it", () => {
  it("has its head as paragraphs, its rows as one table, its end as paragraphs", async () => {
    expect(inShort(await blocksOf(list))).toEqual([
      "UBND TỈNH",
      "CỘNG HÒA",
      "DANH MỤC NHIỆM VỤ",
      [
        "STT↓2|Nội dung↓2|Đơn vị→2|Hạn↓2",
        "Chủ trì|Phối hợp",
        "1|Rà soát\nquy định|Sở A||15/08/2025",
        "2|Báo cáo|Sở B||",
      ],
      "Người lập biểu",
    ]);
  });

  it("knows sheet and row of each cell", async () => {
    const blocks = await blocksOf(list);
    const places = [...paragraphsOf(blocks)].map((paragraph) => paragraph.spans[0]?.place);
    expect(places[2]).toEqual({ page: 1, lineFrom: 3, lineTo: 3, box: null });
    expect(places.at(-1)).toEqual({ page: 1, lineFrom: 12, lineTo: 12, box: null });
  });

  it("begins with the name of the sheet, also when there are several", async () => {
    const extract = await extractOf(
      buildWorkbook([
        { name: "Năm 2025", rows: list.rows },
        { name: "Trống", rows: [] },
        { name: "Ghi chú", rows: [[{ text: "a", at: "A1" }]] },
      ]),
    );
    expect(extract.pageCount).toBe(3);
    expect(extract.steps).toMatchObject([{ name: "sheets", in: 3, out: 2, rejected: [{ what: "Trống" }] }]);
    if (extract.content.kind !== "blocks") throw new Error(extract.content.kind);
    expect(
      inShort(extract.content.blocks).filter((text) => text === "Năm 2025" || text === "Ghi chú"),
    ).toHaveLength(2);
  });
});

describe("how a sheet is divided", () => {
  const row = (number: number, ...texts: readonly string[]): FixtureSheet["rows"][number] =>
    texts.flatMap((text, index) => (text ? [{ text, at: `${"ABCDEF"[index]}${number}` }] : []));
  const cases: readonly [string, FixtureSheet, readonly unknown[]][] = [
    [
      "two tables with a blank row between",
      { rows: [row(1, "A", "B"), row(2, "1", "x"), row(4, "Mã", "Tên"), row(5, "2", "y")] },
      [
        ["A|B", "1|x"],
        ["Mã|Tên", "2|y"],
      ],
    ],
    [
      "a numbered row after a blank one goes on",
      { rows: [row(1, "TT", "B", "C"), row(2, "I", "x"), row(4, "2.1", "y", "z")] },
      [["TT|B|C", "I|x|", "2.1|y|z"]],
    ],
    ["a list of one column is no table", { rows: [row(1, "Một"), row(2, "Hai")] }, ["Một", "Hai"]],
    [
      "a table that begins further right; empty columns go",
      {
        rows: [
          [
            { text: "A", at: "C2" },
            { text: "B", at: "F2" },
          ],
          [
            { text: "1", at: "C3" },
            { text: "2", at: "F3" },
          ],
        ],
      },
      [["A|B", "1|2"]],
    ],
    [
      "a row merged down is not blank below",
      { rows: [row(1, "A", "B"), row(4, "C", "D")], merges: ["A1:A3"] },
      [["A|B", "C|D"]],
    ],
    [
      "text under a merge is not seen",
      { rows: [row(1, "A", "B", "C"), row(2, "1", "2", "3")], merges: ["A2:B2"] },
      [["A|B|C", "1→2|3"]],
    ],
  ];
  it.each(cases)("%s", async (_, sheet, expected) => {
    expect(inShort(await blocksOf(sheet))).toEqual(expected);
  });
});

describe("cells", () => {
  const cases: readonly [string, string, string][] = [
    ["a formula's result", '<c r="A1"><f>SUM(B1:B9)</f><v>1234.5</v></c>', "1234,5"],
    ["a formula's text", '<c r="A1" t="str"><f>A2&amp;"x"</f><v>Quý I</v></c>', "Quý I"],
    [
      "a string in place, in runs",
      '<c r="A1" t="inlineStr"><is><r><t>Sở </t></r><r><t>Y tế</t></r><rPh><t>x</t></rPh></is></c>',
      "Sở Y tế",
    ],
    ["an error", '<c r="A1" t="e"><v>#REF!</v></c>', "#REF!"],
    ["a truth", '<c r="A1" t="b"><v>1</v></c>', "TRUE"],
    ["a day written out", '<c r="A1" t="d"><v>2025-08-15T00:00:00</v></c>', "15/08/2025"],
    ["an escaped control character", '<c r="A1" t="str"><v>a_x000D_b</v></c>', "a\nb"],
    ["a cell without address", "<c><v>5</v></c>", "5"],
    ["a shared string that is not there", '<c r="A1" t="s"><v>99</v></c><c r="B1"><v>7</v></c>', "7"],
    ["letters apart from their marks", '<c r="A1" t="str"><v>Sơ\u0309</v></c>', "Sở"],
  ];
  it.each(cases)("%s", async (_, xml, text) => {
    expect(textOfBlocks(await blocksOf({ rows: [], xml: `<row r="1">${xml}</row>` }))).toBe(text);
  });

  it("take their look from the styles", async () => {
    const [paragraph] = await blocksOf({ rows: [[{ text: "TIÊU ĐỀ", at: "A1", style: 1 }]] });
    expect(paragraph).toMatchObject({ style: { bold: true, italic: false, align: "center", size: 14 } });
  });
});

describe("fonts of before Unicode", () => {
  it("become letters, by the font of the cell or of the run", async () => {
    const extract = await extractOf(
      buildWorkbook([
        {
          rows: [],
          xml:
            '<row r="1"><c r="A1" s="2" t="inlineStr"><is><t>ViÖt Nam</t></is></c></row>' +
            '<row r="2"><c r="A2" t="inlineStr"><is><r><rPr><rFont val="VNI-Times"/></rPr><t>Soá </t></r><r><t>5®</t></r></is></c></row>',
        },
      ]),
    );
    if (extract.content.kind !== "blocks") throw new Error(extract.content.kind);
    expect(inShort(extract.content.blocks)).toEqual(["Sheet1", "Việt Nam", "Số 5®"]);
    expect(extract.notices).toMatchObject([{ code: "legacyFont", count: 1 }]);
  });
});

describe("what is hidden", () => {
  it("is read and noticed", async () => {
    const extract = await extractOf(
      buildWorkbook([
        { rows: list.rows, hiddenRows: [7], before: '<cols><col min="2" max="2" hidden="1"/></cols>' },
        { name: "Cũ", hidden: true, rows: [[{ text: "a", at: "A1" }], [{ text: "b", at: "A2" }]] },
      ]),
    );
    expect(extract.notices).toMatchObject([
      { code: "hiddenRows", count: 2, place: { page: 1 } },
      { code: "hiddenRows", count: 2, place: { page: 2 } },
    ]);
  });

  it("comments are counted", async () => {
    const extract = await extractOf(
      buildWorkbook([list], {
        "xl/comments1.xml":
          '<comments xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><commentList><comment/><comment/></commentList></comments>',
      }),
    );
    expect(extract.notices).toEqual([{ code: "comments", count: 2, place: null }]);
  });
});

describe("rows that repeat as heading", () => {
  const cases: readonly [string, FixtureSheet][] = [
    [
      "kept in sight",
      {
        ...list,
        before: '<sheetViews><sheetView><pane ySplit="6" state="frozen"/></sheetView></sheetViews>',
      },
    ],
    ["printed on each page", { ...list, printTitles: "$5:$6" }],
  ];
  it.each(cases)("%s", async (_, sheet) => {
    const table = (await blocksOf(sheet)).find((block) => block.kind === "table");
    expect(table?.rows.map((row) => row.repeatsAsHeading)).toEqual([true, true, false, false]);
  });
});

describe("workbooks that cannot be read", () => {
  const cases: readonly [string, Uint8Array, string][] = [
    ["no cell holds text", buildWorkbook([{ rows: [] }]), "file.empty"],
    ["cut short", buildWorkbook([list]).subarray(0, 900), "file.damaged"],
    ["no workbook part", buildPackage({ "xl/styles.xml": "<a/>" }), "file.part-missing"],
    ["a sheet of broken XML", buildWorkbook([{ rows: [], xml: "<row><c>" }]), "file.damaged"],
  ];
  it.each(cases)("%s", async (_, bytes, code) => {
    expect(await readXlsx(bytes)).toMatchObject({ failure: { code } });
  });

  it("reads a list of 20,000 rows within seconds", async () => {
    const rows = Array.from({ length: 20_000 }, (_, index) => [
      { number: index + 1, at: `A${index + 1}` },
      { text: `Nhiệm vụ ${index}`, at: `B${index + 1}` },
      { text: "Sở A", at: `C${index + 1}` },
    ]);
    const [table] = await blocksOf({ rows });
    expect(table).toMatchObject({ kind: "table", rows: { length: 20_000 } });
  });
});
