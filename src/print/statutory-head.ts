import type { Paragraph, Table } from "docx";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { borderlessTable } from "./borderless-table.ts";
import { line, paragraph, rule, run } from "./paragraph.ts";
import { type Orientation, sizes, textWidth } from "./statutory-measures.ts";
import { numberLine, placeAndDate } from "./statutory-words.ts";
import { boldTextWidth } from "./text-width.ts";

/** Who issues: Phụ lục I, II.2. Names as they are spoken; they are printed in capitals. */
export interface IssuerBlock {
  /** The body above ("Ủy ban nhân dân tỉnh Gia Lai"); null for a body that names none. */
  readonly superior: string | null;
  /** The issuing body, one entry for each line: "Ủy ban nhân dân", "tỉnh Gia Lai". */
  readonly issuer: readonly string[];
}

/** Number, place and day of a document; an attachment has none of its own. */
export interface Registration {
  /** "1520/QĐ-UBND"; "/QĐ-UBND" while the number has not been given. */
  readonly number: string;
  readonly place: string;
  /** null leaves blanks. */
  readonly date: CalendarDate | null;
  /** A letter (công văn) has no name of kind: its subject stands under the number, "V/v …". */
  readonly letterSubject?: string;
}

const nation = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
const motto = "Độc lập - Tự do - Hạnh phúc";

/** The part of the page's width that the issuer takes; the rest must hold the name of the nation on one line. */
const issuerShare = 0.42;

/** Rules under issuer and subject are a third to a half of the text above them. */
const ruleShare = 0.4;

/** The head of page 1: issuer and number to the left, nation, motto, place and day to the right. */
export function statutoryHead(issuer: IssuerBlock, registration: Registration | null): Table {
  const width = textWidth("portrait");
  const widths = [width * issuerShare, width * (1 - issuerShare)] as const;
  return borderlessTable(widths, [
    [issuerLines(issuer, widths[0]), nationLines(widths[1])],
    ...(registration ? [[numberLines(registration), dateLines(registration)]] : []),
  ]);
}

function issuerLines({ superior, issuer }: IssuerBlock, column: number): readonly Paragraph[] {
  const names = issuer.map((name) => name.toLocaleUpperCase("vi"));
  const longest = Math.max(...names.map((name) => boldTextWidth(name, sizes.issuer)));
  return [
    ...(superior === null
      ? []
      : [line(superior.toLocaleUpperCase("vi"), { size: sizes.issuer }, { align: "centre" })]),
    ...names.map((name) => line(name, { size: sizes.issuer, bold: true }, { align: "centre" })),
    rule(Math.min(longest, column) * ruleShare, column, { before: 2 }),
  ];
}

function nationLines(column: number): readonly Paragraph[] {
  return [
    line(nation, { size: sizes.nation, bold: true }, { align: "centre" }),
    line(motto, { size: sizes.motto, bold: true }, { align: "centre" }),
    rule(boldTextWidth(motto, sizes.motto), column, { before: 2 }),
  ];
}

function numberLines({ number, letterSubject }: Registration): readonly Paragraph[] {
  const subject =
    letterSubject === undefined
      ? []
      : [line(`V/v ${letterSubject}`, { size: sizes.letterSubject }, { align: "centre", before: 6 })];
  return [line(numberLine(number), { size: sizes.number }, { align: "centre", before: 8 }), ...subject];
}

function dateLines({ place, date }: Registration): readonly Paragraph[] {
  return [
    line(placeAndDate(place, date), { size: sizes.date, italic: true }, { align: "centre", before: 8 }),
  ];
}

/** What a document is and about what: Phụ lục I, II.5. */
export interface DocumentTitle {
  /** "Quyết định", "Kế hoạch"; printed in capitals. */
  readonly kindName: string;
  readonly subject: string;
  /** "Kèm theo Quyết định số …": in italics and brackets under the subject of an attachment. */
  readonly attachedTo?: string;
}

/** Kind and subject in the middle, with a rule of a third to a half of the subject's width. */
export function titleBlock(
  title: DocumentTitle,
  orientation: Orientation = "portrait",
): readonly Paragraph[] {
  const column = textWidth(orientation);
  const bold = { size: sizes.title, bold: true };
  const attached =
    title.attachedTo === undefined
      ? []
      : [line(`(${title.attachedTo})`, { size: sizes.title, italic: true }, { align: "centre" })];
  const subjectWidth = Math.min(boldTextWidth(title.subject, sizes.title), column);
  return [
    line(title.kindName.toLocaleUpperCase("vi"), bold, { align: "centre", before: 14, keepWithNext: true }),
    line(title.subject, bold, { align: "centre", keepWithNext: true }),
    ...attached,
    rule(subjectWidth * ruleShare, column, { before: 4, after: 12 }),
  ];
}

/** "Phụ lục I" over the title of an annex, and what it belongs to: Phụ lục I, III.1. */
export function annexTitle(
  annex: { readonly label: string; readonly title: string; readonly attachedTo: string },
  orientation: Orientation,
): readonly Paragraph[] {
  const bold = { size: sizes.title, bold: true };
  const column = textWidth(orientation);
  return [
    line(annex.label, bold, { align: "centre", keepWithNext: true }),
    line(annex.title.toLocaleUpperCase("vi"), bold, { align: "centre", keepWithNext: true }),
    paragraph([run(`(${annex.attachedTo})`, { size: sizes.title, italic: true })], { align: "centre" }),
    rule(column / 5, column, { before: 4, after: 10 }),
  ];
}
