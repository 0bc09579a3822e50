import type { Ruling } from "../page.ts";
import type { Box } from "../place.ts";

/** Lines closer than this (points) are one line drawn twice or a double line. */
const doubled = 2.6;
/** Pieces of one line may be this far apart: dashes, corner squares left out, cell borders that do not meet. */
const gapBetweenPieces = 4.2;
/** What is left shorter than this after joining is a dot, a tick or part of a letter. */
const shortest = 6;

/**
 * Joins what is drawn in pieces: dashes, one border per cell, a line drawn twice, a double line. Gives lines sorted
 * from the top and from the left; pieces that stay shorter than 6 points are dropped.
 */
export function mergeRulings(rulings: readonly Ruling[]): readonly Ruling[] {
  return [...mergeDirection(rulings, "horizontal"), ...mergeDirection(rulings, "vertical")];
}

function mergeDirection(rulings: readonly Ruling[], direction: Ruling["direction"]): Ruling[] {
  const flat = direction === "horizontal";
  // As [along from, across from, along to, across to], so that one rule serves both directions.
  const turn = (box: Box): Box => (flat ? box : [box[1], box[0], box[3], box[2]]);
  const pieces = rulings
    .filter((ruling) => ruling.direction === direction || isDot(ruling.box))
    .map((ruling) => turn(ruling.box))
    .sort((a, b) => middle(a) - middle(b));
  const merged: Box[] = [];
  for (let from = 0; from < pieces.length; ) {
    let to = from + 1;
    while (to < pieces.length && middle(pieces[to]) - middle(pieces[to - 1]) <= doubled) to++;
    merged.push(...joinAlong(pieces.slice(from, to)));
    from = to;
  }
  return merged.filter((box) => box[2] - box[0] >= shortest).map((box) => ({ direction, box: turn(box) }));
}

/** Corner pieces count for both directions. */
function isDot(box: Box): boolean {
  return box[2] - box[0] < doubled && box[3] - box[1] < doubled;
}

function middle(box: Box | undefined): number {
  return box ? (box[1] + box[3]) / 2 : 0;
}

function joinAlong(pieces: readonly Box[]): Box[] {
  const joined: Box[] = [];
  for (const piece of [...pieces].sort((a, b) => a[0] - b[0])) {
    const last = joined.at(-1);
    if (last && piece[0] - last[2] <= gapBetweenPieces)
      joined[joined.length - 1] = [
        last[0],
        Math.min(last[1], piece[1]),
        Math.max(last[2], piece[2]),
        Math.max(last[3], piece[3]),
      ];
    else joined.push(piece);
  }
  return joined;
}
