import type { XmlElement } from "../docx/xml.ts";
import { element, setting } from "./element.ts";
import { tableIndex, type WordStreams } from "./file-information.ts";
import { type FormatContext, paragraphProperties, runProperties } from "./formats.ts";

interface ListHead {
  readonly id: number;
  readonly styles: readonly number[];
  readonly levelCount: number;
}

const none = Buffer.alloc(0);
const noStyle = 0xfff;

/** Reads the lists (MS-DOC 2.9.131 and on) as `w:numbering`; what is cut short is left out. */
export function readLists(streams: WordStreams, context: FormatContext): XmlElement {
  const cursor = new Cursor(listBytes(streams));
  const heads = readHeads(cursor);
  const definitions = heads.map((head) =>
    element("w:abstractNum", { "w:abstractNumId": String(head.id) }, readLevels(head, cursor, context)),
  );
  return element("w:numbering", {}, [
    ...definitions,
    ...readOverrides(streams.tableAt(tableIndex.listOverrides), context),
  ]);
}

/** The levels stand behind the list of lists, beyond the length that is given for it. */
function listBytes(streams: WordStreams): Buffer {
  const heads = streams.tableAt(tableIndex.lists);
  if (heads.length === 0) return none;
  return streams.table.subarray(heads.byteOffset - streams.table.byteOffset);
}

class Cursor {
  at = 0;
  readonly bytes: Buffer;

  constructor(bytes: Buffer) {
    this.bytes = bytes;
  }

  has(size: number): boolean {
    return this.at + size <= this.bytes.length;
  }

  take(size: number): Buffer {
    const taken = this.bytes.subarray(this.at, this.at + size);
    this.at += size;
    return taken;
  }
}

const headSize = 28;

function readHeads(cursor: Cursor): readonly ListHead[] {
  if (!cursor.has(2)) return [];
  const count = cursor.take(2).readInt16LE(0);
  const heads: ListHead[] = [];
  for (let i = 0; i < count && cursor.has(headSize); i++) {
    const bytes = cursor.take(headSize);
    const styles = Array.from({ length: 9 }, (_, level) => bytes.readUInt16LE(8 + level * 2));
    heads.push({ id: bytes.readInt32LE(0), styles, levelCount: (bytes[26] ?? 0) & 1 ? 1 : 9 });
  }
  return heads;
}

function readLevels(head: ListHead, cursor: Cursor, context: FormatContext): readonly XmlElement[] {
  const levels: XmlElement[] = [];
  for (let i = 0; i < head.levelCount && cursor.has(headSize); i++) {
    const style = head.styles[i] ?? noStyle;
    levels.push(readLevel(i, style, cursor, context));
  }
  return levels;
}

/** Number formats (MS-OSHARED 2.2.1.3) by their names in WordprocessingML; others are read as decimal. */
const formatNames: ReadonlyMap<number, string> = new Map([
  [1, "upperRoman"],
  [2, "lowerRoman"],
  [3, "upperLetter"],
  [4, "lowerLetter"],
  [5, "ordinal"],
  [22, "decimalZero"],
  [23, "bullet"],
  [56, "vietnameseCounting"],
  [57, "numberInDash"],
  [255, "none"],
]);

/** One level (MS-DOC 2.9.150): a head, two formats, and the text with its places for numbers. */
function readLevel(index: number, style: number, cursor: Cursor, context: FormatContext): XmlElement {
  const head = cursor.take(headSize);
  const flags = head[5] ?? 0;
  const paragraph = cursor.take(head[25] ?? 0);
  const run = cursor.take(head[24] ?? 0);
  const length = cursor.has(2) ? cursor.take(2).readUInt16LE(0) : 0;
  // Characters below 9 stand for the numbers of levels.
  const text = [...cursor.take(length * 2).toString("utf16le")]
    .map((sign) => (sign.charCodeAt(0) < 9 ? `%${sign.charCodeAt(0) + 1}` : sign))
    .join("");
  const restartsNever = (flags & 0x08) !== 0;
  return element("w:lvl", { "w:ilvl": String(index) }, [
    setting("w:start", head.readInt32LE(0)),
    setting("w:numFmt", formatNames.get(head[4] ?? 0) ?? "decimal"),
    ...(restartsNever ? [setting("w:lvlRestart", Math.min(head[26] ?? 0, 9))] : []),
    ...(style === noStyle ? [] : [setting("w:pStyle", style)]),
    ...(flags & 0x04 ? [element("w:isLgl")] : []),
    setting("w:lvlText", text),
    element("w:pPr", {}, paragraphProperties(paragraph)),
    runProperties(run, 0, context),
  ]);
}

const overrideSize = 16;

/** The lists as paragraphs name them (MS-DOC 2.9.134): heads first, then the changes of each. */
function readOverrides(bytes: Buffer, context: FormatContext): readonly XmlElement[] {
  const cursor = new Cursor(bytes);
  if (!cursor.has(4)) return [];
  const count = cursor.take(4).readUInt32LE(0);
  const heads: { readonly list: number; readonly changes: number }[] = [];
  for (let i = 0; i < count && cursor.has(overrideSize); i++) {
    const head = cursor.take(overrideSize);
    heads.push({ list: head.readInt32LE(0), changes: head[12] ?? 0 });
  }
  return heads.map(({ list, changes }, i) => {
    const written: XmlElement[] = [setting("w:abstractNumId", list)];
    // Four bytes that say nothing here.
    cursor.take(4);
    for (let k = 0; k < changes && cursor.has(8); k++) written.push(readOverride(cursor, context));
    return element("w:num", { "w:numId": String(i + 1) }, written);
  });
}

function readOverride(cursor: Cursor, context: FormatContext): XmlElement {
  const head = cursor.take(8);
  const level = (head[4] ?? 0) & 0x0f;
  const hasStart = ((head[4] ?? 0) & 0x10) !== 0;
  const hasLevel = ((head[4] ?? 0) & 0x20) !== 0;
  const own = hasLevel && cursor.has(headSize) ? [readLevel(level, noStyle, cursor, context)] : [];
  const start = hasStart ? [setting("w:startOverride", head.readInt32LE(0))] : [];
  return element("w:lvlOverride", { "w:ilvl": String(level) }, [...start, ...own]);
}
