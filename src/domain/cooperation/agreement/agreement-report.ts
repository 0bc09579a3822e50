import { addDays, type CalendarDate, calendarDate } from "../../basics/calendar-date.ts";
import type { Verdict } from "./clause.ts";
import type { SignatoryLevel } from "./procedure.ts";
import type { ReportPeriod, ReportSettings } from "./settings.ts";
import { type AgreementStatus, agreementStatus, agreementStatuses } from "./status.ts";
import { isTelling, type TimeLimit } from "./time-limit.ts";
import { type AgreementTimes, expiryOn } from "./validity.ts";

/** An agreement as the yearly report counts it. */
export interface ReportedAgreement {
  readonly id: string;
  readonly level: SignatoryLevel;
  /** Country codes of its partners; a partner whose country is not known gives none. */
  readonly countries: readonly string[];
  readonly times: AgreementTimes;
  readonly limits: readonly TimeLimit[];
  /** Those of the report's year. */
  readonly evaluations: readonly { readonly field: string; readonly verdict: Verdict }[];
}

/** The days over which a report counts, both counted. */
export interface ReportSpan {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The days of the report of a year, 1990…2100. */
export function reportSpan(year: number, period: ReportPeriod): ReportSpan {
  const [from, to] =
    period === "calendar"
      ? [calendarDate(year, 1, 1), calendarDate(year, 12, 31)]
      : [calendarDate(year - 1, 12, 15), calendarDate(year, 12, 14)];
  if (from === null || to === null) throw new Error(`no report counts over the year ${year}`);
  return { from, to };
}

/** The last day on which the report of a year is sent: the first such day after its days are over; null: none is set. */
export function reportDueOn(span: ReportSpan, { due }: Pick<ReportSettings, "due">): CalendarDate | null {
  if (due === null) return null;
  const year = Number(span.to.slice(0, 4));
  const day = calendarDate(year, due.month, due.day);
  return day !== null && day > span.to ? day : calendarDate(year + 1, due.month, due.day);
}

/** What a column counts. */
export const reportColumns = ["inForce", "signed", "over", "preparing"] as const;
export type ReportColumn = (typeof reportColumns)[number];

/** One row of a table: what it is of, and behind each figure the ids of what it counts. */
export interface ReportRow<Column extends string, Key extends string = string> {
  /** A key of the table: a level, a country, a status, a field of work; "" for what has none. */
  readonly key: Key;
  readonly cells: Readonly<Record<Column, readonly string[]>>;
}

/** The figures of the yearly report. Each is the number of ids behind it; the rows of a table hold each agreement once. */
export interface AgreementReport {
  readonly span: ReportSpan;
  /** The day on which it is counted: the last of its days, or today while they are not over. */
  readonly countedOn: CalendarDate;
  readonly whole: Readonly<Record<ReportColumn, readonly string[]>>;
  readonly byLevel: readonly ReportRow<ReportColumn>[];
  /** An agreement with partners of two countries stands in both rows. */
  readonly byCountry: readonly ReportRow<ReportColumn>[];
  readonly byStatus: readonly ReportRow<"count", AgreementStatus>[];
  /** Evaluations of the year by field of work; an agreement stands in the row of each field in which it was evaluated. */
  readonly byField: readonly ReportRow<Verdict>[];
  /** In force at some time of the span, and evaluated in no field. */
  readonly notEvaluated: readonly string[];
  /** Authorities told after signing or ending whose last day lies in the span, by how it was kept. */
  readonly told: Readonly<Record<"inTime" | "late" | "notYet", readonly string[]>>;
}

/** The yearly report on agreements, as of the end of its days, or of today while they are not over. */
export function agreementReport(
  agreements: readonly ReportedAgreement[],
  span: ReportSpan,
  today: CalendarDate,
): AgreementReport {
  const countedOn = span.to < today ? span.to : today;
  const placed = agreements.map((one) => ({
    ...one,
    status: agreementStatus(one.times, countedOn),
    columns: columnsOf(one.times, { from: span.from, to: countedOn }),
  }));
  const rows = (keysOf: (one: (typeof placed)[number]) => readonly string[]) => {
    const keys = [...new Set(placed.filter(({ columns }) => columns.size > 0).flatMap(keysOf))].sort();
    return keys.map((key) => ({ key, cells: cellsOf(placed.filter((one) => keysOf(one).includes(key))) }));
  };
  const evaluated = placed.filter(({ evaluations }) => evaluations.length > 0);
  return {
    ...{ span, countedOn, whole: cellsOf(placed) },
    byLevel: rows(({ level }) => [level]),
    byCountry: rows(({ countries }) => (countries.length === 0 ? [""] : countries)),
    byStatus: agreementStatuses.flatMap((key) => {
      const some = placed.filter(({ status }) => status === key);
      return some.length === 0 ? [] : [{ key, cells: { count: idsOf(some) } }];
    }),
    byField: byField(evaluated),
    notEvaluated: idsOf(
      placed.filter((one) => one.evaluations.length === 0 && wasInForce(one.times, span.from, countedOn)),
    ),
    told: toldIn(placed, span),
  };
}

type Placed = Pick<ReportedAgreement, "id"> & { readonly columns: ReadonlySet<ReportColumn> };

function idsOf(some: readonly Pick<ReportedAgreement, "id">[]): readonly string[] {
  return some.map(({ id }) => id);
}

function cellsOf(some: readonly Placed[]): Record<ReportColumn, readonly string[]> {
  const under = (column: ReportColumn) => idsOf(some.filter(({ columns }) => columns.has(column)));
  return {
    ...{ inForce: under("inForce"), signed: under("signed") },
    ...{ over: under("over"), preparing: under("preparing") },
  };
}

/** In force at the end; signed in the span; over in the span, by its term or before; prepared and not yet signed. */
function columnsOf(times: AgreementTimes, { from, to }: ReportSpan): ReadonlySet<ReportColumn> {
  const status = agreementStatus(times, to);
  const columns = new Set<ReportColumn>();
  if (status === "inForce" || status === "suspended") columns.add("inForce");
  if (times.signedOn !== null && times.signedOn >= from && times.signedOn <= to) columns.add("signed");
  const over = overOn(times, to);
  if (over !== null && over >= from) columns.add("over");
  if (preparing.includes(status)) columns.add("preparing");
  return columns;
}

const preparing: readonly AgreementStatus[] = ["proposed", "consulting", "atPrimeMinister", "decided"];

/** The first day on which it was no longer valid, as it stands on a day; null: it is valid, or never was signed. */
function overOn(times: AgreementTimes, on: CalendarDate): CalendarDate | null {
  switch (agreementStatus(times, on)) {
    case "withdrawn":
      return times.withdrawnOn;
    case "ended":
      return times.endedOn;
    case "expired": {
      const last = expiryOn(times, on);
      return last && addDays(last, 1);
    }
    default:
      return null;
  }
}

function wasInForce(times: AgreementTimes, from: CalendarDate, to: CalendarDate): boolean {
  if (times.effectiveOn === null || times.effectiveOn > to) return false;
  const over = overOn(times, to);
  return over === null || over > from;
}

function byField(evaluated: readonly ReportedAgreement[]): readonly ReportRow<Verdict>[] {
  const all = evaluated.flatMap(({ id, evaluations }) => evaluations.map((one) => ({ id, ...one })));
  return [...Map.groupBy(all, ({ field }) => field)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([key, some]) => {
      const under = (verdict: Verdict) => idsOf(some.filter((one) => one.verdict === verdict));
      const cells = { effective: under("effective"), partly: under("partly") };
      return { key, cells: { ...cells, notCarriedOut: under("notCarriedOut") } };
    });
}

function toldIn(agreements: readonly ReportedAgreement[], { from, to }: ReportSpan): AgreementReport["told"] {
  const duties = agreements.flatMap(({ id, limits }) =>
    limits
      .filter(({ step, lastDay }) => isTelling(step) && lastDay >= from && lastDay <= to)
      .map((one) => ({ id, ...one })),
  );
  const under = (...states: readonly TimeLimit["state"][]) =>
    idsOf(duties.filter(({ state }) => states.includes(state)));
  return { inTime: under("done"), late: under("doneLate"), notYet: under("late", "open", "missed") };
}
