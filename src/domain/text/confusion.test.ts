import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { misreadCost, misreadingCost } from "./confusion.ts";

describe("cost of a misreading", () => {
  it.each([
    { seen: "s6", near: "số", far: "sự", reason: "ố is seen as 6, ự never" },
    { seen: "S¢", near: "Sở", far: "Sự", reason: "a round letter with a hook and a horn" },
    { seen: "qudc", near: "quốc", far: "quý", reason: "ố is seen as d" },
    { seen: "dugc", near: "được", far: "dục", reason: "ợ is seen as g" },
    { seen: "1y", near: "lý", far: "kỳ", reason: "l is a stroke like 1" },
    { seen: "Pong", near: "Đồng", far: "Mong", reason: "Đ is seen as P" },
    { seen: "nhimg", near: "những", far: "nhánh", reason: "ữn is seen as im" },
    { seen: "iy", near: "ủy", far: "vậy", reason: "ủ loses its bow" },
  ])("$seen is rather $near than $far: $reason", ({ seen, near, far }) => {
    expect(misreadCost(near, seen)).toBeLessThan(misreadCost(far, seen));
  });

  it("is near nothing for letters that English has too", () => {
    expect(misreadCost("chinh", "chinh")).toBeLessThan(0.3);
  });

  it("says so when no way is cheap enough", () => {
    expect(misreadCost("quốc", "hoàn", 6)).toBe(Number.POSITIVE_INFINITY);
    expect(misreadCost("a", "abcdef")).toBe(Number.POSITIVE_INFINITY);
  });

  it("is a share of certainty for each letter: what it may be seen as adds up to one at most", () => {
    const signs = "abcdeghiklmnopqrstuvxyABCDEGHIKLMNOPQRSTUVXY0123456789é¢&@€§¥".split("");
    const letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậếềểễệốồổỗộớờởỡợứừửữựủụíìỉĩị".split("");
    for (const letter of letters) {
      const sum = ["", letter, ...signs.filter((sign) => sign !== letter)]
        .map((sign) => Math.exp(-misreadingCost(letter, sign)))
        .reduce((a, b) => a + b, 0);
      expect(sum).toBeLessThan(1.05);
      expect(sum).toBeGreaterThan(0.25);
    }
  });

  it("grows with every letter that has to be put right", () => {
    const word = fc.stringMatching(/^[a-z]{2,6}$/);
    fc.assert(
      fc.property(word, fc.nat(), (meant, at) => {
        const i = at % meant.length;
        const seen = `${meant.slice(0, i)}#${meant.slice(i + 1)}`;
        expect(misreadCost(meant, seen)).toBeGreaterThan(misreadCost(meant, meant));
      }),
    );
  });
});
