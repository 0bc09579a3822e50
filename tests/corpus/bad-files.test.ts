import { mkdtempSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { readFileInChild } from "../../src/intake/read-file.ts";
import { buildWorkbook } from "../../src/intake/xlsx/workbook-fixture.ts";
import { buildPackage, buildZip } from "../../src/intake/zip-fixture.ts";
import { randomFrom } from "../support/mutate.ts";
import { buildPdf, builtSeeds } from "../support/seed-files.ts";

const folder = mkdtempSync(join(tmpdir(), "bad-files-"));
afterAll(() => rmSync(folder, { recursive: true }));

const wordMain = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const sheetMain = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const bigText = "<w:p/>".repeat(40_000_000 / 6);

function document(xml: string): Uint8Array {
  return buildPackage({
    "word/document.xml": `<w:document ${wordMain}><w:body>${xml}</w:body></w:document>`,
  });
}

function randomBytes(length: number): Uint8Array {
  const random = randomFrom(7);
  return Uint8Array.from({ length }, () => random(256));
}

const billionLaughs = `<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "lol">${"bcdefghij"
  .split("")
  .map((name, i) => `<!ENTITY ${name} "${`&${"abcdefghi"[i]};`.repeat(10)}">`)
  .join("")}]>`;

const outsideFile = '<!DOCTYPE l [<!ENTITY a SYSTEM "file:///etc/passwd">]>';

const cases: readonly [string, () => Uint8Array, RegExp][] = [
  ["nothing at all", () => new Uint8Array(), /^file\.empty$/],
  ["random bytes", () => randomBytes(100_000), /^file\.unrecognised$/],
  [
    "random bytes behind the mark of a PDF",
    () => Buffer.concat([Buffer.from("%PDF-1.7\n"), randomBytes(100_000)]),
    /^file\.damaged$/,
  ],
  [
    "random bytes behind the mark of an archive",
    () => Buffer.concat([Buffer.from("PK\x03\x04"), randomBytes(100_000)]),
    /^file\.(damaged|unsupported)$/,
  ],
  [
    "random bytes behind the mark of old Word",
    () => Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), randomBytes(100_000)]),
    /^file\.(damaged|unrecognised)$/,
  ],
  ["a document that becomes a thousand times larger", () => document(bigText), /^file\.bomb$/],
  [
    "a document whose parts together fill the memory",
    () =>
      buildZip(
        Array.from({ length: 9 }, (_, i) => ({
          name: `word/document${i || ""}.xml`,
          content: "x",
          declaredSize: 40_000_000,
        })),
      ),
    /^file\.(bomb|too-large)$/,
  ],
  [
    "an archive that declares a small part and holds a large one",
    () => buildZip([{ name: "word/document.xml", content: bigText, declaredSize: 1000 }]),
    /^file\.(damaged|bomb)$/,
  ],
  [
    "three thousand parts",
    () => buildPackage(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`word/${i}.xml`, ""]))),
    /^file\.too-many-parts$/,
  ],
  [
    "entities that grow (a document)",
    () =>
      buildPackage({
        "word/document.xml": `${billionLaughs}<w:document ${wordMain}><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>`,
      }),
    /^file\.entities$/,
  ],
  [
    "entities that grow (a workbook)",
    () =>
      buildPackage({
        "xl/workbook.xml": `${billionLaughs}<workbook ${sheetMain}><sheets>&j;</sheets></workbook>`,
      }),
    /^file\.entities$/,
  ],
  [
    "an entity that reaches for another file",
    () =>
      buildPackage({
        "word/document.xml": `${outsideFile}<w:document ${wordMain}><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>`,
      }),
    /^file\.entities$/,
  ],
  [
    "a document nested without end",
    () => document("<w:sdt><w:sdtContent>".repeat(20_000)),
    /^file\.(too-complex|damaged)$/,
  ],
  [
    "tables nested without end",
    () => document(`${"<w:tbl><w:tr><w:tc>".repeat(1000)}${"</w:tc></w:tr></w:tbl>".repeat(1000)}`),
    /^file\.too-complex$/,
  ],
  ["a page nested without end", () => Buffer.from(`<html>${"<div>".repeat(2_000_000)}`), /^file\.too-deep$/],
  [
    "a workbook cut short",
    () => buildWorkbook([{ rows: [[{ text: "a", at: "A1" }]] }]).subarray(0, 800),
    /^file\.damaged$/,
  ],
  [
    "a workbook of more cells than a person could read",
    () => buildWorkbook([{ rows: [], xml: `<row>${"<c><v>1</v></c>".repeat(16_000)}</row>`.repeat(40) }]),
    /^file\.(too-many-cells|bomb)$/,
  ],
];

describe("bad files", () => {
  it.each(cases)(
    "%s: a clear refusal within seconds, and the reader lives",
    { timeout: 60_000 },
    async (_, build, code) => {
      const started = performance.now();
      const bugs: string[] = [];
      const { extract } = await readFileInChild({ bytes: build() }, { onBug: (stack) => bugs.push(stack) });
      expect(bugs).toEqual([]);
      expect(extract.ok ? "read" : extract.failure.code).toMatch(code);
      expect(performance.now() - started).toBeLessThan(20_000);
    },
  );

  it("every kind cut in the middle is refused or read in part, never a death", {
    timeout: 60_000,
  }, async () => {
    for (const { name, bytes } of builtSeeds) {
      const { extract } = await readFileInChild({ bytes: bytes.subarray(0, Math.floor(bytes.length / 2)) });
      expect([name, extract.ok ? "" : extract.failure.code]).not.toEqual([name, "file.reader-died"]);
    }
  });

  it.each([
    ["a Word document under the name of a PDF", "van-ban.pdf", "docx"],
    ["a page under the name of an old Word document", "bao-cao.doc", "html"],
    ["a workbook without any ending", "danh-sach", "xlsx"],
  ] as const)("%s is read as what it is", async (_, name, kind) => {
    const path = join(folder, name);
    const seed = builtSeeds.find((each) => each.kind === kind);
    writeFileSync(path, seed?.bytes ?? "");
    expect((await readFileInChild({ path })).extract).toMatchObject({ value: { format: kind } });
  });

  it("a file of 201 MB is refused without being loaded", async () => {
    const path = join(folder, "lon.pdf");
    writeFileSync(path, "%PDF-1.7\n");
    truncateSync(path, 201_000_000);
    expect((await readFileInChild({ path })).extract).toMatchObject({ failure: { code: "file.too-large" } });
  });

  it("a file of nearly 200 MB is read within the limits", { timeout: 120_000 }, async () => {
    const path = join(folder, "vua.pdf");
    writeFileSync(path, buildPdf(199_000_000));
    expect((await readFileInChild({ path })).extract).toMatchObject({ value: { pageCount: 1 } });
  });

  it("a text of 150 MB is read, or refused by name", { timeout: 120_000 }, async () => {
    const { extract } = await readFileInChild({ bytes: Buffer.alloc(150_000_000, "Giao So A ra soat.\n") });
    expect(extract.ok ? "read" : extract.failure.code).toMatch(/^(read|file\.too-big-for-memory)$/);
  });

  it("a bomb within a bomb's limits still ends: deflate inside deflate is not followed", async () => {
    const inner = deflateRawSync(Buffer.alloc(1_000_000));
    expect(
      (await readFileInChild({ bytes: buildPackage({ "word/document.xml": inner }) })).extract,
    ).toMatchObject({
      failure: { code: "file.damaged" },
    });
  });
});
