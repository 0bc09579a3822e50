import type { Box } from "../../domain/document/place.ts";

/** An affine map as PDF writes it (ISO 32000-1, 8.3.3): x' = a·x + c·y + e, y' = b·x + d·y + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The map that does `inner` first and `outer` after it. */
export function multiply(outer: Matrix, inner: Matrix): Matrix {
  const [a, b, c, d, e, f] = outer;
  return [
    a * inner[0] + c * inner[1],
    b * inner[0] + d * inner[1],
    a * inner[2] + c * inner[3],
    b * inner[2] + d * inner[3],
    a * inner[4] + c * inner[5] + e,
    b * inner[4] + d * inner[5] + f,
  ];
}

export function apply(m: Matrix, x: number, y: number): readonly [x: number, y: number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]];
}

/** The six numbers of an array from the file, or null when they are not six finite numbers. */
export function matrixOf(value: unknown): Matrix | null {
  if (!isList(value) || value.length < 6) return null;
  const [a, b, c, d, e, f] = Array.from(value, Number);
  const numbers = [
    a ?? Number.NaN,
    b ?? Number.NaN,
    c ?? Number.NaN,
    d ?? Number.NaN,
    e ?? Number.NaN,
    f ?? Number.NaN,
  ] as const;
  return numbers.every(Number.isFinite) ? numbers : null;
}

/** The upright box around the picture of a rectangle under a map. */
export function boxUnder(m: Matrix, left: number, top: number, right: number, bottom: number): Box {
  const corners = [
    apply(m, left, top),
    apply(m, right, top),
    apply(m, left, bottom),
    apply(m, right, bottom),
  ];
  const xs = corners.map((corner) => corner[0]);
  const ys = corners.map((corner) => corner[1]);
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/**
 * The map that turns a page upright. `quarters` says how the text reads on the page as it lies: 0 to the right,
 * 1 downwards, 2 to the left, 3 upwards; width and height are those of the page as it lies.
 */
export function turning(quarters: number, width: number, height: number): Matrix {
  if (quarters === 1) return [0, -1, 1, 0, 0, width];
  if (quarters === 2) return [-1, 0, 0, -1, width, height];
  if (quarters === 3) return [0, 1, -1, 0, height, 0];
  return identity;
}

/** The map that takes back a turning (only rotations by quarters and shifts). */
export function inverse(m: Matrix): Matrix {
  const [a, b, c, d, e, f] = m;
  const determinant = a * d - b * c;
  return [
    d / determinant,
    -b / determinant,
    -c / determinant,
    a / determinant,
    (c * f - d * e) / determinant,
    (b * e - a * f) / determinant,
  ];
}

function isList(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || ArrayBuffer.isView(value);
}
