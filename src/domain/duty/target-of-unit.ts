import type { CalendarDate } from "../basics/calendar-date.ts";
import { partsOf } from "../basics/calendar-date.ts";
import type { Target } from "../reading/findings.ts";
import type { JudgedTarget } from "./target-ground.ts";
import { runningPeriod } from "./target-period.ts";
import { standingOf, standingOfAll, type TargetStanding } from "./target-plan.ts";
import type { TargetProgress, Wanted } from "./target-progress.ts";

/**
 * A target in which a unit has a part, in a period of a year. Of one for each unit it is judged by its own figure; of one
 * of all together (`shared`) its part stands beside how all together do, and what is wanted is of all, unless the unit has
 * a plan of its own.
 */
export interface UnitTarget {
  readonly target: Target;
  readonly period: string;
  readonly shared: boolean;
  readonly wanted: Wanted | null;
  /** What the unit reported, and the part that is proven; null: nothing. */
  readonly claimed: number | null;
  readonly proven: number | null;
  readonly standing: TargetStanding;
}

/** The targets of a task in which a unit has a part in a year, as they stand on a day. */
export function targetsOfUnit(
  judged: readonly JudgedTarget[],
  { unit, year, today }: { readonly unit: string; readonly year: number; readonly today: CalendarDate },
): readonly UnitTarget[] {
  return judged.flatMap(({ target, periods }) =>
    periods
      .filter(
        ({ period, units }) =>
          units.includes(unit) && partsOf(period.first).year <= year && partsOf(period.last).year >= year,
      )
      .map(({ period, work, progress, plans }): UnitTarget => {
        const own = progress.judgements.find(({ of }) => of === unit);
        const plan = plans.find((one) => one.unit === unit)?.value ?? null;
        const together = progress.judgements.find(({ of }) => of === null)?.wanted ?? null;
        return {
          ...{ target, period: period.key, shared: own === undefined },
          ...(own ?? { ...partOf(progress, unit), wanted: plan ?? together }),
          standing: own ? standingOf(target, own, work, today) : standingOfAll(target, progress, work, today),
        };
      }),
  );
}

/** What a unit told of a figure of all together. */
function partOf({ counted }: TargetProgress, unit: string) {
  const own = counted.filter((record) => record.unit === unit);
  const proven = own.flatMap((record) => record.proven ?? []);
  const sum = (values: readonly number[]) =>
    values.length === 0 ? null : values.reduce((all, value) => all + value, 0);
  return { claimed: sum(own.map(({ value }) => value)), proven: sum(proven) };
}

/** Whether a target is behind what was planned: in the period that runs, or was the last one, it is late or not met. */
export function isBehind({ target, periods }: JudgedTarget, today: CalendarDate): boolean {
  const running = runningPeriod(
    periods.map(({ period }) => period),
    today,
  );
  const at = periods.find(({ period }) => period === running);
  if (!at || at.period.first > today) return false;
  const standing = standingOfAll(target, at.progress, at.work, today);
  return standing === "behind" || standing === "notMet";
}
