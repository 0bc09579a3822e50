import { type Picture, pictureOf, pictureOfBits, turnedQuarters } from "./picture.ts";

/** The picture of a page as it was decoded, with its colours. */
export interface PageImage {
  readonly width: number;
  readonly height: number;
  readonly dotsPerInch: number;
  /** "bits": one bit a point (1 white), rows of whole bytes; 3: red, green, blue; 4: and opacity. */
  readonly channels: "bits" | 3 | 4;
  readonly data: Uint8Array | Uint8ClampedArray;
  /** By how many quarters to the right it has to be turned. */
  readonly quarters: number;
}

/** The picture of a page for a copy of its file. */
export interface PageCopy {
  /** Points of the page, and of the picture. */
  readonly width: number;
  readonly height: number;
  readonly across: number;
  readonly down: number;
  /** JPEG, or one bit a point (1 white, rows of whole bytes, compressed as zlib does). */
  readonly kind: "jpeg" | "bits";
  readonly data: Uint8Array;
}

/** The same in shades of grey, turned. */
export function pictureOfImage({ width, height, dotsPerInch, channels, data, quarters }: PageImage): Picture {
  const picture =
    channels === "bits"
      ? pictureOfBits(
          new Uint8Array(data.buffer, data.byteOffset, data.byteLength),
          width,
          height,
          dotsPerInch,
        )
      : pictureOf(data, width, height, channels, dotsPerInch);
  return turnedQuarters(picture, quarters);
}
