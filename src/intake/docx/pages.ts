import type { Block } from "../../domain/document/block.ts";
import { nowhere } from "../../domain/document/place.ts";

/**
 * Counts pages by the marks that Word leaves where it last broke a page (`w:lastRenderedPageBreak`); without any such
 * mark in the file pages are not known. Breaks set by hand count too, once with the mark that Word puts after them.
 */
export class Pages {
  private readonly known: boolean;
  private page = 1;
  private reached = 1;
  private lastMarked = 1;
  private fresh = false;

  constructor(known: boolean) {
    this.known = known;
  }

  /** A story that stands on one page as a whole, or on none that is known. */
  static fixed(page: number | null): Pages {
    const pages = new Pages(page !== null);
    pages.page = page ?? 1;
    return pages;
  }

  get current(): number | null {
    return this.known ? this.page : null;
  }

  breakRendered(): void {
    if (!this.fresh) this.advance();
    this.fresh = false;
    this.lastMarked = this.page;
  }

  breakByHand(): void {
    this.advance();
    this.fresh = true;
  }

  textSeen(): void {
    this.fresh = false;
  }

  /** Reads the cells of a row side by side: each begins on the page of the row, the row ends where the longest does. */
  sideBySide(cells: readonly (() => void)[]): void {
    const start = this.page;
    let furthest = start;
    for (const read of cells) {
      this.page = start;
      read();
      furthest = Math.max(furthest, this.page);
    }
    this.page = furthest;
  }

  /**
   * How many pages the document has, and the first page whose number is not to be trusted (null: all are). Word saves
   * documents of which it laid out the first pages only; then there are fewer marks than the pages it says there are,
   * and what follows the last mark may be on any page.
   */
  close(pagesSaid: number | null): { readonly count: number | null; readonly firstUnknown: number | null } {
    if (!this.known) return { count: null, firstUnknown: null };
    if (pagesSaid === null || pagesSaid <= this.reached) return { count: this.reached, firstUnknown: null };
    return { count: pagesSaid, firstUnknown: this.lastMarked };
  }

  private advance(): void {
    this.page++;
    this.reached = Math.max(this.reached, this.page);
  }
}

/** The blocks with no page where it would be this one or a later one. */
export function forgetPagesFrom(first: number, blocks: readonly Block[]): readonly Block[] {
  return blocks.map((block): Block => {
    if (block.kind === "paragraph") {
      const from = block.spans.findIndex((span) => (span.place.page ?? 0) >= first);
      const unknown = block.spans[from];
      if (!unknown) return block;
      return { ...block, spans: [...block.spans.slice(0, from), { start: unknown.start, place: nowhere }] };
    }
    const rows = block.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: forgetPagesFrom(first, cell.blocks) })),
    }));
    return { ...block, rows };
  });
}
