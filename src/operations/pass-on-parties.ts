import type { Actor, ProvinceNumber } from "../domain/organisation/actor.ts";
import { programActor } from "../domain/organisation/actor.ts";
import { heirsToday } from "../domain/organisation/unit-change.ts";
import type { PartyMove } from "../domain/organisation/unit-moves.ts";
import { withProvince } from "../store/database.ts";
import { loadOrphanedParts, markParts } from "../store/split-parts.ts";
import { loadUnitPast } from "../store/task-parties.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { lockTree } from "../store/unit-changes.ts";
import { loadAssignments, moveAssignments, moveParties } from "../store/unit-moves.ts";
import { loadUnitsById } from "../store/unit-tree.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/**
 * Gives open work that a unit still holds which is not there any more to who took over from it: what was done when the
 * unit ended stayed with it, and is open again. Of a split unit the heir that takes the rest gets it, and a person is
 * asked. Gives how many parts went on; work of a unit without a successor stays where it is. `tasks`: null for all.
 */
export async function passOnParties(
  transaction: ProvinceTransaction,
  actor: Actor,
  tasks: readonly string[] | null,
  world: RegisterWorld,
): Promise<number> {
  const { province } = actor;
  const orphaned = await loadOrphanedParts(transaction, province, tasks, world.today());
  if (orphaned.length === 0) return 0;
  await lockTree(transaction, province, "shared");
  const { heirs } = await loadUnitPast(transaction, province);
  const moves = orphaned.flatMap((part) => {
    const [to, ...others] = heirsToday(part.holder, heirs);
    return to === part.holder ? [] : [{ ...part, to, isSplit: others.length > 0 }];
  });
  await moveHeldWork(transaction, actor, moves);
  const split = moves.filter(({ isSplit }) => isSplit);
  await markParts(transaction, province, split, true);
  const heirUnits = await loadUnitsById(transaction, province, [...new Set(moves.map(({ to }) => to))]);
  const names = new Map(heirUnits.map(({ id, name }) => [id, name]));
  await writeHistory(
    transaction,
    actor,
    world,
    moves.map(({ task, holderName, to }) => ({
      ...{ what: "unit-work-passed", subject: `task:${task}`, before: { holder: holderName } },
      after: { holder: names.get(to) ?? to },
    })),
  );
  return moves.length;
}

/** The same for all tasks of a province, by itself. */
export function passOnAll(province: ProvinceNumber, world: RegisterWorld): Promise<number> {
  return withProvince(world.kysely, province, (transaction) =>
    passOnParties(transaction, programActor("upkeep", province), null, world),
  );
}

/** Parts of work with their duties, and who works on them inside the unit. */
export async function moveHeldWork(
  transaction: ProvinceTransaction,
  { province }: Pick<Actor, "province">,
  moves: readonly PartyMove[],
): Promise<void> {
  if (moves.length === 0) return;
  await moveParties(transaction, province, moves);
  const heirs = new Map(moves.map(({ task, holder, to }) => [`${task} ${holder}`, to]));
  const assignments = await loadAssignments(transaction, province, [
    ...new Set(moves.map((one) => one.holder)),
  ]);
  const taken = assignments.flatMap((one) => {
    const to = heirs.get(`${one.task} ${one.unit}`);
    return to === undefined ? [] : [{ ...one, to }];
  });
  await moveAssignments(transaction, province, taken);
}
