import { addDays, type CalendarDate, partsOf } from "../basics/calendar-date.ts";
import { type DayOff, type Holidays, isWeekend } from "./holidays.ts";

/**
 * Why nobody works on a day in an administrative body, null when it is a working day: public holidays (Bộ luật Lao động
 * 2019 Điều 112), Saturdays and Sundays, unless a weekend's day is worked for another.
 */
export function dayOffOn(day: CalendarDate, holidays: Holidays): DayOff | null {
  const { off, worked } = holidays.yearOf(partsOf(day).year);
  if (worked.has(day)) return null;
  return off.get(day) ?? (isWeekend(day) ? { reason: "weekend", name: null } : null);
}

/** Whether nobody works on a day. */
export function isDayOff(day: CalendarDate, holidays: Holidays): boolean {
  return dayOffOn(day, holidays) !== null;
}

/** The day itself when it is a working day, else the first working day after it. */
export function nextWorkingDay(day: CalendarDate, holidays: Holidays): CalendarDate {
  return isDayOff(day, holidays) ? nextWorkingDay(addDays(day, 1), holidays) : day;
}

/** The day itself when it is a working day, else the last working day before it. */
export function previousWorkingDay(day: CalendarDate, holidays: Holidays): CalendarDate {
  return isDayOff(day, holidays) ? previousWorkingDay(addDays(day, -1), holidays) : day;
}

/** The n-th working day after a day, which is not counted itself; before it for a negative number. */
export function addWorkingDays(day: CalendarDate, days: number, holidays: Holidays): CalendarDate {
  const step = days < 0 ? -1 : 1;
  let left = Math.abs(days);
  let at = day;
  while (left > 0) {
    at = addDays(at, step);
    if (!isDayOff(at, holidays)) left -= 1;
  }
  return at;
}

/** Working days after one day up to and with another; negative when the second is earlier. */
export function workingDaysBetween(from: CalendarDate, to: CalendarDate, holidays: Holidays): number {
  if (to < from) return -workingDaysBetween(to, from, holidays);
  let count = 0;
  for (let at = from; at < to; ) {
    at = addDays(at, 1);
    if (!isDayOff(at, holidays)) count += 1;
  }
  return count;
}
