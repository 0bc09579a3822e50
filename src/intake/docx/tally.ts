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

  /** Things passed on that turned out to repeat others. */
  takeBack(count: number): void {
    this.taken -= count;
    this.handedOn -= count;
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
