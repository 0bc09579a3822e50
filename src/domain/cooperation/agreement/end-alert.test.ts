import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays } from "../../basics/calendar-date.ts";
import { endAlertsOn, endKey } from "./end-alert.ts";
import { day } from "./life.fixture.ts";
import { actBy, type ComingEnd } from "./validity.ts";

const expires: ComingEnd = { kind: "expires", on: day("2027-01-01"), noticeBy: null };
const renews: ComingEnd = { kind: "renews", on: day("2027-01-01"), noticeBy: day("2026-07-01") };
const alertDays = [180, 90, 30];

function told(end: ComingEnd, today: string, taken: readonly number[] = []): readonly string[] {
  const one = { agreement: "a", end };
  const how = { alertDays, today: day(today), taken: new Map([[endKey(one), taken]]) };
  return endAlertsOn([one], how).map(({ days, outcome }) => `${days} ${outcome}`);
}

describe("alerts before an end", () => {
  it.each<[string, ComingEnd, string, readonly number[], readonly string[]]>([
    ["nothing before the first step", expires, "2026-07-04", [], []],
    ["the first step on its day", expires, "2026-07-05", [], ["180 told"]],
    ["once: not again on the next day", expires, "2026-07-06", [180], []],
    ["the next step on its day", expires, "2026-10-03", [180], ["90 told"]],
    [
      "late: the latest step speaks for all",
      expires,
      "2026-12-20",
      [],
      ["180 overtaken", "90 overtaken", "30 told"],
    ],
    [
      "a step that was set later does not speak behind a later one",
      expires,
      "2026-12-20",
      [30, 90],
      ["180 overtaken"],
    ],
    ["a renewal counts back from the day of notice", renews, "2026-04-02", [180], ["90 told"]],
    ["once notice is too late, from the end", renews, "2026-07-05", [], ["180 told"]],
  ])("%s", (_, end, today, taken, expected) => expect(told(end, today, taken)).toEqual(expected));

  it("are told once in a climb day by day, one at most each day, whichever days are set", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 400 }), { maxLength: 6 }), (days) => {
        const one = { agreement: "a", end: expires };
        let taken: readonly number[] = [];
        for (let today = addDays(expires.on, -420); today <= expires.on; today = addDays(today, 1)) {
          const reached = endAlertsOn([one], {
            alertDays: days,
            today,
            taken: new Map([[endKey(one), taken]]),
          });
          expect(reached.filter(({ outcome }) => outcome === "told").length).toBeLessThanOrEqual(1);
          taken = [...taken, ...reached.map((alert) => alert.days)];
        }
        expect(taken.toSorted((a, b) => a - b)).toEqual(days.toSorted((a, b) => a - b));
      }),
      { numRuns: 30 },
    );
  });
});

it.each([
  ["notice is still possible on its day", "2026-07-01", "2026-07-01"],
  ["after it only the end is left", "2026-07-02", "2027-01-01"],
])("the last day to act: %s", (_, today, expected) => expect(actBy(renews, day(today))).toBe(expected));
