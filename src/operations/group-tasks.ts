import { type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { TaskGroup } from "../domain/duty/registered-task.ts";
import type { AskedTaskFilter, TaskGrouping } from "../domain/duty/task-query.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadRules } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import { countGroups } from "../store/task-groups.ts";
import type { RegisterWorld } from "./register.ts";
import { settleFilter } from "./settle-filter.ts";

export interface TaskGroups {
  readonly today: string;
  /** How many tasks the filter gives; a task may stand in several groups. */
  readonly total: number;
  readonly groups: readonly TaskGroup[];
}

/** The tasks of a filter in groups, each with its count; the tasks of a group come from `listTasks`. */
export async function groupTasks(
  actor: Actor,
  request: { readonly filter: AskedTaskFilter; readonly by: TaskGrouping },
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<TaskGroups>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const rules = await loadRules(transaction, actor.province, world.today());
    const sight = sightOf(actor, allowed.value);
    const filter = await settleFilter(transaction, actor, sight, request.filter, world);
    const counted = await countGroups(transaction, sight, { by: request.by, filter }, rules);
    return succeed({ today: rules.today, ...counted });
  });
}
