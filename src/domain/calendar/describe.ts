import {
  type CalendarDate,
  formatVietnamese,
  lastDayOfMonth,
  parseIsoDate,
  partsOf,
} from "../basics/calendar-date.ts";
import { unreachable } from "../basics/exhaustive.ts";
import type { Language } from "../language/language.ts";
import type { Schedule } from "./schedule.ts";

type Once = Extract<Schedule, { kind: "once" }>;
type Recurring = Extract<Schedule, { kind: "recurring" }>;

/**
 * A schedule in words: "Hằng năm, Quý IV", "Every year, Q4". The Vietnamese words are themselves such as offices
 * write, and reading them gives the same schedule again.
 */
export function describeSchedule(schedule: Schedule, language: Language): string {
  const vi = language === "vi";
  switch (schedule.kind) {
    case "once":
      return sayOnce(schedule, language) + sayThen(schedule, language);
    case "recurring":
      return sayRecurring(schedule, language);
    case "continuous":
      return [vi ? "Thường xuyên" : "Continuously", ...sayLimits(schedule.from, undefined, language)].join(
        ", ",
      );
    case "relative":
      return sayRelative(schedule.after, schedule.within, language);
    case "onDemand":
      return schedule.when;
    case "several":
      return schedule.parts.map((part) => describeSchedule(part, language)).join("; ");
    default:
      return unreachable(schedule);
  }
}

function sayThen({ then: following }: Once, language: Language): string {
  if (!following) return "";
  return ` (${language === "vi" ? "sau đó" : "then"}: ${describeSchedule(following, language)})`;
}

function sayOnce({ from, to, strictlyBefore }: Once, language: Language): string {
  const vi = language === "vi";
  const end = sayDay(to, language);
  if (from === null) {
    if (strictlyBefore) return vi ? `Trước ngày ${end}` : `Before ${end}`;
    return vi ? `Đến hết ngày ${end}` : `By ${end}`;
  }
  const begin = sayDay(from, language);
  if (strictlyBefore) return vi ? `Từ ngày ${begin} đến trước ngày ${end}` : `From ${begin}, before ${end}`;
  const period = sayPeriod(from, to, language);
  if (period !== null) return period;
  if (from === to) return vi ? `Trong ngày ${end}` : `On ${end}`;
  return vi ? `Từ ngày ${begin} đến ngày ${end}` : `From ${begin} to ${end}`;
}

const quarterNumerals = ["I", "II", "III", "IV"];

/** A whole year, half, quarter or month, or whole years; null for any other span. */
function sayPeriod(from: string, to: string, language: Language): string | null {
  const [first, last] = [parseIsoDate(from), parseIsoDate(to)];
  if (!first || !last || partsOf(first).day !== 1 || !endsMonth(last)) return null;
  const [a, b] = [partsOf(first), partsOf(last)];
  const vi = language === "vi";
  if (a.month === 1 && b.month === 12) {
    if (a.year === b.year) return vi ? `Năm ${a.year}` : `In ${a.year}`;
    return vi ? `Giai đoạn ${a.year} - ${b.year}` : `${a.year}–${b.year}`;
  }
  if (a.year !== b.year) return null;
  const months = b.month - a.month + 1;
  if (months === 6 && a.month % 6 === 1)
    return vi ? `6 tháng ${a.month === 1 ? "đầu" : "cuối"} năm ${a.year}` : `H${(a.month + 5) / 6} ${a.year}`;
  if (months === 3 && a.month % 3 === 1) {
    const quarter = (a.month + 2) / 3;
    return vi ? `Quý ${quarterNumerals[quarter - 1]}/${a.year}` : `Q${quarter} ${a.year}`;
  }
  if (months > 1) return null;
  return vi ? `Tháng ${a.month}/${a.year}` : `${monthNames[a.month - 1]} ${a.year}`;
}

function endsMonth(date: CalendarDate): boolean {
  const { year, month } = partsOf(date);
  return date === lastDayOfMonth(year, month);
}

function sayRecurring({ every, window, due, from, to }: Recurring, language: Language): string {
  return [
    sayEvery(every, language),
    ...(window === undefined ? [] : [sayWindow(window, language)]),
    ...(due === undefined ? [] : [sayDue(due, language)]),
    ...sayLimits(from, to, language),
  ].join(", ");
}

