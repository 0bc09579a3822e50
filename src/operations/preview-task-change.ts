import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { permit } from "../domain/duty/permission.ts";
import type { RegisteredTask } from "../domain/duty/registered-task.ts";
import {
  type PlannedTaskChange,
  planTaskChange,
  type TaskChangeRequest,
} from "../domain/duty/task-change.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadDueSettings, loadRules } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import { loadTask } from "../store/task-record.ts";
import { changeContext } from "./edit-task.ts";
import type { ReadingWorld } from "./register.ts";

/** What a change would make of a task: nothing of it is written. */
export interface TaskChangePreview {
  readonly task: RegisteredTask;
  readonly plan: PlannedTaskChange;
  readonly rules: StateRules;
}

/** Works a change out without making it. Fails with `register.task-unknown` and the failures of `planTaskChange`. */
export async function previewTaskChange(
  actor: Actor,
  id: string,
  change: TaskChangeRequest,
  world: ReadingWorld,
): Promise<Result<TaskChangePreview>> {
  const allowed = permit(actor, "edit-task");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const task = await loadTask(transaction, sightOf(actor, allowed.value), id);
    if (task === null) return fail("register.task-unknown", { id });
    const due = await loadDueSettings(transaction, actor.province);
    const plan = planTaskChange(task, change, changeContext(actor, world, due));
    if (!plan.ok) return plan;
    return succeed({
      task,
      plan: plan.value,
      rules: await loadRules(transaction, actor.province, world.today()),
    });
  });
}
