import type { XmlElement } from "../docx/xml.ts";
import { element, textElement } from "./element.ts";
import type { WordStreams } from "./file-information.ts";
import { characterFormats, type FormatRun, paragraphFormats, runAt } from "./format-pages.ts";
import { type FormatContext, paragraphProperties, runProperties } from "./formats.ts";
import { type PieceTable, placeOf } from "./pieces.ts";
import { code, lastOf } from "./property.ts";
import { blocksOf, type MarkedParagraph } from "./table-rows.ts";

/** What stands at a character beside text: notes, comments, text boxes. */
export type Anchors = ReadonlyMap<number, readonly XmlElement[]>;

/** Turns characters of the file, counted through all stories, into paragraphs and tables. */
export class StoryText {
  private readonly table: PieceTable;
  private readonly context: FormatContext;
  private readonly runs: readonly FormatRun[];
  private readonly paragraphs: readonly FormatRun[];

  constructor(streams: WordStreams, table: PieceTable, context: FormatContext) {
    this.table = table;
    this.context = context;
    this.runs = characterFormats(streams);
    this.paragraphs = paragraphFormats(streams);
  }

  /**
   * The blocks of the characters from…to (exclusive). `sections` gives the properties of the section that ends behind
   * a character.
   */
  blocks(
    from: number,
    to: number,
    anchors: Anchors,
    sections: ReadonlyMap<number, XmlElement> = new Map(),
  ): readonly XmlElement[] {
    const found: MarkedParagraph[] = [];
    const fields = new FieldMarks();
    const { text } = this.table;
    const last = Math.min(to, text.length);
    for (let start = from; start < last; ) {
      let end = start;
      while (end < last && !this.endsParagraph(end, sections)) end++;
      found.push(this.paragraph(start, Math.min(end + 1, last), anchors, fields, sections.get(end) ?? null));
      start = end + 1;
    }
    return blocksOf(found);
  }

  private endsParagraph(character: number, sections: ReadonlyMap<number, XmlElement>): boolean {
    const sign = this.table.text[character];
    return sign === "\r" || sign === "\x07" || sections.has(character);
  }

  private paragraph(
    from: number,
    to: number,
    anchors: Anchors,
    fields: FieldMarks,
    section: XmlElement | null,
  ): MarkedParagraph {
    // The format of a paragraph is that of its mark (MS-DOC 2.4.6.1).
    const mark = placeOf(this.table.pieces, to - 1);
    const format = mark ? runAt(this.paragraphs, mark.offset) : null;
    const properties = Buffer.concat([
      format?.properties ?? Buffer.alloc(0),
      mark?.piece.properties ?? Buffer.alloc(0),
    ]);
    const style = format?.style ?? 0;
    const said = lastOf(properties);
    const isOn = (property: number): boolean => said.get(property)?.[0] === 1;
    const depth = Math.max(said.get(code.tableDepth)?.readInt32LE(0) ?? 0, isOn(code.inTable) ? 1 : 0);
    const isCellMark = this.table.text[to - 1] === "\x07";
    const markFormat = mark ? this.characterProperties(to - 1) : Buffer.alloc(0);
    const isMarkDeleted = lastOf(markFormat).get(code.deleted)?.[0] === 1 && depth === 0;
    const runMark = isMarkDeleted
      ? element("w:rPr", {}, [element("w:del")])
      : runProperties(markFormat, style, this.context);
    return {
      element: element("w:p", {}, [
        element("w:pPr", {}, [
          element("w:pStyle", { "w:val": String(style) }),
          ...paragraphProperties(properties),
          ...(depth === 0 ? [runMark] : []),
          ...(section ? [section] : []),
        ]),
        ...this.runsOf(from, to, style, anchors, fields),
      ]),
      depth,
      endsRow: depth > 1 ? isOn(code.innerRowEnd) : isOn(code.rowEnd),
      endsCell: depth > 1 ? isOn(code.innerCellEnd) : isCellMark,
      properties,
    };
  }

  private characterProperties(character: number): Buffer {
    const place = placeOf(this.table.pieces, character);
    if (!place) return Buffer.alloc(0);
    const own = runAt(this.runs, place.offset)?.properties;
    return Buffer.concat([own ?? Buffer.alloc(0), place.piece.properties]);
  }

