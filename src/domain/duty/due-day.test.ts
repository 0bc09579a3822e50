import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addDays, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { parseHolidayData } from "../calendar/holiday-file.ts";
import { holidaysOf } from "../calendar/holidays.ts";
import { occurrencesOf } from "../calendar/occurrences.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { isDayOff } from "../calendar/working-days.ts";
import {
  type DueSettings,
  dueDayAgain,
  dueDayOf,
  parseYearlyCutOff,
  reminderDay,
  termDueDay,
  termOf,
  unsetDueSettings,
} from "./due-day.ts";

const holidays = holidaysOf(parseHolidayData(readFileSync("data/holidays.json", "utf8")));

function on(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

const november: DueSettings = { strictBeforeCounts: false, yearlyCutOff: "11-15" };
const counting: DueSettings = { strictBeforeCounts: true, yearlyCutOff: null };

/** The first occurrence of a schedule given on a day, with its due day. */
function firstDue(schedule: Schedule, assigned: string, settings: DueSettings) {
  const [first] = occurrencesOf(schedule, { assigned: on(assigned), until: on("2032-12-31") });
  if (!first) throw new Error("a schedule of the table has an occurrence");
  return { startsOn: first.start, ...dueDayOf(first, on(assigned), settings) };
}

describe("the due day of an occurrence", () => {
  const cases: readonly [
    why: string,
    Schedule,
    given: string,
    DueSettings,
    due: string | null,
    last: string | null,
    basis: string | null,
  ][] = [
    [
      "a day that is written stays, though it is a Sunday",
      { kind: "once", from: null, to: "2026-11-15" },
      ...(["2026-01-05", november, "2026-11-15", "2026-11-15", "written"] as const),
    ],
    [
      "before a day: the day itself is late",
      { kind: "once", from: null, to: "2026-07-15", strictlyBefore: true },
      ...(["2026-06-13", unsetDueSettings, "2026-07-15", "2026-07-14", "written"] as const),
    ],
    [
      "before a day, where the province counts the day",
      { kind: "once", from: null, to: "2026-07-15", strictlyBefore: true },
      ...(["2026-06-13", counting, "2026-07-15", "2026-07-15", "written"] as const),
    ],
    [
      "before the first of March is February, in a leap year too",
      { kind: "once", from: null, to: "2028-03-01", strictlyBefore: true },
      ...(["2026-06-13", unsetDueSettings, "2028-03-01", "2028-02-29", "written"] as const),
    ],
    [
      "within a year that is named: the cut-off is for what comes yearly",
      { kind: "once", from: "2026-01-01", to: "2026-12-31" },
      ...(["2025-08-21", november, "2026-12-31", "2026-12-31", "period"] as const),
    ],
    [
      "yearly with a cut-off",
      { kind: "recurring", every: "P1Y" },
      ...(["2025-08-21", november, "2025-11-15", "2025-11-15", "cutOff"] as const),
    ],
    [
      "yearly without one",
      { kind: "recurring", every: "P1Y" },
      ...(["2025-08-21", unsetDueSettings, "2025-12-31", "2025-12-31", "year"] as const),
    ],
    [
      "yearly, given after this year's cut-off: it would be late when it is given",
      { kind: "recurring", every: "P1Y" },
      ...(["2025-11-20", november, "2025-12-31", "2025-12-31", "year"] as const),
    ],
    [
      "every 24 months is every two years",
      { kind: "recurring", every: "P24M", from: "2026-01-01" },
      ...(["2025-08-21", november, "2027-11-15", "2027-11-15", "cutOff"] as const),
    ],
    [
      "a window of the year keeps its own end",
      { kind: "recurring", every: "P1Y", window: "Q4" },
      ...(["2025-08-21", november, "2025-12-31", "2025-12-31", "window"] as const),
    ],
    [
      "a day of the year is written",
      { kind: "recurring", every: "P1Y", due: "--12-10" },
      ...(["2025-08-21", november, "2025-12-10", "2025-12-10", "written"] as const),
    ],
    [
      "quarters know no yearly cut-off",
      { kind: "recurring", every: "P3M" },
      ...(["2025-08-21", november, "2025-09-30", "2025-09-30", "period"] as const),
    ],
    [
      "regularly is never due",
      { kind: "continuous" },
      ...(["2025-08-21", november, null, null, null] as const),
    ],
  ];
  it.each(cases)("%s", (_, schedule, assigned, settings, dueOn, lastDay, basis) => {
    expect(firstDue(schedule, assigned, settings)).toMatchObject({ dueOn, lastDay, basis });
  });

  it("29 February as a cut-off is the 28th of a common year", () => {
    const settings = { ...november, yearlyCutOff: "02-29" };
    expect(firstDue({ kind: "recurring", every: "P1Y" }, "2026-01-05", settings).dueOn).toBe("2026-02-28");
  });

  it("changing the settings and changing them back leaves every due day as it was", () => {
    const schedules: readonly Schedule[] = cases.map(([, schedule]) => schedule);
    const settings = fc.record({
      strictBeforeCounts: fc.boolean(),
      yearlyCutOff: fc.constantFrom(null, "11-15", "06-30", "02-29"),
    });
    fc.assert(
      fc.property(fc.constantFrom(...schedules), settings, settings, (schedule, before, after) => {
        const given = firstDue(schedule, "2025-08-21", before);
        const changed = dueDayAgain(given, on("2025-08-21"), after);
        expect(changed).toEqual(
          dueDayAgain(firstDue(schedule, "2025-08-21", after), on("2025-08-21"), after),
        );
        const { startsOn, ...due } = given;
        expect(dueDayAgain({ startsOn, ...changed }, on("2025-08-21"), before)).toEqual(due);
      }),
      { numRuns: 300 },
    );
  });
});

describe("a term after an event", () => {
  const terms: readonly [event: string, within: string, due: string, last: string, why: string][] = [
    ["2026-07-01", "P10D", "2026-07-11", "2026-07-13", "the tenth day is a Saturday: Monday"],
    ["2026-07-01", "P15D", "2026-07-16", "2026-07-16", "the day of the event is not counted"],
    ["2026-01-31", "P1M", "2026-02-28", "2026-03-02", "February has no 31st, and its 28th is a Saturday"],
    ["2028-02-29", "P1Y", "2029-02-28", "2029-02-28", "29 February a year later"],
    ["2024-02-29", "P4Y", "2028-02-29", "2028-02-29", "and four years later"],
    ["2026-03-17", "P6M", "2026-09-17", "2026-09-17", "six months"],
    ["2026-08-31", "P6M", "2027-02-28", "2027-03-01", "six months from the last of August"],
    ["2026-01-17", "P1M", "2026-02-17", "2026-02-23", "the first of Tết: the day after its rest"],
    ["2026-08-12", "P10D", "2026-08-22", "2026-08-22", "a Saturday that is worked"],
    ["2026-11-14", "P10D", "2026-11-24", "2026-11-25", "the day of culture"],
    ["2026-12-15", "P2W", "2026-12-29", "2026-12-29", "two weeks"],
    ["2026-07-01", "PT48H", "2026-07-03", "2026-07-03", "48 hours are two days"],
    ["2026-07-01", "P0D", "2026-07-01", "2026-07-01", "at once is the day itself"],
  ];
  it.each(terms)("%s + %s is due %s, in time to %s: %s", (event, within, dueOn, lastDay) => {
    const term = termOf(within);
    if (term === null) throw new Error(`${within} is no term`);
    expect(termDueDay(on(event), term, holidays)).toEqual({
      dueOn,
      lastDay,
      strictlyBefore: false,
      basis: "term",
    });
  });

  it("counts working days over a weekend and a holiday", () => {
    const due = termDueDay(on("2026-08-26"), { length: 5, unit: "workingDays" }, holidays);
    expect(due).toMatchObject({ dueOn: "2026-09-07", lastDay: "2026-09-07" });
  });

  it.each(["P1H", "PT1M", "soon", "P", "P12345D", ""])("%s is no term", (within) => {
    expect(termOf(within)).toBeNull();
  });

  it("ends on a working day, never before the day as counted, and a longer term never sooner", () => {
    const event = fc.integer({ min: 0, max: 15 * 365 }).map((days) => addDays(on("2020-01-01"), days));
    const unit = fc.constantFrom(
      "D" as const,
      "W" as const,
      "M" as const,
      "Y" as const,
      "workingDays" as const,
    );
    fc.assert(
      fc.property(event, unit, fc.integer({ min: 1, max: 40 }), (day, of, length) => {
        const { dueOn, lastDay } = termDueDay(day, { length, unit: of }, holidays);
        const longer = termDueDay(day, { length: length + 1, unit: of }, holidays);
        if (dueOn === null || lastDay === null || longer.dueOn === null) throw new Error("a term ends");
        expect(isDayOff(lastDay, holidays)).toBe(false);
        expect(lastDay >= dueOn && dueOn > day && longer.dueOn > dueOn).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the day at which reminders aim", () => {
  it.each<[string, boolean, DueSettings, string, string]>([
    ["2026-07-15", true, counting, "2026-07-14", "the day before, though the day itself counts"],
    ["2026-07-15", true, unsetDueSettings, "2026-07-14", "the day before"],
    ["2026-11-15", false, unsetDueSettings, "2026-11-13", "a Sunday that is written: the Friday before"],
    ["2026-09-03", true, counting, "2026-08-28", "before the rest of National Day"],
  ])("of %s (before: %s): %s", (due, strictlyBefore, settings, aim) => {
    const given = dueDayOf(
      { start: null, due: on(due), strictlyBefore, basis: "written" },
      on("2026-01-01"),
      settings,
    );
    expect(reminderDay(given, holidays)).toBe(aim);
  });
});

describe("a yearly cut-off", () => {
  it.each([
    ["11-15", "11-15"],
    ["02-29", "02-29"],
    ["02-30", null],
    ["13-01", null],
    ["15/11", null],
    ["1-5", null],
  ])("%s is %s", (text, read) => {
    expect(parseYearlyCutOff(text)).toBe(read);
  });
});
