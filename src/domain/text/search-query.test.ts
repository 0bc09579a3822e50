import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { composed } from "./fold.ts";
import {
  holdsAll,
  markFound,
  type SearchNames,
  searchQuery,
  wordsForLists,
  wordsToMark,
} from "./search-query.ts";

const department = ["so ngoai vu", "so ngv", "sngv"];
const zone = ["ban quan ly khu kinh te", "bql kkt", "bqlkkt"];
const committee = ["uy ban nhan dan", "ubnd"];
const names: SearchNames = {
  sameAs: new Map([department, zone, committee].flatMap((all) => all.map((name) => [name, all]))),
  longest: 6,
  kinds: new Map([
    ["quyet dinh", "qd"],
    ["qd", "qd"],
    ["thong bao ket luan", "tbkl"],
    ["thong bao", "tb"],
  ]),
};

/** "so ngoai vu" apart is "so+ngoai+vu"; ways are parted by "|", terms by " & "; "*" may go on. */
function said(typed: string): string | null {
  const query = searchQuery(typed, names);
  const ways = query?.terms.map((term) =>
    term.map((way) => way.map(({ words, open }) => words + (open ? "*" : "")).join("+")).join("|"),
  );
  return ways?.join(" & ") ?? null;
}

describe("what somebody looks for", () => {
  it.each([
    ["one word that is still being typed", "ngoai", "ngoai*"],
    ["marks, capitals and Đ do not matter", "ĐÀO TẠO", "dao & tao*"],
    ["a word is complete when something stands behind it", "hợp tác ", "hop & tac"],
    ["nothing but signs", " /-. ", null],
    ["nothing", "", null],
    ["an abbreviation finds its names", "SNgV", "sngv*|so ngoai vu|so ngv"],
    ["an abbreviation in small letters without marks", "sngv ", "sngv|so ngoai vu|so ngv"],
    ["two abbreviations that are one name", "BQL KKT", "bql+kkt*|ban quan ly khu kinh te|bqlkkt"],
    ["a name finds its abbreviations", "Ủy ban nhân dân tỉnh", "uy+ban+nhan+dan|ubnd & tinh*"],
    ["a name among other words", "họp UBND tỉnh", "hop & ubnd|uy ban nhan dan & tinh*"],
    ["the beginning of a name is words as they are", "sở ngoại v", "so & ngoai & v*"],
    ["a running number", "1520", "1520*"],
    ["a number with its signs and without marks", "1520/QD-UBND", "1520 & qd & ubnd*|uy ban nhan dan"],
    ['a number behind "số"', "số 1520/QĐ", "1520 & qd*"],
    ['"số:" as heads print it', "Số: 1520", "1520*"],
    ['"sở" before a name is no "số"', "sở y tế", "so & y & te*"],
    ["a number that lost the sign behind it", "1520QĐ", "1520qd*|1520+qd"],
    ["a number that lost all signs", "1520QĐUBND", "1520qdubnd*|1520+qd+ubnd"],
    ["a symbol that lost its hyphen", "1520/QĐUBND", "1520 & qdubnd*|qd+ubnd"],
    ["a kind in words before the number", "quyết định 1520", "1520* & quyet+dinh|qd"],
    ['a kind in words and "số"', "Quyết định số 1520", "1520* & quyet+dinh|qd"],
    ["an abbreviation before the number", "QĐ 1520/2025", "1520 & qd & 2025*"],
    ["the longer kind", "thông báo kết luận 12", "12* & thong+bao+ket+luan|tbkl"],
    ["a kind in words without a number", "quyết định ban hành", "quyet & dinh & ban & hanh*"],
    ["a zero in front", "05/TB", "05|5 & tb*"],
    ["a zero that was left out", "5/TB", "5|05 & tb*"],
    ["text whose marks stand apart (NFD)", "Sở".normalize("NFD"), "so*"],
  ])("%s", (_, typed, expected) => {
    expect(said(typed)).toBe(expected);
  });

  it("compares titles with what was typed and with its other names, a few at most", () => {
    expect(searchQuery("SNgV", names)?.wholes).toEqual([
      { words: "sngv", open: true },
      { words: "so ngoai vu", open: false },
      { words: "so ngv", open: false },
    ]);
    expect(searchQuery("1520/QD-UBND", names)?.wholes[0]).toEqual({ words: "1520 qd ubnd", open: true });
    expect(searchQuery("UBND SNgV BQL KKT UBND", names)?.wholes).toHaveLength(6);
  });

  it.each([
    ["an abbreviation", "SNgV", "so ngoai vu"],
    ["a number, whose symbol stands in the number", "1520/QĐ-UBND", "1520/QĐ-UBND"],
    ["several words", "UBND tỉnh ", "UBND tỉnh"],
    ["a digit, which may stand with a zero", "5", "5"],
    ["a plain word", "hợp", "hợp"],
  ])("goes on in a list: %s", (_, typed, expected) => {
    const query = searchQuery(typed, names);
    expect(query && wordsForLists(typed, query)).toBe(expected);
  });

  it.each([
    ["every word begins one of the text", "dau tu", "Xúc tiến đầu tư", true],
    ["a word that is not there", "dau tu du lich", "Xúc tiến đầu tư", false],
    ["inside a word", "ien", "Xúc tiến", false],
    ["a complete word that goes on in the text", "tie ", "Xúc tiến", false],
    ["another name", "UBND", "Ủy ban nhân dân xã", true],
  ])("stands in a text: %s", (_, typed, text, expected) => {
    const query = searchQuery(typed, names);
    expect(query && holdsAll(text, query)).toBe(expected);
  });

  it("stops at a paragraph that was pasted", () => {
    expect(searchQuery("tỉnh ".repeat(500), names)?.terms).toHaveLength(24);
  });

  it("holds letters, digits and single spaces only, whatever is typed: no sign of a query language", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (typed) => {
        for (const ways of searchQuery(typed, names)?.terms ?? [])
          for (const part of ways.flat()) expect(part.words).toMatch(/^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+)*$/u);
      }),
    );
  });
});

describe("words found in a title", () => {
  const marked = (typed: string, text: string) => {
    const query = searchQuery(typed, names);
    return markFound(text, query ? wordsToMark(query) : [])
      .map((stretch) => (stretch.found ? `[${stretch.text}]` : stretch.text))
      .join("");
  };

  it.each([
    ["with their marks", "so ngo", "Sở Ngoại vụ", "[Sở] [Ngo]ại vụ"],
    ["by another name, as one piece", "SNgV", "Giao Sở Ngoại vụ chủ trì", "Giao [Sở Ngoại vụ] chủ trì"],
    ["at the beginning of a word only", "an", "Ban an toàn", "Ban [an] toàn"],
    ["with the signs of a number between", "1520/qd", "Số 1520/QĐ-UBND", "Số [1520]/[QĐ]-UBND"],
    ["a name over a line break", "SNgV", "Sở  Ngoại\nvụ", "[Sở  Ngoại\nvụ]"],
    ["nothing looked for", "", "Sở Ngoại vụ", "Sở Ngoại vụ"],
    ["a syllable of Korean, which falls apart when folded", "an", "한 an", "한 an"],
  ])("%s", (_, typed, text, expected) => {
    expect(marked(typed, text)).toBe(expected);
  });

  it("gives the text back whole, composed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" }), (typed, text) => {
        const query = searchQuery(typed, names);
        const stretches = markFound(text, query ? wordsToMark(query) : []);
        expect(stretches.map((stretch) => stretch.text).join("")).toBe(text.normalize("NFC"));
      }),
    );
    expect(composed("Sở")).toBe("Sở");
  });
});
