import fc from "fast-check";
import { expect, test } from "vitest";
import {
  boundary,
  CountTable,
  chanceAfterTwo,
  chanceAlone,
  copyOfGrams,
  countStretch,
  emptyGrams,
} from "./repair-grams.ts";
import { learn } from "./repair-stretches.ts";

const words = ["ủy", "ban", "nhân", "dân", "bạn", "thân"];

test("a table counts like a map", () => {
  const key = fc.oneof(
    fc.nat(50),
    fc.nat(2 ** 31),
    fc.double({ min: 0, max: 2 ** 48, noNaN: true }).map(Math.floor),
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(key, fc.integer({ min: 1, max: 9 }))), (entries) => {
      const [table, map] = [new CountTable(2), new Map<number, number>()];
      for (const [at, count] of entries) {
        expect(table.add(at, count)).toBe(map.get(at) ?? 0);
        map.set(at, (map.get(at) ?? 0) + count);
      }
      expect(new Map(table.entries())).toEqual(map);
      for (const [at, count] of map) expect(table.get(at)).toBe(count);
    }),
  );
});

test("chances of all words after any two sum to 1", () => {
  const grams = emptyGrams(words);
  countStretch(grams, [3, 4, 5, 6], 3);
  countStretch(grams, [7, 8], 1, true);
  for (const [before, last] of [
    [3, 4],
    [boundary, boundary],
    [7, 8],
    [8, 3],
  ] as const) {
    const sum = grams.words.reduce((total, _, word) => total + chanceAfterTwo(grams, before, last, word), 0);
    expect(sum).toBeCloseTo(1, 6);
  }
});

test("what was learnt is likelier, and the counts it was copied from stay", () => {
  const shipped = emptyGrams(words);
  countStretch(shipped, [7, 8], 1);
  const own = copyOfGrams(shipped);
  learn(own, "Ủy ban nhân dân");
  const chance = (grams: typeof own) => chanceAfterTwo(grams, 3, 4, 5);
  expect(chance(own)).toBeGreaterThan(2 * chance(shipped));
  expect(chanceAlone(shipped, 3)).toBeLessThan(chanceAlone(own, 3));
});
