import {
  decodeLegacy,
  fitsLegacyEncoding,
  holdsSignsOf,
  type LegacyEncoding,
  recogniseLegacyEncoding,
} from "../text/legacy-encoding.ts";
import { type Block, type Paragraph, paragraphsOf } from "./block.ts";

/** Most text that is looked at to recognise the encoding of a whole document. */
const sampleLength = 50_000;

/**
 * Turns paragraphs typed in a font of before Unicode (TCVN3, VNI) into Unicode where the font is not known: its name
 * was lost or changed on the way, the letters were not. The text itself decides, of the whole document first, else
 * paragraph by paragraph; shorter ones beside such follow when their words become Vietnamese syllables. Whatever
 * holds a Vietnamese letter of Unicode stays as it is, and so does every document without such paragraphs.
 */
export function decodeLegacyBlocks(blocks: readonly Block[]): {
  readonly blocks: readonly Block[];
  /** Paragraphs that were turned. */
  readonly decoded: number;
} {
  const paragraphs = [...paragraphsOf(blocks)];
  const suspects = paragraphs.filter((paragraph) => /[\u00a1-\u00ff]/.test(paragraph.text));
  if (suspects.length === 0) return { blocks, decoded: 0 };
  const encodings = encodingsOf(paragraphs, suspects);
  if (encodings.size === 0) return { blocks, decoded: 0 };
  return { blocks: withDecoded(blocks, encodings), decoded: encodings.size };
}

function encodingsOf(
  paragraphs: readonly Paragraph[],
  suspects: readonly Paragraph[],
): ReadonlyMap<Paragraph, LegacyEncoding> {
  const text = paragraphs.map((paragraph) => paragraph.text).join("\n");
  const whole = recogniseLegacyEncoding(text.slice(0, sampleLength));
  if (whole) return following(suspects, whole, () => true);
  const own = suspects.flatMap((paragraph) => recogniseLegacyEncoding(paragraph.text) ?? []);
  const [common] = own;
  if (common === undefined) return new Map();
  // Beside paragraphs of Unicode, "các xã" may be either: something in it has to speak for the encoding.
  return following(suspects, common, (paragraph) => holdsSignsOf(paragraph.text, common));
}

function following(
  suspects: readonly Paragraph[],
  encoding: LegacyEncoding,
  mayBe: (paragraph: Paragraph) => boolean,
): ReadonlyMap<Paragraph, LegacyEncoding> {
  const fitting = suspects.filter(
    (paragraph) => fitsLegacyEncoding(paragraph.text, encoding) && mayBe(paragraph),
  );
  return new Map(fitting.map((paragraph) => [paragraph, encoding]));
}

function withDecoded(
  blocks: readonly Block[],
  encodings: ReadonlyMap<Paragraph, LegacyEncoding>,
): readonly Block[] {
  return withTexts(blocks, (paragraph) => {
    const encoding = encodings.get(paragraph);
    return encoding ? (text) => decodeLegacy(text, encoding) : null;
  });
}

/** The same blocks without soft hyphens, which show nothing in Unicode. Asked for once nothing else can be meant by them. */
export function withoutSoftHyphens(blocks: readonly Block[]): readonly Block[] {
  return withTexts(blocks, (paragraph) =>
    paragraph.text.includes("\u00ad") ? (text) => text.replaceAll("\u00ad", "") : null,
  );
}

function withTexts(
  blocks: readonly Block[],
  changeOf: (paragraph: Paragraph) => ((text: string) => string) | null,
): readonly Block[] {
  return blocks.map((block) => {
    if (block.kind === "table") {
      const rows = block.rows.map((row) => ({
        ...row,
        cells: row.cells.map((cell) => ({ ...cell, blocks: withTexts(cell.blocks, changeOf) })),
      }));
      return { ...block, rows };
    }
    const change = changeOf(block);
    return change ? changedParagraph(block, change) : block;
  });
}

/** Two characters may become one, so the places move with the text before them. */
function changedParagraph(paragraph: Paragraph, change: (text: string) => string): Paragraph {
  let text = "";
  const spans = paragraph.spans.map((span, i) => {
    const start = text.length;
    text += change(paragraph.text.slice(span.start, paragraph.spans[i + 1]?.start));
    return { ...span, start };
  });
  return { ...paragraph, text: spans.length > 0 ? text : change(paragraph.text), spans };
}
