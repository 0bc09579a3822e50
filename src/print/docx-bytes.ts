import { Document, type ISectionOptions, Packer } from "docx";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { font, halfPoints, sizes } from "./statutory-measures.ts";

/** What a file says about itself. */
export interface FileDescription {
  readonly title: string;
  /** The body that made it. */
  readonly creator: string;
  /** The day the file carries as that of its making: of the document, never of the clock. */
  readonly date: CalendarDate;
}

/**
 * The bytes of a .docx. The same sections and description always give the same bytes: the library's own clock, in the
 * properties and in the archive, is replaced, so that a document printed again can be compared with its hash.
 */
export async function docxBytes(
  sections: readonly ISectionOptions[],
  description: FileDescription,
): Promise<Uint8Array> {
  const document = new Document({
    title: description.title,
    creator: description.creator,
    styles: {
      default: { document: { run: { font, size: halfPoints(sizes.body), language: { value: "vi-VN" } } } },
    },
    sections,
  });
  const bytes = await Packer.toBuffer(document, false, [
    { path: "docProps/core.xml", data: coreProperties(description) },
  ]);
  return withoutClock(new Uint8Array(bytes));
}

function coreProperties({ title, creator, date }: FileDescription): string {
  const made = `<dcterms:{} xsi:type="dcterms:W3CDTF">${date}T00:00:00Z</dcterms:{}>`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(creator)}</dc:creator>`,
    `<dc:language>vi-VN</dc:language>${made.replaceAll("{}", "created")}${made.replaceAll("{}", "modified")}`,
    "</cp:coreProperties>",
  ].join("");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const endOfDirectory = 0x06054b50;
const directoryEntry = 0x02014b50;
/** Midnight of 1 January 1980, the first that the archive format knows. */
const firstMoment = 0x00210000;

/** Sets the time of every file of an archive to the first the format knows. Throws on bytes that are no archive. */
function withoutClock(archive: Uint8Array): Uint8Array {
  const bytes = Uint8Array.from(archive);
  const view = new DataView(bytes.buffer);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== endOfDirectory) end -= 1;
  if (end < 0) throw new Error("the printed file is no archive");
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    if (view.getUint32(at, true) !== directoryEntry)
      throw new Error("the printed file has a broken directory");
    view.setUint32(at + 12, firstMoment, true);
    view.setUint32(view.getUint32(at + 42, true) + 10, firstMoment, true);
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return bytes;
}
