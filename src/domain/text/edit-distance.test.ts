import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { editDistance } from "./edit-distance.ts";

describe("distance of two texts", () => {
  it.each([
    ["", "", 0, "nothing to do"],
    ["SO NGOAI VU", "SO NGOAI VU", 0, "the same"],
    ["", "kết", 3, "all put in"],
    ["chủ trì", "chủ tri", 1, "a mark lost"],
    ["UBND", "UBNO", 1, "a letter misread"],
    ["Nội dung", "Nội dung.", 1, "a point more"],
  ])("%j to %j is %i: %s", (one, other, distance) => {
    expect(editDistance(one, other)).toBe(distance);
  });

  it("is a distance: the same both ways, no longer than a way round", () => {
    const word = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        expect(editDistance(a, b)).toBe(editDistance(b, a));
        expect(editDistance(a, c)).toBeLessThanOrEqual(editDistance(a, b) + editDistance(b, c));
      }),
    );
  });
});
