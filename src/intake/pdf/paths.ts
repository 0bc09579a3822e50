import type { Ruling } from "../../domain/document/page.ts";
import type { Box } from "../../domain/document/place.ts";
import { apply, type Matrix } from "./matrix.ts";

/** How a path is painted: filled, stroked or both, the pen in units of the file. */
export interface Paint {
  readonly fills: boolean;
  readonly strokes: boolean;
  readonly lineWidth: number;
}

type Point = readonly [x: number, y: number];

/** Numbers of the path commands in the library's lists, each followed by its coordinates. */
const command = { moveTo: 0, lineTo: 1, curveTo: 2, quadraticTo: 3, close: 4 } as const;
/** A filled rectangle no thicker than this (points) is a line, not an area. */
const thickest = 3.2;
/** Lines shorter than this are dots and corner pieces; they are kept when they can be a part of a longer line. */
const shortest = 0.2;

/** The horizontal and vertical lines that a painted path draws, in points of the page. Curves and slants are no rulings. */
export function rulingsOfPath(data: Float32Array, matrix: Matrix, paint: Paint): readonly Ruling[] {
  const rulings: Ruling[] = [];
  const pen = Math.min(thickest, paint.lineWidth * Math.hypot(matrix[0], matrix[1]));
  for (const outline of outlinesOf(data, matrix)) {
    if (paint.fills) {
      const ruling = thinArea(outline.points);
      if (ruling) rulings.push(ruling);
    }
    if (paint.strokes)
      for (let i = 1; i < outline.points.length; i++) {
        const from = outline.points[i - 1];
        const to = outline.points[i];
        const ruling = from && to && !outline.curved.has(i) ? segment(from, to, pen) : null;
        if (ruling) rulings.push(ruling);
      }
  }
  return rulings;
}

interface Outline {
  readonly points: readonly Point[];
  /** Indices of the points that are reached by a curve. */
  readonly curved: ReadonlySet<number>;
}

function outlinesOf(data: Float32Array, matrix: Matrix): Outline[] {
  const outlines: { points: Point[]; curved: Set<number> }[] = [];
  let current: { points: Point[]; curved: Set<number> } = { points: [], curved: new Set() };
  for (let i = 0; i < data.length; ) {
    const code = data[i++];
    const at = (offset: number): Point => apply(matrix, data[i + offset] ?? 0, data[i + offset + 1] ?? 0);
    if (code === command.moveTo) {
      current = { points: [at(0)], curved: new Set() };
      outlines.push(current);
      i += 2;
    } else if (code === command.lineTo) {
      current.points.push(at(0));
      i += 2;
    } else if (code === command.curveTo || code === command.quadraticTo) {
      const length = code === command.curveTo ? 6 : 4;
      current.curved.add(current.points.length);
      current.points.push(at(length - 2));
      i += length;
    } else if (code === command.close) {
      const first = current.points[0];
      if (first) current.points.push(first);
    } else break;
  }
  return outlines;
}

function thinArea(points: readonly Point[]): Ruling | null {
  if (points.length < 2) return null;
  const [left, top, right, bottom] = aroundPoints(points);
  const width = right - left;
  const height = bottom - top;
  if (Math.min(width, height) > thickest || Math.max(width, height) < shortest) return null;
  return { direction: width >= height ? "horizontal" : "vertical", box: [left, top, right, bottom] };
}

/** The smallest box around points; a path may have more of them than a call takes arguments. */
function aroundPoints(points: readonly Point[]): Box {
  let [left, top] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  let [right, bottom] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return [left, top, right, bottom];
}

function segment(from: Point, to: Point, pen: number): Ruling | null {
  const width = Math.abs(to[0] - from[0]);
  const height = Math.abs(to[1] - from[1]);
  const length = Math.max(width, height);
  if (length < shortest || Math.min(width, height) > Math.max(0.8, length * 0.005)) return null;
  const horizontal = width >= height;
  const half = pen / 2;
  const middle = horizontal ? (from[1] + to[1]) / 2 : (from[0] + to[0]) / 2;
  const low = horizontal ? Math.min(from[0], to[0]) : Math.min(from[1], to[1]);
  return horizontal
    ? { direction: "horizontal", box: [low, middle - half, low + length, middle + half] }
    : { direction: "vertical", box: [middle - half, low, middle + half, low + length] };
}
