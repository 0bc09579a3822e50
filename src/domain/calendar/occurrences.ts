import {
  type CalendarDate,
  calendarDate,
  daysInMonth,
  lastDayOfMonth,
  parseIsoDate,
  partsOf,
} from "../basics/calendar-date.ts";
import { unreachable } from "../basics/exhaustive.ts";
import type { Schedule } from "./schedule.ts";

/** One time that a task is due: a year, a quarter, a day. */
export interface Occurrence {
  /** Names the occurrence within its task and never changes: "2026", "2026-Q4", "2026-03", "once". */
  readonly key: string;
  /** First day on which work on it may count; null when the schedule sets none. */
  readonly start: CalendarDate | null;
  /** Last day; null for what has no deadline ("thường xuyên"). */
  readonly due: CalendarDate | null;
  /** The document says "trước ngày": whether the day itself is in time is a setting of the province. */
  readonly strictlyBefore: boolean;
}

/** The stretch of time for which occurrences are wanted. */
export interface Horizon {
  /** The day the task was given: what was due before it is no occurrence. */
  readonly assigned: CalendarDate;
  /** Last day looked at; recurring tasks have no end of their own. */
  readonly until: CalendarDate;
}

/**
 * The occurrences of a schedule, by due day, those without a deadline last. Recurring ones follow the calendar: a yearly
 * task is due at the end of each year, or of its window, or on its day; what recurs every n years counts its years from
 * `from`, else from the year it was given. Relative and on-demand schedules have none until their event is known.
 */
