import type { CalendarDate } from "../basics/calendar-date.ts";
import {
  type Body,
  findBodyByAbbreviation,
  fullNameOf,
  type Gazetteer,
  nameOf,
  type Province,
  provinceNamed,
  provinceOn,
} from "../organisation/gazetteer.ts";
import { namesAt } from "../organisation/name-index.ts";
import { type Word, wordsOf } from "../organisation/words.ts";
import { fold } from "../text/fold.ts";
import { issuerSymbol } from "./issuer-symbol.ts";

/**
 * A body as issuer of a document. The same name in two stretches of time is two bodies ("Ủy ban nhân dân tỉnh Gia Lai"
 * before and after the merger of 1/7/2025): days of validity tell them apart.
 */
export interface IssuerBody {
  /** Full name in the writing of its own documents: "Ủy ban nhân dân tỉnh Gia Lai", "Sở Ngoại vụ". */
  readonly name: string;
  /** Id in the gazetteer; null for a body it does not hold. */
  readonly id: string | null;
  /** Name of the province it belongs to; null for central bodies and where it is not known. */
  readonly province: string | null;
  /** First and last day of this body, of its province where that is shorter; null = not known or not ended. */
  readonly validFrom: CalendarDate | null;
  readonly validTo: CalendarDate | null;
  /** 0 when printed; above 0 when part of it was guessed. */
  readonly doubt: number;
}

/** What is known about the document in which a name or symbol stands. */
export interface IssuerContext {
  readonly gazetteer: Gazetteer;
  /** Day of the document that the symbol or name belongs to. */
  readonly date: CalendarDate | null;
  /** Name of the province ("Gia Lai") that unnamed provincial bodies are taken to be of; null when there is none. */
  readonly province: string | null;
}

/**
 * Who stands behind a symbol of a document number ("CP", "SNgV", "UBND") in a context. Central symbols are sure;
 * bodies of a province need the province of the context and carry doubt 0.2; Party symbols that several organs share
 * ("TW": Ban Chấp hành Trung ương, Bộ Chính trị, Ban Bí thư) carry 0.5. Null when the symbol says nothing.
 */
export function issuerOfSymbol(symbol: string, context: IssuerContext): IssuerBody | null {
  if (symbol === "TW") return plainBody("Ban Chấp hành Trung ương Đảng", 0.5);
  const known = issuerSymbol(symbol);
  if (known?.name) {
    const body = findBodyByAbbreviation(context.gazetteer, symbol, context.date, null);
    const id = body && fold(body.fullName) === fold(known.name) ? body.id : null;
    return { ...plainBody(known.name, 0), id, validFrom: known.from, validTo: known.to };
  }
  const body = findBodyByAbbreviation(context.gazetteer, symbol, context.date, context.province);
  if (!body) return null;
  if (body.level === "central" || body.level === "ministry")
    return { ...plainBody(body.fullName, 0.1), id: body.id, validFrom: body.from, validTo: body.to };
  if (body.level === "commune" || (context.province === null && !isNamedWithoutProvince(body))) return null;
  return bodyOf(body, provinceNamed(context.gazetteer, context.province ?? "", context.date), 0.2);
}

/** A body name at the beginning of a text and how far it goes. */
export interface BodyNameRead {
  readonly body: IssuerBody;
  /** Offset just behind the name. */
  readonly end: number;
}

/** Ranks in front of a body that issue in their own name, and how they join the name of the body. */
const posts: readonly { readonly words: string; readonly print: string }[] = [
  { words: "chủ tịch", print: "Chủ tịch" },
  { words: "bộ trưởng", print: "Bộ trưởng" },
  { words: "thường trực", print: "Thường trực" },
  { words: "ban thường vụ", print: "Ban Thường vụ" },
  { words: "ban chấp hành", print: "Ban Chấp hành" },
  { words: "giám đốc", print: "Giám đốc" },
];

/**
 * The body whose name begins a text ("UBND tỉnh Lào Cai ngày …", "Ban Thường vụ Tỉnh ủy Bình Định về …"), in any
 * spelling the gazetteer knows. A provincial body without its province gets the one of the context, with doubt 0.2.
 * Null when no known name stands there.
 */
export function readBodyName(text: string, context: IssuerContext): BodyNameRead | null {
  const words = wordsOf(text.slice(0, 200));
  return readNameAt(words, 0, context) ?? readCommuneBody(words, context) ?? readPostAndName(words, context);
}

function readPostAndName(words: readonly Word[], context: IssuerContext): BodyNameRead | null {
  for (const { words: post, print } of posts) {
    const parts = wordsOf(post);
    if (!parts.every((part, i) => words[i]?.key === part.key)) continue;
    const read = readNameAt(words, parts.length, context);
    if (read) return { body: { ...read.body, id: null, name: `${print} ${read.body.name}` }, end: read.end };
  }
  return null;
}

