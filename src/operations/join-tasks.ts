import { bookStep } from "../domain/basics/ledger.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { RegisteredTask } from "../domain/duty/registered-task.ts";
import { inOrder, type JoinPlan, planJoin } from "../domain/duty/task-join.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadDueSettings, loadRules } from "../store/province-settings.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import {
  findJoin,
  finishJoin,
  joinedInto,
  loadJoiningDuties,
  loadJoins,
  type NamedDuty,
  partTasks,
  type ShownJoin,
  saveJoin,
} from "../store/task-joins.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { changeContext } from "./edit-task.ts";
import { makeDuties } from "./make-duties.ts";
import { type ReadingWorld, type RegisterWorld, writeHistory } from "./register.ts";
import { type ShownTask, shownTask } from "./show-task.ts";

/** Two tasks that are one, in the versions that the person saw. */
export interface JoinRequest {
  readonly one: { readonly id: string; readonly version: number };
  readonly other: { readonly id: string; readonly version: number };
  /** The task whose wording stands. */
  readonly words: string;
}

/** A task before it is joined with another. */
export interface JoiningTask {
  readonly task: RegisteredTask;
  readonly duties: readonly NamedDuty[];
}

/** What joining would make of two tasks: nothing of it is written. */
export interface JoinPreview {
  readonly kept: JoiningTask;
  readonly gone: JoiningTask;
  readonly plan: JoinPlan;
  readonly rules: ShownTask["rules"];
}

/**
 * Works out what joining two tasks would make of them; the one given first goes on. Fails with `register.task-unknown`,
 * `register.task-joined` and the failures of `planJoin`.
 */
export async function previewJoin(
  actor: Actor,
  { one, other, words }: { readonly one: string; readonly other: string; readonly words: string },
  world: ReadingWorld,
): Promise<Result<JoinPreview>> {
  const allowed = permit(actor, "edit-task");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const seen = [
      { id: one, version: null },
      { id: other, version: null },
    ] as const;
    const sides = await loadSides(transaction, sight, seen, { locked: false });
    if (!sides.ok) return sides;
    const [kept, gone] = oldestFirst(sides.value);
    const sought = { kept, gone, words: whose(words, gone), because: null };
    const plan = await planOf(transaction, actor, sought, world);
    if (!plan.ok) return plan;
    const rules = await loadRules(transaction, actor.province, world.today());
    return succeed({ kept, gone, plan: plan.value, rules });
  });
}

/**
 * Joins two tasks that turned out to be one, and gives the one that goes on: that which was given first. Facts and reports
 * of both stay, and the day given last holds. Fails with `register.task-changed` and the failures of `previewJoin`.
 */
export async function joinTasks(
  actor: Actor,
  { one, other, words }: JoinRequest,
  world: ReadingWorld,
): Promise<Result<ShownTask>> {
  const allowed = permit(actor, "edit-task");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const sides = await loadSides(transaction, sight, [one, other], { locked: true });
    if (!sides.ok) return sides;
    const [kept, gone] = oldestFirst(sides.value);
    const joined = await writeJoin(
      transaction,
      actor,
      { kept, gone, words: whose(words, gone), because: null },
      world,
    );
    return joined.ok ? shownTask(transaction, sight, kept.task.id, world) : joined;
  });
}

function oldestFirst([a, b]: readonly [JoiningTask, JoiningTask]): readonly [JoiningTask, JoiningTask] {
  return inOrder(a.task, b.task)[0] === a.task ? [a, b] : [b, a];
}

function whose(words: string, { task }: JoiningTask): "kept" | "gone" {
  return words === task.id ? "gone" : "kept";
}

/** A task as a person saw it; `version` null: in whichever. */
interface SeenTask {
  readonly id: string;
  readonly version: number | null;
}

/** Both tasks with their duties; locked, always in one order, so that nobody waits for who waits for him. */
export async function loadSides(
  transaction: ProvinceTransaction,
  sight: Sight,
  [one, other]: readonly [SeenTask, SeenTask],
  { locked }: { readonly locked: boolean },
): Promise<Result<readonly [JoiningTask, JoiningTask]>> {
  const found = new Map<string, RegisteredTask | null>();
  for (const id of [one.id, other.id].toSorted())
    found.set(id, await loadTask(transaction, sight, id, { locked }));
  const sides: JoiningTask[] = [];
  for (const { id, version } of [one, other]) {
    const task = found.get(id) ?? null;
    if (task === null) {
      const into = await joinedInto(transaction, sight.province, id);
      return into === null ? fail("register.task-unknown", { id }) : fail("register.task-joined", { into });
    }
    if (version !== null && task.version !== version)
      return fail("register.task-changed", { ref: task.ref, now: task.version, yours: version });
    sides.push({ task, duties: await loadJoiningDuties(transaction, sight.province, id) });
  }
  const [first, second] = sides;
  return first && second && one.id !== other.id ? succeed([first, second]) : fail("register.join-self");
}

