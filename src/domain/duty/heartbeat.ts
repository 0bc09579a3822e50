import {
  addDays,
  addMonths,
  type CalendarDate,
  calendarDate,
  daysInMonth,
  partsOf,
} from "../basics/calendar-date.ts";
import type { Schedule } from "../calendar/schedule.ts";
import { termOf } from "./due-day.ts";
import type { StateRules } from "./occurrence-state.ts";

/**
 * How often a task that has no deadline ("thường xuyên", "từ năm 2026") shall be proven: a length as ISO 8601 writes it
 * where its document sets one, else "return": as the province follows such tasks.
 */
export type HeartbeatPeriod = string;

/** Where the document sets no period. */
const asProvince: HeartbeatPeriod = "return";

/** The settings of a province: a period, or null for the yearly return, given by a day of the year "MM-DD" or its end. */
export interface HeartbeatRules {
  readonly today: CalendarDate;
  readonly period: string | null;
  readonly yearlyCutOff: string | null;
}

/** The rules by which a province counts states, and heartbeats for who follows all of it; null: for nobody else. */
export interface ProvinceRules extends StateRules {
  readonly heartbeat: HeartbeatRules | null;
}

/**
 * How alive a duty without a deadline is: proven within its period; begun so lately that its first proof is not awaited
 * yet; proven once and no more; never proven. It is no lateness: it is for who follows, and is said to no unit.
 */
export type Heartbeat = "beating" | "notYet" | "stopped" | "never";
export const heartbeats: readonly Heartbeat[] = ["beating", "notYet", "stopped", "never"];

/**
 * The period of a task's heartbeat; null: it has none, for all of it has days. "Hằng ngày" is no row of deadlines but a
 * heartbeat of a day. Beside a part with its own rhythm ("thường xuyên, báo cáo hằng quý") the shortest such rhythm is
 * the period.
 */
export function heartbeatPeriod(schedule: Schedule | null): HeartbeatPeriod | null {
  const parts = schedule === null ? [] : partsOfSchedule(schedule);
  const daily = parts.flatMap((part) => (part.kind === "recurring" && isDaily(part.every) ? part.every : []));
  if (daily[0] !== undefined) return daily[0];
  if (!parts.some(({ kind }) => kind === "continuous")) return null;
  const rhythms = parts.flatMap((part) =>
    part.kind === "recurring" && termOf(part.every) !== null ? part.every : [],
  );
  return rhythms.toSorted((a, b) => daysOf(a) - daysOf(b))[0] ?? asProvince;
}

/** A rhythm of days, which is too close to be followed day by day. */
export function isDaily(every: string): boolean {
  return /^P\d+D$/.test(every);
}

function partsOfSchedule(schedule: Schedule): readonly Schedule[] {
  if (schedule.kind === "several") return schedule.parts.flatMap(partsOfSchedule);
  return schedule.kind === "once" && schedule.then
    ? [schedule, ...partsOfSchedule(schedule.then)]
    : [schedule];
}

const lengths = { D: 1, W: 7, M: 30, Y: 365 } as const;

function daysOf(every: string): number {
  const term = termOf(every);
  return term === null || term.unit === "workingDays"
    ? Number.POSITIVE_INFINITY
    : term.length * lengths[term.unit];
}

/** From which day on a proof counts, and from which day on what begins is not awaited yet. */
export interface HeartbeatWindow {
  readonly proofFrom: CalendarDate;
  readonly startFrom: CalendarDate;
}

/**
 * The window of a period on a day. A span ends today. Of the yearly return the last one that was due counts: its proof is
 * of the year before its cut-off, or later; what began after that cut-off has its first return ahead.
 */
export function heartbeatWindow(period: HeartbeatPeriod, rules: HeartbeatRules): HeartbeatWindow {
  const { today } = rules;
  const span = termOf(period === asProvince ? (rules.period ?? "") : period);
  if (span !== null) {
    const from = daysBefore(today, span);
    return { proofFrom: from, startFrom: from };
  }
  const { year } = partsOf(today);
  const last = cutOffOf(year, rules) < today ? year : year - 1;
  return {
    proofFrom: addDays(cutOffOf(last - 1, rules), 1),
    startFrom: addDays(cutOffOf(last, rules), 1),
  };
}

function daysBefore(
  today: CalendarDate,
  { length, unit }: NonNullable<ReturnType<typeof termOf>>,
): CalendarDate {
  switch (unit) {
    case "M":
    case "Y":
      return addMonths(today, unit === "Y" ? -12 * length : -length);
    default:
      return addDays(today, unit === "W" ? -7 * length : -length);
  }
}

/** The cut-off of a year; 29 February in a common year is the 28th. */
function cutOffOf(year: number, { yearlyCutOff }: HeartbeatRules): CalendarDate {
  const [month = 12, day = 31] = (yearlyCutOff ?? "12-31").split("-").map(Number);
  const found = calendarDate(year, month, Math.min(day, daysInMonth(year, month)));
  if (found === null) throw new Error(`${yearlyCutOff} is no day of the year ${year}`);
  return found;
}

/** What the heartbeat is by the first day of a task and its latest proof; null: not known, none. */
export function heartbeatOf(
  { startsOn, provedOn }: { readonly startsOn: CalendarDate | null; readonly provedOn: CalendarDate | null },
  { proofFrom, startFrom }: HeartbeatWindow,
): Heartbeat {
  if (provedOn !== null && provedOn >= proofFrom) return "beating";
  if (startsOn !== null && startsOn >= startFrom) return "notYet";
  return provedOn === null ? "never" : "stopped";
}

/** What the heartbeat of a task or a duty is made of: its period, its first day and its latest proof. */
export interface Beating {
  readonly period: HeartbeatPeriod;
  readonly startsOn: CalendarDate | null;
  readonly provedOn: CalendarDate | null;
}

/** What the heartbeat is on a day; null for what has none, and without rules: it is not for this person. */
export function heartbeatToday(beating: Beating | null, rules: HeartbeatRules | null): Heartbeat | null {
  if (beating === null || rules === null) return null;
  return heartbeatOf(beating, heartbeatWindow(beating.period, rules));
}
