/** Widths of the letters of Times New Roman Bold in thousandths of the letter size. */
const boldWidths: Readonly<Record<number, string>> = {
  250: " ,.\u00a0",
  278: "il/'",
  333: "()-:;!fjt",
  389: "Is",
  444: "cerz",
  500: "0123456789Jagovxy?*–",
  556: "Sbdhknpqu",
  570: "+=<>",
  611: "FP",
  667: "BELTZ",
  722: "ACDNRUVXYw",
  778: "GHKOQ",
  833: "m&",
  944: "M",
  1000: "W%",
};

const widthOf = new Map(
  Object.entries(boldWidths).flatMap(([width, letters]) =>
    [...letters].map((letter): readonly [string, number] => [letter, Number(width)]),
  ),
);

/** Width of an unknown letter: that of a digit. */
const unknownWidth = 500;

/**
 * Width in millimetres of a text in Times New Roman Bold, on one line. Marks over and under a Vietnamese letter take no
 * width. Rules under headings are as long as the text or a part of it, and Word has no such measure.
 */
export function boldTextWidth(text: string, points: number): number {
  const letters = text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("Đ", "D").replaceAll("đ", "d");
  const thousandths = [...letters].reduce((sum, letter) => sum + (widthOf.get(letter) ?? unknownWidth), 0);
  return (thousandths / 1000) * points * (25.4 / 72);
}
