import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarDate, daysInMonth } from "../basics/calendar-date.ts";
import { describeSchedule } from "../calendar/describe.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { readSchedule } from "./schedule.ts";

const day = fc
  .record({
    year: fc.integer({ min: 2000, max: 2099 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.nat(30),
  })
  .map(({ year, month, day: number }) =>
    String(calendarDate(year, month, (number % daysInMonth(year, month)) + 1)),
  );
const span = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
/** Whole years, halves, quarters and months, which have words of their own. */
const period = fc
  .record({
    year: fc.integer({ min: 2000, max: 2090 }),
    months: fc.constantFrom(1, 2, 3, 6, 12),
    at: fc.nat(11),
    more: fc.nat(8),
  })
  .map(({ year, months, at, more }) => {
    const first = Math.floor(at / months) * months + 1;
    const last = first + months - 1;
    const endYear = months === 12 ? year + more : year;
    return {
      from: String(calendarDate(year, first, 1)),
      to: String(calendarDate(endYear, last, daysInMonth(endYear, last))),
    };
  });

const once: fc.Arbitrary<Schedule> = fc
  .record({ span: fc.oneof(span, period), open: fc.boolean(), strict: fc.boolean() })
  .map(({ span: { from, to }, open, strict }) => ({
    kind: "once",
    from: open ? null : from,
    to,
    ...(strict ? { strictlyBefore: true as const } : {}),
  }));

const limits = fc
  .record({ span: fc.oneof(span, period), from: fc.boolean(), to: fc.boolean() })
  .map(({ span: both, from, to }) => ({
    ...(from ? { from: both.from } : {}),
    ...(to ? { to: both.to } : {}),
  }));
const yearly = fc.record({
  every: fc.constantFrom("P1Y", "P2Y", "P5Y", "P10Y"),
  slots: fc.record(
    {
      window: fc.constantFrom("Q1", "Q2", "Q3", "Q4", "H1", "H2", "M01", "M06", "M10", "M12"),
      due: fc.constantFrom("--11-15", "--02-29", "--06-01", "--12-31"),
    },
    { requiredKeys: [] },
  ),
});
const shorter = fc.record({
  every: fc.constantFrom("P1M", "P3M", "P6M", "P4M", "P2M"),
  slots: fc.record({ due: fc.constantFrom("---01", "---20", "---31") }, { requiredKeys: [] }),
});
const short = fc.record({ every: fc.constantFrom("P1D", "P1W", "P2W", "P10D"), slots: fc.constant({}) });
const recurring: fc.Arbitrary<Schedule> = fc
  .record({ rhythm: fc.oneof(yearly, shorter, short), limits })
  .map(({ rhythm, limits: bounds }) => ({
    kind: "recurring",
    every: rhythm.every,
    ...rhythm.slots,
    ...bounds,
  }));

const continuous: fc.Arbitrary<Schedule> = fc
  .option(day, { nil: undefined })
  .map((from) => ({ kind: "continuous", ...(from === undefined ? {} : { from }) }));
const relative: fc.Arbitrary<Schedule> = fc.record({
  kind: fc.constant("relative" as const),
  after: fc.constantFrom(
    "khi đề án được phê duyệt",
    "ngày nhận đủ hồ sơ hợp lệ",
    "khi kết thúc đợt kiểm tra",
  ),
  within: fc.constantFrom("P0D", "P1D", "P15D", "P120D", "P3W", "P6M", "P1Y", "P2Y", "PT24H"),
});
const onDemand: fc.Arbitrary<Schedule> = fc.record({
  kind: fc.constant("onDemand" as const),
  when: fc.constantFrom("khi phát sinh", "đột xuất", "theo yêu cầu của cấp trên", "khi có đoàn đến làm việc"),
});

const single = fc.oneof(once, recurring, continuous, relative, onDemand);
const several = fc
  .uniqueArray(single, { minLength: 2, maxLength: 4, selector: (part) => JSON.stringify(part) })
  .map((parts): Schedule => ({ kind: "several", parts }));
const followed: fc.Arbitrary<Schedule> = fc
  .tuple(once, fc.oneof(single, several))
  .map(([first, following]) => (first.kind === "once" ? { ...first, then: following } : first));
const schedules = fc.oneof(single, several, followed);

describe("a schedule in words", () => {
  it("reads back as the same schedule, without doubt but for what is never sure", () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const words = describeSchedule(schedule, "vi");
        expect({ words, schedule: readSchedule(words, { documentDate: null })?.schedule }).toEqual({
          words,
          schedule,
        });
      }),
      { numRuns: 600 },
    );
  });
});
