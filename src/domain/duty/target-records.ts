import { type CalendarDate, partsOf } from "../basics/calendar-date.ts";
import { bookStep, type LedgerStep } from "../basics/ledger.ts";
import type { Target } from "../reading/findings.ts";
import { foldedKey } from "../text/fold.ts";
import { readMeasured } from "./measured-value.ts";
import type { TypedMeasure } from "./report.ts";
import { periodNamed, type TimedOccurrence } from "./target-period.ts";
import { amountOf, latestOf, type ProgressRecord } from "./target-progress.ts";

/** Where a record comes from: an approved report of a duty, or a record of the register that the target is counted from. */
export type RecordSource =
  | {
      readonly kind: "report";
      readonly duty: string;
      readonly report: string;
      /** Counts within its duty, from 1. */
      readonly number: number;
    }
  /** `owner`: the name of the unit that enters it; null: the focal body. */
  | {
      readonly kind: "record";
      readonly register: string;
      readonly id: string;
      readonly owner: string | null;
    };

/** A record of progress with what it was read from. */
export interface SourcedRecord extends ProgressRecord {
  readonly source: RecordSource;
  /** In the words of the unit; null: it said that nothing happened, or that the product is there. */
  readonly typed: string | null;
  /** The day of the report; `on` is a day of the period for which it was given. */
  readonly reportedOn: CalendarDate;
  /** False of an estimate or a bound: "khoảng 10", "trên 20". */
  readonly exact: boolean;
}

/** An approved report of a duty as far as targets need it. */
export interface TargetReport {
  readonly id: string;
  readonly number: number;
  readonly on: CalendarDate;
  readonly claimsDone: boolean;
  readonly nothing: boolean;
  readonly measured: readonly TypedMeasure[];
  /** It names a document, a file, a link or a record. */
  readonly hasProof: boolean;
}

/** A duty of a task, or of one that was joined to it, as far as its targets need it. */
export interface TargetDuty {
  readonly id: string;
  /** Of the task itself, not of one that was joined to it. */
  readonly own: boolean;
  /** As the document gave it, and who holds it today. */
  readonly unit: string;
  readonly holder: string;
  readonly occurrence: TimedOccurrence;
  readonly confirmed: boolean;
  readonly recordedOn: CalendarDate | null;
  readonly reports: readonly TargetReport[];
}

/** Why something that was told of a target is no record. `replaced`: a newer report tells the same stretch of time; `sourced`: it is counted from a register. */
export type UntakenReason = "replaced" | "unread" | "joined" | "sourced";

export interface Untaken {
  readonly duty: string;
  readonly holder: string;
  readonly report: string;
  readonly number: number;
  /** A day of the period for which it was told, and the day of the report. */
  readonly on: CalendarDate;
  readonly reportedOn: CalendarDate;
  readonly typed: string | null;
  readonly reason: UntakenReason;
}

/** What the reports of a task tell of a target. */
export interface TargetRecords {
  readonly records: readonly SourcedRecord[];
  readonly untaken: readonly Untaken[];
  /** Words about the target in = records + untaken. */
  readonly books: LedgerStep;
}

/**
 * What approved reports tell of a target. A figure of a report is what the unit has reached so far in a stretch of time:
 * the one it names, else its occurrence, else the year of the report; so the newest report of a unit about a stretch
 * stands, and those before it are kept as replaced. What a report of a joined task tells of the same period counts only
 * where the task itself has no word of that unit. A figure is proven when the duty is confirmed, or the focal body has
 * recorded the report and it names a proof.
 */
export function recordsOf(target: Target, duties: readonly TargetDuty[]): TargetRecords {
  const told = duties.flatMap((duty) => toldBy(target, duty));
  const untaken: Untaken[] = told.flatMap((one) => (one.record === null ? [untakenOf(one, "unread")] : []));
  const records: SourcedRecord[] = [];
  const groups = Map.groupBy(told, ({ duty, stretch }) => JSON.stringify([duty.unit, stretch.year]));
  for (const group of groups.values()) {
    const read = group.filter((one): one is ReadTold => one.record !== null);
    const own = read.filter(({ duty }) => duty.own);
    const taken = own.length > 0 ? own : read;
    if (taken === own)
      untaken.push(...read.filter(({ duty }) => !duty.own).map((one) => untakenOf(one, "joined")));
    for (const same of Map.groupBy(taken, ({ stretch }) => stretch.key).values()) {
      const sorted = same.toSorted(newestFirst);
      const [newest, ...older] = sorted;
      if (!newest) continue;
      untaken.push(...older.map((one) => untakenOf(one, "replaced")));
      records.push({ ...newest.record, proven: sorted.find(isProven)?.record.value ?? null });
    }
  }
  const lost = untaken.map(({ typed, holder, reason }) => ({
    what: typed ?? "–",
    where: holder,
    why: reason,
  }));
  return { records, untaken, books: bookStep("targetReports", told.length, records.length, lost) };
}

