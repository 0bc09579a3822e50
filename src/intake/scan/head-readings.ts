import type { HeadReading } from "../../domain/document/extract.ts";
import { onPage } from "../../domain/document/place.ts";
import { type Component, type Components, componentsOf } from "./components.ts";
import { type Ink, inkOf } from "./ink.ts";
import { boxOf } from "./page-ink.ts";
import { type Picture, turnedSlightly } from "./picture.ts";
import { type Area, around } from "./regions.ts";
import { eraseLines, rulingLines } from "./ruling-lines.ts";
import { lieOf } from "./skew.ts";
import type { StripReader } from "./strip-reader.ts";
import type { Strip } from "./tiff.ts";

/** The head of a document ends within this share of its first page. */
const headShare = 0.55;
/** Ink of one stamp is nearer to the rest of it than this (inches). */
const stampGap = 0.16;
/** A stamp with a word in it is within these sizes (inches). */
const stampWidth = { least: 0.25, most: 3.6 } as const;
const stampHeight = { least: 0.1, most: 1.6 } as const;
/** How far a stamp may be turned (radians): 20 degrees. */
const stampTurn = 0.35;
/** Redness of ink that a worn stamp leaves; below it lies the noise of the picture. */
const faintRed = 28;
/** Shares of the paper's lightness from which a point is ink: of faint ink, and of nothing but the darkest. */
const thresholds = [0.86, 0.45] as const;
/** More places than a head has stamps are noise. */
const mostStamps = 24;

/** Pictures of parts of a head, each to be read as one block, with the place of each on the page. */
export interface HeadStrips {
  readonly strips: readonly Strip[];
  readonly areas: readonly Area[];
  readonly dotsPerInch: number;
}

/**
 * Cuts out of the first page whatever may be a mark in its head, in several ways, because a mark must not be missed:
 * red ink by itself; every piece of ink that stands alone, framed or not, turned level by itself; and the head as a
 * whole with faint ink made dark and with all but the darkest left out. `level` is the upright picture of the page.
 */
export function headStrips(level: Picture): HeadStrips {
  const head = topOf(level, Math.round(level.height * headShare));
  const parts: { strip: Strip; area: Area }[] = [];
  if (head.red) parts.push(...stampsIn(redAsDark(head, head.red), thresholds[0]));
  parts.push(...framedIn(head, thresholds[0]), ...framedIn(head), ...stampsIn(head, thresholds[0]));
  const whole = { left: 0, top: 0, right: head.width, bottom: head.height };
  for (const darker of thresholds)
    parts.push({ strip: blackAndWhite(head, inkOf(head, darker)), area: whole });
  return {
    strips: parts.map(({ strip }) => strip),
    areas: parts.map(({ area }) => area),
    dotsPerInch: level.dotsPerInch,
  };
}

/** Has the parts of a head read: each line of each reading with its place. Throws when the recogniser fails. */
export async function readHeadStrips(
  { strips, areas, dotsPerInch }: HeadStrips,
  page: number,
  reader: StripReader,
): Promise<readonly HeadReading[]> {
  const read = await reader.readLater(strips, dotsPerInch);
  return read.flatMap((words, i) => {
    const area = areas[i];
    if (!area || words.length === 0) return [];
    const place = onPage(page, boxOf(area, dotsPerInch));
    const lines = new Map<number, string[]>();
    for (const word of words) lines.set(word.line, [...(lines.get(word.line) ?? []), word.text]);
    return [...lines.values()].map((line) => ({ text: line.join(" "), place }));
  });
}

function topOf(picture: Picture, height: number): Picture {
  const size = picture.width * height;
  return {
    ...picture,
    height,
    gray: picture.gray.subarray(0, size),
    red: picture.red?.subarray(0, size) ?? null,
  };
}

function redAsDark(picture: Picture, red: Uint8Array): Picture {
  const gray = red.map((redness) => (redness < faintRed ? 255 : Math.max(0, 190 - redness)));
  return { ...picture, gray, red: null };
}

/** Pieces of ink that stand by themselves and may be a stamp, each turned level, without its frame. */
function stampsIn(picture: Picture, darker: number | undefined): { strip: Strip; area: Area }[] {
  const { dotsPerInch: dpi } = picture;
  const { all } = componentsOf(inkOf(picture, darker));
  return clusters(all.filter(isNoDust), stampGap * dpi)
    .filter(
      (area) =>
        isWithin((area.right - area.left) / dpi, stampWidth) &&
        isWithin((area.bottom - area.top) / dpi, stampHeight),
    )
    .slice(0, mostStamps)
    .map((area) => ({ area, strip: levelStamp(picture, area, darker) }));
}

function isNoDust({ ink, left, right, top, bottom }: Component): boolean {
  return ink > 6 && Math.max(right - left, bottom - top) > 3;
}

/** A frame is mostly paper: its ink covers no more than this share of its box. */
const frameInk = 0.3;

