import type { Box } from "./place.ts";

/** A word on a page: what stands between two white spaces. Comes from a text layer, an annotation or page reading (OCR). */
export interface PageWord {
  readonly text: string;
  readonly box: Box;
  /** Letter height in points. */
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly origin: "text" | "annotation" | "recognised";
  /** 0…1; 1 for text layers, what the recogniser says for scans. */
  readonly confidence: number;
  /** What the recogniser read, where its marks were put right. */
  readonly readAs?: string;
  /** What else it may be, as another way of reading has it. */
  readonly alternatives?: readonly string[];
}

/** A straight horizontal or vertical line drawn on a page, as a thin box in points. */
export interface Ruling {
  readonly direction: "horizontal" | "vertical";
  readonly box: Box;
}

/** A page as read, turned upright: (0, 0) is the top left corner of what a person reads. */
export interface Page {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  /** Share of the page covered by pictures, 0…1: a page without words and nearly all picture is a scan. */
  readonly pictureShare: number;
  readonly words: readonly PageWord[];
  readonly rulings: readonly Ruling[];
}
