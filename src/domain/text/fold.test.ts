import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldedKey } from "./fold.ts";

/** The definition, step by step; `fold` takes a short way for the characters of Vietnamese documents. */
function folded(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u036f]/g, "")
    .replace(/[đĐ\u00d0]/g, "d")
    .toLowerCase();
}

function keyed(text: string): string {
  return folded(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

describe("fold", () => {
  const cases: readonly [why: string, text: string, folded: string, key: string][] = [
    ["a name", "Sở Ngoại vụ", "so ngoai vu", "so ngoai vu"],
    ["both ways to type an accent", "Hòa Ho\u0300a", "hoa hoa", "hoa hoa"],
    ["đ has no decomposition; Ð is what keyboards put for it", "Đắk Ðắk đ", "dak dak d", "dak dak d"],
    ["a number", "Số: 12/QĐ-UBND", "so: 12/qd-ubnd", "so 12 qd ubnd"],
    ["dashes and quotation marks stay, and part words in a key", "“Tỉnh” – xã", "“tinh” – xa", "tinh xa"],
    ["only signs", " -–- ", " -–- ", ""],
    ["characters outside the table", "Ωmega 𝐀 ſ 中", "ωmega 𝐀 ſ 中", "ωmega 𝐀 ſ 中"],
    ["a capital that two letters stand for", "ŉ ß İ", "ŉ ß i", "ŉ ß i"],
  ];
  it.each(cases)("%s", (_why, text, expected, key) => {
    expect(fold(text)).toBe(expected);
    expect(foldedKey(text)).toBe(key);
  });

  it("is what its definition says, for any text of any length", () => {
    const letter = fc.oneof(
      fc.constantFrom(..."aàảãáạăằâầđĐÐeêìíoôơuưyỳ .,-–—“”:/\n\u00a0\u0301\u0323"),
      fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    );
    const text = fc.oneof(
      fc.array(letter, { maxLength: 60 }).map((letters) => letters.join("")),
      fc.tuple(letter, fc.constantFrom(4094, 4095, 4096, 9000)).map(([one, times]) => one.repeat(times)),
    );
    fc.assert(
      fc.property(text, (any) => {
        expect(fold(any)).toBe(folded(any));
        expect(foldedKey(any)).toBe(keyed(any));
      }),
    );
  });
});
