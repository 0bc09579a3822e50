import { describe, expect, it } from "vitest";
import { hasLandBorder, parseBorderMaps } from "./border-map.ts";

const commune = {
  ...{ code: "23782", countries: ["KH"], path: "M0,0l1,1z", border: "M0,0l1,1", x: 1, y: 2 },
  ...{ on: [0, 0], across: [-4, 1] },
};
const province = { width: 10, height: 20, outline: "M0,0l1,1z", communes: [commune] };

describe("the file of border maps", () => {
  it("gives the map of each province", () => {
    expect(parseBorderMaps(JSON.stringify({ "52": province }))).toEqual(new Map([["52", province]]));
  });

  it.each<[object, string, string]>([
    [{ "52": { ...province, width: "10" } }, "52 is no number", "a width in words"],
    [{ "52": { ...province, communes: {} } }, "52 is no list", "no communes"],
    [
      { "52": { ...province, communes: [{ ...commune, on: [1] }] } },
      "52, 23782 has no point on",
      "half a point",
    ],
    [{ "52": { ...province, communes: [{ ...commune, path: "" }] } }, "52, 23782 is no text", "no shape"],
  ])("is refused where it breaks its form: %#", (file, message) => {
    expect(() => parseBorderMaps(JSON.stringify(file))).toThrow(message);
  });
});

it.each([
  [52, true, "Gia Lai, to Cambodia"],
  [4, true, "Cao Bằng, to China"],
  [1, false, "Hà Nội, inland"],
  [31, false, "Hải Phòng, on the sea"],
  [56, false, "Khánh Hòa, on the sea"],
])("province %d has a land border: %s (%s)", (number, has) => {
  expect(hasLandBorder(number)).toBe(has);
});
