import type {
  DutyTargetsAnswer,
  TargetPeriodAnswer,
  TargetPeriodLine,
  TargetSourceAnswer,
  TaskTargetsAnswer,
} from "../contract/target.ts";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { declarationOf } from "../domain/cooperation/declarations.ts";
import type { JudgedPeriod, JudgedTarget, TargetPlan } from "../domain/duty/target-ground.ts";
import { periodOfOccurrence, runningPeriod, stretchesOf } from "../domain/duty/target-period.ts";
import { reachedOf, standingOf, standingOfAll } from "../domain/duty/target-plan.ts";
import type { Judgement } from "../domain/duty/target-progress.ts";
import type { SourcedRecord, Untaken } from "../domain/duty/target-records.ts";
import type { TargetSource } from "../domain/duty/target-source.ts";
import { focalName } from "../operations/records.ts";
import type { ShownDutyTargets, ShownTargetPeriod, ShownTargets } from "../operations/task-targets.ts";

/** The targets of a task over all their periods. */
export function presentTargets(
  { judged, mayPlan, mayChangeKind }: ShownTargets,
  today: CalendarDate,
): TaskTargetsAnswer {
  return {
    ...{ today, mayPlan, mayChangeKind },
    targets: judged.map((one) => ({
      ...{ key: one.key, target: one.target, source: sourceOf(one.source) },
      running:
        runningPeriod(
          one.periods.map(({ period }) => period),
          today,
        )?.key ?? null,
      periods: one.periods.map((at) => lineOf(one, at, today)),
    })),
  };
}

/** What a target is counted from, with the name of the register; null: reports. */
function sourceOf(source: TargetSource | null): TargetSourceAnswer | null {
  const declaration = source && declarationOf(source.register);
  if (!source || !declaration) return null;
  const { register, where, day, owner, summed, version } = source;
  return { register, where, day, owner, summed, version, name: { ...declaration.name } };
}

function lineOf({ target }: JudgedTarget, at: JudgedPeriod, today: CalendarDate): TargetPeriodLine {
  const { period, progress, plans, units } = at;
  const [only] = progress.judgements;
  const together = progress.scope === "joint" || progress.scope === "share";
  return {
    ...{ key: period.key, first: period.first, last: period.last },
    ...(together && only
      ? figuresOf(only, progress.counted)
      : {
          ...sumsOf(progress.judgements, plans),
          parts: null,
          exact: progress.counted.every(({ exact }) => exact),
        }),
    standing: standingOfAll(target, progress, at.work, today),
    plan: planOf(plans.find(({ unit }) => unit === null)),
    reached: together ? null : reachedOf(progress),
    owing: units.length,
    told: new Set(progress.counted.map(({ unit }) => unit)).size,
  };
}

/** Figures of units or things beside each other; what is wanted of each that has no plan of its own. */
function sumsOf(judgements: readonly Judgement[], plans: readonly TargetPlan[]) {
  const planned = new Set(plans.map(({ unit }) => unit));
  const sum = (values: readonly (number | null)[]) =>
    values.every((value) => value === null)
      ? null
      : values.reduce<number>((all, value) => all + (value ?? 0), 0);
  return {
    wanted: judgements.find(({ of }) => !planned.has(of))?.wanted ?? null,
    claimed: sum(judgements.map(({ claimed }) => claimed)),
    proven: sum(judgements.map(({ proven }) => proven)),
  };
}

function figuresOf({ wanted, claimed, proven, parts }: Judgement, records: readonly SourcedRecord[]) {
  return { wanted, claimed, proven, parts, exact: records.every(({ exact }) => exact) };
}

function planOf(plan: TargetPlan | undefined) {
  if (!plan) return null;
  const { value, document, setAt, setBy, version } = plan;
  return { value, document, setAt: setAt.toISOString(), setBy, version };
}

