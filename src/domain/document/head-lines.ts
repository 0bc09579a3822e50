import { fold, foldedKey } from "../text/fold.ts";
import { type Block, type Paragraph, visibleText } from "./block.ts";
import { foldedKindNames, kindNamed } from "./kind.ts";
import { nowhere, type Place } from "./place.ts";

/** One line of the head or the closing of a document, whatever the file keeps it in: cell, paragraph, text box. */
export interface HeadLine {
  readonly text: string;
  /** Index of the block among those given. */
  readonly block: number;
  /** The same for lines of one cell or of one paragraph outside a table. */
  readonly group: string;
  readonly inTable: boolean;
  readonly role: Paragraph["role"];
  readonly align: Paragraph["style"]["align"];
  readonly place: Place;
}

/**
 * Blocks as lines: cells one after the other, forced line breaks and columns kept apart by wide gaps or "|" cut,
 * rules drawn with hyphens and Markdown asterisks taken off, the national title split from what stands before and
 * behind it on the same line.
 */
export function headLines(blocks: readonly Block[]): readonly HeadLine[] {
  return withBlanksJoined(blocks.flatMap((block, i) => linesOf(block, i, `${i}`, false)));
}

/** "Số:" / "/KH-UBND" and "ngày" / "tháng" / "năm 2026" of a form with blanks are one line each. */
function withBlanksJoined(lines: readonly HeadLine[]): readonly HeadLine[] {
  const joined: HeadLine[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const open =
      before !== undefined &&
      before.group === line.group &&
      before.text.length < 60 &&
      (/(?:^số\s*:?|ngày|tháng)$/iu.test(before.text) || /^(?:tháng|năm)(?:\s|$)/u.test(line.text)) &&
      /^(?:[-/]|tháng|năm|\d)/u.test(line.text);
    if (open) joined[joined.length - 1] = { ...before, text: `${before.text} ${line.text}` };
    else joined.push(line);
  }
  return joined;
}

function linesOf(block: Block, index: number, group: string, inTable: boolean): readonly HeadLine[] {
  if (block.kind === "table")
    return block.rows.flatMap((row, r) =>
      row.cells.flatMap((cell, c) =>
        cell.blocks.flatMap((inner) => linesOf(inner, index, `${group}.${r}.${c}`, true)),
      ),
    );
  const place = block.spans[0]?.place ?? nowhere;
  const { role, style } = block;
  return visibleText(block)
    .split(/\n|\t|\s{3,}|\s\|\s|^\||\|$/u)
    .map(plain)
    .flatMap(aroundNationalTitle)
    .filter((text) => /[\p{L}\p{N}]/u.test(text))
    .map((text) => ({ text, block: index, group, inTable, role, align: style.align, place }));
}

function plain(text: string): string {
  return text
    .replace(/^[\s*_]+|[\s*_]+$/gu, "")
    .replace(/(?:^|\s)[-–—_=.]{3,}(?=\s|$)/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

const nationalTitle =
  /c\s?o\s?n\s?g hoa xa hoi chu nghia viet nam|doc lap\s*[-–—.]?\s*tu do\s*[-–—.]?\s*hanh phuc|dang cong san viet nam/u;

/** "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI …" of a flattened table gives two lines, the national title one of them. */
function aroundNationalTitle(text: string): readonly string[] {
  const match = nationalTitle.exec(fold(text));
  if (!match || isProse(text)) return [text];
  const end = match.index + match[0].length;
  return [
    text.slice(0, match.index).trim(),
    text.slice(match.index, end),
    ...aroundNationalTitle(text.slice(end).trim()),
  ].filter((part) => part !== "");
}

/** A line that merely speaks of the republic or the Party is in lower case around the name. */
function isProse(text: string): boolean {
  return /\p{Ll}{2,}\s+\p{Ll}{2,}\s+\p{Ll}{2,}\s+\p{Ll}/u.test(text);
}

/** "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", the motto under it, the heading of Party documents; also broken over lines. */
export function isNationalTitle(text: string): boolean {
  const key = foldedKey(text);
  return (
    nationalTitle.test(fold(text)) ||
    /^(?:cong hoa xa hoi(?: chu nghia)?(?: viet)?|chu nghia viet nam|viet nam|nam|doc lap tu do|hanh phuc)$/u.test(
      key,
    )
  );
}

/** True when every letter is a capital and there are at least so many. */
export function isCapitals(text: string, least = 2): boolean {
  return !hasSmallLetter(text) && lettersOf(text).length >= least;
}

/** Prose shows it by its first letters. */
export function hasSmallLetter(text: string): boolean {
  if (/[a-z]/.test(text)) return true;
  const letters = lettersOf(text);
  return letters !== letters.toUpperCase();
}

function lettersOf(text: string): string {
  return text.replace(/[^\p{L}]/gu, "");
}

/** Folded without spaces: compares text whose letters were spaced out. */
export function unspacedKey(text: string): string {
  return foldedKey(text).replaceAll(" ", "");
}

/** A title line taken apart: the kind and what follows it on the same line. */
export interface TitleLine {
  readonly abbreviation: string;
  readonly name: string;
  readonly rest: string;
}

const unspacedKinds = new Map(foldedKindNames.map((name) => [name.replaceAll(" ", ""), name]));

/**
 * The kind when a line is the title of a document: "QUYẾT ĐỊNH", "T H Ô N G  B Á O", "KẾ HOẠCH Triển khai …".
 * In capitals, at the beginning of the line; "QUYẾT ĐỊNH:" with its colon opens the articles and is no title.
 */
export function titleOf(text: string): TitleLine | null {
  if (/:\s*$/u.test(text)) return null;
  const opening = /^[^\p{Ll}]*(?=$|\s\p{Lu}?\p{Ll}|\()/u.exec(text)?.[0].trim() ?? "";
  if (!isCapitals(opening)) return null;
  const whole = unspacedKinds.get(unspacedKey(opening));
  if (whole) return titleNamed(whole, text.slice(opening.length));
  const key = foldedKey(opening);
  const name = foldedKindNames.find((each) => key.startsWith(`${each} `));
  if (!name || name === "luat" || name === "lenh" || key.startsWith(`${name} so `)) return null;
  const words = name.split(" ").length;
  return titleNamed(name, text.split(/\s+/u).slice(words).join(" "));
}

function titleNamed(name: string, rest: string): TitleLine | null {
  const kind = kindNamed(name);
  return kind && { abbreviation: kind.abbreviation, name: kind.name, rest: rest.trim() };
}

/** "PHỤ LỤC", "Phụ lục II", "BIỂU MẪU 01:", "PHỤ LỤC DANH MỤC NHIỆM VỤ": a part that is attached to a document. */
export function isAnnexTitle(text: string): boolean {
  return (
    /^(?:PHỤ LỤC|PHỤ BIỂU)(?!\p{L}).{0,200}$/u.test(text) ||
    /^(?:phu luc|phu bieu|bieu mau|bieu|danh muc|mau so)(?:\s+(?:so\s+)?(?:[ivx]+|\d+|[a-z]))?(?:[.:]|\s*$)/u.test(
      fold(text).trim(),
    )
  );
}

/** Joins a capital that a converter set apart from its word: "T hành phố Hồ Chí M inh". */
export function withoutLooseLetters(text: string): string {
  return text.replace(/(?<!\p{L})(\p{Lu})\s(?=\p{Ll})/gu, "$1");
}
