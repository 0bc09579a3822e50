import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { treePlaces } from "./unit-tree.ts";

const units = [
  { id: "u", parent: null },
  { id: "a", parent: "u" },
  { id: "b", parent: "u" },
  { id: "c", parent: "a" },
  { id: "d", parent: "c" },
  { id: "x", parent: "gone" },
];
const shown = (open: readonly string[] | "all") =>
  treePlaces(units, open === "all" ? open : new Set(open)).map(
    ({ id, level, below, isOpen }) => `${level}${id}${below === 0 ? "" : isOpen ? "-" : "+"}`,
  );

describe("the tree", () => {
  it.each([
    [[], ["0u-", "1a+", "1b", "0x"], "two levels at first; one whose house is not shown stands by itself"],
    [["a"], ["0u-", "1a-", "2c+", "1b", "0x"], "what is opened shows what is right below it"],
    [["c"], ["0u-", "1a+", "1b", "0x"], "below what is closed nothing is shown, opened or not"],
    ["all", ["0u-", "1a-", "2c-", "3d", "1b", "0x"], "on paper everything is open"],
  ] as const)("opened %j", (open, places, _) => {
    expect(shown(open)).toEqual(places);
  });

  it("all opened shows every unit once, behind the one above it", () => {
    const tree = fc
      .array(fc.nat(), { maxLength: 40 })
      .map((parents) =>
        parents.map((parent, at) => ({ id: String(at), parent: at === 0 ? null : String(parent % at) })),
      );
    fc.assert(
      fc.property(tree, (made) => {
        const places = treePlaces(made, "all");
        const at = new Map(places.map(({ id }, index) => [id, index]));
        expect(places.map(({ id }) => id).toSorted()).toEqual(made.map(({ id }) => id).toSorted());
        for (const { id, parent } of made)
          if (parent !== null) expect(at.get(parent) ?? -1).toBeLessThan(at.get(id) ?? -1);
      }),
    );
  });
});
