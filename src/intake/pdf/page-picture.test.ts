import { createCanvas } from "@napi-rs/canvas";
import { describe, expect, it } from "vitest";
import { drawnDots } from "../scan/drawn-scan.fixture.ts";
import { pictureOfImage } from "../scan/page-image.ts";
import { scannedPdf } from "../scan/scanned-pdf.fixture.ts";
import { openPictures } from "./page-picture.ts";

/** A sheet whose upper half is black. */
function sheet() {
  const canvas = createCanvas(drawnDots * 4, drawnDots * 6);
  const context = canvas.getContext("2d");
  context.fillStyle = "#ffffff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = "#000000";
  context.fillRect(0, 0, canvas.width, canvas.height / 2);
  return canvas;
}

/** Size, resolution, and lightness at the given heights (shares) of the middle of the only page. */
async function seen(pdf: Uint8Array, heights: readonly number[]) {
  const opened = await openPictures(pdf, 20_000);
  if (!opened.ok) throw new Error(opened.failure.code);
  const image = await opened.value.image(1);
  await opened.value.close();
  if (image === null) return null;
  const { width, height, dotsPerInch, gray } = pictureOfImage(image);
  const light = heights.map((share) =>
    (gray[Math.floor(share * height) * width + (width >> 1)] ?? -1) > 127 ? "white" : "black",
  );
  return { width, height, dotsPerInch: Math.round(dotsPerInch), light };
}

describe("pictures of pages", () => {
  it("takes a page that is one picture as it is stored", async () => {
    expect(await seen(scannedPdf([sheet()]), [0.25, 0.75])).toEqual({
      ...{ width: drawnDots * 4, height: drawnDots * 6, dotsPerInch: drawnDots },
      light: ["black", "white"],
    });
  });

  it("turns a picture that lies on its head", async () => {
    const shows = (width: string, height: string) =>
      `q -${width} 0 0 -${height} ${width} ${height} cm /I Do Q`;
    expect(await seen(scannedPdf([sheet()], { shows }), [0.25, 0.75])).toMatchObject({
      light: ["white", "black"],
    });
  });

  it("draws a page of two pictures", async () => {
    const shows = (width: string, height: string) =>
      [0, 1]
        .map((i) => `q ${width} 0 0 ${Number(height) / 2} 0 ${(i * Number(height)) / 2} cm /I Do Q`)
        .join(" ");
    expect(await seen(scannedPdf([sheet()], { shows }), [0.1, 0.4, 0.6, 0.9])).toMatchObject({
      dotsPerInch: 300,
      light: ["black", "white", "black", "white"],
    });
  });

  it("makes something of a picture that breaks off", async () => {
    const spoil = (jpeg: Buffer) => jpeg.subarray(0, Math.floor(jpeg.length * 0.6));
    expect(await seen(scannedPdf([sheet()], { spoil }), [0.1])).toMatchObject({ light: ["black"] });
  });

  it("has no harm done by a picture that is none", async () => {
    const spoil = () => Buffer.from("no picture at all");
    expect(await seen(scannedPdf([sheet()], { spoil }), [0.1])).toMatchObject({ light: ["white"] });
  });
});
