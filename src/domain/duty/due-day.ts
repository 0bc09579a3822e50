import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  daysInMonth,
  parseIsoDate,
  partsOf,
} from "../basics/calendar-date.ts";
import type { Holidays } from "../calendar/holidays.ts";
import type { Occurrence, OccurrenceBasis } from "../calendar/occurrences.ts";
import { addWorkingDays, nextWorkingDay, previousWorkingDay } from "../calendar/working-days.ts";

/**
 * What a due day stands on: that of its occurrence (`OccurrenceBasis`), `cutOff` the day of the year by which the
 * province wants what is yearly, `term` so many days, weeks, months or years after an event.
 */
export type DueBasis = OccurrenceBasis | "cutOff" | "term";

/** How a province counts. */
export interface DueSettings {
  /** Whether "trước ngày 15/7" is still in time on the 15th: offices read it both ways. */
  readonly strictBeforeCounts: boolean;
  /** "MM-DD" by which yearly tasks that name no day are due; null: the end of the year. */
  readonly yearlyCutOff: string | null;
}

/** As long as a province has said nothing: "trước ngày" leaves the day out, a year ends with its last day. */
export const unsetDueSettings: DueSettings = { strictBeforeCounts: false, yearlyCutOff: null };

/** When something is due. `lastDay` is the last day in time; both null without a deadline. */
export interface DueDay {
  readonly dueOn: CalendarDate | null;
  readonly strictlyBefore: boolean;
  readonly lastDay: CalendarDate | null;
  readonly basis: DueBasis;
}

/**
 * The due day of an occurrence of a task given on a day. A day that the document writes stays as written, also when
 * nobody works on it: only a term runs on. The yearly cut-off never lies before the task was given or may begin.
 */
export function dueDayOf(
  { start, due, strictlyBefore, basis }: Pick<Occurrence, "start" | "due" | "strictlyBefore" | "basis">,
  assignedOn: CalendarDate,
  settings: DueSettings,
): DueDay {
  const cutOff = basis === "year" && due !== null ? cutOffIn(due, settings) : null;
  if (cutOff !== null && cutOff >= assignedOn && (start === null || cutOff >= start))
    return { dueOn: cutOff, strictlyBefore, lastDay: cutOff, basis: "cutOff" };
  return { dueOn: due, strictlyBefore, lastDay: lastDayInTime(due, strictlyBefore, settings), basis };
}

/** The cut-off in the last year of a period; 29 February in a common year is the 28th. Null where none is set. */
function cutOffIn(periodEnd: CalendarDate, { yearlyCutOff }: DueSettings): CalendarDate | null {
  if (yearlyCutOff === null) return null;
  const { year } = partsOf(periodEnd);
  const [month, day] = yearlyCutOff.split("-").map(Number);
  return month && day && month <= 12
    ? calendarDate(year, month, Math.min(day, daysInMonth(year, month)))
    : null;
}

/** The due day of an occurrence that stands, counted anew by other settings. */
export function dueDayAgain(
  standing: DueDay & { readonly startsOn: CalendarDate | null },
  assignedOn: CalendarDate,
  settings: DueSettings,
): DueDay {
  const { dueOn, strictlyBefore, lastDay, basis, startsOn } = standing;
  if (basis === "term") return { dueOn, strictlyBefore, lastDay, basis };
  const due = basis === "cutOff" && dueOn !== null ? calendarDate(partsOf(dueOn).year, 12, 31) : dueOn;
  const first = basis === "cutOff" ? "year" : basis;
  return dueDayOf({ start: startsOn, due, strictlyBefore, basis: first }, assignedOn, settings);
}

/** The last day in time: with "trước ngày" the day before, unless the province counts the day itself. */
function lastDayInTime(
  due: CalendarDate | null,
  strictlyBefore: boolean,
  { strictBeforeCounts }: Pick<DueSettings, "strictBeforeCounts">,
): CalendarDate | null {
  return due !== null && strictlyBefore && !strictBeforeCounts ? addDays(due, -1) : due;
}

/**
 * The day at which reminders aim: with "trước ngày" the day before, however the province counts, and a working day, since
 * a day off helps nobody to be in time.
 */
export function reminderDay(
  { dueOn, strictlyBefore, lastDay }: Pick<DueDay, "dueOn" | "strictlyBefore" | "lastDay">,
  holidays: Holidays,
): CalendarDate | null {
  const aim = strictlyBefore && dueOn !== null ? addDays(dueOn, -1) : lastDay;
  return aim === null ? null : previousWorkingDay(aim, holidays);
}

/** A length of time as a term counts it: whole days, weeks, months, years, or working days. */
export interface Term {
  readonly length: number;
  readonly unit: "D" | "W" | "M" | "Y" | "workingDays";
}

/** "P10D", "P6M", "P2W", "P1Y" as a term; hours make the day they end on. Null for anything else. */
export function termOf(within: string): Term | null {
  const days = /^P(\d{1,4})([DWMY])$/.exec(within);
  const unit = (["D", "W", "M", "Y"] as const).find((one) => one === days?.[2]);
  if (unit) return { length: Number(days?.[1]), unit };
  const hours = /^PT(\d{1,4})H$/.exec(within);
  return hours ? { length: Math.ceil(Number(hours[1]) / 24), unit: "D" } : null;
}

/**
 * When a term after an event ends. The day of the event is not counted (Bộ luật Dân sự 2015 Điều 147 khoản 3). Months and
 * years end on the same day of their last month, or on its last day where it has none (Điều 148 khoản 3, 4). A term whose
 * last day is a day off ends with the next working day (Điều 148 khoản 5): `dueOn` is the day as counted, `lastDay` the
 * day to which it runs.
 */
export function termDueDay(event: CalendarDate, term: Term, holidays: Holidays): DueDay {
  const dueOn = endOfTerm(event, term, holidays);
  return { dueOn, strictlyBefore: false, lastDay: nextWorkingDay(dueOn, holidays), basis: "term" };
}

function endOfTerm(event: CalendarDate, { length, unit }: Term, holidays: Holidays): CalendarDate {
  switch (unit) {
    case "D":
      return addDays(event, length);
    case "W":
      return addDays(event, 7 * length);
    case "workingDays":
      return addWorkingDays(event, length, holidays);
    default:
      return addMonths(event, unit === "Y" ? 12 * length : length);
  }
}

/** Reads a yearly cut-off "MM-DD"; null for what is no day of a year. 29 February counts. */
export function parseYearlyCutOff(text: string): string | null {
  return /^\d{2}-\d{2}$/.test(text) && parseIsoDate(`2024-${text}`) !== null ? text : null;
}
