import { tcvn3Letters, vniPairs, vniSingles } from "./legacy-encoding-tables.ts";

/** How fonts of before Unicode encoded Vietnamese. */
export type LegacyEncoding = "tcvn3" | "vni";

export interface LegacyFont {
  readonly encoding: LegacyEncoding;
  /** The font draws small letters as capitals (".VnTimeH"). */
  readonly capitals: boolean;
}

/** What a font name says: ".VnTime", ".VnArial NarrowH" are TCVN3, "VNI-Times" is VNI; null for Unicode fonts. */
export function legacyFontOf(fontName: string): LegacyFont | null {
  // A PDF adds the style to the name; a printer may leave the dot out.
  const name = fontName
    .trim()
    .replace(/[,-](?:Bold|Italic|Regular|Oblique|BoldItalic|BoldOblique)(?:MT)?$/i, "");
  if (/^[._]Vn/i.test(name) || /^Vn(Time|Arial|Helvet|Century|Avant|Courier|Univers|Book|Black)/.test(name))
    return { encoding: "tcvn3", capitals: /H$/.test(name) };
  return /^VNI[- ]?\p{L}/u.test(name) ? { encoding: "vni", capitals: false } : null;
}

/** Text typed in TCVN3 as Unicode, composed. Characters that TCVN3 does not use stay. */
export function fromTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00ff\uf0a1-\uf0ff]/g, (character) => {
    const plain = withoutSymbolRange(character);
    return tcvn3Letters.get(plain) ?? plain;
  });
}

/** Text typed in VNI as Unicode, composed. Characters that VNI does not use stay. */
export function fromVni(text: string): string {
  const plain = text.replace(/[\uf020-\uf0ff]/g, withoutSymbolRange);
  return plain.replace(
    /([aeouyôö])([øùûõïêéèúüëâàáåãä])|[\u00c0-\u00ff]/gi,
    (all, base?: string, mark?: string) => {
      if (!base || !mark) return vniSingles.get(all) ?? all;
      const pair = vniPairs.get(all);
      return pair ?? (vniSingles.get(base) ?? base) + (vniSingles.get(mark) ?? mark);
    },
  );
}

/** Text of a font as Unicode. */
export function fromLegacyFont(text: string, font: LegacyFont): string {
  const decoded = decodeLegacy(text, font.encoding);
  return font.capitals ? decoded.toUpperCase() : decoded;
}

/** Fonts marked as symbol fonts have their characters at U+F000 and up. */
function withoutSymbolRange(character: string): string {
  const code = character.charCodeAt(0);
  return code >= 0xf000 ? String.fromCharCode(code - 0xf000) : character;
}

/** Letters that only Unicode text of today holds: ă đ ĩ ũ ơ ư and the block of Vietnamese letters. */
const unicodeVietnamese = /[ĂăĐđĨĩŨũƠơƯư\u1ea0-\u1ef9]/;

/** True when the text holds a Vietnamese letter that no legacy encoding could have produced. */
export function holdsUnicodeVietnamese(text: string): boolean {
  return unicodeVietnamese.test(text);
}

/** Characters that are signs, not letters, in every other encoding: beside a letter they speak for TCVN3. */
const tcvn3Signs = /(?<=\p{L})[µ¸¶·¹¨»¾¼½©®ª«¬\u00ad×÷§]|[µ¸¶·¹¨»¾¼½©®ª«¬\u00ad×§¡¢£¤¥¦](?=\p{L})/gu;

/** Base and mark as VNI puts them, without the pairs that spelled-out Vietnamese has too ("hoà", "khoá", "hoãn"). */
const vniSigns =
  /[aA][ùøûõïêéèúüëâáàåãäÙØÛÕÏÊÉÈÚÜËÂÁÀÅÃÄ]|[eE][ùøûõïâáàåãäÙØÛÕÏÂÁÀÅÃÄ]|[oO][ùøûõïâåäÙØÛÕÏÂÅÄ]|[uU][ùøûõïÙØÛÕÏ]|[yY][ùøûõÙØÛÕ]|[ôöÔÖ][ùøûõïÙØÛÕÏ]/g;

/**
 * The encoding of a text without fonts, or null when it is Unicode, another language, or too short to say.
 * Asked for: several different signs of the encoding, in a tenth of the words at least, no Vietnamese letter of
 * Unicode, and words that become Vietnamese syllables when decoded.
 */
export function recogniseLegacyEncoding(text: string): LegacyEncoding | null {
  if (holdsUnicodeVietnamese(text.normalize("NFC")) || /[\u0300-\u0323]/.test(text)) return null;
  const words = wordsOf(text);
  const isTcvn3 = speaksFor(text, words, tcvn3Signs, fromTcvn3);
  const isVni = speaksFor(text, words, vniSigns, fromVni);
  if (isTcvn3 === isVni) return null;
  return isTcvn3 ? "tcvn3" : "vni";
}

/** Text of an encoding as Unicode. */
export function decodeLegacy(text: string, encoding: LegacyEncoding): string {
  return encoding === "tcvn3" ? fromTcvn3(text) : fromVni(text);
}

/**
 * Whether a text may be in this encoding: it holds signs of it and no Vietnamese letter of Unicode, and four of five of
 * its words beyond ASCII become Vietnamese syllables. Enough beside text that was recognised, not alone.
 */
export function fitsLegacyEncoding(text: string, encoding: LegacyEncoding): boolean {
  if (holdsUnicodeVietnamese(text.normalize("NFC"))) return false;
  const marked = wordsOf(text).filter((word) => /[\u00a1-\u00ff]/.test(word));
  if (marked.length === 0) return false;
  const syllables = marked.filter((word) => isSyllable(decodeLegacy(word, encoding)));
  return syllables.length >= marked.length * 0.8;
}

/** Whether a text holds signs that only this encoding puts beside letters. */
export function holdsSignsOf(text: string, encoding: LegacyEncoding): boolean {
  return text.search(encoding === "tcvn3" ? tcvn3Signs : vniSigns) >= 0;
}

function wordsOf(text: string): readonly string[] {
  return text
    .split(/[\s\d.,;:()/"“”'!?–-]+/)
    .filter((word) => /\p{L}/u.test(word) || /[^\p{ASCII}]/u.test(word));
}

function speaksFor(
  text: string,
  words: readonly string[],
  signs: RegExp,
  decode: (text: string) => string,
): boolean {
  const found = text.match(signs) ?? [];
  if (found.length < 3 || new Set(found).size < 2 || found.length < words.length / 10) return false;
  const marked = words.filter((word) => /[\u00a1-\u00ff]/.test(word));
  const syllables = marked.filter((word) => isSyllable(decode(word)));
  return syllables.length >= marked.length * 0.8;
}

const syllable = /^(?:ngh?|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ch|ng|nh|[cmnpt])?$/;

/** The shape of a Vietnamese syllable with at most one tone; what the dictionary holds is not asked. */
function isSyllable(word: string): boolean {
  const parts = word.toLowerCase().normalize("NFD").replaceAll("đ", "d");
  const tones = parts.match(/[\u0300\u0301\u0303\u0309\u0323]/g)?.length ?? 0;
  return tones <= 1 && syllable.test(parts.replace(/[\u0300-\u036f]/g, ""));
}
