import type { PageImage } from "./page-image.ts";

/**
 * Decodes a JPEG or PNG file of a picture with this resolution (dots an inch), turned as a camera says it has to be
 * (EXIF). Null when it cannot be decoded.
 */
export async function decodeImage(bytes: Uint8Array, dotsPerInch: number): Promise<PageImage | null> {
  const { createCanvas, loadImage } = await import("@napi-rs/canvas");
  try {
    const image = await loadImage(bytes);
    const { width, height } = image;
    const canvas = createCanvas(width, height);
    const context = canvas.getContext("2d");
    context.fillStyle = "#ffffff";
    context.fillRect(0, 0, width, height);
    context.drawImage(image, 0, 0);
    const { data } = context.getImageData(0, 0, width, height);
    return { width, height, dotsPerInch, channels: 4, data, quarters: 0 };
  } catch {
    // The library throws whatever it came across in a damaged picture.
    return null;
  }
}
