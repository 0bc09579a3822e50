import { describe, expect, it } from "vitest";
import { type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import type { Target } from "../reading/findings.ts";
import { judgeTargets } from "./target-ground.ts";
import { isBehind, targetsOfUnit } from "./target-of-unit.ts";
import type { TargetDuty } from "./target-records.ts";

const day = (text: string) => parseIsoDate(text) as CalendarDate; // the cases write days
const occurrence = { key: "2026", startsOn: day("2026-01-01"), dueOn: day("2026-12-31") };
const events = (scope: "each" | "joint"): Target => ({
  ...{ measure: "hội nghị", op: ">=", value: 4 },
  scope,
});

/** A duty of a unit, with what it reported so far. */
function duty(unit: string, told: string | null): TargetDuty {
  const report = {
    ...{
      id: `${unit} r`,
      number: 1,
      on: day("2026-06-01"),
      claimsDone: false,
      nothing: false,
      hasProof: true,
    },
    measured: [{ measure: "hội nghị", typed: told ?? "" }],
  };
  return {
    ...{ id: `${unit} d`, own: true, unit, holder: unit, occurrence, confirmed: false, recordedOn: null },
    reports: told === null ? [] : [report],
  };
}

function judged(target: Target, duties: readonly TargetDuty[], today: string) {
  const task = { targets: [target], assignedOn: day("2026-01-02"), occurrences: [occurrence] };
  return judgeTargets({ task, duties, plans: [], today: day(today) });
}

const cases: readonly (readonly [why: string, Target, string | null, string, object])[] = [
  [
    "one for each unit is judged by its own figure",
    events("each"),
    "1",
    "2026-09-30",
    { claimed: 1, shared: false, standing: "behind" },
  ],
  [
    "nothing was told: nothing is reached",
    events("each"),
    null,
    "2026-09-30",
    { claimed: null, standing: "behind" },
  ],
  [
    "as far as an even pace asks",
    events("each"),
    "3",
    "2026-09-30",
    { claimed: 3, wanted: 4, standing: "running" },
  ],
  ["after its year it is not met", events("each"), "3", "2027-01-05", { standing: "notMet" }],
  [
    "of one of all together the part of the unit stands beside how all do",
    events("joint"),
    "1",
    "2026-09-30",
    { claimed: 1, wanted: 4, shared: true, standing: "met" },
  ],
];

describe("targets in which a unit has a part", () => {
  for (const [why, target, told, today, stands] of cases)
    it(why, () => {
      const found = targetsOfUnit(judged(target, [duty("a", told), duty("b", "3")], today), {
        ...{ unit: "a", year: 2026, today: day(today) },
      });
      expect(found).toMatchObject([{ period: "2026", ...stands }]);
    });

  it("are none of another year, nor of a unit that owes nothing of the task", () => {
    const all = judged(events("each"), [duty("a", "1")], "2026-09-30");
    const asked = { year: 2026, today: day("2026-09-30") };
    expect(targetsOfUnit(all, { ...asked, unit: "c" })).toEqual([]);
    expect(targetsOfUnit(all, { ...asked, unit: "a", year: 2024 })).toEqual([]);
  });
});

describe("a target behind its plan", () => {
  it.each([
    ["late by an even pace", "1", "2026-09-30", true],
    ["as far as it should be", "3", "2026-09-30", false],
    ["reached", "4", "2026-09-30", false],
    ["not met when its year is over", "3", "2027-01-05", true],
  ])("%s", (_, told, today, behind) => {
    const [target] = judged(events("joint"), [duty("a", told)], today);
    expect(target && isBehind(target, day(today))).toBe(behind);
  });
});
