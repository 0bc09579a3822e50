import { type CalendarDate, calendarDate, lastDayOfMonth, partsOf } from "../basics/calendar-date.ts";
import type { Tokens } from "../text/token.ts";
import { anyPhraseAt, digitsAt, pastOptional, phraseAt, tokensOf } from "../text/token.ts";
import { type DayFound, daysOfPart, type MomentFound, momentAt, type PartFound } from "./schedule-dates.ts";
import { onDemandAt, relativeAt } from "./schedule-events.ts";
import { rhythmAt } from "./schedule-rhythm.ts";
import { edgeAt, thisPeriodAt } from "./schedule-vague.ts";

export interface ScheduleContext {
  /** The day of the document: years that are not written are its year. */
  readonly documentDate: CalendarDate | null;
}

/**
 * How an expression of time is introduced: by ("trước ngày", "chậm nhất"), until ("đến năm", a goal as often as a
 * deadline), within ("trong"), since ("từ"), periodic ("định kỳ"), times ("02 năm một lần"), weak ("sau khi"), bare.
 */
export type Cue = "by" | "until" | "within" | "since" | "periodic" | "times" | "weak" | "bare";

/** What one expression of time says, before neighbouring ones are put together. */
export type Meaning =
  | {
      readonly kind: "span";
      readonly from: CalendarDate | null;
      readonly to: CalendarDate;
      readonly strict: boolean;
      readonly unit: "day" | "part" | "years";
    }
  | { readonly kind: "start"; readonly from: CalendarDate }
  | { readonly kind: "rhythm"; readonly every: string }
  /** A part of a year that is not said: Q1…Q4, H1, H2, M01…M12. */
  | { readonly kind: "window"; readonly window: string }
  /** "--11-15" or "---20": a day of a year or a month that is not said. */
  | {
      readonly kind: "due";
      readonly due: string;
      readonly strict: boolean;
      readonly every: string | null;
      readonly open: boolean;
    }
  | { readonly kind: "continuous" }
  | { readonly kind: "relative"; readonly after: string; readonly within: string }
  | { readonly kind: "onDemand"; readonly when: string }
  /** A day that is blank or impossible. */
  | { readonly kind: "nothing" };

export interface Atom {
  readonly meaning: Meaning;
  readonly cue: Cue;
  /** Token indices, the second exclusive. */
  readonly start: number;
  readonly next: number;
  readonly doubt: number;
}

type Found = Omit<Atom, "start" | "meaning"> & { readonly meanings: readonly Meaning[] };

/** Every expression of time of a text, in order, none overlapping. */
export function atomsOf(
  text: string,
  context: ScheduleContext,
): { readonly tokens: Tokens; readonly atoms: readonly Atom[] } {
  const tokens = tokensOf(text);
  const atoms: Atom[] = [];
  let at = 0;
  while (at < tokens.length) {
    const found = foundAt(tokens, at, text, context);
    for (const meaning of found?.meanings ?? [])
      atoms.push({
        meaning,
        cue: found?.cue ?? "bare",
        start: at,
        next: found?.next ?? at,
        doubt: found?.doubt ?? 0,
      });
    at = Math.max(found?.next ?? 0, at + 1);
  }
  return { tokens, atoms };
}

function foundAt(tokens: Tokens, at: number, text: string, context: ScheduleContext): Found | null {
  return (
    eventFoundAt(tokens, at, text) ??
    sinceAt(tokens, at, context) ??
    byAt(tokens, at, context) ??
    rhythmFoundAt(tokens, at) ??
    thisPeriodFoundAt(tokens, at, context) ??
    momentFoundAt(tokens, at, context) ??
    continuousAt(tokens, at)
  );
}

function eventFoundAt(tokens: Tokens, at: number, text: string): Found | null {
  const relative = relativeAt(tokens, at, text);
  if (relative) {
    const { after, within, next, doubt } = relative;
    return { meanings: [{ kind: "relative", after, within }], cue: "by", next, doubt };
  }
  const demand = onDemandAt(tokens, at, text);
  if (!demand) return null;
  const cue = demand.weak ? "weak" : "bare";
  return {
    meanings: [{ kind: "onDemand", when: demand.when }],
    cue,
    next: demand.next,
    doubt: demand.weak ? 0.3 : 0.1,
  };
}

