import type { Picture } from "./picture.ts";
import { type Area, around, type Region } from "./regions.ts";
import type { Strip } from "./tiff.ts";

/** Where the parts of a region come from. */
export interface StripPlaces {
  readonly pieces: readonly Piece[];
}

/** A region as it is given to the recogniser: a picture of its own. */
export type RegionStrip = Strip & StripPlaces;

interface Piece {
  /** Where the part begins in the strip, and where it ends (points). */
  readonly left: number;
  readonly right: number;
  /** What to add to a place in the strip to have the place on the page. */
  readonly dx: number;
  /** False for text that was laid there for company. */
  readonly counts: boolean;
  readonly dy: number;
}

/** Paper around a region (inches): letters at the very edge of a picture are misread. */
const margin = 0.06;
/** Free space between parts laid beside each other: a space between words. */
const between = 0.1;
/** Grey edges of letters reach so many points further than their ink. */
const fringe = 2;

/** Cuts regions out of the picture of a page; `letters` are those of the whole page. */
export function stripsOf(
  picture: Picture,
  regions: readonly Region[],
  letters: readonly Area[],
): readonly RegionStrip[] {
  return regions.map(({ areas, letters: own, company }) =>
    own
      ? stripOfLetters(picture, own, letters)
      : stripOf(
          picture,
          [...(company ? [company.area] : []), ...areas].map((area) => widened(area, picture)),
          company?.below ?? null,
        ),
  );
}

function widened(area: Area, picture: Picture): Area {
  return {
    left: Math.max(0, area.left - fringe),
    top: Math.max(0, area.top - fringe),
    right: Math.min(picture.width, area.right + fringe),
    bottom: Math.min(picture.height, area.bottom + fringe),
  };
}

/** The area around letters, without other letters that reach into it. */
function stripOfLetters(picture: Picture, own: readonly Area[], all: readonly Area[]): RegionStrip {
  const edge = Math.round(margin * picture.dotsPerInch);
  const area = widened(around(own), picture);
  const width = area.right - area.left + 2 * edge;
  const gray = new Uint8Array(width * (area.bottom - area.top + 2 * edge)).fill(255);
  const copy = (part: Area, from: Uint8Array | null): void => {
    const { left, top, right, bottom } = shared(widened(part, picture), area);
    for (let y = top; y < bottom; y++) {
      const at = (y - area.top + edge) * width + left - area.left + edge;
      if (from) gray.set(from.subarray(y * picture.width + left, y * picture.width + right), at);
      else gray.fill(255, at, at + right - left);
    }
  };
  copy(area, picture.gray);
  const mine = new Set(own);
  const others = all.filter((letter) => !mine.has(letter) && meets(letter, area));
  for (const other of others) copy(other, null);
  for (const letter of others.length > 0 ? own : []) copy(letter, picture.gray);
  const place = { left: edge, right: width - edge, dx: area.left - edge, dy: area.top - edge, counts: true };
  return { width, height: gray.length / width, gray, pieces: [place] };
}

function meets(one: Area, other: Area): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

/** What two areas have in common; without height or width when that is nothing. */
function shared(one: Area, other: Area): Area {
  const [left, top] = [Math.max(one.left, other.left), Math.max(one.top, other.top)];
  return {
    left,
    top,
    right: Math.max(left, Math.min(one.right, other.right)),
    bottom: Math.max(top, Math.min(one.bottom, other.bottom)),
  };
}

function stripOf(picture: Picture, areas: readonly Area[], below: number | null): RegionStrip {
  const edge = Math.round(margin * picture.dotsPerInch);
  const space = Math.round(between * picture.dotsPerInch);
  const tallest = Math.max(...areas.map((area) => area.bottom - area.top));
  const width =
    areas.reduce((sum, area) => sum + area.right - area.left, 2 * edge) + space * (areas.length - 1);
  const height = tallest + 2 * edge + (below ?? 0);
  const gray = new Uint8Array(width * height).fill(255);
  const pieces: Piece[] = [];
  let x = edge;
  for (const area of areas) {
    // Standing on one line: parts laid beside each other end at the bottom.
    const isCompany = below !== null && pieces.length === 0;
    const y = edge + tallest - (area.bottom - area.top) + (isCompany ? below : 0);
    for (let row = area.top; row < area.bottom; row++)
      gray.set(
        picture.gray.subarray(row * picture.width + area.left, row * picture.width + area.right),
        (y + row - area.top) * width + x,
      );
    const end = x + area.right - area.left;
    pieces.push({ left: x, right: end, dx: area.left - x, dy: area.top - y, counts: !isCompany });
    x = end + space;
  }
  return { width, height, gray, pieces };
}

/** The part of a strip in which a place lies, or the nearest. */
export function pieceAt(strip: StripPlaces, x: number): Piece {
  const [first, ...others] = strip.pieces;
  if (!first) throw new Error("a strip without parts");
  const distance = (piece: Piece): number => Math.max(piece.left - x, x - piece.right, 0);
  return others.reduce((best, piece) => (distance(piece) < distance(best) ? piece : best), first);
}
