import { expect, it } from "vitest";
import { addedUp } from "./figures.ts";

const some = { waiting: 1, late: 2, silent: 1, submitted: 3, due: 9, inTime: 6, since: "2026-03" };

it("adds figures up and keeps the oldest month", () => {
  expect(addedUp([some, { ...some, since: "2025-11" }, { ...some, since: null }])).toEqual({
    ...{ waiting: 3, late: 6, silent: 3, submitted: 9, due: 27, inTime: 18, since: "2025-11" },
  });
  expect(addedUp([])).toEqual({
    waiting: 0,
    late: 0,
    silent: 0,
    submitted: 0,
    due: 0,
    inTime: 0,
    since: null,
  });
});