function rhythmFoundAt(tokens: Tokens, at: number): Found | null {
  const rhythm = rhythmAt(tokens, at);
  return (
    rhythm && {
      meanings: rhythm.every.map((every) => ({ kind: "rhythm", every })),
      cue: rhythm.frequency ? "times" : rhythm.periodic ? "periodic" : "bare",
      next: rhythm.next,
      doubt: rhythm.doubt,
    }
  );
}

function continuousAt(tokens: Tokens, at: number): Found | null {
  const next = anyPhraseAt(tokens, at, ["thuong xuyen", "lien tuc", "lau dai"]);
  return next === null ? null : { meanings: [{ kind: "continuous" }], cue: "bare", next, doubt: 0 };
}

const starts = ["bat dau ke tu", "bat dau tu", "ke tu", "tinh tu", "tu"];
const untils = ["den truoc", "cho den het", "den het", "cho den", "den", "-"];
const onward = [
  "va cac nam tiep theo",
  "va nhung nam tiep theo",
  "va cac nam ke tiep",
  "va cac nam sau",
  "va nhung nam sau",
  "va cac nam toi",
  "va nam tiep theo",
  "va tiep theo",
  ", cac nam tiep theo",
  ", nhung nam tiep theo",
  "va cac thang tiep theo",
  "va cac quy tiep theo",
  "va tro di",
  "tro di",
  "tro ve sau",
];

/** "từ năm 2026", "kể từ quý II/2026 trở đi", "từ ngày 11/9 đến hết năm 2026", "từ nay đến hết tháng 9". */
function sinceAt(tokens: Tokens, at: number, context: ScheduleContext): Found | null {
  const opened = anyPhraseAt(tokens, at, starts);
  if (opened === null) return null;
  if (phraseAt(tokens, opened, "nay den") !== null) return byAt(tokens, opened + 1, context, "by");
  const begin = readyMomentAt(tokens, pastHour(tokens, opened));
  if (!begin || (begin.kind === "day" && begin.month === null)) return null;
  const joint = anyPhraseAt(tokens, begin.next, untils);
  const end = joint === null ? null : readyMomentAt(tokens, pastHour(tokens, joint));
  if (end && joint !== null) {
    const year = yearOf(end) ?? yearOf(begin);
    const last = daysOf(end, year, context);
    const first = daysOf(begin, yearOf(begin) ?? year, context);
    const strict = tokens[joint - 1]?.folded === "truoc";
    if (first && last && first.days[0] <= last.days[1]) {
      const span = {
        kind: "span",
        from: first.days[0],
        to: last.days[1],
        strict,
        unit: unitOf(end),
      } as const;
      return { meanings: [span], cue: "within", next: end.next, doubt: Math.max(first.doubt, last.doubt) };
    }
  }
  const first = daysOf(begin, yearOf(begin), context);
  const years = begin.kind === "years" && begin.to > begin.from;
  if (!first) return null;
  if (years)
    return {
      meanings: [{ kind: "span", from: first.days[0], to: first.days[1], strict: false, unit: "years" }],
      cue: "within",
      next: begin.next,
      doubt: first.doubt,
    };
  const next = pastOptional(tokens, begin.next, onward);
  return { meanings: [{ kind: "start", from: first.days[0] }], cue: "since", next, doubt: first.doubt };
}

const byPhrases = [
  "cham nhat la truoc",
  "cham nhat truoc",
  "cham nhat la vao",
  "cham nhat la den",
  "cham nhat la trong",
  "cham nhat la",
  "cham nhat den het",
  "cham nhat den",
  "cham nhat vao",
  "cham nhat trong",
  "cham nhat het",
  "cham nhat",
  "muon nhat la",
  "muon nhat",
  "khong muon hon",
  "khong cham hon",
  "khong qua",
  "cho den het",
  "den het",
  "den truoc",
  "han cuoi cung la",
  "han cuoi la",
  "han cuoi",
  "han chot",
  "han",
  "ket thuc",
  "truoc het",
  "truoc",
  "het",
];
const untilPhrases = ["cho den", "den"];

