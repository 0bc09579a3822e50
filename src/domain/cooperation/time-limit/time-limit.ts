import { addDays, type CalendarDate, calendarDate, partsOf } from "../../basics/calendar-date.ts";
import type { Holidays } from "../../calendar/holidays.ts";
import { addWorkingDays } from "../../calendar/working-days.ts";
import type { Bilingual } from "../../language/language.ts";
import type { Values } from "../declaration.ts";
import { dayOf, spanOf } from "../standing.ts";

/** How the days of a time limit are counted: on the calendar, or those on which the offices of the province work. */
export const countings = ["days", "workingDays"] as const;
export type Counting = (typeof countings)[number];

/** The periods of reports (Nghị định 09/2019/NĐ-CP Điều 12): both begin on 15/12 of the year before. */
export const reportPeriods = ["firstHalf", "year"] as const;
export type ReportPeriod = (typeof reportPeriods)[number];

/** A field that holds one of some values, or, where none are named, anything at all. */
export interface FieldCase {
  readonly field: string;
  readonly in: readonly string[] | null;
}

/** For which records a time limit holds: for those of which all, any or none of some cases are true. */
export interface LimitCases {
  readonly are: "all" | "any" | "none";
  readonly cases: readonly FieldCase[];
}

/** What days are counted from: the latest of some days of a record (none: nothing is counted), or the end of each period. */
export type LimitStart =
  | { readonly kind: "fields"; readonly fields: readonly string[] }
  | {
      readonly kind: "periods";
      readonly periods: readonly ReportPeriod[];
      /** The first and the last day on which the record owes reports, by their fields. */
      readonly since: string;
      readonly until: string;
    };

/**
 * Something that has to be done so many days after or (negative) before a day of a record. What the law says stands in
 * data/time-limits.json; a province adds steps of its own.
 */
export interface TimeLimit {
  /** Kept with what was done, so it never changes; a rule that replaces another has its key and other days in force. */
  readonly key: string;
  readonly register: string;
  readonly name: Bilingual;
  /** The rule goes for what starts within these days. */
  readonly from: CalendarDate;
  readonly until: CalendarDate | null;
  readonly start: LimitStart;
  /** Null: a step without a last day. */
  readonly days: number | null;
  readonly counting: Counting;
  readonly where: LimitCases | null;
  /** The field with the day on which it was done; null: that day is recorded beside the record, with its document. */
  readonly done: string | null;
  /** A field with another last day, where the record has one of its own. */
  readonly dueField: string | null;
  /** How many days before its last day it is worth a look; null: from the day that its days are counted from. */
  readonly opens: number | null;
  /** The column of the register's list that says how it stands. */
  readonly column: string | null;
  /** Days before (negative) and after the last day on which those who answer are told, while it is not done. */
  readonly tellOn: readonly number[];
  /** What has ended has ended, whether the program was in use then or not. */
  readonly isLasting: boolean;
  /** A province may set other days. */
  readonly isSettable: boolean;
  readonly source: string;
  /** The days could not be read in the law itself. */
  readonly isUnverified: boolean;
}

/** One thing to be done: once for a record, or for each of its periods. */
export interface LimitOccurrence {
  /** "once", or the period: "2026", "2026-H1". */
  readonly key: string;
  readonly start: CalendarDate | null;
  /** Null: there is no last day, or what it is counted from is not known. */
  readonly due: CalendarDate | null;
  /** The days that a report tells of. */
  readonly period: { readonly from: CalendarDate; readonly to: CalendarDate } | null;
}

/** Where something with a last day stands on a day. */
export const limitStates = ["notYet", "due", "late", "done", "doneLate", "beforeStart"] as const;
export type LimitState = (typeof limitStates)[number];

/** What decides days and states beside the record: today, the days off, and the day on which the program was taken into use. */
export interface LimitDay {
  readonly today: CalendarDate;
  readonly startDay: CalendarDate | null;
  readonly holidays: Holidays;
}

/** A day among the values of a record; of a span its first or last one: "issuedOn", "when.from", "when.to". */
export function limitDayOf(values: Values, path: string): CalendarDate | null {
  const [key = "", end] = path.split(".");
  if (end === undefined) return dayOf(values, key);
  const { from, to } = spanOf(values, key);
  return end === "from" ? from : to;
}

