import { type CalendarDate, calendarDate, lastDayOfMonth, partsOf } from "../basics/calendar-date.ts";
import { anyPhraseAt, phraseAt, type Tokens } from "../text/token.ts";
import { daysOfPart, momentAt } from "./schedule-dates.ts";

interface DaysFound {
  readonly days: readonly [CalendarDate, CalendarDate];
  readonly next: number;
  readonly doubt: number;
}

type Edge = "start" | "middle" | "end";

const edges: readonly (readonly [string, Edge])[] = [
  ["tuan dau", "start"],
  ["tuan cuoi", "end"],
  ["dau", "start"],
  ["giua", "middle"],
  ["cuoi", "end"],
];
const unsure = 0.4;

/**
 * "cuối năm 2025", "đầu tháng 9/2025", "giữa quý II/2026": offices mean the first, middle or last third of a month,
 * the months of a quarter, the quarters of a year. A guess, so always with doubt. A year that is not said is the
 * document's.
 */
export function edgeAt(tokens: Tokens, at: number, documentDate: CalendarDate | null): DaysFound | null {
  for (const [phrase, edge] of edges) {
    const opened = phraseAt(tokens, at, phrase);
    if (opened === null) continue;
    const moment = momentAt(tokens, opened);
    const present = documentDate ? partsOf(documentDate).year : null;
    if (moment?.kind === "years" && moment.from === moment.to && !moment.bare)
      return edgeOfYear(moment.from, edge, moment.next);
    if (moment?.kind === "part") {
      const year = moment.year ?? present;
      const piece = moment.pieces[0];
      if (year === null || !piece || moment.pieces.length > 1 || piece[0] !== piece[1]) return null;
      if (moment.unit === "quarter") return monthOf(year, piece[0], edge, moment.next);
      return moment.unit === "month" ? edgeOfMonth(year, piece[0], edge, moment.next) : null;
    }
    const year = phraseAt(tokens, opened, "nam");
    return edge === "end" && year !== null && present !== null ? edgeOfYear(present, edge, year) : null;
  }
  return null;
}

function edgeOfYear(year: number, edge: Edge, next: number): DaysFound | null {
  const quarters = { start: [1, 1], middle: [2, 3], end: [4, 4] } as const;
  const days = daysOfPart("quarter", quarters[edge], year);
  return days && { days, next, doubt: unsure };
}

function monthOf(year: number, quarter: number, edge: Edge, next: number): DaysFound | null {
  const month = (quarter - 1) * 3 + { start: 1, middle: 2, end: 3 }[edge];
  const days = daysOfPart("month", [month, month], year);
  return days && { days, next, doubt: unsure };
}

function edgeOfMonth(year: number, month: number, edge: Edge, next: number): DaysFound | null {
  const from = calendarDate(year, month, { start: 1, middle: 11, end: 21 }[edge]);
  const to =
    edge === "end" ? lastDayOfMonth(year, month) : calendarDate(year, month, edge === "start" ? 10 : 20);
  return from && to && { days: [from, to], next, doubt: unsure };
}

/** "tháng này", "tháng tới", "quý này", "năm nay", "năm sau", "tuần này": counted from the day of the document. */
export function thisPeriodAt(tokens: Tokens, at: number, documentDate: CalendarDate): DaysFound | null {
  const word = tokens[at]?.folded ?? "";
  const next = anyPhraseAt(tokens, at + 1, ["nay", "toi", "sau"]);
  if (next === null || !["thang", "quy", "nam", "tuan"].includes(word) || tokens[at + 1]?.lower === "sáu")
    return null;
  const later = tokens[at + 1]?.folded === "nay" ? 0 : 1;
  const days = periodOf(word, later, documentDate);
  return days && { days, next, doubt: 0.2 };
}

function periodOf(
  word: string,
  later: number,
  documentDate: CalendarDate,
): readonly [CalendarDate, CalendarDate] | null {
  const { year, month, day } = partsOf(documentDate);
  if (word === "nam") return daysOfPart("half", [1, 2], year + later);
  if (word === "quy") {
    const quarter = Math.ceil(month / 3) + later;
    return quarter > 4
      ? daysOfPart("quarter", [1, 1], year + 1)
      : daysOfPart("quarter", [quarter, quarter], year);
  }
  if (word === "thang") {
    const coming = month + later;
    return coming > 12 ? daysOfPart("month", [1, 1], year + 1) : daysOfPart("month", [coming, coming], year);
  }
  return weekOf(year, month, day + 7 * later);
}

/** Monday to Sunday around a day (which may lie beyond the end of its month). */
function weekOf(year: number, month: number, day: number): readonly [CalendarDate, CalendarDate] | null {
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7;
  const from = dayFrom(year, month, day - weekday);
  const to = dayFrom(year, month, day - weekday + 6);
  return from && to && [from, to];
}

function dayFrom(year: number, month: number, day: number): CalendarDate | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  return calendarDate(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());
}
