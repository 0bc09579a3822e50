import { addDays } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Unit } from "../domain/organisation/unit.ts";
import { foldedKey } from "../domain/text/fold.ts";
import { givePosts } from "../store/posts.ts";
import { passOnRecords } from "../store/record-owners.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import {
  type ChangeUndo,
  hasFormerName,
  insertFormerNames,
  saveUndo,
  updateUnits,
} from "../store/unit-changes.ts";
import { endPosts, moveActing, moveAssignments, moveParties, movePosts } from "../store/unit-moves.ts";
import { insertChanges, insertUnits } from "../store/units.ts";
import { type FoundParties, findParties } from "./find-parties.ts";
import { passedEntries } from "./pass-on-records.ts";
import { closedOf, type WorkedChange } from "./plan-unit-change.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** A change that is worked out, with what is kept beside it; `who` decided it. */
export interface RecordedChange {
  readonly id: string;
  readonly who: string;
  readonly document: string | null;
  readonly note: string | null;
  readonly worked: WorkedChange;
}

/**
 * Writes a change with everything that moves with it: units, their names and posts, the parts in open tasks; what was
 * done stays with whom it was given to. Fails with `unit.renamed-that-day`, before anything is written.
 */
export async function writeUnitChange(
  transaction: ProvinceTransaction,
  actor: Actor,
  recorded: RecordedChange,
  world: RegisterWorld,
): Promise<Result<FoundParties>> {
  const { province } = actor;
  const { id, worked } = recorded;
  for (const name of worked.plan.formerNames)
    if (await hasFormerName(transaction, province, name))
      return fail("unit.renamed-that-day", { name: name.name });
  await writeTree(transaction, actor, recorded, world);
  const moved = await writeMoves(transaction, actor, worked, world);
  const passed = await passOnRecords(transaction, province, firstHeirs(worked.plan));
  await saveUndo(transaction, province, id, { ...undoOf(worked, moved), passed });
  await writeChangeHistory(transaction, actor, { id, worked }, world);
  const entries = await passedEntries(transaction, province, passed, { what: "pass-on-record", back: false });
  await writeHistory(transaction, actor, world, entries);
  return succeed(await findParties(transaction, actor, { names: newNames(worked) }, world));
}

/** Who takes the rest from each unit that ends. */
function firstHeirs({ heirs }: WorkedChange["plan"]): ReadonlyMap<string, string> {
  return new Map(heirs.flatMap(({ from, to: [first] }) => (first === undefined ? [] : [[from, first]])));
}

async function writeTree(
  transaction: ProvinceTransaction,
  { province }: Actor,
  { id, who, document, note, worked }: RecordedChange,
  world: RegisterWorld,
): Promise<void> {
  const { change, plan, units } = worked;
  if (plan.created.length > 0) await insertUnits(transaction, province, plan.created, units.length);
  await updateUnits(transaction, province, plan.updated);
  await insertFormerNames(transaction, province, plan.formerNames);
  const { before, after } = plan;
  await insertChanges(
    transaction,
    province,
    [{ id, kind: change.kind, on: change.on, document, note, before, after }],
    { at: world.clock(), who },
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
