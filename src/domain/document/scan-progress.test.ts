import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pagesAMinute, secondsLeft } from "./scan-progress.ts";

const minute = 60_000;
const none = { pages: 40, pagesRead: 0, begunAt: null, begunPages: 0, pageAt: null };

describe("pages a minute", () => {
  it.each([
    [none, null, "it waits"],
    [{ ...none, begunAt: 0 }, null, "it began and no page is read"],
    [{ ...none, begunAt: 0, pagesRead: 10, pageAt: minute / 2 }, 20, "ten in half a minute"],
    [
      { ...none, begunAt: 0, pagesRead: 30, begunPages: 20, pageAt: minute },
      10,
      "pages of before a break do not count",
    ],
    [
      { ...none, begunAt: minute, pagesRead: 20, begunPages: 20, pageAt: 0 },
      null,
      "begun again, no page since",
    ],
  ])("%j: %s", (reading, expected, _reason) => {
    expect(pagesAMinute(reading)).toBe(expected);
  });
});

describe("seconds left", () => {
  it.each([
    [30, 60, 30],
    [1, 1000, 1],
    [0, 60, 1],
    [30, null, null],
  ])("%j pages at %j a minute: %j", (pages, pace, expected) => {
    expect(secondsLeft(pages, pace)).toBe(expected);
  });

  it("never grows when pages are read", () => {
    fc.assert(
      fc.property(
        fc.nat(5000),
        fc.nat(5000),
        fc.double({ min: 0.1, max: 500, noNaN: true }),
        (a, b, pace) => {
          const [fewer, more] = [Math.min(a, b), Math.max(a, b)];
          expect(secondsLeft(fewer, pace) ?? 0).toBeLessThanOrEqual(secondsLeft(more, pace) ?? 0);
        },
      ),
    );
  });
});
