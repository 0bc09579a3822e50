import { type CalendarDate, calendarDate, daysInMonth, partsOf } from "../basics/calendar-date.ts";
import type { Target } from "../reading/findings.ts";
import { latestOf, type TargetPeriod } from "./target-progress.ts";

/** The days of an occurrence, as far as periods need them. */
export interface TimedOccurrence {
  readonly key: string;
  readonly startsOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
}

/** The calendar year. */
export function yearOf(year: number): TargetPeriod {
  const name = String(year).padStart(4, "0");
  return { key: name, first: dayIn(year, 1, 1), last: dayIn(year, 12, 31) };
}

/** "2026", "2026-Q4", "2026-03" and "2026-2030" as stretches of time; null for anything else. */
export function periodNamed(key: string): TargetPeriod | null {
  const found = /^(\d{4})(?:-(?:Q([1-4])|(0[1-9]|1[0-2])|(\d{4})))?$/.exec(key);
  if (!found) return null;
  const [year, quarter, month, to] = found.slice(1).map((part) => (part === undefined ? null : Number(part)));
  if (year == null) return null;
  if (quarter != null) return { key, first: dayIn(year, quarter * 3 - 2, 1), last: endOf(year, quarter * 3) };
  if (month != null) return { key, first: dayIn(year, month, 1), last: endOf(year, month) };
  if (to != null) return to <= year ? null : { key, first: dayIn(year, 1, 1), last: dayIn(to, 12, 31) };
  return yearOf(year);
}

/** A day that there is: the callers give months and days of the calendar. */
function dayIn(year: number, month: number, day: number): CalendarDate {
  const found = calendarDate(year, month, day);
  if (found === null) throw new Error(`no day ${year}-${month}-${day}`);
  return found;
}

function endOf(year: number, month: number): CalendarDate {
  return dayIn(year, month, daysInMonth(year, month));
}

/**
 * The period over which what is done in an occurrence is judged: the calendar year in which it falls, or all of its years
 * where it spans several ("giai đoạn 2026 - 2030"). Null: it has no end, and each year is judged.
 */
export function periodOfOccurrence({ startsOn, dueOn }: TimedOccurrence): TargetPeriod | null {
  if (dueOn === null) return null;
  const to = partsOf(dueOn).year;
  const from = startsOn === null ? to : partsOf(startsOn).year;
  return from === to
    ? yearOf(to)
    : { key: `${from}-${to}`, first: yearOf(from).first, last: yearOf(to).last };
}

/**
 * The periods over which a target is judged, the first one first: those of its occurrences; for work without an end each
 * year since the task was given. A level that is to be reached by a year is judged there, and in years for which a plan
 * was given on the way. Nothing after the next year, for which plans are made.
 */
export function periodsOfTarget(
  target: Target,
  occurrences: readonly TimedOccurrence[],
  { assignedOn, today, planned }: TargetTimes,
): readonly TargetPeriod[] {
  const next = partsOf(today).year + 1;
  const found = new Map<string, TargetPeriod>();
  const add = (period: TargetPeriod) => {
    if (partsOf(period.first).year <= next) found.set(period.key, period);
  };
  const goal = target.by === undefined ? null : periodNamed(target.by);
  if (latestOf(target) === "level" && goal !== null) {
    found.set(goal.key, { ...goal, first: assignedOn < goal.first ? assignedOn : goal.first });
    for (const key of planned) {
      const period = key === goal.key ? null : periodNamed(key);
      if (period && period.last < goal.last) add(period);
    }
  } else
    for (const occurrence of occurrences) {
      const period = periodOfOccurrence(occurrence);
      if (period) add(period);
      else
        for (let year = partsOf(occurrence.startsOn ?? assignedOn).year; year < next; year++)
          add(yearOf(year));
    }
  return [...found.values()].sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : 0));
}

/**
 * The part of a period in which its work is done: from the first day of its occurrences to the last day they are due
 * ("Quý IV hằng năm": its last three months). Work without an end has all of the period.
 */
export function workOf(period: TargetPeriod, occurrences: readonly TimedOccurrence[]): TargetPeriod {
  const own = occurrences.filter((one) => periodOfOccurrence(one)?.key === period.key);
  const starts = own.map(({ startsOn }) => startsOn ?? period.first).sort();
  const ends = own.flatMap(({ dueOn }) => dueOn ?? []).sort();
  return { key: period.key, first: starts[0] ?? period.first, last: ends.at(-1) ?? period.last };
}

/** What periods are worked out on. `planned`: periods for which plans were given. */
export interface TargetTimes {
  readonly assignedOn: CalendarDate;
  readonly today: CalendarDate;
  readonly planned: readonly string[];
}

/**
 * The stretches of time of which a figure of an occurrence may be told, the usual one first: the months or quarters that
 * have begun, of a figure for each of them; the years of work without an end. None where the occurrence says it itself.
 */
export function stretchesOf(
  target: Target,
  { dueOn }: TimedOccurrence,
  period: TargetPeriod,
  today: CalendarDate,
): readonly string[] {
  const inParts = target.op !== "~avg" && (target.per === "P1M" || target.per === "P3M");
  const { year } = partsOf(period.last);
  if (inParts && partsOf(period.first).year === year) {
    const names =
      target.per === "P1M"
        ? Array.from({ length: 12 }, (_, i) => `${period.key}-${String(i + 1).padStart(2, "0")}`)
        : [1, 2, 3, 4].map((quarter) => `${period.key}-Q${quarter}`);
    return names.filter((name) => (periodNamed(name)?.first ?? today) <= today).reverse();
  }
  return dueOn === null ? [period.key, String(year - 1)] : [];
}

/** The period that is shown first: the one that runs, else the last that began, else the first to come. */
export function runningPeriod(periods: readonly TargetPeriod[], today: CalendarDate): TargetPeriod | null {
  return (
    periods.find(({ first, last }) => first <= today && today <= last) ??
    periods.findLast(({ first }) => first <= today) ??
    periods[0] ??
    null
  );
}
