import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Block, textOfBlocks } from "../domain/document/block.ts";
import { readXlsx } from "../intake/xlsx/read-xlsx.ts";
import { openArchive } from "../intake/zip.ts";
import { type SpreadsheetColumn, type SpreadsheetSheet, writeSpreadsheet } from "./spreadsheet.ts";

const columns: readonly SpreadsheetColumn[] = [
  { heading: "STT", kind: "wholeNumber", width: 6 },
  { heading: "Nội dung", kind: "text", width: 60 },
  { heading: "Hạn", kind: "date", width: 12 },
  { heading: "Tỷ lệ", kind: "percent", width: 10 },
];

async function readBack(sheets: readonly SpreadsheetSheet[]): Promise<readonly Block[]> {
  const read = await readXlsx(await writeSpreadsheet(sheets));
  if (!read.ok) throw new Error(read.failure.code);
  if (read.value.content.kind !== "blocks") throw new Error(read.value.content.kind);
  return read.value.content.blocks;
}

async function rowsReadBack(rows: SpreadsheetSheet["rows"]): Promise<readonly (readonly string[])[]> {
  const table = (await readBack([{ name: "Nhiệm vụ", columns, rows }])).find(
    (block) => block.kind === "table",
  );
  return table?.rows.map((row) => row.cells.map((cell) => textOfBlocks(cell.blocks))) ?? [];
}

async function sheetXml(rows: SpreadsheetSheet["rows"]): Promise<string> {
  const archive = await openArchive(await writeSpreadsheet([{ name: "A", columns, rows }]));
  const part = archive.ok ? await archive.value.read("xl/worksheets/sheet1.xml") : archive;
  return part.ok ? new TextDecoder().decode(part.value) : part.failure.code;
}

describe("writeSpreadsheet", () => {
  it("writes values as their columns show them, headings in sight", async () => {
    const blocks = await readBack([
      {
        name: "Nhiệm vụ",
        columns,
        rows: [[1234, "Rà soát <quy định> & báo cáo\ndòng hai", "2025-08-15", 0.256]],
      },
    ]);
    expect(blocks[0]).toMatchObject({ text: "Nhiệm vụ" });
    const table = blocks[1];
    if (table?.kind !== "table") throw new Error("no table");
    expect(table.rows.map((row) => row.repeatsAsHeading)).toEqual([true, false]);
    expect(table.rows[1]?.cells.map((cell) => textOfBlocks(cell.blocks))).toEqual([
      "1.234",
      "Rà soát <quy định> & báo cáo\ndòng hai",
      "15/08/2025",
      "25,6%",
    ]);
  });

  it("keeps the whole day whatever the time zone and leaves blanks blank", async () => {
    expect(
      await rowsReadBack([
        [1, null, "2024-02-29", null],
        [2, "", "2025-12-31", 1],
      ]),
    ).toEqual([
      ["STT", "Nội dung", "Hạn", "Tỷ lệ"],
      ["1", "", "29/02/2024", ""],
      ["2", "", "31/12/2025", "100,0%"],
    ]);
  });

  it("writes no formula and no link, whatever a text begins with", async () => {
    const harmful = [
      "=1+1",
      "+1",
      "-1",
      "@SUM(A1)",
      "\t=1",
      "＝1",
      '=HYPERLINK("http://a")',
      "=cmd|' /C calc'!A0",
    ];
    const xml = await sheetXml(harmful.map((text) => [null, text, text, null]));
    expect(xml).not.toMatch(/<f[ >]|<hyperlink/);
    expect(
      (await rowsReadBack(harmful.map((text) => [1, text, null, null]))).slice(1).map((row) => row[1]),
    ).toEqual(harmful.map((text) => text.trim()));
  });

  it("writes a value of another kind as text", async () => {
    expect((await rowsReadBack([["5a", 7, "thường xuyên", "một nửa"]]))[1]).toEqual([
      "5a",
      "7",
      "thường xuyên",
      "một nửa",
    ]);
  });

  it("gives sheets names that Excel accepts", async () => {
    const named = ["Kế hoạch 2025/2026: [A]", "x".repeat(40), "x".repeat(40), "'", "a", "A"].map((name) => ({
      name,
      columns: columns.slice(0, 1),
      rows: [[1]],
    }));
    const names = (await readBack(named)).flatMap((block) =>
      block.kind === "paragraph" ? [block.text] : [],
    );
    const sheets = names.filter((name) => name !== "STT" && name !== "1");
    expect(sheets).toHaveLength(6);
    for (const name of sheets) expect(name).toMatch(/^[^:\\/?*[\]']{1,31}$/);
    expect(new Set(sheets.map((name) => name.toLowerCase())).size).toBe(6);
  });

  it("can be read back for any text", async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary", maxLength: 40 }), async (text) => {
        expect(await rowsReadBack([[1, text, null, 0]])).toHaveLength(2);
      }),
      { numRuns: 40 },
    );
  });

  it("cuts a text that no cell can hold", async () => {
    const [, row] = await rowsReadBack([[1, "a".repeat(40_000), null, 0]]);
    expect(row?.[1]).toHaveLength(32_767);
  });
});
