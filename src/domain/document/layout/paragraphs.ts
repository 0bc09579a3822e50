import { fold } from "../../text/fold.ts";
import type { Respelling } from "../../text/respelling.ts";
import type { Paragraph, ParagraphStyle, PlaceSpan } from "../block.ts";
import { onPage } from "../place.ts";
import { recognitionDoubt } from "../recognised-words.ts";
import { type Line, median, offsetsOf, textOf } from "./line.ts";
import { beginsPoint, beginsSmall, betweenLines, isCapitals, isClosed } from "./wording.ts";

/** The column of text that lines stand in. */
export interface Frame {
  /** Where lines begin that are not indented, and where full lines end, in points. */
  readonly left: number;
  readonly right: number;
  /** Usual distance from line to line, in points. */
  readonly pitch: number;
  /** How far first lines of paragraphs are usually moved in, in points; null when they are not. */
  readonly indent: number | null;
  /** A table cell is narrow and has no indents to go by; a column of a head keeps its lines apart. */
  readonly kind: "body" | "cell" | "column";
}

/** Lines that make one paragraph. */
export type LineGroup = readonly Line[];

/** Groups lines in reading order into paragraphs. */
export function groupLines(lines: readonly Line[], frame: Frame): LineGroup[] {
  const groups: Line[][] = [];
  for (const line of lines) {
    const last = groups.at(-1);
    if (last && goesOn(last, line, frame)) last.push(line);
    else groups.push([line]);
  }
  return groups;
}

/** Whether a line goes on with the paragraph before it. Across a page break the distance between the lines says nothing. */
export function goesOn(group: LineGroup, next: Line, frame: Frame): boolean {
  const last = group.at(-1);
  if (!last) return false;
  if (last.page === next.page && isFarApart(group, last, next, frame)) return false;
  if (frame.kind === "cell") return goesOnInCell(group, last, next, frame);
  if (frame.kind === "column") return goesOnInColumn(last, next, frame);
  return goesOnInBody(group, last, next, frame);
}

function isFarApart(group: LineGroup, last: Line, next: Line, frame: Frame): boolean {
  const before = group.at(-2);
  const usual =
    before && before.page === last.page ? Math.min(last.box[3] - before.box[3], 2 * last.size) : frame.pitch;
  const size = Math.max(last.size, next.size);
  const limit = frame.kind === "cell" ? 1.6 : 1.3;
  return next.box[3] - last.box[3] > Math.max(limit * usual, 1.15 * size) + 1;
}

function goesOnInCell(group: LineGroup, last: Line, next: Line, frame: Frame): boolean {
  const text = textOf(next);
  const before = joinedText(group);
  if (beginsPoint(text, before)) return false;
  if (beginsSmall(text) && !isClosed(before)) return true;
  return isFull(last, next, frame);
}

function goesOnInColumn(last: Line, next: Line, frame: Frame): boolean {
  const text = textOf(next);
  if (isRestOfMotto(textOf(last), text)) return true;
  if (isCapitals(last) || isCapitals(next) || last.bold !== next.bold || last.italic !== next.italic)
    return false;
  if (beginsPoint(text, textOf(last))) return false;
  if (textOf(last).endsWith(",") || (beginsSmall(text) && !isClosed(textOf(last)))) return true;
  return isFull(last, next, frame) && !isClosed(textOf(last));
}

/** The name of the state, broken where its column was too narrow. */
function isRestOfMotto(last: string, next: string): boolean {
  const name = "cong hoa xa hoi chu nghia viet nam";
  const start = fold(last);
  return start.startsWith("cong hoa") && name.startsWith(`${start} `) && name === `${start} ${fold(next)}`;
}

