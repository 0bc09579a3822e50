import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildLexicon } from "./lexicon.ts";
import { respell } from "./respelling.ts";

const names = [
  "Sở Y tế",
  "Sở Văn hóa, Thể thao và Du lịch",
  "Ban Quản lý Khu kinh tế",
  "Bộ Chính trị",
  "UBND tỉnh",
];
const words = [
  "số #",
  "trước ngày #",
  "chủ trì",
  "phối hợp với",
  "báo cáo",
  "giao",
  "các",
  "của",
  "và",
  "để",
  "cơ quan",
];
const lexicon = buildLexicon([
  ...names.map((text) => ({ text, cost: 9 })),
  ...words.map((text) => ({ text, cost: 6 })),
]);
const meant = (text: string) => respell(text, lexicon).text;

describe("respelling of a damaged text", () => {
  it.each([
    { text: "Giao S& Y té chu tri", expected: "Giao Sở Y tế chủ trì", reason: "a body and what it is told" },
    { text: "phdi hop véi S¢ Y té", expected: "phối hợp với Sở Y tế", reason: "signs for letters" },
    {
      text: "S& Vin hoa, Thé thao va Du lich",
      expected: "Sở Văn hóa, Thể thao và Du lịch",
      reason: "punctuation inside a name",
    },
    {
      text: "Ban Quén 1y Khu Kinh té",
      expected: "Ban Quản lý Khu Kinh tế",
      reason: "a digit for a letter; capitals stay those of the text",
    },
    { text: "BO CHINH TRI", expected: "BỘ CHÍNH TRỊ", reason: "a line of capitals" },
    { text: "UBND tinh", expected: "UBND tỉnh", reason: "abbreviations stay in capitals" },
    { text: "trudc ngay 15/8/2025", expected: "trước ngày 15/8/2025", reason: "dates stay as they are" },
    {
      text: "s6 59-NQ/TW cta B Chinh tri",
      expected: "số 59-NQ/TW của Bộ Chính trị",
      reason: "a number stays",
    },
    { text: "co quan\nbao céo", expected: "cơ quan\nbáo cáo", reason: "line breaks stay" },
    { text: "Ratanakiri, Attapeu", expected: "Ratanakiri, Attapeu", reason: "names of other languages stay" },
    { text: "d) giao", expected: "d) giao", reason: "a label is no word" },
    { text: "", expected: "", reason: "nothing" },
  ])("$reason: $text", ({ text, expected }) => {
    expect(meant(text)).toBe(expected);
  });

  it("tells what stood there, with more doubt for more damage", () => {
    const [near] = respell("báo cáo và S& Y té", lexicon).respellings;
    expect(near).toMatchObject({ start: 11, end: 18, written: "S& Y té" });
    const [far] = respell("báo cáo và S@ Y t¢", lexicon).respellings;
    expect(far?.doubt ?? 0).toBeGreaterThan(near?.doubt ?? 1);
  });

  it("gives text and respellings from which the text as it stood can be had again", () => {
    const piece = fc.constantFrom(
      "S&",
      "Y",
      "té",
      "phdi",
      "hop",
      "véi",
      "12/3/2025",
      "cta",
      "\n",
      ",",
      "xyz",
      "B",
      "Chinh",
      "tri",
      "¢)",
    );
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join(" ");
        const { text: out, respellings } = respell(text, lexicon);
        let back = out;
        for (const { start, end, written } of [...respellings].reverse())
          back = back.slice(0, start) + written + back.slice(end);
        return back === text && respellings.every(({ doubt }) => doubt > 0 && doubt < 1);
      }),
    );
  });

  it("leaves a text alone that is right", () => {
    const right = [...names, "báo cáo", "các cơ quan của UBND tỉnh", "số 12/QĐ-UBND"];
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...right)),
        (pieces) => meant(pieces.join("; ")) === pieces.join("; "),
      ),
    );
  });
});
