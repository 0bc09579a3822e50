import {
  addDays,
  type CalendarDate,
  calendarDate,
  lastDayOfMonth,
  partsOf,
} from "../basics/calendar-date.ts";
import { anyPhraseAt, digitsAt, pastOptional, type Tokens } from "../text/token.ts";
import type { Found, Meaning, ScheduleContext } from "./schedule-atom.ts";
import {
  type DayFound,
  daysOfPart,
  type MomentFound,
  momentAt,
  type NoDay,
  type PartFound,
} from "./schedule-dates.ts";

/** "trước tháng 12", "chậm nhất quý III" of no year: the day of each year it ends on (28 February in all of them). */
export function yearlyEnd(part: PartFound, before: boolean): string {
  const ordinary = 2023;
  const [from, to] = outerDays(part, ordinary);
  const day = before ? from && addDays(from, -1) : to;
  return `-${(day ?? "").slice(4)}`;
}

const monthly = [
  "cua thang sau",
  "cua thang ke tiep",
  "cua thang tiep theo",
  "thang sau lien ke",
  "thang sau",
  "thang ke tiep",
  "thang tiep theo",
];
const quarterly = [
  "cua thang cuoi cung cua quy",
  "cua thang cuoi quy",
  "cua thang cuoi cung quy",
  "thang cuoi cung cua quy",
  "thang cuoi cua quy",
  "thang cuoi quy",
];

/** A day whose year (or month) may be missing: a date, or a due day for a rhythm beside it. */
export function dayMeaning(
  tokens: Tokens,
  found: DayFound,
  strict: boolean,
  by: boolean,
  context: ScheduleContext,
): Omit<Found, "cue"> {
  const dated =
    found.year === null || found.month === null ? null : calendarDate(found.year, found.month, found.day);
  if (dated) {
    const span = { kind: "span", from: null, to: dated, strict, unit: "day" } as const;
    return { meanings: [span], next: found.next, doubt: found.doubt };
  }
  const two = (value: number) => String(value).padStart(2, "0");
  if (found.month !== null) {
    const due = `--${two(found.month)}-${two(found.day)}`;
    const meaning = { kind: "due", due, strict, every: null, open: !by } as const;
    return { meanings: [meaning], next: found.next, doubt: found.doubt };
  }
  const everyQuarter = anyPhraseAt(tokens, found.next, quarterly);
  const everyMonth = anyPhraseAt(tokens, found.next, monthly);
  const present = anyPhraseAt(tokens, found.next, ["thang nay", "cua thang nay"]);
  if (present !== null && context.documentDate) {
    const { year, month } = partsOf(context.documentDate);
    const to = calendarDate(year, month, found.day);
    if (to)
      return { meanings: [{ kind: "span", from: null, to, strict, unit: "day" }], next: present, doubt: 0.3 };
  }
  const every = everyQuarter !== null ? "P3M" : everyMonth !== null ? "P1M" : null;
  const meaning = { kind: "due", due: `---${two(found.day)}`, strict, every, open: !by } as const;
  return { meanings: [meaning], next: everyQuarter ?? everyMonth ?? found.next, doubt: every ? 0.2 : 0 };
}

export function readyMomentAt(tokens: Tokens, at: number, context: ScheduleContext): MomentFound | null {
  const moment = momentAt(tokens, at) ?? shortDayAt(tokens, at);
  return moment && moment.kind !== "noDay" ? withPresentYear(tokens, moment, context) : null;
}

/** "15/11" without "ngày": only where a word before it says that a day must follow. */
export function shortDayAt(tokens: Tokens, at: number): MomentFound | null {
  const day = digitsAt(tokens, at, 2);
  const month = tokens[at + 1]?.folded === "/" ? digitsAt(tokens, at + 2, 2) : null;
  if (day === null || month === null || !calendarDate(2024, month, day)) return null;
  return { kind: "day", year: null, month, day, next: at + 3, doubt: 0.1 };
}

/** Past "17 giờ 00 phút", "17h00" and the words that join an hour to its day. */
export function pastHour(tokens: Tokens, at: number): number {
  if (digitsAt(tokens, at, 2) === null) return at;
  const opened = anyPhraseAt(tokens, at + 1, ["gio", "h", "g"]);
  if (opened === null) return at;
  const minutes = digitsAt(tokens, opened, 2) === null ? opened : pastOptional(tokens, opened + 1, ["phut"]);
  return pastOptional(tokens, minutes, [",", "cua"]);
}

