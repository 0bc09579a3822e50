import { expect, it } from "vitest";
import { isDoubtful } from "./doubt.ts";

it.each([
  [0, false, "printed in full"],
  [0.1, false, "the body stands in the heading above the sentence: there is no other reading"],
  [0.11, true, "a name that differs by a letter from one of the list"],
  [0.2, true, "a year that was not written was chosen"],
  [1, true, "a guess"],
])("a doubt of %d calls for a check: %s (%s)", (doubt, expected) => {
  expect(isDoubtful(doubt)).toBe(expected);
});