/** "trước ngày 15/7/2025", "chậm nhất tháng 9/2025", "đến hết quý II/2026", "đến năm 2030". */
function byAt(tokens: Tokens, at: number, context: ScheduleContext, forced?: Cue): Found | null {
  const by = anyPhraseAt(tokens, at, byPhrases);
  const opened = by ?? anyPhraseAt(tokens, at, untilPhrases);
  if (opened === null) return null;
  const hour = pastHour(tokens, pastOptional(tokens, opened, [": truoc", ":", "cua", "thoi diem"]));
  const strict = tokens[hour - 1]?.folded === "truoc" || tokens[opened - 1]?.folded === "truoc";
  const cue = forced ?? (by === null ? "until" : "by");
  const edge = edgeAt(tokens, hour, context.documentDate);
  if (edge) {
    const span = { kind: "span", from: null, to: edge.days[1], strict: false, unit: "part" } as const;
    return { meanings: [span], cue, next: edge.next, doubt: edge.doubt };
  }
  const moment = readyMomentAt(tokens, hour);
  if (!moment) return thisPeriodFoundAt(tokens, hour, context, true);
  const dayNamed = hour > opened;
  return { ...endsWith(tokens, moment, strict && !dayNamed, strict, context), cue };
}

/** What "by" such a moment means: before a month, a quarter or a year is by the day before it begins. */
function endsWith(
  tokens: Tokens,
  moment: MomentFound,
  before: boolean,
  strict: boolean,
  context: ScheduleContext,
): Omit<Found, "cue"> {
  if (moment.kind === "day") return dayMeaning(tokens, moment, before || strict, true, context);
  if (moment.kind === "part" && moment.year === null) {
    const due = yearlyEnd(moment, before);
    return {
      meanings: [{ kind: "due", due, strict: false, every: null, open: false }],
      next: moment.next,
      doubt: 0.1,
    };
  }
  const found = daysOf(moment, yearOf(moment), context);
  if (!found) return { meanings: [{ kind: "nothing" }], next: moment.next, doubt: 0.5 };
  const to = before ? dayBefore(found.days[0]) : found.days[1];
  const unit = unitOf(moment);
  const doubt = before ? Math.max(found.doubt, 0.2) : found.doubt;
  return { meanings: [{ kind: "span", from: null, to, strict: false, unit }], next: moment.next, doubt };
}

