/** A word of damaged text with what was put in its place. */
export interface RepairedWord {
  /** Where it stands in the text as given, and on which line (from 1). */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly original: string;
  readonly chosen: string;
  /** What else may stand here, likeliest first, the chosen one among them. */
  readonly candidates: readonly string[];
  /** 0 (sure) to 1. */
  readonly doubt: number;
}

/** A word whose doubt is below this is shown without a mark. */
export const surelyBelow = 0.02;
