import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { buildCompoundFile } from "../../src/intake/compound-file-fixture.ts";
import { buildWorkbook } from "../../src/intake/xlsx/workbook-fixture.ts";
import { buildPackage } from "../../src/intake/zip-fixture.ts";

/** A whole small file of a kind, to be damaged in tests. */
export interface SeedFile {
  readonly name: string;
  readonly kind: "docx" | "xlsx" | "pdf" | "html" | "txt" | "doc";
  readonly bytes: Uint8Array;
}

const text =
  "ỦY BAN NHÂN DÂN\nSố: 12/QĐ-UBND\n1. Giao Sở A chủ trì, phối hợp với Sở B rà soát danh mục, hoàn thành trước ngày 30/9/2026.\n| 1 | Rà soát | Sở A | Quý III |\n";

/** One file of each kind, made here. */
export const builtSeeds: readonly SeedFile[] = [
  { name: "dựng.docx", kind: "docx", bytes: buildDocument() },
  {
    name: "dựng.xlsx",
    kind: "xlsx",
    bytes: buildWorkbook([
      {
        name: "Nhiệm vụ",
        rows: [
          [{ text: "DANH MỤC", at: "A1", style: 1 }],
          [
            { text: "STT", at: "A3" },
            { text: "Nội dung", at: "B3" },
            { text: "Hạn", at: "C3" },
          ],
          [
            { number: 1, at: "A4" },
            { text: "Rà soát", at: "B4" },
            { number: 46295, at: "C4", format: "dd/mm/yyyy" },
          ],
        ],
        merges: ["A1:C1"],
      },
    ]),
  },
  { name: "dựng.pdf", kind: "pdf", bytes: buildPdf() },
  {
    name: "dựng.html",
    kind: "html",
    bytes: Buffer.from(
      '<html><head><meta charset="utf-8"><title>x</title></head><body><h1 style="text-align:center">KẾ HOẠCH</h1><ol start=2><li>Giao Sở A<br>rà soát</ol><table><thead><tr><th colspan=2>Việc<th rowspan=2>Hạn</thead><tr><td>1<td>Rà soát</table><p hidden>x</p></body></html>',
    ),
  },
  { name: "dựng.txt", kind: "txt", bytes: Buffer.from(text) },
  { name: "dựng UTF-16.txt", kind: "txt", bytes: Buffer.from(`\ufeff${text}`, "utf16le") },
  { name: "dựng.doc", kind: "doc", bytes: buildCompoundFile(["1Table", "WordDocument"]) },
];

/** Real documents kept beside the checkout, those of at most two megabytes; none where there are none. */
export function realSeeds(): readonly SeedFile[] {
  const folder = new URL("../../../shared/documents", import.meta.url).pathname;
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .sort()
    .filter(
      (name) => /\.(docx|xlsx|pdf|html|txt|doc)$/.test(name) && statSync(join(folder, name)).size < 2_000_000,
    )
    .map(
      (name): SeedFile => ({
        name,
        kind: name.slice(name.lastIndexOf(".") + 1) as SeedFile["kind"], // the filter let only these endings through
        bytes: readFileSync(join(folder, name)),
      }),
    );
}

function buildDocument(): Uint8Array {
  const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
  const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const relations = (...targets: readonly [string, string][]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${targets
      .map(([type, target], i) => `<Relationship Id="r${i}" Type="${office}/${type}" Target="${target}"/>`)
      .join("")}</Relationships>`;
  const cell = (words: string, more = ""): string =>
    `<w:tc><w:tcPr>${more}</w:tcPr><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
  return buildPackage({
    "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    "_rels/.rels": relations(["officeDocument", "word/document.xml"]),
    "word/_rels/document.xml.rels": relations(["numbering", "numbering.xml"], ["styles", "styles.xml"]),
    "word/document.xml": `<w:document ${w}><w:body><w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>KẾ HOẠCH</w:t></w:r></w:p><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>Giao Sở A</w:t></w:r><w:del><w:r><w:delText>x</w:delText></w:r></w:del></w:p><w:tbl><w:tblGrid><w:gridCol/><w:gridCol/></w:tblGrid><w:tr>${cell("STT", '<w:vMerge w:val="restart"/>')}${cell("Việc")}</w:tr><w:tr>${cell("", "<w:vMerge/>")}${cell("Rà soát")}</w:tr></w:tbl></w:body></w:document>`,
    "word/numbering.xml": `<w:numbering ${w}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    "word/styles.xml": `<w:styles ${w}><w:style w:styleId="a" w:type="paragraph"><w:rPr><w:sz w:val="28"/></w:rPr></w:style></w:styles>`,
  });
}

/** One page of text in a font that every reader has, with a frame drawn round it; `unused` bytes lie in it that no page shows. */
export function buildPdf(unused = 0): Uint8Array {
  const content =
    "BT /F1 14 Tf 72 720 Td (KE HOACH) Tj 0 -24 Td (1. Giao So A ra soat danh muc) Tj ET 72 600 400 100 re S";
  const objects = [
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    "<</Type/Font/Subtype/Type1/BaseFont/Times-Roman/Encoding/WinAnsiEncoding>>",
    `<</Length ${unused}>>\nstream\n${"0".repeat(unused)}\nendstream`,
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const entries = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  file += `xref\n0 7\n0000000000 65535 f \n${entries}trailer\n<</Size 7/Root 1 0 R>>\nstartxref\n${file.length}\n%%EOF\n`;
  return Buffer.from(file, "latin1");
}
