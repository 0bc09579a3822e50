import { composed } from "../text/fold.ts";
import { isIssuerSymbol, issuerSymbolsLike } from "./issuer-symbol.ts";
import { isKindAbbreviation, kindAbbreviationsLike } from "./kind.ts";

/**
 * How a number is built (NĐ 30/2020/NĐ-CP Phụ lục I mục II.3, Nghị định 34/2016/NĐ-CP; Hướng dẫn 36-HD/VPTW).
 * - legislative: 64/2021/NĐ-CP, 02/2015/TTLT-BNG-BNV
 * - law: 70/2020/QH14, 26/2005/PL-UBTVQH11
 * - individual: 1520/QĐ-UBND, 2972/QĐ-BNN-CN
 * - letter: 52/SNgV-HTQT (a công văn: no kind in the number)
 * - party: 59-NQ/TW
 * - consolidated: 03/VBHN-VPQH
 * - standard: QCVN 102:2016/BTTTT/SĐ1:2022, TCVN 11930:2017
 * - copy: 12/SY-UBND
 * - legacy: 124/QĐ/TTg, 119-CP, 327-CT
 * A tenth shape has no number at all: laws cited by name (see `citation-law.ts`).
 */
export type NumberShape =
  | "legislative"
  | "law"
  | "individual"
  | "letter"
  | "party"
  | "consolidated"
  | "standard"
  | "copy"
  | "legacy";

declare const documentNumberBrand: unique symbol;

/** The number and symbol of a document, taken apart. Only `parseDocumentNumber` makes one. */
export interface DocumentNumber {
  readonly [documentNumberBrand]: true;
  readonly shape: NumberShape;
  /** Normal printing: "59-NQ/TW", "13/CT-TTg"; parses to the same number again. */
  readonly text: string;
  /** The running number as written, leading zeros and letter kept: "1520", "09", "12a". */
  readonly ordinal: string;
  /** Year inside the number; null when the shape has none. */
  readonly year: number | null;
  /** Abbreviation of the kind ("QĐ"); null for letters, standards and acts of the National Assembly. */
  readonly kind: string | null;
  /** Symbols of the issuers, several for joint documents; the number of the legislature is left out ("QH"). */
  readonly issuers: readonly string[];
  /** Symbols of drafting units or fields behind the issuer. */
  readonly units: readonly string[];
}

const dashes = /[\u2010-\u2015\u2212\u00ad]/g;
const number = String.raw`(\d{1,6}[a-zđ]?)`;
const symbol = `[A-ZĐƯ][A-Za-zĐđƯư0-9]*(?:&[A-ZĐ][A-Za-zĐđ]*)*`;
const symbols = `(${symbol}(?:-${symbol})*)`;

const legislativeForm = new RegExp(`^${number}/(\\d{4})/${symbols}$`); // 64/2021/NĐ-CP, 70/2020/QH14
const partyForm = new RegExp(`^${number}-(${symbol})/${symbols}$`); // 59-NQ/TW
const dashForm = new RegExp(`^${number}-(${symbol})$`); // 119-CP
const slashForm = new RegExp(`^${number}/${symbols}$`); // 1520/QĐ-UBND, 52/SNgV-HTQT
const doubleSlashForm = new RegExp(`^${number}/(${symbol})/${symbols}$`); // 124/QĐ/TTg
const pointForm = new RegExp(`^${number}[ /]?(${symbol})\\.(${symbol})$`); // 60 QĐ.UB
const standardForm =
  /^((?:QCVN|TCVN|QCĐP|TCCS|QCKT) ?)(\d{1,6}(?:-\d{1,3})?)(:(\d{4}))?((?:\/[A-ZĐ][A-ZĐ]+)?)((?:\/SĐ ?\d(?::\d{4})?)?)$/;
const assembly = /^(QH|UBTVQH)(\d{1,2})$/; // QH15

/** Issuers that once numbered without a kind: "119-CP", "327-CT" (Chủ tịch Hội đồng Bộ trưởng), "186-HĐBT". */
const legacyIssuers = new Set(["CP", "TTg", "HĐBT", "CT", "TW", "LB"]);

