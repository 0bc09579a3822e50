import { fail, type Result } from "../domain/basics/result.ts";
import type { Extract } from "../domain/document/extract.ts";
import { type ReadingLimits, readingLimits, refuseTooLarge } from "./limits.ts";
import { recognise } from "./recognise.ts";

/**
 * Takes a file apart by the reader of its kind, in this process: for the reading child and for tests. Only that
 * reader is loaded. Fails with what `recognise` and the readers fail with, and with `file.too-large`
 * ({ megabytes, limit }), `file.too-many-pages` ({ pages, most }). Throws for a bug of a reader only.
 */
export async function readBytes(
  bytes: Uint8Array,
  limits: Pick<ReadingLimits, "fileBytes" | "pages"> = readingLimits,
): Promise<Result<Extract>> {
  const tooLarge = refuseTooLarge(bytes.length, limits.fileBytes);
  if (tooLarge) return tooLarge;
  const format = recognise(bytes);
  if (!format.ok) return format;
  // Readers get a plain array: a Buffer's `slice` shares its memory instead of copying it.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = await readers[format.value](plain);
  const pages = read.ok ? (read.value.pageCount ?? 0) : 0;
  return pages > limits.pages ? fail("file.too-many-pages", { pages, most: limits.pages }) : read;
}

const readers: Readonly<Record<Extract["format"], (bytes: Uint8Array) => Promise<Result<Extract>>>> = {
  docx: async (bytes) => (await import("./docx/read-docx.ts")).readDocx(bytes),
  pdf: async (bytes) => (await import("./pdf/read-pdf.ts")).readPdf(bytes),
  xlsx: async (bytes) => (await import("./xlsx/read-xlsx.ts")).readXlsx(bytes),
  html: async (bytes) => (await import("./html/read-html.ts")).readHtml(bytes),
  txt: async (bytes) => (await import("./txt/read-txt.ts")).readTxt(bytes),
};
