import type { CalendarDate } from "../basics/calendar-date.ts";
import { type HeadLine, isCapitals, isNationalTitle } from "../document/head-lines.ts";
import { type IssuerBody, type IssuerContext, issuerOfSymbol } from "../document/issuer.ts";
import { issuerSymbol } from "../document/issuer-symbol.ts";
import { type DocumentNumber, parseDocumentNumber } from "../document/number.ts";
import { type Gazetteer, provinceNamed } from "../organisation/gazetteer.ts";
import { fold, foldedKey } from "../text/fold.ts";
import { bodyNamed, bodyNamesOf, provinceMentioned } from "./head-name.ts";
import type { Read } from "./head-value.ts";
import { capacityOf } from "./signer.ts";

/** What the issuer is read from. */
export interface IssuerLines {
  /** Lines over the title. */
  readonly top: readonly HeadLine[];
  /** Lines from the title to the end of the main text. */
  readonly closing: readonly HeadLine[];
  readonly all: readonly HeadLine[];
  readonly number: DocumentNumber | null;
  /** Symbol of a number that is still blank: "/QĐ-UBND". */
  readonly symbol: string | null;
  readonly date: CalendarDate | null;
  readonly place: string | null;
}

export interface HeadIssuer {
  readonly name: Read<string | null>;
  readonly superior: string | null;
}

/**
 * Issuer and superior: printed over the number; when nothing is printed there, from the symbol of the number, the place
 * line and the closing ("TL. CHỦ TỊCH" of a province that the text names), with doubt.
 */
export function issuerOf(lines: IssuerLines, gazetteer: Gazetteer): HeadIssuer {
  const place = lines.place === null ? null : provinceNamed(gazetteer, lines.place, lines.date);
  const context: IssuerContext = { gazetteer, date: lines.date, province: place?.name ?? null };
  const names = bodyNamesOf(issuerLines(lines.top));
  const last = names.at(-1);
  if (last === undefined) return { name: inferred(lines, context), superior: null };
  const above = names.length > 1 ? bodyNamed(names.slice(0, -1).join(" "), context) : null;
  const around = { ...context, province: above?.province ?? context.province };
  const own = bodyNamed(last, around);
  const body = completed(
    own.id === null && above ? organOf(own, last, above, around) : own,
    last,
    lines,
    context,
  );
  return { name: { value: body.name, doubt: body.doubt }, superior: above?.name ?? null };
}

/** "VĂN PHÒNG" under "TỈNH ỦY GIA LAI" is the Văn phòng Tỉnh ủy Gia Lai, where such a body is known. */
function organOf(own: IssuerBody, printed: string, above: IssuerBody, context: IssuerContext): IssuerBody {
  const whole = bodyNamed(`${printed} ${above.name}`, context);
  return whole.id === null || whole.name === above.name ? own : { ...whole, doubt: 0.1 };
}

/** Capitals over the number, without the national title, marks of urgency and stamps of signatures. */
function issuerLines(top: readonly HeadLine[]): readonly string[] {
  const numberAt = top.findIndex((line) => /^so(?:\s*[:.]|\s*[\d/])/u.test(fold(line.text)));
  const before = numberAt < 0 ? top : top.slice(0, numberAt);
  const stamp = before.findLastIndex((line) => isStamp(line.text));
  const printed = before
    .slice(stamp + 1)
    .filter((line) => line.role !== "annotation" && line.role !== "footer");
  return printed
    .map((line) => line.text)
    .filter((text) => isCapitals(text) && !isNationalTitle(text) && !isMark(text));
}

function isStamp(text: string): boolean {
  return /@|\d\d[:.]\d\d[:.]\d\d|\+07:00|^(?:Ký bởi|Người ký|Thời gian ký|Ngày ký|Cơ quan)\s*:/iu.test(text);
}

/** Cells 10 and 11: secrecy, urgency, circulation; drafts. */
function isMark(text: string): boolean {
  const key = foldedKey(text).replaceAll(" ", "");
  return /^(?:mat|toimat|tuyetmat|khan|thuongkhan|hoatoc|hoatochengio|luuhanhnoibo|xemxongtralai|duthao\d*|baocaonhanh|saoy|banchinh|khongphobien|dangtai|congkhai)$/u.test(
    key,
  );
}

/** A name that lost its end ("ỦY BAN THƯỜNG VỤ") is completed by the symbol of the number. */
function completed(
  body: IssuerBody,
  printed: string,
  lines: IssuerLines,
  context: IssuerContext,
): IssuerBody {
  if (body.id !== null) return body;
  for (const symbol of symbolsOf(lines)) {
    const known = issuerSymbol(symbol)?.name;
    if (known && foldedKey(known).startsWith(`${foldedKey(printed)} `))
      return { ...body, name: known, doubt: 0.2 };
  }
  const province =
    context.province === null ? null : provinceNamed(context.gazetteer, context.province, context.date);
  if (province && /^(?:uy ban nhan dan|hoi dong nhan dan)(?: tinh| thanh pho)?$/u.test(foldedKey(printed)))
    return {
      ...bodyNamed(
        `${printed.replace(/ (?:tỉnh|thành phố)$/iu, "")} ${province.kind} ${province.name}`,
        context,
      ),
      doubt: 0.2,
    };
  return body;
}

function symbolsOf(lines: IssuerLines): readonly string[] {
  if (lines.number) return lines.number.issuers;
  return lines.symbol === null ? [] : (parseDocumentNumber(`1${lines.symbol}`)?.issuers ?? []);
}

/** Nothing printed: the symbol, else the capacity of the signer, with the province that the text speaks of most. */
function inferred(lines: IssuerLines, context: IssuerContext): Read<string | null> {
  const text = lines.all.map((line) => line.text).join("\n");
  const named = context.province ?? provinceMentioned(text, context.gazetteer, lines.date, 2)?.name ?? null;
  const around = { ...context, province: named };
  for (const symbol of symbolsOf(lines)) {
    const body = issuerOfSymbol(symbol, around);
    if (body) return { value: body.name, doubt: Math.max(0.2, body.doubt) };
  }
  const capacity = foldedKey(capacityOf(lines.closing) ?? "");
  const council = /hoi dong nhan dan|hdnd/u.test(capacity);
  const committee =
    /uy ban nhan dan|ubnd|^tl chu tich|^tuq chu tich/u.test(capacity) || announcesForCommittee(text);
  if (named === null || (!council && !committee)) return { value: null, doubt: 0 };
  const body = issuerOfSymbol(council ? "HĐND" : "UBND", around);
  return { value: body?.name ?? null, doubt: capacity === "" ? 0.5 : 0.4 };
}

/** "UBND tỉnh thông báo để …" at the end of a notice, or "Kết luận của …, Chủ tịch UBND tỉnh" at its beginning. */
function announcesForCommittee(text: string): boolean {
  const folded = fold(text).replace(/\s+/gu, " ");
  return (
    /(?:ubnd|uy ban nhan dan) tinh thong bao/u.test(folded) ||
    /^ket lu.{1,3}n c.{2,60}(?:ubnd|uy ban nhan dan) tinh/u.test(folded.replace(/^\s*thong bao\s*/u, ""))
  );
}
