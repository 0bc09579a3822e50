import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { ProvinceRules } from "../domain/duty/heartbeat.ts";
import { permit } from "../domain/duty/permission.ts";
import type { RegisteredTask } from "../domain/duty/registered-task.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadHistory, type ThingChange } from "../store/history.ts";
import { loadRules, rulesFor } from "../store/province-settings.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import { joinedInto } from "../store/task-joins.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type { RegisterWorld } from "./register.ts";

/** A task with the rules by which its states are counted today. */
export interface ShownTask {
  readonly task: RegisteredTask;
  readonly rules: ProvinceRules;
}

/** One task with all that is known of it; for one that went into another, that other. Fails with `register.task-unknown`. */
export async function showTask(
  actor: Actor,
  id: string,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<ShownTask>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const sight = sightOf(actor, allowed.value);
    const shown = await shownTask(transaction, sight, id, world);
    const into = shown.ok ? null : await joinedInto(transaction, actor.province, id);
    return into === null ? shown : shownTask(transaction, sight, into, world);
  });
}

/** The task as the transaction sees it, for what an operation answers after a change. */
export async function shownTask(
  transaction: ProvinceTransaction,
  sight: Sight,
  id: string,
  { today }: Pick<RegisterWorld, "today">,
): Promise<Result<ShownTask>> {
  const rules = rulesFor(sight, await loadRules(transaction, sight.province, today()));
  const task = await loadTask(transaction, sight, id);
  return task === null ? fail("register.task-unknown", { id }) : succeed({ task, rules });
}

/** What was done to a task, newest first. Fails with `register.task-unknown`. */
export async function showTaskHistory(
  actor: Actor,
  id: string,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<readonly ThingChange[]>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const task = await loadTask(transaction, sightOf(actor, allowed.value), id);
    if (task === null) return fail("register.task-unknown", { id });
    return succeed(await loadHistory(transaction, actor.province, `task:${id}`));
  });
}
