import { pairsOfFolded } from "../domain/duty/lineage-pairs.ts";
import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { findUnpaired, savePairs } from "../store/task-pairs.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type { RegisterWorld } from "./register.ts";

const tasksAtOnce = 500;

/** Notes the pairs of words of all tasks of which they are not noted, in the transaction that searches by them. */
export async function pairTasks(transaction: ProvinceTransaction, province: ProvinceNumber): Promise<void> {
  for (;;) {
    const found = await pairSome(transaction, province);
    if (found < tasksAtOnce) return;
  }
}

/** The same for a whole province before anybody searches, step by step: it may be broken off and begun again. */
export async function pairAll(
  province: ProvinceNumber,
  { kysely }: Pick<RegisterWorld, "kysely">,
  stop?: AbortSignal,
): Promise<number> {
  let paired = 0;
  while (!stop?.aborted) {
    const some = await withProvince(kysely, province, (transaction) => pairSome(transaction, province));
    paired += some;
    if (some < tasksAtOnce) break;
  }
  return paired;
}

async function pairSome(transaction: ProvinceTransaction, province: ProvinceNumber): Promise<number> {
  const tasks = await findUnpaired(transaction, province, tasksAtOnce);
  if (tasks.length > 0)
    await savePairs(
      transaction,
      province,
      tasks.map(({ id, folded }) => ({ id, pairs: pairsOfFolded(folded) })),
    );
  return tasks.length;
}
