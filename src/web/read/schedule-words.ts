import {
  formatVietnamese,
  lastDayOfMonth,
  parseIsoDate,
  partsOf,
} from "../../domain/basics/calendar-date.ts";
import { unreachable } from "../../domain/basics/exhaustive.ts";
import type { Schedule } from "../../domain/calendar/schedule.ts";
import type { Language } from "../../domain/language/language.ts";
import { foldedKey } from "../../domain/text/fold.ts";

/** A schedule as a sentence part: what the program understood, for comparing with what is written. */
export function saySchedule(schedule: Schedule, language: Language): string {
  switch (schedule.kind) {
    case "once":
      return sayOnce(schedule, language);
    case "recurring":
      return sayRecurring(schedule, language);
    case "continuous": {
      const regularly = language === "vi" ? "thường xuyên" : "regularly";
      return schedule.from ? `${regularly}, ${since(schedule.from, language)}` : regularly;
    }
    case "relative": {
      const length = sayLength(schedule.within, language);
      return language === "vi"
        ? `trong ${length} kể từ ${schedule.after}`
        : `within ${length} from: ${schedule.after}`;
    }
    case "onDemand":
      return language === "vi" ? schedule.when : `when it arises: ${schedule.when}`;
    case "several":
      return schedule.parts.map((part) => saySchedule(part, language)).join("; ");
    default:
      return unreachable(schedule);
  }
}

/** Words that a date may have or lack without meaning anything else. */
const silentWords = new Set(["ngay", "thang", "nam", "trong"]);

/** True when what was understood says no more than what is written: "Trong tháng 5/2026", "tháng 05/2026". */
export function saysTheSame(written: string, understood: string): boolean {
  return telling(written) === telling(understood);
}

function telling(text: string): string {
  return foldedKey(text)
    .split(" ")
    .filter((word) => !silentWords.has(word))
    .map((word) => word.replace(/^0+(?=\d)/, ""))
    .join(" ");
}

function sayOnce(schedule: Extract<Schedule, { kind: "once" }>, language: Language): string {
  const vi = language === "vi";
  const period = schedule.from ? wholePeriod(schedule.from, schedule.to, language) : null;
  const before = schedule.strictlyBefore ? (vi ? "trước" : "before") : vi ? "đến" : "by";
  const text =
    period ??
    (schedule.from
      ? `${vi ? "từ" : "from"} ${day(schedule.from)} ${vi ? "đến" : "to"} ${day(schedule.to)}`
      : `${before} ${day(schedule.to)}`);
  const after = schedule.then ? saySchedule(schedule.then, language) : null;
  return after ? `${text}; ${vi ? "sau đó" : "then"} ${after}` : text;
}

/** A span that is exactly a month, a quarter, a year or some years, said as such. */
function wholePeriod(from: string, to: string, language: Language): string | null {
  const [start, end] = [parseIsoDate(from), parseIsoDate(to)];
  if (!start || !end) return null;
  const [first, last] = [partsOf(start), partsOf(end)];
  if (first.day !== 1 || lastDayOfMonth(last.year, last.month) !== end) return null;
  const vi = language === "vi";
  if (first.month === 1 && last.month === 12)
    return first.year === last.year
      ? `${vi ? "trong năm" : "in"} ${first.year}`
      : `${vi ? "từ năm" : "from"} ${first.year} ${vi ? "đến năm" : "to"} ${last.year}`;
  if (first.year !== last.year) return null;
  if (first.month === last.month) return `${vi ? "trong tháng " : ""}${first.month}/${first.year}`;
  if (last.month - first.month === 2 && last.month % 3 === 0)
    return `${vi ? "trong quý" : "in quarter"} ${quarters[last.month / 3 - 1] ?? ""}/${first.year}`;
  return null;
}

const quarters = ["I", "II", "III", "IV"];

function sayRecurring(schedule: Extract<Schedule, { kind: "recurring" }>, language: Language): string {
  const vi = language === "vi";
  const parts = [rhythm(schedule.every, language)];
  if (schedule.window) parts.push(windowWords(schedule.window, language));
  if (schedule.due) parts.push(dueWords(schedule.due, language));
  if (schedule.from) parts.push(since(schedule.from, language));
  if (schedule.to) parts.push(`${vi ? "đến" : "until"} ${year(schedule.to, "12-31", language)}`);
  return parts.join(", ");
}

const rhythms: Readonly<Record<string, { readonly vi: string; readonly en: string }>> = {
  P1D: { vi: "hằng ngày", en: "daily" },
  P1W: { vi: "hằng tuần", en: "weekly" },
  P1M: { vi: "hằng tháng", en: "monthly" },
  P3M: { vi: "hằng quý", en: "quarterly" },
  P6M: { vi: "6 tháng một lần", en: "every 6 months" },
  P1Y: { vi: "hằng năm", en: "yearly" },
};

function rhythm(every: string, language: Language): string {
  const named = rhythms[every];
  if (named) return named[language];
  const length = sayLength(every, language);
  return language === "vi" ? `${length} một lần` : `every ${length}`;
}

function windowWords(window: string, language: Language): string {
  const vi = language === "vi";
  const number = Number(window.slice(1));
  if (window.startsWith("Q")) return `${vi ? "quý" : "quarter"} ${quarters[number - 1] ?? ""}`;
  if (window.startsWith("H"))
    return vi
      ? `6 tháng ${number === 1 ? "đầu" : "cuối"} năm`
      : `${number === 1 ? "first" : "second"} half-year`;
  return vi ? `tháng ${number}` : `month ${number}`;
}

/** "--11-15" each year on 15 November, "---20" each month on the 20th (ISO 8601 truncated dates). */
function dueWords(due: string, language: Language): string {
  const vi = language === "vi";
  const yearly = /^--(\d\d)-(\d\d)$/.exec(due);
  if (yearly) return `${vi ? "đến ngày" : "by"} ${yearly[2]}/${yearly[1]}`;
  const monthly = /^---(\d\d)$/.exec(due);
  return monthly ? `${vi ? "đến ngày" : "by day"} ${monthly[1]}` : due;
}

function since(from: string, language: Language): string {
  return `${language === "vi" ? "từ" : "from"} ${year(from, "01-01", language)}`;
}

/** A day that only stands for its year is said as the year. */
function year(date: string, edge: string, language: Language): string {
  if (!date.endsWith(edge)) return day(date);
  return language === "vi" ? `năm ${date.slice(0, 4)}` : date.slice(0, 4);
}

function day(date: string): string {
  const parsed = parseIsoDate(date);
  return parsed ? formatVietnamese(parsed) : date;
}

const lengths: Readonly<
  Record<string, { readonly vi: string; readonly en: readonly [one: string, many: string] }>
> = {
  D: { vi: "ngày", en: ["day", "days"] },
  W: { vi: "tuần", en: ["week", "weeks"] },
  M: { vi: "tháng", en: ["month", "months"] },
  Y: { vi: "năm", en: ["year", "years"] },
};

/** "P6M" in words; a length of another form stays as it is. */
function sayLength(duration: string, language: Language): string {
  const match = /^P(\d+)([DWMY])$/.exec(duration);
  const unit = lengths[match?.[2] ?? ""];
  if (!match || !unit) return duration;
  const count = Number(match[1]);
  return `${count} ${language === "vi" ? unit.vi : unit.en[count === 1 ? 0 : 1]}`;
}
