import type { ExtractNotice } from "../../domain/document/extract.ts";
import { mergeRulings } from "../../domain/document/layout/rulings.ts";
import type { Page, Ruling } from "../../domain/document/page.ts";
import { type Box, onPage } from "../../domain/document/place.ts";
import { contentOf, type OperatorList } from "./content.ts";
import { type FontFace, faceOf } from "./glyphs.ts";
import { boxUnder, identity, type Matrix, matrixOf, multiply, turning } from "./matrix.ts";
import type { OpenPdf, PdfPage } from "./open-pdf.ts";
import { wordsOf } from "./words.ts";

/** More words than a person reads in a day: a page of a map, or of damage. */
const mostWords = 20_000;
/** More lines than any table has are a drawing; the words of the page are read without them. */
const mostRulings = 5000;

/** A page, and what was noticed while reading it. */
export interface PageReading {
  readonly page: Page;
  readonly notComposed: number;
  readonly hidden: number;
  readonly legacyFonts: number;
  readonly signatures: readonly ExtractNotice[];
}

/**
 * One page, read in at most this time (ms). "damaged" when the library cannot read it (it reports damage by throwing
 * whatever it came across), "tooComplex" when it holds too much: time or memory came to an end, and the file is closed,
 * or there are more words than on any page to read.
 */
export async function readPage(
  pdf: OpenPdf,
  number: number,
  milliseconds: number,
): Promise<PageReading | "damaged" | "tooComplex"> {
  const failed = (): "damaged" | "tooComplex" => (pdf.isOpen() ? "damaged" : "tooComplex");
  const page = await pdf.waitFor(milliseconds, pdf.document.getPage(number)).catch(() => null);
  if (page === null) return failed();
  try {
    const operators = await pdf.waitFor(milliseconds, page.getOperatorList()).catch(() => null);
    if (operators === null) return failed();
    const annotations: unknown = await pdf.waitFor(milliseconds, page.getAnnotations()).catch(() => null);
    const reading = interpret(pdf, page, operators, annotations);
    return reading.page.words.length > mostWords ? "tooComplex" : reading;
  } finally {
    page.cleanup();
  }
}

function interpret(pdf: OpenPdf, page: PdfPage, list: OperatorList, annotations: unknown): PageReading {
  const viewport = page.getViewport({ scale: 1 });
  const { width, height } = viewport;
  const lying = matrixOf(viewport.transform) ?? identity;
  const fonts = new Map<string, FontFace>();
  const content = contentOf(list, {
    viewport: lying,
    width,
    height,
    operators: pdf.operators,
    fontNamed: (id) => fontNamed(page, id, fonts),
  });
  const text = wordsOf(content.glyphs, width, height);
  const upright = turning(text.quarters, width, height);
  const onItsSide = text.quarters % 2 === 1;
  const rulings = mergeRulings(content.rulings.map((ruling) => turnedRuling(ruling, upright, onItsSide)));
  return {
    page: {
      number: page.pageNumber,
      width: onItsSide ? height : width,
      height: onItsSide ? width : height,
      pictureShare: shareOf(content.pictures, width, height),
      words: text.words,
      rulings: rulings.length > mostRulings ? [] : rulings,
    },
    notComposed: text.notComposed,
    hidden: text.hidden,
    legacyFonts: [...fonts.values()].filter((font) => font.legacy !== null).length,
    signatures: signaturesOf(annotations, page.pageNumber, multiply(upright, lying)),
  };
}

function fontNamed(page: PdfPage, id: string, known: Map<string, FontFace>): FontFace | null {
  const before = known.get(id);
  if (before) return before;
  if (!page.commonObjs.has(id)) return null;
  const font: unknown = page.commonObjs.get(id);
  if (typeof font !== "object" || font === null) return null;
  const matrix = "fontMatrix" in font ? matrixOf(font.fontMatrix) : null;
  const name = "name" in font && typeof font.name === "string" ? font.name : "";
  const named = faceOf(name);
  const face: FontFace = {
    ...named,
    bold: named.bold || ("bold" in font && font.bold === true) || ("black" in font && font.black === true),
    italic: named.italic || ("italic" in font && font.italic === true),
    vertical: "vertical" in font && font.vertical === true,
    scale: matrix && matrix[0] !== 0 ? Math.abs(matrix[0]) : 0.001,
  };
  known.set(id, face);
  return face;
}

function turnedRuling(ruling: Ruling, upright: Matrix, onItsSide: boolean): Ruling {
  const box = boxUnder(upright, ...ruling.box);
  if (!onItsSide) return { direction: ruling.direction, box };
  return { direction: ruling.direction === "horizontal" ? "vertical" : "horizontal", box };
}

/** Share of the page under pictures, 0…1; strips of one scan add up, pictures that lie over each other count once each. */
function shareOf(pictures: readonly Box[], width: number, height: number): number {
  const covered = pictures.map(([left, top, right, bottom]) => {
    const across = Math.min(right, width) - Math.max(left, 0);
    const down = Math.min(bottom, height) - Math.max(top, 0);
    return Math.max(0, across) * Math.max(0, down);
  });
  const share = covered.reduce((sum, area) => sum + area, 0) / (width * height);
  return Number.isFinite(share) ? Math.min(1, share) : 0;
}

/** A notice for each signature field of the page, with its place when it is shown. */
function signaturesOf(annotations: unknown, page: number, toPage: Matrix): ExtractNotice[] {
  if (!Array.isArray(annotations)) return [];
  return annotations
    .filter((annotation) => annotation?.fieldType === "Sig")
    .map((annotation) => {
      const [left, top, right, bottom] = Array.isArray(annotation.rect) ? annotation.rect.map(Number) : [];
      const shown = left !== undefined && top !== undefined && right > left && bottom > top;
      const box = shown ? boxUnder(toPage, left, top, right, bottom) : null;
      return { code: "digitalSignature", count: 1, place: onPage(page, box) };
    });
}
