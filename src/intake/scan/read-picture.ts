import type { Rejection } from "../../domain/basics/ledger.ts";
import type { PictureReading } from "../../domain/document/extract.ts";
import { gridsOf } from "../../domain/document/layout/grid.ts";
import type { Grid } from "../../domain/document/layout/grid-shape.ts";
import { mergeRulings } from "../../domain/document/layout/rulings.ts";
import type { Page, PageWord } from "../../domain/document/page.ts";
import { type Box, describePlace, onPage } from "../../domain/document/place.ts";
import { whyUnplaced } from "../../domain/language/unplaced-reasons.ts";
import type { Component } from "./components.ts";
import { placedWords } from "./found-words.ts";
import { type HeadStrips, headStrips, readHeadStrips } from "./head-readings.ts";
import { wordsOfHocr } from "./hocr.ts";
import { boxOf, type PageInk, sortInk } from "./page-ink.ts";
import { type Picture, turnedQuarters } from "./picture.ts";
import type { Recogniser } from "./recogniser.ts";
import { cellRegions, type Region, smallLetter, textRegions } from "./regions.ts";
import { standsOnHead, straightened } from "./straighten.ts";
import { type StripPlaces, stripsOf } from "./strips.ts";
import { writeTiff } from "./tiff.ts";

/** A page made ready for the recogniser: straightened, its lines found, its text cut into regions. */
export interface PreparedPage {
  /** The page without its words. */
  readonly page: Page;
  /** Regions as pages of a TIFF file; null when there is nothing to read on the page. */
  readonly tiff: Uint8Array | null;
  readonly places: readonly StripPlaces[];
  readonly drawings: readonly Box[];
  readonly dotsPerInch: number;
  /** For the first page: its head cut out in other ways, to be looked through for marks. */
  readonly head: HeadStrips | null;
}

/** Makes the picture of a page ready to be read; what is large is given up with the picture. */
export function preparePicture(given: Picture, number: number): PreparedPage {
  const { dotsPerInch } = given;
  const { level, ink } = uprightInk(straightened(given));
  const { picture, rulings, letters, drawings } = ink;
  const page: Page = {
    number,
    width: (picture.width * 72) / dotsPerInch,
    height: (picture.height * 72) / dotsPerInch,
    pictureShare: 1,
    words: [],
    rulings: mergeRulings(rulings),
  };
  const strips = stripsOf(picture, regionsOf(page, letters, dotsPerInch));
  return {
    page,
    tiff: strips.length > 0 ? writeTiff(strips, dotsPerInch) : null,
    places: strips.map(({ pieces }) => ({ pieces })),
    drawings,
    dotsPerInch,
    head: number === 1 ? headStrips(level) : null,
  };
}

/** The ink of a level page, turned over when it stands on its head. */
function uprightInk(level: Picture): { readonly level: Picture; readonly ink: PageInk } {
  const ink = sortInk(level);
  if (!standsOnHead(ink.letters, smallLetter(ink.letters))) return { level, ink };
  const turned = turnedQuarters(level, 2);
  return { level: turned, ink: sortInk(turned) };
}

/** Has a page read. Throws when the recogniser fails. */
export async function wordsRead(
  { page, tiff, places, drawings, dotsPerInch, head }: PreparedPage,
  recogniser: Recogniser,
): Promise<PictureReading> {
  const headReadings = head === null ? [] : await readHeadStrips(head, page.number, recogniser);
  const hocr = tiff === null ? "" : await recogniser.recognise(tiff, places.length);
  const read = wordsOfHocr(hocr, places.length);
  const found = places.map((place, i) => placedWords(place, read[i] ?? [], dotsPerInch));
  return {
    page: { ...page, words: found.flatMap((part) => part.words) },
    headReadings,
    rejected: [
      ...found.flatMap((part) => part.noise.map((word) => notText(page.number, word))),
      ...drawings.map((box) => drawn(page.number, box)),
    ],
  };
}

function regionsOf(page: Page, letters: readonly Component[], dpi: number): readonly Region[] {
  const grids = gridsOf(page);
  const cells = grids.flatMap((grid) =>
    grid.cells.map((cell) => ({ grid, cell, column: cell.columnFrom, components: [] as Component[] })),
  );
  // Text above, between and below tables; what lies in a table and in no cell of it is left of its lines.
  const free = Array.from({ length: grids.length + 1 }, (): Component[] => []);
  for (const letter of letters) {
    const box = boxOf(letter, dpi);
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const at = cells.find(({ grid, cell }) => holds(grid, cell, x, y));
    if (at) at.components.push(letter);
    else if (!grids.some((grid) => isWithin(grid, x, y)))
      free[grids.filter((grid) => (grid.ys.at(-1) ?? 0) < y).length]?.push(letter);
  }
  const usual = smallLetter(letters);
  return [
    ...grids.flatMap((grid) =>
      cellRegions(
        cells.filter((cell) => cell.grid === grid),
        { dotsPerInch: dpi, usual },
      ),
    ),
    ...free.flatMap((part) => textRegions(part, { dotsPerInch: dpi, usual })),
  ];
}

function isWithin(grid: Grid, x: number, y: number): boolean {
  const around = 4;
  return (
    x > (grid.xs[0] ?? 0) - around &&
    x < (grid.xs.at(-1) ?? 0) + around &&
    y > (grid.ys[0] ?? 0) - around &&
    y < (grid.ys.at(-1) ?? 0) + around
  );
}

function holds(grid: Grid, cell: Grid["cells"][number], x: number, y: number): boolean {
  return (
    x > (grid.xs[cell.columnFrom] ?? 0) &&
    x < (grid.xs[cell.columnTo] ?? 0) &&
    y > (grid.ys[cell.rowFrom] ?? 0) &&
    y < (grid.ys[cell.rowTo] ?? 0)
  );
}

function notText(page: number, word: PageWord): Rejection {
  return { what: word.text, where: describePlace(onPage(page, word.box)), why: whyUnplaced("strokes") };
}

function drawn(page: number, box: Box): Rejection {
  return {
    what: "nét vẽ lớn",
    where: describePlace(onPage(page, box)),
    why: whyUnplaced("drawing"),
  };
}
