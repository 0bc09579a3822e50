import type { Lexicon } from "../text/lexicon.ts";
import { type Respelling, respell } from "../text/respelling.ts";
import type { Block, Paragraph } from "./block.ts";
import { damagedLabels, type LabelRespelling } from "./damaged-labels.ts";

/**
 * Damaged blocks with the words that the lexicon knows put right, and the labels of items, so that all reading behind
 * finds what it looks for; each paragraph remembers what stood there. Blocks that are not damaged come back as they are.
 */
export function respelledBlocks(
  blocks: readonly Block[],
  damaged: ReadonlySet<Block>,
  lexicon: Lexicon,
): readonly Block[] {
  const labels = damagedLabels(blocks.filter((block) => damaged.has(block)));
  return blocks.map((block) =>
    damaged.has(block)
      ? ofParagraphs(block, (paragraph) => respelledParagraph(paragraph, lexicon, labels.get(paragraph)))
      : block,
  );
}

/** The blocks as they were before they were respelled. */
export function writtenBlocks(blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block) => ofParagraphs(block, writtenParagraph));
}

/** The words from…to of a paragraph as they stood in the file; a respelled phrase is given whole. */
export function writtenWithin(paragraph: Paragraph, from: number, to: number): string {
  let out = "";
  let at = from;
  for (const { start, end, written } of paragraph.respellings ?? []) {
    if (end <= from || start >= to) continue;
    out += paragraph.text.slice(at, Math.max(at, start)) + written;
    at = end;
  }
  return out + paragraph.text.slice(at, Math.max(at, to));
}

/** How doubtful the most doubtful respelling among the words from…to of a paragraph is; 0 when nothing was respelled. */
export function respellingDoubt(paragraph: Paragraph, from = 0, to = paragraph.text.length): number {
  let most = 0;
  for (const { start, end, doubt } of paragraph.respellings ?? [])
    if (start < to && end > from && doubt > most) most = doubt;
  return most;
}

/** The same block with each paragraph in it changed; the block itself when none is. */
function ofParagraphs(block: Block, change: (paragraph: Paragraph) => Paragraph): Block {
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

function respelledParagraph(
  paragraph: Paragraph,
  lexicon: Lexicon,
  labelled: LabelRespelling | undefined,
): Paragraph {
  const whole = paragraph.text;
  const source = labelled
    ? whole.slice(0, labelled.start) + labelled.label + whole.slice(labelled.end)
    : whole;
  const found = respell(source, lexicon);
  const respellings = labelled ? [labelled, ...found.respellings] : found.respellings;
  if (respellings.length === 0) return paragraph;
  const spans = paragraph.spans.map((span) => ({ ...span, start: respelledOffset(span.start, respellings) }));
  return { ...paragraph, text: found.text, spans, respellings };
}

function writtenParagraph(paragraph: Paragraph): Paragraph {
  const { respellings, ...rest } = paragraph;
  if (!respellings) return paragraph;
  const text = writtenWithin(paragraph, 0, paragraph.text.length);
  const spans = paragraph.spans.map((span) => ({ ...span, start: writtenOffset(span.start, respellings) }));
  return { ...rest, text, spans };
}

/** Where an offset of the text as written lies in the text as respelled; inside a respelled phrase, near its place. */
function respelledOffset(offset: number, respellings: readonly Respelling[]): number {
  let shift = 0;
  for (const { start, end, written } of respellings) {
    const writtenStart = start - shift;
    if (offset <= writtenStart) break;
    if (offset < writtenStart + written.length)
      return start + Math.round(((offset - writtenStart) / written.length) * (end - start));
    shift += end - start - written.length;
  }
  return offset + shift;
}

function writtenOffset(offset: number, respellings: readonly Respelling[]): number {
  let shift = 0;
  for (const { start, end, written } of respellings) {
    if (offset <= start) break;
    if (offset < end) return start + shift + Math.round(((offset - start) / (end - start)) * written.length);
    shift += written.length - (end - start);
  }
  return offset + shift;
}
