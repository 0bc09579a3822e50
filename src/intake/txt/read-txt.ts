import { bookStep } from "../../domain/basics/ledger.ts";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import type { Extract, ExtractNotice, TextLine } from "../../domain/document/extract.ts";
import { decodeText, looksLikeText } from "./encoding.ts";

/**
 * Reads a text file into lines, numbered as editors count them. Letters are composed (NFC), white space inside a line
 * and form feeds stay. Fails with `file.empty` or `file.unrecognised` (binary data).
 */
export function readTxt(bytes: Uint8Array): Result<Extract> {
  if (bytes.length === 0) return fail("file.empty");
  if (!looksLikeText(bytes)) return fail("file.unrecognised");
  const decoded = decodeText(bytes);
  const lines = linesOf(decoded.text);
  if (lines.every((line) => line.text.trim() === "")) return fail("file.empty");
  const notices: ExtractNotice[] = [];
  if (decoded.guessed) notices.push({ code: "encodingGuessed", count: 1, place: null });
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
    steps: [bookStep("txt: dòng", lines.length, lines.length, [])],
  });
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
