import { describe, expect, it } from "vitest";
import { parseIsoDate } from "../basics/calendar-date.ts";
import { type DutyTimes, daysLate, dutyState, nationalClass } from "./duty-state.ts";

function day(text: string) {
  const date = parseIsoDate(text);
  if (date === null) throw new Error(`${text} is no day`);
  return date;
}

const rules = { today: day("2025-09-12"), startDay: day("2025-07-01"), soonDays: 30 };

/** A duty due on 31/7/2025 of which nothing was said, but for what a case alters. */
function duty(altered: Partial<DutyTimes>): DutyTimes {
  const never = {
    reportedOn: null,
    unapprovedOn: null,
    submittedOn: null,
    sentBackOn: null,
    confirmedOn: null,
    withdrawnOn: null,
  };
  return { owed: true, lastDay: day("2025-07-31"), ...never, ...altered };
}

describe("what a duty is on 12/9/2025", () => {
  const cases: readonly [string, Partial<DutyTimes>, string, number, string | null][] = [
    ["nobody said anything and the day has passed: silent, not only late", {}, "silent", 43, "openLate"],
    [
      "a report waits for the head of the unit: late, and not silent",
      { unapprovedOn: day("2025-09-01") },
      ...(["late", 43, "openLate"] as const),
    ],
    [
      "the unit told how far it is, but not in time",
      { reportedOn: day("2025-08-20") },
      "late",
      43,
      "openLate",
    ],
    [
      "handed in before its day: in time however long others take",
      { reportedOn: day("2025-07-11"), submittedOn: day("2025-07-11"), lastDay: day("2025-07-15") },
      ...(["submitted", 0, "openInTime"] as const),
    ],
    [
      "issued long after the day, handed in before it: done in time",
      { submittedOn: day("2025-07-11"), lastDay: day("2025-07-15"), confirmedOn: day("2025-08-21") },
      ...(["done", 0, "doneInTime"] as const),
    ],
    [
      "handed in four days after its day",
      { submittedOn: day("2025-08-04"), confirmedOn: day("2025-08-21") },
      ...(["doneLate", 4, "doneLate"] as const),
    ],
    [
      "confirmed without the unit: the day of the product counts",
      { confirmedOn: day("2025-08-02") },
      ...(["doneLate", 2, "doneLate"] as const),
    ],
    [
      "asked for more counts as with the unit again",
      { reportedOn: day("2025-07-30"), sentBackOn: day("2025-08-05") },
      ...(["sentBack", 43, "openLate"] as const),
    ],
    ["due on the day itself is not late", { lastDay: day("2025-09-12") }, "dueSoon", 0, "openInTime"],
    ["far ahead", { lastDay: day("2026-12-31") }, "open", 0, "openInTime"],
    ["no deadline", { lastDay: null }, "noDeadline", 0, "noDeadline"],
    ["due before the system was used: never late", { lastDay: day("2025-06-30") }, "beforeStart", 0, null],
    ["only asked for (“đề nghị”): never late, never counted", { owed: false }, "requested", 0, null],
    ["taken back by those who gave it", { withdrawnOn: day("2025-08-01") }, "withdrawn", 0, null],
  ];
  it.each(cases)("%s", (_, altered, state, late, counted) => {
    const one = duty(altered);
    expect([dutyState(one, rules), daysLate(one, rules), nationalClass(one, rules)]).toEqual([
      state,
      late,
      counted,
    ]);
  });
});
