import { describe, expect, it } from "vitest";
import { componentsOf } from "./components.ts";
import { inkOf } from "./ink.ts";
import { penFigures } from "./pen-figures.ts";
import type { Picture } from "./picture.ts";

/** Strokes of a pen: points 0…100 to the right and down, joined by straight lines. */
const hand: Readonly<Record<string, readonly (readonly number[])[]>> = {
  "0": [[50, 0, 25, 12, 15, 45, 20, 80, 45, 100, 70, 85, 80, 50, 72, 15, 50, 0]],
  "1": [[5, 92, 55, 4, 52, 100]],
  "2": [[12, 25, 25, 5, 55, 0, 78, 15, 75, 40, 45, 70, 10, 98, 88, 94]],
  "4": [
    [22, 2, 14, 54, 92, 52],
    [80, 3, 66, 100],
  ],
  "5": [
    [28, 8, 22, 45, 50, 40, 74, 58, 66, 88, 35, 100, 10, 90],
    [28, 7, 90, 0],
  ],
  "6": [[68, 2, 38, 25, 18, 62, 22, 90, 50, 100, 75, 84, 72, 62, 48, 54, 24, 70]],
  "7": [
    [8, 6, 88, 3, 52, 52, 38, 100],
    [28, 50, 78, 47],
  ],
  "9": [[78, 16, 50, 0, 22, 14, 24, 40, 52, 48, 78, 20, 80, 62, 60, 94, 20, 97]],
};

interface Writing {
  readonly height: number;
  readonly lean: number;
  readonly pen: number;
}

/** What a hand writes, one figure beside another, on paper of its own. */
function writtenBy(figures: string, { height, lean, pen }: Writing, apart = 0.16): Picture {
  const width = Math.round(figures.length * height) + 80;
  const picture = {
    width,
    height: height + 80,
    dotsPerInch: 200,
    gray: new Uint8Array(width * (height + 80)),
    red: null,
  };
  picture.gray.fill(235);
  const dot = (cx: number, cy: number): void => {
    for (let y = Math.floor(cy - pen); y <= cy + pen; y++)
      for (let x = Math.floor(cx - pen); x <= cx + pen; x++)
        if ((x - cx) ** 2 + (y - cy) ** 2 <= pen * pen) picture.gray[y * width + x] = 30;
  };
  [...figures].forEach((figure, place) => {
    const from = 30 + place * height * (0.6 + apart);
    for (const stroke of hand[figure] ?? [])
      for (let i = 0; i + 3 < stroke.length; i += 2)
        for (let t = 0; t <= 1; t += 0.02) {
          const at = (k: number) => ((stroke[i + k] ?? 0) * (1 - t) + (stroke[i + k + 2] ?? 0) * t) / 100;
          dot(from + at(0) * height * 0.6 + (0.5 - at(1)) * height * lean, 40 + at(1) * height);
        }
  });
  return picture;
}

function read(picture: Picture): string | null {
  const letters = componentsOf(inkOf(picture)).all;
  const place = { left: 0, top: 0, right: picture.width, bottom: picture.height };
  return penFigures({ picture, letters, usual: 12 }, place)?.text ?? null;
}

const plain = { height: 34, lean: 0.1, pen: 1.6 } as const;

describe("figures by hand", () => {
  it.each([
    ["115", plain, "ones with a long stroke up, a five whose bar lies apart"],
    ["660", plain, "loops"],
    ["4", plain, "an open four"],
    ["279", plain, "a crossed seven, a nine with a tail"],
    ["12", { ...plain, height: 60, pen: 3 }, "large, by a thick pen"],
    ["205", { ...plain, lean: 0.3 }, "leaning far"],
    ["1460", { ...plain, lean: -0.1, height: 28, pen: 1.2 }, "upright, by a fine pen"],
  ])("%s are read: %3$s", (figures, writing, _why) => {
    expect(read(writtenBy(figures, writing))).toBe(figures);
  });

  it("that touch are parted", () => {
    expect(read(writtenBy("29", plain, -0.06))).toBe("29");
  });

  it.each([
    ["", "nothing was written"],
    ["1155014", "more figures than a number has"],
  ])("are none: %s (%s)", (figures) => {
    expect(read(writtenBy(figures, plain))).toBeNull();
  });

  it("are none in a row of points, which is a blank", () => {
    const picture = writtenBy("", plain);
    for (let x = 40; x < 75; x += 9)
      for (let y = 60; y < 63; y++) picture.gray.fill(20, y * picture.width + x, y * picture.width + x + 3);
    expect(read(picture)).toBeNull();
  });
});
