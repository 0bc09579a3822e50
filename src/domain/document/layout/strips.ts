import { type Line, lineOf } from "./line.ts";

/** A white strip from top to bottom of a table, in points from the left: no word of its cells reaches into it. */
export type Strip = readonly [left: number, right: number];

/** What words cover of the width of a page: intervals from the left that do not meet. */
export type Cover = readonly Strip[];

/** Columns stay this far apart (letter heights) all the way down. */
const narrowest = 0.45;
/** In one line a gap from this width on (letter heights) parts cells; spaces are narrower, cells leave 10.8 points. */
const betweenCells = 0.7;

/** A line cut where cells may stand beside each other. */
export function partsOf(line: Line): Line[] {
  const parts: Line["words"][number][][] = [];
  let end = Number.NEGATIVE_INFINITY;
  for (const word of line.words) {
    if (word.box[0] - end > betweenCells * line.size) parts.push([]);
    parts.at(-1)?.push(word);
    end = Math.max(end, word.box[2]);
  }
  return parts.map((words) => lineOf(line.page, words));
}

/**
 * The cover with the words of a line added. All that stands before `edge` (points), where the text of the second column
 * begins, is one column: numbers, letters and dashes stand there at different places.
 */
export function covering(cover: Cover, line: Line, edge: number): Cover {
  return united([...cover, ...line.words.map(({ box }): Strip => [box[0], box[2]])], edge);
}

/** Intervals that meet made one, and those that end before `edge`. */
export function united(intervals: readonly Strip[], edge: number): Cover {
  const joined: Strip[] = [];
  for (const [from, to] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && (from <= last[1] || to < edge)) joined[joined.length - 1] = [last[0], Math.max(last[1], to)];
    else joined.push([from, to]);
  }
  return joined;
}

/** The white strips that a cover leaves, wide enough to part columns of letters of this size (points). */
export function stripsOf(cover: Cover, size: number): Strip[] {
  return cover.slice(1).flatMap(([from], i): Strip[] => {
    const end = cover[i]?.[1] ?? from;
    return from - end >= narrowest * size ? [[end, from]] : [];
  });
}

/** The strips that the words of a line would close. */
export function closedBy(line: Line, strips: readonly Strip[]): Strip[] {
  return strips.filter(([left, right]) => {
    let open: Strip[] = [[left, right]];
    for (const { box } of line.words)
      open = open.flatMap(([from, to]): Strip[] =>
        box[2] <= from || box[0] >= to
          ? [[from, to]]
          : [
              [from, box[0]],
              [box[2], to],
            ],
      );
    return open.every(([from, to]) => to - from < narrowest * line.size);
  });
}

/** The column, from 0, in which something with this middle stands. */
export function columnAt(middle: number, strips: readonly Strip[]): number {
  const at = strips.findIndex(([left, right]) => middle < (left + right) / 2);
  return at === -1 ? strips.length : at;
}

/** A line split over the columns; null where a column has nothing. */
export function splitAt(line: Line, strips: readonly Strip[]): (Line | null)[] {
  return Array.from({ length: strips.length + 1 }, (_, column) => {
    const words = line.words.filter((word) => columnAt((word.box[0] + word.box[2]) / 2, strips) === column);
    return words.length > 0 ? lineOf(line.page, words) : null;
  });
}
