/**
 * Folding of Vietnamese text: what two spellings must share to count as the same word.
 * Unicode decomposition takes the marks off (NFD, UAX #15); đ has no decomposition and is folded by hand,
 * also the Icelandic Ð (U+00D0) that keyboards produce in its place.
 */
const marks = /[\u0300-\u036f]/g;

/** Composed form (NFC), with one spelling for characters that keyboards confuse (Ð → Đ, non-breaking space → space). */
export function composed(text: string): string {
  return text
    .normalize("NFC")
    .replaceAll("\u00d0", "Đ")
    .replace(/[\u00a0\u2007\u202f]/g, " ");
}

/** Without tone and vowel marks, lower case: "Sở Ngoại vụ" → "so ngoai vu". Length in characters is kept for NFC input. */
export function fold(text: string): string {
  return text
    .normalize("NFD")
    .replace(marks, "")
    .replace(/[đĐ\u00d0]/g, "d")
    .toLowerCase();
}

/** Folded, with every run of other characters than letters and digits made one space: the key for comparing names. */
export function foldedKey(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** One space between words, none at the ends; line breaks go too. */
export function singleSpaced(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** Lower case with marks kept, composed: comparison that respects tones but not capitals. */
export function lowered(text: string): string {
  return composed(text).toLowerCase();
}