  private runsOf(
    from: number,
    to: number,
    style: number,
    anchors: Anchors,
    fields: FieldMarks,
  ): readonly XmlElement[] {
    const written: XmlElement[] = [];
    for (let at = from; at < to; ) {
      const place = placeOf(this.table.pieces, at);
      if (!place) break;
      const run = runAt(this.runs, place.offset);
      const ofRun = run
        ? Math.ceil((run.to - place.offset) / place.piece.bytesPerCharacter)
        : place.piece.to - at;
      const end = Math.max(at + 1, Math.min(to, place.piece.to, at + ofRun));
      const properties = this.characterProperties(at);
      const content = this.contentOf(at, end, properties, anchors, fields);
      if (content.length > 0) written.push(runElement(content, properties, style, this.context));
      at = end;
    }
    return written;
  }

  private contentOf(
    from: number,
    to: number,
    properties: Buffer,
    anchors: Anchors,
    fields: FieldMarks,
  ): readonly XmlElement[] {
    const said = lastOf(properties);
    const isSpecial = said.get(code.special)?.[0] === 1;
    const content: XmlElement[] = [];
    let plain = "";
    const flush = (): void => {
      if (plain !== "") content.push(textElement(fields.inInstruction ? "w:instrText" : "w:t", plain));
      plain = "";
    };
    for (let at = from; at < to; at++) {
      const sign = this.table.text[at] ?? "";
      const symbol = isSpecial && sign === "(" ? symbolOf(said.get(code.symbol), this.context.fonts) : null;
      if (!symbol && sign >= " ") {
        plain += sign;
        continue;
      }
      flush();
      if (symbol) content.push(symbol);
      else content.push(...fields.read(sign), ...signElements(sign, said), ...(anchors.get(at) ?? []));
    }
    flush();
    return content;
  }
}

function runElement(
  content: readonly XmlElement[],
  properties: Buffer,
  style: number,
  context: FormatContext,
): XmlElement {
  const said = lastOf(properties);
  const run = element("w:r", {}, [runProperties(properties, style, context), ...content]);
  if (said.get(code.deleted)?.[0] === 1) return element("w:del", {}, [run]);
  return said.get(code.inserted)?.[0] === 1 ? element("w:ins", {}, [run]) : run;
}

/** Characters with a meaning of their own (MS-DOC 2.4.1). Marks of paragraphs, notes and anchors show nothing here. */
function signElements(sign: string, said: ReadonlyMap<number, Buffer>): readonly XmlElement[] {
  switch (sign) {
    case "\t":
      return [element("w:tab")];
    case "\v":
      return [element("w:br")];
    case "\f":
      return [element("w:br", { "w:type": "page" })];
    case "\x0e":
      return [element("w:br", { "w:type": "column" })];
    case "\x1e":
      return [element("w:noBreakHyphen")];
    case "\x01":
      return said.has(code.picture) && said.get(code.holdsData)?.[0] !== 1
        ? [element("w:pict", {}, [element("v:imagedata")])]
        : [];
    default:
      return [];
  }
}

/** A sign of a symbol font: the number of the font, then the character. */
function symbolOf(operand: Buffer | undefined, fonts: readonly string[]): XmlElement | null {
  if (!operand) return null;
  return element("w:sym", {
    "w:font": fonts[operand.readUInt16LE(0)] ?? "",
    "w:char": operand.readUInt16LE(2).toString(16).padStart(4, "0"),
  });
}

/** The fields that are open: text between their beginning and their separator is an instruction. */
class FieldMarks {
  private readonly inResult: boolean[] = [];

  get inInstruction(): boolean {
    return this.inResult.at(-1) === false;
  }

  read(sign: string): readonly XmlElement[] {
    if (sign === "\x13") this.inResult.push(false);
    else if (sign === "\x14" && this.inResult.length > 0) this.inResult[this.inResult.length - 1] = true;
    else if (sign === "\x15") this.inResult.pop();
    const type = fieldMarks.get(sign);
    return type ? [element("w:fldChar", { "w:fldCharType": type })] : [];
  }
}

const fieldMarks: ReadonlyMap<string, string> = new Map([
  ["\x13", "begin"],
  ["\x14", "separate"],
  ["\x15", "end"],
]);
