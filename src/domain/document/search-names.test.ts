import { describe, expect, it } from "vitest";
import { realGazetteer } from "../../../tests/support/gazetteer.ts";
import { searchQuery } from "../text/search-query.ts";
import { searchNamesOf } from "./search-names.ts";

const names = searchNamesOf(realGazetteer());

/** The other ways of saying the first term that was typed. */
function others(typed: string): readonly string[] {
  const [first = []] = searchQuery(typed, names)?.terms ?? [];
  return first.slice(1).map((way) => way.map(({ words }) => words).join("+"));
}

describe("other names of bodies and documents", () => {
  it.each([
    ["a department by its symbol", "SNgV", "so ngoai vu"],
    ["a department by a short spelling", "Sở NgV", "so ngoai vu"],
    ["a department that was merged", "Sở KH&ĐT", "so ke hoach va dau tu"],
    ["a board by two abbreviations", "BQL KKT", "ban quan ly khu kinh te"],
    ["a board by one", "BQLKKT", "ban quan ly khu kinh te"],
    ["the committee of a province or a commune", "UBND", "uy ban nhan dan"],
    ["the committee spelled the older way", "Uỷ ban nhân dân", "ubnd"],
    ["the council", "HĐND", "hoi dong nhan dan"],
    ["the office of the committee", "VP UBND", "van phong uy ban nhan dan"],
    ["a mass organisation", "LĐLĐ", "lien doan lao dong"],
    ["a ministry", "BNG", "bo ngoai giao"],
    ["a name in words finds its symbol", "Sở Ngoại vụ", "sngv"],
  ])("%s: %s is %s too", (_, typed, other) => {
    expect(others(typed)).toContain(other);
  });

  it.each([
    ["a word that is the abbreviation of a body without its marks", "cát"],
    ["a word of two letters", "TT"],
    ["a word of names", "Báo"],
    ["an everyday word", "hợp tác"],
  ])("%s stays what it is: %s", (_, typed) => {
    expect(others(typed)).toEqual([]);
  });

  it("takes each name for few things, so that a search stays one", () => {
    const most = Math.max(...[...names.sameAs.values()].map((all) => all.length));
    expect(names.sameAs.size).toBeGreaterThan(300);
    expect(most).toBeLessThanOrEqual(20);
  });

  it("knows kinds of document in words and in numbers", () => {
    expect(names.kinds.get("quyet dinh")).toBe("qd");
    expect(names.kinds.get("thong bao")).toBe("tb");
    expect(names.kinds.get("thong tu")).toBe("tt");
  });
});