/** What stands inside frames, which may touch or lie askew over what is around them, each turned level by itself. */
function framedIn(picture: Picture, darker?: number): { strip: Strip; area: Area }[] {
  const { dotsPerInch: dpi } = picture;
  const components = componentsOf(inkOf(picture, darker));
  return components.all.flatMap((frame, index) => {
    const [across, down] = [frame.right - frame.left, frame.bottom - frame.top];
    const isFrame = isWithin(across / dpi, stampWidth) && isWithin(down / dpi, stampHeight);
    const holds = (other: Component): boolean =>
      other !== frame &&
      other.left > frame.left &&
      other.right < frame.right &&
      other.top > frame.top &&
      other.bottom < frame.bottom;
    if (!isFrame || frame.ink > frameInk * across * down || !components.all.some(holds)) return [];
    return [{ area: frame, strip: insideOf(picture, frame, index, components, darker) }];
  });
}

function insideOf(
  picture: Picture,
  frame: Component,
  index: number,
  components: Components,
  darker: number | undefined,
): Strip {
  const lie = lieOf(inkOf(cropped(picture, frame), darker), { most: stampTurn, fewest: 40 });
  const gray = picture.gray.slice();
  components.paint(index, gray, 255);
  const inside = turnedSlightly(cropped({ ...picture, gray }, frame), lie.onSide ? 0 : lie.angle);
  return blackAndWhite(inside, withoutEdges(inkOf(inside, darker), picture.dotsPerInch));
}

/** The grey edge of a frame that was taken out is left as thin strokes along the edges of its box. */
function withoutEdges(ink: Ink, dotsPerInch: number): Ink {
  const components = componentsOf(ink);
  components.all.forEach(({ left, right, top, bottom }, index) => {
    const thin = Math.min(right - left, bottom - top) < 0.03 * dotsPerInch;
    const long = Math.max(right - left, bottom - top) > 0.12 * dotsPerInch;
    if (thin && long) components.paint(index, ink.at, 0);
  });
  return ink;
}

function isWithin(size: number, { least, most }: { readonly least: number; readonly most: number }): boolean {
  return size >= least && size <= most;
}

/** Groups of components that lie near each other. */
function clusters(components: readonly Component[], gap: number): Area[] {
  let areas: Area[] = [...components].sort((a, b) => a.top - b.top);
  for (let before = -1; areas.length !== before; ) {
    before = areas.length;
    const joined: Area[] = [];
    for (const area of areas) {
      const at = joined.findIndex(
        (other) =>
          area.left - gap < other.right &&
          area.right + gap > other.left &&
          area.top - gap < other.bottom &&
          area.bottom + gap > other.top,
      );
      const other = joined[at];
      if (other) joined[at] = around([area, other]);
      else joined.push(area);
    }
    areas = joined;
  }
  return areas;
}

function levelStamp(picture: Picture, area: Area, darker: number | undefined): Strip {
  const room = Math.round(0.12 * picture.dotsPerInch);
  const cut = cropped(picture, {
    left: area.left - room,
    top: area.top - room,
    right: area.right + room,
    bottom: area.bottom + room,
  });
  const lie = lieOf(inkOf(cut, darker), { most: stampTurn, fewest: 40 });
  const level = turnedSlightly(cut, lie.onSide ? 0 : lie.angle);
  const ink = inkOf(level, darker);
  const gray = level.gray.slice();
  eraseLines(gray, ink, rulingLines(ink, level.dotsPerInch), level.dotsPerInch);
  withoutFrame(level, ink);
  return blackAndWhite(level, ink);
}

/** What is left of a frame reaches around the letters. */
function withoutFrame(picture: Picture, ink: Ink): void {
  const components = componentsOf(ink);
  components.all.forEach((component, index) => {
    const isFrame =
      component.right - component.left > 0.7 * picture.width ||
      (component.bottom - component.top > 0.7 * picture.height && picture.height > 0.3 * picture.dotsPerInch);
    if (isFrame) components.paint(index, ink.at, 0);
  });
}

/** A part of a picture; what lies outside of it is paper. */
function cropped(picture: Picture, area: Area): Picture {
  const [width, height] = [area.right - area.left, area.bottom - area.top];
  const gray = new Uint8Array(width * height).fill(255);
  for (let y = Math.max(0, area.top); y < Math.min(picture.height, area.bottom); y++) {
    const [from, to] = [Math.max(0, area.left), Math.min(picture.width, area.right)];
    gray.set(
      picture.gray.subarray(y * picture.width + from, y * picture.width + to),
      (y - area.top) * width + from - area.left,
    );
  }
  return { width, height, dotsPerInch: picture.dotsPerInch, gray, red: null };
}

function blackAndWhite({ width, height }: Picture, ink: Ink): Strip {
  return { width, height, gray: ink.at.map((value) => (value === 1 ? 0 : 255)) };
}
