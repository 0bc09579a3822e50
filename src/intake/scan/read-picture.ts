import type { Rejection } from "../../domain/basics/ledger.ts";
import type { PictureReading } from "../../domain/document/extract.ts";
import { gridsOf } from "../../domain/document/layout/grid.ts";
import type { Grid } from "../../domain/document/layout/grid-shape.ts";
import { mergeRulings } from "../../domain/document/layout/rulings.ts";
import type { Page, PageWord } from "../../domain/document/page.ts";
import { type Box, describePlace, onPage } from "../../domain/document/place.ts";
import { whyUnplaced } from "../../domain/language/unplaced-reasons.ts";
import type { Component } from "./components.ts";
import { votedFigures } from "./figure-vote.ts";
import { placedWords } from "./found-words.ts";
import { type HeadStrips, headStrips, readHeadStrips } from "./head-readings.ts";
import { boxOf, type PageInk, sortInk } from "./page-ink.ts";
import { type Picture, turnedQuarters } from "./picture.ts";
import {
  cellRegions,
  distanceBetween,
  isMark,
  type Measure,
  type Region,
  smallLetter,
  textRegions,
} from "./regions.ts";
import { type CutPage, secondLook } from "./second-look.ts";
import { standsOnHead, straightened, type Turn } from "./straighten.ts";
import type { StripReader } from "./strip-reader.ts";
import { type RegionStrip, stripsOf } from "./strips.ts";

/** A page made ready for the recogniser: straightened, its lines found, its text cut into regions. */
export interface PreparedPage {
  /** The page without its words. */
  readonly page: Page;
  /** A picture of each region, with what it shows of the page. */
  readonly strips: readonly RegionStrip[];
  readonly drawings: readonly Box[];
  readonly dotsPerInch: number;
  readonly cut: CutPage;
  /** For the first page: its head cut out in other ways, to be looked through for marks. */
  readonly head: HeadStrips | null;
}