interface Told {
  readonly duty: TargetDuty;
  readonly report: TargetReport;
  readonly typed: string | null;
  readonly stretch: Stretch;
  /** Null: the figure cannot be read in the measure of the target. */
  readonly record: SourcedRecord | null;
}

type ReadTold = Told & { readonly record: SourcedRecord };

/** The stretch of time that a figure tells of. `year` groups stretches that one judgement looks at. */
interface Stretch {
  readonly key: string;
  readonly year: number;
  readonly first: CalendarDate | null;
  readonly last: CalendarDate | null;
}

function toldBy(target: Target, duty: TargetDuty): readonly Told[] {
  const measure = foldedKey(target.measure);
  const latest = latestOf(target);
  return duty.reports.flatMap((report): readonly Told[] => {
    const said = report.measured.filter((one) => foldedKey(one.measure) === measure);
    if (said.length > 0)
      return said.map((one) => {
        const stretch = stretchOf(duty, report, one.period ?? null);
        return {
          duty,
          report,
          typed: one.typed,
          stretch,
          record: figureOf(target, duty, report, one, stretch),
        };
      });
    const fulfils = report.claimsDone && target.scope === "share" ? true : null;
    // Where nothing happened nothing is added; a rate or a level stays what it was.
    const nothing = report.nothing && (latest === null || latest === "share");
    if (!nothing && fulfils === null) return [];
    const stretch = stretchOf(duty, report, null);
    const record = recordOf(duty, report, stretch, { typed: null, value: 0, exact: true, fulfils });
    return [{ duty, report, typed: null, stretch, record }];
  });
}

function stretchOf({ occurrence }: TargetDuty, report: TargetReport, named: string | null): Stretch {
  const period = named === null ? null : periodNamed(named);
  if (period !== null) return { ...period, year: partsOf(period.last).year };
  const { key, startsOn, dueOn } = occurrence;
  if (dueOn !== null) return { key: `@${key}`, year: partsOf(dueOn).year, first: startsOn, last: dueOn };
  const { year } = partsOf(report.on);
  return { key: String(year), year, first: null, last: null };
}

function figureOf(
  target: Target,
  duty: TargetDuty,
  report: TargetReport,
  { typed }: TypedMeasure,
  stretch: Stretch,
): SourcedRecord | null {
  const read = readMeasured(typed, target.measure);
  if (!read.ok) return null;
  const { amount, exact } = amountOf(read.value.value);
  const fulfils = target.scope === "share" ? amount >= leastOf(target) : null;
  return recordOf(duty, report, stretch, { typed, value: amount, exact, fulfils });
}

/** What a unit has to reach to fulfil its part of a share. */
function leastOf({ value }: Target): number {
  return typeof value === "number" ? value : (value?.[0] ?? 100);
}

function recordOf(
  duty: TargetDuty,
  report: TargetReport,
  stretch: Stretch,
  said: Pick<SourcedRecord, "typed" | "value" | "exact" | "fulfils">,
): SourcedRecord {
  return {
    ...said,
    ...{ key: JSON.stringify([duty.unit, stretch.key]), unit: duty.holder, proven: null },
    ...{ on: dayWithin(stretch, report.on), reportedOn: report.on },
    source: { kind: "report", duty: duty.id, report: report.id, number: report.number },
  };
}

/** The day of a report, moved into the stretch of time that it tells of. */
function dayWithin({ first, last }: Stretch, on: CalendarDate): CalendarDate {
  if (first !== null && on < first) return first;
  return last !== null && on > last ? last : on;
}

function isProven({ duty, report }: Told): boolean {
  const recorded = duty.recordedOn !== null && duty.recordedOn >= report.on && report.hasProof;
  return recorded || (duty.confirmed && report === newestOf(duty));
}

function newestOf({ reports }: TargetDuty): TargetReport | undefined {
  return reports.toSorted((a, b) => b.number - a.number)[0];
}

function newestFirst(a: Told, b: Told): number {
  if (a.report.on !== b.report.on) return a.report.on < b.report.on ? 1 : -1;
  if (a.report.number !== b.report.number) return b.report.number - a.report.number;
  return a.report.id < b.report.id ? 1 : a.report.id > b.report.id ? -1 : 0;
}

function untakenOf({ duty, report, typed, stretch }: Told, reason: UntakenReason): Untaken {
  return {
    ...{ duty: duty.id, holder: duty.holder, report: report.id, number: report.number },
    ...{ on: dayWithin(stretch, report.on), reportedOn: report.on, typed, reason },
  };
}
