import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import { partiesOf } from "../domain/organisation/task-parties.ts";
import {
  type AddressedTask,
  loadAddressedTasks,
  loadUnitPast,
  loadWordings,
  replaceParties,
  type WhichTasks,
} from "../store/task-parties.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { lockTree } from "../store/unit-changes.ts";
import { loadUnits } from "../store/units.ts";

/** What came of looking addressees up: each one is units, or open with its reason. */
export interface FoundParties {
  readonly addressees: number;
  readonly resolved: number;
  readonly parties: number;
  readonly open: { readonly unbound: number; readonly nobody: number; readonly unknown: number };
}

/**
 * Finds which units the addressees of tasks are, and keeps them: of tasks that were accepted or whose addressees
 * changed, of all whose collective was bound to a rule, or of all with names that became known. Addressees in = resolved + open. Six statements, and one
 * for each 2,000 parties. The tree stays as it is until the transaction ends.
 */
export async function findParties(
  transaction: ProvinceTransaction,
  province: ProvinceNumber,
  which: WhichTasks,
): Promise<FoundParties> {
  const tasks = await loadAddressedTasks(transaction, province, which);
  const count = { addressees: 0, resolved: 0, parties: 0, open: { unbound: 0, nobody: 0, unknown: 0 } };
  if (tasks.length === 0) return count;
  await lockTree(transaction, province, "shared");
  const units = await loadUnits(transaction, province);
  const past = await loadUnitPast(transaction, province);
  const wordings = await loadWordings(transaction, province);
  const found = tasks.map((task: AddressedTask) => {
    const given = { day: task.assignedOn, issuer: task.issuer };
    const { parties, open } = partiesOf(task.addressees, given, { units, wordings, ...past });
    count.addressees += task.addressees.length;
    count.resolved += task.addressees.length - open.length;
    count.parties += parties.length;
    for (const { reason } of open) count.open[reason] += 1;
    return { id: task.id, parties };
  });
  await replaceParties(transaction, province, found);
  return count;
}
