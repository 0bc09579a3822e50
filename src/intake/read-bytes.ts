import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Extract, FileFormat, OfficeFormat } from "../domain/document/extract.ts";
import { type ReadingLimits, readingLimits, refuseTooLarge } from "./limits.ts";
import { type ConvertibleFormat, isConvertible, nameOf } from "./office/convertible.ts";
import { refuseOldWorkbook } from "./old-workbook.ts";
import type { ReadingAids } from "./reading-messages.ts";
import { noTools, type ReadingTools } from "./reading-tools.ts";
import { recognise } from "./recognise.ts";

/**
 * Takes a file apart by the reader of its kind, in this process: for the reading child and for tests. Only that
 * reader is loaded. Fails with what `recognise` and the readers fail with, and with `file.too-large`
 * ({ megabytes, limit }), `file.too-many-pages` ({ pages, most }) and `file.needs-office` ({ format }) for kinds that
 * only LibreOffice reads; with `office`, documents of before Word 97 are among them. Throws for a bug of a reader only.
 */
export async function readBytes(
  bytes: Uint8Array,
  limits: Pick<ReadingLimits, "fileBytes" | "pages"> = readingLimits,
  { office, trustList, declaredOpen = false }: ReadingAids = { office: false, trustList: "" },
  tools: ReadingTools = noTools,
): Promise<Result<Extract>> {
  const tooLarge = refuseTooLarge(bytes.length, limits.fileBytes);
  if (tooLarge) return tooLarge;
  const format = recognise(bytes);
  if (!format.ok) return format;
  if (format.value !== "doc" && isConvertible(format.value)) return giveToOffice(bytes, format.value);
  // Readers get a plain array: a Buffer's `slice` shares its memory instead of copying it.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = await readers[format.value](plain, { tools, declaredOpen });
  if (!read.ok && read.failure.code === "file.old-word" && office) return giveToOffice(bytes, "doc");
  const pages = read.ok ? (read.value.pageCount ?? 0) : 0;
  if (pages > limits.pages) return fail("file.too-many-pages", { pages, most: limits.pages });
  if (read.ok && tools.handCopy) {
    const { handCopies } = await import("./scan/page-copy.ts");
    await handCopies(plain, read.value, tools.handCopy);
  }
  return read.ok && format.value === "pdf"
    ? succeed(await withSignatures(read.value, plain, trustList))
    : read;
}

async function withSignatures(extract: Extract, bytes: Uint8Array, trustList: string): Promise<Extract> {
  const { judgeSignatures } = await import("./pdf/signature/judge-signatures.ts");
  const signatures = await judgeSignatures(bytes, trustList);
  return signatures.length > 0 ? { ...extract, signatures } : extract;
}

/** Kinds for LibreOffice are given back, after a look whether a password or damage makes it useless. */
function giveToOffice(bytes: Uint8Array, format: ConvertibleFormat): Result<never> {
  const refused = format === "xls" ? refuseOldWorkbook(bytes) : null;
  return refused ?? fail("file.needs-office", { format: nameOf(format) });
}

interface HowToRead {
  readonly tools: ReadingTools;
  readonly declaredOpen: boolean;
}

type Readers = Readonly<
  Record<Exclude<FileFormat, OfficeFormat>, (bytes: Uint8Array, how: HowToRead) => Promise<Result<Extract>>>
>;

const readers: Readers = {
  doc: async (bytes) => (await import("./doc/read-doc.ts")).readDoc(bytes),
  docx: async (bytes) => (await import("./docx/read-docx.ts")).readDocx(bytes),
  pdf: async (bytes, how) => (await import("./pdf/read-pdf.ts")).readPdf(bytes, how),
  picture: async (bytes, how) => (await import("./scan/picture-file.ts")).readPictureFile(bytes, how),
  xlsx: async (bytes) => (await import("./xlsx/read-xlsx.ts")).readXlsx(bytes),
  html: async (bytes) => (await import("./html/read-html.ts")).readHtml(bytes),
  txt: async (bytes) => (await import("./txt/read-txt.ts")).readTxt(bytes),
};
