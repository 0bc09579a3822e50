import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type CalendarDate, calendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { occurrencesOf } from "./occurrences.ts";
import type { Schedule } from "./schedule.ts";

function on(text: string): CalendarDate {
  const date = parseIsoDate(text);
  if (!date) throw new Error(`${text} is no day`);
  return date;
}

const dues = (schedule: Schedule, assigned: string, until: string) =>
  occurrencesOf(schedule, { assigned: on(assigned), until: on(until) }).map(
    (occurrence) => `${occurrence.key}@${occurrence.due}`,
  );

describe("occurrencesOf", () => {
  it.each<[string, Schedule, string, string, readonly string[]]>([
    [
      "by a day",
      { kind: "once", from: null, to: "2025-07-15" },
      "2025-07-04",
      "2026-12-31",
      ["once@2025-07-15"],
    ],
    [
      "a day already past when given is still owed",
      { kind: "once", from: null, to: "2025-07-01" },
      "2025-07-04",
      "2026-12-31",
      ["once@2025-07-01"],
    ],
    [
      "each year, at its end",
      { kind: "recurring", every: "P1Y" },
      "2025-08-21",
      "2027-12-31",
      ["2025@2025-12-31", "2026@2026-12-31", "2027@2027-12-31"],
    ],
    [
      "the last quarter of each year",
      { kind: "recurring", every: "P1Y", window: "Q4" },
      "2025-08-21",
      "2026-12-31",
      ["2025-Q4@2025-12-31", "2026-Q4@2026-12-31"],
    ],
    [
      "the first quarter: this year's is over",
      { kind: "recurring", every: "P1Y", window: "Q1" },
      "2025-08-21",
      "2026-12-31",
      ["2026-Q1@2026-03-31"],
    ],
    [
      "a day each year",
      { kind: "recurring", every: "P1Y", due: "--11-15" },
      "2025-08-21",
      "2026-12-31",
      ["2025@2025-11-15", "2026@2026-11-15"],
    ],
    [
      "a day each year that this year has passed",
      { kind: "recurring", every: "P1Y", due: "--03-10" },
      "2025-08-21",
      "2026-12-31",
      ["2026@2026-03-10"],
    ],
    [
      "29 February falls to the 28th",
      { kind: "recurring", every: "P1Y", due: "--02-29" },
      "2023-01-01",
      "2024-12-31",
      ["2023@2023-02-28", "2024@2024-02-29"],
    ],
    [
      "the 31st of each month, or its last day",
      { kind: "recurring", every: "P1M", due: "---31" },
      "2025-01-01",
      "2025-04-30",
      ["2025-01@2025-01-31", "2025-02@2025-02-28", "2025-03@2025-03-31", "2025-04@2025-04-30"],
    ],
    [
      "quarters",
      { kind: "recurring", every: "P3M" },
      "2025-08-21",
      "2026-03-31",
      ["2025-Q3@2025-09-30", "2025-Q4@2025-12-31", "2026-Q1@2026-03-31"],
    ],
    [
      "half-years",
      { kind: "recurring", every: "P6M" },
      "2025-08-21",
      "2026-07-01",
      ["2025-H2@2025-12-31", "2026-H1@2026-06-30", "2026-H2@2026-12-31"],
    ],
    [
      "every two years from a year",
      { kind: "recurring", every: "P2Y", from: "2026-01-01" },
      "2025-08-21",
      "2030-12-31",
      ["2026/2027@2027-12-31", "2028/2029@2029-12-31", "2030/2031@2031-12-31"],
    ],
    [
      "until an end",
      { kind: "recurring", every: "P1Y", to: "2026-12-31" },
      "2025-08-21",
      "2030-12-31",
      ["2025@2025-12-31", "2026@2026-12-31"],
    ],
    [
      "weeks",
      { kind: "recurring", every: "P1W" },
      "2025-12-31",
      "2026-01-06",
      ["week-2025-12-29@2026-01-04", "week-2026-01-05@2026-01-11"],
    ],
    [
      "regularly: no deadline",
      { kind: "continuous", from: "2026-01-01" },
      "2025-08-21",
      "2030-12-31",
      ["continuous@null"],
    ],
    [
      "once, then regularly",
      { kind: "once", from: "2026-01-01", to: "2026-12-31", then: { kind: "continuous" } },
      "2025-08-21",
      "2030-12-31",
      ["once@2026-12-31", "continuous@null"],
    ],
    [
      "months and a year, the year's key stays its own",
      {
        kind: "several",
        parts: [
          { kind: "recurring", every: "P6M" },
          { kind: "recurring", every: "P1Y" },
        ],
      },
      "2026-01-05",
      "2026-12-31",
      ["2026-H1@2026-06-30", "2026@2026-12-31", "2026-H2@2026-12-31"],
    ],
    [
      "after an event: none until it is known",
      { kind: "relative", after: "khi có hướng dẫn", within: "P6M" },
      "2025-08-21",
      "2030-12-31",
      [],
    ],
    [
      "every 24 months is every two years",
      { kind: "recurring", every: "P24M", from: "2026-01-01" },
      "2025-08-21",
      "2028-12-31",
      ["2026/2027@2027-12-31", "2028/2029@2029-12-31"],
    ],
    [
      "each month until the end of January has no second",
      { kind: "recurring", every: "P1M", to: "2026-01-31" },
      "2026-01-05",
      "2030-12-31",
      ["2026-01@2026-01-31"],
    ],
    [
      "quarters until the end of August: the last is due by then",
      { kind: "recurring", every: "P3M", to: "2026-08-31" },
      "2026-05-05",
      "2030-12-31",
      ["2026-Q2@2026-06-30", "2026-Q3@2026-08-31"],
    ],
    [
      "a day of the year after the end is none",
      { kind: "recurring", every: "P1Y", due: "--11-15", to: "2026-06-30" },
      "2025-08-21",
      "2030-12-31",
      ["2025@2025-11-15"],
    ],
    [
      "two days that are written are both due",
      {
        kind: "several",
        parts: [
          { kind: "once", from: null, to: "2026-06-15" },
          { kind: "once", from: null, to: "2026-11-30" },
        ],
      },
      "2026-01-05",
      "2030-12-31",
      ["once@2026-06-15", "once#2@2026-11-30"],
    ],
    [
      "two days of each year are both due",
      {
        kind: "several",
        parts: [
          { kind: "recurring", every: "P1Y", due: "--06-15" },
          { kind: "recurring", every: "P1Y", due: "--12-15" },
        ],
      },
      "2026-01-05",
      "2026-12-31",
      ["2026@2026-06-15", "2026#2@2026-12-15"],
    ],
    [
      "each month of the last quarter",
      { kind: "recurring", every: "P1M", window: "Q4" },
      "2026-01-05",
      "2026-12-31",
      ["2026-10@2026-10-31", "2026-11@2026-11-30", "2026-12@2026-12-31"],
    ],
    [
      "a week over the new year knows the day of its first year",
      { kind: "recurring", every: "P1W", due: "--12-31" },
      "2025-12-01",
      "2026-02-01",
      ["week-2025-12-29@2025-12-31"],
    ],
    [
      "a rhythm that the calendar has not",
      { kind: "recurring", every: "P5M" },
      "2025-08-21",
      "2030-12-31",
      [],
    ],
  ])("%s", (_, schedule, assigned, until, expected) => {
    expect(dues(schedule, assigned, until)).toEqual(expected);
  });

  const dayIn = (from: number, to: number) =>
    fc
      .tuple(
        fc.integer({ min: from, max: to }),
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 28 }),
      )
      .map(([year, month, of]) => calendarDate(year, month, of) ?? on("2025-01-01"));
  const rhythm = fc.record(
    {
      kind: fc.constant("recurring" as const),
      every: fc.constantFrom("P1W", "P2W", "P1M", "P2M", "P3M", "P4M", "P6M", "P1Y", "P2Y", "P3Y", "P5Y"),
      window: fc.constantFrom("Q1", "Q4", "H1", "H2", "M02", "M12"),
      due: fc.constantFrom("--11-15", "--02-29", "---20", "---31"),
    },
    { requiredKeys: ["kind", "every"] },
  );

  it("gives keys once, days in order, none due before the task was given, and more of them when looking further", () => {
    fc.assert(
      fc.property(rhythm, dayIn(2020, 2030), dayIn(2031, 2036), (schedule, assigned, until) => {
        const found = occurrencesOf(schedule, { assigned, until });
        const keys = found.map((occurrence) => occurrence.key);
        expect(new Set(keys).size).toBe(keys.length);
        const days = found.map((occurrence) => occurrence.due ?? "");
        expect([...days].sort()).toEqual(days);
        for (const occurrence of found) {
          expect((occurrence.due ?? "") >= assigned).toBe(true);
          expect((occurrence.start ?? "") <= until).toBe(true);
        }
        const further = occurrencesOf(schedule, { assigned, until: on("2040-12-31") }).map(
          (occurrence) => occurrence.key,
        );
        expect(further.slice(0, keys.length)).toEqual(keys);
      }),
      { numRuns: 300 },
    );
  });
});
