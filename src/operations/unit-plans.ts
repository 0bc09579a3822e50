import { formatVietnamese } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import { type Actor, type ProvinceNumber, programActor } from "../domain/organisation/actor.ts";
import { reachOf } from "../domain/organisation/rights.ts";
import type { UnitChange } from "../domain/organisation/unit-change.ts";
import { withProvince } from "../store/database.ts";
import { markParts } from "../store/split-parts.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { lockTree } from "../store/unit-changes.ts";
import {
  deletePlan,
  failPlan,
  insertPlan,
  type KeptPlan,
  loadPlans,
  type ShownPlan,
  takeDuePlan,
} from "../store/unit-plans.ts";
import { type WishedChange, workOutChange } from "./plan-unit-change.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import { type RecordedChange, writeUnitChange } from "./write-unit-change.ts";

/** A unit that a plan names; one that it makes has no id yet. */
export interface PlannedUnit {
  readonly id: string | null;
  readonly name: string;
}

/** A change of the tree to come, for people. */
export interface PlannedChange extends Omit<ShownPlan, "wish" | "names" | "units"> {
  readonly kind: UnitChange["kind"];
  readonly before: readonly PlannedUnit[];
  readonly after: readonly PlannedUnit[];
}

/**
 * Keeps a change for its day. Fails with `unit.plan-there` when a unit that it alters has a change to come already:
 * nobody could say what the second one would find.
 */
export async function keepPlan(
  transaction: ProvinceTransaction,
  actor: Actor,
  { wish, worked, ...recorded }: RecordedChange & { readonly wish: WishedChange },
  world: RegisterWorld,
): Promise<Result<null>> {
  const altered = alteredBy(wish);
  for (const other of await loadPlans(transaction, actor.province)) {
    const both = alteredBy(wishOf(other)).find((id) => altered.includes(id));
    const name = other.names.find(({ id }) => id === both)?.name;
    if (name !== undefined) return fail("unit.plan-there", { name, on: formatVietnamese(other.on) });
  }
  const kept =
    wish.kind === "split" ? { ...wish, given: worked.moves.map(givenTo(worked.plan.after)) } : wish;
  const { id, document, note, who } = recorded;
  const units = [...new Set([...altered, ...takingOver(wish)])];
  await insertPlan(transaction, actor.province, {
    ...{ id, on: wish.on, wish: kept, units, document, note, at: world.clock(), who },
  });
  await writePlanHistory(
    transaction,
    actor,
    "plan-unit-change",
    { units, after: { plan: id, kind: wish.kind, on: wish.on, document } },
    world,
  );
  return succeed(null);
}

const givenTo =
  (after: readonly string[]) =>
  ({ task, to }: { readonly task: string; readonly to: string }) => ({ task, heir: after.indexOf(to) });

/** The plans of the province by their days. One statement. */
export async function listPlans(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<{ readonly plans: readonly PlannedChange[]; readonly mayChange: boolean }>> {
  const allowed = permit(actor, "see-units");
  if (!allowed.ok) return allowed;
  const plans = await withProvince(kysely, actor.province, (transaction) =>
    loadPlans(transaction, actor.province),
  );
  return succeed({ plans: plans.map(plannedOf), mayChange: reachOf(actor.held, "change-units") !== null });
}

/** Cancels a plan before its day, or one that could not be made. Fails with `unit.plan-unknown`. */
export async function cancelPlan(actor: Actor, id: string, world: RegisterWorld): Promise<Result<null>> {
  const allowed = permit(actor, "change-units");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<null>> => {
    await lockTree(transaction, actor.province);
    const plan = await deletePlan(transaction, actor.province, id);
    if (plan === null) return fail("unit.plan-unknown", { id });
    const { units, on, document } = plan;
    const before = { plan: id, kind: wishOf(plan).kind, on, document };
    await writePlanHistory(transaction, actor, "cancel-unit-plan", { units, before }, world);
    return succeed(null);
  });
}

/** What became of plans whose day has come. Due = made + failed. */
export interface CarriedOut {
  readonly made: number;
  readonly failed: number;
}

/**
 * Makes the changes of a province whose day has come, in the order of their days, each in a transaction of its own; the
 * day counts as it was planned, also when the program was not running on it. One that cannot be made any more stays, with
 * the reason, for a person.
 */