export function occurrencesOf(schedule: Schedule, horizon: Horizon): readonly Occurrence[] {
  const found = new Map(expand(schedule, horizon).map((occurrence) => [occurrence.key, occurrence]));
  return [...found.values()].sort(
    (a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999") || a.key.localeCompare(b.key),
  );
}

function expand(schedule: Schedule, horizon: Horizon): readonly Occurrence[] {
  switch (schedule.kind) {
    case "once":
      return [...onceOf(schedule), ...(schedule.then ? expand(schedule.then, horizon) : [])];
    case "recurring":
      return recurrencesOf(schedule, horizon);
    case "continuous":
      return [
        {
          key: "continuous",
          start: dayOf(schedule.from) ?? horizon.assigned,
          due: null,
          strictlyBefore: false,
        },
      ];
    case "relative":
    case "onDemand":
      return [];
    case "several":
      return schedule.parts.flatMap((part) => expand(part, horizon));
    default:
      return unreachable(schedule);
  }
}

function onceOf(schedule: Extract<Schedule, { kind: "once" }>): readonly Occurrence[] {
  const due = dayOf(schedule.to);
  return due === null
    ? []
    : [
        {
          key: "once",
          start: dayOf(schedule.from ?? undefined),
          due,
          strictlyBefore: schedule.strictlyBefore === true,
        },
      ];
}

function dayOf(text: string | undefined): CalendarDate | null {
  return text === undefined ? null : parseIsoDate(text);
}

/** A period of the calendar: its name, first and last day. */
interface Period {
  readonly key: string;
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

function recurrencesOf(
  schedule: Extract<Schedule, { kind: "recurring" }>,
  horizon: Horizon,
): readonly Occurrence[] {
  const from = later(dayOf(schedule.from), horizon.assigned);
  const until = earlier(dayOf(schedule.to), horizon.until);
  const anchor = partsOf(dayOf(schedule.from) ?? horizon.assigned).year;
  return periodsOf(schedule.every, anchor, { from, until }).flatMap((period): readonly Occurrence[] => {
    const window = schedule.window === undefined ? period : (windowIn(period, schedule.window) ?? period);
    const due = schedule.due === undefined ? window.last : dueDayIn(period, schedule.due);
    const inTime = due !== null && due >= from && window.first <= until;
    return inTime ? [{ key: window.key, start: window.first, due, strictlyBefore: false }] : [];
  });
}

/** The periods of a rhythm that touch a stretch of days. An unknown rhythm has none. */
function periodsOf(
  every: string,
  anchor: number,
  { from, until }: { from: CalendarDate; until: CalendarDate },
): readonly Period[] {
  const rhythm = /^P(\d+)([YMW])$/.exec(every);
  const length = Number(rhythm?.[1]);
  if (!rhythm || !(length > 0)) return [];
  const [first, last] = [partsOf(from).year, partsOf(until).year];
  if (rhythm[2] === "W") return weeksOf(length, from, until);
  if (rhythm[2] === "Y") return yearsOf(length, anchor, first, last);
  if (12 % length !== 0) return [];
  return Array.from({ length: (last - first + 1) * (12 / length) }, (_, i) =>
    monthsOf(first + Math.floor((i * length) / 12), (i * length) % 12, length),
  ).filter((period): period is Period => period !== null && period.last >= from && period.first <= until);
}

function yearsOf(length: number, anchor: number, first: number, last: number): readonly Period[] {
  const begin = anchor + Math.floor((first - anchor) / length) * length;
  const years = Array.from(
    { length: Math.max(0, Math.floor((last - begin) / length) + 1) },
    (_, i) => begin + i * length,
  );
  return years.flatMap((year) => {
    const [from, to] = [calendarDate(year, 1, 1), calendarDate(year + length - 1, 12, 31)];
    return from && to
      ? [{ key: length === 1 ? `${year}` : `${year}/${year + length - 1}`, first: from, last: to }]
      : [];
  });
}

/** Months from…of a year (from 0) as one period: a month, a quarter, a half-year, or so many months. */
function monthsOf(year: number, from: number, length: number): Period | null {
  const [first, last] = [calendarDate(year, from + 1, 1), lastDayOfMonth(year, from + length)];
  if (!first || !last) return null;
  const name =
    length === 1
      ? String(from + 1).padStart(2, "0")
      : length === 3
        ? `Q${from / 3 + 1}`
        : length === 6
          ? `H${from / 6 + 1}`
          : `M${from + 1}-${from + length}`;
  return { key: `${year}-${name}`, first, last };
}

const day = 86_400_000;

/** Weeks from Monday to Sunday, every n counted from the week of the first day; named by their Monday. */
function weeksOf(length: number, from: CalendarDate, until: CalendarDate): readonly Period[] {
  const start = Date.parse(from);
  const monday = start - ((new Date(start).getUTCDay() + 6) % 7) * day;
  const count = Math.floor((Date.parse(until) - monday) / (7 * length * day)) + 1;
  return Array.from({ length: Math.max(0, count) }, (_, i) => monday + i * 7 * length * day).flatMap(
    (begin) => {
      const [first, last] = [isoDay(begin), isoDay(begin + (7 * length - 1) * day)];
      return first && last ? [{ key: `week-${first}`, first, last }] : [];
    },
  );
}

function isoDay(time: number): CalendarDate | null {
  return parseIsoDate(new Date(time).toISOString().slice(0, 10));
}

/** The part of a period that a window names: Q1…Q4, H1, H2, M01…M12 of its last year. */
function windowIn(period: Period, window: string): Period | null {
  const part = /^([QHM])(\d{1,2})$/.exec(window);
  const length = part?.[1] === "Q" ? 3 : part?.[1] === "H" ? 6 : 1;
  return part ? monthsOf(partsOf(period.last).year, (Number(part[2]) - 1) * length, length) : null;
}

/** "--11-15": that day of the last year of the period; "---20": day 20 of its last month, or its last day if shorter. */
function dueDayIn(period: Period, due: string): CalendarDate | null {
  const { year, month } = partsOf(period.last);
  const yearly = /^--(\d{2})-(\d{2})$/.exec(due);
  if (yearly) {
    const [of, wanted] = [Number(yearly[1]), Number(yearly[2])];
    const found = calendarDate(
      year,
      of,
      Math.min(wanted, of >= 1 && of <= 12 ? daysInMonth(year, of) : wanted),
    );
    // A day of the year inside a rhythm of months falls into one of its periods only.
    return found !== null && found >= period.first && found <= period.last ? found : null;
  }
  const monthly = /^---(\d{2})$/.exec(due);
  return monthly ? calendarDate(year, month, Math.min(Number(monthly[1]), daysInMonth(year, month))) : null;
}

function later(a: CalendarDate | null, b: CalendarDate): CalendarDate {
  return a !== null && a > b ? a : b;
}

function earlier(a: CalendarDate | null, b: CalendarDate): CalendarDate {
  return a !== null && a < b ? a : b;
}