const rhythms: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  P1D: ["Hằng ngày", "Every day"],
  P1W: ["Hằng tuần", "Every week"],
  P1M: ["Hằng tháng", "Every month"],
  P3M: ["Hằng quý", "Every quarter"],
  P1Y: ["Hằng năm", "Every year"],
};
const lengths: Readonly<Record<string, readonly [vi: string, en: string]>> = {
  D: ["ngày", "days"],
  W: ["tuần", "weeks"],
  M: ["tháng", "months"],
  Y: ["năm", "years"],
  H: ["giờ", "hours"],
};

function sayEvery(every: string, language: Language): string {
  const named = rhythms[every];
  if (named) return named[language === "vi" ? 0 : 1];
  const length = sayLength(every, language);
  return language === "vi" ? `${length} một lần` : `Every ${length}`;
}

/** "6 tháng", "15 days"; a duration of several parts as it is written. */
function sayLength(duration: string, language: Language): string {
  const match = /^P(T?)(\d+)([DWMYH])$/.exec(duration);
  const unit = match && (match[1] === "T") === (match[3] === "H") ? lengths[match[3] ?? ""] : undefined;
  if (!match || !unit) return duration;
  if (language === "vi") return `${match[2]} ${unit[0]}`;
  return `${match[2]} ${match[2] === "1" ? unit[1].slice(0, -1) : unit[1]}`;
}

function sayWindow(window: string, language: Language): string {
  const ordinal = Number(window.slice(1));
  if (window.startsWith("Q"))
    return language === "vi" ? `Quý ${quarterNumerals[ordinal - 1]}` : `Q${ordinal}`;
  if (window.startsWith("H"))
    return language === "vi" ? `6 tháng ${ordinal === 1 ? "đầu" : "cuối"} năm` : `H${ordinal}`;
  return language === "vi" ? `tháng ${ordinal}` : (monthNames[ordinal - 1] ?? window);
}

function sayDue(due: string, language: Language): string {
  const day = Number(due.slice(-2));
  const vi = language === "vi";
  if (due.startsWith("---")) return vi ? `hạn ngày ${day}` : `due on day ${day}`;
  const month = Number(due.slice(2, 4));
  return vi ? `hạn ngày ${day}/${month}` : `due ${day} ${monthNames[month - 1]}`;
}

/** From when and until when, as nothing, one phrase or one for both. */
function sayLimits(from: string | undefined, to: string | undefined, language: Language): readonly string[] {
  const vi = language === "vi";
  const [begin, end] = [from && sayStart(from, language), to && sayEnd(to, language)];
  if (from && to && (wholeYear(from, "01-01") === null) !== (wholeYear(to, "12-31") === null))
    return [
      vi
        ? `từ ngày ${sayDay(from, language)} đến ngày ${sayDay(to, language)}`
        : `from ${sayDay(from, language)} to ${sayDay(to, language)}`,
    ];
  if (begin && end) return [vi ? `từ ${begin} đến hết ${end}` : `from ${begin} to the end of ${end}`];
  if (begin) return [vi ? `từ ${begin}` : `from ${begin}`];
  return end ? [vi ? `đến hết ${end}` : `until the end of ${end}`] : [];
}

function wholeYear(date: string, day: string): string | null {
  return date.slice(5) === day ? date.slice(0, 4) : null;
}

function sayStart(date: string, language: Language): string {
  const year = wholeYear(date, "01-01");
  if (language === "en") return year ?? sayDay(date, language);
  return year === null ? `ngày ${sayDay(date, language)}` : `năm ${year}`;
}

function sayEnd(date: string, language: Language): string {
  const year = wholeYear(date, "12-31");
  if (language === "en") return year ?? sayDay(date, language);
  return year === null ? `ngày ${sayDay(date, language)}` : `năm ${year}`;
}

function sayRelative(after: string, within: string, language: Language): string {
  if (within === "P0D") return language === "vi" ? `Ngay sau ${after}` : `At once after: ${after}`;
  const length = sayLength(within, language);
  return language === "vi" ? `Trong ${length} kể từ ${after}` : `Within ${length} of: ${after}`;
}

const monthNames = [
  "January",
  "February",
  "March",
  "April",
  "May",
  "June",
  "July",
  "August",
  "September",
  "October",
  "November",
  "December",
];

function sayDay(date: string, language: Language): string {
  const day = parseIsoDate(date);
  if (!day) return date;
  if (language === "vi") return formatVietnamese(day);
  const { year, month, day: number } = partsOf(day);
  return `${number} ${monthNames[month - 1]} ${year}`;
}
