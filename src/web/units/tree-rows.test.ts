import { describe, expect, it } from "vitest";
import type { ListedUnit } from "../../contract/unit.ts";
import { treeRows } from "./tree-rows.ts";

const unit = (
  id: string,
  parent: string | null,
  name: string,
  more: Partial<ListedUnit> = {},
): ListedUnit => ({
  ...{ id, parent, name, kind: "department", relation: "subordinate", shortName: null, symbol: null },
  ...{ aliases: [], traits: [], from: null, to: null, ...more },
});
const units = [
  unit("u", null, "Ủy ban nhân dân tỉnh"),
  unit("a", "u", "Sở Ngoại vụ", { symbol: "SNgV", aliases: ["Sở NgV"] }),
  unit("b", "u", "Sở Nội vụ"),
  unit("c", "a", "Phòng Lãnh sự", { kind: "subdivision" }),
  unit("x", "gone", "Trung tâm lẻ"),
];
const none = { words: "", kind: "" };

describe("the tree", () => {
  it("shows each unit behind the one above it; one whose house is not shown stands by itself", () => {
    expect(treeRows(units, none).map(({ unit: { id }, level }) => `${level}${id}`)).toEqual([
      "0u",
      "1a",
      "2c",
      "1b",
      "0x",
    ]);
  });

  it.each([
    ["so ngoai", ["a"], "without accents"],
    ["sngv", ["a"], "by symbol"],
    ["so ng", ["a"], "by the beginning of a word, in one of its names"],
    ["vu so", ["a", "b"], "in any order"],
    ["ngoai noi", [], "words of two units are of none"],
  ])("%j finds %j: %s", (words, found) => {
    expect(treeRows(units, { words, kind: "" }).map(({ unit: { id } }) => id)).toEqual(found);
  });

  it("narrowed rows say what they stand under", () => {
    expect(treeRows(units, { words: "", kind: "subdivision" })).toMatchObject([
      { level: 0, under: "Sở Ngoại vụ" },
    ]);
  });
});
