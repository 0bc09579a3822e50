import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { passBackRecords } from "../store/record-owners.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import {
  type ChangeUndo,
  countLater,
  countUses,
  deleteChange,
  loadUndo,
  lockTree,
  updateUnits,
} from "../store/unit-changes.ts";
import {
  deletePosts,
  endPosts,
  moveActing,
  moveAssignments,
  moveParties,
  movePosts,
} from "../store/unit-moves.ts";
import { passedEntries } from "./pass-on-records.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/**
 * Takes a change of the tree back, with everything that moved, while nothing was done after it. Fails with
 * `unit.change-unknown`, `unit.change-first` (it came with the province), `unit.change-followed` (by another change of
 * its units) and `unit.change-used` (tasks, people or units came since).
 */
export async function undoUnitChange(actor: Actor, id: string, world: RegisterWorld): Promise<Result<null>> {
  const allowed = permit(actor, "change-units");
  if (!allowed.ok) return allowed;
  const { province } = actor;
  return withProvince(world.kysely, province, async (transaction): Promise<Result<null>> => {
    await lockTree(transaction, province);
    const change = await loadUndo(transaction, province, id);
    if (change === null) return fail("unit.change-unknown", { id });
    const { undo, followed } = change;
    if (undo === null) return fail("unit.change-first");
    if (followed) return fail("unit.change-followed");
    const uses = await countUses(transaction, province, undo);
    const pairs = Map.groupBy(undo.parties, ({ from }) => from);
    const heirs = new Map([...pairs].map(([from, parts]) => [from, [...new Set(parts.map(({ to }) => to))]]));
    const tasks = uses.tasks + (await countLater(transaction, province, { parties: undo.parties, heirs }));
    if (tasks + uses.people + uses.units + uses.records > 0)
      return fail("unit.change-used", { ...uses, tasks });
    const how = { what: "pass-back-record", back: true };
    const passed = await passedEntries(transaction, province, undo.passed, how);
    await putBack(transaction, actor, id, undo);
    await writeHistory(transaction, actor, world, [
      ...[...undo.created, ...undo.updated.map((unit) => unit.id)].map((unit) => ({
        ...{ what: "undo-unit-change", subject: `unit:${unit}`, before: { change: id, kind: change.kind } },
        after: null,
      })),
      ...undo.parties.map(({ task }) => ({
        ...{ what: "undo-unit-change", subject: `task:${task}`, before: { change: id }, after: null },
      })),
      ...passed,
    ]);
    return succeed(null);
  });
}

async function putBack(
  transaction: ProvinceTransaction,
  { province }: Actor,
  id: string,
  undo: ChangeUndo,
): Promise<void> {
  const { endedPosts, movedPosts, parties, assignments, passed } = undo;
  if (passed) await passBackRecords(transaction, province, passed);
  await moveParties(
    transaction,
    province,
    parties.map(({ from, to, ...party }) => ({ ...party, holder: to, to: from })),
  );
  await moveAssignments(
    transaction,
    province,
    assignments.map(({ task, from, to }) => ({ task, unit: to, to: from })),
  );
  const replaced = endedPosts.flatMap(({ id: post, next }) =>
    next === null ? [] : [{ from: next, to: post }],
  );
  await moveActing(transaction, province, replaced, null);
  await deletePosts(
    transaction,
    province,
    replaced.map(({ from }) => from),
  );
  await endPosts(transaction, province, endedPosts);
  await movePosts(
    transaction,
    province,
    movedPosts.map(({ id: post, from }) => ({ id: post, to: from })),
  );
  await updateUnits(transaction, province, undo.updated);
  await deleteChange(transaction, province, id, undo);
}
