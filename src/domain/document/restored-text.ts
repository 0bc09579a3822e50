/** A paragraph of damaged text as it must have read, word by word with doubt. */
export interface RestoredText {
  readonly text: string;
  /** Words that were changed or are doubtful, in order. */
  readonly words: readonly RestoredWord[];
}

export interface RestoredWord {
  /** Offsets in the restored text. */
  readonly start: number;
  readonly end: number;
  /** The word as it stands in the file. */
  readonly written: string;
  /** What may stand here, likeliest first. */
  readonly candidates: readonly string[];
  /** 0 (sure) to 1. */
  readonly doubt: number;
}

/** The offset of the restored text that belongs to an offset of the text as written; inside a word, that of its start. */
export function restoredOffset(restored: RestoredText, offset: number): number {
  let shift = 0;
  for (const { start, end, written } of restored.words) {
    const writtenStart = start - shift;
    if (offset <= writtenStart) break;
    if (offset < writtenStart + written.length) return start;
    shift += end - start - written.length;
  }
  return offset + shift;
}
