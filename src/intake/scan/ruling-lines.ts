import type { Ink } from "./ink.ts";

/** A straight line of ink in points of the picture: it covers [left, right) × [top, bottom). */
export interface InkLine {
  readonly direction: "horizontal" | "vertical";
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Shortest stretch of ink (inches) that can be a part of a line: longer than the bars of letters. */
const shortestRun = 0.3;
/** Shortest line: a cell is at least so wide and so high. */
const shortestLine = 0.32;
/** Specks of paper in a line (inches). */
const hole = 0.008;
/** Thickest line (inches), and how far a line may drift from level, as a share of its length. */
const thickest = 0.045;
const drift = 0.006;

/** A run of ink along a row or column. */
interface Run {
  readonly across: number;
  readonly from: number;
  readonly to: number;
}

/**
 * Finds the ruling lines of a straightened page: long runs of ink along rows and along columns, joined with those of
 * the rows beside them, when what they make together is thin and straight.
 */
export function rulingLines(ink: Ink, dotsPerInch: number): readonly InkLine[] {
  const inch = (inches: number): number => Math.max(1, Math.round(inches * dotsPerInch));
  const measures = {
    run: inch(shortestRun),
    line: inch(shortestLine),
    hole: inch(hole),
    thick: inch(thickest),
  };
  const flat = linesOf(runsAlongRows(ink, measures.run, measures.hole), measures).map(
    ({ from, to, low, high }): InkLine => ({
      direction: "horizontal",
      left: from,
      right: to,
      top: low,
      bottom: high,
    }),
  );
  const upright = linesOf(runsAlongColumns(ink, measures.run, measures.hole), measures).map(
    ({ from, to, low, high }): InkLine => ({
      direction: "vertical",
      left: low,
      right: high,
      top: from,
      bottom: to,
    }),
  );
  const lines = [...flat, ...upright].filter((line) => isThin(ink, line, measures.thick));
  return [...lines, ...shortUprights(ink, lines, measures.hole)];
}

/** The feet of bold letters make a run of ink too; but what stands on it is letters, and a line is thin nearly everywhere. */
function isThin(ink: Ink, line: InkLine, thick: number): boolean {
  const across = crossing(ink, line);
  let [thin, all] = [0, 0];
  for (let along = across.from; along < across.to; along += 3)
    across.runsAt(along, (first, last) => {
      all++;
      if (last - first <= thick) thin++;
    });
  return thin * 2 > all;
}

/**
 * Borders of cells in low rows are no longer than letters are high; they are found where a longer border stands above or
 * below them, from one horizontal line to the next.
 */
function shortUprights({ width, height, at }: Ink, known: readonly InkLine[], gap: number): InkLine[] {
  const flat = known.filter(({ direction }) => direction === "horizontal");
  const upright = known.filter(({ direction }) => direction === "vertical");
  const near = 3;
  const inkAt = (x: number, y: number): boolean => {
    for (let i = Math.max(0, x - near); i <= Math.min(width - 1, x + near); i++)
      if (at[y * width + i] === 1) return true;
    return false;
  };
  const found: InkLine[] = [];
  for (const x of distinct(upright.map(({ left, right }) => Math.round((left + right) / 2)))) {
    const crossed = flat.filter(({ left, right }) => left <= x + near && right >= x - near);
    const levels = distinct(crossed.map(({ top, bottom }) => Math.round((top + bottom) / 2)));
    levels.slice(1).forEach((bottom, i) => {
      const top = levels[i] ?? 0;
      const isKnown = upright.some(
        (line) =>
          Math.abs((line.left + line.right) / 2 - x) <= 2 * near &&
          line.top <= top + 2 * near &&
          line.bottom >= bottom - 2 * near,
      );
      let missing = 0;
      for (let y = top; y < Math.min(bottom, height); y++) if (!inkAt(x, y)) missing++;
      if (!isKnown && missing <= gap)
        found.push({ direction: "vertical", left: x - 1, right: x + 1, top, bottom });
    });
  }
  return found;
}

/** Places further apart than a line is thick, in order. */
function distinct(places: readonly number[]): number[] {
  const apart: number[] = [];
  for (const place of [...places].sort((a, b) => a - b))
    if (place - (apart.at(-1) ?? Number.NEGATIVE_INFINITY) > 6) apart.push(place);
  return apart;
}

function runsAlongRows({ width, height, at }: Ink, shortest: number, gap: number): Run[] {
  const runs: Run[] = [];
  for (let y = 0; y < height; y++) {
    let from = -1;
    let last = -1;
    const start = y * width;
    for (let x = 0; x < width; x++) {
      if (at[start + x] === 0) continue;
      if (from < 0 || x - last > gap + 1) {
        if (from >= 0 && last - from >= shortest) runs.push({ across: y, from, to: last + 1 });
        from = x;
      }
      last = x;
    }
    if (from >= 0 && last - from >= shortest) runs.push({ across: y, from, to: last + 1 });
  }
  return runs;
}

function runsAlongColumns({ width, height, at }: Ink, shortest: number, gap: number): Run[] {
  const runs: Run[] = [];
  const from = new Int32Array(width).fill(-1);
  const last = new Int32Array(width).fill(-1);
  for (let y = 0; y < height; y++) {
    const start = y * width;
    for (let x = 0; x < width; x++) {
      if (at[start + x] === 0) continue;
      const before = last[x] as number; // x < width.
      const begun = from[x] as number;
      if (begun < 0 || y - before > gap + 1) {
        if (begun >= 0 && before - begun >= shortest) runs.push({ across: x, from: begun, to: before + 1 });
        from[x] = y;
      }
      last[x] = y;
    }
  }
  for (let x = 0; x < width; x++) {
    const [begun, end] = [from[x] as number, last[x] as number];
    if (begun >= 0 && end - begun >= shortest) runs.push({ across: x, from: begun, to: end + 1 });
  }
  return runs.sort((a, b) => a.across - b.across);
}

interface Stretch {
  from: number;
  to: number;
  low: number;
  high: number;
  /** Points of ink in its runs. */
  ink: number;
  /** The last run taken, where the next may go on. */
  last: Run;
}

/** Joins runs that lie beside each other or go on one step further, and keeps what is thin and long. */
function linesOf(
  runs: readonly Run[],
  measures: { readonly line: number; readonly hole: number; readonly thick: number },
): Stretch[] {
  const open: Stretch[] = [];
  const done: Stretch[] = [];
  for (const run of runs) {
    for (let i = open.length - 1; i >= 0; i--) {
      const stretch = open[i];
      if (stretch && run.across - stretch.high > measures.hole) done.push(...open.splice(i, 1));
    }
    const meets = open.filter(
      (stretch) => run.from <= stretch.to + measures.hole && run.to >= stretch.from - measures.hole,
    );
    const [first, ...others] = meets;
    if (!first) {
      open.push({ ...span(run), last: run });
      continue;
    }
    grow(first, span(run));
    first.last = run;
    for (const other of others) {
      grow(first, other);
      open.splice(open.indexOf(other), 1);
    }
  }
  return [...done, ...open].filter((stretch) => {
    const length = stretch.to - stretch.from;
    const thickness = stretch.high - stretch.low;
    return length >= measures.line && thickness <= measures.thick + drift * length;
  });
}

function span(run: Run): Omit<Stretch, "last"> {
  return { from: run.from, to: run.to, low: run.across, high: run.across + 1, ink: run.to - run.from };
}

function grow(stretch: Stretch, by: Omit<Stretch, "last">): void {
  stretch.from = Math.min(stretch.from, by.from);
  stretch.to = Math.max(stretch.to, by.to);
  stretch.low = Math.min(stretch.low, by.low);
  stretch.high = Math.max(stretch.high, by.high);
  stretch.ink += by.ink;
}

/**
 * Takes lines out of a picture and its ink: the points of each line become paper, but where ink crosses it (a letter
 * that reaches over the border of its cell) it stays. Of a letter that ends at the line, the letter stays alone; but a mark
 * that begins at it keeps its part of the line, because a hook without its upper end is read as an acute.
 */
export function eraseLines(gray: Uint8Array, ink: Ink, lines: readonly InkLine[], dotsPerInch: number): void {
  // The grey edge of a line reaches further than its ink.
  const room = Math.max(1, Math.round(dotsPerInch * 0.007));
  for (const line of lines) {
    const across = crossing(ink, line);
    const lengths: number[] = [];
    for (let along = across.from; along < across.to; along += 5)
      across.runsAt(along, (first, last) => lengths.push(last - first));
    const most = usual(lengths) + Math.max(1, Math.round(dotsPerInch * 0.01));
    const erase = (along: number, from: number, to: number): void => {
      for (let i = Math.max(0, from); i < Math.min(across.end, to); i++) {
        gray[across.indexAt(along, i)] = 255;
        ink.at[across.indexAt(along, i)] = 0;
      }
    };
    // Where the line lay last when nothing touched it.
    let lay: { readonly first: number; readonly last: number } | null = null;
    for (let along = across.from; along < across.to; along++)
      across.runsAt(along, (first, last) => {
        if (last - first <= most) {
          lay = { first, last };
          erase(along, first - room, last + room);
        } else if (lay && last <= lay.last + 1) erase(along, lay.first, last + room);
        else if (lay && line.direction === "horizontal") {
          // Letters above and below that run into each other at the line are still two.
          const middle = (lay.first + lay.last) >> 1;
          ink.at[across.indexAt(along, middle)] = 0;
          ink.at[across.indexAt(along, middle - 1)] = 0;
        }
      });
  }
}

/** The middle value, 1 of none. */
function usual(lengths: number[]): number {
  return lengths.sort((a, b) => a - b)[lengths.length >> 1] ?? 1;
}

interface Crossing {
  /** The extent of the line along its direction, and the end of the picture across it. */
  readonly from: number;
  readonly to: number;
  readonly end: number;
  readonly indexAt: (along: number, across: number) => number;
  /** Tells each whole run of ink across the line at a place along it, as far as it reaches inside and beyond the line. */
  readonly runsAt: (along: number, tell: (first: number, last: number) => void) => void;
}

function crossing({ at, width, height }: Ink, line: InkLine): Crossing {
  const flat = line.direction === "horizontal";
  const [low, high] = flat ? [line.top, line.bottom] : [line.left, line.right];
  const end = flat ? height : width;
  const indexAt = flat
    ? (along: number, across: number): number => across * width + along
    : (along: number, across: number): number => along * width + across;
  return {
    from: flat ? line.left : line.top,
    to: flat ? line.right : line.bottom,
    end,
    indexAt,
    runsAt: (along, tell) => {
      for (let across = low; across < high; across++) {
        if (at[indexAt(along, across)] !== 1) continue;
        let first = across;
        while (first > 0 && at[indexAt(along, first - 1)] === 1) first--;
        let last = across + 1;
        while (last < end && at[indexAt(along, last)] === 1) last++;
        tell(first, last);
        across = last;
      }
    },
  };
}
