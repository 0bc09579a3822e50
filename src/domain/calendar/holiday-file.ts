import { calendarDate, parseIsoDate } from "../basics/calendar-date.ts";
import { shapesOf } from "../basics/data-shape.ts";
import type { DecidedYear, HolidayData, HolidayRule } from "./holidays.ts";

const { record, list, words, count } = shapesOf("data/holidays.json");

/** Reads data/holidays.json. Throws, naming the place, when it breaks its form: the file is ours. */
export function parseHolidayData(text: string): HolidayData {
  const { rules, years } = record(JSON.parse(text), "the file");
  return {
    rules: list(rules, "rules").map((rule, i) => ruleOf(record(rule, `rules[${i}]`), `rules[${i}]`)),
    years: list(years, "years").map((year, i) => yearIn(record(year, `years[${i}]`), `years[${i}]`)),
  };
}

function ruleOf(given: Readonly<Record<string, unknown>>, at: string): HolidayRule {
  const { vi, en, day, lunar, beside, before, days, from, to, inLieu, source } = given;
  const ways = [day, lunar, beside].filter((way) => way !== undefined);
  if (ways.length !== 1 || calendarDate(2024, ...monthAndDay(ways[0], at)) === null)
    throw new Error(`data/holidays.json: ${at} needs one of day, lunar, beside as MM-DD`);
  return {
    ...{ vi: words(vi, `${at}.vi`), en: words(en, `${at}.en`), source: words(source, `${at}.source`) },
    ...{ from: dayText(words(from, `${at}.from`)), inLieu: inLieu === true },
    ...(day === undefined ? {} : { day: words(day, at) }),
    ...(lunar === undefined ? {} : { lunar: words(lunar, at) }),
    ...(beside === undefined ? {} : { beside: words(beside, at) }),
    ...(before === undefined ? {} : { before: count(before, `${at}.before`) }),
    ...(days === undefined ? {} : { days: count(days, `${at}.days`) }),
    ...(to === undefined ? {} : { to: dayText(words(to, `${at}.to`)) }),
  };
}

function yearIn(given: Readonly<Record<string, unknown>>, at: string): DecidedYear {
  const { year, lunarNewYear, besideNationalDay, swaps, sources } = given;
  return {
    year: count(year, `${at}.year`),
    lunarNewYear: dayText(words(lunarNewYear, `${at}.lunarNewYear`)),
    besideNationalDay: dayText(words(besideNationalDay, `${at}.besideNationalDay`)),
    swaps: list(swaps, `${at}.swaps`).map((swap) => {
      const { off, work } = record(swap, `${at}.swaps`);
      return { off: dayText(words(off, `${at}.off`)), work: dayText(words(work, `${at}.work`)) };
    }),
    sources: list(sources, `${at}.sources`).map((source) => words(source, `${at}.sources`)),
  };
}

function monthAndDay(given: unknown, at: string): [number, number] {
  const [, month, day] = /^(\d{2})-(\d{2})$/.exec(words(given, at)) ?? [];
  return [Number(month), Number(day)];
}

function dayText(text: string): string {
  if (parseIsoDate(text) === null) throw new Error(`data/holidays.json: ${text} is no day`);
  return text;
}