/** Whether a time limit is for a record. */
export function isFor({ where }: TimeLimit, values: Values): boolean {
  if (where === null) return true;
  const isTrue = ({ field, in: allowed }: FieldCase) => {
    const value = values[field];
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return false;
    return allowed === null || allowed.includes(String(value));
  };
  switch (where.are) {
    case "all":
      return where.cases.every(isTrue);
    case "any":
      return where.cases.some(isTrue);
    case "none":
      return !where.cases.some(isTrue);
  }
}

/** What has to be done for a record by a time limit: up to the first period that is not over yet. */
export function occurrencesOf(
  limit: TimeLimit,
  values: Values,
  { today, holidays }: Pick<LimitDay, "today" | "holidays">,
): readonly LimitOccurrence[] {
  if (!isFor(limit, values)) return [];
  if (limit.start.kind === "periods") return periodsOf(limit, limit.start, values, { today, holidays });
  const days = limit.start.fields.flatMap((path) => limitDayOf(values, path) ?? []);
  const start = days.toSorted().at(-1) ?? null;
  if (!isInForce(limit, start ?? today)) return [];
  const own = limit.dueField === null ? null : dayOf(values, limit.dueField);
  const due = start === null ? null : (own ?? dueAfter(limit, start, holidays));
  return [{ key: "once", start, due, period: null }];
}

function isInForce({ from, until }: TimeLimit, day: CalendarDate): boolean {
  return from <= day && (until === null || day <= until);
}

function dueAfter(
  { days, counting }: TimeLimit,
  start: CalendarDate,
  holidays: Holidays,
): CalendarDate | null {
  if (days === null) return null;
  return counting === "days" ? addDays(start, days) : addWorkingDays(start, days, holidays);
}

function periodsOf(
  limit: TimeLimit,
  { periods, since, until }: Extract<LimitStart, { readonly kind: "periods" }>,
  values: Values,
  { today, holidays }: Pick<LimitDay, "today" | "holidays">,
): readonly LimitOccurrence[] {
  const first = dayOf(values, since);
  if (first === null) return [];
  const last = dayOf(values, until) ?? "9999-12-31";
  const years = partsOf(today).year + 1 - partsOf(first).year + 1;
  const all = Array.from({ length: Math.max(0, years) }, (_, at) => partsOf(first).year + at).flatMap(
    (year) => periods.map((period) => periodOf(period, year)),
  );
  const owed = all.filter(
    ({ from, to }) => first <= to && from <= last && from <= today && isInForce(limit, to),
  );
  return owed.map(({ key, ...period }) => ({
    ...{ key, start: period.to, due: dueAfter(limit, period.to, holidays), period },
  }));
}

/** A period of reports in a year, with its key (Nghị định 09/2019/NĐ-CP Điều 12). */
function periodOf(period: ReportPeriod, year: number) {
  const day = (ofYear: number, month: number, date: number) => {
    const found = calendarDate(ofYear, month, date);
    if (found === null) throw new Error(`no day: ${ofYear}-${month}-${date}`);
    return found;
  };
  const from = day(year - 1, 12, 15);
  return period === "year"
    ? { key: String(year), from, to: day(year, 12, 14) }
    : { key: `${year}-H1`, from, to: day(year, 6, 14) };
}

/** The day on which something was done, by the field of the record; null where it is recorded beside the record. */
export function doneDay({ done, start }: TimeLimit, values: Values, occurrence: LimitOccurrence) {
  const day = done === null ? null : dayOf(values, done);
  // Where days are counted from the latest of several, what was done before it answers an earlier one.
  const isEarlier =
    start.kind === "fields" && start.fields.length > 1 && occurrence.start !== null && day !== null
      ? day < occurrence.start
      : false;
  return isEarlier ? null : day;
}

/** Where something stands on a day; null when it has no last day and is not done. */
export function limitState(
  { days, opens, isLasting }: Pick<TimeLimit, "days" | "opens" | "isLasting">,
  { start, due }: Pick<LimitOccurrence, "start" | "due">,
  doneOn: CalendarDate | null,
  { today, startDay }: Pick<LimitDay, "today" | "startDay">,
): LimitState | null {
  if (doneOn !== null) return due === null || doneOn <= due ? "done" : "doneLate";
  if (due === null) return null;
  // What fell due before the program was in use is nobody's lateness.
  if (!isLasting && startDay !== null && due < startDay) return "beforeStart";
  if (due < today) return "late";
  const isOpen =
    opens === null ? (days ?? 0) < 0 || (start !== null && start < today) : addDays(due, -opens) <= today;
  return isOpen ? "due" : "notYet";
}
