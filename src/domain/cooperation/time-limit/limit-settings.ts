import type { CalendarDate } from "../../basics/calendar-date.ts";
import type { Counting, FieldCase, TimeLimit } from "./time-limit.ts";
import type { TravelLevels } from "./travel-approval.ts";

/** The days of a delegation from which a province may count a step of its own. */
export const stepStarts = ["when.from", "when.to", "permittedOn"] as const;
export type StepStart = (typeof stepStarts)[number];

/** A step that the regulation of a province sets for delegations (quy chế quản lý đoàn ra, đoàn vào của tỉnh). */
export interface OwnStep {
  /** Kept with what was done, so it never changes. */
  readonly key: string;
  readonly name: string;
  /** Null: for both. */
  readonly direction: "out" | "in" | null;
  readonly matter: "official" | "private" | null;
  /** Null: the step has no last day. */
  readonly limit: {
    readonly start: StepStart;
    /** Negative: before it. */
    readonly days: number;
    readonly counting: Counting;
  } | null;
  /** For delegations that leave or come from this day on. */
  readonly from: CalendarDate;
}

/** What a province sets about time limits of cooperation. */
export interface LimitSettings {
  /** Other days for rules that leave them to the province, by their keys. */
  readonly days: Readonly<Record<string, number>>;
  readonly steps: readonly OwnStep[];
  readonly travel: TravelLevels;
}

/** Nothing set. */
export const unsetLimits: LimitSettings = { days: {}, steps: [], travel: {} };

/** The rules of the law with the days that a province sets, and the steps of its own behind them. */
export function withLimitSettings(
  limits: readonly TimeLimit[],
  { days, steps }: LimitSettings,
): readonly TimeLimit[] {
  const set = limits.map((limit) => {
    const own = days[limit.key];
    return limit.isSettable && own !== undefined ? { ...limit, days: own } : limit;
  });
  return [...set, ...steps.map(limitOfStep)];
}

function limitOfStep({ key, name, direction, matter, limit, from }: OwnStep): TimeLimit {
  const cases: readonly FieldCase[] = [
    ...(direction === null ? [] : [{ field: "direction", in: [direction] }]),
    ...(matter === null ? [] : [{ field: "matter", in: [matter] }]),
  ];
  return {
    ...{ key, register: "delegations", name: { vi: name, en: name }, from, until: null },
    start: { kind: "fields", fields: limit === null ? [] : [limit.start] },
    ...{ days: limit?.days ?? null, counting: limit?.counting ?? "days" },
    where: cases.length === 0 ? null : { are: "all", cases },
    ...{ done: null, dueField: null, opens: null, column: null },
    tellOn: limit === null ? [] : [-3, 0, 3],
    ...{ isLasting: false, isSettable: false, source: "", isUnverified: false },
  };
}
