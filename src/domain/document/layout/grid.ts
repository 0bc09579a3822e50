import type { Page, Ruling } from "../page.ts";
import type { Box } from "../place.ts";
import { bandedGrids } from "./bands.ts";
import type { Grid, GridCell } from "./grid-shape.ts";
import { aroundAll } from "./line.ts";
import { mergeRulings } from "./rulings.ts";

/** Lines that miss each other by so little (points) still meet. */
const reach = 4;
/** A side counts as drawn when a line runs along this share of it. */
const wallShare = 0.5;
/** Space that must lie beyond the last line for a missing outer line to be supposed there. */
const outerSpace = 12;

/** The ruled tables of a page from the top. A single frame is no table: its text flows with the rest. */
export function gridsOf(page: Page): Grid[] {
  const rulings = mergeRulings(page.rulings);
  const grids = meshes(rulings).flatMap((mesh) => gridOf(mesh) ?? []);
  const free = rulings.filter(
    ({ direction, box }) => direction === "horizontal" && !grids.some((grid) => touches(grid, box)),
  );
  return [...grids, ...bandedGrids(free, page.words)].sort((a, b) => (a.ys[0] ?? 0) - (b.ys[0] ?? 0));
}

function touches(grid: Grid, box: Box): boolean {
  return meet(box, [grid.xs[0] ?? 0, grid.ys[0] ?? 0, grid.xs.at(-1) ?? 0, grid.ys.at(-1) ?? 0]);
}

/** Groups of lines that meet. */
function meshes(rulings: readonly Ruling[]): Ruling[][] {
  const parent = rulings.map((_, i) => i);
  const root = (i: number): number => {
    let at = i;
    while (parent[at] !== undefined && parent[at] !== at) at = parent[at] ?? at;
    return at;
  };
  const flat = [...rulings.entries()].filter(([, ruling]) => ruling.direction === "horizontal");
  const upright = [...rulings.entries()].filter(([, ruling]) => ruling.direction === "vertical");
  for (const [i, one] of flat)
    for (const [j, other] of upright) if (meet(one.box, other.box)) parent[root(j)] = root(i);
  const groups = new Map<number, Ruling[]>();
  rulings.forEach((ruling, i) => {
    const key = root(i);
    groups.set(key, [...(groups.get(key) ?? []), ruling]);
  });
  return [...groups.values()].filter((group) => group.length >= 3);
}

function meet(a: Box, b: Box): boolean {
  return (
    Math.max(a[0], b[0]) - Math.min(a[2], b[2]) <= reach &&
    Math.max(a[1], b[1]) - Math.min(a[3], b[3]) <= reach
  );
}

function gridOf(mesh: readonly Ruling[]): Grid | null {
  const flat = mesh.filter((ruling) => ruling.direction === "horizontal").map((ruling) => ruling.box);
  const upright = mesh.filter((ruling) => ruling.direction === "vertical").map((ruling) => ruling.box);
  if (flat.length === 0 || upright.length === 0) return null;
  const around = aroundAll([...flat, ...upright]);
  const xs = boundaries(
    upright.map((box) => (box[0] + box[2]) / 2),
    around[0],
    around[2],
  );
  const ys = boundaries(
    flat.map((box) => (box[1] + box[3]) / 2),
    around[1],
    around[3],
  );
  if (xs.length < 2 || ys.length < 2) return null;
  const cells = cellsOf(xs, ys, flat, upright);
  return cells.length < 2 ? null : withoutIdleBoundaries({ xs, ys, cells });
}

/** Places of lines, near ones made one, with the outer ends when the outer line itself is missing. */
function boundaries(places: readonly number[], low: number, high: number): number[] {
  const found: number[] = [];
  for (const place of [...places].sort((a, b) => a - b)) {
    const last = found.at(-1);
    if (last === undefined || place - last > reach) found.push(place);
  }
  if (found[0] === undefined || found[0] - low > outerSpace) found.unshift(low);
  if (high - (found.at(-1) ?? high) > outerSpace) found.push(high);
  return found;
}

