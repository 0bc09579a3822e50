import { bookStep } from "../../domain/basics/ledger.ts";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import type { Extract, ExtractNotice, TextLine } from "../../domain/document/extract.ts";
import { fromTcvn3, fromVni, recogniseLegacyEncoding } from "../../domain/text/legacy-encoding.ts";
import { type DecodedText, decodeSingleBytes, decodeText, looksLikeText } from "./encoding.ts";

/**
 * Reads a text file into lines, numbered as editors count them. Letters are composed (NFC), white space inside a line
 * and form feeds stay. Fails with `file.empty` or `file.unrecognised` (binary data).
 */
export function readTxt(bytes: Uint8Array): Result<Extract> {
  if (bytes.length === 0) return fail("file.empty");
  if (!looksLikeText(bytes)) return fail("file.unrecognised");
  const { decoded, legacy } = decodedText(bytes);
  const lines = linesOf(legacy ?? decoded.text);
  if (lines.every((line) => line.text.trim() === "")) return fail("file.empty");
  const notices: ExtractNotice[] = [];
  if (legacy !== null) notices.push({ code: "legacyFont", count: lines.length, place: null });
  else if (decoded.guessed) notices.push({ code: "encodingGuessed", count: 1, place: null });
  const notComposed = lines.filter((line) => line.text !== line.text.normalize("NFC")).length;
  if (notComposed > 0) notices.push({ code: "notComposed", count: notComposed, place: null });
  return succeed({
    format: "txt",
    pageCount: null,
    content: {
      kind: "lines",
      lines: lines.map((line) => ({ number: line.number, text: line.text.normalize("NFC") })),
    },
    notices,
    steps: [bookStep("lines", lines.length, lines.length, [])],
  });
}

/** The letters of a text file, composed, whatever way its bytes stand for them: encodings of the web, old fonts. */
export function wholeText(bytes: Uint8Array): string {
  const { decoded, legacy } = decodedText(bytes);
  return (legacy ?? decoded.text).normalize("NFC");
}

function decodedText(bytes: Uint8Array) {
  const decoded = decodeText(bytes);
  return { decoded, legacy: legacyTextOf(bytes, decoded) };
}

/** The most that is looked at to recognise an old encoding. */
const sampleLength = 50_000;

/**
 * The text when its bytes, or the characters they were turned into on the way, are those of a font of before Unicode
 * (TCVN3, VNI); null when they are not.
 */
function legacyTextOf(bytes: Uint8Array, decoded: DecodedText): string | null {
  const text =
    decoded.guessed && decoded.encoding === "windows-1258" ? decodeSingleBytes(bytes) : decoded.text;
  const encoding = recogniseLegacyEncoding(text.slice(0, sampleLength));
  if (encoding === null) return null;
  return encoding === "tcvn3" ? fromTcvn3(text) : fromVni(text);
}

const dosEnd = "\u001a";

/**
 * Lines end with LF, CRLF or CR, as editors count them: a form feed, a vertical tab or U+2028 ends none. The end mark
 * of DOS (0x1A) at the end of the file is no text; an end of line at the very end begins no further line.
 */
export function linesOf(text: string): readonly TextLine[] {
  const lines = (text.endsWith(dosEnd) ? text.slice(0, -1) : text).split(/\r\n|\n|\r/);
  if (lines.at(-1) === "") lines.pop();
  return lines.map((line, index) => ({ number: index + 1, text: line }));
}
