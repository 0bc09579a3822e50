import type { Schedule } from "../../src/domain/calendar/schedule.ts";

/*
 * When a schedule is due, found by walking the calendar day by day: of each day it is asked in which period it lies and
 * whether the window holds it, and the last such day of a period is its due day. Slow and plain on purpose, and it shares
 * nothing with `occurrencesOf`, which is compared with it.
 */

/** A due day as it was found, with the first day on which work on it counts; `due` null: no deadline. */
export interface WalkedDue {
  readonly start: string | null;
  readonly due: string | null;
}

/** A day of the walk. */
interface WalkedDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly text: string;
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lengthOf(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (lengths[month - 1] ?? 0);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** All days from 1 January of one year to 31 December of another, each from the one before. 1 January 2001 was a Monday. */
function* daysOf(first: number, last: number): Generator<WalkedDay> {
  let weekday = 1;
  for (let year = 2001; year < first; year++) weekday = (weekday + (isLeap(year) ? 366 : 365)) % 7;
  for (let year = first; year <= last; year++)
    for (let month = 1; month <= 12; month++)
      for (let day = 1; day <= lengthOf(year, month); day++) {
        yield { year, month, day, weekday, text: `${year}-${two(month)}-${two(day)}` };
        weekday = (weekday + 1) % 7;
      }
}

/** The due days of a schedule that was given on a day, as far as their work begins up to another, in order. */
export function walkedDues(schedule: Schedule, assigned: string, until: string): readonly WalkedDue[] {
  const found = dues(schedule, assigned, until);
  return found.sort((a, b) => ((a.due ?? "9999") < (b.due ?? "9999") ? -1 : 1));
}

function dues(schedule: Schedule, assigned: string, until: string): WalkedDue[] {
  switch (schedule.kind) {
    case "once":
      return [
        { start: schedule.from, due: schedule.to },
        ...(schedule.then ? dues(schedule.then, assigned, until) : []),
      ];
    case "continuous":
      return [{ start: schedule.from ?? assigned, due: null }];
    case "relative":
    case "onDemand":
      return [];
    case "several":
      return schedule.parts.flatMap((part) => dues(part, assigned, until));
    default:
      return recurringDues(schedule, assigned, until);
  }
}

function recurringDues(
  schedule: Extract<Schedule, { kind: "recurring" }>,
  assigned: string,
  until: string,
): WalkedDue[] {
  const begin = schedule.from !== undefined && schedule.from > assigned ? schedule.from : assigned;
  const end = schedule.to !== undefined && schedule.to < until ? schedule.to : until;
  const isWeeks = schedule.every.endsWith("W");
  const found: WalkedDue[] = [];
  for (const period of periodsOf(schedule.every, { anchor: schedule.from ?? assigned, begin, until })) {
    const part = schedule.window === undefined ? period : inWindow(period, schedule.window, isWeeks);
    const first = part[0];
    // What has begun by the end of the schedule is due by then; a day that is written is none after it.
    const last = part.findLast(({ text }) => schedule.to === undefined || text <= schedule.to);
    const due = schedule.due === undefined ? last : writtenDay(period, part, { due: schedule.due, isWeeks });
    if (!first || !due || first.text > end || due.text < begin) continue;
    if (schedule.to !== undefined && due.text > schedule.to) continue;
    found.push({ start: first.text, due: due.text });
  }
  return found;
}

/** The days of each period that begins by a day. */
function periodsOf(
  every: string,
  { anchor, begin, until }: { anchor: string; begin: string; until: string },
): WalkedDay[][] {
  const [, digits, unit] = /^P(\d+)([WMY])$/.exec(every) ?? [];
  const length = Number(digits);
  const firstYear = Number(anchor.slice(0, 4));
  const lastYear =
    Number(until.slice(0, 4)) + Math.ceil(unit === "Y" ? length : unit === "M" ? length / 12 : 1);
  const periods = new Map<string, WalkedDay[]>();
  let weeks = weeksBefore(firstYear, begin);
  for (const day of daysOf(firstYear - 1, lastYear)) {
    if (day.weekday === 1) weeks += 1;
    if (unit !== "W" && day.year < firstYear) continue;
    const name =
      unit === "W"
        ? Math.floor(weeks / length)
        : unit === "Y"
          ? Math.floor((day.year - firstYear) / length)
          : Math.floor(((day.year - firstYear) * 12 + day.month - 1) / length);
    const known = periods.get(String(name));
    if (known) known.push(day);
    else periods.set(String(name), [day]);
  }
  return [...periods.values()].filter(([first]) => first !== undefined && first.text <= until);
}

/** Where the counting of Mondays has to begin so that the week of a day is number 0. */
function weeksBefore(firstYear: number, begin: string): number {
  let mondays = 0;
  for (const day of daysOf(firstYear - 1, Number(begin.slice(0, 4)))) {
    if (day.weekday === 1) mondays += 1;
    if (day.text === begin) break;
  }
  return -mondays;
}

/** The days of a period that a window of its last year holds; of weeks over a new year, of either year. */
function inWindow(period: readonly WalkedDay[], window: string, isWeeks: boolean): WalkedDay[] {
  const last = period.at(-1)?.year;
  return period.filter(({ year, month }) => (year === last || isWeeks) && holds(window, month));
}

function holds(window: string, month: number): boolean {
  const which = Number(window.slice(1));
  if (window.startsWith("Q")) return Math.ceil(month / 3) === which;
  if (window.startsWith("H")) return Math.ceil(month / 6) === which;
  return month === which;
}

/** The day that the document writes: "--MM-DD" in the period's last year, "---DD" in the last month of its part. */
function writtenDay(
  period: readonly WalkedDay[],
  part: readonly WalkedDay[],
  { due, isWeeks }: { due: string; isWeeks: boolean },
): WalkedDay | undefined {
  const last = period.at(-1)?.year;
  if (due.startsWith("---")) {
    const lastMonth = part.at(-1)?.month;
    return part.find(
      ({ year, month, day }) =>
        (isWeeks || (year === last && month === lastMonth)) &&
        day === Math.min(Number(due.slice(3)), lengthOf(year, month)),
    );
  }
  const [of, wanted] = [Number(due.slice(2, 4)), Number(due.slice(5))];
  return period.find(
    ({ year, month, day }) =>
      (isWeeks || year === last) && month === of && day === Math.min(wanted, lengthOf(year, month)),
  );
}
