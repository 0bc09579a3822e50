import { addDays, type CalendarDate, calendarDate, daysInMonth, partsOf } from "../basics/calendar-date.ts";
import { weekdayOf } from "./holidays.ts";

/** The seven days of a week, from Monday (ISO 8601). */
export type Week = readonly CalendarDate[];

/** The month of a day, "2026-11". */
export function monthOf(day: CalendarDate): string {
  return day.slice(0, 7);
}

/** The first day of a month written "2026-11"; null where the text is none. */
export function firstDayOfMonth(month: string): CalendarDate | null {
  const [, year, number] = /^(\d{4})-(\d{2})$/.exec(month) ?? [];
  return calendarDate(Number(year ?? 0), Number(number ?? 0), 1);
}

/** The weeks from Monday to Sunday that hold the month of its first day: four to six, with days of the months beside it. */
export function weeksOfMonth(first: CalendarDate): readonly Week[] {
  const { year, month } = partsOf(first);
  const before = (weekdayOf(first) + 6) % 7;
  const weeks = Math.ceil((before + daysInMonth(year, month)) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(first, 7 * week + day - before)),
  );
}

/** Something that stands on all days from one to another, both among them. */
export interface DaySpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** A span, or the part of it in one week, as a bar: from which column (0 for Monday) over how many, in which lane. */
export interface PlacedSpan<Span extends DaySpan> {
  readonly span: Span;
  readonly column: number;
  readonly days: number;
  readonly lane: number;
  /** Whether it began before the week, and goes on after it. */
  readonly before: boolean;
  readonly after: boolean;
}

/** A week with its bars; `hidden`: for each of its days, how many spans found no lane. */
export interface LaidWeek<Span extends DaySpan> {
  readonly days: Week;
  readonly placed: readonly PlacedSpan<Span>[];
  readonly hidden: readonly number[];
}

/**
 * Lays spans over the days of a week in at most so many lanes: what began first above, of those the longest first, then
 * in the order given; each in the highest lane that is free on all its days. On each day what is there = bars over it +
 * hidden.
 */
export function layWeek<Span extends DaySpan>(
  days: Week,
  spans: readonly Span[],
  lanes: number,
): LaidWeek<Span> {
  const [monday, sunday] = [days[0], days[6]];
  if (!monday || !sunday) throw new Error(`a week has seven days, not ${days.length}`);
  const taken: boolean[][] = Array.from({ length: lanes }, () => []);
  const hidden = days.map(() => 0);
  const placed: PlacedSpan<Span>[] = [];
  const within = spans.filter(({ from, to }) => from <= sunday && to >= monday).toSorted(firstAndLongest);
  for (const span of within) {
    const column = span.from <= monday ? 0 : days.indexOf(span.from);
    const last = span.to >= sunday ? 6 : days.indexOf(span.to);
    const columns = Array.from({ length: last - column + 1 }, (_, at) => column + at);
    const lane = taken.findIndex((on) => columns.every((at) => !on[at]));
    for (const at of columns) {
      const on = taken[lane];
      if (on) on[at] = true;
      else hidden[at] = (hidden[at] ?? 0) + 1;
    }
    if (lane >= 0)
      placed.push({
        ...{ span, column, days: columns.length, lane },
        ...{ before: span.from < monday, after: span.to > sunday },
      });
  }
  return { days, placed, hidden };
}

function firstAndLongest(a: DaySpan, b: DaySpan): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.to === b.to ? 0 : a.to > b.to ? -1 : 1;
}
