import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { differenceFromWalk, givenSchedule } from "../../../tests/support/random-schedule.ts";

describe("occurrencesOf", () => {
  it("finds what a walk over the calendar finds, day by day", () => {
    fc.assert(
      fc.property(givenSchedule, (given) => {
        expect(differenceFromWalk(given)).toBeNull();
      }),
      { numRuns: 400 },
    );
  });
});
