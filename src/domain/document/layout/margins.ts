import type { Rejection } from "../../basics/ledger.ts";
import { whyUnplaced } from "../../language/unplaced-reasons.ts";
import { foldedKey } from "../../text/fold.ts";
import { describePlace, onPage } from "../place.ts";
import type { Line } from "./line.ts";
import { textOf } from "./line.ts";

/** Running heads stand in this share of the page at its top and at its bottom. */
const band = 0.12;
const pageNumber = /^[-–—\s]*(?:trang\s+)?\d{1,4}(?:\s*\/\s*\d{1,4})?[-–—\s.]*$/iu;

/** The lines of a page that stand outside its tables, from the top, with the size of the page. */
export interface PageLines {
  readonly number: number;
  readonly height: number;
  readonly lines: readonly Line[];
  /** From the first table line to the last, in points; null without tables. */
  readonly tables: readonly [top: number, bottom: number] | null;
}

/** Lines that belong to the page and not to the text, with the reason for each. */
export type MarginLines = ReadonlyMap<Line, string>;

/**
 * Finds page numbers (a lone number that is the outermost line of its page) and running heads and feet (the same words,
 * numbers apart, at the same height on at least half of the pages and on three of them, on both of two, or on five pages
 * one after the other).
 */
export function marginLines(pages: readonly PageLines[]): MarginLines {
  const found = new Map<Line, string>();
  for (const page of pages)
    for (const line of outermost(page))
      if (pageNumber.test(textOf(line))) found.set(line, whyUnplaced("pageNumber"));
  for (const lines of repeated(pages))
    for (const line of lines)
      found.set(line, pageNumber.test(textOf(line)) ? whyUnplaced("pageNumber") : whyUnplaced("runningHead"));
  return found;
}

/** A rejection that says which line was left out and why. */
export function rejectionOf(line: Line, why: string): Rejection {
  return { what: textOf(line), where: describePlace(onPage(line.page, line.box)), why };
}

function outermost(page: PageLines): Line[] {
  const [first, last] = [page.lines[0], page.lines.at(-1)];
  const top = page.tables?.[0] ?? Number.POSITIVE_INFINITY;
  const bottom = page.tables?.[1] ?? Number.NEGATIVE_INFINITY;
  const outer: Line[] = [];
  if (first && first.box[3] < band * page.height && first.box[3] < top) outer.push(first);
  if (last && last !== first && last.box[1] > (1 - band) * page.height && last.box[1] > bottom)
    outer.push(last);
  if (last && last === first && page.tables && last.box[1] > (1 - band) * page.height && last.box[1] > bottom)
    outer.push(last);
  return outer;
}

function repeated(pages: readonly PageLines[]): Line[][] {
  const groups = new Map<string, { line: Line; page: number }[]>();
  pages.forEach((page, index) => {
    const near = page.lines.filter(
      (line, i) =>
        (i < 3 && line.box[3] < band * page.height) ||
        (i >= page.lines.length - 3 && line.box[1] > (1 - band) * page.height),
    );
    for (const line of near) {
      const words = foldedKey(textOf(line)).replace(/\d+/g, "#");
      const height = Math.round(
        line.box[1] < page.height / 2 ? line.box[3] / 6 : (page.height - line.box[3]) / 6,
      );
      const key = `${line.box[1] < page.height / 2}|${height}|${words}`;
      groups.set(key, [...(groups.get(key) ?? []), { line, page: index }]);
    }
  });
  return [...groups.values()]
    .filter(
      (group) =>
        group.length >= Math.min(3, Math.max(2, pages.length)) &&
        (group.length * 2 >= pages.length || longestRun(group) >= 5),
    )
    .map((group) => group.map((entry) => entry.line));
}

function longestRun(group: readonly { readonly page: number }[]): number {
  let longest = 1;
  let run = 1;
  for (let i = 1; i < group.length; i++) {
    run = (group[i]?.page ?? 0) - (group[i - 1]?.page ?? 0) === 1 ? run + 1 : 1;
    longest = Math.max(longest, run);
  }
  return longest;
}
