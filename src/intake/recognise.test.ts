import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildCompoundFile } from "./compound-file-fixture.ts";
import { isMisnamed, recognise } from "./recognise.ts";
import { buildPackage, buildZip } from "./zip-fixture.ts";

function latin1(text: string): Buffer {
  return Buffer.from(text, "latin1");
}

function answer(bytes: Uint8Array): string {
  const recognised = recognise(bytes);
  if (recognised.ok) return recognised.value;
  const { code, detail } = recognised.failure;
  return detail.format ? `${code} ${detail.format}` : code;
}

const wordParts = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<w:document/>" };

const cases: readonly [string, Uint8Array, string][] = [
  ["a Word document", buildPackage(wordParts), "docx"],
  [
    "a Word document cut in two: its reader says what is missing",
    buildPackage(wordParts).subarray(0, 120),
    "docx",
  ],
  ["a workbook", buildPackage({ "[Content_Types].xml": "", "xl/workbook.xml": "" }), "xlsx"],
  ["a binary workbook", buildPackage({ "xl/workbook.bin": "" }), "file.unsupported XLSB"],
  ["slides", buildPackage({ "ppt/presentation.xml": "" }), "file.unsupported PPTX"],
  [
    "a LibreOffice text: its kind is the first thing stored",
    buildZip([{ name: "mimetype", content: "application/vnd.oasis.opendocument.text", stored: true }]),
    "odt",
  ],
  ["any other archive", buildPackage({ "anh.jpg": "x" }), "file.unsupported ZIP"],
  ["an Office package without its parts", buildPackage({ "[Content_Types].xml": "" }), "file.damaged"],
  ["the first bytes of an archive and no more", latin1("PK\x03\x04"), "file.damaged"],
  ["an old Word document", buildCompoundFile(["1Table", "WordDocument", "Data"]), "doc"],
  ["an old Word document with a sheet inside", buildCompoundFile(["ObjectPool", "WordDocument"]), "doc"],
  ["an old workbook", buildCompoundFile(["Workbook"]), "xls"],
  ["a workbook of Excel 5", buildCompoundFile(["Book"]), "xls"],
  ["an encrypted document", buildCompoundFile(["EncryptionInfo", "EncryptedPackage"]), "file.encrypted"],
  ["a saved mail", buildCompoundFile(["__properties_version1.0"]), "file.unsupported MSG (Outlook)"],
  ["a compound file of nobody", buildCompoundFile(["Contents"]), "file.unrecognised"],
  ["a compound file cut short", buildCompoundFile(["WordDocument"]).subarray(0, 600), "file.damaged"],
  ["a PDF", latin1("%PDF-1.7\n"), "pdf"],
  [
    "a PDF behind the head of a mail gateway",
    latin1("\r\nX-Scan: ok\r\n\r\n%PDF-1.4\n…startxref\n9\n%%EOF"),
    "pdf",
  ],
  ["a text that speaks of PDF", latin1("Nop tep %PDF-1.7 theo mau."), "txt"],
  ["a photo", latin1("\xff\xd8\xff\xe0\0\x10JFIF"), "picture"],
  ["a picture", latin1("\x89PNG\r\n\x1a\n\0\0"), "picture"],
  ["a scan of an office machine", latin1("II*\0\x08\0\0\0"), "picture"],
  ["a photo of a telephone", latin1("\0\0\0\x18ftypheic\0\0\0\0"), "file.scan-picture HEIC"],
  ["a rich text, whatever its name", latin1("{\\rtf1\\ansi"), "rtf"],
  ["nothing", new Uint8Array(), "file.empty"],
  ["only spaces and line ends", latin1(" \r\n\t \n"), "file.empty"],
  ["only a byte order mark", latin1("\xef\xbb\xbf\n"), "file.empty"],
  ["zeros, as a broken copy leaves", new Uint8Array(4096), "file.empty"],
  ["a web page", latin1("\n<!DOCTYPE html><html>"), "html"],
  ["a page with a declaration and a comment first", latin1('<?xml version="1.0"?><!-- x --><html>'), "html"],
  ["a table copied from a page", latin1("<table><tr><td>1"), "html"],
  ["a page saved by Word in UTF-16", Buffer.from("\ufeff<html xmlns:o=''>", "utf16le"), "html"],
  [
    "a page saved whole",
    latin1('From: <Saved>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n'),
    "html",
  ],
  ["a mail in a text file is a text", latin1("From: an@example.vn\nSubject: Bao cao\n\nKinh gui"), "txt"],
  [
    "XML of Word 2003",
    latin1('<?xml version="1.0"?>\n<?mso-application progid="Word.Document"?>'),
    "file.unsupported Word 2003 XML",
  ],
  [
    "a Word document as one XML file",
    latin1(
      '<?xml version="1.0"?><?mso-application progid="Word.Document"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">',
    ),
    "file.flat-opc",
  ],
  ["a Vietnamese text", Buffer.from("Chủ tịch giao Sở Tài chính"), "txt"],
  ["a text that begins with a bracket", Buffer.from("<Mật khẩu> không gửi qua thư"), "txt"],
  ["a program", latin1("\x7fELF\x02\x01\x01\0\0\0\0"), "file.unrecognised"],
];

describe("recognise", () => {
  it.each(cases)("%s", (_, bytes, expected) => {
    expect(answer(bytes)).toBe(expected);
  });

  it("answers for any bytes, and never throws", () => {
    const starts = [
      "",
      "PK\x03\x04",
      "PK\x01\x02",
      "%PDF-1",
      "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
      "\xff\xfe",
      "<html",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...starts), fc.uint8Array({ maxLength: 700 }), (start, tail) => {
        expect(answer(Buffer.concat([latin1(start), tail]))).toMatch(
          /^(docx|doc|xls|rtf|odt|ods|pdf|xlsx|html|txt|file\..+)$/,
        );
      }),
    );
  });

  it("ends for a compound file whose pointers run in a ring", () => {
    const bytes = Buffer.from(buildCompoundFile(["A", "B", "C", "WordDocument"]));
    bytes.writeUInt32LE(1, 512 + 4); // the second directory sector follows itself
    bytes.writeUInt32LE(1, 1024 + 128 + 72); // the first stream is its own neighbour
    expect(answer(bytes)).toBe("file.unrecognised");
  });
});

describe("isMisnamed", () => {
  const names: readonly [string, "docx" | "pdf" | "txt", boolean, string][] = [
    ["ke-hoach.pdf", "docx", true, "a document renamed"],
    ["KE-HOACH.DOCX", "docx", false, "capitals"],
    ["1520/QĐ-UBND", "pdf", false, "a number is no extension"],
    ["tai-lieu", "pdf", false, "no extension promises nothing"],
    ["bao-cao.doc", "txt", true, "a text under the name of Word"],
  ];
  it.each(names)("%s as %s: %s (%s)", (name, format, expected) => {
    expect(isMisnamed(name, format)).toBe(expected);
  });
});
