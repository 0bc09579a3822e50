import type { Line } from "./line.ts";
import { type Frame, usualPitch } from "./paragraphs.ts";

interface FramedPage {
  readonly width: number;
  readonly height: number;
  readonly lines: readonly Line[];
  readonly ruled: readonly { readonly table: { readonly xs: readonly number[] } }[];
}

/** A line wider than this share of the page says something about its margins. */
const wide = 0.45;
/** So many wide lines are enough to see the margins of a page by itself; else those of all pages of its size count. */
const enough = 5;

/** The text column of every page: margins differ between upright and landscape pages, left and right pages, sections. */
export function bodyFrames(pages: readonly FramedPage[]): Frame[] {
  const bySize = new Map<string, Line[]>();
  const wideLines = pages.map((page) =>
    page.lines.filter((line) => line.box[2] - line.box[0] > wide * page.width),
  );
  pages.forEach((page, i) => {
    const lines = bySize.get(sizeOf(page)) ?? [];
    // A sample is enough for a file of thousands of pages.
    if (lines.length < 2000) lines.push(...(wideLines[i] ?? []));
    bySize.set(sizeOf(page), lines);
  });
  const shared = new Map(
    [...bySize].map(([size, lines]) => [size, lines.length < enough ? null : margins(lines)] as const),
  );
  return pages.map((page, i): Frame => {
    const own = wideLines[i] ?? [];
    const [left, right] = (own.length >= enough ? margins(own) : null) ??
      shared.get(sizeOf(page)) ??
      tableMargins(page) ??
      margins(page.lines) ?? [0.12 * page.width, 0.93 * page.width];
    return {
      left,
      right,
      pitch: usualPitch(page.lines),
      indent: usualIndent(page.lines, left),
      kind: "body",
    };
  });
}

/** The indent at which more lines begin than at any other; null when fewer than three do. */
function usualIndent(lines: readonly Line[], left: number): number | null {
  const counts = new Map<number, number>();
  for (const line of lines) {
    const indent = Math.round(line.box[0] - left);
    if (indent > 0.9 * line.size && indent < 90) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  }
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best && best[1] >= 3 ? best[0] : null;
}

/** A page that holds little but a table is as wide as the table. */
function tableMargins(page: FramedPage): readonly [left: number, right: number] | null {
  const lefts = page.ruled.map(({ table }) => table.xs[0] ?? 0);
  const rights = page.ruled.map(({ table }) => table.xs.at(-1) ?? 0);
  return lefts.length > 0 ? [Math.min(...lefts), Math.max(...rights)] : null;
}

function sizeOf(page: FramedPage): string {
  return `${Math.round(page.width)}×${Math.round(page.height)}`;
}

/** Left: the leftmost place where several lines begin. Right: where nearly all lines end at the latest. */
function margins(lines: readonly Line[]): readonly [left: number, right: number] | null {
  if (lines.length === 0) return null;
  const lefts = lines.map((line) => line.box[0]).sort((a, b) => a - b);
  const shared = lefts.find(
    (left) => lefts.filter((other) => Math.abs(other - left) < 4).length >= 0.15 * lefts.length,
  );
  const rights = lines.map((line) => line.box[2]).sort((a, b) => a - b);
  return [shared ?? lefts[0] ?? 0, rights[Math.floor(rights.length * 0.9)] ?? 0];
}
