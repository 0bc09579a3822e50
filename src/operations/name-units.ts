import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result } from "../domain/basics/result.ts";
import { isToBeNamed } from "../domain/duty/coordination.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { existsOn } from "../domain/organisation/gazetteer.ts";
import { loadCoordinating, saveNamedUnits } from "../store/coordination.ts";
import { withProvince } from "../store/database.ts";
import { sightOf } from "../store/sight.ts";
import { raiseVersion } from "../store/task-edit.ts";
import { loadUnitsById } from "../store/unit-tree.ts";
import { takeTask } from "./edit-task.ts";
import { findParties } from "./find-parties.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import { mayNameUnits, type ShownCoordination, shownCoordination } from "./show-coordination.ts";

/** The units that words of a task mean which name none; none at all: the words are open again. */
export interface NamedUnits {
  readonly key: string;
  readonly units: readonly string[];
  readonly on: CalendarDate;
  readonly document: string | null;
}

/**
 * Names the units that "các đơn vị liên quan" of a task are, in the version that the person saw, in the place of those that
 * were named before: a lead of the task does, or who keeps the register. They then co-ordinate as others do. Fails with
 * `register.task-unknown`, `register.task-changed`, `duty.not-yours` for who leads it not, `duty.naming-unasked` for words
 * that name units, `duty.naming-unit` for one that is not there today, and `register.fact-in-future`.
 */
export async function nameUnits(
  actor: Actor,
  task: string,
  { version, key, units, on, document }: NamedUnits & { readonly version: number },
  world: RegisterWorld,
): Promise<Result<ShownCoordination>> {
  const allowed = permit(actor, "coordinate");
  if (!allowed.ok) return allowed;
  const { province } = actor;
  return withProvince(world.kysely, province, async (transaction) => {
    const seen = await takeTask(transaction, sightOf(actor, allowed.value), { id: task, version });
    if (!seen.ok) return seen;
    if (!(await mayNameUnits(transaction, actor, task)))
      return fail("duty.not-yours", { kind: "name-units" });
    const position = seen.value.addressees.findIndex((one) => isToBeNamed(one) && one.nameKey === key);
    if (position < 0) return fail("duty.naming-unasked", { ref: seen.value.ref });
    if (on > world.today()) return fail("register.fact-in-future", { on, today: world.today() });
    const meant = [...new Set(units)];
    const found = await loadUnitsById(transaction, province, meant);
    const there = new Set(found.filter((unit) => existsOn(unit, world.today())).map(({ id }) => id));
    const missing = meant.find((id) => !there.has(id));
    if (missing)
      return fail("duty.naming-unit", { name: found.find(({ id }) => id === missing)?.name ?? missing });
    const before = (await loadCoordinating(transaction, province, task)).filter(
      (one) => one.position === position,
    );
    await saveNamedUnits(transaction, province, { task, key, units: meant }, { on, document });
    await raiseVersion(transaction, province, task);
    await findParties(transaction, actor, { tasks: [task] }, world);
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "name-units", subject: `task:${task}` },
        before: { coordinators: before.map(({ name }) => name).join("; ") || null },
        after: { coordinators: found.map(({ name }) => name).join("; ") || null, on, document },
      },
    ]);
    return shownCoordination(transaction, actor, task);
  });
}