export function yearOf(moment: MomentFound): number | null {
  return moment.kind === "years" ? moment.from : moment.year;
}

export function unitOf(moment: MomentFound): "day" | "part" | "years" {
  return moment.kind;
}

/** "2026-2030", "tháng 9 đến tháng 12/2025": a span by itself. */
export function isRange(moment: MomentFound): boolean {
  if (moment.kind === "years") return moment.to > moment.from;
  return moment.kind === "part" && moment.pieces.some(([first, last]) => last > first);
}

/** "Quý I năm sau", "tháng 3 năm tới": the year counted from the document's. */
export function withPresentYear<T extends MomentFound | NoDay>(
  tokens: Tokens,
  moment: T,
  context: ScheduleContext,
): T {
  if (moment.kind !== "part" || moment.year !== null || !context.documentDate) return moment;
  const next = anyPhraseAt(tokens, moment.next, ["nam nay", "nam sau", "nam toi"]);
  if (next === null) return moment;
  const { year } = partsOf(context.documentDate);
  return { ...moment, year: tokens[next - 1]?.folded === "nay" ? year : year + 1, next, doubt: 0.2 };
}

/** First and last day; a missing year is the document's, with doubt. */
export function daysOf(
  moment: MomentFound,
  year: number | null,
  context: ScheduleContext,
): { days: readonly [CalendarDate, CalendarDate]; doubt: number } | null {
  const known = year ?? (context.documentDate ? partsOf(context.documentDate).year : null);
  if (known === null) return null;
  const doubt = year === null ? 0.3 : moment.kind === "years" ? 0 : moment.doubt;
  if (moment.kind === "day") {
    const day = calendarDate(known, moment.month ?? 0, moment.day);
    return day && { days: [day, day], doubt };
  }
  const [from, to] =
    moment.kind === "years"
      ? [calendarDate(moment.from, 1, 1), lastDayOfMonth(moment.to, 12)]
      : outerDays(moment, known);
  return from && to && { days: [from, to], doubt };
}

function outerDays(part: PartFound, year: number): readonly [CalendarDate | null, CalendarDate | null] {
  const first = part.pieces[0];
  const last = part.pieces[part.pieces.length - 1];
  const from = first && daysOfPart(part.unit, first, year);
  const to = last && daysOfPart(part.unit, last, year);
  const through = part.throughYear === null ? null : lastDayOfMonth(part.throughYear, 12);
  return [from?.[0] ?? null, through ?? to?.[1] ?? null];
}

/** The spans of a part of a year or of years that are said. */
export function spansOf(moment: Exclude<MomentFound, DayFound>): readonly Meaning[] {
  const ends =
    moment.kind === "years"
      ? [[calendarDate(moment.from, 1, 1), lastDayOfMonth(moment.to, 12)]]
      : moment.throughYear !== null
        ? [outerDays(moment, moment.year ?? 0)]
        : moment.pieces.map((piece) => daysOfPart(moment.unit, piece, moment.year ?? 0) ?? []);
  const unit = moment.kind;
  return ends.flatMap(([from, to]) => (from && to ? [{ kind: "span", from, to, strict: false, unit }] : []));
}

/** The codes of parts of a year: two quarters that make a half are the half; other runs of months are their last. */
export function windowsOf(part: PartFound): readonly string[] {
  return part.pieces.flatMap(([first, last]) => {
    if (part.unit === "half") return [`H${first}`];
    const size = last - first + 1;
    if (part.unit === "quarter") {
      if (size === 2 && first % 2 === 1) return [`H${(first + 1) / 2}`];
      return Array.from({ length: size }, (_, i) => `Q${first + i}`);
    }
    if (size === 3 && first % 3 === 1) return [`Q${(first + 2) / 3}`];
    if (size === 6 && first % 6 === 1) return [`H${(first + 5) / 6}`];
    return Array.from({ length: size }, (_, i) => `M${String(first + i).padStart(2, "0")}`);
  });
}
