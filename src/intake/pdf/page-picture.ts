import { type PageImage, pictureOfImage } from "../scan/page-image.ts";
import type { Picture } from "../scan/picture.ts";
import { contentOf } from "./content.ts";
import { faceOf } from "./glyphs.ts";
import { identity, type Matrix, matrixOf } from "./matrix.ts";
import type { OpenPdf, PdfPage } from "./open-pdf.ts";

/** The picture of one page as it lies, at the resolution of the scan where the page is one, else drawn at this (dots an inch). */
const drawnAt = 300;
/** A picture is the page when it covers this share of its width and of its height. */
const coverShare = 0.94;

/**
 * The picture of a page of a file opened with its pictures, in at most this time (ms). A page that is one picture is
 * that picture, every other page is drawn. Null when the library cannot make one.
 */
export async function pagePicture(
  pdf: OpenPdf,
  number: number,
  milliseconds: number,
): Promise<Picture | null> {
  const image = await pageImage(pdf, number, milliseconds);
  return image && pictureOfImage(image);
}

/** The same as it was decoded, with its colours. */
export async function pageImage(
  pdf: OpenPdf,
  number: number,
  milliseconds: number,
): Promise<PageImage | null> {
  const page = await pdf.waitFor(milliseconds, pdf.document.getPage(number)).catch(() => null);
  if (page === null) return null;
  try {
    const whole = await pdf.waitFor(milliseconds, scannedPicture(pdf, page)).catch(() => null);
    return whole ?? (await pdf.waitFor(milliseconds, drawnPicture(page)).catch(() => null));
  } finally {
    page.cleanup();
  }
}

async function scannedPicture(pdf: OpenPdf, page: PdfPage): Promise<PageImage | null> {
  const list = await page.getOperatorList();
  const { width, height, transform } = page.getViewport({ scale: 1 });
  const { named, glyphs } = contentOf(list, {
    viewport: matrixOf(transform) ?? identity,
    width,
    height,
    operators: pdf.operators,
    fontNamed: () => faceOf(""),
  });
  const large = named.filter(({ matrix }) => coverage(matrix, width, height) > 0.1);
  const [only] = large;
  const painted = glyphs.some((glyph) => !glyph.hidden && glyph.origin === "text");
  if (!only || large.length > 1 || painted || coverage(only.matrix, width, height) < coverShare ** 2)
    return null;
  const quarters = quartersOf(only.matrix);
  if (quarters === null) return null;
  const drawn = await objectNamed(page, only.name);
  const across = Math.hypot(only.matrix[0], only.matrix[1]);
  return drawn && decoded(drawn, across, quarters);
}

/** Share of the page that the picture covers, 0 when it covers much less of one side than of the other. */
function coverage(matrix: Matrix, width: number, height: number): number {
  const across = Math.abs(matrix[0]) + Math.abs(matrix[2]);
  const down = Math.abs(matrix[1]) + Math.abs(matrix[3]);
  return Math.min(1, across / width) * Math.min(1, down / height);
}

/** By how many quarters to the right a picture lies turned; null when it is mirrored or turned otherwise. */
function quartersOf([a, b, c, d]: Matrix): number | null {
  const size = Math.hypot(a, b);
  const turn = Math.atan2(b, a) / (Math.PI / 2);
  const straight = Math.abs(turn - Math.round(turn)) < 0.01 && Math.abs(a * c + b * d) < 0.01 * size * size;
  if (!straight || a * d - b * c > 0) return null;
  return (Math.round(turn) + 4) % 4;
}

interface DecodedImage {
  readonly width: number;
  readonly height: number;
  /** 1: a bit a point; 2: red, green, blue; 3: and opacity. */
  readonly kind: number;
  readonly data: Uint8Array | Uint8ClampedArray;
}

function decoded(
  { width, height, kind, data }: DecodedImage,
  points: number,
  quarters: number,
): PageImage | null {
  const channels = channelsOf[kind];
  if (channels === undefined) return null;
  return { width, height, dotsPerInch: (width / points) * 72, channels, data, quarters };
}

/** By the library's numbers of kinds. */
const channelsOf: Readonly<Record<number, PageImage["channels"]>> = { 1: "bits", 2: 3, 3: 4 };

function objectNamed(page: PdfPage, name: string): Promise<DecodedImage | null> {
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(name, (found: unknown) => resolve(isDecoded(found) ? found : null));
  });
}

function isDecoded(found: unknown): found is DecodedImage {
  return (
    typeof found === "object" &&
    found !== null &&
    "data" in found &&
    ArrayBuffer.isView(found.data) &&
    "kind" in found &&
    "width" in found &&
    "height" in found
  );
}

async function drawnPicture(page: PdfPage): Promise<PageImage> {
  const { createCanvas } = await import("@napi-rs/canvas");
  const viewport = page.getViewport({ scale: drawnAt / 72 });
  const width = Math.ceil(viewport.width);
  const height = Math.ceil(viewport.height);
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, width, height);
  // The canvas of this package has all that the library draws with, but other type names than that of a browser.
  await page.render({ canvas: null, canvasContext: context as never, viewport }).promise;
  const { data } = context.getImageData(0, 0, width, height);
  return { width, height, dotsPerInch: drawnAt, channels: 4, data, quarters: 0 };
}
