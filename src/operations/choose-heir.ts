import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { heirsToday } from "../domain/organisation/unit-change.ts";
import { withProvince } from "../store/database.ts";
import { sightOf } from "../store/sight.ts";
import { lockWaitingPart, markParts } from "../store/split-parts.ts";
import { loadUnitPast } from "../store/task-parties.ts";
import { loadTask } from "../store/task-record.ts";
import { lockTree } from "../store/unit-changes.ts";
import { loadUnitsById } from "../store/unit-tree.ts";
import { moveHeldWork } from "./pass-on-parties.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** A unit's part in a task, and the heir that a person gives it to. */
export interface ChosenHeir {
  readonly position: number;
  readonly unit: string;
  readonly heir: string;
}

/**
 * Says which heir of a split unit holds a part in a task. Fails with `register.task-unknown`, `unit.nothing-to-choose`
 * (somebody has said it already) and `unit.not-heir`.
 */
export async function chooseHeir(
  actor: Actor,
  task: string,
  { position, unit, heir }: ChosenHeir,
  world: RegisterWorld,
): Promise<Result<null>> {
  const allowed = permit(actor, "edit-task");
  if (!allowed.ok) return allowed;
  const { province } = actor;
  return withProvince(world.kysely, province, async (transaction): Promise<Result<null>> => {
    const found = await loadTask(transaction, sightOf(actor, allowed.value), task, { locked: true });
    if (found === null) return fail("register.task-unknown", { id: task });
    await lockTree(transaction, province, "shared");
    const part = await lockWaitingPart(transaction, province, { task, position, unit });
    if (part === null) return fail("unit.nothing-to-choose");
    const { heirs } = await loadUnitPast(transaction, province);
    if (!heirsToday(unit, heirs).includes(heir)) return fail("unit.not-heir");
    if (heir !== part.holder) await moveHeldWork(transaction, actor, [{ ...part, to: heir }]);
    await markParts(transaction, province, [part], false);
    const [before, after] = await loadUnitsById(transaction, province, [part.holder, heir]);
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "choose-heir", subject: `task:${task}`, before: { holder: before?.name ?? part.holder } },
        after: { holder: after?.name ?? heir },
      },
    ]);
    return succeed(null);
  });
}
