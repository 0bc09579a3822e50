/** A signature as it stands in the file (ISO 32000-2, 12.8.1): what it covers, and its bytes. */
export interface SignedRange {
  /** The two stretches of the file that were signed: offset and length of each. */
  readonly ranges: readonly [number, number, number, number];
  /** True when they begin with the file and leave out the bytes of the signature alone. */
  readonly isContinuous: boolean;
  /** End of what was signed. */
  readonly end: number;
  /** The signature, as a CMS message or a time stamp; null when it is not there. */
  readonly contents: Buffer | null;
  /** How it is encoded: "adbe.pkcs7.detached", "ETSI.CAdES.detached", "ETSI.RFC3161"; null when not said. */
  readonly encoding: string | null;
  /** The time that the signing program wrote beside it, as an instant in ISO 8601. */
  readonly writtenAt: string | null;
}

const mostSignatures = 100;
/** Most bytes of a signature with its dictionary that are looked at: chains of certificates take some dozen thousand. */
const mostBytes = 1_000_000;
const byteRange = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;

/** All signatures of a PDF file in the order of what they cover. Time grows with the length of the file. */
export function findSignedRanges(bytes: Buffer): readonly SignedRange[] {
  if (!bytes.includes("/ByteRange")) return [];
  const text = bytes.toString("latin1");
  const found: SignedRange[] = [];
  for (const match of text.matchAll(byteRange)) {
    if (found.length >= mostSignatures) break;
    const [a = 0, b = 0, c = 0, d = 0] = match.slice(1).map(Number);
    const dictionary = dictionaryAround(text, match.index);
    if (dictionary === null) continue;
    found.push(rangeOf(text, bytes.length, [a, b, c, d], dictionary));
  }
  return found.sort((one, other) => one.end - other.end);
}

function rangeOf(
  text: string,
  length: number,
  [a, b, c, d]: readonly [number, number, number, number],
  dictionary: string,
): SignedRange {
  const gap = text.slice(a + b, c);
  const hex = /^<([0-9a-fA-F\s]*)>$/.exec(gap)?.[1]?.replace(/\s+/g, "") ?? null;
  const isInside = a + b <= c && c + d <= length;
  return {
    ranges: [a, b, c, d],
    isContinuous: a === 0 && isInside && hex !== null,
    end: c + d,
    contents: hex && isInside ? Buffer.from(hex.length % 2 ? `${hex}0` : hex, "hex") : null,
    encoding: /\/SubFilter\s*\/([A-Za-z0-9.]+)/.exec(dictionary)?.[1] ?? null,
    writtenAt: instantOf(/\/M\s*\(([^)]*)\)/.exec(dictionary)?.[1] ?? ""),
  };
}

/** The dictionary that holds this byte range; null when it is none of a signature. */
function dictionaryAround(text: string, at: number): string | null {
  const start = text.lastIndexOf(" obj", at);
  if (start < 0 || at - start > mostBytes) return null;
  const end = text.indexOf("endobj", at);
  const dictionary = text.slice(start, Math.min(end < 0 ? text.length : end, at + mostBytes));
  return /\/Contents\b/.test(dictionary) && /\/Filter\b/.test(dictionary) ? dictionary : null;
}

/** A date of ISO 32000-2, 7.9.4 ("D:20250821093000+07'00'") as an instant; null when it is none. */
export function instantOf(written: string): string | null {
  const match = /^D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?)?/.exec(written);
  if (!match) return null;
  const [, year, month, day, hour, minute, second = "00", sign, zoneHours = "00", zoneMinutes = "00"] = match;
  const zone = sign ? `${sign}${zoneHours}:${zoneMinutes}` : "Z";
  const instant = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}
