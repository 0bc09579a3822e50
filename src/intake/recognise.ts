import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { FileFormat } from "../domain/document/extract.ts";
import { isCompoundFile, rootEntryNames } from "./compound-file.ts";
import { looksLikeText, textHead } from "./txt/encoding.ts";

/**
 * What a file is, by its content: names lie (a .docx renamed to .pdf, a web page saved as .doc). Looks at the first
 * and last kilobytes only; that the file is whole shows when it is read.
 *
 * Fails with `file.empty`, `file.encrypted`, `file.scan-picture` ({ format }),
 * `file.unsupported` ({ format }), `file.flat-opc`, `file.unrecognised` or `file.damaged` ({ part }).
 */
export function recognise(bytes: Uint8Array): Result<FileFormat> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isBlank(buffer)) return fail("file.empty");
  if (isCompoundFile(buffer)) return recogniseCompound(buffer);
  if (readPictures.some((kind) => kind.is(buffer))) return succeed("picture");
  const picture = pictures.find((kind) => kind.is(buffer));
  if (picture) return fail("file.scan-picture", { format: picture.format });
  if (buffer.subarray(0, 2).toString("latin1") === "PK") return recogniseZip(buffer);
  if (isPdf(buffer)) return succeed("pdf");
  if (startsWith(buffer, "{\\rtf")) return succeed("rtf");
  const other = others.find((kind) => kind.is(buffer));
  if (other) return fail("file.unsupported", { format: other.format });
  return recogniseText(buffer);
}

/** Whether a file name promises another kind of content than was found; said as a notice, the file is read as it is. */
export function isMisnamed(fileName: string, format: FileFormat): boolean {
  const extension = /\.([a-z0-9]{1,5})$/i.exec(fileName)?.[1]?.toLowerCase();
  return extension !== undefined && !usualExtensions[format].includes(extension);
}

const usualExtensions: Readonly<Record<FileFormat, readonly string[]>> = {
  docx: ["docx", "docm", "dotx", "dotm"],
  xlsx: ["xlsx", "xlsm", "xltx", "xltm"],
  pdf: ["pdf"],
  html: ["html", "htm", "xhtml", "mht", "mhtml"],
  doc: ["doc", "dot"],
  rtf: ["rtf"],
  odt: ["odt", "ott"],
  xls: ["xls", "xlt"],
  ods: ["ods", "ots"],
  picture: ["jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff"],
  txt: ["txt", "text", "md", "csv", "log"],
};

interface Kind {
  readonly format: string;
  readonly is: (buffer: Buffer) => boolean;
}

function startsWith(buffer: Buffer, text: string, at = 0): boolean {
  return buffer.toString("latin1", at, at + text.length) === text;
}

/** Pictures that letters are read off. */
const readPictures: readonly Kind[] = [
  { format: "JPEG", is: (b) => startsWith(b, "\xff\xd8\xff") },
  { format: "PNG", is: (b) => startsWith(b, "\x89PNG\r\n\x1a\n") },
  { format: "TIFF", is: (b) => startsWith(b, "II*\0") || startsWith(b, "MM\0*") },
];

const pictures: readonly Kind[] = [
  { format: "BigTIFF", is: (b) => startsWith(b, "II+\0") || startsWith(b, "MM\0+") },
  { format: "GIF", is: (b) => startsWith(b, "GIF87a") || startsWith(b, "GIF89a") },
  { format: "WEBP", is: (b) => startsWith(b, "RIFF") && startsWith(b, "WEBP", 8) },
  { format: "BMP", is: (b) => startsWith(b, "BM") && b.length > 26 && b.readUInt32LE(6) === 0 },
  // ISO base media file with a brand of the HEIF family (ISO/IEC 23008-12): what telephones take.
  {
    format: "HEIC",
    is: (b) =>
      startsWith(b, "ftyp", 4) && /^(heic|heix|heim|heis|hevc|mif1|msf1|avif)/.test(latin1(b, 8, 12)),
  },
];

const others: readonly Kind[] = [
  { format: "RAR", is: (b) => startsWith(b, "Rar!\x1a\x07") },
  { format: "7Z", is: (b) => startsWith(b, "7z\xbc\xaf\x27\x1c") },
  { format: "GZIP", is: (b) => startsWith(b, "\x1f\x8b\x08") },
  { format: "PostScript", is: (b) => startsWith(b, "%!PS") },
  { format: "DjVu", is: (b) => startsWith(b, "AT&TFORM") },
  { format: "XPS", is: (b) => startsWith(b, "\xab\x4b\x46\x44") },
];

function latin1(buffer: Buffer, from: number, to: number): string {
  return buffer.toString("latin1", from, to);
}

function isBlank(buffer: Buffer): boolean {
  // The longest blank file worth looking through; one with a megabyte of spaces is refused by its reader instead.
  const head = buffer.subarray(0, 1_000_000);
  const withoutMark = startsWith(head, "\xef\xbb\xbf") ? head.subarray(3) : head;
  const rest = /^(\xff\xfe|\xfe\xff)/.test(latin1(withoutMark, 0, 2)) ? withoutMark.subarray(2) : withoutMark;
  return rest.every((byte) => byte === 0 || byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));
}

