import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { heartbeatOf, heartbeatPeriod, heartbeatToday, heartbeatWindow } from "./heartbeat.ts";
import { occurrencesOfTask } from "./task.ts";

function day(text: string): CalendarDate {
  const found = parseIsoDate(text);
  if (found === null) throw new Error(`${text} is no day`);
  return found;
}

const always: Schedule = { kind: "continuous" };
const each = (every: string): Schedule => ({ kind: "recurring", every });

describe("how often a task shall be proven", () => {
  it.each<readonly [string, Schedule | null, string | null]>([
    ["nothing is said", null, null],
    ["it has days of its own", each("P3M"), null],
    ["regularly: as the province follows it", always, "return"],
    ["from a year on", { kind: "continuous", from: "2026-01-01" }, "return"],
    ["a plan, then regularly", { kind: "once", from: null, to: "2026-06-30", then: always }, "return"],
    ["regularly, with a report each quarter", { kind: "several", parts: [always, each("P3M")] }, "P3M"],
    [
      "regularly, with two rhythms: the shorter",
      { kind: "several", parts: [each("P1Y"), always, each("P6M")] },
      "P6M",
    ],
    ["daily, which is no row of deadlines", each("P1D"), "P1D"],
    ["daily in a part", { kind: "several", parts: [each("P1Y"), each("P1D")] }, "P1D"],
    ["an event is awaited", { kind: "relative", after: "ngày ban hành", within: "P30D" }, null],
  ])("%s", (_, schedule, period) => {
    expect(heartbeatPeriod(schedule)).toBe(period);
  });

  it("what is daily has one occurrence without a day, from the day it was given", () => {
    const due = { strictBeforeCounts: false, yearlyCutOff: null };
    const made = occurrencesOfTask(each("P1D"), {
      assignedOn: day("2026-02-10"),
      today: day("2026-03-20"),
      due,
    });
    expect(made).toEqual([
      {
        ...{ key: "continuous", startsOn: "2026-02-10", dueOn: null, lastDay: null },
        ...{ strictlyBefore: false, basis: null },
      },
    ]);
  });
});

const rules = (today: string, more: { period?: string; yearlyCutOff?: string } = {}) => ({
  ...{ today: day(today), period: null, yearlyCutOff: null, ...more },
});

describe("the window in which a proof counts", () => {
  it.each([
    [
      "before this year's cut-off the return of last year is the last one due",
      "return",
      rules("2026-11-10", { yearlyCutOff: "11-15" }),
      "2024-11-16",
      "2025-11-16",
    ],
    [
      "on the day of the cut-off it may still come",
      "return",
      rules("2026-11-15", { yearlyCutOff: "11-15" }),
      "2024-11-16",
      "2025-11-16",
    ],
    [
      "the day after, this year's was due",
      "return",
      rules("2026-11-16", { yearlyCutOff: "11-15" }),
      "2025-11-16",
      "2026-11-16",
    ],
    ["without a cut-off the year ends", "return", rules("2026-11-16"), "2025-01-01", "2026-01-01"],
    [
      "29 February in a common year is the 28th",
      "return",
      rules("2027-03-01", { yearlyCutOff: "02-29" }),
      "2026-03-01",
      "2027-03-01",
    ],
    [
      "the province asks for every six months",
      "return",
      rules("2026-08-31", { period: "P6M" }),
      "2026-02-28",
      "2026-02-28",
    ],
    [
      "the period of the document goes first",
      "P3M",
      rules("2026-05-31", { period: "P6M" }),
      "2026-02-28",
      "2026-02-28",
    ],
    ["a day", "P1D", rules("2026-03-01"), "2026-02-28", "2026-02-28"],
    ["two weeks", "P2W", rules("2026-03-01"), "2026-02-15", "2026-02-15"],
  ] as const)("%s", (_, period, given, proofFrom, startFrom) => {
    expect(heartbeatWindow(period, given)).toEqual({ proofFrom, startFrom });
  });
});

describe("the heartbeat", () => {
  const window = { proofFrom: day("2025-11-16"), startFrom: day("2026-11-16") };
  it.each([
    ["proven in the period", "2025-01-01", "2025-11-16", "beating"],
    ["proven the day before it", "2025-01-01", "2025-11-15", "stopped"],
    ["never proven", "2025-01-01", null, "never"],
    ["never proven, and nobody knows since when it goes on", null, null, "never"],
    ["begun after the last return was due", "2026-11-16", null, "notYet"],
    ["begun the day before", "2026-11-15", null, "never"],
    ["begun lately and proven already", "2026-11-16", "2026-11-20", "beating"],
  ] as const)("%s", (_, starts, proved, expected) => {
    const beating = { startsOn: starts && day(starts), provedOn: proved && day(proved) };
    expect(heartbeatOf(beating, window)).toBe(expected);
  });

  it("is told to nobody who does not follow the province, and of nothing that has days", () => {
    const beating = { period: "return", startsOn: null, provedOn: null };
    expect(heartbeatToday(beating, null)).toBe(null);
    expect(heartbeatToday(null, rules("2026-03-01"))).toBe(null);
  });

  const days = fc.integer({ min: 0, max: 4000 }).map((n) => addDays(day("2020-01-01"), n));
  const settings = fc.record({
    today: days,
    period: fc.constantFrom(null, "P1M", "P6M"),
    yearlyCutOff: fc.constantFrom(null, "11-15", "02-29"),
  });
  const periods = fc.constantFrom("return", "P1D", "P3M", "P1Y");

  it("a proof of today always beats, and an older proof never beats where a newer one does not", () => {
    fc.assert(
      fc.property(settings, periods, days, days, days, (given, period, startsOn, a, b) => {
        const window = heartbeatWindow(period, given);
        expect(heartbeatOf({ startsOn, provedOn: given.today }, window)).toBe("beating");
        const [older = a, newer = a] = [a, b].toSorted();
        if (heartbeatOf({ startsOn, provedOn: older }, window) === "beating")
          expect(heartbeatOf({ startsOn, provedOn: newer }, window)).toBe("beating");
      }),
    );
  });
});
