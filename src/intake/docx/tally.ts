import { bookStep, type LedgerStep, type Rejection } from "../../domain/basics/ledger.ts";

/** The book of one kind of thing while it is being read. */
export class Book {
  private taken = 0;
  private handedOn = 0;
  private readonly rejected: Rejection[] = [];

  pass(): void {
    this.taken++;
    this.handedOn++;
  }

  reject(what: string, where: string, why: string): void {
    this.taken++;
    this.rejected.push({ what: what.length > 120 ? `${what.slice(0, 117)}…` : what, where, why });
  }

  close(name: string): LedgerStep {
    return bookStep(name, this.taken, this.handedOn, this.rejected);
  }
}

/** What is counted while a document is read. */
export class Tally {
  readonly parts = new Book();
  readonly rows = new Book();
  readonly paragraphs = new Book();
  readonly comments = new Set<string>();
  trackedChanges = 0;
  hiddenTexts = 0;
  hiddenRows = 0;
  /** Paragraphs turned from a legacy encoding, and paragraphs in such a font that hold Unicode all the same. */
  legacyParagraphs = 0;
  unicodeInLegacyFont = 0;
  notComposed = 0;
  pictures = 0;
  skippedParts = 0;
  letters = 0;

  skipPart(name: string, why: string): void {
    this.skippedParts++;
    this.parts.reject(name, "tệp", why);
  }
}

/**
 * Counts pages by the marks that Word leaves where it last broke a page (`w:lastRenderedPageBreak`); without any such
 * mark in the file pages are not known. Breaks set by hand count too, once with the mark that Word puts after them.
 */
export class Pages {
  readonly known: boolean;
  private page = 1;
  private reached = 1;
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

  /** Pages counted so far; null when pages are not known. */
  get count(): number | null {
    return this.known ? this.reached : null;
  }

  breakRendered(): void {
    if (!this.fresh) this.advance();
    this.fresh = false;
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

  private advance(): void {
    this.page++;
    this.reached = Math.max(this.reached, this.page);
  }
}
