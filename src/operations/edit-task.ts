import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { DueSettings } from "../domain/duty/due-day.ts";
import { permit } from "../domain/duty/permission.ts";
import type { RegisteredTask } from "../domain/duty/registered-task.ts";
import {
  fieldsOf,
  planTaskChange,
  type TaskChangeContext,
  type TaskChangePlan,
  type TaskChangeRequest,
} from "../domain/duty/task-change.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadDueSettings } from "../store/province-settings.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import { saveTaskChange } from "../store/task-edit.ts";
import { takeParties } from "../store/task-parties.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { findParties } from "./find-parties.ts";
import { followOccurrence } from "./follow-occurrence.ts";
import { makeDuties } from "./make-duties.ts";
import { passOnParties } from "./pass-on-parties.ts";
import { type ReadingWorld, type RegisterWorld, writeHistory } from "./register.ts";
import { type ShownTask, shownTask } from "./show-task.ts";

/**
 * Changes an accepted task in the version that the person saw, and gives it as it then is; a change of nothing writes
 * nothing. Fails with `register.task-unknown`, `register.task-changed` and the failures of `planTaskChange`.
 */
export async function editTask(
  actor: Actor,
  id: string,
  { version, ...change }: TaskChangeRequest & { readonly version: number },
  world: ReadingWorld,
): Promise<Result<ShownTask>> {
  return onSeenTask(actor, { id, version }, world, async (transaction, task) => {
    const due = await loadDueSettings(transaction, actor.province);
    const plan = planTaskChange(task, change, changeContext(actor, world, due));
    return plan.ok
      ? writeTaskChange(transaction, actor, { task, plan: plan.value, what: "edit-task" }, world)
      : plan;
  });
}

/**
 * Does something with a task for who may edit it, in the version that he saw, and gives the task as it then is. Fails with
 * `register.not-allowed`, `register.task-unknown`, `register.task-changed` and as the work does, which then has written
 * nothing.
 */
export async function onSeenTask(
  actor: Actor,
  seen: { readonly id: string; readonly version: number },
  world: Pick<RegisterWorld, "kysely" | "today">,
  work: (transaction: ProvinceTransaction, task: RegisteredTask) => Promise<Result<null>>,
): Promise<Result<ShownTask>> {
  const allowed = permit(actor, "edit-task");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const task = await takeTask(transaction, sight, seen);
    if (!task.ok) return task;
    const done = await work(transaction, task.value);
    return done.ok ? shownTask(transaction, sight, seen.id, world) : done;
  });
}

/**
 * A task in the version that a person saw, as it is until the transaction ends. Fails with `register.task-unknown` and
 * `register.task-changed`.
 */
export async function takeTask(
  transaction: ProvinceTransaction,
  sight: Sight,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<RegisteredTask>> {
  const task = await loadTask(transaction, sight, id, { locked: true });
  if (task === null) return fail("register.task-unknown", { id });
  return task.version === version
    ? succeed(task)
    : fail("register.task-changed", { ref: task.ref, now: task.version, yours: version });
}

/** What a change of a task of the actor's province is worked out on. */
export function changeContext(
  { province }: Actor,
  { today, gazetteer }: ReadingWorld,
  due: DueSettings,
): TaskChangeContext {
  return { today: today(), gazetteer, province, due };
}

/** Writes a planned change with its history; nothing when nothing differs. */
export async function writeTaskChange(
  transaction: ProvinceTransaction,
  actor: Actor,
  {
    task,
    plan,
    what,
    mark = {},
    why = "corrected",
  }: {
    readonly task: RegisteredTask;
    readonly plan: TaskChangePlan;
    readonly what: string;
    /** What the history keeps beside the fields. */
    readonly mark?: Readonly<Record<string, string | number>>;
    /** Why its days move: as a correction, or because a document gives the task again. */
    readonly why?: "corrected" | "givenAgain";
  },
  world: RegisterWorld,
): Promise<Result<null>> {
  if (plan.changed.length === 0) return succeed(null);
  const isAddressed = plan.changed.includes("addressees");
  const taken = isAddressed ? await takeParties(transaction, actor.province, [task.id]) : [];
  await saveTaskChange(transaction, actor.province, task.id, plan, world.newId);
  if (isAddressed) await findParties(transaction, actor, { tasks: [task.id] }, world, taken);
  else if (isWork(plan) || why === "givenAgain")
    await makeDuties(transaction, actor, { tasks: [task.id], why }, world);
  if (plan.changed.includes("withdrawnOn")) await withdrawDuties(transaction, actor, { task, plan }, world);
  if (isAddressed || isWork(plan)) await passOnParties(transaction, actor, [task.id], world);
  const before = fieldsOf(task);
  const pick = (fields: typeof before) =>
    Object.fromEntries(plan.changed.map((name) => [name, fields[name]]));
  await writeHistory(transaction, actor, world, [
    { what, subject: `task:${task.id}`, before: pick(before), after: { ...pick(plan.after), ...mark } },
  ]);
  return succeed(null);
}

/** Whether a change is of who has to do it and when; words alone leave duties as they are. */
function isWork({ changed, occurrences: { added, moved, removed } }: TaskChangePlan): boolean {
  const fields = ["schedule", "general", "withdrawnOn"] as const;
  return added.length + moved.length + removed.length > 0 || fields.some((name) => changed.includes(name));
}

/** Duties are withdrawn with their task, and open again with it. */
function withdrawDuties(
  transaction: ProvinceTransaction,
  actor: Actor,
  { task, plan }: { readonly task: RegisteredTask; readonly plan: TaskChangePlan },
  world: RegisterWorld,
): Promise<void> {
  const { withdrawnOn } = plan.after;
  const fact = {
    kind: withdrawnOn === null ? "reopened" : "withdrawn",
    on: withdrawnOn ?? world.today(),
  } as const;
  const whole = task.occurrences.map(({ id }) => ({ ...fact, occurrence: id, product: null, note: null }));
  return followOccurrence(transaction, actor, whole, world);
}