/**
 * Reads a number and symbol standing alone, with or without "Số:" in front. Forgives spaces and long dashes, Đ typed as
 * Ð, all capitals ("13/CT-TTG" → "13/CT-TTg"), lost marks of known symbols ("QD-UBND") and a missing hyphen between a
 * kind and a known issuer ("QĐTTg"). Null for anything else, blanks in front of the symbol ("/QĐ-UBND") included.
 */
export function parseDocumentNumber(text: string): DocumentNumber | null {
  const plain = tightened(text);
  if (plain.length > 80) return null;
  return (
    parseStandard(plain) ??
    parseDated(plain) ??
    parseParty(plain) ??
    parseSlashed(plain) ??
    parseLegacy(plain)
  );
}

/** Without "Số:", with plain hyphens and no spaces round "/" and "-". */
function tightened(text: string): string {
  return composed(text)
    .replace(dashes, "-")
    .trim()
    .replace(/^(?:Số|SỐ|số)(?:\s+hiệu)?\s*[:.]?\s*(?=\d)/u, "")
    .replace(/\s*([/\-:])\s*/g, "$1")
    .replace(/\s+/g, " ");
}

function parseStandard(text: string): DocumentNumber | null {
  const match = standardForm.exec(text);
  if (!match) return null;
  const [, series = "", ordinal = "", , year, issuer = "", amendment = ""] = match;
  if (!year && series.trim() !== "TCVN") return null;
  const printed = `${series.trim()} ${ordinal}${year ? `:${year}` : ""}${issuer}${amendment.replace(" ", "")}`;
  return made("standard", printed, ordinal, {
    year: year ? Number(year) : null,
    issuers: issuer === "" ? [] : [issuer.slice(1)],
  });
}

function parseDated(text: string): DocumentNumber | null {
  const match = legislativeForm.exec(text);
  if (!match) return null;
  const [, ordinal = "", year = "", tail = ""] = match;
  if (Number(year) < 1945 || Number(year) > 2199) return null;
  const parts = spellParts(tail);
  const [first = "", ...others] = parts;
  const head = `${ordinal}/${year}/${parts.join("-")}`;
  const legislature = assembly.exec(first) ?? assembly.exec(others[0] ?? "");
  if (legislature)
    return made("law", head, ordinal, {
      year: Number(year),
      kind: assembly.test(first) ? null : first,
      issuers: [legislature[1] ?? ""],
    });
  if (isKindAbbreviation(first) && others.length > 0) {
    const joint = first.endsWith("LT");
    return made("legislative", head, ordinal, {
      year: Number(year),
      kind: first,
      issuers: joint ? others : others.slice(0, 1),
      units: joint ? [] : others.slice(1),
    });
  }
  if (!isIssuerSymbol(first) || others.length === 0) return null;
  return made("legacy", head, ordinal, { year: Number(year), issuers: [first], units: others });
}

function parseParty(text: string): DocumentNumber | null {
  const match = partyForm.exec(text);
  if (!match) return null;
  const [, ordinal = "", rawKind = "", tail = ""] = match;
  const kind = spellKind(rawKind);
  if (!isKindAbbreviation(kind)) return null;
  const [issuer = "", ...units] = spellIssuers(tail.split("-"));
  const printed = `${ordinal}-${kind}/${[issuer, ...units].join("-")}`;
  return made("party", printed, ordinal, { kind, issuers: [issuer], units });
}

function parseSlashed(text: string): DocumentNumber | null {
  const match = slashForm.exec(text);
  if (!match) return null;
  const [, ordinal = "", tail = ""] = match;
  const parts = spellParts(tail);
  const [first = "", ...others] = parts;
  const printed = `${ordinal}/${parts.join("-")}`;
  if (isKindAbbreviation(first) && others.length > 0) {
    const legislature = assembly.exec(others[0] ?? "");
    const issuers = first.endsWith("LT") ? others : others.slice(0, 1);
    return made(shapeOfKind(first), printed, ordinal, {
      kind: first,
      issuers: legislature ? [legislature[1] ?? ""] : issuers,
      units: first.endsWith("LT") ? [] : others.slice(1),
    });
  }
  if (others.length > 0) return made("letter", printed, ordinal, { issuers: [first], units: others });
  if (isKindAbbreviation(first) && !legacyIssuers.has(first)) return null;
  if (legacyIssuers.has(first)) return made("legacy", printed, ordinal, { issuers: [first] });
  return isIssuerSymbol(first) ? made("letter", printed, ordinal, { issuers: [first] }) : null;
}

