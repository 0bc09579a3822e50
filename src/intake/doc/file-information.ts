import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import { rootStream } from "../compound-file.ts";

/** The parts of a Word 97-2003 file (MS-DOC 2.1) and where in them each table stands. */
export interface WordStreams {
  /** The stream "WordDocument": text, and pages of formats. */
  readonly main: Buffer;
  /** The stream "0Table" or "1Table", whichever is in use. */
  readonly table: Buffer;
  /** The stream "Data": formats too long for their page; empty in most files. */
  readonly data: Buffer;
  /** Characters of each story, in the order in which they follow each other. */
  readonly lengths: StoryLengths;
  /** The bytes of a table by its place in the list of tables (MS-DOC 2.5.6, "FibRgFcLcb97"); empty when there is none. */
  tableAt(index: number): Buffer;
}

export interface StoryLengths {
  readonly body: number;
  readonly footnotes: number;
  readonly headers: number;
  readonly comments: number;
  readonly endnotes: number;
  readonly textBoxes: number;
  readonly headerTextBoxes: number;
}

/** Places in the list of tables, counted from 0. */
export const tableIndex = {
  styles: 1,
  footnoteReferences: 2,
  footnoteTexts: 3,
  sections: 6,
  headers: 11,
  characterFormats: 12,
  paragraphFormats: 13,
  fonts: 15,
  settings: 31,
  pieces: 33,
  shapes: 40,
  endnoteReferences: 46,
  endnoteTexts: 47,
  textBoxes: 56,
  lists: 73,
  listOverrides: 74,
} as const;

const wordMark = 0xa5ec;
/** Word 6 and 95. */
const markOfBefore = 0xa5dc;
/** Word 97; earlier versions have the same stream name and another layout. */
const firstVersion = 0x00c1;
const isEncrypted = 0x0100;
const usesSecondTable = 0x0200;
const startOfTables = 0x9a;

/**
 * Reads the file information block (MS-DOC 2.5). Fails with `file.damaged` ({ part }), `file.encrypted`, and
 * `file.old-word` for the versions before Word 97.
 */
export function openWordStreams(bytes: Uint8Array): Result<WordStreams> {
  const main = rootStream(bytes, "WordDocument");
  if (!main || main.length < startOfTables) return fail("file.damaged", { part: "WordDocument" });
  const mark = main.readUInt16LE(0);
  const version = main.readUInt16LE(2);
  if (mark === markOfBefore) return fail("file.old-word");
  if (mark !== wordMark) return fail("file.damaged", { part: "WordDocument" });
  const flags = main.readUInt16LE(10);
  if (flags & isEncrypted) return fail("file.encrypted");
  if (version < firstVersion) return fail("file.old-word");
  const tableName = flags & usesSecondTable ? "1Table" : "0Table";
  const table = rootStream(bytes, tableName);
  if (!table) return fail("file.damaged", { part: tableName });
  return succeed({
    main,
    table,
    data: rootStream(bytes, "Data") ?? Buffer.alloc(0),
    lengths: lengthsOf(main),
    tableAt: (index) => tableBytes(main, table, index),
  });
}

function lengthsOf(main: Buffer): StoryLengths {
  const length = (at: number): number => Math.max(0, main.readInt32LE(at));
  return {
    body: length(0x4c),
    footnotes: length(0x50),
    headers: length(0x54),
    comments: length(0x5c),
    endnotes: length(0x60),
    textBoxes: length(0x64),
    headerTextBoxes: length(0x68),
  };
}

function tableBytes(main: Buffer, table: Buffer, index: number): Buffer {
  const at = startOfTables + index * 8;
  if (at + 8 > main.length || index >= main.readUInt16LE(startOfTables - 2)) return Buffer.alloc(0);
  const start = main.readUInt32LE(at);
  return table.subarray(start, start + main.readUInt32LE(at + 4));
}
