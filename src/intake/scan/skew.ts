import type { Ink } from "./ink.ts";

/** A page lies askew by no more than this (radians): 6 degrees. */
const pageMost = 0.105;
const pageFewest = 200;
/** Smallest angle worth turning a page for: a line of text across the page then misses by a third of a letter. */
export const smallest = 0.0009;
/** Points looked at for each angle, and the longer side of the page in steps of the search. */
const points = 40_000;
const steps = 1100;

/** Places where ink ends, in steps from the middle of the page: along the lines looked for, and across them. */
interface Edges {
  readonly along: Int32Array;
  readonly across: Int32Array;
  readonly count: number;
  /** Half of the extent of the page across. */
  readonly reach: number;
}

/** How the lines of a page lie. */
export interface Lie {
  /** Lines run down the page instead of along it: the page lies on its side. */
  readonly onSide: boolean;
  /** By how much they are askew from that (radians, clockwise positive). */
  readonly angle: number;
}

/**
 * How lines of text and of tables lie: in the direction and under the angle in which the edges of ink gather most
 * sharply in rows (the squared differences of neighbouring rows are largest). Looks up to an angle of `most` (radians);
 * with fewer than so many edges of ink nothing can be said, and the page counts as level.
 */
export function lieOf(ink: Ink, { most, fewest } = { most: pageMost, fewest: pageFewest }): Lie {
  const flat = edgesOf(ink, false);
  const upright = edgesOf(ink, true);
  if (flat.count < fewest) return { onSide: false, angle: 0 };
  const level = search(flat, most);
  const onSide = sideways * search(upright, most).score > level.score;
  return onSide ? { onSide, angle: -refined(upright, most) } : { onSide, angle: refined(flat, most) };
}

/** Letters stand upright, and their stems gather in columns somewhat; only what is clearer than that is a page on its side. */
const sideways = 0.8;

interface Found {
  readonly angle: number;
  readonly score: number;
}

function refined(edges: Edges, most: number): number {
  const coarse = search(edges, most).angle;
  const fine = best(edges, coarse - 0.004, coarse + 0.004, 0.0007).angle;
  return best(edges, fine - 0.0008, fine + 0.0008, 0.0002).angle;
}

function search(edges: Edges, most: number): Found {
  return best(edges, -most, most, 0.0035);
}

function best(edges: Edges, from: number, to: number, step: number): Found {
  let found: Found = { angle: 0, score: -1 };
  for (let angle = from; angle <= to + step / 2; angle += step) {
    const score = sharpness(edges, angle);
    if (score > found.score) found = { angle, score };
  }
  return found;
}

function sharpness({ along, across, count, reach }: Edges, angle: number): number {
  const slope = Math.round(Math.tan(angle) * 65536);
  const middle = 2 * reach;
  const rows = new Int32Array(4 * reach + 2);
  for (let i = 0; i < count; i++) {
    // Filled up to `count`.
    const at = (across[i] as number) - (((along[i] as number) * slope) >> 16) + middle;
    rows[at] = (rows[at] ?? 0) + 1;
  }
  let score = 0;
  for (let i = 1; i < rows.length; i++) {
    const difference = (rows[i] as number) - (rows[i - 1] as number);
    score += difference * difference;
  }
  return score / Math.max(1, count);
}

/** Points of ink with paper behind them across the lines looked for; enough of them, spread over the page. */
function edgesOf({ width, height, at }: Ink, down: boolean): Edges {
  const scale = Math.max(1, Math.max(width, height) / steps);
  const next = down ? 1 : width;
  // Every second point along is enough.
  const [stepX, stepY] = down ? [1, 2] : [2, 1];
  const found: number[] = [];
  for (let y = 0; y < height - 1; y += stepY)
    for (let i = y * width, end = i + width - 1; i < end; i += stepX)
      if (at[i] === 1 && at[i + next] === 0) found.push(i);
  const every = Math.max(1, found.length / points);
  const count = Math.floor(found.length / every);
  const along = new Int32Array(count);
  const across = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const place = found[Math.floor(i * every)] ?? 0;
    const x = Math.round(((place % width) - width / 2) / scale);
    const y = Math.round((Math.floor(place / width) - height / 2) / scale);
    along[i] = down ? y : x;
    across[i] = down ? x : y;
  }
  return { along, across, count, reach: Math.ceil(Math.max(width, height) / scale / 2) + 2 };
}
