import { addDays } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Unit } from "../domain/organisation/unit.ts";
import { sharingSymbol } from "../domain/organisation/unit-symbol.ts";
import { foldedKey } from "../domain/text/fold.ts";
import { withProvince } from "../store/database.ts";
import { givePosts } from "../store/posts.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import {
  type ChangeUndo,
  hasFormerName,
  insertFormerNames,
  lockTree,
  saveUndo,
  updateUnits,
} from "../store/unit-changes.ts";
import { endPosts, moveActing, moveAssignments, moveParties, movePosts } from "../store/unit-moves.ts";
import { insertChanges, insertUnits } from "../store/units.ts";
import { type FoundParties, findParties } from "./find-parties.ts";
import { closedOf, type WishedChange, type WorkedChange, workOutChange } from "./plan-unit-change.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

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
  readonly found: FoundParties;
}

/**
 * Changes the tree with everything that moves with it, in one transaction: units, their names and posts, and the parts
 * in open tasks; what was done stays with whom it was given to. Fails as the preview does, and with
 * `unit.changed-meanwhile` when there is more or less to move by now than the person saw.
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
    const { province } = actor;
    await lockTree(transaction, province);
    const worked = await workOutChange(transaction, province, wish, world);
    if (!worked.ok) return worked;
    const now = seenOf(worked.value);
    const isSame = (Object.keys(now) as (keyof SeenMoves)[]).every((part) => now[part] === seen[part]);
    if (!isSame) return fail("unit.moves-changed", { tasks: now.tasks, posts: now.posts });
    for (const name of worked.value.plan.formerNames)
      if (await hasFormerName(transaction, province, name))
        return fail("unit.renamed-that-day", { name: name.name });
    const id = world.newId();
    await writeTree(transaction, actor, { id, document, note, worked: worked.value }, world);
    const moved = await writeMoves(transaction, actor, worked.value, world);
    await saveUndo(transaction, province, id, undoOf(worked.value, moved));
    await writeChangeHistory(transaction, actor, { id, worked: worked.value }, world);
    const found = await findParties(transaction, actor, { names: newNames(worked.value) }, world);
    return succeed({ id, seen: now, after: worked.value.plan.after, found });
  });
}

function seenOf({ moves, posts, assignments, plan }: WorkedChange): SeenMoves {
  const tasks = new Set(moves.map(({ task }) => task)).size;
  return { tasks, posts: posts.length, assignments: assignments.length, units: plan.updated.length };
}

async function writeTree(
  transaction: ProvinceTransaction,
  actor: Actor,
  {
    id,
    document,
    note,
    worked,
  }: {
    readonly id: string;
    readonly document: string | null;
    readonly note: string | null;
    readonly worked: WorkedChange;
  },
  world: RegisterWorld,
): Promise<void> {
  const { province } = actor;
  const { change, plan, units } = worked;
  if (plan.created.length > 0) await insertUnits(transaction, province, plan.created, units.length);
  await updateUnits(transaction, province, plan.updated);
  await insertFormerNames(transaction, province, plan.formerNames);
  const { before, after } = plan;
  await insertChanges(
    transaction,
    province,
    [{ id, kind: change.kind, on: change.on, document, note, before, after }],
    { at: world.clock(), who: actor.person },
  );
}

type MovedPosts = Pick<ChangeUndo, "endedPosts" | "movedPosts" | "assignments">;

/** Posts end the day before and go on with the heir; those that begin later move whole. Then tasks and who works on them. */
async function writeMoves(
  transaction: ProvinceTransaction,
  { province }: Actor,
  { change, posts, moves, assignments }: WorkedChange,
  world: RegisterWorld,
): Promise<MovedPosts> {
  const running = posts.filter(({ from }) => from < change.on);
  const coming = posts.flatMap(({ id, from, heir, unit }) =>
    from >= change.on && heir !== null ? [{ id, from: unit, to: heir }] : [],
  );
  const next = running.flatMap((post) =>
    post.heir === null ? [] : [{ ...post, next: world.newId(), unit: post.heir }],
  );
  const nextOf = new Map(next.map((post) => [post.id, post.next]));
  await endPosts(
    transaction,
    province,
    running.map(({ id }) => ({ id, to: addDays(change.on, -1) })),
  );
  await movePosts(transaction, province, coming);
  await givePosts(
    transaction,
    province,
    next.map(({ next: id, ...post }) => ({ ...post, id, from: change.on })),
  );
  await moveActing(
    transaction,
    province,
    next.map((post) => ({ from: post.id, to: post.next })),
    change.on,
  );
  await moveParties(transaction, province, moves);
  const taken = await moveAssignments(transaction, province, assignments);
  return {
    endedPosts: running.map(({ id, to }) => ({ id, to, next: nextOf.get(id) ?? null })),
    movedPosts: coming.map(({ id, from }) => ({ id, from })),
    assignments: taken.map(({ task, unit, to }) => ({ task, from: unit, to })),
  };
}

function undoOf({ plan, units, moves }: WorkedChange, moved: MovedPosts): ChangeUndo {
  const touched = new Set(plan.updated.map(({ id }) => id));
  return {
    ...moved,
    created: plan.created.map(({ id }) => id),
    updated: units.filter(({ id }) => touched.has(id)),
    names: plan.formerNames.map(({ unit, to }) => ({ unit, to })),
    parties: moves.map(({ task, position, unit, holder, to }) => ({
      task,
      position,
      unit,
      from: holder,
      to,
    })),
  };
}

/** One entry for each unit that differs, and one for each task that went to somebody else. */
async function writeChangeHistory(
  transaction: ProvinceTransaction,
  actor: Actor,
  { id, worked }: { readonly id: string; readonly worked: WorkedChange },
  world: RegisterWorld,
): Promise<void> {
  const { change, plan, units, moves } = worked;
  const what = `unit-${change.kind}`;
  const old = new Map(units.map((unit) => [unit.id, unit]));
  const names = new Map(
    [...units, ...plan.created, ...plan.updated].map(({ id: unit, name }) => [unit, name]),
  );
  const touched = [...plan.created, ...plan.updated].map((unit) => ({
    ...{ what, subject: `unit:${unit.id}` },
    before: factsOf(old.get(unit.id) ?? null),
    after: { ...factsOf(unit), change: id },
  }));
  const ended = closedOf(plan, units);
  await writeHistory(transaction, actor, world, [
    ...touched,
    ...moves.map(({ task, holder, to }) => ({
      ...{ what, subject: `task:${task}` },
      before: { holder: names.get(holder) ?? holder },
      after: { holder: names.get(to) ?? to, change: id, closed: ended.includes(holder) },
    })),
  ]);
}

function factsOf(unit: Unit | null) {
  if (unit === null) return null;
  const { name, shortName, symbol, parent, from, to } = unit;
  return { name, shortName, symbol, parent, from, to };
}

/** Names that tasks may have known before the unit was there. */
function newNames({ plan }: WorkedChange): readonly string[] {
  const known = plan.created.concat(
    plan.updated.filter(({ id }) => plan.formerNames.some(({ unit }) => unit === id)),
  );
  return [
    ...new Set(known.flatMap(({ name, shortName }) => [foldedKey(name), foldedKey(shortName ?? "")])),
  ].filter((key) => key !== "");
}
