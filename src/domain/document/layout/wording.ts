import type { Line } from "./line.ts";
import { textOf } from "./line.ts";

/** What a new point begins with: "-", "+", "1.", "1.2.", "(1)", "a)", "II.", "Điều 3.". */
const mark =
  /^(?:[-–—+•▪➢✓◊*](?:\s|(?=\p{L}))|\d{1,3}(?:\.\d{1,3})*[.)](?=\s|\p{L}|$)|\d{1,2}(?:\.\d{1,2})+\s|\(\d{1,2}\)|\(?\p{Ll}{1,2}\)|[a-zđ]\.\s|[IVX]{1,5}[.)](?=\s|$)|Điều\s+\d+)/u;

/** Words after which a number at the start of the next line belongs to the sentence. */
const takesNumber =
  /(?:^|\s)(?:năm|tháng|ngày|số|khoản|điều|điểm|quý|mục|phần|chương|tiết|trang|và|đến|từ|lúc|tuần|đợt|lần|thứ|khóa|nhóm|loại|cấp|các|gồm|là|có|trên|dưới|khoảng|hơn)\s*$/iu;

/** Whether a line begins with the mark of a new point; `before` is the text that it may go on from. */
export function beginsPoint(text: string, before: string): boolean {
  if (!mark.test(text)) return false;
  if (/^[-–—]\s*\d/.test(text) && /\d[%\p{L}]*$/u.test(before)) return false;
  if (/^[\d(IVX]/.test(text) && takesNumber.test(before)) return false;
  if (/^\(?\p{Ll}{1,2}\)/u.test(text) && /(?:^|\s)(?:điểm|tiết|mục)\s*$/iu.test(before)) return false;
  return true;
}

/** A sentence does not begin with a small letter: such a line goes on from the one before. */
export function beginsSmall(text: string): boolean {
  return /^[\p{Ll}]/u.test(text) && !mark.test(text);
}

/** Whether a text has come to the end of a sentence or a point. */
export function isClosed(text: string): boolean {
  return /[.;:!?…]["”’)]*$/.test(text);
}

/**
 * What stands between two lines of one paragraph: a space, or nothing when a symbol was broken after its hyphen or
 * slash ("59-" / "NQ/TW", "2021-" / "2030") or before it.
 */
export function betweenLines(before: string, after: string): "" | " " {
  // No line of text begins with such a mark; it was cut off from the word before it.
  if (/^[…,;.:!?)\]”]/.test(after)) return "";
  if (/[\p{L}\d][-/]$/u.test(before) && /^[\p{L}\d]/u.test(after)) return "";
  // A narrow cell breaks a long date in its year.
  const year = /(?:^|\D)\d{1,2}[/.-]\d{1,2}[/.-](\d{1,3})$/.exec(before)?.[1];
  if (year && new RegExp(`^\\d{${4 - year.length}}(?!\\d)`).test(after)) return "";
  const lastWord = before.slice(before.lastIndexOf(" ") + 1);
  const looksLikeSymbol = /\d/.test(lastWord) || /^[\p{Lu}Đ-]+$/u.test(lastWord);
  if (looksLikeSymbol && /^[-/][\p{Lu}\d]/u.test(after)) return "";
  return " ";
}

/** Whether a line is in capitals throughout. */
export function isCapitals(line: Line): boolean {
  const text = textOf(line);
  return /\p{Lu}/u.test(text) && !/\p{Ll}/u.test(text);
}
