import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { DutyRecord } from "../domain/duty/duty-query.ts";
import { permit } from "../domain/duty/permission.ts";
import type { RegisteredTask } from "../domain/duty/registered-task.ts";
import { type JudgedPeriod, type JudgedTarget, judgeTargets } from "../domain/duty/target-ground.ts";
import { periodNamed } from "../domain/duty/target-period.ts";
import { isPlanPeriod, readPlanValue } from "../domain/duty/target-plan.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { reachOf } from "../domain/organisation/rights.ts";
import { withProvince } from "../store/database.ts";
import { loadDuty } from "../store/duties.ts";
import { loadRules } from "../store/province-settings.ts";
import { type Sight, sightOf, wholeProvince } from "../store/sight.ts";
import {
  loadTargetRows,
  type OwingUnit,
  savePlans,
  type TargetRows,
  type WrittenPlan,
} from "../store/targets.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { countSources } from "./count-sources.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** The targets of a task as they stand, and what the actor may do with them. */
export interface ShownTargets {
  readonly judged: readonly JudgedTarget[];
  readonly units: ReadonlyMap<string, OwingUnit>;
  readonly mayPlan: boolean;
  readonly mayChangeKind: boolean;
}

/** A target over one period. */
export interface ShownTargetPeriod extends ShownTargets {
  readonly one: JudgedTarget;
  readonly at: JudgedPeriod;
}

/** The targets of a task in sight over all their periods. Fails with `register.task-unknown`. */
export async function showTargets(
  actor: Actor,
  task: string,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<ShownTargets>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const found = await judged(transaction, actor, sightOf(actor, allowed.value), task, world);
    return found.ok ? succeed(found.value.shown) : found;
  });
}

/** One target of a task over one period. Fails with `register.target-unknown`, `register.plan-period` and as above. */
export async function showTargetPeriod(
  actor: Actor,
  task: string,
  asked: { readonly target: string; readonly period: string },
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<ShownTargetPeriod>> {
  const shown = await showTargets(actor, task, world);
  if (!shown.ok) return shown;
  const one = shown.value.judged.find(({ key }) => key === asked.target);
  if (!one) return fail("register.target-unknown", { target: asked.target });
  const at = one.periods.find(({ period }) => period.key === asked.period);
  return at
    ? succeed({ ...shown.value, one, at })
    : fail("register.plan-period", periodDetail(one, asked.period));
}

function periodDetail({ periods }: JudgedTarget, period: string) {
  return { period, periods: periods.map((one) => one.period.key).join(", ") };
}

interface Judged {
  readonly task: RegisteredTask;
  readonly rows: TargetRows;
  readonly shown: ShownTargets;
}

async function judged(
  transaction: ProvinceTransaction,
  actor: Actor,
  sight: Sight,
  id: string,
  { today }: Pick<RegisterWorld, "today">,
): Promise<Result<Judged>> {
  const task = await loadTask(transaction, sight, id);
  if (task === null) return fail("register.task-unknown", { id });
  const rows = await loadTargetRows(transaction, sight, id);
  const { duties, plans } = rows;
  const sources = await countSources(transaction, actor, rows.sources);
  return succeed({
    ...{ task, rows },
    shown: {
      judged: judgeTargets({ task, duties, plans, sources, today: today() }),
      units: new Map(rows.units.map((unit) => [unit.id, unit])),
      mayPlan: reachOf(actor.held, "set-plans") !== null,
      mayChangeKind: reachOf(actor.held, "edit-task") !== null,
    },
  });
}

/** The targets of a task as they stand in a transaction. Fails with `register.task-unknown`. */
export async function judgedTargets(
  transaction: ProvinceTransaction,
  actor: Actor,
  sight: Sight,
  task: string,
  world: Pick<RegisterWorld, "today">,
): Promise<Result<ShownTargets>> {
  const found = await judged(transaction, actor, sight, task, world);
  return found.ok ? succeed(found.value.shown) : found;
}

/** What the targets of a task ask of one duty. */
export interface ShownDutyTargets {
  readonly duty: DutyRecord;
  readonly judged: readonly JudgedTarget[];
}

/** What the targets of its task ask of a duty in sight. Fails with `duty.unknown`. */
export async function showDutyTargets(
  actor: Actor,
  id: string,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<ShownDutyTargets>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const rules = await loadRules(transaction, actor.province, world.today());
    const duty = await loadDuty(transaction, sightOf(actor, allowed.value), id, rules);
    if (duty === null) return fail("duty.unknown", { id });
    // Who sees a duty sees its task.
    const found = await judged(transaction, actor, wholeProvince(actor.province), duty.task.id, world);
    return found.ok ? succeed({ duty, judged: found.value.shown.judged }) : found;
  });
}

