import { type Result, succeed } from "../domain/basics/result.ts";
import type { Holidays } from "../domain/calendar/holidays.ts";
import { isTouched } from "../domain/duty/task-change.ts";
import { type GivenEvent, occurrenceOfEvent } from "../domain/duty/task-event.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { saveEventOccurrence } from "../store/occurrences.ts";
import { loadHolidays } from "../store/province-days.ts";
import { onSeenTask } from "./edit-task.ts";
import { makeDuties } from "./make-duties.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import type { ShownTask } from "./show-task.ts";

/** What the recording of an event stands on: terms end by the days off of the country. */
export interface EventWorld extends RegisterWorld {
  readonly holidays: Holidays;
}

/**
 * Records the event for which the term of a task waited, in the version of the task that the person saw: an occurrence
 * with its day comes of it, with its duties. Fails with `register.task-unknown`, `register.task-changed` and the failures
 * of `occurrenceOfEvent`.
 */
export async function recordEvent(
  actor: Actor,
  id: string,
  { version, ...event }: GivenEvent & { readonly version: number },
  world: EventWorld,
): Promise<Result<ShownTask>> {
  return onSeenTask(actor, { id, version }, world, async (transaction, task) => {
    const holidays = await loadHolidays(transaction, actor.province, world.holidays);
    const made = occurrenceOfEvent(task, event, { today: world.today(), holidays });
    if (!made.ok) return made;
    const undated = task.occurrences.filter((one) => one.key === "undated" && !isTouched(one));
    const document = event.document.trim();
    await saveEventOccurrence(transaction, actor.province, {
      occurrence: { ...made.value, id: world.newId(), task: id },
      document,
      removed: undated.map((one) => one.id),
    });
    await makeDuties(transaction, actor, { tasks: [id] }, world);
    const { key, dueOn, lastDay } = made.value;
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "record-event", subject: `task:${id}`, before: null },
        after: { occurrence: key, on: event.on, document, dueOn, lastDay },
      },
    ]);
    return succeed(null);
  });
}
