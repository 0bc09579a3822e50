import fc from "fast-check";
import { type CalendarDate, calendarDate, daysInMonth } from "../../src/domain/basics/calendar-date.ts";
import { occurrencesOf } from "../../src/domain/calendar/occurrences.ts";
import type { Schedule } from "../../src/domain/calendar/schedule.ts";
import { walkedDues } from "./schedule-oracle.ts";

/** A schedule as a document may give it, the day it was given on, and the day to which it is looked at. */
export interface GivenSchedule {
  readonly schedule: Schedule;
  readonly assigned: CalendarDate;
  readonly until: CalendarDate;
}

/** Any day of some years; the ends of months, where counting goes wrong, come oftener. */
export function dayIn(from: number, to: number): fc.Arbitrary<CalendarDate> {
  return fc
    .record({
      year: fc.integer({ min: from, max: to }),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.oneof(fc.integer({ min: 1, max: 31 }), fc.constantFrom(1, 28, 29, 30, 31)),
    })
    .map(({ year, month, day }) => {
      const found = calendarDate(year, month, Math.min(day, daysInMonth(year, month)));
      if (found === null) throw new Error(`no day ${year}-${month}-${day}`);
      return found;
    });
}

const every = [
  "P1W",
  "P2W",
  "P1M",
  "P2M",
  "P3M",
  "P4M",
  "P6M",
  "P12M",
  "P24M",
  "P36M",
  "P1Y",
  "P2Y",
  "P3Y",
  "P5Y",
];
const windows = ["Q1", "Q2", "Q3", "Q4", "H1", "H2", "M01", "M02", "M06", "M12"];
const dues = [
  "--11-15",
  "--02-29",
  "--01-31",
  "--12-31",
  "--06-30",
  "---01",
  "---20",
  "---29",
  "---30",
  "---31",
];

const recurring: fc.Arbitrary<Schedule> = fc.record(
  {
    kind: fc.constant("recurring" as const),
    every: fc.constantFrom(...every),
    window: fc.constantFrom(...windows),
    due: fc.constantFrom(...dues),
    from: dayIn(2018, 2030),
    to: dayIn(2022, 2034),
  },
  { requiredKeys: ["kind", "every"] },
);

const plainOnce = fc
  .record({ from: fc.option(dayIn(2020, 2026)), to: dayIn(2026, 2032), strictlyBefore: fc.boolean() })
  .map(
    ({ strictlyBefore, ...days }): Schedule => ({
      kind: "once",
      ...days,
      ...(strictlyBefore ? { strictlyBefore } : {}),
    }),
  );

const continuous: fc.Arbitrary<Schedule> = fc.record(
  { kind: fc.constant("continuous" as const), from: dayIn(2020, 2030) },
  { requiredKeys: ["kind"] },
);
const waiting: fc.Arbitrary<Schedule> = fc.constantFrom(
  { kind: "relative", after: "khi có hướng dẫn", within: "P6M" },
  { kind: "onDemand", when: "khi phát sinh" },
);
const onceThen = fc
  .record({ once: plainOnce, following: fc.oneof(recurring, continuous) })
  .map(({ once, following }): Schedule => (once.kind === "once" ? { ...once, then: following } : once));
const single = fc.oneof(
  { arbitrary: recurring, weight: 6 },
  { arbitrary: plainOnce, weight: 2 },
  { arbitrary: onceThen, weight: 1 },
  { arbitrary: continuous, weight: 1 },
  { arbitrary: waiting, weight: 1 },
);

/** Schedules of every kind, also several at once. */
export const anySchedule: fc.Arbitrary<Schedule> = fc.oneof(
  { arbitrary: single, weight: 4 },
  {
    arbitrary: fc
      .array(single, { minLength: 2, maxLength: 3 })
      .map((parts): Schedule => ({ kind: "several", parts })),
    weight: 1,
  },
);

export const givenSchedule: fc.Arbitrary<GivenSchedule> = fc.record({
  schedule: anySchedule,
  assigned: dayIn(2019, 2029),
  until: dayIn(2030, 2033),
});

/** Why the occurrences of a schedule are not those that the walk over the calendar finds; null when they are. */
export function differenceFromWalk({ schedule, assigned, until }: GivenSchedule): string | null {
  const found = occurrencesOf(schedule, { assigned, until });
  const keys = new Set(found.map(({ key }) => key));
  const say = (list: readonly { start: string | null; due: string | null }[]) =>
    [...new Set(list.map(({ start, due }) => `${start ?? "…"}–${due ?? "…"}`))].sort().join(" ");
  const [ours, walked] = [say(found), say(walkedDues(schedule, assigned, until))];
  if (keys.size !== found.length) return `keys stand twice: ${found.map(({ key }) => key).join(" ")}`;
  return ours === walked
    ? null
    : `occurrences ${ours}\n but walked ${walked}\n of ${JSON.stringify({ schedule, assigned, until })}`;
}