function readNameAt(words: readonly Word[], at: number, context: IssuerContext): BodyNameRead | null {
  const { gazetteer, date } = context;
  for (const match of namesAt(gazetteer.names, words, at)) {
    const candidates = match.values.map((value) => value.body);
    const body = preferred(candidates, date);
    if (!body) continue;
    const local = body.level === "province" || body.level === "commune";
    const named = local ? provinceAt(words, match.end, context) : null;
    if (match.values.every((value) => value.bare) && !named) continue;
    const end = endOf(words, named?.end ?? match.end);
    if (!local)
      return {
        body: { ...plainBody(body.fullName, 0), id: body.id, validFrom: body.from, validTo: body.to },
        end,
      };
    const guessed = context.province === null ? null : provinceNamed(gazetteer, context.province, date);
    const needs = !isNamedWithoutProvince(body);
    return { body: bodyOf(body, named?.province ?? guessed, named || !needs ? 0 : 0.2), end };
  }
  return null;
}

/** "tỉnh Gia Lai", "TP. Hồ Chí Minh" or the bare name right behind a body. */
function provinceAt(
  words: readonly Word[],
  at: number,
  context: IssuerContext,
): { province: Province; end: number } | null {
  const skip = words[at]?.key === "tinh" || words[at]?.key === "tp" ? 1 : words[at]?.key === "thanh" ? 2 : 0;
  const match = namesAt(context.gazetteer.provinceNames, words, at + skip)[0];
  if (!match || (skip === 0 && /[,;.()]/.test(words[at]?.gap ?? ""))) return null;
  const province = provinceOn(match.values, context.date);
  return province ? { province, end: match.end } : null;
}

/** "Ủy ban nhân dân xã Ia O": a body that every commune has, completed by the word and name of the commune. */
function readCommuneBody(words: readonly Word[], context: IssuerContext): BodyNameRead | null {
  for (const body of context.gazetteer.bodies) {
    if (body.level !== "commune") continue;
    for (const pattern of [body.fullName, body.name, ...body.aliases]) {
      const stem = wordsOf(pattern.replace("{x}", "")).filter((word) => word.key !== "va");
      const own = words.filter((word) => word.key !== "va");
      if (!stem.every((word, i) => own[i]?.key === word.key)) continue;
      const after = stem.length + words.slice(0, stem.length + 2).filter((word) => word.key === "va").length;
      const skip = communeWord(words[after]?.key);
      const match =
        skip === 0 ? undefined : namesAt(context.gazetteer.communes().names, words, after + skip)[0];
      const commune = match?.values[0];
      if (!match || !commune) continue;
      const name = body.fullName.replace("{x}", `${commune.kind} ${commune.name}`);
      const validity = { validFrom: body.from, validTo: body.to, province: context.province };
      return { body: { ...plainBody(name, 0), id: body.id, ...validity }, end: endOf(words, match.end) };
    }
  }
  return null;
}

/** How many words say which kind of commune follows. */
function communeWord(key: string | undefined): number {
  return key === "xa" || key === "phuong" ? 1 : key === "dac" ? 2 : 0;
}

function preferred(bodies: readonly Body[], date: CalendarDate | null): Body | null {
  const alive = bodies.find(
    (body) =>
      date === null || ((body.from === null || body.from <= date) && (body.to === null || date <= body.to)),
  );
  return alive ?? bodies[0] ?? null;
}

function bodyOf(body: Body, province: Province | null, doubt: number): IssuerBody {
  const name = isNamedWithoutProvince(body) ? nameOf(body, province) : fullNameOf(body, province);
  return {
    name,
    id: body.id,
    province: province?.name ?? null,
    validFrom: later(body.from, province?.from ?? null),
    validTo: earlier(body.to, province?.to ?? null),
    doubt: province === null ? Math.max(doubt, 0.2) : doubt,
  };
}

/** A department prints its name without the province ("SỞ NGOẠI VỤ" under the name of its superior). */
function isNamedWithoutProvince(body: Body): boolean {
  return body.fullName === `${body.name} {p} {P}` && !/\{[pP]\}/.test(body.name);
}

function plainBody(name: string, doubt: number): IssuerBody {
  return { name, id: null, province: null, validFrom: null, validTo: null, doubt };
}

function endOf(words: readonly Word[], count: number): number {
  return words[count - 1]?.end ?? 0;
}

function later(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  return a === null ? b : b === null || a > b ? a : b;
}

function earlier(a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null {
  return a === null ? b : b === null || a < b ? a : b;
}
