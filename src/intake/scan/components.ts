import type { Ink } from "./ink.ts";

/** A piece of ink that hangs together: a letter, a mark, a speck, a stroke of a pen. Its box is [left, right) × [top, bottom). */
export interface Component {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  /** Points of ink. */
  readonly ink: number;
}

/** All components of a page, with the runs of ink they are made of. */
export interface Components {
  readonly all: readonly Component[];
  /** Paints the points of a component; `index` counts in `all`. */
  readonly paint: (index: number, onto: Uint8Array, value: number) => void;
}

/** Finds what ink hangs together, corners counted (8-connectivity), run by run. */
export function componentsOf({ width, height, at }: Ink): Components {
  const runs = runsOf(at, width, height);
  const parent = joinRuns(runs, height);
  const numbers = new Int32Array(runs.count).fill(-1);
  const boxes: { left: number; top: number; right: number; bottom: number; ink: number }[] = [];
  const ofRun = new Int32Array(runs.count);
  for (let y = 0; y < height; y++)
    // Rows, starts and ends are filled up to `count`, so that all of these are numbers.
    for (let i = runs.rowStarts[y] as number; i < (runs.rowStarts[y + 1] as number); i++) {
      const root = rootOf(parent, i);
      const from = runs.from[i] as number;
      const to = runs.to[i] as number;
      let number = numbers[root] as number;
      if (number < 0) {
        number = boxes.length;
        numbers[root] = number;
        boxes.push({ left: from, top: y, right: to, bottom: y + 1, ink: 0 });
      }
      ofRun[i] = number;
      const box = boxes[number];
      if (!box) continue;
      if (from < box.left) box.left = from;
      if (to > box.right) box.right = to;
      box.bottom = y + 1;
      box.ink += to - from;
    }
  return {
    all: boxes,
    paint: (index, onto, value) => {
      const box = boxes[index];
      if (!box) return;
      for (let y = box.top; y < box.bottom; y++)
        for (let i = runs.rowStarts[y] as number; i < (runs.rowStarts[y + 1] as number); i++)
          if (ofRun[i] === index)
            onto.fill(value, y * width + (runs.from[i] as number), y * width + (runs.to[i] as number));
    },
  };
}

interface Runs {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly count: number;
  /** Index of the first run of each row, and behind the last row the number of runs. */
  readonly rowStarts: Int32Array;
}

function runsOf(at: Uint8Array, width: number, height: number): Runs {
  let from = new Int32Array(1 << 16);
  let to = new Int32Array(1 << 16);
  const rowStarts = new Int32Array(height + 1);
  let count = 0;
  for (let y = 0; y < height; y++) {
    rowStarts[y] = count;
    const start = y * width;
    const end = start + width;
    // A plain loop: searching by `indexOf` costs more than the stretches are long.
    for (let i = start; i < end; i++) {
      if (at[i] !== 1) continue;
      const left = i++;
      while (i < end && at[i] === 1) i++;
      if (count === from.length) {
        from = doubled(from);
        to = doubled(to);
      }
      from[count] = left - start;
      to[count++] = i - start;
    }
  }
  rowStarts[height] = count;
  return { from, to, count, rowStarts };
}

function doubled(from: Int32Array): Int32Array<ArrayBuffer> {
  const to = new Int32Array(from.length * 2);
  to.set(from);
  return to;
}

function joinRuns({ from, to, count, rowStarts }: Runs, height: number): Int32Array {
  const parent = new Int32Array(count);
  for (let i = 0; i < count; i++) parent[i] = i;
  for (let y = 1; y < height; y++) {
    let above = rowStarts[y - 1] as number;
    const aboveEnd = rowStarts[y] as number;
    const end = rowStarts[y + 1] as number;
    for (let i = aboveEnd; i < end; i++) {
      const left = from[i] as number;
      const right = to[i] as number;
      while (above < aboveEnd && (to[above] as number) < left) above++;
      for (let j = above; j < aboveEnd && (from[j] as number) <= right; j++) {
        const a = rootOf(parent, i);
        const b = rootOf(parent, j);
        if (a !== b) parent[Math.max(a, b)] = Math.min(a, b);
      }
    }
  }
  return parent;
}

function rootOf(parent: Int32Array, of: number): number {
  let at = of;
  while (parent[at] !== at) {
    // Halves the way for the next search; every entry is one of the array's indices.
    const next = parent[parent[at] as number] as number;
    parent[at] = next;
    at = next;
  }
  return at;
}
