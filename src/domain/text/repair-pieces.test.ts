import fc from "fast-check";
import { expect, test } from "vitest";
import { piecesOf } from "./repair-pieces.ts";

const said = (text: string) =>
  piecesOf(text).map((piece) => `${piece.breaks ? "|" : ""}${piece.core}:${piece.kind}`);

test.each([
  ["S& Ngoai vu,", ["|S&:word", "Ngoai:word", "vu:word"], "a sign may be a letter"],
  ["s6 59-NQ/TW", ["|s6:word", "59-NQ/TW:number"], "a code is not a word"],
  [
    "S9-NQ/TW 13/6/2025 04 50%",
    ["|S9-NQ/TW:number", "13/6/2025:number", "04:number", "50%:number"],
    "numerals",
  ],
  ["c4c-bon", ["|c4c:word", "bon:word"], "a hyphen joins two words"],
  ["1anh dao", ["|1anh:word", "dao:word"], "a digit within a word"],
  ["co’ quan", ["|co’:word", "quan:word"], "an apostrophe may be half a letter"],
  ["‘co’ quan", ["|co:word", "quan:word"], "or close a quotation"],
  ["thi? tai", ["|thi?:word", "tai:word"], "a question mark within a sentence is a hook"],
  ["hay? Mot", ["|hay:word", "|Mot:word"], "at the end of one it is itself"],
  ["a) Hop tac", ["|a:number", "|Hop:word", "tac:word"], "the label of an item is no word"],
  ["mot, hai; ba", ["|mot:word", "hai:word", "|ba:word"], "a semicolon ends a stretch, a comma does not"],
  ["mot\nhai\n\nba", ["|mot:word", "hai:word", "|ba:word"], "a blank line does, a line break does not"],
  ["kinh té - xa hoi", ["|kinh:word", "té:word", ":sign", "xa:word", "hoi:word"], "nor does a dash"],
])("%s: %s (%s)", (text, pieces) => {
  expect(said(text)).toEqual(pieces);
});

test("pieces stand in order, apart, and where they say", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      let from = 0;
      for (const { start, end, core } of piecesOf(text)) {
        expect(start).toBeGreaterThanOrEqual(from);
        expect(text.slice(start, end)).toBe(core);
        from = end;
      }
    }),
  );
});
