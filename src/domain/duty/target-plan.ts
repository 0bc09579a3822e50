import type { CalendarDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import type { Target } from "../reading/findings.ts";
import { countsWholeThings, readMeasured } from "./measured-value.ts";
import { daysBetween } from "./occurrence-state.ts";
import { periodNamed } from "./target-period.ts";
import {
  isReached,
  type Judgement,
  latestOf,
  type TargetPeriod,
  type TargetProgress,
} from "./target-progress.ts";

/**
 * How a target stands on a day. `running`: not reached yet, and its period runs; `behind`: nor as far as an even pace
 * would have it by now; `notMet`: its period is over; `missingPlan`: another act sets the figure, and it was not given.
 */
export type TargetStanding = "missingPlan" | "notMet" | "behind" | "running" | "met" | "exceeded";
export const targetStandings: readonly TargetStanding[] = [
  "missingPlan",
  "notMet",
  "behind",
  "running",
  "met",
  "exceeded",
];

/**
 * How one judgement stands in the time of its work. An even pace is asked only of what adds up over it: of 4 events a
 * year one by the end of March; ours.
 */
export function standingOf(
  target: Target,
  { verdict, wanted, claimed, parts }: Judgement,
  work: TargetPeriod,
  today: CalendarDate,
): TargetStanding {
  if (verdict !== "notMet") return verdict;
  if (today > work.last) return "notMet";
  const least = typeof wanted === "number" ? wanted : (wanted?.[0] ?? 0);
  const paced = latestOf(target) === null && target.op !== "<=" && parts === null && least > 0;
  if (!paced) return "running";
  const even = least * elapsed(work, today);
  const expected = countsWholeThings(target.measure) ? Math.floor(even) : even;
  return (claimed ?? 0) < expected ? "behind" : "running";
}

/** What part of a period has gone by at the end of a day, 0…1. */
function elapsed({ first, last }: TargetPeriod, today: CalendarDate): number {
  return Math.min(1, Math.max(0, (daysBetween(first, today) + 1) / (daysBetween(first, last) + 1)));
}

/** How a target stands as a whole: as the worst of its judgements; without any, as one of which nothing was told. */
export function standingOfAll(
  target: Target,
  { judgements }: Pick<TargetProgress, "judgements">,
  work: TargetPeriod,
  today: CalendarDate,
): TargetStanding {
  const found = new Set(judgements.map((one) => standingOf(target, one, work, today)));
  if (found.size === 0) return today > work.last ? "notMet" : "running";
  return targetStandings.find((one) => found.has(one)) ?? "running";
}

/** How many judgements reach their figure, of how many. */
export function reachedOf({ judgements }: Pick<TargetProgress, "judgements">): {
  readonly met: number;
  readonly of: number;
} {
  return { met: judgements.filter(({ verdict }) => isReached(verdict)).length, of: judgements.length };
}

/**
 * The figure of a plan as people type it, in the measure of its target. Fails with `register.plan-inexact` for a range, an
 * estimate or an upper bound, and as `readMeasured` does; "ít nhất 5" plans 5.
 */
export function readPlanValue(typed: string, target: Target): Result<number> {
  const read = readMeasured(typed, target.measure);
  if (!read.ok) return read;
  const { value } = read.value;
  if (value.kind !== "number" || !(value.comparison === "=" || value.comparison === ">="))
    return fail("register.plan-inexact", { text: typed.trim() });
  return succeed(value.value);
}

/** Periods for which plans are given: a year, or the years that a target spans. */
export function isPlanPeriod(period: string): boolean {
  return /^\d{4}(?:-\d{4})?$/.test(period) && periodNamed(period) !== null;
}
