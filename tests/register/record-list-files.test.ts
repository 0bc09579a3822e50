import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ImportPreviewAnswer, RecordListAnswer } from "../../src/contract/record.ts";
import { sayFailure } from "../../src/domain/language/failures.ts";
import { writeCsv } from "../../src/domain/text/csv.ts";
import { buildCompoundFile } from "../../src/intake/compound-file-fixture.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { buildWorkbook, type FixtureSheet } from "../../src/intake/xlsx/workbook-fixture.ts";
import { writeSpreadsheet } from "../../src/print/spreadsheet.ts";
import { officeForSheets, throughLibreOffice } from "../support/office.ts";
import { jsonRequest, openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";
import { jsonOf } from "./register-app.ts";

let app: RegisterApp;
beforeAll(async () => {
  const now = new Date("2026-03-02T03:00:00Z");
  app = await openRegisterApp(() => now, startReading({ office: officeForSheets }));
}, 120_000);
afterAll(async () => {
  expect(app.bugs).toEqual([]);
  await app.close();
});

const partners = "/api/records/partners";
const send = (name: string, content: string | Uint8Array) =>
  app.ask("mai", `${partners}/imports`, uploadOf([name, content]));
const preview = (name: string, content: string | Uint8Array) =>
  jsonOf<ImportPreviewAnswer>(send(name, content));
const total = async () => (await jsonOf<RecordListAnswer>(app.ask("mai", partners))).total;

const headings = ["Tên đối tác", "Loại đối tác", "Quốc gia"];
const rows = [
  ["Thủ đô Viêng Chăn", "Địa phương", "Lào"],
  ["Hội hữu nghị, chi hội Bắc", "Cơ quan nhà nước", "Nhật Bản"],
];
const semicolons = [headings, ...rows].map((cells) => cells.join(";")).join("\r\n");

/** Letters in the code page of Vietnamese Windows before Unicode: a vowel with its own mark, its tone behind it. */
function windows1258(text: string): Uint8Array {
  const isOwn = (mark: string) => "\u0302\u0306\u031b".includes(mark);
  const decoder = new TextDecoder("windows-1258");
  const bytes = new Map(
    Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]),
  );
  const apart = text.normalize("NFD").replace(/(\p{L})(\p{M}+)/gu, (_, letter: string, marks: string) => {
    const [own, tone] = [[...marks].filter(isOwn), [...marks].filter((mark) => !isOwn(mark))];
    return (letter + own.join("")).normalize("NFC") + tone.join("");
  });
  return new Uint8Array([...apart].map((sign) => bytes.get(sign) ?? 0x3f));
}

function utf16(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(`\ufeff${text}`, "utf16le"));
}

async function workbook(lines: readonly (readonly string[])[] = rows): Promise<Uint8Array> {
  const columns = headings.map((heading) => ({ heading, kind: "text" as const, width: 20 }));
  return new Uint8Array(await writeSpreadsheet([{ name: "Đối tác", columns, rows: lines }]));
}

