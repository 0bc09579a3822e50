import { addDays, calendarDate, partsOf } from "../basics/calendar-date.ts";
import { anyPhraseAt, digitsAt, pastOptional, phraseAt, type Tokens } from "../text/token.ts";
import type { Cue, Found, ScheduleContext } from "./schedule-atom.ts";
import { type DayFound, type MomentFound, momentAt } from "./schedule-dates.ts";
import {
  dayMeaning,
  daysOf,
  isRange,
  pastHour,
  readyMomentAt,
  shortDayAt,
  spansOf,
  unitOf,
  windowsOf,
  withPresentYear,
  yearlyEnd,
  yearOf,
} from "./schedule-days.ts";
import { edgeAt, thisPeriodAt } from "./schedule-vague.ts";

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
export function sinceAt(tokens: Tokens, at: number, context: ScheduleContext): Found | null {
  const opened = anyPhraseAt(tokens, at, starts);
  if (opened === null) return null;
  if (phraseAt(tokens, opened, "nay den") !== null) return byAt(tokens, opened + 1, context);
  const begin = readyMomentAt(tokens, pastHour(tokens, opened), context);
  if (!begin || (begin.kind === "day" && begin.month === null)) return null;
  const joint = anyPhraseAt(tokens, begin.next, untils);
  const end = joint === null ? null : readyMomentAt(tokens, pastHour(tokens, joint), context);
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
  if (!first) return null;
  if (isRange(begin))
    return {
      meanings: [
        { kind: "span", from: first.days[0], to: first.days[1], strict: false, unit: unitOf(begin) },
      ],
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
export function byAt(tokens: Tokens, at: number, context: ScheduleContext): Found | null {
  const by = anyPhraseAt(tokens, at, byPhrases);
  const opened = by ?? anyPhraseAt(tokens, at, untilPhrases);
  if (opened === null) return null;
  const hour = pastHour(tokens, pastOptional(tokens, opened, [": truoc", ":", "cua", "thoi diem"]));
  const strict = tokens[hour - 1]?.folded === "truoc" || tokens[opened - 1]?.folded === "truoc";
  const cue: Cue = by === null ? "until" : "by";
  const edge = edgeAt(tokens, hour, context.documentDate);
  if (edge) {
    const span = { kind: "span", from: null, to: edge.days[1], strict: false, unit: "part" } as const;
    return { meanings: [span], cue, next: edge.next, doubt: edge.doubt };
  }
  const moment = readyMomentAt(tokens, hour, context);
  if (!moment) return thisPeriodFoundAt(tokens, hour, context, true);
  const dayNamed = hour > opened;
  const first = endsWith(tokens, moment, strict && !dayNamed, strict, context);
  const joint = anyPhraseAt(tokens, first.next, ["va ngay", "va"]);
  const second = joint === null ? null : shortDayAt(tokens, joint);
  if (moment.kind !== "day" || moment.year !== null || second?.kind !== "day") return { ...first, cue };
  // "trước ngày 15/6 và 15/12"
  const further = dayMeaning(tokens, second, strict, true, context);
  return { ...further, meanings: [...first.meanings, ...further.meanings], cue };
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
  const to = before ? addDays(found.days[0], -1) : found.days[1];
  const unit = unitOf(moment);
  const doubt = before ? Math.max(found.doubt, 0.2) : found.doubt;
  return { meanings: [{ kind: "span", from: null, to, strict: false, unit }], next: moment.next, doubt };
}

export function thisPeriodFoundAt(
  tokens: Tokens,
  at: number,
  context: ScheduleContext,
  by = false,
): Found | null {
  const opened = pastOptional(tokens, at, ["trong"]);
  const found = context.documentDate && thisPeriodAt(tokens, opened, context.documentDate);
  if (!found) return null;
  const [from, to] = found.days;
  const span = { kind: "span", from: by ? null : from, to, strict: false, unit: "part" } as const;
  return { meanings: [span], cue: by ? "by" : "within", next: found.next, doubt: 0.2 };
}

/** A moment with nothing or "trong" before it: "Quý IV/2026", "trong tháng 9/2025", "Năm 2026 và các năm tiếp theo". */
export function momentFoundAt(tokens: Tokens, at: number, context: ScheduleContext): Found | null {
  const opened = anyPhraseAt(tokens, at, ["trong ca", "ngay trong", "trong khoang", "trong"]);
  const cue: Cue = opened === null ? "bare" : "within";
  const edge = edgeAt(tokens, opened ?? at, context.documentDate);
  if (edge) {
    const span = { kind: "span", from: edge.days[0], to: edge.days[1], strict: false, unit: "part" } as const;
    return { meanings: [span], cue, next: edge.next, doubt: edge.doubt };
  }
  const range =
    weekOfMonthAt(tokens, opened ?? at, cue, context) ??
    dayRangeAt(tokens, at) ??
    momentRangeAt(tokens, opened ?? at, cue, context);
  if (range) return range;
  const found = momentAt(tokens, pastHour(tokens, opened ?? at));
  const moment = found && withPresentYear(tokens, found, context);
  if (!moment) return null;
  if (moment.kind === "noDay") return { meanings: [{ kind: "nothing" }], cue, next: moment.next, doubt: 0.5 };
  if (moment.kind === "day") return dayFoundAt(tokens, at, moment, cue, context);
  if (moment.kind === "part" && moment.year === null) {
    const meanings = windowsOf(moment).map((window) => ({ kind: "window", window }) as const);
    return { meanings, cue, next: moment.next, doubt: 0 };
  }
  const goesOn = anyPhraseAt(tokens, moment.next, onward);
  const days = daysOf(moment, yearOf(moment), context);
  if (days && goesOn !== null)
    return {
      meanings: [{ kind: "start", from: days.days[0] }],
      cue: "since",
      next: goesOn,
      doubt: days.doubt,
    };
  return {
    meanings: spansOf(moment),
    cue,
    next: moment.next,
    doubt: moment.kind === "part" ? moment.doubt : 0,
  };
}

/** "Quý IV/2025 - Quý I/2026", "năm 2025 đến quý II/2026": from the first day of the one to the last of the other. */
function momentRangeAt(tokens: Tokens, at: number, cue: Cue, context: ScheduleContext): Found | null {
  const begin = momentAt(tokens, at);
  if (!begin || begin.kind === "noDay" || yearOf(begin) === null) return null;
  const joint = anyPhraseAt(tokens, begin.next, ["den het", "den", "-"]);
  const end = joint === null ? null : momentAt(tokens, joint);
  if (!end || end.kind === "noDay" || yearOf(end) === null) return null;
  const [first, last] = [daysOf(begin, yearOf(begin), context), daysOf(end, yearOf(end), context)];
  if (!first || !last || first.days[0] > last.days[1]) return null;
  const span = {
    kind: "span",
    from: first.days[0],
    to: last.days[1],
    strict: false,
    unit: unitOf(end),
  } as const;
  return { meanings: [span], cue, next: end.next, doubt: 0 };
}

function dayFoundAt(
  tokens: Tokens,
  at: number,
  moment: DayFound,
  cue: Cue,
  context: ScheduleContext,
): Found | null {
  const alone = at === 0 && moment.next === tokens.length;
  const yearly = anyPhraseAt(tokens, moment.next, ["hang nam", "moi nam"]) !== null;
  if (moment.year === null && tokens[at]?.folded !== "ngay" && cue === "bare" && !alone && !yearly)
    return null;
  const found = dayMeaning(tokens, moment, false, false, context);
  const only = found.meanings[0];
  if (cue === "within" && only?.kind === "span")
    return { ...found, meanings: [{ ...only, from: only.to }], cue };
  return { ...found, cue };
}

/** "Tuần 2 tháng 3/2026": the eighth to the fourteenth day, with doubt, for weeks may be counted otherwise. */
function weekOfMonthAt(tokens: Tokens, at: number, cue: Cue, context: ScheduleContext): Found | null {
  const opened = anyPhraseAt(tokens, at, ["tuan thu", "tuan"]);
  const week = opened === null ? null : digitsAt(tokens, opened, 1);
  if (opened === null || week === null || week < 1 || week > 4) return null;
  const moment = momentAt(tokens, opened + 1);
  if (moment?.kind !== "part" || moment.unit !== "month") return null;
  const month = daysOf(moment, yearOf(moment), context);
  if (!month) return null;
  const { year, month: number } = partsOf(month.days[0]);
  const from = calendarDate(year, number, week * 7 - 6);
  const to = calendarDate(year, number, week * 7);
  if (!from || !to) return null;
  const span = { kind: "span", from, to, strict: false, unit: "part" } as const;
  return { meanings: [span], cue, next: moment.next, doubt: 0.3 };
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
