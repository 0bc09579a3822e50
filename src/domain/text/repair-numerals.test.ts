import { expect, test } from "vitest";
import { readingsOfNumeral } from "./repair-numerals.ts";

test.each([
  ["S9-NQ/TW", "59-NQ/TW", "an S in the number of a code is a 5"],
  ["l42-KH/TU", "142-KH/TU", "an l is a 1"],
  ["1520/QD-UBND", "1520/QĐ-UBND", "a decision"],
  ["06/2022/ND-CP", "06/2022/NĐ-CP", "a decree"],
  ["15/NQ-HDND", "15/NQ-HĐND", "a council"],
])("%s may have been %s: %s", (seen, meant) => {
  expect(readingsOfNumeral(seen)).toEqual({ chosen: meant, candidates: [meant, seen], doubt: 0.5 });
});

test.each(["59-NQ/TW", "13/6/2025", "04", "1.234,5", "F1-H20", "153/NQ-CP", "SO-9"])("%s stands", (seen) => {
  expect(readingsOfNumeral(seen)).toEqual({ chosen: seen, candidates: [seen], doubt: 0 });
});
