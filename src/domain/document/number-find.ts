import { fold } from "../text/fold.ts";
import { digitsMeant } from "../text/misread-digits.ts";
import { isIssuerSymbol, issuerSymbolsLike, issuerSymbolsMissingLetter } from "./issuer-symbol.ts";
import { foldedKindNames, isKindAbbreviation } from "./kind.ts";
import { type DocumentNumber, parseDocumentNumber } from "./number.ts";

/** A document number in running text. */
export interface FoundNumber {
  /** Offsets in the text: from the first digit to the end of the symbol. */
  readonly start: number;
  readonly end: number;
  readonly number: DocumentNumber;
  /** The characters from `start` to `end`. */
  readonly asWritten: string;
  /** Every number that it could be, the likeliest first; one when there is no doubt. */
  readonly candidates: readonly string[];
  /** 0…1; above 0 when something had to be corrected or guessed. */
  readonly doubt: number;
}

const gap = String.raw`[\s\u00a0]`;
const dash = String.raw`[-\u2010-\u2015\u2212]`;
/** A running number may not go on from a word, a number, a date or a sum of money. */
const start = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.,]|\d:)\d{1,6}[a-zđ]?(?=${gap}{0,8}(?:/|${dash}|QĐ|QD|CT\.|TT\.))`,
  "gu",
);
const yearAhead = new RegExp(String.raw`${gap}{0,3}/${gap}?((?:19|20)\d\d)${gap}?/${gap}?`, "uy");
const slashAhead = new RegExp(`${gap}{0,8}/${gap}?`, "uy");
const dashAhead = new RegExp(`${gap}?${dash}${gap}?`, "uy");
const separator = new RegExp(String.raw`(${gap}?)(?:(${dash})|(/)|(\.))(${gap}?)`, "uy");
const symbolAhead = /[A-ZĐÐƯ][A-Za-zĐÐđƯ0-9]*(?:&[A-ZĐ][A-Za-zĐđ]*)*/uy;
const standard =
  /(?<![\p{L}\p{N}])(?:QCVN|TCVN|QCĐP|TCCS)\s?\d{1,6}(?:-\d{1,3})?(?::\d{4})?(?:\/[A-ZĐ]{2,12})?(?:\/SĐ\s?\d(?::\d{4})?)?/gu;

/**
 * All document numbers in a text, in order, not overlapping: the nine shapes of `DocumentNumber`, with or without "số"
 * in front, broken by spaces or line ends round "-" and "/", several sharing one symbol ("số 12 và 13/NQ-CP").
 * A number whose issuer is not known counts only after "số" or the name of a kind. Dates, fractions, money and a symbol
 * without number ("số    /QĐ-UBND") are no document numbers.
 */
export function findDocumentNumbers(text: string): readonly FoundNumber[] {
  const found: FoundNumber[] = [];
  const standards = [...text.matchAll(standard)].flatMap((match) =>
    whole(text, match.index, match[0].length),
  );
  let from = 0;
  for (const match of text.matchAll(start)) {
    if (match.index < from || standards.some((each) => each.start <= match.index && match.index < each.end))
      continue;
    const read = readAt(text, match.index, match[0]);
    if (!read) continue;
    const joined = withLostDigit(text, read, from);
    found.push(...sharing(text, joined, from), joined);
    from = joined.end;
  }
  return [...found, ...standards, ...misreadDigits(text, found)].sort((a, b) => a.start - b.start);
}

function whole(text: string, at: number, length: number): readonly FoundNumber[] {
  const asWritten = text.slice(at, at + length).trim();
  const number = parseDocumentNumber(asWritten);
  if (!number || (number.year === null && !/\d{3}/.test(number.ordinal))) return [];
  return [{ start: at, end: at + asWritten.length, number, asWritten, candidates: [number.text], doubt: 0 }];
}

/** A number beginning at an offset with these digits, or null when no symbol of a document follows. */
function readAt(text: string, at: number, digits: string): FoundNumber | null {
  const end = symbolEnd(text, at + digits.length);
  if (end === null) return null;
  const asWritten = text.slice(at, end);
  const number = parseDocumentNumber(asWritten);
  if (!number) return null;
  const trusted = isTrusted(number);
  if (!trusted && !isIntroduced(text, at)) return null;
  const near = nearIssuers(number);
  const restored = !sameLetters(asWritten, number.text);
  return {
    start: at,
    end,
    number,
    asWritten,
    candidates: [number.text, ...near],
    doubt: near.length > 0 ? 0.4 : restored ? 0.1 : trusted ? 0 : 0.05,
  };
}

/** Where the symbol behind a running number ends; null when there is none. */
function symbolEnd(text: string, at: number): number | null {
  const year = matchAt(yearAhead, text, at);
  if (year) return groupsEnd(text, at + year.length, true);
  const slash = matchAt(slashAhead, text, at);
  if (slash) return groupsEnd(text, at + slash.length, true);
  const hyphen = matchAt(dashAhead, text, at);
  // "5 - UBND" is an item or a range; a Party number has its hyphen next to the digits or the kind.
  if (hyphen) return /^\s.*\s$/u.test(hyphen) ? null : groupsEnd(text, at + hyphen.length, false);
  const space = matchAt(/\s/uy, text, at);
  return space ? groupsEnd(text, at + space.length, true) : null;
}

/** Takes groups of letters as long as each can be one; `slashed` says that the number was followed by a slash. */
function groupsEnd(text: string, from: number, slashed: boolean): number | null {
  let group = symbolGroup(text, from);
  if (group === null) return null;
  let end = from + group.length;
  for (let count = 0; count < 8; count++) {
    const between = matchAt(separator, text, end);
    if (between === null) break;
    const at = end + between.length;
    const following = symbolGroup(text, at, count === 0 && isKindAbbreviation(group));
    if (following === null || !joins(between, group, following, count, slashed)) break;
    end = at + following.length;
    group = following;
  }
  return end;
}

/**
 * A run of letters that can be a group of a symbol: it ends with the word and has two capitals, or is known;
 * behind a kind also a short one with a letter lost ("QĐ-Tg").
 */
function symbolGroup(text: string, at: number, behindKind = false): string | null {
  const group = matchAt(symbolAhead, text, at);
  if (group === null || /[\p{L}\p{M}]/u.test(text[at + group.length] ?? "")) return null;
  const capitals = group.replace(/[^A-ZĐÐƯ]/g, "").length;
  return capitals >= 2 ||
    isKindAbbreviation(group) ||
    isIssuerSymbol(group) ||
    /^[A-Z]\d?$/.test(group) ||
    (behindKind && group.length === 2)
    ? group
    : null;
}

/** Whether a separator ties two groups: with spaces on both sides only a kind to its issuer ("QĐ - UBND"). */
function joins(between: string, before: string, after: string, count: number, slashed: boolean): boolean {
  const opening = count === 0 && (isKindAbbreviation(before) || !slashed);
  if (between.includes(".")) return opening && isIssuerSymbol(after) && !/\s/u.test(between);
  if (/^\s.*\s$/u.test(between)) return opening && isIssuerSymbol(after);
  if (/\s/u.test(between)) return opening || isIssuerSymbol(after) || /^\S.*\s$/u.test(between);
  if (between.includes("/")) return opening;
  return true;
}

/** A kind of the list, or an issuer of the table, says that the symbol is one of a document. */
function isTrusted(number: DocumentNumber): boolean {
  if (number.kind !== null || number.shape === "law" || number.shape === "standard") return true;
  const known = number.issuers.some((issuer) => issuerSymbolsLike(issuer).length > 0);
  return known && number.units.length > 0;
}

/** "số", a damaged "s6", or the name of a kind stands right in front. */
function isIntroduced(text: string, at: number): boolean {
  const before = fold(text.slice(Math.max(0, at - 40), at)).trimEnd();
  if (/(?:^|[^\p{L}\p{N}])(?:so(?: hieu)?|s[06]|van ban|cv)\s*[:.]?$/u.test(before)) return true;
  return foldedKindNames.some((name) => before.endsWith(name));
}

/** The issuer is unknown and one letter short of a central one: "QĐ-Tg". */
function nearIssuers(number: DocumentNumber): readonly string[] {
  const [issuer] = number.issuers;
  if (
    number.kind === null ||
    !issuer ||
    !/^[A-Z]\p{Ll}+$/u.test(issuer) ||
    issuerSymbolsLike(issuer).length > 0
  )
    return [];
  return issuerSymbolsMissingLetter(issuer).map((fuller) => number.text.replace(issuer, fuller));
}

function sameLetters(written: string, printed: string): boolean {
  const letters = (text: string) =>
    text
      .replaceAll("Ð", "Đ")
      .replaceAll("TƯ", "TW")
      .replace(/[^\p{L}\p{N}]/gu, "");
  return letters(written).toLowerCase() === letters(printed).toLowerCase();
}

const listBefore = /(?:^|[^\p{L}])(?:so|s[06])\s*:?\s*((?:\d{1,6}[a-z]?(?:\/\d{4})?\s*(?:,|;|va|-)\s*)+)$/u;

/** Numbers in front that share the symbol of this one: "các Nghị quyết số 12, 13 và 14/NQ-CP". */
function sharing(text: string, last: FoundNumber, from: number): readonly FoundNumber[] {
  const windowStart = Math.max(from, last.start - 80);
  const list = listBefore.exec(fold(text.slice(windowStart, last.start)))?.[1];
  if (!list) return [];
  const listStart = last.start - list.length;
  const written = last.asWritten.slice(/^\d+[a-zđ]?/.exec(last.asWritten)?.[0].length ?? 0);
  const withoutYear = written.replace(/^\s*\/\s*\d{4}(?=\s*\/)/, "");
  return [...list.matchAll(/\d{1,6}[a-z]?(?:\/\d{4})?/g)].flatMap((match) => {
    const at = listStart + match.index;
    const asWritten = text.slice(at, at + match[0].length);
    const number = parseDocumentNumber(asWritten + (asWritten.includes("/") ? withoutYear : written));
    if (!number) return [];
    return [
      { start: at, end: at + asWritten.length, number, asWritten, candidates: [number.text], doubt: 0.1 },
    ];
  });
}

/** "số 5 9-NQ/TW" of a bad scan: a lone digit after "số" belongs to the number, perhaps. */
function withLostDigit(text: string, read: FoundNumber, from: number): FoundNumber {
  const windowStart = Math.max(from, read.start - 40);
  const before = text.slice(windowStart, read.start);
  const match = /(\d)[ \n]$/.exec(before);
  if (!match || !isIntroducedByAnyNumberWord(before.slice(0, match.index))) return read;
  const at = read.start - match[0].length;
  const number = parseDocumentNumber(`${match[1]}${read.asWritten}`);
  if (!number) return read;
  return {
    start: at,
    end: read.end,
    number,
    asWritten: text.slice(at, read.end),
    candidates: [number.text, read.number.text],
    doubt: 0.5,
  };
}

/** "số" or one of the shapes that a bad scan gives it ("s6", "sé", "50") behind the name of a kind. */
function isIntroducedByAnyNumberWord(before: string): boolean {
  const folded = fold(before).trimEnd();
  if (/(?:^|[^\p{L}\p{N}])so\s*:?$/u.test(folded)) return true;
  const match = /\s[s5$][\p{L}\p{N}]$/u.exec(folded);
  return match !== null && foldedKindNames.some((name) => folded.slice(0, match.index).endsWith(name));
}

const misread =
  /(?<![\p{L}\p{N}/.,:-])([\dSsOolIi|BZGbq$§&]{1,5})(?=\s?(?:[-\u2010-\u2015\u2212]\s?[A-Z]{2,3}\s?\/|\/\s?[A-ZĐ]{2,4}[-\u2010-\u2015]))/gu;

/**
 * Running numbers in which a bad scan put letters for digits ("S9-NQ/TW"): only with a known kind and issuer behind. All
 * that they may be are candidates.
 */
function misreadDigits(text: string, found: readonly FoundNumber[]): readonly FoundNumber[] {
  return [...text.matchAll(misread)].flatMap((match) => {
    const [raw = ""] = match;
    const isFound = found.some((each) => match.index < each.end && match.index >= each.start);
    if (/^\d+$/.test(raw) || !/\d/.test(raw) || isFound) return [];
    const end = symbolEnd(text, match.index + raw.length);
    if (end === null) return [];
    const symbol = text.slice(match.index + raw.length, end);
    const numbers = digitsMeant(raw).flatMap((digits) => parseDocumentNumber(digits + symbol) ?? []);
    const [number] = numbers;
    if (!number || number.kind === null || !number.issuers.every(isIssuerSymbol)) return [];
    const asWritten = text.slice(match.index, end);
    const candidates = numbers.map((each) => each.text);
    return [{ start: match.index, end, number, asWritten, candidates, doubt: 0.5 }];
  });
}

function matchAt(pattern: RegExp, text: string, at: number): string | null {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? null;
}
