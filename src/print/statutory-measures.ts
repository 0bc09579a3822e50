/**
 * Paper, margins and sizes of administrative documents: Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I and II. Where the
 * decree leaves a choice (12–13, 20–25 mm) one value is taken here for all documents.
 */

/** Twentieths of a point in a millimetre: the unit of Word for lengths. */
export function twips(millimetres: number): number {
  return Math.round((millimetres * 1440) / 25.4);
}

/** Half points: the unit of Word for letters. */
export function halfPoints(points: number): number {
  return Math.round(points * 2);
}

/** A4, upright, in millimetres. */
export const paper = { width: 210, height: 297 } as const;

/** In millimetres. Allowed: top and bottom 20–25, left 30–35, right 15–20. */
export const margins = { top: 20, bottom: 20, left: 30, right: 15 } as const;

/** From the edge of the paper to the page number, which stands in the top margin, and to a note at the foot. */
export const headerDistance = 10;

export const font = "Times New Roman";

/** Letters in points, with what the decree allows. */
export const sizes = {
  /** 12–13 */
  nation: 12,
  /** 13–14 */
  motto: 13,
  /** 12–13 */
  issuer: 12,
  /** 13 */
  number: 13,
  /** 13–14 */
  date: 13,
  /** 13–14: kind, subject, body, signer */
  title: 14,
  body: 14,
  signer: 14,
  /** 13–14 */
  pageNumber: 13,
  /** 12, bold italic */
  recipientsHeading: 12,
  /** 11 */
  recipients: 11,
  /** 12–13: "V/v …" of a letter */
  letterSubject: 12,
  /** Tables of annexes: 12–13 by custom of offices */
  cell: 12,
} as const;

/** First-line indent of the body: 1 or 1.27 cm. */
export const firstLineIndent = 10;

/** In points; at least 6 between paragraphs. */
export const paragraphGap = 6;

export type Orientation = "portrait" | "landscape";

/** Width between the margins, in millimetres. */
export function textWidth(orientation: Orientation): number {
  return (orientation === "portrait" ? paper.width : paper.height) - margins.left - margins.right;
}
