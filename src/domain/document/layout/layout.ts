import { bookStep, type LedgerStep } from "../../basics/ledger.ts";
import type { Block } from "../block.ts";
import type { Page } from "../page.ts";
import { alignedGrids } from "./aligned-pages.ts";
import { Flow } from "./flow.ts";
import { bodyFrames } from "./frames.ts";
import { gridsOf } from "./grid.ts";
import { marginLines, rejectionOf } from "./margins.ts";
import { sortPage } from "./sorted-page.ts";

/** The document in reading order, and the books: lines taken from the pages = lines in blocks + lines left out. */
export interface LaidOut {
  readonly blocks: readonly Block[];
  readonly steps: readonly LedgerStep[];
}

/**
 * Lays pages out: words become lines, lines paragraphs and tables in reading order. Text and tables that go on over a
 * page break are joined. Page numbers, running heads and repeated heads of tables are left out and booked.
 *
 * Text side by side without ruling lines (the head of an administrative document, its end with recipients and signer)
 * becomes a table of one row, a cell a column. Words stamped by annotations stand in the blank they fill, else in
 * paragraphs of their own with the role "annotation" after the text of their page.
 */
export function layoutPages(pages: readonly Page[]): LaidOut {
  const drawn = pages.map(gridsOf);
  const aligned = alignedGrids(pages, drawn);
  const sorted = pages.map((page, i) =>
    sortPage(
      page,
      [...(drawn[i] ?? []), ...(aligned[i] ?? [])].sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0)),
    ),
  );
  const leftOut = marginLines(sorted);
  const kept = sorted.map((page) => ({ ...page, lines: page.lines.filter((line) => !leftOut.has(line)) }));
  const frames = bodyFrames(kept);
  const flow = new Flow();
  kept.forEach((page, i) => {
    const frame = frames[i];
    if (frame) flow.addPage(page, frame);
  });
  const rejected = [...[...leftOut].map(([line, why]) => rejectionOf(line, why)), ...flow.rejected()];
  const taken = sorted.reduce((sum, page) => sum + page.lineCount, 0);
  return { blocks: flow.blocks(), steps: [bookStep("lines", taken, flow.lineCount(), rejected)] };
}
