import { deflateSync } from "node:zlib";
import type { Extract } from "../../domain/document/extract.ts";
import { openPictures, type PagePictures } from "../pdf/page-picture.ts";
import { decodeImage } from "./decode-image.ts";
import { type PageCopy, type PageImage, pictureOfImage } from "./page-image.ts";
import { pictureHead } from "./picture-head.ts";
import { turnToRead } from "./read-picture.ts";
import { tiffAsPdf } from "./tiff-as-pdf.ts";
import { tiffPages } from "./tiff-pages.ts";

/** As a person still reads with ease what a scanner took. */
const quality = 72;
/** Making the picture of a page may take so long (ms). */
const patience = 20_000;

/**
 * Makes the pictures of all pages of a file that was read, and hands them over one by one: turned and straightened where
 * the page was read off its picture, so that its words lie where they were read, else as they are.
 */
export async function handCopies(
  bytes: Uint8Array,
  { format, content, pageCount }: Extract,
  hand: (number: number, copy: PageCopy | null) => Promise<void>,
): Promise<void> {
  if (content.kind !== "pages") return;
  const images = await imagesOf(bytes, format);
  try {
    const recognised = new Set(
      content.pages.flatMap(({ number, words }) =>
        words.some(({ origin }) => origin === "recognised") ? [number] : [],
      ),
    );
    for (let number = 1; number <= (pageCount ?? 1); number++) {
      const image = await images.image(number);
      await hand(number, image && (await copyOf(image, recognised.has(number))));
    }
  } finally {
    await images.close();
  }
}

type Images = Pick<PagePictures, "image" | "close">;

async function imagesOf(bytes: Uint8Array, format: Extract["format"]): Promise<Images> {
  const head = format === "picture" ? pictureHead(bytes) : null;
  if (head) return { image: () => decodeImage(bytes, head.dotsPerInch), close: async () => undefined };
  const pages = format === "picture" ? tiffPages(bytes) : null;
  const opened = await openPictures(pages ? tiffAsPdf(pages) : bytes, patience);
  return opened.ok ? opened.value : { image: async () => null, close: async () => undefined };
}

async function copyOf(image: PageImage, straighten: boolean): Promise<PageCopy> {
  const turn = straighten ? turnToRead(pictureOfImage(image)) : { quarters: 0, angle: 0 };
  const quarters = image.quarters + turn.quarters;
  const onSide = quarters % 2 === 1;
  const [across, down] = onSide ? [image.height, image.width] : [image.width, image.height];
  const scale = 72 / image.dotsPerInch;
  const turned = await drawn(image, { across, down, turn: (quarters * Math.PI) / 2 - turn.angle });
  const isBits = image.channels === "bits";
  return {
    ...{ width: across * scale, height: down * scale, across, down },
    kind: isBits ? "bits" : "jpeg",
    data: isBits ? bitsOf(turned.pixels(), across) : await turned.jpeg(),
  };
}

/** The picture on paper of a size, turned about its middle (radians, clockwise). */
async function drawn(
  image: PageImage,
  { across, down, turn }: { readonly across: number; readonly down: number; readonly turn: number },
) {
  const { createCanvas } = await import("@napi-rs/canvas");
  const { width, height } = image;
  const source = createCanvas(width, height);
  const from = source.getContext("2d");
  const pixels = from.createImageData(width, height);
  fill(pixels.data, image);
  from.putImageData(pixels, 0, 0);
  const canvas = createCanvas(across, down);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, across, down);
  context.translate(across / 2, down / 2);
  context.rotate(turn);
  context.drawImage(source, -width / 2, -height / 2);
  return {
    jpeg: async () => new Uint8Array(await canvas.encode("jpeg", quality)),
    pixels: () => context.getImageData(0, 0, across, down).data,
  };
}

/** Writes a picture as red, green, blue and opacity. */
function fill(to: Uint8ClampedArray, { data, channels, width, height }: PageImage): void {
  if (channels === 4) {
    to.set(data.subarray(0, to.length));
    return;
  }
  if (channels === "bits") {
    const stride = (width + 7) >> 3;
    for (let y = 0, at = 0; y < height; y++)
      for (let x = 0; x < width; x++, at += 4) {
        const light = (((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255;
        to[at] = to[at + 1] = to[at + 2] = light;
        to[at + 3] = 255;
      }
    return;
  }
  for (let i = 0, at = 0; at < to.length; i += 3, at += 4) {
    to[at] = data[i] ?? 255;
    to[at + 1] = data[i + 1] ?? 255;
    to[at + 2] = data[i + 2] ?? 255;
    to[at + 3] = 255;
  }
}

/** Black and white stays so: half-way greys that turning made are parted. */
function bitsOf(pixels: Uint8ClampedArray, width: number): Uint8Array {
  const stride = (width + 7) >> 3;
  const height = pixels.length / 4 / width;
  const bits = new Uint8Array(stride * height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 4)
      if ((pixels[at] as number) > 127) {
        // Inside the picture.
        const byte = y * stride + (x >> 3);
        bits[byte] = (bits[byte] as number) | (128 >> (x & 7));
      }
  return new Uint8Array(deflateSync(bits));
}
