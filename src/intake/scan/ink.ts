import type { Picture } from "./picture.ts";

/** Where ink is on a page: 1 a dark point, 0 paper, row by row. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly at: Uint8Array;
}

/** Edge of the squares (inches) whose lightest parts say how light the paper is there. */
const square = 0.16;
/** Ink is darker than this share of the paper around it. */
const darker = 0.66;

/**
 * Parts ink from paper by the paper around it: shadows at a fold and grey copies do not count as ink. The lightness of
 * the paper is the upper quarter of each square, smoothed over its neighbours; ink is darker than `share` of it.
 */
export function inkOf(
  picture: Pick<Picture, "width" | "height" | "gray" | "dotsPerInch">,
  share: number = darker,
): Ink {
  const { width, height, gray } = picture;
  const paper = paperOf(picture);
  const at = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.min(paper.rows - 1, Math.floor(y / paper.edge)) * paper.columns;
    for (let column = 0; column < paper.columns; column++) {
      const limit = Math.round((paper.light[row + column] ?? 255) * share);
      const to = Math.min(width, (column + 1) * paper.edge);
      for (let i = y * width + column * paper.edge; i < y * width + to; i++)
        if ((gray[i] as number) < limit) at[i] = 1; // Inside the picture.
    }
  }
  return { width, height, at };
}

interface Paper {
  readonly edge: number;
  readonly columns: number;
  readonly rows: number;
  readonly light: Uint8Array;
}

/** Paper is never darker than this; below it lies the lid of the scanner or a picture. */
const darkestPaper = 110;

function paperOf({
  width,
  height,
  gray,
  dotsPerInch,
}: Pick<Picture, "width" | "height" | "gray" | "dotsPerInch">): Paper {
  const edge = Math.max(8, Math.round(square * dotsPerInch));
  const columns = Math.ceil(width / edge);
  const rows = Math.ceil(height / edge);
  const light = new Uint8Array(columns * rows);
  const counts = new Uint32Array(256);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      counts.fill(0);
      let seen = 0;
      const bottom = Math.min(height, (row + 1) * edge);
      const right = Math.min(width, (column + 1) * edge);
      // Every other point is enough.
      for (let y = row * edge; y < bottom; y += 2)
        for (let x = column * edge; x < right; x += 2) {
          const value = gray[y * width + x] as number; // Inside the picture.
          counts[value] = (counts[value] ?? 0) + 1;
          seen++;
        }
      let left = seen >> 2;
      let value = 255;
      while (value > 0 && left > 0) left -= counts[value--] ?? 0;
      light[row * columns + column] = value;
    }
  return { edge, columns, rows, light: lightest(light, columns, rows) };
}

/** A square full of ink takes the lightness of its lightest neighbour. */
function lightest(light: Uint8Array, columns: number, rows: number): Uint8Array {
  const best = new Uint8Array(light.length);
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      let most = darkestPaper;
      for (let y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++)
        for (let x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++)
          most = Math.max(most, light[y * columns + x] ?? 0);
      best[row * columns + column] = most;
    }
  return best;
}
