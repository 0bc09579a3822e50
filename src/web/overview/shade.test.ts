import { expect, it } from "vitest";
import { shade } from "./shade.ts";

it.each([
  ["nothing is blank", 0, 10, 0],
  ["one of many is still seen", 1, 1000, 1],
  ["the most is deepest", 10, 10, 4],
  ["half is in the middle", 5, 10, 2],
  ["a register without any due task does not divide by nothing", 0, 0, 0],
] as const)("%s", (_, count, most, expected) => {
  expect(shade(count, most)).toBe(expected);
});
