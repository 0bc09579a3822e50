import { horizonOf, occurrencesBeyond } from "../domain/duty/task.ts";
import { type ProvinceId, withProvince } from "../store/database.ts";
import { addOccurrences, findEndingTasks } from "../store/occurrence-horizon.ts";
import { loadDueSettings } from "../store/province-settings.ts";
import type { RegisterWorld } from "./register.ts";

const tasksAtOnce = 500;

/**
 * Makes the occurrences of recurring tasks of a province up to the horizon as years pass, and gives how many were new.
 * Each step of so many tasks is a transaction, and what is there already stays, so it may be broken off and begun again.
 */
export async function prolongOccurrences(
  province: ProvinceId,
  world: Pick<RegisterWorld, "kysely" | "today" | "newId">,
): Promise<number> {
  const today = world.today();
  let added = 0;
  let after: string | null = null;
  do {
    const begin: string | null = after;
    const step = await withProvince(world.kysely, province, async (transaction) => {
      const tasks = await findEndingTasks(transaction, province, {
        ...{ horizon: horizonOf(today), after: begin, limit: tasksAtOnce },
      });
      const due = await loadDueSettings(transaction, province);
      const missing = tasks.flatMap(({ id, schedule, assignedOn, ...standing }) =>
        occurrencesBeyond(schedule, { assignedOn, today, due }, standing).map((occurrence) => ({
          ...{ ...occurrence, id: world.newId(), task: id },
        })),
      );
      const last = tasks.length < tasksAtOnce ? null : (tasks.at(-1)?.id ?? null);
      return { added: await addOccurrences(transaction, province, missing), last };
    });
    added += step.added;
    after = step.last;
  } while (after !== null);
  return added;
}
