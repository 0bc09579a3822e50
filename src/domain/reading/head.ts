import { parseIsoDate } from "../basics/calendar-date.ts";
import type { Block } from "../document/block.ts";
import { documentExtent } from "../document/extent.ts";
import { type HeadLine, headLines, titleOf } from "../document/head-lines.ts";
import { readBodyName } from "../document/issuer.ts";
import { kindNameOf } from "../document/kind.ts";
import { type DocumentNumber, parseDocumentNumber, symbolOf } from "../document/number.ts";
import { findDocumentNumbers } from "../document/number-find.ts";
import type { Gazetteer } from "../organisation/gazetteer.ts";
import { fold } from "../text/fold.ts";
import type { DocumentHead } from "./findings.ts";
import { placedDateOf } from "./head-date.ts";
import { type IssuerLines, issuerOf } from "./head-issuer.ts";
import { subjectOf, type Titled, titleAmong } from "./head-title.ts";
import type { Read } from "./head-value.ts";
import { signerOf, signerOfField } from "./signer.ts";
import { recipientsOf } from "./signer-recipients.ts";

/**
 * The head and closing of a document (NĐ 30/2020/NĐ-CP Phụ lục I cells 1-9; Hướng dẫn 36-HD/VPTW): number, kind, issuer
 * and superior, place and date, subject, signer, recipients. What is blank or missing is null; what was taken from
 * elsewhere (a stamp, an annex, the symbol, the signer) carries a doubt under the name of its field.
 */
export function readHead(blocks: readonly Block[], context: { readonly gazetteer: Gazetteer }): DocumentHead {
  const { from, to } = documentExtent(blocks);
  const lines = headLines(blocks.slice(from, to));
  const body = lines.filter((line) => line.role !== "footnote");
  const titled = titleAmong(body);
  const top = body.slice(0, titled?.at ?? headLength(body));
  const number = numberOf(top, lines, headLines(blocks.slice(to)));
  const placed = placedDateOf(top, lines, context.gazetteer);
  const date = placed.date.value;
  const signing = body.slice(titled?.at ?? 0);
  const closing = untilAnnex(signing);
  const signer = signerOf(closing);
  const field = signer ? null : signerOfField(lines);
  const around: IssuerLines = {
    top,
    closing,
    all: body,
    number: number.value,
    symbol: number.symbol,
    date,
    place: placed.place,
  };
  const issuer = issuerOf(around, context.gazetteer);
  const kind = kindOf(titled, number, body);
  const subject = subjectOf(body, titled, kind.value);
  const ownHead = number.value !== null || number.symbol !== null || top.length > 0;
  return {
    number: number.value?.text ?? null,
    kind: kind.value,
    kindName: kind.value === null ? null : (titled?.name ?? kindNameOf(kind.value)),
    issuer: issuer.name.value,
    issuerSuperior: issuer.superior,
    place: placed.place,
    date,
    subject: subject.value,
    signer: signer ?? (field === null ? null : { name: field, title: null, capacity: null }),
    recipients: recipientsOf(signing),
    attachedTo: ownHead && !titled?.annex ? null : attachedTo(body),
    doubts: doubtsOf({
      number: number.doubt,
      kind: kind.doubt,
      issuer: issuer.name.doubt,
      date: placed.date.doubt,
      subject: subject.doubt,
      signer: field === null ? 0 : 0.4,
    }),
  };
}

/** The province of the issuer of a document, or null for central bodies and when nothing says it. */
export function provinceOfHead(head: DocumentHead, gazetteer: Gazetteer): string | null {
  const date = head.date === null ? null : parseIsoDate(head.date);
  for (const name of [head.issuer, head.issuerSuperior]) {
    const body = name === null ? null : readBodyName(name, { gazetteer, date, province: null })?.body;
    if (body?.province) return body.province;
  }
  return null;
}

/** Lines of the head when no title ends it: up to the addressee, the first base, or the first long line. */
function headLength(lines: readonly HeadLine[]): number {
  const at = lines.findIndex(
    (line) =>
      /^(?:kinh gui|can cu|dieu 1)/u.test(fold(line.text)) ||
      (line.text.length > 160 && !/V\/v/iu.test(line.text)),
  );
  const end = at < 0 ? Math.min(lines.length, 12) : at;
  return lines.slice(0, end).some((line) => isHeadMark(line.text)) ? end : 0;
}

function isHeadMark(text: string): boolean {
  return /^(?:cong hoa xa hoi|doc lap|dang cong san|so\s*[:.]|so\s+\d|v\/v)/u.test(fold(text));
}

/** The main text with its closing, without annexes: a second title in capitals begins another part. */
function untilAnnex(lines: readonly HeadLine[]): readonly HeadLine[] {
  const end = lines.findIndex((line, i) => /^noi nhan/u.test(fold(line.text)) && i > 0);
  if (end < 0) return lines;
  const next = lines.findIndex((line, i) => i > end && titleOf(line.text) !== null);
  return next < 0 ? lines : lines.slice(0, next);
}

interface HeadNumber extends Read<DocumentNumber | null> {
  /** The symbol of a number not yet given: "/QĐ-UBND". */
  readonly symbol: string | null;
}

