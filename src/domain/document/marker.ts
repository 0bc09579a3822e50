/**
 * The number or bullet in front of an item, as administrative documents set it
 * (Nghị định 30/2020/NĐ-CP, Phụ lục I: Phần, Chương, Mục, Điều, khoản "1.", điểm "a)"; plans use I. 1. a) - +).
 */
export interface Marker {
  readonly kind:
    | "part"
    | "article"
    | "roman"
    | "capital"
    | "arabic"
    | "decimal"
    | "letter"
    | "bracket"
    | "dash"
    | "plus"
    | "bullet";
  /** As written, without trailing white space: "1.", "a)", "Điều 2.", "(1)", "-". */
  readonly written: string;
  /** The number alone: "1", "a", "2", "1.1"; "" for bullets. */
  readonly label: string;
  /** Offset in the text where the words of the item begin. */
  readonly end: number;
}

/** Patterns from the most particular to the least; each with a sample. The words must follow the marker. */
const patterns: readonly { readonly kind: Marker["kind"]; readonly pattern: RegExp }[] = [
  { kind: "part", pattern: /^(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC)\s+(?:thứ\s+)?([IVXLC]+|\d+)\b[.:]?\s*/u }, // Chương II.
  { kind: "article", pattern: /^(?:Điều|ĐIỀU)\s+(\d+[a-zđ]?)\s*[.:]\s*/u }, // Điều 2.
  { kind: "decimal", pattern: /^(\d{1,3}(?:\.\d{1,2}){1,4}(?:\.[a-zđ](?=[.)]))?)\s*[.)]?\s+(?=\S)/u }, // 1.1. ; 2.3.1
  { kind: "arabic", pattern: /^(\d{1,3}[a-zđ]?)\s*[.)]\s*(?=[^\d\s])/u }, // 1. ; 12) ; 5a.
  { kind: "roman", pattern: /^([IVXL]{1,7})\s*[.)\-–]\s*(?=\S)/u }, // II. ; IV -
  { kind: "capital", pattern: /^([A-ZĐ])\s*[.)]\s+(?=\S)/u }, // A.
  { kind: "letter", pattern: /^([a-zđ]\d?)\s*[).]\s*(?=\S)/u }, // a) ; đ.
  { kind: "bracket", pattern: /^\((\d{1,2}|[ivx]{1,4}|[a-zđ])\)\s*(?=\S)/u }, // (1) ; (ii)
  { kind: "dash", pattern: /^[-–—−]\s*(?=[^\s\-–—\d])()/u }, // - Rà soát
  { kind: "dash", pattern: /^[-–—−]\s+(?=\d)()/u }, // - 100 % …
  { kind: "plus", pattern: /^\+\s*(?=\S)()/u }, // + Tiếp tục
  { kind: "bullet", pattern: /^[•●▪◦■*·]\s*(?=\S)()/u },
];

/** The marker at the beginning of a text, or null. "I" alone and years ("2025. ") are not markers. */
export function markerOf(text: string): Marker | null {
  const lead = text.length - text.trimStart().length;
  const rest = text.slice(lead);
  for (const { kind, pattern } of patterns) {
    const match = pattern.exec(rest);
    if (match) return { kind, written: match[0].trim(), label: match[1] ?? "", end: lead + match[0].length };
  }
  return null;
}

const aloneLabel = /^\(?([IVXL]{1,7}|\d{1,3}(?:\.\d{1,2}){0,3}[a-zđ]?|[a-zđA-ZĐ]\d?)\)?\s*[.,)]?$/u;

/** The label when the text is nothing but a number ("12.", "a)", "II"), as in a numbering column; else null. */
export function loneLabel(text: string): string | null {
  return aloneLabel.exec(text.trim())?.[1] ?? null;
}

/** What kind of numbering a lone label belongs to. */
export function labelKind(label: string): "roman" | "capital" | "arabic" | "decimal" | "letter" {
  if (/^\d+(\.\d+)+/.test(label)) return "decimal";
  if (/^\d/.test(label)) return "arabic";
  if (/^[IVXL]+$/.test(label)) return "roman";
  return /^[A-ZĐ]/u.test(label) ? "capital" : "letter";
}