/** "trước tháng 12", "chậm nhất quý III" of no year: the day of each year it ends on (28 February in all of them). */
function yearlyEnd(part: PartFound, before: boolean): string {
  const ordinary = 2023;
  const [from, to] = outerDays(part, ordinary);
  const day = before ? from && dayBefore(from) : to;
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
function dayMeaning(
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

function thisPeriodFoundAt(tokens: Tokens, at: number, context: ScheduleContext, by = false): Found | null {
  const opened = pastOptional(tokens, at, ["trong"]);
  const found = context.documentDate && thisPeriodAt(tokens, opened, context.documentDate);
  if (!found) return null;
  const [from, to] = found.days;
  const span = { kind: "span", from: by ? null : from, to, strict: false, unit: "part" } as const;
  return { meanings: [span], cue: by ? "by" : "within", next: found.next, doubt: 0.2 };
}

/** A moment with nothing or "trong" before it: "Quý IV/2026", "trong tháng 9/2025", "Năm 2026 và các năm tiếp theo". */
function momentFoundAt(tokens: Tokens, at: number, context: ScheduleContext): Found | null {
  const opened = anyPhraseAt(tokens, at, ["trong ca", "ngay trong", "trong khoang", "trong"]);
  const cue: Cue = opened === null ? "bare" : "within";
  const edge = edgeAt(tokens, opened ?? at, context.documentDate);
  if (edge) {
    const span = { kind: "span", from: edge.days[0], to: edge.days[1], strict: false, unit: "part" } as const;
    return { meanings: [span], cue, next: edge.next, doubt: edge.doubt };
  }
  const moment = momentAt(tokens, pastHour(tokens, opened ?? at));
  if (!moment) return dayRangeAt(tokens, at);
  if (moment.kind === "noDay") return { meanings: [{ kind: "nothing" }], cue, next: moment.next, doubt: 0.5 };
  if (moment.kind === "day") return dayFoundAt(tokens, at, moment, cue, context);
  if (moment.kind === "part" && moment.year === null) {
    const meanings = windowsOf(moment).map((window) => ({ kind: "window", window }) as const);
    return { meanings, cue, next: moment.next, doubt: 0 };
  }
  const goesOn = anyPhraseAt(tokens, moment.next, onward);
  const found = daysOf(moment, yearOf(moment), context);
  if (found && goesOn !== null)
    return {
      meanings: [{ kind: "start", from: found.days[0] }],
      cue: "since",
      next: goesOn,
      doubt: found.doubt,
    };
  return {
    meanings: spansOf(moment),
    cue,
    next: moment.next,
    doubt: moment.kind === "part" ? moment.doubt : 0,
  };
}

function dayFoundAt(
  tokens: Tokens,
  at: number,
  moment: DayFound,
  cue: Cue,
  context: ScheduleContext,
): Found | null {
  if (moment.year === null && tokens[at]?.folded !== "ngay" && cue === "bare") return null;
  const found = dayMeaning(tokens, moment, false, false, context);
  const only = found.meanings[0];
  if (cue === "within" && only?.kind === "span")
    return { ...found, meanings: [{ ...only, from: only.to }], cue };
  return { ...found, cue };
}

/** "ngày 11-20/9/2026": two days of one month. */
function dayRangeAt(tokens: Tokens, at: number): Found | null {
  const opened = phraseAt(tokens, at, "ngay");
  const first = opened === null ? null : digitsAt(tokens, opened, 2);
  const joint = opened === null ? null : anyPhraseAt(tokens, opened + 1, ["-", "den"]);
  const last = joint === null ? null : momentAt(tokens, joint);
  if (first === null || last?.kind !== "day" || last.year === null || last.month === null) return null;
  const from = calendarDate(last.year, last.month, first);
  const to = calendarDate(last.year, last.month, last.day);
  if (!from || !to || from > to) return null;
  return {
    meanings: [{ kind: "span", from, to, strict: false, unit: "day" }],
    cue: "bare",
    next: last.next,
    doubt: 0,
  };
}

function readyMomentAt(tokens: Tokens, at: number): MomentFound | null {
  const moment = momentAt(tokens, at) ?? shortDayAt(tokens, at);
  return moment && moment.kind !== "noDay" ? moment : null;
}

/** "15/11" without "ngày": only where a word before it says that a day must follow. */
function shortDayAt(tokens: Tokens, at: number): MomentFound | null {
  const day = digitsAt(tokens, at, 2);
  const month = tokens[at + 1]?.folded === "/" ? digitsAt(tokens, at + 2, 2) : null;
  if (day === null || month === null || !calendarDate(2024, month, day)) return null;
  return { kind: "day", year: null, month, day, next: at + 3, doubt: 0.1 };
}

/** Past "17 giờ 00 phút", "17h00" and the words that join an hour to its day. */
function pastHour(tokens: Tokens, at: number): number {
  if (digitsAt(tokens, at, 2) === null) return at;
  const opened = anyPhraseAt(tokens, at + 1, ["gio", "h", "g"]);
  if (opened === null) return at;
  const minutes = digitsAt(tokens, opened, 2) === null ? opened : pastOptional(tokens, opened + 1, ["phut"]);
  return pastOptional(tokens, minutes, [",", "cua"]);
}

function yearOf(moment: MomentFound): number | null {
  return moment.kind === "years" ? moment.from : moment.year;
}

function unitOf(moment: MomentFound): "day" | "part" | "years" {
  return moment.kind;
}

/** First and last day; a missing year is the document's, with doubt. */
function daysOf(
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
function spansOf(moment: Exclude<MomentFound, DayFound>): readonly Meaning[] {
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
function windowsOf(part: PartFound): readonly string[] {
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

function dayBefore(date: CalendarDate): CalendarDate {
  const { year, month, day } = partsOf(date);
  const before =
    calendarDate(year, month, day - 1) ??
    lastDayOfMonth(month === 1 ? year - 1 : year, month === 1 ? 12 : month - 1);
  return before ?? date;
}