export async function carryOutPlans(province: ProvinceNumber, world: RegisterWorld): Promise<CarriedOut> {
  let [made, failed] = [0, 0];
  for (;;) {
    const done = await withProvince(world.kysely, province, (transaction) =>
      carryOutNext(transaction, programActor("upkeep", province), world),
    );
    if (done === null) return { made, failed };
    if (done.ok) made += 1;
    else failed += 1;
  }
}

/** Null: nothing is due. */
async function carryOutNext(
  transaction: ProvinceTransaction,
  actor: Actor,
  world: RegisterWorld,
): Promise<Result<null> | null> {
  const { province } = actor;
  await lockTree(transaction, province);
  const plan = await takeDuePlan(transaction, province, world.today());
  if (plan === null) return null;
  const wish = wishOf(plan);
  const worked = await workOutChange(transaction, province, wish, world, { drops: true });
  const { id, document, note, who, units } = plan;
  const made = worked.ok
    ? await writeUnitChange(transaction, actor, { id, document, note, who, worked: worked.value }, world)
    : worked;
  if (!made.ok) {
    await failPlan(transaction, province, id, made.failure);
    const after = { plan: id, failure: made.failure.code };
    await writePlanHistory(transaction, actor, "unit-plan-failed", { units, after }, world);
    return made;
  }
  await deletePlan(transaction, province, id);
  if (worked.ok && wish.kind === "split") {
    // Work that came after the plan was made was given to no heir by anybody.
    const given = new Set(wish.given.map(({ task }) => task));
    const unseen = worked.value.moves.filter(({ task }) => !given.has(task));
    await markParts(transaction, province, unseen, true);
  }
  return succeed(null);
}

function writePlanHistory(
  transaction: ProvinceTransaction,
  actor: Actor,
  what: string,
  told: {
    readonly units: readonly string[];
    readonly before?: Readonly<Record<string, unknown>>;
    readonly after?: Readonly<Record<string, unknown>>;
  },
  world: RegisterWorld,
): Promise<void> {
  const { units, before = null, after = null } = told;
  const subjects = units.length > 0 ? units.map((unit) => `unit:${unit}`) : [`province:${actor.province}`];
  return writeHistory(
    transaction,
    actor,
    world,
    subjects.map((subject) => ({ what, subject, before, after })),
  );
}

/** Units that are there and end, are renamed or go elsewhere. */
function alteredBy(wish: WishedChange): readonly string[] {
  switch (wish.kind) {
    case "created":
      return [];
    case "merged":
      return wish.from;
    case "split":
      return [wish.from];
    default:
      return [wish.unit];
  }
}

/** Units that are there and take over, or stand above. */
function takingOver(wish: WishedChange): readonly string[] {
  switch (wish.kind) {
    case "created":
      return wish.unit.parent === null ? [] : [wish.unit.parent];
    case "merged":
      return typeof wish.into === "string" ? [wish.into] : [];
    case "split":
      return wish.into.filter((heir) => typeof heir === "string");
    case "moved":
      return wish.parent === null ? [] : [wish.parent];
    case "abolished":
      return wish.heir === null ? [] : [wish.heir];
    case "renamed":
      return [];
  }
}

function wishOf({ wish }: Pick<KeptPlan, "wish">): WishedChange {
  // Written by `keepPlan` from the change as the contract had read it.
  return wish as WishedChange;
}

function plannedOf({ wish: kept, names, units: _, ...plan }: ShownPlan): PlannedChange {
  const wish = wishOf({ wish: kept });
  const named = new Map(names.map(({ id, name }) => [id, name]));
  const known = (id: string): PlannedUnit => ({ id, name: named.get(id) ?? id });
  const made = (heir: string | { readonly name: string }): PlannedUnit =>
    typeof heir === "string" ? known(heir) : { id: null, name: heir.name };
  const after = () => {
    switch (wish.kind) {
      case "created":
        return [made(wish.unit)];
      case "renamed":
        return [made({ name: wish.name })];
      case "merged":
        return [made(wish.into)];
      case "split":
        return wish.into.map(made);
      default:
        return takingOver(wish).map(known);
    }
  };
  return { ...plan, kind: wish.kind, before: alteredBy(wish).map(known), after: after() };
}
