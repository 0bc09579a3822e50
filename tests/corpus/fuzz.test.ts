import { expect, it } from "vitest";
import { fuzzReading } from "../support/fuzz-reading.ts";
import { builtSeeds, realSeeds } from "../support/seed-files.ts";

it("reads or refuses each of 200 damaged files; none crashes or hangs its reader", {
  timeout: 180_000,
}, async () => {
  const { tallies, findings } = await fuzzReading(1, 200, [...builtSeeds, ...realSeeds()]);
  expect(findings).toEqual([]);
  const sum = (count: (tally: { files: number; read: number }) => number): number =>
    [...tallies.values()].reduce((total, tally) => total + count(tally), 0);
  expect(sum((tally) => tally.files)).toBe(200);
  // Damage that nothing notices and damage that is refused both occur, else the files were not what they should be.
  expect(sum((tally) => tally.read)).toBeGreaterThan(20);
  expect(sum((tally) => tally.files - tally.read)).toBeGreaterThan(20);
});