/**
 * A PDF begins with its mark; readers accept garbage of up to 1,024 bytes before it (ISO 32000-1 annex H.3.4.1).
 * A text that only speaks of "%PDF-1.7" has no cross-reference pointer at its end.
 */
function isPdf(buffer: Buffer): boolean {
  const at = latin1(buffer, 0, 1024 + 8).search(/%PDF-\d/);
  if (at <= 0) return at === 0;
  return latin1(buffer, Math.max(0, buffer.length - 2048), buffer.length).includes("startxref");
}

function recogniseCompound(buffer: Buffer): Result<FileFormat> {
  const names = rootEntryNames(buffer);
  if (!names) return fail("file.damaged", { part: "" });
  if (names.includes("EncryptedPackage")) return fail("file.encrypted");
  if (names.includes("WordDocument")) return succeed("doc");
  if (names.includes("Workbook") || names.includes("Book")) return succeed("xls");
  if (names.includes("PowerPoint Document")) return fail("file.unsupported", { format: "PPT" });
  if (names.includes("__properties_version1.0")) return fail("file.unsupported", { format: "MSG (Outlook)" });
  return fail("file.unrecognised");
}

/** Office documents are zip archives; which one, the names of their parts tell. */
function recogniseZip(buffer: Buffer): Result<FileFormat> {
  const names = zipNames(buffer);
  const has = (start: string): boolean => names.some((name) => name.startsWith(start));
  if (has("word/")) return succeed("docx");
  if (has("xl/")) return names.includes("xl/workbook.bin") ? unsupported("XLSB") : succeed("xlsx");
  if (has("ppt/")) return unsupported("PPTX");
  const mimetype =
    /mimetypeapplication\/(vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)|epub)/.exec(
      latin1(buffer, 0, 200),
    );
  if (mimetype?.[2] === "text") return succeed("odt");
  if (mimetype?.[2] === "spreadsheet") return succeed("ods");
  if (mimetype) return unsupported(openDocumentNames[mimetype[2] ?? "epub"] ?? "ODF");
  if (names.length === 0 || has("[content_types].xml")) return fail("file.damaged", { part: "" });
  return unsupported("ZIP");
}

const openDocumentNames: Readonly<Record<string, string>> = {
  presentation: "ODP",
  epub: "EPUB",
};

function unsupported(format: string): Result<never> {
  return fail("file.unsupported", { format });
}

/**
 * Names in the directory at the end of a zip archive (APPNOTE.TXT 4.3.12), in lower case; when the end is missing (a
 * broken download), those of the local headers that can be found. Enough to tell a kind, no proof of a whole archive.
 */
function zipNames(buffer: Buffer): readonly string[] {
  const fromDirectory = namesAfter(buffer, "PK\x01\x02", 28, 46);
  return fromDirectory.length > 0 ? fromDirectory : namesAfter(buffer, "PK\x03\x04", 26, 30);
}

function namesAfter(buffer: Buffer, mark: string, lengthAt: number, nameAt: number): readonly string[] {
  const names: string[] = [];
  for (let at = buffer.indexOf(mark, 0, "latin1"); at >= 0 && names.length < 2000; ) {
    if (at + nameAt > buffer.length) break;
    const length = buffer.readUInt16LE(at + lengthAt);
    names.push(buffer.toString("utf8", at + nameAt, at + nameAt + length).toLowerCase());
    at = buffer.indexOf(mark, at + nameAt, "latin1");
  }
  return names;
}

function recogniseText(buffer: Buffer): Result<FileFormat> {
  if (!looksLikeText(buffer)) return fail("file.unrecognised");
  const head = textHead(buffer, 4096).trimStart();
  if (/<\?mso-application\s+progid="Word/i.test(head) && head.includes("office/2006/xmlPackage"))
    return fail("file.flat-opc");
  if (/<\?mso-application\s+progid="Word/i.test(head)) return unsupported("Word 2003 XML");
  if (/<\?mso-application\s+progid="Excel|<Workbook\s[^>]*urn:schemas-microsoft-com/i.test(head))
    return unsupported("Excel 2003 XML");
  return succeed(isHtml(head) ? "html" : "txt");
}

/** A web page, a part of one, or a page saved whole by a browser or by Word (MHTML, RFC 2557). */
function isHtml(head: string): boolean {
  const content = head.replace(/^(<\?xml[^>]*>|<!--[\s\S]*?-->|\s)+/, "");
  if (
    /^<(!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]|style|center|font|span|ul|ol)[\s>/]/i.test(
      content,
    )
  )
    return true;
  return (
    /^(mime-version|from|date|subject|content-type):/i.test(head) &&
    /^content-type:\s*multipart\/related/im.test(head)
  );
}
