import { bookStep, type Rejection } from "../../domain/basics/ledger.ts";
import { fail, type Result, succeed } from "../../domain/basics/result.ts";
import type { Extract, ExtractNotice } from "../../domain/document/extract.ts";
import { mergeRulings } from "../../domain/document/layout/rulings.ts";
import type { Page, Ruling } from "../../domain/document/page.ts";
import { type Box, describePlace, onPage } from "../../domain/document/place.ts";
import { contentOf, type OperatorList } from "./content.ts";
import { type FontFace, faceOf } from "./glyphs.ts";
import { boxUnder, identity, type Matrix, matrixOf, multiply, turning } from "./matrix.ts";
import { type OpenPdf, openPdf, type PdfPage } from "./open-pdf.ts";
import { wordsOf } from "./words.ts";

const mostPages = 5000;
/** A page that takes longer than this (ms) is taken for damaged: bytes changed at random can make a reader wait for ever. */
const patience = 20_000;
/** Fonts and other shared parts are given back after so many pages, so that memory does not grow with the file. */
const pagesBetweenCleanups = 50;
/** Share of a page covered by pictures from which a page without words is taken for a scan. */
const scanShare = 0.5;

/**
 * Reads a PDF file: words with boxes, ruling lines and annotations of every page, turned upright.
 *
 * Pages that are scans come with no words (but those of annotations) and a notice `scannedPages`. Fails with
 * `file.encrypted`, `file.damaged`, `file.too-many-pages` {pages, most}, or `file.scan` {pages} when most pages
 * are scans.
 */
export async function readPdf(bytes: Uint8Array): Promise<Result<Extract>> {
  const opened = await within(patience, openPdf(bytes)).catch(() => fail("file.damaged"));
  if (!opened.ok) return opened;
  try {
    return await readOpen(opened.value);
  } finally {
    await opened.value.close().catch(() => undefined);
  }
}

async function readOpen(pdf: OpenPdf): Promise<Result<Extract>> {
  const pageCount = pdf.document.numPages;
  if (pageCount > mostPages) return fail("file.too-many-pages", { pages: pageCount, most: mostPages });
  const read: PageReading[] = [];
  const rejected: Rejection[] = [];
  for (let number = 1; number <= pageCount; number++) {
    const reading = await readPage(pdf, number);
    if (reading) read.push(reading);
    else
      rejected.push({
        what: `trang ${number}`,
        where: describePlace(onPage(number, null)),
        why: "trang hỏng",
      });
    if (number % pagesBetweenCleanups === 0) await pdf.document.cleanup().catch(() => undefined);
  }
  if (read.length === 0) return fail("file.damaged");
  const scans = read.filter((reading) => isScan(reading.page));
  if (
    scans.length * 2 > read.length &&
    !read.some((reading) => !isScan(reading.page) && hasText(reading.page))
  )
    return fail("file.scan", { pages: scans.length });
  return succeed({
    format: "pdf",
    pageCount,
    content: { kind: "pages", pages: read.map((reading) => reading.page) },
    notices: [...noticesOf(read, scans), ...read.flatMap((reading) => reading.signatures)],
    steps: [bookStep("pages", pageCount, read.length, rejected)],
  });
}

interface PageReading {
  readonly page: Page;
  readonly notComposed: number;
  readonly hidden: number;
  readonly legacyFonts: number;
  readonly signatures: readonly ExtractNotice[];
}

/** One page, or null when the library cannot read it: it reports damage by throwing whatever it came across. */
async function readPage(pdf: OpenPdf, number: number): Promise<PageReading | null> {
  const page = await within(patience, pdf.document.getPage(number)).catch(() => null);
  if (page === null) return null;
  try {
    const operators = await within(patience, page.getOperatorList()).catch(() => null);
    return operators && (await interpret(pdf, page, operators));
  } finally {
    page.cleanup();
  }
}

async function interpret(pdf: OpenPdf, page: PdfPage, list: OperatorList): Promise<PageReading> {
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
  return {
    page: {
      number: page.pageNumber,
      width: onItsSide ? height : width,
      height: onItsSide ? width : height,
      pictureShare: shareOf(content.pictures, width, height),
      words: text.words,
      rulings: mergeRulings(content.rulings.map((ruling) => turnedRuling(ruling, upright, onItsSide))),
    },
    notComposed: text.notComposed,
    hidden: text.hidden,
    legacyFonts: [...fonts.values()].filter((font) => isLegacyFont(font.name)).length,
    signatures: await signaturesOf(page, multiply(upright, lying)),
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

/** Fonts of the encodings before Unicode (TCVN3: ".VnTime", VNI: "VNI-Times"): their letters are not what they say. */
function isLegacyFont(name: string): boolean {
  return /^\.?Vn(?:3D)?[A-Z]|^VNI-/.test(name);
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

function isScan(page: Page): boolean {
  return !hasText(page) && page.pictureShare >= scanShare;
}

/** Words of the page itself; stamps and signatures are laid over a scan later. */
function hasText(page: Page): boolean {
  return page.words.some((word) => word.origin === "text");
}

function noticesOf(read: readonly PageReading[], scans: readonly PageReading[]): ExtractNotice[] {
  const annotated = read.flatMap(({ page }) => page.words.filter((word) => word.origin === "annotation"));
  const onAnnotated = read.find(({ page }) => page.words.some((word) => word.origin === "annotation"));
  const sum = (count: (reading: PageReading) => number): number =>
    read.reduce((total, reading) => total + count(reading), 0);
  const notices: ExtractNotice[] = [
    ...scans.map(({ page }) => ({
      code: "scannedPages" as const,
      count: 1,
      place: onPage(page.number, [0, 0, page.width, page.height]),
    })),
    {
      code: "annotationText",
      count: annotated.length,
      place: onAnnotated ? onPage(onAnnotated.page.number, null) : null,
    },
    { code: "notComposed", count: sum((reading) => reading.notComposed), place: null },
    { code: "hiddenText", count: sum((reading) => reading.hidden), place: null },
    { code: "legacyFont", count: sum((reading) => reading.legacyFonts), place: null },
  ];
  return notices.filter((notice) => notice.count > 0);
}

/** A notice for each signature field of the page, with its place when it is shown. */
async function signaturesOf(page: PdfPage, toPage: Matrix): Promise<ExtractNotice[]> {
  const annotations: unknown = await within(patience, page.getAnnotations()).catch(() => null);
  if (!Array.isArray(annotations)) return [];
  return annotations
    .filter((annotation) => annotation?.fieldType === "Sig")
    .map((annotation) => {
      const [left, top, right, bottom] = Array.isArray(annotation.rect) ? annotation.rect.map(Number) : [];
      const shown = left !== undefined && top !== undefined && right > left && bottom > top;
      const box = shown ? boxUnder(toPage, left, top, right, bottom) : null;
      return { code: "digitalSignature", count: 1, place: onPage(page.pageNumber, box) };
    });
}

/** Waits for a promise, but not longer than this (ms); rejects when the time is over. */
function within<T>(milliseconds: number, promise: Promise<T>): Promise<T> {
  const { promise: late, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("took too long")), milliseconds);
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
