import { expect, it } from "vitest";
import { stepOf } from "./steps.ts";

it.each([
  [0, 0, "none"],
  [1, 1, "the first"],
  [2, 1, "the end of a step"],
  [3, 2, "the beginning of the next"],
  [29, 3, "below the last"],
  [30, 4, "the last"],
  [4000, 4, "as many as there may be"],
])("%d partners stand in step %d: %s", (partners, step) => {
  expect(stepOf(partners)).toBe(step);
});
