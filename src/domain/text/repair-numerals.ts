/** What a number, date or code may have been, as far as its own grammar says: never without doubt where it changes. */
export interface NumeralReading {
  readonly chosen: string;
  readonly candidates: readonly string[];
  readonly doubt: number;
}

/** How doubtful a number is that stands as it should, and one that was changed. */
const [doubtAsRead, doubtChanged] = [0, 0.5];

/** Signs that are read for digits, and what they stand for. */
const digitFor: Readonly<Record<string, string>> = {
  S: "5",
  s: "5",
  O: "0",
  o: "0",
  I: "1",
  l: "1",
  B: "8",
  Z: "2",
};

/**
 * Symbols of document kinds and issuers that have a Đ (Nghị định 30/2020/NĐ-CP, Phụ lục III): the model of English writes
 * D for it.
 */
const symbols: Readonly<Record<string, string>> = {
  QD: "QĐ",
  ND: "NĐ",
  HD: "HĐ",
  HDND: "HĐND",
  TD: "TĐ",
  GUQD: "GUQĐ",
  BGDDT: "BGDĐT",
  SGDDT: "SGDĐT",
  BLDTBXH: "BLĐTBXH",
  LDTBXH: "LĐTBXH",
  SLDTBXH: "SLĐTBXH",
  BTDKT: "BTĐKT",
  DKT: "ĐKT",
  TLD: "TLĐ",
  DU: "ĐU",
  DUUB: "ĐUUB",
};

/** "S9-NQ/TW" → "59-NQ/TW", "1520/QD-UBND" → "1520/QĐ-UBND". What needs no change is given back without doubt. */
export function readingsOfNumeral(original: string): NumeralReading {
  const chosen = repairedCode(original);
  if (chosen === original) return { chosen, candidates: [original], doubt: doubtAsRead };
  return { chosen, candidates: [chosen, original], doubt: doubtChanged };
}

function repairedCode(original: string): string {
  const parts = original.split(/([-–—/])/u);
  if (parts.length < 3) return original;
  return parts.map((part, i) => symbols[part] ?? (i === 0 ? repairedDigits(part) : part)).join("");
}

/** The first part of a code is its number: "S9", "l42". */
function repairedDigits(part: string): string {
  if (!/\d/.test(part) || !/^[\dSsOoIlBZ]+$/.test(part)) return part;
  return part.replace(/[^\d]/g, (sign) => digitFor[sign] ?? sign);
}
