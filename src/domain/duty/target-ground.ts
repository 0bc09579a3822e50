import type { CalendarDate } from "../basics/calendar-date.ts";
import { partsOf } from "../basics/calendar-date.ts";
import type { Target } from "../reading/findings.ts";
import { kindOf, targetKey } from "./target-kind.ts";
import { periodOfOccurrence, periodsOfTarget, type TimedOccurrence, workOf } from "./target-period.ts";
import {
  judgeTarget,
  latestOf,
  type PlanValue,
  type TargetPeriod,
  type TargetProgress,
} from "./target-progress.ts";
import { recordsOf, type SourcedRecord, type TargetDuty, type TargetRecords } from "./target-records.ts";
import { type CountedRecord, recordsOfSource, type TargetSource } from "./target-source.ts";

/** A plan as it was set. */
export interface TargetPlan extends PlanValue {
  readonly id: string;
  /** `targetKey` of its target. */
  readonly target: string;
  /** The act that sets it, by its number. */
  readonly document: string | null;
  readonly setAt: Date;
  /** The person's name. */
  readonly setBy: string;
  readonly version: number;
}

/** What the targets of a task are judged on. */
export interface TaskTargetGround {
  readonly task: {
    readonly targets: readonly Target[];
    readonly assignedOn: CalendarDate;
    readonly occurrences: readonly TimedOccurrence[];
  };
  readonly duties: readonly TargetDuty[];
  readonly plans: readonly TargetPlan[];
  /** What targets are counted from in place of reports, with the records of each. */
  readonly sources?: readonly { readonly source: TargetSource; readonly counted: readonly CountedRecord[] }[];
  readonly today: CalendarDate;
}

/** A target over one period: how it stands, and what stands behind the figures. */
export interface JudgedPeriod {
  readonly period: TargetPeriod;
  /** The part of it in which the work is done. */
  readonly work: TargetPeriod;
  readonly progress: TargetProgress<SourcedRecord>;
  /** Who owes it in this period. */
  readonly units: readonly string[];
  /** The plans of this period. */
  readonly plans: readonly TargetPlan[];
}

/** A target with all its periods, the first one first. */
export interface JudgedTarget {
  readonly key: string;
  readonly target: Target;
  readonly periods: readonly JudgedPeriod[];
  readonly told: TargetRecords;
  /** Null: it is counted from reports. */
  readonly source: TargetSource | null;
}

/** Judges the targets of a task over each of their periods. */
export function judgeTargets(ground: TaskTargetGround): readonly JudgedTarget[] {
  return ground.task.targets.map((target) => judgedTarget(target, ground));
}

function judgedTarget(
  target: Target,
  { task, duties, plans, sources = [], today }: TaskTargetGround,
): JudgedTarget {
  const key = targetKey(target);
  const own = plans.filter((plan) => plan.target === key);
  const reported = recordsOf(target, duties);
  const from = sources.find(({ source }) => source.target === key) ?? null;
  const told = from === null ? reported : recordsOfSource(from.source, from.counted, reported);
  // Each unit has to reach its own; a figure of all together is reached by whoever enters a record.
  const anybody = from !== null && kindOf(target) === "joint";
  const planned = own.map(({ period }) => period);
  const periods = periodsOfTarget(target, task.occurrences, { assignedOn: task.assignedOn, today, planned });
  return {
    ...{ key, target, told, source: from?.source ?? null },
    periods: periods.map((period) => {
      const owing = duties.filter((duty) => falls(target, duty, period));
      const units = [...new Set(owing.map(({ holder }) => holder))];
      const set = own.filter((plan) => plan.period === period.key);
      const ground = { units, period, plans: heldPlans(set, owing), anybody };
      const within = told.records.filter(({ on }) => on >= period.first && on <= period.last);
      const work = latestOf(target) === "level" ? period : workOf(period, task.occurrences);
      return { period, work, units, plans: set, progress: judgeTarget(target, within, ground) };
    }),
  };
}

/** Whether a duty is of a period: a level is asked of whoever works on it; work without an end belongs to each year. */
function falls(target: Target, { occurrence }: TargetDuty, period: TargetPeriod): boolean {
  if (latestOf(target) === "level") return true;
  const own = periodOfOccurrence(occurrence);
  if (own !== null) return own.key === period.key;
  return occurrence.startsOn === null || partsOf(occurrence.startsOn).year <= partsOf(period.last).year;
}

/** Plans by who holds the work today: what was planned for a unit that is no more is its successor's. */
function heldPlans(plans: readonly TargetPlan[], duties: readonly TargetDuty[]): readonly PlanValue[] {
  const holders = new Map(duties.map(({ unit, holder }) => [unit, holder]));
  const held = new Map<string | null, PlanValue>();
  for (const { unit, period, value } of plans) {
    const holder = unit === null ? null : (holders.get(unit) ?? unit);
    held.set(holder, { unit: holder, period, value: value + (held.get(holder)?.value ?? 0) });
  }
  return [...held.values()];
}
