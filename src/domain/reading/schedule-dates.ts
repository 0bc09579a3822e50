import { type CalendarDate, calendarDate, lastDayOfMonth } from "../basics/calendar-date.ts";
import { anyPhraseAt, digitsAt, pastOptional, phraseAt, type Tokens } from "../text/token.ts";

/** A day as written: what is missing is null. `date` is null when a part is missing or the calendar has no such day. */
export interface DayFound {
  readonly kind: "day";
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number;
  readonly next: number;
  readonly doubt: number;
}

/** A day that nobody filled in ("ngày … tháng 7 năm 2025") or that does not exist ("ngày 31 tháng 6"). */
export interface NoDay {
  readonly kind: "noDay";
  readonly next: number;
}

/** Months, quarters or halves of a year: each piece from a first to a last one, 1-based. */
export interface PartFound {
  readonly kind: "part";
  readonly unit: "month" | "quarter" | "half";
  readonly pieces: readonly (readonly [number, number])[];
  readonly year: number | null;
  /** "Quý IV/2026, 2027": goes on to the end of this year. */
  readonly throughYear: number | null;
  readonly next: number;
  readonly doubt: number;
}

export interface YearsFound {
  readonly kind: "years";
  readonly from: number;
  readonly to: number;
  /** No word such as "năm" or "giai đoạn" stands before it. */
  readonly bare: boolean;
  readonly next: number;
}

export type MomentFound = DayFound | PartFound | YearsFound;

const quarterOrdinals: Readonly<Record<string, number>> = {
  i: 1,
  ii: 2,
  iii: 3,
  iv: 4,
  "1": 1,
  "2": 2,
  "3": 3,
  "4": 4,
  "01": 1,
  "02": 2,
  "03": 3,
  "04": 4,
};
/** Months in words, marks kept; "tháng năm" is left out: it is nearly always a blank month before a year. */
const monthWords: Readonly<Record<string, number>> = {
  giêng: 1,
  một: 1,
  hai: 2,
  ba: 3,
  tư: 4,
  sáu: 6,
  bảy: 7,
  tám: 8,
  chín: 9,
  mười: 10,
  chạp: 12,
};
const separators = new Set(["/", "-", "."]);

/** A year of four digits between 1900 and 2199 at a token. */
export function yearNumberAt(tokens: Tokens, at: number): number | null {
  const token = tokens[at];
  const year = token && token.end - token.start === 4 ? digitsAt(tokens, at, 4) : null;
  return year !== null && year >= 1900 && year < 2200 ? year : null;
}

/** A day, a part of a year, or years at a token; a day that is blank or impossible is said as such. */
export function momentAt(tokens: Tokens, at: number): MomentFound | NoDay | null {
  return blankDayAt(tokens, at) ?? dayAt(tokens, at) ?? partAt(tokens, at) ?? yearsAt(tokens, at);
}

/** "ngày    tháng 7 năm 2025", "ngày … tháng … năm 2025": a form that was not filled in. */
function blankDayAt(tokens: Tokens, at: number): NoDay | null {
  const opened = phraseAt(tokens, at, "ngay");
  const month = opened === null ? null : phraseAt(tokens, pastBlanks(tokens, opened), "thang");
  if (month === null || anyPhraseAt(tokens, month, ["nay", "sau", "cuoi", "toi"]) !== null) return null;
  const afterMonth = pastBlanks(tokens, digitsAt(tokens, month, 2) === null ? month : month + 1);
  const year = phraseAt(tokens, afterMonth, "nam");
  if (year === null) return { kind: "noDay", next: afterMonth };
  return { kind: "noDay", next: yearNumberAt(tokens, year) === null ? pastBlanks(tokens, year) : year + 1 };
}

function pastBlanks(tokens: Tokens, at: number): number {
  let next = at;
  while (next < at + 40 && [".", "…", "_"].includes(tokens[next]?.folded ?? "")) next += 1;
  return next;
}

/** "ngày 15/7/2025", "15-11-2025", "ngày 15 tháng 11 năm 2025", "ngày 15/11", "ngày 20". */
export function dayAt(tokens: Tokens, at: number): DayFound | NoDay | null {
  const named = phraseAt(tokens, at, "ngay");
  const start = named ?? at;
  const day = digitsAt(tokens, start, 2);
  if (day === null) return null;
  const inWords = dayInWordsAt(tokens, start, day);
  if (inWords) return checked(inWords);
  const inDigits = dayInDigitsAt(tokens, start, day, named !== null);
  if (inDigits) return checked(inDigits);
  if (named === null || day < 1 || day > 31 || isDuration(tokens, start + 1)) return null;
  return { kind: "day", year: null, month: null, day, next: start + 1, doubt: 0 };
}

function isDuration(tokens: Tokens, at: number): boolean {
  return anyPhraseAt(tokens, at, ["ngay", "gio", "tuan", "/", "%", "lan"]) !== null;
}

