import { digitNetwork, figureChances, figureOf } from "./digit-network.ts";
import { type Ink, inkOf } from "./ink.ts";
import { type Area, around } from "./regions.ts";
import type { CutPage } from "./second-look.ts";

/** Figures as a pen wrote them. */
export interface PenFigures {
  readonly text: string;
  /** Where their ink is (points of the picture). */
  readonly area: Area;
}

/** Each figure is likely to at least this, on the average of its views. */
const sure = 0.85;
/** Numbers and days have no more figures. */
const mostFigures = 5;
/** Ink lower than this share of the highest, or than a small letter, is no figure. */
const lowest = 0.5;
/** Two figures that touch are wider than this share of their height. */
const wide = 0.85;
/** Shares of the lightness of the paper below which ink begins, and how far figures are leant: each pair gives a view. */
const shares = [0.66, 0.5, 0.78] as const;
const leans = [0, 0.15, -0.15] as const;

/**
 * Reads the figures that stand in a place of a page as handwriting, one by one. Null when there are none, too many, or any of them may as well be another.
 */
export function penFigures(
  { picture, letters, usual }: Pick<CutPage, "picture" | "letters" | "usual">,
  place: Area,
): PenFigures | null {
  const groups = figureAreas(letters, place, usual);
  if (groups.length === 0 || groups.length > mostFigures) return null;
  const inks = shares.map((share) => inkOf(picture, share));
  let text = "";
  for (const group of groups) {
    const read = wholeOrTwo(inks, group);
    if (read === null) return null;
    text += read;
  }
  return text.length > mostFigures ? null : { text, area: around(groups) };
}

/** Ink over ink is one figure, as the bar of a five; low ink is a point or dust. */
function figureAreas(letters: readonly Area[], place: Area, least: number): readonly Area[] {
  const isWithin = ({ left, right, top, bottom }: Area): boolean => {
    const [x, y] = [(left + right) / 2, (top + bottom) / 2];
    return x > place.left && x < place.right && y > place.top && y < place.bottom;
  };
  const groups: Area[] = [];
  for (const letter of letters.filter(isWithin).sort((a, b) => a.left - b.left)) {
    const last = groups.at(-1);
    const shared = last ? Math.min(last.right, letter.right) - letter.left : 0;
    if (last && shared * 2 > Math.min(last.right - last.left, letter.right - letter.left))
      groups[groups.length - 1] = around([last, letter]);
    else groups.push(letter);
  }
  const tallest = Math.max(0, ...groups.map(({ top, bottom }) => bottom - top));
  return groups.filter(({ top, bottom }) => bottom - top >= Math.max(least, lowest * tallest));
}

/** One figure, or two that touch where they are best parted; null when it may be either of several. */
function wholeOrTwo(inks: readonly Ink[], area: Area): string | null {
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  if (width < wide * height) {
    const one = likeliest(inks, area);
    return one.share >= sure ? one.digit : null;
  }
  let best = { digits: "", share: 0 };
  for (let part = 0.3; part <= 0.7; part += 0.04) {
    const cut = Math.round(area.left + part * width);
    const [left, right] = [likeliest(inks, { ...area, right: cut }), likeliest(inks, { ...area, left: cut })];
    const share = Math.min(left.share, right.share);
    if (share > best.share) best = { digits: left.digit + right.digit, share };
  }
  return best.share >= sure ? best.digits : null;
}

/** The likeliest figure of an area, on the average of the views. */
function likeliest(inks: readonly Ink[], area: Area): { readonly digit: string; readonly share: number } {
  const sums = new Array<number>(10).fill(0);
  for (const ink of inks)
    for (const lean of leans) {
      const own = leant(ink, area, lean);
      if (own === null) return { digit: "", share: 0 };
      figureChances(digitNetwork(), figureOf(own.ink, own.area)).forEach((chance, digit) => {
        sums[digit] = (sums[digit] ?? 0) + chance / (inks.length * leans.length);
      });
    }
  const share = Math.max(...sums);
  return { digit: String(sums.indexOf(share)), share };
}

/** The ink of an area, leant to the right by a share of its height, in the smallest area around it; null without ink. */
function leant(ink: Ink, area: Area, lean: number): { readonly ink: Ink; readonly area: Area } | null {
  const height = area.bottom - area.top;
  const room = Math.ceil(Math.abs(lean) * height);
  const width = area.right - area.left + 2 * room;
  const at = new Uint8Array(width * height);
  let [left, top, right, bottom] = [width, height, 0, 0];
  for (let y = 0; y < height; y++)
    for (let x = 0; x < area.right - area.left; x++) {
      if (ink.at[(y + area.top) * ink.width + x + area.left] !== 1) continue;
      const toX = x + room + Math.round(lean * (height / 2 - y));
      at[y * width + toX] = 1;
      [left, top] = [Math.min(left, toX), Math.min(top, y)];
      [right, bottom] = [Math.max(right, toX + 1), y + 1];
    }
  return right === 0 ? null : { ink: { width, height, at }, area: { left, top, right, bottom } };
}