function parseLegacy(text: string): DocumentNumber | null {
  const double = doubleSlashForm.exec(text);
  if (double) {
    const [, ordinal = "", rawKind = "", tail = ""] = double;
    const kind = spellKind(rawKind);
    const [issuer = "", ...units] = spellIssuers(tail.split("-"));
    if (!isKindAbbreviation(kind)) return null;
    const printed = `${ordinal}/${kind}/${[issuer, ...units].join("-")}`;
    return made("legacy", printed, ordinal, { kind, issuers: [issuer], units });
  }
  const point = pointForm.exec(text);
  if (point) {
    const [, ordinal = "", rawKind = "", issuer = ""] = point;
    const kind = spellKind(rawKind);
    if (!isKindAbbreviation(kind)) return null;
    return made("legacy", `${ordinal} ${kind}.${issuer}`, ordinal, { kind, issuers: [issuer] });
  }
  const dash = dashForm.exec(text);
  const issuer = spellIssuers([dash?.[2] ?? ""])[0] ?? "";
  if (!dash || !legacyIssuers.has(issuer)) return null;
  return made("legacy", `${dash[1]}-${issuer}`, dash[1] ?? "", { issuers: [issuer] });
}

function shapeOfKind(kind: string): NumberShape {
  if (kind === "VBHN" || kind === "HNVB") return "consolidated";
  return kind === "SY" || kind === "SL" || kind === "TrS" ? "copy" : "individual";
}

/** The groups behind the number in their own spelling: kind first, when the first group is one. */
function spellParts(tail: string): readonly string[] {
  const [raw = "", ...others] = tail.split("-");
  const split = isIssuerSymbol(raw) || isKindAbbreviation(raw) ? null : splitGlued(raw);
  if (split) return [...split, ...spellIssuers(others)];
  const kind = spellKind(raw);
  if (isKindAbbreviation(kind) && others.length > 0 && !isIssuerSymbol(raw))
    return [kind, ...spellIssuers(others)];
  return isKindAbbreviation(raw) && others.length > 0
    ? [raw, ...spellIssuers(others)]
    : spellIssuers([raw, ...others]);
}

/** "QĐTTg" → QĐ and TTg, "NĐCP" → NĐ and CP: a kind and an issuer that lost the hyphen between them. */
function splitGlued(text: string): readonly [string, string] | null {
  for (let cut = 4; cut >= 2; cut--) {
    const kind = spellKind(text.slice(0, cut));
    const issuer = text.slice(cut);
    const [spelled] = issuerSymbolsLike(issuer);
    if (isKindAbbreviation(kind) && spelled && issuer.length >= 2) return [kind, spelled];
  }
  return null;
}

function spellKind(text: string): string {
  if (isKindAbbreviation(text)) return text;
  const found = kindAbbreviationsLike(text);
  return found.length === 1 ? (found[0] ?? text) : text;
}

/** Issuers and units in their own letter-case; what the table does not know stays as written. */
function spellIssuers(parts: readonly string[]): readonly string[] {
  return parts.map((part, i) => {
    if (part === "TƯ") return "TW";
    if (isIssuerSymbol(part) || assembly.test(part)) return part;
    // A unit of the drafting body is its own affair; only the issuer is spelled by the table.
    return i === 0 ? (issuerSymbolsLike(part)[0] ?? part) : part;
  });
}

function made(
  shape: NumberShape,
  text: string,
  ordinal: string,
  more: Partial<Pick<DocumentNumber, "year" | "kind" | "issuers" | "units">>,
): DocumentNumber {
  // The one place where the brand is given: everything above has just been read from a well-formed number.
  return { shape, text, ordinal, year: null, kind: null, issuers: [], units: [], ...more } as DocumentNumber;
}

/** The symbol behind the running number: "/QĐ-UBND", "-NQ/TW"; what a form prints before the number is given. */
export function symbolOf(documentNumber: DocumentNumber): string {
  return documentNumber.text.slice(
    documentNumber.text.indexOf(documentNumber.ordinal) + documentNumber.ordinal.length,
  );
}
