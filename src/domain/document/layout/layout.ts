import { bookStep, type LedgerStep, type Rejection } from "../../basics/ledger.ts";
import { whyUnplaced } from "../../language/unplaced-reasons.ts";
import type { Block } from "../block.ts";
import type { Page, PageWord } from "../page.ts";
import { describePlace, onPage } from "../place.ts";
import { alignedGrids } from "./aligned-pages.ts";
import { Flow } from "./flow.ts";
import { bodyFrames } from "./frames.ts";
import { gridsOf } from "./grid.ts";
import { marginLines, rejectionOf } from "./margins.ts";
import { withoutMarks } from "./raised.ts";
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
export function layoutPages(given: readonly Page[]): LaidOut {
  const unmarked = given.map(withoutMarks);
  const pages = unmarked.map(({ page }) => page);
  const marks = unmarked.flatMap(({ page, marks: found }) => found.map((word) => markRejection(page, word)));
  const drawn = pages.map(gridsOf);
  const aligned = alignedGrids(pages, drawn);
  const sorted = unmarked.map((page, i) =>
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
  const rejected = [
    ...marks,
    ...[...leftOut].map(([line, why]) => rejectionOf(line, why)),
    ...flow.rejected(),
  ];
  const taken = sorted.reduce((sum, page) => sum + page.lineCount, marks.length);
  return { blocks: flow.blocks(), steps: [bookStep("lines", taken, flow.lineCount(), rejected)] };
}

function markRejection(page: Page, mark: PageWord): Rejection {
  return {
    what: mark.text,
    where: describePlace(onPage(page.number, mark.box)),
    why: whyUnplaced("footnoteMark"),
  };
}
