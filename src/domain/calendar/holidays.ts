import { addDays, type CalendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import type { Bilingual } from "../language/language.ts";
import { civilDayOf } from "./lunar-calendar.ts";

/** data/holidays.json: which days the law gives, and what was decided for each year. Months and days are "MM-DD". */
export interface HolidayData {
  readonly rules: readonly HolidayRule[];
  /** Years for which the Government has told the days of Tết, the day beside National Day, and days swapped. */
  readonly years: readonly DecidedYear[];
}

/**
 * A public holiday by the law: a `day` of the year, a `lunar` day with some days `before` it and a length in `days`, or
 * the day `beside` another. `inLieu`: one that falls on a weekend gives the next working day off (Bộ luật Lao động 2019
 * Điều 111 khoản 3, which speaks of the days of Điều 112 khoản 1 alone).
 */
export interface HolidayRule extends Bilingual {
  readonly day?: string;
  readonly lunar?: string;
  readonly before?: number;
  readonly days?: number;
  readonly beside?: string;
  readonly from: string;
  readonly to?: string;
  readonly inLieu: boolean;
  readonly source: string;
}

/** What was decided for a year: the first day of Tết's five, the second day of National Day, and days swapped. */
export interface DecidedYear {
  readonly year: number;
  readonly lunarNewYear: string;
  readonly besideNationalDay: string;
  readonly swaps: readonly { readonly off: string; readonly work: string }[];
  readonly sources: readonly string[];
}

/** Why nobody works on a day. `province`: the province gave it off itself. */
export type DayOffReason = "weekend" | "holiday" | "inLieu" | "swapped" | "province";

/** A day on which nobody works, with the name of the holiday where it has one. */
export interface DayOff {
  readonly reason: DayOffReason;
  readonly name: Bilingual | null;
}

/** The days off and the Saturdays worked of one year. `decided`: the Government has told them; else they are expected. */
export interface HolidayYear {
  readonly decided: boolean;
  readonly sources: readonly string[];
  readonly off: ReadonlyMap<CalendarDate, DayOff>;
  readonly worked: ReadonlySet<CalendarDate>;
}

/** A day that a province adds for itself: off, or a weekend's day that is worked. */
export interface ProvinceDay extends Bilingual {
  readonly day: CalendarDate;
  readonly off: boolean;
}

/** Days off by year. */
export interface Holidays {
  readonly yearOf: (year: number) => HolidayYear;
}

/** Days off after the law, what was decided for each year, and the days that a province adds. Each year is worked out once. */
export function holidaysOf(data: HolidayData, added: readonly ProvinceDay[] = []): Holidays {
  return withProvinceDays(
    onceAYear((year) => lawfulYear(data, year)),
    added,
  );
}

/** Days off of the country with the days that a province adds. */
export function withProvinceDays(lawful: Holidays, added: readonly ProvinceDay[]): Holidays {
  return added.length === 0 ? lawful : onceAYear((year) => withAdded(lawful.yearOf(year), year, added));
}

function onceAYear(workOut: (year: number) => HolidayYear): Holidays {
  const years = new Map<number, HolidayYear>();
  return {
    yearOf: (year) => {
      const known = years.get(year) ?? workOut(year);
      years.set(year, known);
      return known;
    },
  };
}

/** Whether a day is a Saturday or a Sunday. */
export function isWeekend(day: CalendarDate): boolean {
  return [0, 6].includes(weekdayOf(day));
}

/** 0 for Sunday to 6 for Saturday. */
export function weekdayOf(day: CalendarDate): number {
  return new Date(Date.parse(day)).getUTCDay();
}

function lawfulYear({ rules, years }: HolidayData, year: number): HolidayYear {
  const decided = years.find((one) => one.year === year) ?? null;
  const off = new Map<CalendarDate, DayOff>();
  const onWeekends: { readonly day: CalendarDate; readonly name: Bilingual }[] = [];
  for (const rule of rules)
    for (const day of daysOfRule(rule, year, decided)) {
      off.set(day, { reason: "holiday", name: nameOf(rule) });
      if (rule.inLieu && isWeekend(day)) onWeekends.push({ day, name: nameOf(rule) });
    }
  const swaps = (decided?.swaps ?? []).map((swap) => ({ off: dayIn(swap.off), work: dayIn(swap.work) }));
  // A swap gives a working day away; days in lieu come before it, as the law gives them.
  for (const { day, name } of onWeekends.sort((a, b) => (a.day < b.day ? -1 : 1))) {
    let next = addDays(day, 1);
    while (isWeekend(next) || off.has(next)) next = addDays(next, 1);
    off.set(next, { reason: "inLieu", name });
  }
  for (const swap of swaps) off.set(swap.off, { reason: "swapped", name: null });
  return {
    ...{ decided: decided !== null, sources: decided?.sources ?? [], off },
    worked: new Set(swaps.map(({ work }) => work)),
  };
}

function withAdded(lawful: HolidayYear, year: number, added: readonly ProvinceDay[]): HolidayYear {
  const own = added.filter(({ day }) => day.startsWith(`${year}-`));
  if (own.length === 0) return lawful;
  const off = new Map(lawful.off);
  const worked = new Set(lawful.worked);
  for (const one of own) {
    off.delete(one.day);
    worked.delete(one.day);
    if (one.off) off.set(one.day, { reason: "province", name: nameOf(one) });
    else worked.add(one.day);
  }
  return { ...lawful, off, worked };
}

/** The days that a rule gives in a year, as far as it was in force on them. */
function daysOfRule(rule: HolidayRule, year: number, decided: DecidedYear | null): readonly CalendarDate[] {
  const first = firstDayOf(rule, year, decided);
  const all = Array.from({ length: rule.days ?? 1 }, (_, i) => addDays(first, i));
  return all.filter((day) => day >= rule.from && (rule.to === undefined || day <= rule.to));
}

function firstDayOf(rule: HolidayRule, year: number, decided: DecidedYear | null): CalendarDate {
  if (rule.beside !== undefined)
    return decided
      ? dayIn(decided.besideNationalDay)
      : expectedBeside(dayIn(`${paddedYear(year)}-${rule.beside}`));
  if (rule.day !== undefined) return dayIn(`${paddedYear(year)}-${rule.day}`);
  if (rule.days !== undefined && decided) return dayIn(decided.lunarNewYear);
  const [month, day] = (rule.lunar ?? "").split("-").map(Number);
  const civil = civilDayOf({ year, month: month ?? 0, day: day ?? 0, leap: false });
  if (civil === null) throw new Error(`a holiday has no day in ${year}: ${rule.vi}`);
  return addDays(civil, -(rule.before ?? 0));
}

/**
 * The second day of National Day where none was decided: the day that makes the longer rest, as it was decided each year
 * from 2021 to 2026. After it where National Day is a Monday or a Thursday, else before it.
 */
function expectedBeside(nationalDay: CalendarDate): CalendarDate {
  return addDays(nationalDay, [1, 4].includes(weekdayOf(nationalDay)) ? 1 : -1);
}

function nameOf({ vi, en }: Bilingual): Bilingual {
  return { vi, en };
}

function paddedYear(year: number): string {
  return String(year).padStart(4, "0");
}

function dayIn(text: string): CalendarDate {
  const day = parseIsoDate(text);
  if (day === null) throw new Error(`data/holidays.json: ${text} is no day`);
  return day;
}
