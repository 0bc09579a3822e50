import { describe, expect, it } from "vitest";
import type { Ink } from "./ink.ts";
import { eraseLines, rulingLines } from "./ruling-lines.ts";

const dotsPerInch = 200;
const size = { width: 400, height: 200 };

/** Ink in rectangles [left, top, right, bottom). */
function inkIn(...boxes: readonly (readonly [number, number, number, number])[]): Ink {
  const at = new Uint8Array(size.width * size.height);
  for (const [left, top, right, bottom] of boxes)
    for (let y = top; y < bottom; y++) at.fill(1, y * size.width + left, y * size.width + right);
  return { ...size, at };
}

const border = [20, 100, 380, 102] as const;

function inkLeft(ink: Ink, x: number): readonly number[] {
  return Array.from({ length: size.height }, (_, y) => y).filter((y) => ink.at[y * size.width + x] === 1);
}

describe("rulingLines", () => {
  it("finds a border, also where letters touch it", () => {
    const lines = rulingLines(inkIn(border, [60, 80, 64, 100], [90, 102, 94, 120]), dotsPerInch);
    expect(lines).toMatchObject([{ direction: "horizontal", left: 20, right: 380 }]);
  });

  it("takes the joined feet of bold letters for no line", () => {
    const stems = Array.from({ length: 9 }, (_, i) => [50 + 9 * i, 75, 56 + 9 * i, 100] as const);
    expect(rulingLines(inkIn([48, 98, 130, 100], ...stems), dotsPerInch)).toEqual([]);
  });
});

describe("eraseLines", () => {
  const erased = (...letters: readonly (readonly [number, number, number, number])[]): Ink => {
    const ink = inkIn(border, ...letters);
    eraseLines(new Uint8Array(ink.at.length), ink, rulingLines(ink, dotsPerInch), dotsPerInch);
    return ink;
  };

  it("leaves of a letter that ends at the line what stands above it", () => {
    expect(inkLeft(erased([60, 80, 64, 100]), 62)).toEqual(Array.from({ length: 20 }, (_, i) => 80 + i));
  });

  it("leaves a mark that begins at the line whole", () => {
    expect(inkLeft(erased([60, 102, 64, 112]), 62).length).toBeGreaterThanOrEqual(10);
  });

  it("parts ink above from ink below that meets it at the line", () => {
    const left = inkLeft(erased([60, 80, 64, 100], [60, 102, 64, 112]), 62);
    expect(left).toEqual(expect.arrayContaining([80, 99, 102, 111]));
    expect(left.includes(100) && left.includes(101)).toBe(false);
  });
});
