import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellText, composed, fold, foldedKey, lowered, singleSpaced } from "./fold.ts";

describe("fold", () => {
  it.each([
    ["Sở Ngoại vụ", "so ngoai vu", "marks of tone and vowel"],
    ["ĐẮK LẮK", "dak lak", "the crossed D in capitals"],
    ["Ðức", "duc", "the Icelandic letter that keyboards type for it"],
    ["Hoà Hoa", "hoa hoa", "a tone on either vowel"],
    ["59-NQ/TW", "59-nq/tw", "signs stay"],
    ["“rõ người”", "“ro nguoi”", "quotes stay"],
  ])("%s → %s: %s", (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  /** Letters of Vietnamese with and without marks, signs and spaces. */
  const vietnamese = fc
    .array(
      fc.constantFrom(
        ..."aăâbcdđeêghiklmnoôơpqrstuưvxyAĂÂĐÊÔƠƯ áàảãạấầẩẫậắằẳẵặéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ-/.,0123",
      ),
      { maxLength: 40 },
    )
    .map((letters) => letters.join(""));

  it("keeps the length of composed text, so that offsets hold", () => {
    fc.assert(fc.property(vietnamese, (text) => fold(text).length === text.length));
  });

  it("is the same for both ways of writing Unicode, and for its own result", () => {
    fc.assert(
      fc.property(vietnamese, (text) => {
        expect(fold(text.normalize("NFD"))).toBe(fold(text));
        expect(fold(fold(text))).toBe(fold(text));
        expect(fold(text.toUpperCase())).toBe(fold(text));
      }),
    );
  });

  it("makes keys that do not change when folded again, without signs or double spaces", () => {
    fc.assert(
      fc.property(fc.oneof(vietnamese, fc.string()), (text) => {
        const key = foldedKey(text);
        expect(foldedKey(key)).toBe(key);
        expect(key).not.toMatch(/^\s|\s$|\s\s/);
      }),
    );
  });
});

describe("spelling", () => {
  it("composes, and evens out what keyboards confuse", () => {
    expect(composed("Hội nghị\u00a0Ðảng".normalize("NFD"))).toBe("Hội nghị Đảng");
  });

  it("lowers with the marks kept, and spaces once", () => {
    expect([lowered("SỞ Y TẾ"), singleSpaced("  một \n\t hai ")]).toEqual(["sở y tế", "một hai"]);
  });

  it("leaves the words of any text, one space between them", () => {
    const spaced = fc
      .array(fc.constantFrom("Sở", "x", " ", "  ", "\t", "\n", "\u00a0", "\u2028", "\ufeff", "\f"))
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.oneof(spaced, fc.string()), (text) => {
        expect(singleSpaced(text)).toBe(text.split(/\s+/).filter(Boolean).join(" "));
      }),
    );
  });

  it.each<[string | null, string, string]>([
    ["Một\r\n  hai\rba\n\n", "Một\nhai\nba", "lines stay lines, however they were broken"],
    ["a\u0001b\u0007 c\tđ", "a b c đ", "signs that nobody sees part words"],
    ["Ho\u0302\u0323i".normalize("NFD"), "Hội", "marks join their letters"],
    [null, "", "no cell says nothing"],
  ])("a cell that holds %j says %j: %s", (text, said) => {
    expect(cellText(text)).toBe(said);
  });
});
