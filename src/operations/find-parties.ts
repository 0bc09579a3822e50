import { bookStep, type LedgerStep, type Rejection } from "../domain/basics/ledger.ts";
import type { DutyBalance } from "../domain/duty/duty.ts";
import type { Actor, ProvinceNumber } from "../domain/organisation/actor.ts";
import { type OpenAddressee, type Party, partiesOf } from "../domain/organisation/task-parties.ts";
import { withProvince } from "../store/database.ts";
import {
  type AddressedTask,
  type HeldPart,
  insertParties,
  loadAddressedTasks,
  loadOpenAddressees,
  loadUnitPast,
  loadWordings,
  takeParties,
  type WhichTasks,
} from "../store/task-parties.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { lockTree } from "../store/unit-changes.ts";
import { loadUnits } from "../store/units.ts";
import { makeDuties } from "./make-duties.ts";
import type { RegisterWorld } from "./register.ts";

/** What came of looking addressees up: each one is units, or open with its reason. */
export interface FoundParties {
  readonly addressees: number;
  readonly resolved: number;
  readonly parties: number;
  readonly open: { readonly unbound: number; readonly nobody: number; readonly unknown: number };
  readonly duties: DutyBalance;
}

/**
 * Finds which units the addressees of tasks are, keeps them and makes their duties: of tasks that were accepted or whose
 * addressees changed, of all whose collective was bound to a rule, or of all with names that became known. Addressees
 * in = resolved + open. The tree stays as it is until the transaction ends. `taken`: who held parts that are gone with
 * the addressees as they were.
 */
export async function findParties(
  transaction: ProvinceTransaction,
  actor: Actor,
  which: WhichTasks,
  world: Pick<RegisterWorld, "today" | "clock" | "newId">,
  taken: readonly HeldPart[] = [],
): Promise<FoundParties> {
  const { province } = actor;
  const tasks = await loadAddressedTasks(transaction, province, which);
  const ids = tasks.map(({ id }) => id);
  const held = [...taken, ...(await takeParties(transaction, province, ids))];
  const found = await lookUp(transaction, province, tasks, held);
  await insertParties(transaction, province, found);
  const open = { unbound: 0, nobody: 0, unknown: 0 };
  for (const { reason } of found.flatMap((task) => task.open)) open[reason] += 1;
  return {
    addressees: sum(tasks, ({ addressees }) => addressees.length),
    resolved: sum(found, resolvedOf),
    parties: sum(found, ({ parties }) => parties.length),
    open,
    duties: await makeDuties(transaction, actor, { tasks: ids }, world),
  };
}

const tasksAtOnce = 500;

/**
 * Finds the units of addressees that have none: their tasks were accepted before the province had units, or their names
 * have become known since; what was found stays. Each step of so many tasks is a transaction of its own, so it may be
 * broken off and begun again. The books: addressees in = now units + open, each with its reason.
 */
export async function fillParties(
  province: ProvinceNumber,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<LedgerStep> {
  let taken = 0;
  let resolved = 0;
  const rejected: Rejection[] = [];
  let after: string | null = null;
  do {
    const begin: string | null = after;
    const { tasks, found } = await withProvince(kysely, province, async (transaction) => {
      const open = await loadOpenAddressees(transaction, province, { after: begin, limit: tasksAtOnce });
      const known = await lookUp(transaction, province, open, []);
      await insertParties(transaction, province, known);
      return { tasks: open, found: known };
    });
    taken += sum(tasks, ({ addressees }) => addressees.length);
    resolved += sum(found, resolvedOf);
    for (const { id, open } of found)
      for (const { name, reason } of open) rejected.push({ what: name, where: `task:${id}`, why: reason });
    after = tasks.length < tasksAtOnce ? null : (tasks.at(-1)?.id ?? null);
  } while (after !== null);
  return bookStep("addressees", taken, resolved, rejected);
}

/** A task with the units that its addressees are, and those that are none yet. */
interface LookedUp {
  readonly id: string;
  readonly parties: readonly Party[];
  readonly open: readonly OpenAddressee[];
}

/** Who held a part keeps it while he is there, and when the task is done; else it goes to who took over from him. */
async function lookUp(
  transaction: ProvinceTransaction,
  province: ProvinceNumber,
  tasks: readonly AddressedTask[],
  held: readonly HeldPart[],
): Promise<readonly LookedUp[]> {
  if (tasks.length === 0) return [];
  await lockTree(transaction, province, "shared");
  const units = await loadUnits(transaction, province);
  const past = await loadUnitPast(transaction, province);
  const wordings = await loadWordings(transaction, province);
  const parts = new Map(held.map((part) => [`${part.task} ${part.unit}`, part]));
  return tasks.map(({ id, assignedOn, issuer, isOpen, addressees }) => {
    const { parties, open } = partiesOf(
      addressees,
      { day: assignedOn, issuer },
      { units, wordings, ...past },
    );
    const kept = parties.map((party): Party => {
      const part = parts.get(`${id} ${party.unit}`);
      if (part === undefined) return { ...party, toChoose: party.toChoose && isOpen };
      const { holder, toChoose } = part;
      return isOpen && past.heirs.has(holder) ? party : { ...party, holder, toChoose };
    });
    return { id, parties: kept, open };
  });
}

/** How many addressees of a task are units. */
function resolvedOf({ parties }: LookedUp): number {
  return new Set(parties.map(({ position }) => position)).size;
}

function sum<T>(all: readonly T[], count: (one: T) => number): number {
  return all.reduce((total, one) => total + count(one), 0);
}
