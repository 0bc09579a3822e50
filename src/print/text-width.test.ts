import { describe, expect, it } from "vitest";
import { boldTextWidth } from "./text-width.ts";

const points = (millimetres: number) => millimetres / (25.4 / 72);

describe("boldTextWidth", () => {
  it.each([
    ["I", 10, 3.89, "a narrow letter"],
    ["M", 10, 9.44, "a wide one"],
    ["Độc", 10, 7.22 + 5 + 4.44, "Đ is as wide as D, ộ as o"],
    ["ĐỘC", 10, 7.22 + 7.78 + 7.22, "capitals with their marks"],
    [" - ", 10, 2.5 + 3.33 + 2.5, "blanks count"],
  ])("%s in %d points is %d points: %s", (text, size, width) => {
    expect(points(boldTextWidth(text, size))).toBeCloseTo(width, 6);
  });

  it("is the same however the accents are coded", () => {
    const text = "Độc lập - Tự do - Hạnh phúc";
    expect(boldTextWidth(text.normalize("NFD"), 13)).toBe(boldTextWidth(text.normalize("NFC"), 13));
  });

  it("lets the name of the nation stand on one line beside the issuer", () => {
    const width = boldTextWidth("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12);
    expect(width).toBeGreaterThan(80);
    expect(width).toBeLessThan(165 * 0.58);
  });
});
