import { isBehind } from "../domain/duty/target-of-unit.ts";
import type { AskedTaskFilter, TaskFilter } from "../domain/duty/task-query.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Sight } from "../store/sight.ts";
import { taskWithin } from "../store/sight.ts";
import { loadTargetTasks } from "../store/target-grounds.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { judgeTasks } from "./judge-tasks.ts";
import type { RegisterWorld } from "./register.ts";

/**
 * A filter that the store can ask by: how a target stands is judged from its reports, records and plans, so the tasks
 * behind their plan are found first. One statement where that is asked, and those of `judgeTasks`; else none.
 */
export async function settleFilter(
  transaction: ProvinceTransaction,
  actor: Actor,
  sight: Sight,
  filter: AskedTaskFilter,
  world: Pick<RegisterWorld, "today">,
): Promise<TaskFilter> {
  if (filter.plan !== "behind") return { ...filter, plan: filter.plan };
  const today = world.today();
  const tasks = await loadTargetTasks(transaction, sight.province, taskWithin(sight));
  const behind = (await judgeTasks(transaction, actor, tasks, today))
    .filter(({ targets }) => targets.some((target) => isBehind(target, today)))
    .map(({ id }) => id);
  return { ...filter, plan: { behind } };
}
