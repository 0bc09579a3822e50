import { type Result, succeed } from "../domain/basics/result.ts";
import { type GivenAnswering, planAnswering } from "../domain/duty/answering.ts";
import type { TaskAddressee } from "../domain/duty/task.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { markAnswering } from "../store/duty-sync.ts";
import { saveAnswering } from "../store/task-edit.ts";
import { closeOccurrences } from "./close-occurrences.ts";
import { onSeenTask } from "./edit-task.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import type { ShownTask } from "./show-task.ts";

/**
 * Records which of several leads answers for the whole of a task, in the version that the person saw, or takes back what
 * was recorded; an occurrence is done when the duty that answers for it is confirmed. Fails with `register.task-unknown`,
 * `register.task-changed` and the failures of `planAnswering`.
 */
export async function nameAnswering(
  actor: Actor,
  id: string,
  { version, ...given }: GivenAnswering & { readonly version: number },
  world: RegisterWorld,
): Promise<Result<ShownTask>> {
  return onSeenTask(actor, { id, version }, world, async (transaction, task) => {
    const plan = planAnswering(task, given, world.today());
    if (!plan.ok) return plan;
    await saveAnswering(transaction, actor.province, id, plan.value);
    const marked = await markAnswering(transaction, actor.province, [id]);
    await closeOccurrences(transaction, actor, marked, world);
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "name-answering", subject: `task:${id}`, before: said(task.addressees) },
        after: said(plan.value.addressees),
      },
    ]);
    return succeed(null);
  });
}

/** What the history keeps: who answers, since when and by which document. */
function said(addressees: readonly TaskAddressee[]) {
  const found = addressees.find(({ answers }) => answers !== null);
  return {
    answers: found?.name ?? null,
    on: found?.answers?.on ?? null,
    document: found?.answers?.document ?? null,
  };
}
