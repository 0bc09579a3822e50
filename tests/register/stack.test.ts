import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { DocumentsAnswer, ImportAnswer, ImportLine } from "../../src/contract/document.ts";
import { readLimits } from "../../src/contract/limits.ts";
import { buildCompoundFile } from "../../src/intake/compound-file-fixture.ts";
import { buildDoc, docParagraph, docRow } from "../../src/intake/doc/doc-fixture.ts";
import { buildDocx, para } from "../../src/intake/docx/docx-fixture.ts";
import { findOffice } from "../../src/intake/office/find-office.ts";
import { writePages } from "../../src/intake/pdf/written-pdf.fixture.ts";
import { startReading } from "../../src/intake/read-file.ts";
import { buildZip } from "../../src/intake/zip-fixture.ts";
import { asLogin } from "../support/database.ts";
import { openRegisterApp, type RegisterApp, uploadOf } from "../support/register-app.ts";

const now = new Date("2026-03-02T03:00:00Z");
const office = findOffice(process.env.PATH ?? "");
let app: RegisterApp;

beforeAll(async () => {
  // Less room than a server has, so that what is too much is met soon.
  const limits = { fileBytes: 3_000_000, milliseconds: 15_000 };
  app = await openRegisterApp(() => now, startReading({ office, limits }));
});
afterAll(() => app.close());

function notice(
  number: number,
  body = "1. Giao Sở Tài chính lập dự toán kinh phí, trình trước ngày 15/4/2026.",
): string {
  return `ỦY BAN NHÂN DÂN
TỈNH GIA LAI
Số: ${number}/TB-UBND
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Gia Lai, ngày 10 tháng 02 năm 2026
THÔNG BÁO
Kết luận về công tác chuẩn bị hội nghị lần thứ ${number}
${body}
Nơi nhận:
- Lưu: VT.
CHỦ TỊCH
Nguyễn Văn Bình
`;
}

const paragraphsOf = (number: number) => notice(number).trim().split("\n");
const docx = (number: number) =>
  buildDocx({
    body: paragraphsOf(number)
      .map((text) => para(text))
      .join(""),
  });
const doc = (number: number) =>
  buildDoc({
    paragraphs: [
      ...paragraphsOf(number).map((text) => docParagraph(text)),
      ...docRow(["1", "Rà soát"], [0, 900, 5000]),
    ],
  });
const latin1 = (text: string) => Buffer.from(text, "latin1");
const rtf = latin1(
  `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}${"Kinh gui cac don vi\\par ".repeat(5)}}`,
);
const pdf = writePages([{ content: "BT /F1 12 Tf 50 700 Td (Kinh gui cac don vi) Tj ET" }]);
/** A picture of one grey point. */
const onePixel =
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";
const bomb = buildZip([
  { name: "[Content_Types].xml", content: "<Types/>" },
  { name: "word/document.xml", content: Buffer.alloc(200_000_000, 32) },
]);

type Expected = "imported" | "duplicate" | `file.${string}` | `secrecy.${string}`;

/** Files as people put them together, and what becomes of each; LibreOffice decides where the machine has it. */
const stack: readonly (readonly [name: string, content: string | Uint8Array, expected: Expected])[] = [
  ["thông báo 1.txt", notice(1), "imported"],
  ["Thông báo số 2.docx".normalize("NFD"), docx(2), "imported"],
  ["thông báo 3.doc", doc(3), "imported"],
  ["trùng tệp.txt", notice(1), "duplicate"],
  ["cùng số khác chữ.txt", `${notice(1)}\n`, "duplicate"],
  [
    "trang lưu thành.doc",
    `<html><body>${notice(4)
      .split("\n")
      .map((x) => `<p>${x}</p>`)
      .join("")}</body></html>`,
    "imported",
  ],
  ["thực ra là docx.doc", docx(5), "imported"],
  ["thực ra là txt.pdf", notice(6), "imported"],
  ["công văn.rtf.doc", rtf, office ? "imported" : "file.needs-office"],
  ["bản in.pdf", pdf, "imported"],
  ["rỗng.docx", new Uint8Array(), "file.empty"],
  ["toàn số không.doc", new Uint8Array(5000), "file.empty"],
  ["toàn dấu cách.txt", " \r\n\t\n".repeat(50), "file.empty"],
  ["có mật khẩu.docx", buildCompoundFile(["EncryptionInfo", "EncryptedPackage"]), "file.encrypted"],
  ["có mật khẩu.doc", buildDoc({ paragraphs: [docParagraph("x")], flags: 0x0100 }), "file.encrypted"],
  ["cắt đôi.doc", doc(7).subarray(0, 3000), "file.damaged"],
  ["cắt đôi.docx", docx(8).subarray(0, 700), "file.damaged"],
  ["hỏng.pdf", latin1("%PDF-1.7\nrác"), "file.damaged"],
  ["bom nén.docx", bomb, "file.bomb"],
  ["quá lớn.txt", new Uint8Array(3_500_000).fill(65), "file.too-large"],
  ["tệp nén.zip", buildZip([{ name: "a/b.txt", content: "x" }]), "file.unsupported"],
  ["tệp nén.rar", latin1("Rar!\x1a\x07\x01\0abc"), "file.unsupported"],
  ["trình chiếu.ppt", buildCompoundFile(["PowerPoint Document"]), "file.unsupported"],
  ["thư.msg", buildCompoundFile(["__properties_version1.0"]), "file.unsupported"],
  ["chương trình.docx", latin1("\x7fELF\x02\x01\x01\0\0\0\0"), "file.unrecognised"],
  ["mật.txt", notice(9).replace("CỘNG HÒA", "MẬT\nCỘNG HÒA"), "secrecy.marked"],
  ["bảng cũ.xls", buildCompoundFile(["Workbook"]), "file.damaged"],
  [
    "bảng cũ.ods",
    buildZip([{ name: "mimetype", content: "application/vnd.oasis.opendocument.spreadsheet", stored: true }]),
    office ? "file.conversion-failed" : "file.needs-office",
  ],
  [`${"tên rất dài ".repeat(15)}.txt`, notice(10), "imported"],
  ["../../etc/passwd.txt", notice(11), "imported"],
];

