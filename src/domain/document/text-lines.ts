import { bookStep, type LedgerStep } from "../basics/ledger.ts";
import { whyUnplaced } from "../language/unplaced-reasons.ts";
import { composed, singleSpaced } from "../text/fold.ts";
import {
  type Block,
  type Paragraph,
  type PlaceSpan,
  plainStyle,
  type Table,
  type TableRow,
} from "./block.ts";
import type { TextLine } from "./extract.ts";
import { isCapitals } from "./head-lines.ts";
import { loneLabel, markerOf } from "./marker.ts";
import { atLines } from "./place.ts";

/**
 * The lines of a text file as paragraphs and tables. Three habits are understood: one paragraph a line;
 * paragraphs broken at a fixed width, with stray blank lines and page numbers inside; tables written with pipes.
 * Every line that holds a letter or digit ends up in exactly one block or is booked as a page number.
 * `meantBy` gives what a line of a damaged file was meant to say: where lines belong is asked of that.
 */
export function blocksOfLines(
  all: readonly TextLine[],
  meantBy: (text: string) => string = (text) => text,
): {
  blocks: readonly Block[];
  steps: readonly LedgerStep[];
} {
  const written = all.filter((line) => hasWords(line.text));
  const width = wrapWidth(written);
  const numbers = width === null ? new Set<number>() : pageNumberLines(written);
  const groups: TextLine[][] = [];
  let before: TextLine | null = null;
  for (const line of written) {
    if (numbers.has(line.number)) continue;
    const group = groups.at(-1);
    const meant = { ...line, text: meantBy(line.text) };
    if (group && before && belongsTo(before, meant, width)) group.push(line);
    else groups.push([line]);
    before = meant;
  }
  const rejected = written
    .filter((line) => numbers.has(line.number))
    .map((line) => ({
      what: line.text.trim(),
      where: `dòng ${line.number}`,
      why: whyUnplaced("pageNumber"),
    }));
  const read = groups.reduce((sum, group) => sum + group.length, 0);
  return {
    blocks: groups.flatMap(blocksOfGroup),
    steps: [bookStep("lines", written.length, read, rejected)],
  };
}

/** Whether a line goes on with the block of the line before it; blank lines show in the numbering. */
function belongsTo(before: TextLine, line: TextLine, width: number | null): boolean {
  const row = isPipeRow(line.text);
  if (row || isPipeRow(before.text)) return row && isPipeRow(before.text) && line.number - before.number <= 2;
  const blankBefore = line.number - before.number > 1;
  if (width !== null && indentOf(line) >= 3 && (blankBefore || indentOf(before) === 0)) return false;
  return continues(singleSpaced(before.text), singleSpaced(line.text), { width, blankBefore });
}

/** How far a line is set in: the first line of a paragraph in text that was broken at a width. */
function indentOf(line: TextLine): number {
  return line.text.length - line.text.trimStart().length;
}

function blocksOfGroup(lines: readonly TextLine[]): readonly Block[] {
  const first = lines[0];
  return first && isPipeRow(first.text) ? [pipeTable(lines)] : paragraphsOfLines(lines);
}

/** Lines that are nothing but 2, 3, 4 … in this order through a file of broken lines: numbers of pages. */
function pageNumberLines(lines: readonly TextLine[]): ReadonlySet<number> {
  const found = new Set<number>();
  let next = 2;
  for (const line of lines) {
    if (line.text.trim() !== String(next) && line.text.trim() !== `- ${next} -`) continue;
    found.add(line.number);
    next++;
  }
  return found;
}

