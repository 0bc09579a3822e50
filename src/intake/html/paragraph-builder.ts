import { type Paragraph, type PlaceSpan, plainStyle } from "../../domain/document/block.ts";
import { atLines } from "../../domain/document/place.ts";
import { composed } from "../../domain/text/fold.ts";
import { fromLegacyFont } from "../../domain/text/legacy-encoding.ts";
import type { ElementStyle } from "./style.ts";

/** A piece of text and the lines of the source it stands on. */
interface Piece {
  text: string;
  readonly lineFrom: number;
  readonly lineTo: number;
}

/** Characters that are not seen: soft hyphen, zero-width space, joiners, byte order mark. */
const unseen = /[\u00ad\u200b-\u200d\u2060\ufeff]/g;

/** A paragraph while its text comes in, piece by piece, through tags that open and close. */
export class ParagraphBuilder {
  /** Whether text of a font of before Unicode was turned into letters. */
  holdsLegacyFont = false;
  private readonly pieces: Piece[] = [];
  private length = 0;
  private last = "";
  private letters = 0;
  private boldLetters = 0;
  private italicLetters = 0;
  private size: number | null = null;
  private role: Paragraph["role"] = "body";

  get isEmpty(): boolean {
    return this.letters === 0;
  }

  /** Whether the last thing taken in was a forced line break. */
  get endsLine(): boolean {
    return this.last === "\n";
  }

  /** Text of one run; white space counts as one space unless the run keeps it, and none at the beginning of a line. */
  add(raw: string, style: ElementStyle, lineFrom: number, lineTo: number): void {
    const decoded = style.legacyFont ? fromLegacyFont(raw, style.legacyFont) : raw;
    if (decoded !== raw) this.holdsLegacyFont = true;
    const seen = decoded.replace(unseen, "");
    let text = style.keepsSpaces ? seen.replace(/\r\n?/g, "\n") : seen.replace(/\s+/g, " ");
    if (!style.keepsSpaces && (this.last === "" || this.last === " " || this.last === "\n"))
      text = text.trimStart();
    if (text === "") return;
    const letters = text.replace(/\s/g, "").length;
    this.letters += letters;
    if (style.bold) this.boldLetters += letters;
    if (style.italic) this.italicLetters += letters;
    if (letters > 0) this.size ??= style.size;
    if (letters > 0) this.role = style.role;
    this.push(text, lineFrom, lineTo);
  }

  breakLine(line: number): void {
    this.push("\n", line, line);
  }

  private push(text: string, lineFrom: number, lineTo: number): void {
    const before = this.pieces.at(-1);
    if (before && before.lineFrom === lineFrom && before.lineTo === lineTo) before.text += text;
    else this.pieces.push({ text, lineFrom, lineTo });
    this.length += text.length;
    this.last = text.at(-1) ?? this.last;
  }

  /** The paragraph, or null when no letter came; and whether letters stood apart from their marks. */
  finish(block: ElementStyle, label: string | null): { paragraph: Paragraph; wasComposed: boolean } | null {
    if (this.isEmpty) return null;
    const raw = this.pieces.map((piece) => piece.text).join("");
    const clean = tidy(composed(raw));
    const paragraph: Paragraph = {
      kind: "paragraph",
      text: clean.text,
      label,
      spans: this.spans(clean.start, clean.text.length, raw.length === clean.untrimmedLength),
      style: {
        ...plainStyle,
        align: block.align,
        bold: this.boldLetters === this.letters,
        italic: this.italicLetters === this.letters,
        size: this.size,
        indent: block.indent,
      },
      role: this.role,
    };
    return { paragraph, wasComposed: raw === raw.normalize("NFC") };
  }

  /** One span for each change of line. When composing moved the letters, offsets are carried over in proportion. */
  private spans(start: number, length: number, isExact: boolean): readonly PlaceSpan[] {
    const scale = isExact ? 1 : length / Math.max(1, this.length);
    const spans: PlaceSpan[] = [];
    let offset = 0;
    for (const piece of this.pieces) {
      const at = Math.max(0, Math.round((offset - start) * scale));
      if (piece.text.trim() !== "" && at < length)
        spans.push({ start: spans.length === 0 ? 0 : at, place: atLines(piece.lineFrom, piece.lineTo) });
      offset += piece.text.length;
    }
    return spans;
  }
}

/** Without white space at the ends and round line breaks; `start` is how much went at the beginning. */
function tidy(text: string): { text: string; start: number; untrimmedLength: number } {
  const joined = text.replace(/[^\S\n]+\n/g, "\n").replace(/\n +/g, "\n");
  const trimmed = joined.trim();
  return { text: trimmed, start: joined.length - joined.trimStart().length, untrimmedLength: joined.length };
}
