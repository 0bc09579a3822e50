import { expect, it } from "vitest";
import type { ListedUnit } from "../../contract/unit.ts";
import { hasWords } from "./unit-search.ts";

const unit = (name: string, more: Partial<ListedUnit> = {}): ListedUnit => ({
  ...{ id: name, parent: null, name, kind: "department", relation: "subordinate", shortName: null },
  ...{ symbol: null, aliases: [], traits: [], from: null, to: null, ...more },
});
const units = [unit("Sở Ngoại vụ", { symbol: "SNgV", aliases: ["Sở NgV"] }), unit("Sở Nội vụ")];

it.each([
  [["so", "ngoai"], ["Sở Ngoại vụ"], "without accents"],
  [["sngv"], ["Sở Ngoại vụ"], "by symbol"],
  [["so", "ng"], ["Sở Ngoại vụ"], "by the beginning of a word, in one of its names"],
  [["vu", "so"], ["Sở Ngoại vụ", "Sở Nội vụ"], "in any order"],
  [["ngoai", "noi"], [], "words of two units are of none"],
])("%j finds %j: %s", (wanted, found, _) => {
  expect(units.filter((one) => hasWords(one, wanted)).map(({ name }) => name)).toEqual(found);
});