/** Lines that hold something to read; rules drawn with hyphens or underscores do not. */
export function hasWords(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/**
 * The width at which the lines of the file were broken, in characters, or null when each line is a paragraph.
 * Broken text has most of its longer lines close to one length; free text has not.
 */
function wrapWidth(lines: readonly TextLine[]): number | null {
  const lengths = lines
    .map((line) => line.text.trim().length)
    .filter((length) => length > 30)
    .sort((a, b) => a - b);
  if (lengths.length < 8) return null;
  const nearlyAll = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const close = lengths.filter((length) => length >= nearlyAll * 0.8 && length <= nearlyAll * 1.1).length;
  const broken = nearlyAll < 140 && close >= lengths.length * 0.5;
  return broken && sentencesGoOn(lines, nearlyAll) ? nearlyAll : null;
}

/** Whether full lines end inside sentences: then the next one begins with a small letter as often as not. */
function sentencesGoOn(lines: readonly TextLine[], width: number): boolean {
  const after = lines.filter((_, i) => {
    const before = lines[i - 1]?.text.trim() ?? "";
    return before.length >= width * 0.8 && !endsSentence.test(before) && !isCapitals(before, 3);
  });
  const small = after.filter((line) => /^\s*[\p{Ll}]/u.test(line.text)).length;
  return small >= after.length * 0.3;
}

const endsSentence = /[.:;!?…][”"')\]]*\s*$/u;
const startsSmall = /^[\p{Ll}(“"]/u;

function continues(
  last: string,
  text: string,
  around: { width: number | null; blankBefore: boolean },
): boolean {
  const share = around.width === null ? 0 : last.length / around.width;
  const full = share >= 0.6;
  if (endsBlock(last) || (startsItem(text) && (around.blankBefore || !isBrokenDash(last, text, share))))
    return false;
  const small = startsSmall.test(text) && !/^\((?:Kèm|Ban hành|Phụ lục)/u.test(text);
  const open = !endsSentence.test(last) || /\b(?:TP|Tp|ThS|TS|PGS|GS)\.$/u.test(last);
  if (around.width === null) return open && small && !around.blankBefore && last.length > 45;
  if (isCapitals(last, 3) !== isCapitals(text, 3)) return false;
  if (small) return open || (full && /[…,;]$/u.test(last));
  return open && full && !isCapitals(text, 3);
}

/**
 * "Ban Văn hóa" / "– Xã hội": a dash inside a name that fell to the beginning of a line. Lists are mostly set with
 * the short hyphen, so that one must follow a fuller line to be taken for the inside of a name.
 */
function isBrokenDash(last: string, text: string, share: number): boolean {
  return share >= (text.startsWith("-") ? 0.92 : 0.8) && /^[-–]\s/u.test(text) && /[\p{L}\p{N}]$/u.test(last);
}

/** Two columns of a head or a closing on one line: parted by "|" or by a gap that no word processor sets in prose. */
function standsInColumns(text: string): boolean {
  return /\s\|\s|\S\s{5,}\S/.test(text);
}

function startsItem(text: string): boolean {
  if (loneLabel(text) !== null) return true;
  const marker = markerOf(text);
  // "a." or "C." may as well end an abbreviation broken over lines; only what cannot be a word starts an item.
  if (marker && !(marker.kind === "capital" || (marker.kind === "letter" && marker.written.endsWith("."))))
    return true;
  return /^(?:Căn cứ|Theo đề nghị|Xét đề nghị|Nơi nhận|Kính gửi|V\/v |Số:|Số :|Độc lập|PHỤ LỤC|Phụ lục|TM\.|KT\.|TL\.|TUQ\.|T\/M|K\/T|T\/L|Q\. )/u.test(
    text,
  );
}

function endsBlock(text: string): boolean {
  return /\.\/\.?\s*$/u.test(text) || /^(?:Nơi nhận:|QUYẾT ĐỊNH:?|KẾ HOẠCH|THÔNG BÁO|BÁO CÁO)$/u.test(text);
}

/** One paragraph of joined lines; a line that a converter filled with several columns ("A | B") gives one for each. */
function paragraphsOfLines(lines: readonly TextLine[]): readonly Paragraph[] {
  const first = lines[0];
  if (lines.length === 1 && first && standsInColumns(first.text)) {
    return first.text
      .split(/\||\s{5,}/)
      .filter(hasWords)
      .map((piece) => joinLines([{ number: first.number, text: piece }]));
  }
  return [joinLines(lines)];
}

/** Joins lines with one space, none after a hyphen or slash that stands between a number and its symbol. */
function joinLines(lines: readonly TextLine[]): Paragraph {
  const spans: PlaceSpan[] = [];
  let text = "";
  for (const line of lines) {
    const words = cleaned(line.text);
    if (text !== "") text += /[\p{L}\p{N}][-/]$/u.test(text) && /^\p{Lu}/u.test(words) ? "" : " ";
    spans.push({ start: text.length, place: atLines(line.number) });
    text += words;
  }
  return { kind: "paragraph", text, label: null, spans, style: styleOfText(lines), role: "body" };
}

/** NFC with single spaces, without the asterisks and backslashes of Markdown emphasis around it. */
function cleaned(text: string): string {
  const words = singleSpaced(composed(text).replace(/\u00ad/g, "")).replace(/\\([*_.\-#()])/g, "$1");
  return words
    .replace(/^#{1,6}\s+/, "")
    .replace(/^(\*{1,3})(?=\S)(.*?\S)\s?\1$/u, "$2")
    .replace(/\*\*(?=\S)([^*]*\S)\*\*/gu, "$1");
}

function styleOfText(lines: readonly TextLine[]): Paragraph["style"] {
  const bold = lines.every((line) => /^\s*(?:\*\*[^*].*\*\*|#{1,6}\s.*)\s*$/u.test(line.text));
  return bold ? { ...plainStyle, bold: true } : plainStyle;
}

function isPipeRow(text: string): boolean {
  const row = text.trim();
  return row.startsWith("|") && row.endsWith("|") && row.length > 2;
}

function pipeTable(lines: readonly TextLine[]): Table {
  const rows = lines.filter((line) => hasWords(line.text)).map((line) => pipeRow(line));
  const columnCount = Math.max(1, ...rows.map((row) => row.cells.length));
  return { kind: "table", columnCount, rows, role: "body" };
}

function pipeRow(line: TextLine): TableRow {
  const cells = line.text
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/u);
  return {
    repeatsAsHeading: false,
    cells: cells.map((cell, column) => ({
      column,
      columnSpan: 1,
      rowSpan: 1,
      blocks: cell
        .split(/<br\s*\/?>|\s{3,}/iu)
        .filter(hasWords)
        .map((piece) => joinLines([{ number: line.number, text: piece }])),
    })),
  };
}