function goesOnInBody(group: LineGroup, last: Line, next: Line, frame: Frame): boolean {
  const text = textOf(next);
  const before = joinedText(group);
  const [lastCentred, nextCentred] = [isCentred(last, frame), isCentred(next, frame)];
  const bothEven =
    (lastCentred && (nextCentred || isEvenHeading(next, frame))) ||
    (nextCentred && isEvenHeading(last, frame));
  if (bothEven) return goesOnCentred(last, next, text, before, frame);
  if (nextCentred && !beginsSmall(text)) return false;
  if (lastCentred && group.length > 1 && group.slice(0, -1).every((line) => isCentred(line, frame)))
    return false;
  const full = isFull(last, next, frame);
  if (!full) return beginsSmall(text) && !isClosed(before) && standsUnder(group, next, frame);
  if (beginsSmall(text)) return true;
  if (!standsUnder(group, next, frame)) return false;
  return !beginsPoint(text, before) || (isFlush(next, frame) && isIndented(group, frame));
}

function goesOnCentred(last: Line, next: Line, text: string, before: string, frame: Frame): boolean {
  const alike =
    last.bold === next.bold && last.italic === next.italic && Math.abs(last.size - next.size) < 0.8;
  if (!alike || isCapitals(last) !== isCapitals(next)) return false;
  if (beginsSmall(text) && !isClosed(before)) return true;
  if (/^\(\p{Lu}/u.test(text) || beginsPoint(text, before) || isClosed(before)) return false;
  return widthOf(last) > 0.55 * (frame.right - frame.left);
}

/** Whether a line stands where the next line of this paragraph has to stand. */
function standsUnder(group: LineGroup, next: Line, frame: Frame): boolean {
  const [first, second] = group;
  if (!first) return false;
  const near = 0.6 * next.size;
  const left = leftOf(next, frame);
  if (second && second.page === next.page) return Math.abs(next.box[0] - second.box[0]) < near;
  const indent = leftOf(first, frame);
  if (second) return Math.abs(left - leftOf(second, frame)) < near;
  if (left < indent - near) return left < near || indent - left < 90;
  if (left > indent + near) return hangs(first, next);
  return indent < near || beginsSmall(textOf(next));
}

/** A point whose further lines stand under its text, not under its mark. */
function hangs(first: Line, next: Line): boolean {
  const start = first.words[1]?.box[0];
  return start !== undefined && Math.abs(start - next.box[0]) < next.size && beginsPoint(textOf(first), "");
}

function isFlush(line: Line, frame: Frame): boolean {
  return Math.abs(leftOf(line, frame)) < 0.6 * line.size;
}

function isIndented(group: LineGroup, frame: Frame): boolean {
  const first = group[0];
  return first !== undefined && leftOf(first, frame) > 0.9 * first.size;
}

function leftOf(line: Line, frame: Frame): number {
  return line.box[0] - frame.left;
}

/** Whether the first word of the next line would not have found room on this one. */
export function isFull(last: Line, next: Line, frame: Frame): boolean {
  const word = next.words[0]?.box ?? [0, 0, 0, 0];
  const needed = word[2] - word[0] + 0.22 * last.size;
  const [before, after] = [leftOf(last, frame), frame.right - last.box[2]];
  const free =
    frame.kind !== "body" && before > 2 && Math.abs(before - after) < 0.5 * last.size
      ? before + after
      : after;
  // Boxes from page reading are a little off.
  const slack = next.words[0]?.origin === "recognised" ? 0.4 * last.size : 0.5;
  return needed > free - slack;
}

/** Whether a line stands in the middle of its column. A short line that begins at the usual indent only looks so. */
export function isCentred(line: Line, frame: Frame): boolean {
  const before = leftOf(line, frame);
  const after = frame.right - line.box[2];
  if (before < 0.3 * line.size || after < 0.3 * line.size) return false;
  const heading = line.bold || isCapitals(line);
  if (!heading && frame.indent !== null && Math.abs(before - frame.indent) < 2) return false;
  const wide = Math.min(before, after) > 1.2 * line.size;
  return Math.abs(before - after) < (wide ? 0.05 * (frame.right - frame.left) : 0.45 * line.size);
}

/** A line of a heading that leaves the same space on both sides, be it none. */
function isEvenHeading(line: Line, frame: Frame): boolean {
  const uneven = Math.abs(leftOf(line, frame) - (frame.right - line.box[2]));
  return uneven < 0.45 * line.size && (line.bold || isCapitals(line));
}

function widthOf(line: Line): number {
  return line.box[2] - line.box[0];
}

function joinedText(group: LineGroup): string {
  const texts = group.slice(-2).map(textOf);
  return texts.length === 2
    ? `${texts[0]}${betweenLines(texts[0] ?? "", texts[1] ?? "")}${texts[1]}`
    : (texts[0] ?? "");
}

/** A paragraph of these lines, with the place of each line. */
export function paragraphOf(group: LineGroup, frame: Frame, role: Paragraph["role"]): Paragraph {
  let text = "";
  const spans: PlaceSpan[] = [];
  const unsure: Respelling[] = [];
  for (const line of group) {
    const more = textOf(line);
    if (text !== "") text += betweenLines(text, more);
    spans.push({ start: text.length, place: onPage(line.page, line.box) });
    unsure.push(...unsureWords(line, text.length));
    text += more;
  }
  return {
    ...{ kind: "paragraph", text, label: null, spans, style: styleOf(group, frame), role },
    ...(unsure.length > 0 ? { respellings: unsure } : {}),
  };
}

/** What a recogniser was unsure of on a line that begins at an offset: as it was read, with doubt. */
function unsureWords(line: Line, from: number): readonly Respelling[] {
  return offsetsOf(line).flatMap(({ word, start }) => {
    const doubt = recognitionDoubt(word);
    // What reading takes out of a text has no full stop.
    const written = /[\p{L}\p{N}](?:.*[\p{L}\p{N}%])?/u.exec(word.text);
    const at = from + start + (written?.index ?? 0);
    if (doubt === 0 || !written) return [];
    const [text] = written;
    const candidates = word.alternatives && { candidates: [text, ...word.alternatives] };
    return [{ start: at, end: at + text.length, written: text, doubt, ...candidates }];
  });
}

function styleOf(group: LineGroup, frame: Frame): ParagraphStyle {
  const first = group[0];
  const words = group.flatMap((line) => line.words);
  // A recogniser does not tell bold from plain.
  const known = words.every((word) => word.origin !== "recognised");
  return {
    align: first ? alignOf(group, first, frame) : null,
    bold: known ? words.every((word) => word.bold) : null,
    italic: known ? words.every((word) => word.italic) : null,
    size: median(group.map((line) => line.size)),
    indent: first ? Math.max(0, Math.round(leftOf(first, frame))) : null,
  };
}

function alignOf(group: LineGroup, first: Line, frame: Frame): ParagraphStyle["align"] {
  if (group.every((line) => isCentred(line, frame))) return "center";
  const fullLines = group.slice(0, -1);
  if (fullLines.length > 0 && fullLines.every((line) => frame.right - line.box[2] < 2)) return "justify";
  const atRight =
    frame.right - first.box[2] < first.size && leftOf(first, frame) > 0.35 * (frame.right - frame.left);
  return atRight ? "right" : "left";
}

/** Distance from line to line that is usual among these lines; 1.3 letter heights when none stand under each other. */
export function usualPitch(lines: readonly Line[]): number {
  const steps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const [above, below] = [lines[i - 1], lines[i]];
    if (!above || !below) continue;
    const step = below.box[3] - above.box[3];
    if (step > 0.7 * below.size && step < 2.2 * below.size) steps.push(step);
  }
  if (steps.length === 0) return 1.3 * (lines[0]?.size ?? 12);
  // Spaces between paragraphs only add: the usual step within a paragraph is among the lower ones.
  return [...steps].sort((a, b) => a - b)[Math.floor(steps.length * 0.35)] ?? 0;
}
