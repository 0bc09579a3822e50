import { sayNumber } from "../language/language.ts";

/**
 * A number as people type it or a spreadsheet shows it: "1.234.567,5" as Vietnamese offices write, "1,234,567.5" where no
 * other reading is possible, "12,5", "12.5", "1 500". A single point before three digits separates thousands. Null for
 * anything else.
 */
export function typedNumber(text: string): number | null {
  const plain = text
    .trim()
    .replace(/[\s\u00a0\u202f]/g, "")
    .replace(/^[−–]/, "-");
  if (/^-?\d+$/.test(plain) || /^-?\d+,\d+$/.test(plain)) return numberOf(plain.replace(",", "."));
  if (/^-?\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(plain))
    return numberOf(plain.replaceAll(".", "").replace(",", "."));
  if (/^-?\d{1,3}(?:,\d{3}){2,}$/.test(plain) || /^-?\d{1,3}(?:,\d{3})+\.\d+$/.test(plain))
    return numberOf(plain.replaceAll(",", ""));
  return /^-?\d+\.\d+$/.test(plain) ? numberOf(plain) : null;
}

function numberOf(text: string): number | null {
  const number = Number(text);
  return Number.isFinite(number) && Math.abs(number) <= 1e15 ? number : null;
}

/** The number rounded to so many digits behind the mark. */
export function roundedTo(value: number, decimals: number): number {
  return Number(value.toFixed(decimals));
}

/** The number as `typedNumber` reads it back: "1.234,5"; at most four digits behind the mark. */
export function writtenNumber(value: number): string {
  return sayNumber(value, "vi", 4);
}
