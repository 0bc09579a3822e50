import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { damageOf, isDamaged } from "./damage.ts";
import { composed } from "./fold.ts";

const clean =
  "Giao Sở Xây dựng chủ trì, phối hợp với Sở Tài chính rà soát các dự án nhà ở xã hội chậm tiến độ, báo cáo Ủy ban nhân dân tỉnh trước ngày 20/8/2025.";

const cases: readonly { readonly text: string; readonly verdict: string; readonly reason: string }[] = [
  { text: clean, verdict: "clean", reason: "an order as it was typed" },
  {
    text: "Giao S& Xay dung chu tri, phdi hop véi S¢ Tai chinh ra soat cac du 4n nha & xa hoi cham tién d6, bao cdo Uy ban nhan dan tinh trudc ngay 20/8/2025.",
    verdict: "damaged",
    reason: "the same through an English OCR model",
  },
  {
    text: "Giao So Xay dung chu tri, phoi hop voi So Tai chinh ra soat cac du an nha o xa hoi cham tien do, bao cao Uy ban nhan dan tinh truoc ngay 20/8/2025.",
    verdict: "bare",
    reason: "the same typed without marks",
  },
  {
    text: "The Department of Construction shall review all delayed projects of social housing and report to the Committee before 20 August 2025.",
    verdict: "foreign",
    reason: "a translation",
  },
  {
    text: "Le département de la construction a été chargé d'étudier les projets en retard, et présentera un rapport détaillé avant le 20 août.",
    verdict: "foreign",
    reason: "French has é, and is no damaged Vietnamese",
  },
  {
    text: "UBND, HĐND, QĐ-UBND, F1-H2O, ISO 9001, iOffice, Ratanakiri, Attapeu, Champasak, Logistics, Halal; Sở Ngoại vụ và các đơn vị.",
    verdict: "clean",
    reason: "a row of abbreviations and foreign names with few Vietnamese words",
  },
  {
    text: "H¶i Phßng, ngµy 12 th¸ng 3 n¨m 2001. Uû ban nh©n d©n thµnh phè yªu cÇu c¸c së, ngµnh thùc hiÖn nghiªm tóc.",
    verdict: "foreign",
    reason: "fonts of before Unicode are another fault",
  },
  { text: "S& Ngoai vu", verdict: "short", reason: "three words say nothing" },
  { text: "", verdict: "short", reason: "nothing" },
  { text: "1.250 35,4 2025 20/8/2025 12 %", verdict: "short", reason: "figures are no words" },
];

describe("damage of a text", () => {
  it.each(cases)("$verdict: $reason", ({ text, verdict }) => {
    expect(damageOf(text).verdict).toBe(verdict);
  });

  it("counts words and shares", () => {
    const { words, marked, odd, unmarked } = damageOf(clean);
    expect(words).toBe(33);
    expect(marked).toBeGreaterThan(0.4);
    expect(odd).toBe(0);
    expect(unmarked).toBe(0);
  });

  it("never takes clean text for damaged, in whatever order its words stand and in whatever form of Unicode", () => {
    const words = clean.split(" ");
    fc.assert(
      fc.property(fc.shuffledSubarray(words, { minLength: 8 }), fc.boolean(), (some, decomposed) => {
        const text = some.join(" ");
        return !isDamaged(decomposed ? text.normalize("NFD") : composed(text));
      }),
    );
  });

  it("is not moved by digits, signs and white space around the words", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[\d\s.,;:()/|-]{0,60}$/), (noise) => {
        expect(damageOf(`${noise} ${clean} ${noise}`).verdict).toBe("clean");
      }),
    );
  });
});
