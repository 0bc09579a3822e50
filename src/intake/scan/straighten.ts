import type { Component } from "./components.ts";
import { inkOf } from "./ink.ts";
import { type Picture, turnedQuarters, turnedSlightly } from "./picture.ts";
import { lieOf, smallest } from "./skew.ts";

/** How a picture is turned so that its lines lie level: first by quarters to the right, then by an angle (radians). */
export interface Turn {
  readonly quarters: number;
  readonly angle: number;
}

/** Turns a picture of a page so that its lines lie level. Whether they stand on their heads shows in their marks. */
export function straightened(picture: Picture): { readonly level: Picture; readonly turn: Turn } {
  const lie = lieOf(inkOf(picture));
  const turn = { quarters: lie.onSide ? 1 : 0, angle: Math.abs(lie.angle) < smallest ? 0 : lie.angle };
  const onFeet = turnedQuarters(picture, turn.quarters);
  return { level: turn.angle === 0 ? onFeet : turnedSlightly(onFeet, turn.angle), turn };
}

/** A page is turned over when many marks speak for it clearly, or few of them with one voice. */
const many = { marks: 12, times: 1.3 };
const few = { marks: 3, times: 3 };

/**
 * Whether a page lies upside down. Vietnamese has far more marks above its letters (and the points of i) than points
 * below them; on a page on its head it seems the other way round.
 */
export function standsOnHead(letters: readonly Component[], smallLetter: number): boolean {
  let above = 0;
  let below = 0;
  const isMark = ({ top, bottom, left, right }: Component): boolean =>
    bottom - top < 0.62 * smallLetter && right - left < 1.2 * smallLetter;
  const columns = byColumn(letters.filter((letter) => !isMark(letter) && isLetterHigh(letter, smallLetter)));
  for (const mark of letters) {
    if (!isMark(mark)) continue;
    const middle = (mark.left + mark.right) / 2;
    const near = columns
      .get(Math.floor(middle / columnWidth))
      ?.filter((letter) => letter.left <= middle && letter.right >= middle);
    const under = near?.some((letter) => isClose(letter.top - mark.bottom, smallLetter)) ?? false;
    const over = near?.some((letter) => isClose(mark.top - letter.bottom, smallLetter)) ?? false;
    // Between two lines that stand close a mark may belong to either.
    if (under && !over) above++;
    if (over && !under) below++;
  }
  return [many, few].some(({ marks, times }) => below > marks && below > times * above);
}

function isLetterHigh({ top, bottom }: Component, smallLetter: number): boolean {
  return bottom - top >= 0.75 * smallLetter && bottom - top < 2.5 * smallLetter;
}

function isClose(distance: number, smallLetter: number): boolean {
  return distance >= -2 && distance < 0.45 * smallLetter;
}

const columnWidth = 64;

/** Letters by the strips of the page that they reach into, so that those near a mark are found at once. */
function byColumn(letters: readonly Component[]): ReadonlyMap<number, readonly Component[]> {
  const columns = new Map<number, Component[]>();
  for (const letter of letters)
    for (let i = Math.floor(letter.left / columnWidth); i <= Math.floor(letter.right / columnWidth); i++) {
      const column = columns.get(i);
      if (column) column.push(letter);
      else columns.set(i, [letter]);
    }
  return columns;
}
