import type { PageWord, Ruling } from "../page.ts";
import type { Box } from "../place.ts";
import type { Grid, GridCell } from "./grid-shape.ts";
import { aroundAll, median } from "./line.ts";

/** Ends of lines of one table are this near to each other, in points. */
const near = 4;
/** Columns are parted by strips at least this wide, in letter heights, that no word of the table reaches into. */
const strip = 0.5;

/**
 * Tables drawn with lines between their rows only: three or more horizontal lines of the same length, with words
 * between them that leave white strips from top to bottom. Running text between lines leaves none, and is no table.
 */
export function bandedGrids(lines: readonly Ruling[], words: readonly PageWord[]): Grid[] {
  const groups: Box[][] = [];
  for (const { box } of lines) {
    const group = groups.find(
      ([first]) => first && Math.abs(first[0] - box[0]) < near && Math.abs(first[2] - box[2]) < near,
    );
    if (group) group.push(box);
    else groups.push([box]);
  }
  return groups.flatMap((group) => {
    const grid = group.length >= 3 ? bandedGrid(group, words) : null;
    return grid ? [grid] : [];
  });
}

function bandedGrid(lines: readonly Box[], words: readonly PageWord[]): Grid | null {
  const [left, top, right, bottom] = aroundAll(lines);
  const inside = words.filter(
    ({ box }) =>
      box[0] > left - near && box[2] < right + near && box[1] > top - near && box[3] < bottom + near,
  );
  const ys = lines.map((box) => (box[1] + box[3]) / 2).sort((a, b) => a - b);
  const filled = ys
    .slice(1)
    .every((y, i) =>
      inside.some(({ box }) => (box[1] + box[3]) / 2 > (ys[i] ?? 0) && (box[1] + box[3]) / 2 < y),
    );
  const parted = whiteStrips(inside);
  if (!filled || parted.length === 0) return null;
  const xs = [left, ...parted, right];
  const cells = ys.slice(1).flatMap((_, row) =>
    xs.slice(1).map(
      (__, column): GridCell => ({
        rowFrom: row,
        rowTo: row + 1,
        columnFrom: column,
        columnTo: column + 1,
      }),
    ),
  );
  return { xs, ys, cells };
}

/** The middles of the strips that no word reaches into. */
function whiteStrips(words: readonly PageWord[]): number[] {
  const least = strip * median(words.map((word) => word.size));
  const middles: number[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const { box } of [...words].sort((a, b) => a.box[0] - b.box[0])) {
    if (box[0] - end > least) middles.push((box[0] + end) / 2);
    end = end === Number.POSITIVE_INFINITY ? box[2] : Math.max(end, box[2]);
  }
  return middles;
}
