import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalSyllable, inCasing, partsOfSyllable } from "./repair-syllable.ts";

test.each([
  ["nghiệp", "ngh", "iệ", "p", "the longest onset"],
  ["gì", "g", "ì", "", "the i of gì is its vowel"],
  ["giếng", "gi", "ế", "ng", "here gi is the onset"],
  ["già", "gi", "à", "", "and here"],
  ["quý", "qu", "ý", "", "qu is an onset"],
  ["quốc", "qu", "ố", "c", "with a coda"],
  ["ủy", "", "ủy", "", "no onset"],
  ["nguyễn", "ng", "uyễ", "n", "three vowels"],
  ["khuya", "kh", "uya", "", "three vowels without a coda"],
])("%s is %s + %s + %s: %s", (word, onset, nucleus, coda) => {
  expect(partsOfSyllable(word)).toEqual({ onset, nucleus, coda });
});

test.each([
  ["logistics", "a word of another language"],
  ["hoṕc", "a mark on a consonant"],
  ["các-bon", "two syllables"],
  ["hat", "a syllable that ends in a stop has a tone"],
  ["", "nothing"],
  ["áá", "two tones"],
])("%s is no syllable: %s", (word) => {
  expect(partsOfSyllable(word)).toBeNull();
});

test.each([
  ["hoá", "hóa"],
  ["khoẻ", "khỏe"],
  ["thuỷ", "thủy"],
  ["toán", "toán"],
  ["quý", "quý"],
  ["mùa", "mùa"],
  ["thuở", "thuở"],
  ["nước", "nước"],
  ["logistics", "logistics"],
])("%s is set as %s", (word, set) => {
  expect(canonicalSyllable(word)).toBe(set);
});

test("setting the mark twice is setting it once", () => {
  const vowels = fc.stringMatching(/^[bchlmnt]?[aeoiuyăâêôơưáàảãạốộểịủỹ]{1,3}(?:ng|nh|[cmnpt])?$/);
  fc.assert(
    fc.property(vowels, (word) => canonicalSyllable(canonicalSyllable(word)) === canonicalSyllable(word)),
  );
});

test("casings", () => {
  expect((["small", "first", "all"] as const).map((casing) => inCasing("ủy", casing))).toEqual([
    "ủy",
    "Ủy",
    "ỦY",
  ]);
});
