import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Unit } from "../domain/organisation/unit.ts";
import { sharingSymbol } from "../domain/organisation/unit-symbol.ts";
import { withProvince } from "../store/database.ts";
import { lockTree } from "../store/unit-changes.ts";
import type { FoundParties } from "./find-parties.ts";
import { type WishedChange, type WorkedChange, workOutChange } from "./plan-unit-change.ts";
import type { RegisterWorld } from "./register.ts";
import { keepPlan } from "./unit-plans.ts";
import { writeUnitChange } from "./write-unit-change.ts";

/** What of a preview must still be so when the change is made. */
export interface SeenMoves {
  readonly tasks: number;
  readonly posts: number;
  readonly assignments: number;
  readonly units: number;
}

/** What a change would do. */
export interface UnitChangePreview extends WorkedChange {
  readonly seen: SeenMoves;
  /** Units that issue documents under the symbol of a unit that the change makes or renames. */
  readonly sharedSymbols: readonly Unit[];
}

/** What a change of the tree would do, without doing it. Fails as `workOutChange` does. */
export async function previewUnitChange(
  actor: Actor,
  wish: WishedChange,
  world: RegisterWorld,
): Promise<Result<UnitChangePreview>> {
  const allowed = permit(actor, "change-units");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const worked = await workOutChange(transaction, actor.province, wish, world);
    if (!worked.ok) return worked;
    const { plan, units, change } = worked.value;
    const named = [
      ...plan.created,
      ...plan.updated.filter(({ id }) => plan.formerNames.some(({ unit }) => unit === id)),
    ];
    const after = new Map([...units, ...plan.updated].map((unit) => [unit.id, unit]));
    const sharedSymbols = named.flatMap((unit) => sharingSymbol([...after.values()], unit, change.on));
    return succeed({ ...worked.value, seen: seenOf(worked.value), sharedSymbols });
  });
}

/** What was made of a change: its id, what moved, and the names in tasks that new units brought an answer to. */
export interface MadeChange {
  readonly id: string;
  readonly seen: SeenMoves;
  readonly after: readonly string[];
  /** Null: it is planned for a day to come, and nothing has moved yet. */
  readonly found: FoundParties | null;
}

/**
 * Changes the tree with everything that moves with it, in one transaction. A change of a day to come is kept as planned
 * and made on that day. Fails as the preview does, with `unit.moves-changed` when there is more or less to move by now
 * than the person saw, and with the failures of `writeUnitChange` and `keepPlan`.
 */
export async function changeUnits(
  actor: Actor,
  {
    wish,
    document,
    note,
    seen,
  }: {
    readonly wish: WishedChange;
    readonly document: string | null;
    readonly note: string | null;
    readonly seen: SeenMoves;
  },
  world: RegisterWorld,
): Promise<Result<MadeChange>> {
  const allowed = permit(actor, "change-units");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<MadeChange>> => {
    await lockTree(transaction, actor.province);
    const worked = await workOutChange(transaction, actor.province, wish, world);
    if (!worked.ok) return worked;
    const now = seenOf(worked.value);
    const isSame = (Object.keys(now) as (keyof SeenMoves)[]).every((part) => now[part] === seen[part]);
    if (!isSame) return fail("unit.moves-changed", { tasks: now.tasks, posts: now.posts });
    const id = world.newId();
    const recorded = { id, who: actor.person, document, note, worked: worked.value };
    if (wish.on > world.today()) {
      const kept = await keepPlan(transaction, actor, { ...recorded, wish }, world);
      return kept.ok ? succeed({ id, seen: now, after: [], found: null }) : kept;
    }
    const found = await writeUnitChange(transaction, actor, recorded, world);
    return found.ok ? succeed({ id, seen: now, after: worked.value.plan.after, found: found.value }) : found;
  });
}

function seenOf({ moves, posts, assignments, plan }: WorkedChange): SeenMoves {
  const tasks = new Set(moves.map(({ task }) => task)).size;
  return { tasks, posts: posts.length, assignments: assignments.length, units: plan.updated.length };
}
