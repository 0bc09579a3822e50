import { labelKind, loneLabel } from "../marker.ts";

/** Where a label stands in its series: "3" is the third of the numbers, "2.3" the third of "2", "b" the second letter. */
interface Count {
  readonly series: string;
  readonly at: number;
}

/** Letters in the order in which points are lettered (Nghị định 30/2020/NĐ-CP, Phụ lục I): no f, j, w, z. */
const letters = "abcdđeghiklmnopqrstuvxy";
const roman: ReadonlyMap<string, number> = new Map([
  ["I", 1],
  ["V", 5],
  ["X", 10],
  ["L", 50],
]);

/** What a cell of a numbering column holds when a row begins: a number, a letter or a dash; null for anything else. */
export function rowMark(text: string): string | null {
  return /^[-–—+•*]$/.test(text) ? "-" : loneLabel(text);
}

/**
 * Whether the marks of a column, from the top, number rows: some mark follows the one before it of its series
 * (1 → 2, a → b, 1.1 → 1.2), or several series are begun; few marks are out of order.
 */
export function countsOn(marks: readonly string[]): boolean {
  const last = new Map<string, number>();
  let following = 0;
  let begun = 0;
  let astray = 0;
  for (const mark of marks) {
    const count = countOf(mark);
    if (!count) continue;
    const before = last.get(count.series);
    if (before !== undefined && count.at === before + 1) following++;
    else if (count.at === 1) begun++;
    else if (before !== undefined && count.at !== before) astray++;
    last.set(count.series, count.at);
  }
  return (following > 0 || begun > 1) && astray * 4 <= marks.length;
}

function countOf(mark: string): Count | null {
  if (mark === "-") return null;
  const kind = labelKind(mark);
  const decimal = /^(.*)\.(\d+)[a-zđ]?$/u.exec(mark);
  if (kind === "decimal" && decimal) return { series: decimal[1] ?? "", at: Number(decimal[2]) };
  if (kind === "arabic") return { series: "1", at: Number.parseInt(mark, 10) };
  if (kind === "roman") return { series: "I", at: romanOf(mark) };
  const at = letters.indexOf((mark[0] ?? "").toLowerCase()) + 1;
  return { series: kind === "capital" ? "A" : "a", at };
}

function romanOf(text: string): number {
  let sum = 0;
  [...text].forEach((letter, i) => {
    const value = roman.get(letter) ?? 0;
    sum += value < (roman.get(text[i + 1] ?? "") ?? 0) ? -value : value;
  });
  return sum;
}