describe("a list in whatever file it is kept", { timeout: 120_000 }, () => {
  const files: readonly (readonly [string, () => Uint8Array | string | Promise<Uint8Array>, string])[] = [
    ["doi-tac.csv", () => writeCsv([headings, ...rows]), "commas, UTF-8 with its mark"],
    ["doi-tac.csv", () => semicolons, "semicolons, as Excel writes them in Vietnam"],
    [
      "doi-tac.csv",
      () => utf16(semicolons.replaceAll(";", "\t")),
      "“Unicode text” of Excel: UTF-16 and tabs",
    ],
    ["doi-tac.csv", () => windows1258(semicolons), "the Vietnamese code page"],
    ["doi-tac.txt", () => semicolons, "a text by another name"],
    ["doi-tac.xlsx", () => workbook(), "a workbook"],
    ["doi-tac.csv", () => workbook(), "a workbook by a wrong name"],
  ];
  it.each(files)("%s is read alike: %s", async (name, content, _) => {
    const list = await preview(name, await content());
    expect(list.columns.map(({ key }) => key)).toEqual(["name", "kind", "country"]);
    expect(list.added.map(({ title }) => title)).toEqual(rows.map(([title]) => title));
    expect(list.counts.refused).toBe(0);
  });

  it.skipIf(officeForSheets === null).each(["xls", "ods"] as const)(
    "a workbook .%s of another program too",
    async (kind) => {
      const list = await preview(`doi-tac.${kind}`, throughLibreOffice(await workbook(), kind));
      expect(list.added.map(({ title }) => title)).toEqual(rows.map(([title]) => title));
    },
  );

  it("has its headings in groups over two rows, some of them merged", async () => {
    const sheet: FixtureSheet = {
      rows: [
        [{ at: "A1", text: "DANH SÁCH ĐỐI TÁC" }],
        [
          { at: "A2", text: "Tên đối tác" },
          { at: "B2", text: "Loại đối tác" },
          { at: "C2", text: "Liên hệ" },
        ],
        [
          { at: "C3", text: "Điện thoại" },
          { at: "D3", text: "Thư điện tử" },
        ],
        [
          { at: "A4", text: "Attapeu" },
          { at: "B4", text: "Địa phương" },
          { at: "C4", text: "+856 36 210 000" },
          { at: "D4", text: "vp@attapeu.la" },
        ],
        [
          { at: "A5", text: "Sekong" },
          { at: "B5", text: "Địa phương" },
        ],
      ],
      merges: ["A1:D1", "A2:A3", "B2:B3", "C2:D2"],
    };
    const list = await preview("doi-tac.xlsx", buildWorkbook([sheet]));
    expect(list.columns.map(({ key }) => key)).toEqual(["name", "kind", "phone", "email"]);
    expect(list.counts).toEqual({ added: 2, changed: 0, unchanged: 0, refused: 0 });
  });

  it("gives what its formulas came to, and refuses the row of one that fails", async () => {
    const computed = (kind: string, at: string, value: string) =>
      `<c r="${at}" t="${kind}"><f>X1</f><v>${value}</v></c>`;
    const row = (n: number, cells: string) => `<row r="${n}">${cells}</row>`;
    const text = (at: string, value: string) => `<c r="${at}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const xml = [
      row(1, text("A1", "Tên đối tác") + text("B1", "Loại đối tác") + text("C1", "Quốc gia")),
      row(2, computed("str", "A2", "Xiêng Khoảng") + text("B2", "Địa phương") + text("C2", "Lào")),
      row(3, computed("e", "A3", "#REF!") + text("B3", "Địa phương") + text("C3", "Lào")),
    ].join("");
    const list = await preview("doi-tac.xlsx", buildWorkbook([{ rows: [], xml }]));
    expect(list.added.map(({ title }) => title)).toEqual(["Xiêng Khoảng"]);
    expect(list.refused.map(({ line, field, error }) => [line, field, error.code])).toEqual([
      [3, "name", "record.cell-error"],
    ]);
  });

  it("says that other sheets were not read", async () => {
    const columns = headings.map((heading) => ({ heading, kind: "text" as const, width: 20 }));
    const sheet = (name: string, lines: typeof rows) => ({ name, columns, rows: lines });
    const book = await writeSpreadsheet([sheet("2026", rows), sheet("2025", rows.slice(0, 1))]);
    expect((await preview("doi-tac.xlsx", new Uint8Array(book))).otherTables).toBe(1);
    expect((await preview("doi-tac.xlsx", await workbook())).otherTables).toBe(0);
  });

  const wrong: readonly (readonly [
    string,
    () => Uint8Array | string | Promise<Uint8Array>,
    string,
    string,
  ])[] = [
    ["rong.xlsx", () => "", "file.empty", "an empty file"],
    ["chi-tieu-de.xlsx", () => workbook([]), "record.list-empty", "headings and nothing below"],
    ["khoa.xlsx", () => locked(), "file.encrypted", "protected by a password"],
    ["ban-in.pdf", () => "%PDF-1.7\nstartxref\n9\n%%EOF", "register.sheet-format", "a print"],
    [
      "anh.png",
      () => new Uint8Array(Buffer.from("\x89PNG\r\n\x1a\n0000", "latin1")),
      "register.sheet-format",
      "a picture",
    ],
    ["nen.rar", () => "Rar!\x1a\x07\x01\x00", "file.unsupported", "an archive of another kind"],
    [
      "hong.xlsx",
      async () => (await workbook()).slice(0, 900),
      "file.damaged",
      "a workbook that was cut off",
    ],
    [
      "dai.csv",
      () => `Tên đối tác,Loại đối tác\n${"A,Địa phương\n".repeat(20_001)}`,
      "record.list-long",
      "more rows than one list may have",
    ],
    ["lon.csv", () => new Uint8Array(101 * 1024 * 1024).fill(0x41), "server.upload-too-large", "100 MB"],
  ];
  it.each(wrong)(
    "%s is refused in a clear sentence, and nothing comes of it (%3$s)",
    async (name, content, code) => {
      const answer = await send(name, await content());
      const { error } = (await answer.json()) as {
        error: { code: string; detail: Record<string, string | number> };
      };
      expect(error.code).toBe(code);
      const failure = { code: code as Parameters<typeof sayFailure>[0]["code"], detail: error.detail }; // checked above
      for (const language of ["vi", "en"] as const) expect(sayFailure(failure, language)).not.toContain("…");
      expect(await total()).toBe(0);
    },
  );

  function locked(): Uint8Array {
    return buildCompoundFile(["EncryptionInfo", "EncryptedPackage"]);
  }
});

describe("a list that a spreadsheet program would compute", { timeout: 120_000 }, () => {
  const names = [
    ...[
      '=HYPERLINK("http://vd.la","x")',
      "+1+1",
      "-2+3",
      "@SUM(A1:A9)",
      "＝1+1",
      "'=1+1",
      "=cmd|' /C calc'!A0",
    ],
    ...["–gạch dài", "a=b", "x\ty", "'trích'"],
  ];

  it("goes out as text in every cell, and comes back unchanged", async () => {
    for (const name of names) {
      const values = { name, kind: "body", phone: "+84 269 382 0000" };
      await jsonOf(
        app.ask("mai", partners, jsonRequest("POST", { values, links: {}, owner: null, sure: true })),
      );
    }
    const csv = await (await app.ask("mai", `${partners}/export.csv`)).text();
    const cells = csv.split("\r\n").flatMap((line) => line.match(/(?<=^|,)(?:"(?:[^"]|"")*"|[^,]*)/g) ?? []);
    expect(cells.length).toBeGreaterThan(names.length);
    for (const cell of cells) expect(cell).not.toMatch(/^"?[=+\-@\t\r＝＋－＠]/);
    const xlsx = new Uint8Array(await (await app.ask("mai", `${partners}/export.xlsx`)).arrayBuffer());
    const { unzipSync } = await import("fflate");
    for (const [part, bytes] of Object.entries(unzipSync(xlsx)))
      if (part.startsWith("xl/worksheets/")) expect(new TextDecoder().decode(bytes)).not.toContain("<f>");
    const same = { added: 0, changed: 0, unchanged: names.length, refused: 0 };
    expect((await preview("doi-tac.csv", csv)).counts).toEqual(same);
    expect((await preview("doi-tac.xlsx", xlsx)).counts).toEqual(same);
    if (officeForSheets)
      expect((await preview("doi-tac.xlsx", throughLibreOffice(xlsx))).counts).toEqual(same);
  });
});
