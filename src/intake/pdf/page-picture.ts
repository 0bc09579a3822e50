import { type Result, succeed } from "../../domain/basics/result.ts";
import { decodeImage } from "../scan/decode-image.ts";
import type { PageImage } from "../scan/page-image.ts";
import { contentOf } from "./content.ts";
import { faceOf } from "./glyphs.ts";
import { identity, type Matrix, matrixOf } from "./matrix.ts";
import { type OpenPdf, openPdf, type PdfPage } from "./open-pdf.ts";

/** Pages that are no picture are drawn at this (dots an inch). */
const drawnAt = 300;
/** A picture is the page when it covers this share of its width and of its height. */
const coverShare = 0.94;

/** The pages of a PDF file as pictures. */
export interface PagePictures {
  readonly pageCount: number;
  /** The picture of a page as it lies, with its colours; null when none can be made. */
  readonly image: (number: number) => Promise<PageImage | null>;
  /** Gives the memory back. */
  readonly close: () => Promise<void>;
}

/**
 * Opens a file for the pictures of its pages, each made in at most this time (ms). A page that is one picture is that
 * picture at its own resolution; every other page is drawn, for which the file is opened a second time with all of its
 * pictures decoded by the library. Fails as `openPdf` does.
 */
export async function openPictures(bytes: Uint8Array, milliseconds: number): Promise<Result<PagePictures>> {
  const opened = await openPdf(bytes, milliseconds, "stored");
  if (!opened.ok) return opened;
  const stored = opened.value;
  let decoded: ReturnType<typeof openPdf> | null = null;
  const drawn = async (number: number): Promise<PageImage | null> => {
    decoded ??= openPdf(bytes, milliseconds, "decoded");
    const whole = await decoded;
    return whole.ok ? drawnPage(whole.value, number, milliseconds) : null;
  };
  return succeed({
    pageCount: stored.document.numPages,
    image: async (number) => (await storedPage(stored, number, milliseconds)) ?? drawn(number),
    close: async () => {
      await stored.close();
      const whole = await decoded;
      if (whole?.ok) await whole.value.close();
    },
  });
}

function storedPage(pdf: OpenPdf, number: number, milliseconds: number): Promise<PageImage | null> {
  return withPage(pdf, number, milliseconds, (page) => scannedPicture(pdf, page));
}

/** Where a stored picture could not be decoded, the library may still make something of it. */
async function drawnPage(pdf: OpenPdf, number: number, milliseconds: number): Promise<PageImage | null> {
  const whole = await storedPage(pdf, number, milliseconds);
  return whole ?? withPage(pdf, number, milliseconds, drawnPicture);
}

async function withPage(
  pdf: OpenPdf,
  number: number,
  milliseconds: number,
  make: (page: PdfPage) => Promise<PageImage | null>,
): Promise<PageImage | null> {
  const page = await pdf.waitFor(milliseconds, pdf.document.getPage(number)).catch(() => null);
  if (page === null) return null;
  try {
    return await pdf.waitFor(milliseconds, make(page)).catch(() => null);
  } finally {
    for (const objects of [page.objs, page.commonObjs]) forgetFiles(objects);
    page.cleanup();
  }
}

/** The library closes what it holds for pictures of a browser; files of pictures have nothing to close. */
function forgetFiles(objects: PdfPage["objs"]): void {
  for (const [, held] of objects) if (isHanded(held) && held.bitmap) delete held.bitmap;
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

/** A picture as the library hands it over: decoded, or as the JPEG file that it is stored as. */
interface HandedImage {
  readonly width: number;
  readonly height: number;
  /** 1: a bit a point; 2: red, green, blue; 3: and opacity. */
  readonly kind?: number;
  readonly data: Uint8Array | Uint8ClampedArray | null;
  bitmap?: ArrayBuffer;
}

/** The picture over so many points of the page; null when it cannot be decoded. */
async function decoded(
  { width, height, kind = 0, data, bitmap }: HandedImage,
  points: number,
  quarters: number,
): Promise<PageImage | null> {
  const dotsPerInch = (width / points) * 72;
  if (bitmap) {
    const image = await decodeImage(new Uint8Array(bitmap), dotsPerInch);
    return image && { ...image, quarters };
  }
  const channels = channelsOf[kind];
  return data && channels !== undefined ? { width, height, dotsPerInch, channels, data, quarters } : null;
}

/** By the library's numbers of kinds. */
const channelsOf: Readonly<Record<number, PageImage["channels"]>> = { 1: "bits", 2: 3, 3: 4 };

function objectNamed(page: PdfPage, name: string): Promise<HandedImage | null> {
  const objects = name.startsWith("g_") ? page.commonObjs : page.objs;
  return new Promise((resolve) => {
    objects.get(name, (found: unknown) => resolve(isHanded(found) ? found : null));
  });
}

function isHanded(found: unknown): found is HandedImage {
  if (typeof found !== "object" || found === null || !("width" in found) || !("height" in found))
    return false;
  const isDecoded = "kind" in found && "data" in found && ArrayBuffer.isView(found.data);
  return isDecoded || ("bitmap" in found && found.bitmap instanceof ArrayBuffer);
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