function dayInWordsAt(tokens: Tokens, at: number, day: number): DayFound | null {
  const opened = phraseAt(tokens, at + 1, "thang");
  if (opened === null) return null;
  const month = digitsAt(tokens, opened, 2) ?? monthWordAt(tokens, opened);
  if (month === null) return null;
  const next = opened + (digitsAt(tokens, opened, 2) === null ? monthWordLength(tokens, opened) : 1);
  const suffix = yearSuffixAt(tokens, next);
  return {
    kind: "day",
    year: suffix?.year ?? null,
    month,
    day,
    next: suffix?.next ?? next,
    doubt: 0,
  };
}

function dayInDigitsAt(tokens: Tokens, at: number, day: number, named: boolean): DayFound | null {
  const sign = tokens[at + 1]?.folded ?? "";
  const month = digitsAt(tokens, at + 2, 2);
  if (!separators.has(sign) || month === null || month < 1 || month > 12) return null;
  if (sign !== "/" && !(tokens[at + 1]?.glued && tokens[at + 2]?.glued)) return null;
  if (tokens[at + 3]?.folded === sign) {
    const year = yearNumberAt(tokens, at + 4) ?? shortYearAt(tokens, at + 4);
    if (year !== null && (sign === "/" || tokens[at + 4]?.glued)) {
      const short = yearNumberAt(tokens, at + 4) === null;
      return { kind: "day", year, month, day, next: at + 5, doubt: short ? 0.2 : 0 };
    }
  }
  if (!named && sign !== "/") return null;
  const suffix = named ? phraseAt(tokens, at + 3, "nam") : null;
  const year = suffix === null ? null : yearNumberAt(tokens, suffix);
  const next = year === null ? at + 3 : at + 5;
  return { kind: "day", year, month, day, next, doubt: named ? 0 : 0.1 };
}

/** "15/7/25" */
function shortYearAt(tokens: Tokens, at: number): number | null {
  const token = tokens[at];
  const two = token && token.end - token.start === 2 ? digitsAt(tokens, at, 2) : null;
  return two === null ? null : 2000 + two;
}

function checked(found: DayFound): DayFound | NoDay {
  // A leap year stands in where the year is not said, so that 29 February stays possible.
  return calendarDate(found.year ?? 2024, found.month ?? 1, found.day)
    ? found
    : { kind: "noDay", next: found.next };
}

function monthWordAt(tokens: Tokens, at: number): number | null {
  const month = monthWords[tokens[at]?.lower ?? ""] ?? null;
  if (month !== 10) return month;
  const unit = monthWords[tokens[at + 1]?.lower ?? ""];
  return unit === 1 || unit === 2 ? 10 + unit : 10;
}

function monthWordLength(tokens: Tokens, at: number): number {
  return (monthWordAt(tokens, at) ?? 0) > 10 && tokens[at]?.lower === "mười" ? 2 : 1;
}

/** "/2025", "-2025", "năm 2025", "của năm 2025", ", năm 2025" after a month or a quarter. */
function yearSuffixAt(tokens: Tokens, at: number): { year: number; next: number } | null {
  const next = anyPhraseAt(tokens, at, ["cua nam", ", nam", "nam", "/", "-", "."]);
  const year = next === null ? null : yearNumberAt(tokens, next);
  return next === null || year === null ? null : { year, next: next + 1 };
}

/** "Quý III, IV/2026", "tháng 6 - 8/2025", "6 tháng đầu năm 2026", "Q.III/2026", "T6/2026", "6/2026". */
function partAt(tokens: Tokens, at: number): PartFound | null {
  return (
    halfAt(tokens, at) ??
    listedPartAt(tokens, at, "quarter") ??
    listedPartAt(tokens, at, "month") ??
    shortPartAt(tokens, at)
  );
}

/** A quarter or month named by its letter or by its number alone, always with its year: "Q3/2026", "T.6/2026", "6/2026". */
function shortPartAt(tokens: Tokens, at: number): PartFound | null {
  const letter = anyPhraseAt(tokens, at, ["q .", "q", "t .", "t"]);
  const unit = letter !== null && tokens[at]?.folded === "q" ? "quarter" : "month";
  if (letter === null && (!standsFree(tokens, at) || tokens[at - 1]?.folded === "so")) return null;
  const ordinal = letter === null || tokens[letter]?.glued ? ordinalAt(tokens, letter ?? at, unit) : null;
  if (!ordinal || (letter === null && tokens[at]?.kind !== "number")) return null;
  const year = tokens[ordinal.next]?.folded === "/" ? yearNumberAt(tokens, ordinal.next + 1) : null;
  const next = ordinal.next + 2;
  // "6/2026/NĐ-CP" is the number of a document.
  if (year === null || (tokens[next]?.folded === "/" && tokens[next]?.glued)) return null;
  const piece = [ordinal.value, ordinal.value] as const;
  return { kind: "part", unit, pieces: [piece], year, throughYear: null, next, doubt: 0 };
}

/** Whether nothing is glued before a token but the dash of a span. */
function standsFree(tokens: Tokens, at: number): boolean {
  return at === 0 || !tokens[at]?.glued || ["-", "(", ","].includes(tokens[at - 1]?.folded ?? "");
}

