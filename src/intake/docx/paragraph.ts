import type { Paragraph, ParagraphStyle, PlaceSpan } from "../../domain/document/block.ts";
import { nowhere } from "../../domain/document/place.ts";
import { composed } from "../../domain/text/fold.ts";
import {
  fromLegacyFont,
  holdsUnicodeVietnamese,
  type LegacyFont,
  legacyFontOf,
} from "../../domain/text/legacy-encoding.ts";
import type { Piece } from "./draft.ts";
import type { Indent, ParagraphFormat } from "./paragraph-format.ts";
import { isSymbolFont, symbolText } from "./symbols.ts";
import type { Tally } from "./tally.ts";

export interface ParagraphFrame {
  readonly format: ParagraphFormat;
  readonly indent: Indent;
  readonly label: string | null;
  readonly role: Paragraph["role"];
  /** Page of a paragraph without text. */
  readonly page: number | null;
}

/** Text of one page, one capital rule and one encoding, ready to be decoded as a whole. */
interface Segment {
  text: string;
  readonly page: number | null;
  readonly capitals: boolean;
  readonly font: LegacyFont | null;
}

/** Makes the paragraph that the pieces of text show. */
export function buildParagraph(pieces: readonly Piece[], frame: ParagraphFrame, tally: Tally): Paragraph {
  const segments = segmentsOf(pieces, decodesLegacy(pieces, tally));
  const decoded = segments.map((segment) => {
    const text = segment.font ? fromLegacyFont(segment.text, segment.font) : segment.text;
    return segment.capitals ? text.toUpperCase() : text;
  });
  if (decoded.some((text, i) => segments[i]?.font && text !== segments[i]?.text)) tally.legacyParagraphs++;
  if (decoded.some((text) => text.normalize("NFC") !== text)) tally.notComposed++;
  const { text, starts } = joinSpaced(decoded.map(clean));
  tally.letters += text.length;
  return {
    kind: "paragraph",
    text,
    label: frame.label,
    spans: spansOf(segments, starts, text.length, frame.page),
    style: styleOf(pieces, frame),
    role: frame.role,
  };
}

/**
 * Whether the legacy fonts of a paragraph hold legacy text. A letter that only Unicode has says no: somebody converted
 * the text and left the font. Where the letters fit both (à, é, ù), the other paragraphs of the document decide.
 */
function decodesLegacy(pieces: readonly Piece[], tally: Tally): boolean {
  const text = pieces.map((piece) => (legacyFontOfPiece(piece) ? piece.text : "")).join("");
  if (text === "") return false;
  if (holdsUnicodeVietnamese(text)) {
    tally.unicodeInLegacyFont++;
    return false;
  }
  // Signs in the midst of Latin-1 that no Unicode text would hold so: TCVN3 letters, or characters of symbol fonts.
  if (/[¡-¿×÷\uf0a1-\uf0ff]/.test(text)) return true;
  return tally.unicodeInLegacyFont <= tally.legacyParagraphs;
}

function legacyFontOfPiece(piece: Piece): LegacyFont | null {
  const name = piece.format.latinFont ?? piece.format.asciiFont;
  return name === null ? null : legacyFontOf(name);
}

/** Joins pieces of the same kind: a VNI letter may have its base in one run and its mark in the next. */
function segmentsOf(pieces: readonly Piece[], legacy: boolean): readonly Segment[] {
  const segments: Segment[] = [];
  for (const piece of pieces) {
    const font = legacy ? legacyFontOfPiece(piece) : null;
    const text = font ? piece.text : signsOf(piece);
    const capitals = piece.format.capitals === true;
    const last = segments.at(-1);
    if (
      last &&
      last.page === piece.page &&
      last.capitals === capitals &&
      last.font?.encoding === font?.encoding &&
      last.font?.capitals === font?.capitals
    )
      last.text += text;
    else segments.push({ text, page: piece.page, capitals, font });
  }
  return segments;
}

/** Signs drawn by symbol fonts. Longer text in such a font was mislabelled: nobody writes sentences in Wingdings. */
function signsOf(piece: Piece): string {
  const { asciiFont, latinFont } = piece.format;
  const isTyped = isSymbolFont(asciiFont) && isSymbolFont(latinFont) && piece.text.trim().length <= 3;
  if (isTyped) return symbolText(piece.text, latinFont);
  return /[\uf020-\uf0ff]/.test(piece.text) ? symbolText(piece.text, signFont(latinFont)) : piece.text;
}

function signFont(name: string | null): string | null {
  return isSymbolFont(name) ? null : name;
}

/**
 * Composed, with plain hyphens, without characters that show nothing. Soft hyphens stay until the whole text is known:
 * in TCVN3 they are the letter ư.
 */
function clean(text: string): string {
  return composed(text)
    .replace(/[\u2010\u2011]/g, "-")
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g, "")
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n[ \n]*/g, "\n");
}

/** Joins cleaned texts with one space between words and no white space at the ends; tells where each begins. */
function joinSpaced(texts: readonly string[]): { readonly text: string; readonly starts: readonly number[] } {
  let text = "";
  const starts: number[] = [];
  for (const next of texts) {
    let rest = next;
    if (text === "" || text.endsWith("\n")) rest = rest.trimStart();
    else if (text.endsWith(" ")) {
      if (rest.startsWith("\n")) text = text.slice(0, -1);
      else rest = rest.trimStart();
    }
    starts.push(text.length);
    text += rest;
  }
  return { text: text.trimEnd(), starts };
}

function spansOf(
  segments: readonly Segment[],
  starts: readonly number[],
  length: number,
  page: number | null,
): readonly PlaceSpan[] {
  const spans: PlaceSpan[] = [];
  segments.forEach((segment, i) => {
    const start = starts[i] ?? 0;
    const before = spans.at(-1);
    if (before?.place.page === segment.page || start >= length) return;
    if (before?.start === start) spans.pop();
    spans.push({ start, place: { ...nowhere, page: segment.page } });
  });
  return spans.length > 0 ? spans : [{ start: 0, place: { ...nowhere, page } }];
}

/** Letter height where neither document nor style gives one (ECMA-376 part 1 §17.3.2.38). */
const defaultSize = 10;

function styleOf(pieces: readonly Piece[], frame: ParagraphFrame): ParagraphStyle {
  const written = pieces.filter((piece) => /\S/.test(piece.text));
  const lengths = new Map<number, number>();
  for (const piece of written) {
    const size = piece.format.size ?? defaultSize;
    lengths.set(size, (lengths.get(size) ?? 0) + piece.text.length);
  }
  const sizes = [...lengths].sort((a, b) => b[1] - a[1]);
  const isEmpty = written.length === 0;
  return {
    align: frame.format.align ?? "left",
    bold: isEmpty ? null : written.every((piece) => piece.format.bold === true),
    italic: isEmpty ? null : written.every((piece) => piece.format.italic === true),
    size: sizes[0]?.[0] ?? null,
    indent: ((frame.indent.left ?? 0) + (frame.indent.firstLine ?? 0)) / 20,
  };
}
