import { type CalendarDate, partsOf } from "../basics/calendar-date.ts";

/** A month, "2026-11". */
export type Month = string;

/** The months that end with the one of a day, the oldest first. */
export function monthsUntil(today: CalendarDate, count: number): readonly Month[] {
  const { year, month } = partsOf(today);
  return Array.from({ length: count }, (_, at) => {
    const since = year * 12 + month - count + at;
    return `${Math.floor(since / 12)}-${String((since % 12) + 1).padStart(2, "0")}`;
  });
}