/** Plans of one target in one period, as they were typed. */
export interface AskedPlans {
  readonly target: string;
  readonly period: string;
  readonly document: string | null;
  readonly plans: readonly AskedPlan[];
}

export interface AskedPlan {
  /** Null: all units together. */
  readonly unit: string | null;
  /** Null takes the plan away. */
  readonly typed: string | null;
  /** The version that was seen; null: there was none. */
  readonly version: number | null;
}

/**
 * Sets plans of a target, all or none, and gives the targets as they then stand. Fails with `register.target-unknown`,
 * `register.plan-period`, `register.plan-unit` for a unit that does not owe the task, `register.plan-changed` and the
 * failures of `readPlanValue`.
 */
export async function setPlans(
  actor: Actor,
  task: string,
  asked: AskedPlans,
  world: RegisterWorld,
): Promise<Result<ShownTargets>> {
  const allowed = permit(actor, "set-plans");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<ShownTargets>> => {
    const written = await takePlans(transaction, actor, { sight, task, asked, dry: false }, world);
    if (!written.ok) return written;
    const after = await judged(transaction, actor, sight, task, world);
    return after.ok ? succeed(after.value.shown) : after;
  });
}

/**
 * Works plans of a target out and, unless it is a trial, writes them; gives how many differ from what stands. Fails as
 * `setPlans` does.
 */
export async function takePlans(
  transaction: ProvinceTransaction,
  actor: Actor,
  {
    sight,
    task,
    asked,
    dry,
  }: { readonly sight: Sight; readonly task: string; readonly asked: AskedPlans; readonly dry: boolean },
  world: RegisterWorld,
): Promise<Result<number>> {
  if (!dry) await loadTask(transaction, sight, task, { locked: true });
  const found = await judged(transaction, actor, sight, task, world);
  if (!found.ok) return found;
  const written = planned(found.value, asked, world);
  if (!written.ok) return written;
  if (!dry) await writePlans(transaction, actor, { judged: found.value, plans: written.value }, world);
  return succeed(written.value.length);
}

/** What is to be written for the plans that were asked; those that stand already are left out. */
function planned(
  { task, rows, shown }: Judged,
  { target: key, period, document, plans }: AskedPlans,
  { newId }: Pick<RegisterWorld, "newId">,
): Result<readonly WrittenPlan[]> {
  const one = shown.judged.find((judgedTarget) => judgedTarget.key === key);
  if (!one) return fail("register.target-unknown", { target: key });
  const known = one.periods.some((at) => at.period.key === period);
  const onTheWay =
    one.target.by !== undefined && isPlanPeriod(period) && (periodNamed(period)?.key ?? "") < one.target.by;
  if (!known && !onTheWay) return fail("register.plan-period", periodDetail(one, period));
  const owing = new Set(rows.duties.flatMap(({ unit, holder }) => [unit, holder]));
  const standing = rows.plans.filter((plan) => plan.target === key && plan.period === period);
  const written: WrittenPlan[] = [];
  for (const { unit, typed, version } of plans) {
    const before = standing.find((plan) => plan.unit === unit);
    if (unit !== null && !before && !owing.has(unit)) return fail("register.plan-unit", { unit });
    if ((before?.version ?? null) !== version)
      return fail("register.plan-changed", before ? { period, now: before.value } : { period });
    const value = typed === null || typed.trim() === "" ? null : readPlanValue(typed, one.target);
    if (value?.ok === false) return value;
    const next = value?.value ?? null;
    if (next === (before?.value ?? null) && document === (before?.document ?? document)) continue;
    const { measure } = one.target;
    const place = { id: before?.id ?? newId(), task: task.id, target: key, measure, unit, period };
    written.push({ ...place, value: next, document });
  }
  return succeed(written);
}

async function writePlans(
  transaction: ProvinceTransaction,
  actor: Actor,
  {
    judged: { task, rows, shown },
    plans,
  }: { readonly judged: Judged; readonly plans: readonly WrittenPlan[] },
  world: RegisterWorld,
): Promise<void> {
  const [first] = plans;
  if (!first) return;
  await savePlans(transaction, actor.province, plans, { at: world.clock(), who: actor.person });
  const said = (values: readonly { readonly unit: string | null; readonly value: number | null }[]) => ({
    target: shown.judged.find(({ key }) => key === first.target)?.target.measure ?? first.target,
    period: first.period,
    plans: values.map(({ unit, value }) => ({ unit: unit && (shown.units.get(unit)?.name ?? unit), value })),
  });
  const before = plans.map(({ unit }) => ({
    unit,
    value:
      rows.plans.find(
        (one) => one.target === first.target && one.period === first.period && one.unit === unit,
      )?.value ?? null,
  }));
  await writeHistory(transaction, actor, world, [
    {
      ...{ what: "set-plans", subject: `task:${task.id}` },
      ...{ before: said(before), after: { ...said(plans), document: first.document } },
    },
  ]);
}
