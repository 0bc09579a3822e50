import { fail, type Result, succeed } from "../basics/result.ts";

/**
 * Writes rows as comma-separated values (RFC 4180: CRLF, quotation marks doubled) with a byte order mark, so that
 * Excel reads the letters. A cell that a spreadsheet would compute (it begins with = + - @, also in full width, a tab
 * or a line break) gets an apostrophe in front; `readCsv` takes it away again.
 */
export function writeCsv(rows: readonly (readonly (string | null)[])[]): string {
  const lines = rows.map((row) => row.map((cell) => quoted(guarded(cell ?? ""))).join(","));
  return `\ufeff${lines.map((line) => `${line}\r\n`).join("")}`;
}

/**
 * Reads comma-separated values; the separator may be ";" or a tab, as programs write them where the comma is the
 * decimal sign. Gives rows of cells with the line of the file on which each begins. Fails with
 * `register.sheet-broken` ({ line }) when a quotation mark is never closed.
 */
export function readCsv(
  text: string,
): Result<readonly { readonly line: number; readonly cells: readonly string[] }[]> {
  const content = text.replace(/^\ufeff/, "");
  const separator = separatorOf(content);
  const rows: { line: number; cells: string[] }[] = [];
  let [line, at] = [1, 0];
  while (at < content.length) {
    const row = { line, cells: [] as string[] };
    for (;;) {
      const cell = readCell(content, at, separator);
      if (cell === null) return fail("register.sheet-broken", { line: row.line });
      row.cells.push(unguarded(cell.text));
      line += cell.text.split("\n").length - 1;
      at = cell.end;
      if (content[at] !== separator) break;
      at++;
    }
    at += content.startsWith("\r\n", at) ? 2 : 1;
    line++;
    rows.push(row);
  }
  return succeed(rows);
}

const computed = /^'*[=+\-@\t\r\n＝＋－＠]/;

function guarded(cell: string): string {
  return computed.test(cell) ? `'${cell}` : cell;
}

function unguarded(cell: string): string {
  return cell.startsWith("'") && computed.test(cell) ? cell.slice(1) : cell;
}

function quoted(cell: string): string {
  return /[",;\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** The sign that parts the cells of the first line, outside of quotation marks. */
function separatorOf(content: string): string {
  const heading = content.slice(0, content.search(/[\r\n]|$/)).replace(/"[^"]*"/g, "");
  const count = (sign: string) => heading.split(sign).length;
  return [";", "\t"].reduce((best, sign) => (count(sign) > count(best) ? sign : best), ",");
}

/** The cell that begins at an offset, and the offset behind it; null when its quotation mark is never closed. */
function readCell(
  content: string,
  start: number,
  separator: string,
): { readonly text: string; readonly end: number } | null {
  if (content[start] !== '"') {
    let end = start;
    while (end < content.length && !isEnd(content, end, separator)) end++;
    return { text: content.slice(start, end), end };
  }
  let close = content.indexOf('"', start + 1);
  while (content[close + 1] === '"' && close >= 0) close = content.indexOf('"', close + 2);
  if (close < 0) return null;
  let end = close + 1;
  while (end < content.length && !isEnd(content, end, separator)) end++;
  return { text: content.slice(start + 1, close).replaceAll('""', '"') + content.slice(close + 1, end), end };
}

function isEnd(content: string, at: number, separator: string): boolean {
  return content[at] === separator || content[at] === "\n" || content[at] === "\r";
}
