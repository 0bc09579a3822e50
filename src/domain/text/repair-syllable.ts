/**
 * A Vietnamese syllable taken apart and put together again: onset, nucleus with its tone, coda (Đoàn Thiện Thuật, Ngữ âm
 * tiếng Việt, 1977). Two habits of setting the tone mark ("hoá", "hóa") become one, the older, which offices use.
 */
export interface SyllableParts {
  readonly onset: string;
  /** All vowel letters with the tone mark, composed: "ướ", "uyệ". */
  readonly nucleus: string;
  readonly coda: string;
}

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/g;
const shape =
  /^(ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?([aăâeêioôơuưy]{1,3})(ch|nh|ng|[cmnpt])?$/;
const vowelGroups = new Set(
  (
    "a ă â e ê i o ô ơ u ư y ai ao au ay âu ây eo êu ia iê iu oa oă oe oi ôi ơi oo ua uâ uê ui uô uơ uy ưa ưi ươ ưu yê " +
    "iêu oai oay oao oeo uây uôi ươi ươu uya uyê uyu yêu"
  ).split(" "),
);

/** The parts of a syllable in small letters (NFC, any habit of tone marks); null for what no Vietnamese syllable is like. */
export function partsOfSyllable(lower: string): SyllableParts | null {
  const split = lower.normalize("NFD");
  const tones = split.match(toneMarks);
  if (tones && tones.length > 1) return null;
  const plain = split.replace(toneMarks, "").normalize("NFC");
  let [, onset = "", vowels = "", coda = ""] = shape.exec(plain) ?? [];
  // In "gì" and "gìn" the i is the vowel.
  if (vowels === "" && (plain === "gi" || /^gi(?:n|m|c|p|t|ng|nh|ch)$/.test(plain))) {
    [onset, vowels, coda] = ["g", "i", plain.slice(2)];
  }
  if (!vowelGroups.has(vowels)) return null;
  const tone = tones?.[0] ?? "";
  // A syllable that ends in a stop has one of two tones.
  if (/^(?:ch|[cpt])$/.test(coda) && tone !== "\u0301" && tone !== "\u0323") return null;
  return { onset, nucleus: toned(vowels, tone, coda !== ""), coda };
}

/** The syllable in small letters with the tone mark where offices set it ("hoá" → "hóa"); what is no syllable stays. */
export function canonicalSyllable(lower: string): string {
  const parts = partsOfSyllable(lower);
  return parts ? parts.onset + parts.nucleus + parts.coda : lower;
}

function toned(vowels: string, tone: string, closed: boolean): string {
  if (tone === "") return vowels;
  const at = tonePlace(vowels, closed);
  return (vowels.slice(0, at + 1) + tone + vowels.slice(at + 1)).normalize("NFC");
}

function tonePlace(vowels: string, closed: boolean): number {
  for (let i = vowels.length - 1; i >= 0; i--) if ("ăâêôơ".includes(vowels[i] ?? "")) return i;
  const horned = vowels.indexOf("ư");
  if (horned >= 0) return horned;
  if (vowels.length === 1) return 0;
  return vowels.length === 3 || closed ? 1 : 0;
}

/** How a word is written in capitals. */
export type Casing = "small" | "first" | "all";

/** A word of small letters in the given casing. */
export function inCasing(lower: string, casing: Casing): string {
  if (casing === "small") return lower;
  if (casing === "all") return lower.toUpperCase();
  return lower.charAt(0).toUpperCase() + lower.slice(1);
}