/** Makes the picture of a page ready to be read. */
export function preparePicture(given: Picture, number: number): PreparedPage {
  const { dotsPerInch } = given;
  const { level, ink } = uprightInk(straightened(given).level);
  const { picture, rulings, letters, drawings } = ink;
  const page: Page = {
    number,
    width: (picture.width * 72) / dotsPerInch,
    height: (picture.height * 72) / dotsPerInch,
    pictureShare: 1,
    words: [],
    rulings: mergeRulings(rulings),
  };
  const usual = smallLetter(letters);
  const regions = regionsOf(page, letters, { dotsPerInch, usual });
  const strips = stripsOf(picture, regions, letters);
  return {
    page,
    strips,
    drawings,
    dotsPerInch,
    cut: { picture, letters, regions, usual },
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

/** How the picture of a page is turned to be read. */
export function turnToRead(given: Picture): Turn {
  const { level, turn } = straightened(given);
  const { letters } = sortInk(level);
  return standsOnHead(letters, smallLetter(letters)) ? { ...turn, quarters: turn.quarters + 2 } : turn;
}

/** Has a page read, with the next one when it is told to wait for that. Throws when the recogniser fails. */
export async function wordsRead(
  { page, strips, drawings, dotsPerInch, cut, head }: PreparedPage,
  reader: StripReader,
  { waits = false }: { readonly waits?: boolean } = {},
): Promise<PictureReading> {
  const heads = head && readHeadStrips(head, page.number, reader);
  const words = waits ? reader.readLater(strips, dotsPerInch) : reader.read(strips, dotsPerInch);
  const [headReadings, first] = await Promise.all([heads ?? [], words]);
  const again = await secondLook(cut, strips, first, reader);
  const read = page.number === 1 ? await votedFigures(cut, strips, again, reader) : again;
  const found = strips.map((strip, i) => placedWords(strip, read[i] ?? [], dotsPerInch));
  return {
    page: { ...page, words: found.flatMap((part) => part.words) },
    headReadings,
    rejected: [
      ...found.flatMap((part) => part.noise.map((word) => notText(page.number, word))),
      ...drawings.map((box) => drawn(page.number, box)),
    ],
  };
}

function regionsOf(page: Page, letters: readonly Component[], measure: Measure): readonly Region[] {
  const { dotsPerInch: dpi, usual } = measure;
  const grids = gridsOf(page);
  const cells = grids.flatMap((grid) =>
    grid.cells.map(
      (cell): CellInk => ({ grid, box: boxOfCell(grid, cell), column: cell.columnFrom, components: [] }),
    ),
  );
  // Text above, between and below tables; what lies in a table and in no cell of it is left of its lines.
  const free = Array.from({ length: grids.length + 1 }, (): Component[] => []);
  const marks: Component[] = [];
  for (const letter of letters) {
    const box = boxOf(letter, dpi);
    const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
    const at = cells.find((cell) => holds(cell.box, x, y, 0));
    if (isMark(letter, usual) && isAtBorder(cells, at, x, y)) marks.push(letter);
    else if (at) at.components.push(letter);
    else if (!grids.some((grid) => isWithin(grid, x, y)))
      free[grids.filter((grid) => (grid.ys.at(-1) ?? 0) < y).length]?.push(letter);
  }
  const nearest = marks.map((mark) => cellOfMark(cells, mark, measure));
  marks.forEach((mark, i) => void nearest[i]?.components.push(mark));
  return [
    ...grids.flatMap((grid) =>
      cellRegions(
        cells.filter((cell) => cell.grid === grid),
        measure,
      ),
    ),
    ...free.flatMap((part) => textRegions(part, measure)),
  ];
}

/** A cell with the ink that stands in it. */
interface CellInk {
  readonly grid: Grid;
  /** Points of the page. */
  readonly box: Box;
  readonly column: number;
  readonly components: Component[];
}

/** Marks so near to a border (points of the page) may reach over it, from the cell below or from the one above. */
const borderRoom = 4;

function isAtBorder(cells: readonly CellInk[], own: CellInk | undefined, x: number, y: number): boolean {
  return cells.some((cell) => cell !== own && holds(cell.box, x, y, borderRoom));
}

/** A mark that reaches below a border by this share of a small letter belongs to a letter of the cell below. */
const reach = 0.25;

/** The cell that a mark at a border belongs to: the one it ends in, unless only the other has a letter near. */
function cellOfMark(cells: readonly CellInk[], mark: Component, measure: Measure): CellInk | undefined {
  const box = boxOf(mark, measure.dotsPerInch);
  const [x, y] = [(box[0] + box[2]) / 2, (box[1] + box[3]) / 2];
  const xHeight = (measure.usual * 72) / measure.dotsPerInch;
  const near = cells
    .filter((cell) => holds(cell.box, x, y, borderRoom))
    .map((cell) => ({
      cell,
      distance: Math.min(
        Number.MAX_SAFE_INTEGER,
        ...cell.components
          .filter((letter) => !isMark(letter, measure.usual))
          .map((letter) => distanceBetween(letter, mark)),
      ),
    }))
    .sort((a, b) => a.distance - b.distance);
  const own = near.find(({ cell }) => holds(cell.box, x, box[3] - reach * xHeight, 0));
  const [nearest] = near;
  const stays = own && (own.distance <= measure.usual || (nearest?.distance ?? 0) > measure.usual / 2);
  return stays ? own.cell : nearest?.cell;
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

function boxOfCell({ xs, ys }: Grid, cell: Grid["cells"][number]): Box {
  return [xs[cell.columnFrom] ?? 0, ys[cell.rowFrom] ?? 0, xs[cell.columnTo] ?? 0, ys[cell.rowTo] ?? 0];
}

function holds([left, top, right, bottom]: Box, x: number, y: number, room: number): boolean {
  return x > left && x < right && y > top - room && y < bottom + room;
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