function cellsOf(
  xs: readonly number[],
  ys: readonly number[],
  flat: readonly Box[],
  upright: readonly Box[],
): GridCell[] {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const owner = Array.from({ length: rows * columns }, (_, i) => i);
  const find = (i: number): number => {
    let at = i;
    while (owner[at] !== undefined && owner[at] !== at) at = owner[at] ?? at;
    return at;
  };
  const unite = (a: number, b: number): void => {
    owner[find(Math.max(a, b))] = find(Math.min(a, b));
  };
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++) {
      const at = row * columns + column;
      const [x, right] = [xs[column] ?? 0, xs[column + 1] ?? 0];
      const [y, bottom] = [ys[row] ?? 0, ys[row + 1] ?? 0];
      if (column > 0 && !isDrawn(upright, "vertical", x, y, bottom)) unite(at, at - 1);
      if (row > 0 && !isDrawn(flat, "horizontal", y, x, right)) unite(at, at - columns);
    }
  const sets = new Map<number, GridCell>();
  owner.forEach((_, i) => {
    const key = find(i);
    const row = Math.floor(i / columns);
    const column = i % columns;
    const one = { rowFrom: row, rowTo: row + 1, columnFrom: column, columnTo: column + 1 };
    const before = sets.get(key);
    sets.set(key, before ? cover(before, one) : one);
  });
  return withoutOverlaps([...sets.values()]);
}

/** Whether lines of a direction run along a boundary `at` between two places. */
function isDrawn(
  boxes: readonly Box[],
  direction: Ruling["direction"],
  at: number,
  from: number,
  to: number,
): boolean {
  let covered = 0;
  for (const [left, top, right, bottom] of boxes) {
    const middle = direction === "vertical" ? (left + right) / 2 : (top + bottom) / 2;
    if (Math.abs(middle - at) > reach) continue;
    const [low, high] = direction === "vertical" ? [top, bottom] : [left, right];
    covered += Math.max(0, Math.min(high, to) - Math.max(low, from));
  }
  return covered >= wallShare * (to - from);
}

function cover(a: GridCell, b: GridCell): GridCell {
  return {
    rowFrom: Math.min(a.rowFrom, b.rowFrom),
    rowTo: Math.max(a.rowTo, b.rowTo),
    columnFrom: Math.min(a.columnFrom, b.columnFrom),
    columnTo: Math.max(a.columnTo, b.columnTo),
  };
}

/** Cells are rectangles: those that would overlap are one. */
function withoutOverlaps(cells: readonly GridCell[]): GridCell[] {
  const apart: GridCell[] = [];
  for (let cell of cells) {
    for (let i = 0; i < apart.length; ) {
      const other = apart[i];
      if (other && overlap(cell, other)) {
        cell = cover(cell, other);
        apart.splice(i, 1);
        i = 0;
      } else i++;
    }
    apart.push(cell);
  }
  return apart.sort((a, b) => a.rowFrom - b.rowFrom || a.columnFrom - b.columnFrom);
}

function overlap(a: GridCell, b: GridCell): boolean {
  return a.rowFrom < b.rowTo && b.rowFrom < a.rowTo && a.columnFrom < b.columnTo && b.columnFrom < a.columnTo;
}

/** Takes out boundaries at which no cell begins: underlines in a cell, stray ends of lines. */
function withoutIdleBoundaries(grid: Grid): Grid {
  const rowStarts = used(grid.cells.flatMap((cell) => [cell.rowFrom, cell.rowTo]));
  const columnStarts = used(grid.cells.flatMap((cell) => [cell.columnFrom, cell.columnTo]));
  const row = (index: number): number => rowStarts.indexOf(index);
  const column = (index: number): number => columnStarts.indexOf(index);
  return {
    xs: columnStarts.map((index) => grid.xs[index] ?? 0),
    ys: rowStarts.map((index) => grid.ys[index] ?? 0),
    cells: grid.cells.map((cell) => ({
      rowFrom: row(cell.rowFrom),
      rowTo: row(cell.rowTo),
      columnFrom: column(cell.columnFrom),
      columnTo: column(cell.columnTo),
    })),
  };
}

function used(indices: readonly number[]): number[] {
  return [...new Set(indices)].sort((a, b) => a - b);
}
