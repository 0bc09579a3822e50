import { type Result, succeed } from "../domain/basics/result.ts";
import type { ProvinceRules } from "../domain/duty/heartbeat.ts";
import { permit } from "../domain/duty/permission.ts";
import type { TaskFacets, TaskRow } from "../domain/duty/registered-task.ts";
import type { AskedTaskFilter, TaskOrder } from "../domain/duty/task-query.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadRules, rulesFor } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import { countFacets } from "../store/task-facets.ts";
import { readCursor } from "../store/task-order.ts";
import { countTasks, findTasks } from "../store/tasks.ts";
import type { RegisterWorld } from "./register.ts";
import { settleFilter } from "./settle-filter.ts";

export interface TaskListRequest {
  readonly filter: AskedTaskFilter;
  readonly order: TaskOrder;
  /** `next` of the page before; null: the first page. */
  readonly after: string | null;
  /** Rows of a page, 1…200. */
  readonly limit: number;
  readonly withFacets: boolean;
}

export interface TaskList {
  readonly rules: ProvinceRules;
  readonly tasks: readonly TaskRow[];
  readonly total: number;
  readonly next: string | null;
  readonly facets: TaskFacets | null;
}

/** One page of the register, with the count of all that the filter gives. Fails with `register.page-unknown`. */
export async function listTasks(
  actor: Actor,
  request: TaskListRequest,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<TaskList>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  const { order, limit } = request;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const rules = rulesFor(sight, await loadRules(transaction, actor.province, world.today()));
    const filter = await settleFilter(transaction, actor, sight, request.filter, world);
    const after = request.after === null ? null : readCursor(order, rules, request.after);
    if (after?.ok === false) return after;
    const page = await findTasks(
      transaction,
      sight,
      { filter, order, limit, after: after?.value ?? null },
      rules,
    );
    const counted = request.withFacets
      ? await countFacets(transaction, sight, filter, rules)
      : { total: await countTasks(transaction, sight, filter, rules), facets: null };
    return succeed({ rules, ...page, ...counted });
  });
}