function resultOf(line: ImportLine): string {
  return line.outcome === "refused" ? line.error.code : line.outcome;
}

async function importLot(files: typeof stack): Promise<readonly ImportLine[]> {
  const answer = await app.ask("mai", "/api/documents", {
    ...uploadOf(...files.map(([name, content]) => [name, content] as const)),
  });
  expect(answer.status).toBe(200);
  return ((await answer.json()) as ImportAnswer).lines;
}

describe("a stack of thirty mixed files", () => {
  it("goes in in two requests; each file has its line, and those that fail say why in both languages", async () => {
    expect(stack).toHaveLength(30);
    const lots = [stack.slice(0, readLimits.files), stack.slice(readLimits.files)];
    const lines: ImportLine[] = [];
    for (const lot of lots) lines.push(...(await importLot(lot)));
    // The ledger balances: every file stands in exactly one line.
    const named = lines.flatMap((line) => line.files);
    expect(named).toHaveLength(stack.length);
    const results = stack.map(([name, , expected]) => {
      const base = name.normalize("NFC").split("/").at(-1) ?? name;
      const line = lines.find((one) => one.files.includes(base));
      return { name: base, result: line ? resultOf(line) : "no line", expected };
    });
    expect(results.map(({ name, result }) => `${name}: ${result}`)).toEqual(
      results.map(({ name, expected }) => `${name}: ${expected}`),
    );
    for (const line of lines)
      if (line.outcome === "refused") expect(line.error.message, line.error.code).toMatch(/[à-ỹ].*[.]$/);
    const listed = await app.ask("mai", "/api/documents");
    const { total } = (await listed.json()) as DocumentsAnswer;
    expect(total).toBe(results.filter(({ expected }) => expected === "imported").length);
    expect(app.bugs).toEqual([]);
  }, 120_000);

  it("may hold pictures, upside down or cut: each is read or refused with a sentence, and holds up nothing", async () => {
    const pictures = [
      ["ảnh chụp.png", Buffer.from(onePixel, "base64"), "imported"],
      ["ảnh ngược.jpg", Buffer.from("ffd8ffe000104a46494600010100000100010000", "hex"), "imported"],
      ["sau ảnh.txt", notice(12), "imported"],
    ] as const;
    const lines = await importLot(pictures);
    expect(lines.flatMap((line) => line.files).toSorted()).toEqual(pictures.map(([name]) => name).toSorted());
    for (const line of lines)
      if (line.outcome === "refused") expect(line.error.message, line.files.join()).toMatch(/[à-ỹ].*[.]$/);
    expect(lines.find((line) => line.files.includes("sau ảnh.txt"))?.outcome).toBe("imported");
    expect(app.bugs).toEqual([]);
  }, 60_000);

  it("says why in English to who reads English", async () => {
    const answer = await app.ask("mai", "/api/documents", {
      ...uploadOf(["cắt đôi.doc", doc(7).subarray(0, 3000)]),
      headers: { "accept-language": "en" },
    });
    const { lines } = (await answer.json()) as ImportAnswer;
    expect(lines[0]).toMatchObject({ error: { message: expect.stringMatching(/damaged or incomplete/) } });
  });

  it("of more files than one request may bring is refused whole, with the limit", async () => {
    const answer = await app.ask(
      "mai",
      "/api/documents",
      uploadOf(...Array.from({ length: 21 }, (_, i) => [`${i}.txt`, notice(100 + i)] as const)),
    );
    expect(((await answer.json()) as { error: { code: string } }).error.code).toMatch(/too-many|too-large/);
  });
});

describe("an import that is called off", () => {
  it("stores nothing, lets go of its file at once, and the next one is read", async () => {
    const before = await documentCount();
    const calledOff = new AbortController();
    // A long file: the reading child is busy with it when the person gives up.
    const long = notice(
      200,
      "1. Giao Sở Xây dựng rà soát hạ tầng, báo cáo trước ngày 30/5/2026.\n".repeat(20_000),
    );
    const first = app.ask("mai", "/api/documents", {
      ...uploadOf(["dài.txt", long]),
      signal: calledOff.signal,
    });
    const second = importLot([["sau đó.txt", notice(201), "imported"]]);
    calledOff.abort();
    const lines = await first.then(
      async (answer) => ((await answer.json()) as ImportAnswer).lines.map(resultOf),
      () => ["file.cancelled"],
    );
    expect(lines).toEqual(["file.cancelled"]);
    expect((await second).map(resultOf)).toEqual(["imported"]);
    expect(await documentCount()).toBe(before + 1);
  });
});

function documentCount(): Promise<number> {
  return asLogin(app.database.superuser, async (client) =>
    Number((await client.query("select count(*) from document")).rows[0].count),
  );
}
