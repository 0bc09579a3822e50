import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareUnit, type YearFigures } from "./fact-sheet.ts";

const nothing: YearFigures = {
  ...{ due: 0, inTime: 0, late: 0, silent: 0, done: 0, doneLate: 0, openLate: 0, claimed: 0, proven: 0 },
  ...{ extended: 0, extensions: 0, urged: 0, times: 0 },
};
const unit = (due: number, inTime: number): YearFigures => ({ ...nothing, due, inTime, late: due - inTime });
const five = [unit(10, 9), unit(10, 9), unit(10, 5), unit(20, 2), unit(5, 5)];

const cases: readonly (readonly [
  why: string,
  of: YearFigures,
  ofKind: readonly YearFigures[],
  rank: number | null,
  middle: number | null,
])[] = [
  ["the best of five", unit(5, 5), five, 1, 0.9],
  ["two that are equal share a place", unit(10, 9), five, 2, 0.9],
  ["the place after two equals counts both", unit(10, 5), five, 4, 0.9],
  ["four duties are too few to be ranked, however good", unit(4, 4), [...five, unit(4, 4)], null, 0.9],
  ["four units are too few to rank anybody", unit(10, 9), five.slice(0, 4), null, null],
  ["a unit to which nothing fell due has no share", nothing, [...five, nothing], null, 0.9],
  ["of six the middle is between the third and the fourth", unit(10, 7), [...five, unit(10, 7)], 4, 0.8],
];

describe("a unit among units of its kind", () => {
  it.each(cases)("%s", (_, of, ofKind, rank, middle) => {
    const comparison = compareUnit(of, ofKind);
    expect(comparison.rank).toBe(rank);
    if (middle === null) expect(comparison.shares.inTime.middle).toBeNull();
    else expect(comparison.shares.inTime.middle).toBeCloseTo(middle, 10);
  });

  it("has a place between 1 and the number of those compared, whatever the order in which they come", () => {
    const some = fc.array(
      fc
        .tuple(fc.nat(40), fc.double({ min: 0, max: 1, noNaN: true }))
        .map(([due, share]) => unit(due, Math.floor(due * share))),
      { minLength: 1, maxLength: 30 },
    );
    fc.assert(
      fc.property(some, (units) => {
        const [first = nothing] = units;
        const comparison = compareUnit(first, units);
        expect(compareUnit(first, units.toReversed())).toEqual(comparison);
        if (comparison.rank !== null) {
          expect(comparison.rank).toBeGreaterThanOrEqual(1);
          expect(comparison.rank).toBeLessThanOrEqual(comparison.units);
        }
      }),
    );
  });
});
