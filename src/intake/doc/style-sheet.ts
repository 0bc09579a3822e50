import type { XmlElement } from "../docx/xml.ts";
import { element, setting } from "./element.ts";
import { tableIndex, type WordStreams } from "./file-information.ts";
import { type FormatContext, paragraphProperties, runProperties, switchedOn } from "./formats.ts";

interface StyleEntry {
  /** 1 for paragraphs, 2 for characters; others are not read. */
  readonly kind: number;
  readonly basedOn: number;
  readonly paragraph: Buffer;
  readonly run: Buffer;
}

export interface StyleSheet {
  /** As `w:styles`. */
  readonly styles: XmlElement;
  readonly context: FormatContext;
}

const noStyle = 0xfff;
const none = Buffer.alloc(0);
const empty: StyleEntry = { kind: 0, basedOn: noStyle, paragraph: none, run: none };

/** Reads the styles (MS-DOC 2.9.271) and the names of fonts; styles cut short say nothing. */
export function readStyleSheet(streams: WordStreams): StyleSheet {
  const fonts = fontNames(streams.tableAt(tableIndex.fonts));
  const bytes = streams.tableAt(tableIndex.styles);
  const entries = bytes.length < 20 ? [] : readEntries(bytes);
  const context: FormatContext = {
    fonts,
    styleSwitches: (style, property) => switchOfStyle(entries, style, property),
  };
  const written = entries.flatMap((entry, id) =>
    entry.kind === 1 || entry.kind === 2 ? [styleElement(entry, id, context)] : [],
  );
  return { styles: element("w:styles", {}, [defaultsOf(bytes, fonts), ...written]), context };
}

/** The fonts that hold where no style names one. */
function defaultsOf(bytes: Buffer, fonts: readonly string[]): XmlElement {
  const ascii = bytes.length < 20 ? undefined : fonts[bytes.readUInt16LE(14)];
  const latin = bytes.length < 20 ? undefined : fonts[bytes.readUInt16LE(18)];
  const rFonts = element("w:rFonts", {
    ...(ascii && { "w:ascii": ascii }),
    ...(latin && { "w:hAnsi": latin }),
  });
  return element("w:docDefaults", {}, [element("w:rPrDefault", {}, [element("w:rPr", {}, [rFonts])])]);
}

function readEntries(bytes: Buffer): readonly StyleEntry[] {
  const count = Math.min(bytes.readUInt16LE(2), 4096);
  const baseSize = bytes.readUInt16LE(4);
  const entries: StyleEntry[] = [];
  let at = 2 + bytes.readUInt16LE(0);
  for (let i = 0; i < count && at + 2 <= bytes.length; i++) {
    const size = bytes.readUInt16LE(at);
    entries.push(size >= 10 ? readEntry(bytes.subarray(at + 2, at + 2 + size), baseSize) : empty);
    at += 2 + size;
  }
  return entries;
}

function readEntry(bytes: Buffer, baseSize: number): StyleEntry {
  if (bytes.length < baseSize + 2) return empty;
  const kindAndBase = bytes.readUInt16LE(2);
  const kind = kindAndBase & 0xf;
  const basedOn = kindAndBase >> 4;
  // The name: its length, its characters, and a zero.
  let at = baseSize + 2 + bytes.readUInt16LE(baseSize) * 2 + 2;
  const formats: Buffer[] = [];
  const count = bytes.readUInt16LE(4) & 0xf;
  for (let i = 0; i < count && at + 2 <= bytes.length; i++) {
    const size = bytes.readUInt16LE(at);
    formats.push(bytes.subarray(at + 2, at + 2 + size));
    at += 2 + size + (size % 2);
  }
  const [first = none, second = none] = formats;
  // The format of paragraphs begins with the number of the style itself.
  if (kind === 1) return { kind, basedOn, paragraph: first.subarray(2), run: second };
  return { kind, basedOn, paragraph: none, run: first };
}

function styleElement(entry: StyleEntry, id: number, context: FormatContext): XmlElement {
  const type = entry.kind === 1 ? "paragraph" : "character";
  return element(
    "w:style",
    { "w:type": type, "w:styleId": String(id), ...(id === 0 && { "w:default": "1" }) },
    [
      ...(entry.basedOn === noStyle ? [] : [setting("w:basedOn", entry.basedOn)]),
      element("w:pPr", {}, paragraphProperties(entry.paragraph)),
      runProperties(entry.run, entry.basedOn, context),
    ],
  );
}

/** Follows the styles from the farthest to the one asked for; rings are cut. */
function switchOfStyle(entries: readonly StyleEntry[], style: number, property: number): boolean {
  const chain: StyleEntry[] = [];
  for (let next = style; chain.length < 12; ) {
    const entry = entries[next];
    if (!entry || chain.includes(entry)) break;
    chain.push(entry);
    next = entry.basedOn;
  }
  return chain.reduceRight((isOn, entry) => switchedOn(entry.run, property, isOn), false);
}

/** Font names in their order (MS-DOC 2.9.286): each entry has its length in front and its name from byte 40 on. */
function fontNames(bytes: Buffer): readonly string[] {
  const names: string[] = [];
  const count = bytes.length < 4 ? 0 : bytes.readUInt16LE(0);
  let at = 4;
  for (let i = 0; i < count && at < bytes.length; i++) {
    const size = bytes[at] ?? 0;
    const name = bytes.subarray(at + 40, at + 1 + size).toString("utf16le");
    names.push(name.split("\0")[0] ?? "");
    at += 1 + size;
  }
  return names;
}
