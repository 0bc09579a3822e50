import { addMonths, type CalendarDate, partsOf } from "../basics/calendar-date.ts";
import type { DaySpan } from "../calendar/month-weeks.ts";
import type { Bilingual } from "../language/language.ts";
import type { CalendarMark, Declaration } from "./declaration.ts";
import { declarations } from "./declarations.ts";

/** A record on its days in the calendar of cooperation. */
export interface CalendarEntry extends DaySpan {
  readonly id: string;
  readonly register: string;
  /** The key of the mark by which it stands there. */
  readonly mark: string;
  readonly title: string;
  /** Who enters it; null: the focal body. */
  readonly owner: { readonly id: string; readonly name: string } | null;
  /** The record says its days of an earlier year; it comes back each year. */
  readonly expected: boolean;
}

/** The registers whose records stand in the calendar, in the order of the screen. */
export const calendarRegisters: readonly (Declaration & { readonly calendar: readonly CalendarMark[] })[] =
  declarations.flatMap((declaration) =>
    declaration.calendar ? [{ ...declaration, calendar: declaration.calendar }] : [],
  );

/** A mark of a register by its key; null: there is none. */
export function markOf(register: string, key: string): CalendarMark | null {
  const found = calendarRegisters.find((one) => one.key === register);
  return found?.calendar.find((mark) => mark.key === key) ?? null;
}

/** What an entry is called: "Agreement ends: …", or the title alone where the record itself takes place. */
export function sayEntry(
  { register, mark, title }: Pick<CalendarEntry, "register" | "mark" | "title">,
  language: keyof Bilingual,
): string {
  const label = markOf(register, mark)?.label;
  return label ? `${label[language]}: ${title}` : title;
}

/**
 * The entries within a span of days, in order: what stands there, and of what comes back each year its days in the years
 * after (29 February on the 28th of other years). `from`, `to`: the days that the record says.
 */
export function entriesWithin(
  found: readonly Omit<CalendarEntry, "expected">[],
  within: DaySpan,
): readonly CalendarEntry[] {
  const isWithin = ({ from, to }: DaySpan) => from <= within.to && to >= within.from;
  return found
    .flatMap((one): readonly CalendarEntry[] => [
      { ...one, expected: false },
      ...(markOf(one.register, one.mark)?.isYearly ? yearlyOf(one, within) : []),
    ])
    .filter(isWithin)
    .toSorted((a, b) => (a.from === b.from ? compare(b.to, a.to) : compare(a.from, b.from)));
}

function yearlyOf(one: Omit<CalendarEntry, "expected">, within: DaySpan): readonly CalendarEntry[] {
  const years = partsOf(within.to).year - partsOf(one.from).year;
  return [years - 1, years]
    .filter((later) => later > 0)
    .map((later) => ({
      ...{ ...one, expected: true },
      ...{ from: addMonths(one.from, 12 * later), to: addMonths(one.to, 12 * later) },
    }));
}

function compare(a: CalendarDate, b: CalendarDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
