import type { Block } from "../../domain/document/block.ts";
import type { RunFormat } from "./run-format.ts";

/** A stretch of text in one format on one page. */
export interface Piece {
  readonly text: string;
  readonly format: RunFormat;
  readonly page: number | null;
}

/** A paragraph while its runs are being read. */
export interface Draft {
  readonly pieces: Piece[];
  /** Text boxes anchored in the paragraph. */
  readonly boxes: Block[];
  /** The first text that was left out, and why. */
  lost: { readonly text: string; readonly why: string } | null;
  /** A page number stood here and was dropped. */
  hadPageNumber: boolean;
}

export function emptyDraft(): Draft {
  return { pieces: [], boxes: [], lost: null, hadPageNumber: false };
}

export function noteLoss(draft: Draft, text: string, why: string): void {
  if (/\S/.test(text)) draft.lost ??= { text, why };
}