async function planOf(
  transaction: ProvinceTransaction,
  actor: Actor,
  sides: {
    readonly kept: JoiningTask;
    readonly gone: JoiningTask;
    readonly words: "kept" | "gone";
    readonly because: string | null;
  },
  world: ReadingWorld,
): Promise<Result<JoinPlan>> {
  const due = await loadDueSettings(transaction, actor.province);
  return planJoin({ ...sides, carriesOver: sides.because !== null }, changeContext(actor, world, due));
}

/** Plans and writes a join; gives its id. Duties of both in = duties of the one + those that met, and times alike. */
export async function writeJoin(
  transaction: ProvinceTransaction,
  actor: Actor,
  join: {
    readonly kept: JoiningTask;
    readonly gone: JoiningTask;
    readonly words: "kept" | "gone";
    /** The document for which the task is carried over. */
    readonly because: string | null;
  },
  world: ReadingWorld,
): Promise<Result<string>> {
  const { kept, gone, because } = join;
  const plan = await planOf(transaction, actor, join, world);
  if (!plan.ok) return plan;
  const id = world.newId();
  const written = {
    id,
    gone: gone.task.id,
    kept: kept.task.id,
    because,
    at: world.clock(),
    by: actor.person,
  };
  await saveJoin(transaction, actor.province, written, plan.value, world.newId);
  const after = await loadJoiningDuties(transaction, actor.province, kept.task.id);
  bookStep(
    "joinedDuties",
    kept.duties.length + gone.duties.length,
    after.length,
    plan.value.duties.map((met) => ({ what: met.gone, where: `duty:${met.kept}`, why: "met" })),
  );
  await makeDuties(transaction, actor, { tasks: [kept.task.id], why: "givenAgain" }, world);
  await finishJoin(transaction, id);
  const what = because === null ? "join-tasks" : "carry-over";
  await writeHistory(transaction, actor, world, [
    {
      ...{ what, subject: `task:${kept.task.id}`, before: null },
      after: { join: id, ref: gone.task.ref, task: gone.task.id },
    },
    {
      ...{ what, subject: `task:${gone.task.id}`, before: null },
      after: { join: id, into: kept.task.id, ref: kept.task.ref },
    },
  ]);
  return succeed(id);
}

/**
 * Takes a join back: both tasks are as they were before. Fails with `register.join-unknown`, and with
 * `register.join-in-use` when something was done to either since.
 */
export async function undoJoin(
  actor: Actor,
  id: string,
  world: RegisterWorld,
): Promise<Result<{ readonly task: string; readonly into: string }>> {
  const allowed = permit(actor, "edit-task");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const parted = await takeJoinBack(transaction, actor, id, world);
    return parted.ok ? succeed({ task: parted.value.task, into: parted.value.into }) : parted;
  });
}

/** Takes a join back inside a transaction; gives what it was. */
export async function takeJoinBack(
  transaction: ProvinceTransaction,
  actor: Actor,
  id: string,
  world: RegisterWorld,
): Promise<Result<ShownJoin>> {
  const join = await findJoin(transaction, actor.province, id);
  if (join === null) return fail("register.join-unknown");
  // Whoever changes either task waits until it is said whether they part.
  await loadTask(transaction, sightOf(actor, { kind: "province" }), join.into, { locked: true });
  if (!(await partTasks(transaction, id))) return fail("register.join-in-use", { ref: join.ref });
  await writeHistory(
    transaction,
    actor,
    world,
    [join.task, join.into].map((task) => ({
      ...{ what: "part-tasks", subject: `task:${task}` },
      ...{ before: { join: id, ref: join.ref, into: join.into }, after: null },
    })),
  );
  return succeed(join);
}

/** The tasks that went into a task, and what they were. Fails with `register.task-unknown`. */
export async function showJoins(
  actor: Actor,
  task: string,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<readonly ShownJoin[]>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(kysely, actor.province, async (transaction) => {
    if ((await loadTask(transaction, sight, task)) === null)
      return fail("register.task-unknown", { id: task });
    return succeed(await loadJoins(transaction, sight, task));
  });
}
