declare const calendarDateBrand: unique symbol;

/** A day of the civil calendar in Vietnam, written `YYYY-MM-DD`; no hour, no zone. Compares as a string. */
export type CalendarDate = string & { readonly [calendarDateBrand]: true };

/** The day with these numbers (month 1…12), or null when the calendar has no such day (31 April, year 0). */
export function calendarDate(year: number, month: number, day: number): CalendarDate | null {
  if (!Number.isInteger(year) || !Number.isInteger(month) || !Number.isInteger(day)) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month))
    return null;
  // The three numbers were just checked, so the text is a CalendarDate.
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as CalendarDate;
}

/** Reads `YYYY-MM-DD`; null for anything else. */
export function parseIsoDate(text: string): CalendarDate | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? calendarDate(Number(match[1]), Number(match[2]), Number(match[3])) : null;
}

/** "15/08/2026", "5-8-2026" or "2026-08-15" as a day; null for anything else. */
export function dayIn(text: string): CalendarDate | null {
  const plain = text.trim();
  const vietnamese = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(plain);
  if (vietnamese) return calendarDate(Number(vietnamese[3]), Number(vietnamese[2]), Number(vietnamese[1]));
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(plain);
  return iso ? calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3])) : null;
}

/** The numbers of a day: year, month 1…12, day of the month. */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

/** Days in a month (1…12) of the Gregorian calendar. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
}

/** The last day of a month (1…12). Null outside the calendar. */
export function lastDayOfMonth(year: number, month: number): CalendarDate | null {
  return calendarDate(year, month, month >= 1 && month <= 12 ? daysInMonth(year, month) : 0);
}

/** The day that many days later; earlier for a negative number. Throws outside the years 1…9999: a bug. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = parseIsoDate(new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10));
  if (moved === null) throw new Error(`no day stands ${days} days from ${date}`);
  return moved;
}

/** `dd/MM/yyyy`, as Vietnamese offices write it. */
export function formatVietnamese(date: CalendarDate): string {
  return `${date.slice(8, 10)}/${date.slice(5, 7)}/${date.slice(0, 4)}`;
}

function pad(value: number, width: number): string {
  return String(value).padStart(width, "0");
}

/** The same day so many months later (earlier when negative), or the last day of that month. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const at = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(at / 12), (at % 12) + 1];
  const found = calendarDate(toYear, toMonth, Math.min(day, daysInMonth(toYear, toMonth)));
  if (found === null) throw new Error(`no day stands ${months} months from ${date}`);
  return found;
}
