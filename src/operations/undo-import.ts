import { type Failure, fail, type Result, succeed } from "../domain/basics/result.ts";
import { addFact } from "../domain/duty/occurrence-fact.ts";
import { permit } from "../domain/duty/permission.ts";
import type { RegisteredTask } from "../domain/duty/registered-task.ts";
import { planTaskChange, type TaskChangeRequest } from "../domain/duty/task-change.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { type ImportEntry, loadImport } from "../store/history.ts";
import { saveFact } from "../store/occurrences.ts";
import { loadDueSettings } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { changeContext, writeTaskChange } from "./edit-task.ts";
import { followOccurrence } from "./follow-occurrence.ts";
import { type ReadingWorld, writeHistory } from "./register.ts";

/** What became of an import that was taken back: tasks as they were, and those that stay with the reason. */
export interface UndoneImport {
  readonly undone: number;
  readonly kept: readonly { readonly id: string; readonly ref: string; readonly failure: Failure }[];
}

/** How long an import can be taken back, in milliseconds; the screen offers it for a minute. */
const longest = 3_600_000;

/**
 * Takes back what the actor's own import of a sheet changed: words, bodies and times as they were; completions are
 * opened again, their facts stay in the history. What somebody changed since stays and is said. Fails with
 * `register.import-unknown`.
 */
export async function undoImport(
  actor: Actor,
  importId: string,
  world: ReadingWorld,
): Promise<Result<UndoneImport>> {
  const allowed = permit(actor, "edit-task");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<UndoneImport>> => {
    const since = new Date(world.clock().getTime() - longest);
    const entries = await loadImport(transaction, actor, { importId, since });
    if (entries.length === 0) return fail("register.import-unknown");
    const tasks = Map.groupBy(entries, ({ task }) => task);
    const kept: UndoneImport["kept"][number][] = [];
    for (const [id, changes] of tasks) {
      const task = await loadTask(transaction, sightOf(actor, allowed.value), id, { locked: true });
      const undone = task ? await undoTask({ transaction, actor, world }, task, changes) : null;
      if (undone?.ok === false) kept.push({ id, ref: task?.ref ?? "", failure: undone.failure });
    }
    return succeed({ undone: tasks.size - kept.length, kept });
  });
}

interface Undoing {
  readonly transaction: ProvinceTransaction;
  readonly actor: Actor;
  readonly world: ReadingWorld;
}

async function undoTask(
  { transaction, actor, world }: Undoing,
  task: RegisteredTask,
  changes: readonly ImportEntry[],
): Promise<Result<null>> {
  const fields = changes.find(({ occurrence }) => occurrence === null);
  const fact = changes.find(({ occurrence }) => occurrence !== null);
  if (fields && fields.version !== task.version)
    return fail("register.task-changed", { ref: task.ref, now: task.version, yours: fields.version ?? 0 });
  // Times and clears are put back as they were, not read again from the words.
  const before: TaskChangeRequest = {
    ...{ schedule: task.schedule, unclear: task.unclear, ...fields?.before },
    past: true,
  };
  const due = await loadDueSettings(transaction, actor.province);
  const plan = planTaskChange(task, before, changeContext(actor, world, due));
  if (!plan.ok) return plan;
  const reopened = fact ? await reopen({ transaction, actor, world }, task, fact) : succeed(null);
  if (!reopened.ok) return reopened;
  return writeTaskChange(transaction, actor, { task, plan: plan.value, what: "undo-import" }, world);
}

async function reopen(
  { transaction, actor, world }: Undoing,
  task: RegisteredTask,
  { occurrence, doneOn }: ImportEntry,
): Promise<Result<null>> {
  const done = task.occurrences.find(({ key }) => key === occurrence);
  if (!done || done.doneOn === null || done.doneOn !== doneOn)
    return fail("register.task-changed", { ref: task.ref, now: task.version, yours: task.version });
  const fact = { kind: "reopened" as const, on: world.today(), product: null, note: null };
  const standing = addFact(done, fact, world.today());
  if (!standing.ok) return standing;
  const recording = { id: world.newId(), at: world.clock(), who: actor.person };
  await saveFact(transaction, actor.province, done.id, { fact, standing: standing.value, recording });
  await followOccurrence(transaction, actor, [{ ...fact, occurrence: done.id }], world);
  await writeHistory(transaction, actor, world, [
    {
      ...{ what: "undo-import", subject: `task:${task.id}` },
      before: { occurrence: done.key, doneOn: done.doneOn, product: done.product },
      after: { occurrence: done.key, doneOn: null, product: null },
    },
  ]);
  return succeed(null);
}