/** What the targets of its task ask of a duty, and what its unit said of them so far. */
export function presentDutyTargets(
  { duty, judged }: ShownDutyTargets,
  today: CalendarDate,
): DutyTargetsAnswer {
  const occurrence = { key: duty.occurrence.key, startsOn: duty.startsOn, dueOn: duty.dueOn };
  const own = periodOfOccurrence(occurrence)?.key;
  return {
    targets: judged.map(({ key, target, periods, source: from }) => {
      const source = sourceOf(from);
      const running = runningPeriod(
        periods.map((at) => at.period),
        today,
      );
      const at = periods.find(({ period }) => period.key === (own ?? running?.key)) ?? periods.at(-1);
      if (!at)
        return {
          ...{ key, target, source, period: null, wanted: null, standing: null, said: null },
          ...{ yesOrNo: false, stretches: [] },
        };
      const { period, progress, units } = at;
      const judgement =
        progress.judgements.find(({ of }) => of === duty.holder.id) ??
        progress.judgements.find(({ of }) => of === null);
      const said = progress.counted
        .filter(({ unit }) => unit === duty.holder.id)
        .toSorted((a, b) => (a.reportedOn < b.reportedOn ? 1 : -1))[0];
      return {
        ...{ key, target, source, period: period.key, wanted: judgement?.wanted ?? null },
        standing: judgement ? standingOf(target, judgement, at.work, today) : null,
        said: said ? { typed: said.typed, value: said.value, on: said.reportedOn } : null,
        yesOrNo: target.scope === "share" && units.length > 1,
        stretches: [...stretchesOf(target, occurrence, period, today)],
      };
    }),
  };
}

/** What stands behind a target in a period: its units and records in sight, and the books of all of them. */
export function presentTargetPeriod(
  { one, at, units, mayPlan }: ShownTargetPeriod,
  today: CalendarDate,
): TargetPeriodAnswer {
  const { progress } = at;
  const named = (id: string) => ({ id, name: units.get(id)?.name ?? id });
  const seen = (id: string) => units.get(id)?.seen ?? false;
  const lost = [
    ...progress.leftOut.map(({ record, reason }) => ({ ...recordOf(record), leftOut: reason })),
    ...one.told.untaken.filter((untaken) => isOf(untaken, at)).map(untakenOf),
  ];
  const records = [...progress.counted.map((record) => ({ ...recordOf(record), leftOut: null })), ...lost];
  return {
    ...{ today, mayPlan, key: one.key, target: one.target, line: lineOf(one, at, today) },
    source: sourceOf(one.source),
    units: at.units.filter(seen).map((id) => {
      const own = progress.counted.filter(({ unit }) => unit === id);
      const judgement = progress.judgements.find(({ of }) => of === id);
      const plan = planOf(at.plans.find(({ unit }) => unit === id));
      return {
        ...{ unit: named(id), plan },
        ...(judgement
          ? { ...figuresOf(judgement, own), standing: standingOf(one.target, judgement, at.work, today) }
          : { ...partOf(own), wanted: plan?.value ?? null, parts: null, standing: null }),
      };
    }),
    // Records of registers are everybody's to see.
    records: records
      .filter(({ unit, source }) => source.kind === "record" || seen(unit))
      .map(({ unit, ...record }) => {
        const { source } = record;
        const name = source.kind === "record" ? (source.owner ?? focalName) : null;
        return { ...record, unit: name === null ? named(unit) : { id: unit, name } };
      }),
    books: { told: records.length, counted: progress.counted.length, leftOut: lost.length },
  };
}

/** The part of a unit in a figure of all together. */
function partOf(own: readonly SourcedRecord[]) {
  const proven = own.flatMap((record) => record.proven ?? []);
  return {
    claimed: own.length === 0 ? null : own.reduce((sum, { value }) => sum + value, 0),
    proven: proven.length === 0 ? null : proven.reduce((sum, value) => sum + value, 0),
    exact: own.every(({ exact }) => exact),
  };
}

function recordOf({ unit, typed, value, proven, reportedOn, source }: SourcedRecord) {
  return { unit, typed, value, proven, reportedOn, source };
}

function isOf({ holder, on }: Untaken, { units, period }: JudgedPeriod): boolean {
  return units.includes(holder) && on >= period.first && on <= period.last;
}

function untakenOf({ holder, duty, report, number, reportedOn, typed, reason }: Untaken) {
  return {
    ...{ unit: holder, typed, value: null, proven: null, reportedOn, leftOut: reason },
    source: { kind: "report" as const, duty, report, number },
  };
}
