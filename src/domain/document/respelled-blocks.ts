import type { Lexicon } from "../text/lexicon.ts";
import { misreadDates } from "../text/misread-digits.ts";
import { type Respelling, respell } from "../text/respelling.ts";
import { type Block, ofParagraphs, type Paragraph } from "./block.ts";
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

function respelledParagraph(
  paragraph: Paragraph,
  lexicon: Lexicon,
  labelled: LabelRespelling | undefined,
): Paragraph {
  const replaced: LabelRespelling[] = [];
  let source = "";
  let before = 0;
  for (const each of [...(labelled ? [labelled] : []), ...dateRespellings(paragraph.text)]) {
    source += paragraph.text.slice(before, each.start);
    replaced.push({ ...each, start: source.length, end: source.length + each.label.length });
    source += each.label;
    before = each.start + each.written.length;
  }
  const found = respell(source + paragraph.text.slice(before), lexicon);
  const respellings = merged(replaced, found.respellings);
  if (respellings.length === 0) return paragraph;
  const spans = paragraph.spans.map((span) => ({ ...span, start: respelledOffset(span.start, respellings) }));
  return { ...paragraph, text: found.text, spans, respellings };
}

/** Dates with letters for digits, as the likeliest day they may be; none is made up, all candidates stay. */
function dateRespellings(text: string): readonly LabelRespelling[] {
  return misreadDates(text).flatMap(({ start, end, written, candidates }) => {
    const [label] = candidates;
    if (label === undefined || label.length !== written.length) return [];
    return [
      candidates.length === 1
        ? { start, end, written, label, doubt: 0.3 }
        : { start, end, written, label, doubt: 0.5, candidates },
    ];
  });
}

/**
 * Replacements that were made before the words were respelled, at the offsets they have now. A respelled phrase around one
 * of them speaks for both.
 */
function merged(
  replaced: readonly LabelRespelling[],
  respellings: readonly Respelling[],
): readonly Respelling[] {
  let all = [...respellings];
  // From the end, so that what stands before keeps its offsets.
  for (const { label, ...each } of [...replaced].reverse()) {
    const start = respelledOffset(each.start, respellings);
    const end = respelledOffset(each.end, respellings);
    const around = all.find((other) => other.start < end && other.end > start);
    const candidates = each.candidates ? { candidates: each.candidates } : {};
    if (around) {
      const at = writtenOffset(around.start, respellings);
      const inside = each.start - at;
      const written =
        around.written.slice(0, inside) + each.written + around.written.slice(inside + label.length);
      all = all.map((other) =>
        other === around
          ? { ...other, ...candidates, written, doubt: Math.max(other.doubt, each.doubt) }
          : other,
      );
    } else all.push({ ...each, start, end });
  }
  return all.sort((a, b) => a.start - b.start);
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

/** The offset of the text as written that belongs to an offset of the text as respelled. */
export function writtenOffset(offset: number, respellings: readonly Respelling[]): number {
  let shift = 0;
  for (const { start, end, written } of respellings) {
    if (offset <= start) break;
    if (offset < end) return start + shift + Math.round(((offset - start) / (end - start)) * written.length);
    shift += written.length - (end - start);
  }
  return offset + shift;
}
