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

/**
 * What a due day stands on: `written` a day that the document names; `window` the end of the part of the period that it
 * names ("Quý IV hằng năm"); `period` the end of a period; `year` the end of the year, or of several, of a task that
 * comes yearly and names no day. Null: there is no due day.
 */
export type OccurrenceBasis = "written" | "window" | "period" | "year" | null;

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
  readonly basis: OccurrenceBasis;
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
 * `from`, else from the year it was given; what begins before the end `to` of a schedule is due by that end. Relative and
 * on-demand schedules have none until their event is known. Where parts of a schedule give one name twice ("trước 15/6 và
 * 15/12 hằng năm"), the second is called "2026#2".
 */
export function occurrencesOf(schedule: Schedule, horizon: Horizon): readonly Occurrence[] {
  const found = new Map<string, Occurrence>();
  for (const one of expand(schedule, horizon)) {
    const key = freeKey(one, found);
    if (key !== null) found.set(key, { ...one, key });
  }
  return [...found.values()].sort(
    (a, b) => (a.due ?? "9999").localeCompare(b.due ?? "9999") || a.key.localeCompare(b.key),
  );
}

/** The name of an occurrence among others; null when the same one stands there already. */
function freeKey({ key, start, due }: Occurrence, found: ReadonlyMap<string, Occurrence>): string | null {
  for (let n = 1; ; n++) {
    const name = n === 1 ? key : `${key}#${n}`;
    const known = found.get(name);
    if (!known) return name;
    if (known.start === start && known.due === due) return null;
  }
}

function expand(schedule: Schedule, horizon: Horizon): readonly Occurrence[] {
  switch (schedule.kind) {
    case "once":
      return [...onceOf(schedule), ...(schedule.then ? expand(schedule.then, horizon) : [])];
    case "recurring":
      return /^P\d+D$/.test(schedule.every) ? [goingOn(schedule, horizon)] : recurrencesOf(schedule, horizon);
    case "continuous":
      return [goingOn(schedule, horizon)];
    case "relative":
    case "onDemand":
      return [];
    case "several":
      return schedule.parts.flatMap((part) => expand(part, horizon));
    default:
      return unreachable(schedule);
  }
}

/** What goes on all the time, and what recurs by days, which nobody follows one by one: once, without a deadline. */
function goingOn({ from }: { readonly from?: string }, { assigned }: Horizon): Occurrence {
  return {
    ...{ key: "continuous", start: dayOf(from) ?? assigned, due: null },
    ...{ strictlyBefore: false, basis: null },
  };
}

function onceOf(schedule: Extract<Schedule, { kind: "once" }>): readonly Occurrence[] {
  const [start, due] = [dayOf(schedule.from ?? undefined), dayOf(schedule.to)];
  if (due === null) return [];
  const strictlyBefore = schedule.strictlyBefore === true;
  const basis = !strictlyBefore && start !== null && isWholeMonths(start, due) ? "period" : "written";
  return [{ key: "once", start, due, strictlyBefore, basis }];
}

/** From the first day of a month to the last of one: "năm 2026", "Quý IV năm 2025". */
function isWholeMonths(first: CalendarDate, last: CalendarDate): boolean {
  const { year, month } = partsOf(last);
  return partsOf(first).day === 1 && last === lastDayOfMonth(year, month);
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
  const end = dayOf(schedule.to);
  const from = later(dayOf(schedule.from), horizon.assigned);
  const until = earlier(end, horizon.until);
  const anchor = partsOf(dayOf(schedule.from) ?? horizon.assigned).year;
  const basis = basisOf(schedule);
  return periodsOf(schedule.every, anchor, { from, until }).flatMap((period): readonly Occurrence[] => {
    const part = schedule.window === undefined ? period : partIn(period, schedule.window);
    if (part === null) return [];
    const due = schedule.due === undefined ? earlier(end, part.last) : dueDayIn(period, part, schedule.due);
    const inTime = due !== null && due >= from && part.first <= until && (end === null || due <= end);
    return inTime ? [{ key: part.key, start: part.first, due, strictlyBefore: false, basis }] : [];
  });
}

function basisOf({ every, window, due }: Extract<Schedule, { kind: "recurring" }>): OccurrenceBasis {
  if (due !== undefined) return "written";
  if (window !== undefined) return "window";
  return yearsIn(every) === null ? "period" : "year";
}

/** How many years a rhythm has, in years or in months; null for shorter ones. */
function yearsIn(every: string): number | null {
  const [, length, unit] = /^P(\d+)([YM])$/.exec(every) ?? [];
  const years = unit === "M" ? Number(length) / 12 : Number(length);
  return years > 0 && Number.isInteger(years) ? years : null;
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
  const years = yearsIn(every);
  if (years !== null) return yearsOf(years, anchor, first, last);
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

/**
 * The part of a period in the window Q1…Q4, H1, H2, M01…M12 of its last year: the months of a quarter for a year, the
 * month itself for "hằng tháng" of a quarter. Null when the window has no day of the period.
 */
function partIn(period: Period, window: string): Period | null {
  const part = /^([QHM])(\d{1,2})$/.exec(window);
  const length = part?.[1] === "Q" ? 3 : part?.[1] === "H" ? 6 : 1;
  for (const year of lastYears(period)) {
    const whole = part && monthsOf(year, (Number(part[2]) - 1) * length, length);
    if (!whole || whole.first > period.last || whole.last < period.first) continue;
    if (whole.first >= period.first && whole.last <= period.last) return whole;
    return {
      key: period.key,
      first: later(whole.first, period.first),
      last: earlier(whole.last, period.last),
    };
  }
  return null;
}

/** The year in which a period ends, and for weeks over a new year the one in which they begin. */
function lastYears({ key, first, last }: Period): readonly number[] {
  const years = [partsOf(last).year, partsOf(first).year];
  return isWeeks(key) ? years : years.slice(0, 1);
}

function isWeeks(key: string): boolean {
  return key.startsWith("week-");
}

/**
 * The day that is written: "--11-15" is that day in the last year of the period, "---20" the 20th in the last month of its
 * part; the last day of the month where it is shorter, and for weeks the one that falls into them. Null when none does.
 */
function dueDayIn(period: Period, part: Period, due: string): CalendarDate | null {
  const [, of, wanted] = /^--(?:(\d{2})|-)-?(\d{2})$/.exec(due) ?? [];
  const months: readonly (readonly [year: number, month: number])[] =
    of !== undefined
      ? lastYears(period).map((year) => [year, Number(of)])
      : (isWeeks(period.key) ? [part.first, part.last] : [part.last]).map((day) => {
          const { year, month } = partsOf(day);
          return [year, month];
        });
  const within = of !== undefined ? period : part;
  const days = months.map(([year, month]) =>
    calendarDate(year, month, Math.min(Number(wanted), daysInMonth(year, month))),
  );
  return days.find((day) => day !== null && day >= within.first && day <= within.last) ?? null;
}

function later(a: CalendarDate | null, b: CalendarDate): CalendarDate {
  return a !== null && a > b ? a : b;
}

function earlier(a: CalendarDate | null, b: CalendarDate): CalendarDate {
  return a !== null && a < b ? a : b;
}