const numberLine = /^(?:số|so|s6|sô)(?: hiệu)?\s*[:.]?\s*(?=[\d/.…_-]|$|[^\p{L}])/iu;
const blankSymbol = /[\s.…_:]([/-])\s*([A-ZĐ][A-Za-zĐđ]*(?:\s?[-/]\s?[A-ZĐ][A-Za-zĐđ0-9]*)+)/u;

/**
 * The number: in the head; when the head leaves it blank, stamped on the page, in the note of an annex
 * ("Kèm theo Quyết định số 12/QĐ-UBND"), or in the properties a law portal prints.
 */
function numberOf(
  top: readonly HeadLine[],
  all: readonly HeadLine[],
  wrapper: readonly HeadLine[],
): HeadNumber {
  let symbol: string | null = null;
  for (const line of top) {
    if (!numberLine.test(line.text)) continue;
    const [found] = findDocumentNumbers(line.text.replace(/V\/v.*/u, ""));
    // Behind "Số:" an unknown symbol is no reason to doubt.
    if (found)
      return {
        value: found.number,
        doubt: found.doubt > 0.05 ? found.doubt : 0,
        symbol: symbolOf(found.number),
      };
    const blank = blankSymbol.exec(line.text);
    if (blank) symbol = `${blank[1]}${(blank[2] ?? "").replace(/\s/gu, "")}`;
    break;
  }
  const alone = top.map((line) => parseDocumentNumber(line.text)).find((each) => each !== null);
  if (alone && symbol === null) return { value: alone, doubt: 0.1, symbol: symbolOf(alone) };
  const elsewhere = stamped(all, symbol) ?? attachedNumber(all, symbol) ?? fromProperties(wrapper);
  if (elsewhere && (symbol === null || symbolOf(elsewhere) === symbol))
    return { value: elsewhere, doubt: 0.2, symbol: symbolOf(elsewhere) };
  return { value: null, doubt: symbol === null ? 0 : 0.3, symbol };
}

/** Annotations that fill the blanks of a page: the whole number, or its digits alone as the first of them. */
function stamped(lines: readonly HeadLine[], symbol: string | null): DocumentNumber | null {
  const stamps = lines.filter((line) => line.role === "annotation" || line.role === "textBox");
  for (const { text } of stamps) {
    const whole = parseDocumentNumber(text);
    if (whole) return whole;
    if (symbol !== null && /^\d{1,5}[a-zđ]?$/u.test(text)) return parseDocumentNumber(`${text}${symbol}`);
  }
  return null;
}

/** "(Kèm theo Quyết định số 12/QĐ-UBND ngày …)" over an annex of the same file names the document itself. */
function attachedNumber(lines: readonly HeadLine[], symbol: string | null): DocumentNumber | null {
  if (symbol === null) return null;
  for (const { text } of lines) {
    if (!/kem theo/u.test(fold(text)) || !/^\s*\(/u.test(text.slice(Math.max(0, text.indexOf("(")))))
      continue;
    const [found] = findDocumentNumbers(text.slice(Math.max(0, text.indexOf("("))));
    if (found && symbolOf(found.number) === symbol) return found.number;
  }
  return null;
}

function fromProperties(lines: readonly HeadLine[]): DocumentNumber | null {
  const line = lines.find((each) => /so hieu\s*:/u.test(fold(each.text)));
  return line ? (findDocumentNumbers(line.text)[0]?.number ?? null) : null;
}

/** Title first, then the number; a letter has neither kind in its number nor title. */
function kindOf(titled: Titled | null, number: HeadNumber, lines: readonly HeadLine[]): Read<string | null> {
  const inNumber = number.value?.kind ?? kindOfSymbol(number.symbol);
  if (titled && !titled.annex) {
    const agrees = inNumber === null || inNumber === titled.kind || kindNameOf(inNumber) === titled.name;
    return {
      value: inNumber !== null && kindNameOf(inNumber) === titled.name ? inNumber : titled.kind,
      doubt: agrees ? 0 : 0.3,
    };
  }
  if (inNumber) return { value: inNumber, doubt: inNumber === "CV" ? 0 : 0.1 };
  if (number.value?.shape === "letter" || (number.symbol !== null && inNumber === null))
    return { value: "CV", doubt: 0 };
  if (lines.some((line) => /^v\/v/u.test(fold(line.text)))) return { value: "CV", doubt: 0.2 };
  // A notice of conclusions whose head is missing begins with the words of its subject.
  if (/^ket lu.{1,4}n c/u.test(fold(lines[0]?.text ?? "").trim())) return { value: "TB", doubt: 0.4 };
  return { value: null, doubt: 0 };
}

function kindOfSymbol(symbol: string | null): string | null {
  return symbol === null ? null : (parseDocumentNumber(`1${symbol}`)?.kind ?? null);
}

/** For an annex alone: the number of the document it belongs to, from the note under its title. */
function attachedTo(lines: readonly HeadLine[]): string | null {
  for (const { text } of lines.slice(0, 25)) {
    const at = fold(text).search(/\((?:ban hanh )?kem theo|dinh kem/u);
    if (at >= 0) return findDocumentNumbers(text.slice(at))[0]?.number.text ?? null;
  }
  return null;
}

function doubtsOf(all: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return Object.fromEntries(Object.entries(all).filter(([, doubt]) => doubt > 0));
}
