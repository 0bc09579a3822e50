/** How the bytes of a text stand for letters, and how sure that is. */
export interface DecodedText {
  /** Without the byte order mark; not yet composed. */
  readonly text: string;
  /** Label of the WHATWG Encoding Standard. */
  readonly encoding: string;
  /** True when neither a mark, nor a declaration, nor the form of UTF-8 says it. */
  readonly guessed: boolean;
}

/** Bytes looked at to tell text from binary data. */
const sampleSize = 65_536;

/**
 * Whether the bytes can be text: hardly any control characters, no zero bytes but those of UTF-16. Old Vietnamese
 * encodings use a few control codes for capital letters, so one in a hundred is let pass.
 */
export function looksLikeText(bytes: Uint8Array): boolean {
  if (encodingByMark(bytes) || utf16WithoutMark(bytes)) return true;
  const sample = bytes.subarray(0, sampleSize);
  let controls = 0;
  for (const byte of sample) {
    if (byte === 0) return false;
    if (byte < 0x20 && !isTextControl(byte)) controls++;
    else if (byte === 0x7f) controls++;
  }
  return controls * 100 <= sample.length;
}

/** Tab, line feed, vertical tab, form feed, carriage return, and the end mark of DOS. */
function isTextControl(byte: number): boolean {
  return (byte >= 0x09 && byte <= 0x0d) || byte === 0x1a;
}

/** The first characters of a text, by mark or else as single bytes: enough to look for tags. */
export function textHead(bytes: Uint8Array, length: number): string {
  const encoding = encodingByMark(bytes) ?? utf16WithoutMark(bytes) ?? "latin1";
  return new TextDecoder(encoding).decode(bytes.subarray(0, length));
}

/**
 * Reads bytes as text: byte order mark first, then the declared encoding, then UTF-8 if the bytes have its form
 * (a few broken bytes allowed), then UTF-16 by its zero bytes, and windows-1258, the Vietnamese code page, last.
 */
export function decodeText(bytes: Uint8Array, declared: string | null = null): DecodedText {
  const marked = encodingByMark(bytes);
  if (marked) return { text: decodeAs(bytes, marked), encoding: marked, guessed: false };
  const wide = utf16WithoutMark(bytes);
  if (wide) return { text: decodeAs(bytes, wide), encoding: wide, guessed: true };
  const strict = decodeStrictUtf8(bytes);
  // What has the form of UTF-8 and letters beyond ASCII is UTF-8, whatever a page declares.
  if (strict !== null) return { text: strict, encoding: "utf-8", guessed: false };
  const known = declared === null ? null : knownEncoding(declared);
  if (known && known !== "utf-8") return { text: decodeAs(bytes, known), encoding: known, guessed: false };
  const lenient = decodeAs(bytes, "utf-8");
  if (known === "utf-8" || isMostlyUtf8(lenient)) return { text: lenient, encoding: "utf-8", guessed: true };
  return { text: decodeAs(bytes, "windows-1258"), encoding: "windows-1258", guessed: true };
}

/** The same bytes, one character each: what readers of old Vietnamese fonts (TCVN3, VNI) work on. */
export function decodeSingleBytes(bytes: Uint8Array): string {
  return decodeAs(bytes, "windows-1252");
}

function encodingByMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return "utf-8";
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

/**
 * UTF-16 without a mark: spaces and plain letters have a zero byte on one side only. Vietnamese text has them in at
 * least one character of four, and zero bytes on the other side never.
 */
function utf16WithoutMark(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(sampleSize, bytes.length & ~1));
  if (sample.length < 4) return null;
  const zeros = [0, 0];
  for (let at = 0; at < sample.length; at++) if (sample[at] === 0) zeros[at & 1] = (zeros[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  if (odd * 8 >= sample.length && even === 0) return "utf-16le";
  if (even * 8 >= sample.length && odd === 0) return "utf-16be";
  return null;
}

function decodeAs(bytes: Uint8Array, encoding: string): string {
  return new TextDecoder(encoding).decode(bytes);
}

function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The canonical label, or null when nobody knows such an encoding. */
function knownEncoding(label: string): string | null {
  try {
    return new TextDecoder(label.trim()).encoding;
  } catch {
    return null;
  }
}

/** Damaged UTF-8: as many good letters beyond ASCII as broken ones. In single-byte text hardly any comes out good. */
function isMostlyUtf8(text: string): boolean {
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  const good = text.match(/[^\0-\x7f\ufffd]/g)?.length ?? 0;
  return good >= broken;
}
