import type { Respelling } from "../text/respelling.ts";
import { type Place, unitePlaces } from "./place.ts";
import type { RestoredText } from "./restored-text.ts";

/** The body of a document after layout: paragraphs and tables in reading order, whatever file they came from. */
export type Block = Paragraph | Table;

/** From this offset of a paragraph's text on, the text stands at this place (until the next span). */
export interface PlaceSpan {
  readonly start: number;
  readonly place: Place;
}

export interface ParagraphStyle {
  readonly align: "left" | "center" | "right" | "justify" | null;
  /** True when the whole text is so, false when none or part of it is, null when the source cannot say. */
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  /** Letter height in points. */
  readonly size: number | null;
  /** First-line indent plus left indent, in points. */
  readonly indent: number | null;
}

export interface Paragraph {
  readonly kind: "paragraph";
  /** NFC, one space between words, no line breaks of the layout; a forced line break is "\n". */
  readonly text: string;
  /** The number that the word processor shows but does not hold as text ("1.", "a)"); null when there is none. */
  readonly label: string | null;
  readonly spans: readonly PlaceSpan[];
  readonly style: ParagraphStyle;
  /** What the paragraph is part of. Reading takes orders from the body only; the head may stand in any of them. */
  readonly role: "body" | "header" | "footer" | "footnote" | "textBox" | "annotation";
  /**
   * What of `text` was put right because the source is damaged, or was read off a picture with doubt, in order; absent
   * when it stands as in the file.
   */
  readonly respellings?: readonly Respelling[];
  /** What `text` must have read before it was damaged; absent where it is not. */
  readonly restored?: RestoredText;
}

export interface TableCell {
  /** Column of the grid where the cell begins, from 0. */
  readonly column: number;
  readonly columnSpan: number;
  /** Rows covered, 1 or more; a cell continued from above is not repeated in the rows below. */
  readonly rowSpan: number;
  readonly blocks: readonly Block[];
}

export interface TableRow {
  readonly cells: readonly TableCell[];
  /** Marked in the file as a heading that repeats on each page. */
  readonly repeatsAsHeading: boolean;
}

export interface Table {
  readonly kind: "table";
  readonly columnCount: number;
  readonly rows: readonly TableRow[];
  readonly role: Paragraph["role"];
}

export const plainStyle: ParagraphStyle = { align: null, bold: null, italic: null, size: null, indent: null };

/** A body paragraph of one place; for sources that know no more than text and place. */
export function paragraphAt(
  text: string,
  place: Place,
  more: Partial<Omit<Paragraph, "kind" | "text">> = {},
): Paragraph {
  return {
    kind: "paragraph",
    text,
    label: null,
    spans: [{ start: 0, place }],
    style: plainStyle,
    role: "body",
    ...more,
  };
}

/** The text as a reader sees it: automatic number first. */
export function visibleText(paragraph: Paragraph): string {
  return paragraph.label ? `${paragraph.label} ${paragraph.text}`.trim() : paragraph.text;
}

/** Text of a cell or a run of blocks: paragraphs on lines of their own, tables cell by cell. */
export function textOfBlocks(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === "paragraph"
        ? visibleText(block)
        : block.rows.flatMap((row) => row.cells.map((cell) => textOfBlocks(cell.blocks))).join("\n"),
    )
    .filter((text) => text !== "")
    .join("\n");
}

/** Every paragraph of the blocks, those inside tables too, in reading order. */
export function* paragraphsOf(blocks: readonly Block[]): Generator<Paragraph> {
  for (const block of blocks) {
    if (block.kind === "paragraph") yield block;
    else for (const row of block.rows) for (const cell of row.cells) yield* paragraphsOf(cell.blocks);
  }
}

/** The same block with each paragraph in it changed; the block itself when none is. */
export function ofParagraphs(block: Block, change: (paragraph: Paragraph) => Paragraph): Block {
  if (block.kind === "paragraph") return change(block);
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell) => ({
      ...cell,
      blocks: cell.blocks.map((each) => ofParagraphs(each, change)),
    })),
  }));
  return { ...block, rows };
}

/** Where the characters from…to (exclusive) of a paragraph stand; offsets of `text`, without the automatic number. */
export function placesWithin(paragraph: Paragraph, from = 0, to = paragraph.text.length): readonly Place[] {
  const touched = paragraph.spans.filter(
    (span, i) =>
      span.start < Math.max(to, from + 1) &&
      (paragraph.spans[i + 1]?.start ?? Number.POSITIVE_INFINITY) > from,
  );
  return unitePlaces(touched.map((span) => span.place));
}

/** Where a run of blocks stands, one place per page. */
export function placesOfBlocks(blocks: readonly Block[]): readonly Place[] {
  return unitePlaces(
    [...paragraphsOf(blocks)].flatMap((paragraph) => paragraph.spans.map((span) => span.place)),
  );
}

/** The same blocks with every place in another file of the document. */
export function inFile(blocks: readonly Block[], file: number): readonly Block[] {
  return withPlaces(blocks, (place) => ({ ...place, file }));
}

/** The same blocks with paragraphs counted where the file knows neither lines nor boxes, so that each can be found. */
export function withParagraphsCounted(blocks: readonly Block[]): readonly Block[] {
  const numbers = new Map([...paragraphsOf(blocks)].map((paragraph, i) => [paragraph, i + 1]));
  return withPlaces(blocks, (place, paragraph) => {
    const number = numbers.get(paragraph);
    const known = place.lineFrom !== null || place.box !== null;
    return known || number === undefined ? place : { ...place, paragraph: number };
  });
}

function withPlaces(
  blocks: readonly Block[],
  change: (place: Place, paragraph: Paragraph) => Place,
): readonly Block[] {
  return blocks.map((block) => {
    if (block.kind === "paragraph")
      return { ...block, spans: block.spans.map((span) => ({ ...span, place: change(span.place, block) })) };
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: withPlaces(cell.blocks, change) })),
    }));
    return { ...block, rows };
  });
}
