import type { Component } from "./components.ts";

/** An upright rectangle in points of the picture: [left, right) × [top, bottom). */
export interface Area {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is read together as one block or line of text: one area of the page, or several laid beside each other. */
export interface Region {
  readonly areas: readonly Area[];
  /** The ink that is read in it; null for areas laid beside each other. */
  readonly letters: readonly Component[] | null;
  /** Text laid before the areas for company, which is read with its own region and not here. */
  readonly company?: Company;
}

/** Running text, and how far it reaches below the line that its letters stand on. */
export interface Company {
  readonly area: Area;
  readonly below: number;
}

/** The free space between two columns is at least so wide (inches); a single line needs more to count as two columns. */
const columnGap = 0.28;
const lineGap = 0.5;
/** Free space that a line may leave between two lines of one stretch of columns (inches). */
const stretchGap = 0.35;

/**
 * Parts text that stands outside tables into what reads from left to right by itself: stretches of lines with free
 * space between two columns (the head of a document, its end) become one region a column, the rest one region each.
 */
export function textRegions(components: readonly Component[], measure: Measure): readonly Region[] {
  return columnsOf(components, measure, 2).flatMap((part) => blocksOf(part, measure.usual));
}

/** What the parts of a page are measured by. */
export interface Measure {
  readonly dotsPerInch: number;
  /** Height of small letters of the page (points of the picture), as `smallLetter` gives it. */
  readonly usual: number;
}

/** Ink of a line in capitals is higher than that of other lines, by at least this factor. */
const capitals = 1.14;
/** Marks are lower than this share of a small letter, and stand nearer than this to their letters. */
const markHeight = 0.75;
const markDistance = 1;
/** A mark right at a letter. */
const firstMarkDistance = 0.3;

/**
 * One region for running text; but lines in capitals are read one by one, because a recogniser takes their marks for
 * lines of their own and leaves them out.
 */
function blocksOf(components: readonly Component[], usual: number): Region[] {
  const regions: Region[] = [];
  let running: Component[] = [];
  const close = (): void => {
    if (running.length > 0) regions.push(regionOf(running));
    running = [];
  };
  for (const band of bandsOf(components, usual)) {
    if (smallLetter(band.components) < capitals * usual) {
      running.push(...band.components);
      continue;
    }
    close();
    regions.push(regionOf(band.components));
  }
  close();
  return regions;
}

function regionOf(letters: readonly Component[]): Region {
  return { areas: [around(letters)], letters };
}

/** The lines of a region one by one; lines that interlock stay together. */
export function linesIn(letters: readonly Component[], { usual }: Measure): readonly Region[] {
  const bands = bandsOf(letters, usual);
  const lines = bands.filter(({ components }) => components.some((component) => !isMark(component, usual)));
  const loose = bands.filter((band) => !lines.includes(band)).flatMap(({ components }) => components);
  return lines.map((line) =>
    regionOf([
      ...line.components,
      ...loose.filter(({ top, bottom }) => top < line.bottom && bottom > line.top),
    ]),
  );
}

/** The height of small letters, where there are some: a third of the ink of a line is no higher. Marks are left out. */
export function smallLetter(components: readonly Component[]): number {
  const heights = components.map(({ top, bottom }) => bottom - top).sort((a, b) => a - b);
  const tall = (heights[Math.floor(heights.length * 0.8)] ?? 1) * 0.45;
  const letters = heights.filter((height) => height > tall);
  return letters[Math.floor(letters.length * 0.3)] ?? 1;
}

function columnsOf(
  components: readonly Component[],
  measure: Measure,
  depth: number,
): readonly (readonly Component[])[] {
  if (components.length === 0) return [];
  const parts: (readonly Component[])[] = [];
  let plain: Component[] = [];
  const close = (): void => {
    if (plain.length > 0) parts.push(plain);
    plain = [];
  };
  for (const stretch of stretchesOf(bandsOf(components, measure.usual), measure.dotsPerInch)) {
    const all = stretch.bands.flatMap((band) => band.components);
    if (stretch.gap === null || depth === 0) {
      plain.push(...all);
      continue;
    }
    close();
    const middle = (stretch.gap.from + stretch.gap.to) / 2;
    const left = all.filter((component) => component.left < middle);
    const right = all.filter((component) => component.left >= middle);
    parts.push(...columnsOf(left, measure, depth - 1), ...columnsOf(right, measure, depth - 1));
  }
  close();
  return parts;
}

/** Ink with free rows of paper above and below it: a line of text, or lines beside each other that interlock. */
interface Band {
  readonly top: number;
  readonly bottom: number;
  readonly components: readonly Component[];
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

interface Stretch {
  readonly bands: Band[];
  /** Free space between the two columns of the stretch; null for lines that are not in columns. */
  readonly gap: Gap | null;
}

/** Whether ink is lower than a letter: a mark, a point, a dash. `usual` is the height of small letters. */
export function isMark({ top, bottom }: Component, usual: number): boolean {
  return bottom - top < markHeight * usual;
}

/**
 * Bands are made of letters; marks, which in Vietnamese may stand between two lines, go with the letter they stand at.
 * Marks far from any letter (a row of points, dust) make bands of their own.
 */
function bandsOf(components: readonly Component[], usual: number): Band[] {
  const bands = overlapping(components.filter((component) => !isMark(component, usual)));
  // Marks that stand on marks come after those.
  const marks = components.filter((component) => isMark(component, usual));
  const above = attachMarks(bands, marks, firstMarkDistance * usual);
  const loose = attachMarks(bands, above, markDistance * usual);
  return [...bands, ...overlapping(loose)]
    .map((band) => ({ ...around(band.components), components: band.components }))
    .sort((a, b) => a.top - b.top);
}

/** Adds marks to the bands whose ink is nearest, and gives those that are near to none. */
function attachMarks(bands: readonly GrowingBand[], marks: readonly Component[], most: number): Component[] {
  const found = marks.map((mark) => {
    let nearest: GrowingBand | null = null;
    let least = most;
    for (const band of bands) {
      if (mark.bottom < band.top - least || mark.top > band.bottom + least) continue;
      const distance = Math.min(...band.components.map((letter) => distanceBetween(letter, mark)));
      if (distance < least) [nearest, least] = [band, distance];
    }
    return { mark, nearest };
  });
  for (const { mark, nearest } of found) nearest?.components.push(mark);
  return found.flatMap(({ mark, nearest }) => (nearest ? [] : [mark]));
}

interface GrowingBand {
  readonly top: number;
  bottom: number;
  readonly components: Component[];
}

function overlapping(components: readonly Component[]): GrowingBand[] {
  const bands: GrowingBand[] = [];
  for (const component of [...components].sort((a, b) => a.top - b.top)) {
    const last = bands.at(-1);
    if (last && component.top < last.bottom) {
      last.components.push(component);
      last.bottom = Math.max(last.bottom, component.bottom);
    } else
      bands.push({
        top: component.top,
        bottom: component.bottom,
        components: [component],
      });
  }
  return bands;
}

/** How far two areas are apart: across and down added. */
export function distanceBetween(a: Area, b: Area): number {
  return Math.max(0, a.top - b.bottom, b.top - a.bottom) + Math.max(0, a.left - b.right, b.left - a.right);
}

function stretchesOf(bands: readonly Band[], dotsPerInch: number): Stretch[] {
  const stretches: Stretch[] = [];
  for (let i = 0; i < bands.length; ) {
    const found = stretchFrom(bands, i, dotsPerInch);
    const band = bands[i];
    if (found) {
      stretches.push(found);
      i += found.bands.length;
    } else {
      if (band) stretches.push({ bands: [band], gap: null });
      i++;
    }
  }
  return stretches;
}

/** The longest stretch of two columns that begins with a band, or null when none does. */
function stretchFrom(bands: readonly Band[], at: number, dotsPerInch: number): Stretch | null {
  const first = bands[at];
  const least = columnGap * dotsPerInch;
  let gap = first ? widest(gapsOf(first, least)) : null;
  if (!first || gap === null) return null;
  const taken = [first];
  let twoSided = 1;
  let end = 1;
  for (let i = at + 1; i < bands.length; i++) {
    const [band, before] = [bands[i], bands[i - 1]];
    if (!band || !before || band.top - before.bottom > stretchGap * dotsPerInch) break;
    const next = narrowed(gap, band, least);
    if (next === null) break;
    gap = next.gap;
    taken.push(band);
    if (next.twoSided) twoSided++;
    end = taken.length;
  }
  const enough = twoSided > 1 || gap.to - gap.from >= lineGap * dotsPerInch;
  return enough ? { bands: taken.slice(0, end), gap } : null;
}

/** The part of a gap that a further band leaves free too, when it is wide enough. */
function narrowed(gap: Gap, band: Band, least: number): { gap: Gap; twoSided: boolean } | null {
  const { left, right } = around(band.components);
  const free: { gap: Gap; twoSided: boolean }[] = [
    { gap: { from: Number.NEGATIVE_INFINITY, to: left }, twoSided: false },
    ...gapsOf(band, least).map((inner) => ({ gap: inner, twoSided: true })),
    { gap: { from: right, to: Number.POSITIVE_INFINITY }, twoSided: false },
  ];
  const shared = free
    .map((entry) => ({
      gap: { from: Math.max(gap.from, entry.gap.from), to: Math.min(gap.to, entry.gap.to) },
      twoSided: entry.twoSided,
    }))
    .filter((entry) => entry.gap.to - entry.gap.from >= least)
    .sort((a, b) => b.gap.to - b.gap.from - (a.gap.to - a.gap.from));
  return shared[0] ?? null;
}

function gapsOf(band: Band, least: number): Gap[] {
  const gaps: Gap[] = [];
  let end = Number.POSITIVE_INFINITY;
  for (const component of [...band.components].sort((a, b) => a.left - b.left)) {
    if (component.left - end >= least) gaps.push({ from: end, to: component.left });
    end = end === Number.POSITIVE_INFINITY ? component.right : Math.max(end, component.right);
  }
  return gaps;
}

function widest(gaps: readonly Gap[]): Gap | null {
  return [...gaps].sort((a, b) => b.to - b.from - (a.to - a.from))[0] ?? null;
}

/** A cell of a ruled table that holds little more than a number is at most so wide and so high (inches). */
const shortWidth = 0.62;
const shortHeight = 0.24;
/** Short cells read together make a line of this length (inches) at most. */
const lineLength = 6;
/** So much of a line of text (inches) is laid before them. */
const companyLength = 1.5;

/** A cell with what stands in it. */
export interface FilledCell {
  readonly column: number;
  readonly components: readonly Component[];
}

/**
 * Regions of the cells of tables: each cell by itself, but cells of one column that hold a number or a short word are
 * laid beside each other as one line behind some running text of the table, because a recogniser needs small letters
 * beside a figure to judge its height.
 */
export function cellRegions(cells: readonly FilledCell[], measure: Measure): readonly Region[] {
  const { dotsPerInch } = measure;
  const long: FilledCell[] = [];
  const short = new Map<number, Area[]>();
  for (const cell of cells) {
    if (cell.components.length === 0) continue;
    const area = around(cell.components);
    const isShort =
      area.right - area.left <= shortWidth * dotsPerInch &&
      area.bottom - area.top <= shortHeight * dotsPerInch;
    if (isShort) short.set(cell.column, [...(short.get(cell.column) ?? []), area]);
    else long.push(cell);
  }
  const company = companyIn(long, measure);
  return [
    ...long.map((cell) => regionOf(cell.components)),
    ...[...short.values()].flatMap((areas) =>
      lined(areas, lineLength * dotsPerInch).map((line) => ({
        areas: line,
        letters: null,
        ...(company && { company }),
      })),
    ),
  ];
}

/** Parts areas into lines of a length. */
function lined(areas: readonly Area[], most: number): Area[][] {
  const lines: Area[][] = [];
  let length = 0;
  for (const area of areas) {
    const width = area.right - area.left;
    const line = length + width > most ? undefined : lines.at(-1);
    if (line) line.push(area);
    else lines.push([area]);
    length = width + (line ? length : 0);
  }
  return lines;
}

/** The beginning of the first line of the fullest cell; null when there is none with small letters. */
function companyIn(cells: readonly FilledCell[], { dotsPerInch, usual }: Measure): Company | null {
  const fullest = [...cells].sort((a, b) => b.components.length - a.components.length);
  for (const cell of fullest.slice(0, 5)) {
    const band = bandsOf(cell.components, usual).find(
      ({ components }) => components.length > 8 && smallLetter(components) < capitals * usual,
    );
    if (!band || band.bottom - band.top > 4 * usual) continue;
    const from = around(band.components).left;
    // Whole letters only.
    const near = band.components.filter(({ right }) => right < from + companyLength * dotsPerInch);
    if (near.length > 4) {
      const area = around(near);
      const bottoms = near.filter(({ top, bottom }) => bottom - top > usual * markHeight);
      const line = bottoms.map(({ bottom }) => bottom).sort((a, b) => a - b)[bottoms.length >> 1];
      return { area, below: area.bottom - (line ?? area.bottom) };
    }
  }
  return null;
}

/** The smallest area around others; there must be one at least. */
export function around(components: readonly Area[]): Area {
  let [left, top, right, bottom] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY, 0, 0];
  for (const component of components) {
    left = Math.min(left, component.left);
    top = Math.min(top, component.top);
    right = Math.max(right, component.right);
    bottom = Math.max(bottom, component.bottom);
  }
  return { left, top, right, bottom };
}