function halfAt(tokens: Tokens, at: number): PartFound | null {
  const opened = anyPhraseAt(tokens, at, ["6 thang", "06 thang", "sau thang", "nua"]);
  if (opened === null || tokens[at]?.lower === "sau") return null;
  const half =
    phraseAt(tokens, opened, "dau") !== null ? 1 : phraseAt(tokens, opened, "cuoi") !== null ? 2 : 0;
  const next = half === 0 ? null : anyPhraseAt(tokens, opened + 1, ["cua nam", "nam"]);
  if (next === null) return null;
  const year = yearNumberAt(tokens, next);
  return {
    kind: "part",
    unit: "half",
    pieces: [[half, half]],
    year,
    throughYear: null,
    next: year === null ? next : next + 1,
    doubt: 0,
  };
}

function listedPartAt(tokens: Tokens, at: number, unit: "month" | "quarter"): PartFound | null {
  const names = unit === "month" ? ["thang"] : ["quy", "qui"];
  const opened = anyPhraseAt(tokens, at, names);
  const first = opened === null ? null : ordinalAt(tokens, opened, unit);
  if (opened === null || first === null) return null;
  const pieces: [number, number][] = [[first.value, first.value]];
  let next = first.next;
  while (pieces.length <= 12) {
    const joint = anyPhraseAt(tokens, next, ["-", "den", ",", "va", "&", "+"]);
    const ordinal = joint === null ? null : ordinalAt(tokens, pastOptional(tokens, joint, names), unit);
    const last = pieces[pieces.length - 1];
    if (joint === null || !ordinal || !last || ordinal.value <= last[1]) break;
    const range = ["-", "den"].includes(tokens[joint - 1]?.folded ?? "");
    if (range || ordinal.value === last[1] + 1) last[1] = ordinal.value;
    else pieces.push([ordinal.value, ordinal.value]);
    next = ordinal.next;
  }
  const suffix = yearSuffixAt(tokens, next);
  next = suffix?.next ?? next;
  const through = suffix ? throughYearAt(tokens, next, suffix.year) : null;
  return {
    kind: "part",
    unit,
    pieces,
    year: suffix?.year ?? null,
    throughYear: through?.year ?? null,
    next: through?.next ?? next,
    doubt: through ? 0.2 : 0,
  };
}

/** ", 2027" or "và năm 2027" after "Quý IV/2026": the span goes on to the end of that year. */
function throughYearAt(tokens: Tokens, at: number, after: number): { year: number; next: number } | null {
  const next = anyPhraseAt(tokens, at, ["den het nam", "den nam", ", nam", "va nam", ",", "va", "-"]);
  const year = next === null ? null : yearNumberAt(tokens, next);
  return next === null || year === null || year <= after ? null : { year, next: next + 1 };
}

function ordinalAt(
  tokens: Tokens,
  at: number,
  unit: "month" | "quarter",
): { value: number; next: number } | null {
  const token = tokens[at];
  if (!token) return null;
  if (unit === "quarter") {
    const value = quarterOrdinals[token.folded] ?? quarterWordAt(token.lower);
    return value === null ? null : { value, next: at + 1 };
  }
  const digits = digitsAt(tokens, at, 2);
  const value = digits ?? monthWordAt(tokens, at);
  if (value === null || value < 1 || value > 12) return null;
  return { value, next: at + (digits === null ? monthWordLength(tokens, at) : 1) };
}

function quarterWordAt(word: string): number | null {
  return ["một", "hai", "ba", "tư"].indexOf(word) + 1 || null;
}

/** "Năm 2025", "2026 - 2030", "giai đoạn 2025-2030", "các năm 2025, 2026", "năm 2025 và 2026". */
function yearsAt(tokens: Tokens, at: number): YearsFound | null {
  const opened = anyPhraseAt(tokens, at, [
    "trong cac nam",
    "trong hai nam",
    "giai doan nam",
    "giai doan",
    "thoi ky",
    "nhiem ky",
    "cac nam",
    "hai nam",
    "nam",
  ]);
  const start = opened ?? at;
  const from = yearNumberAt(tokens, start);
  if (from === null) return null;
  let to = from;
  let next = start + 1;
  for (let more = 0; more < 10; more++) {
    const joint = anyPhraseAt(tokens, next, [
      "den het nam",
      "den nam",
      "va nam",
      ", nam",
      "-",
      "den",
      "~",
      ",",
      "va",
    ]);
    const year = joint === null ? null : yearNumberAt(tokens, joint);
    if (joint === null || year === null || year <= to) break;
    to = year;
    next = joint + 1;
  }
  return { kind: "years", from, to, bare: opened === null, next };
}

/** First and last day of a piece of a year: months, quarters or halves, 1-based. */
export function daysOfPart(
  unit: PartFound["unit"],
  piece: readonly [number, number],
  year: number,
): readonly [CalendarDate, CalendarDate] | null {
  const months = unit === "month" ? 1 : unit === "quarter" ? 3 : 6;
  const from = calendarDate(year, (piece[0] - 1) * months + 1, 1);
  const to = lastDayOfMonth(year, piece[1] * months);
  return from && to && [from, to];
}
