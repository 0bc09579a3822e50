import { type CalendarDate, calendarDate, partsOf } from "./calendar-date.ts";

/**
 * The first day whose entries of the log are kept for so many months, whole: the first of a month, so that entries are
 * dropped once a month and never before their time.
 */
export function keptFrom(today: CalendarDate, months: number): CalendarDate {
  const { year, month } = partsOf(today);
  const whole = year * 12 + (month - 1) - months;
  const day = calendarDate(Math.floor(whole / 12), (whole % 12) + 1, 1);
  if (day === null) throw new Error(`no day lies ${months} months before ${today}`);
  return day;
}
