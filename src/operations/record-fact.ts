import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { addFact, type GivenFact } from "../domain/duty/occurrence-fact.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { findUnfilled, saveFact, saveFillings } from "../store/occurrences.ts";
import { loadSettings } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import { findTaskOfOccurrence, loadTask } from "../store/task-record.ts";
import { followOccurrence } from "./follow-occurrence.ts";
import { passOnParties } from "./pass-on-parties.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";
import { type ShownTask, shownTask } from "./show-task.ts";

/** A fact about an occurrence in the version that the person saw. */
export interface FactRequest extends GivenFact {
  readonly version: number;
}

/**
 * Records what a person says of an occurrence, and gives its task as it then is. Fails with
 * `register.occurrence-unknown`, `register.task-changed` and the failures of `addFact`.
 */
export async function recordFact(
  actor: Actor,
  occurrence: string,
  request: FactRequest,
  world: RegisterWorld,
): Promise<Result<ShownTask>> {
  const allowed = permit(actor, "record-fact");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const taskId = await findTaskOfOccurrence(transaction, actor.province, occurrence);
    const task = taskId && (await loadTask(transaction, sight, taskId, { locked: true }));
    const found = task ? task.occurrences.find(({ id }) => id === occurrence) : undefined;
    if (!task || !found) return fail("register.occurrence-unknown", { id: occurrence });
    if (found.version !== request.version)
      return fail("register.task-changed", { ref: task.ref, now: found.version, yours: request.version });
    const { version: _, ...fact } = request;
    const standing = addFact(found, fact, world.today());
    if (!standing.ok) return standing;
    const recording = { id: world.newId(), at: world.clock(), who: actor.person };
    await saveFact(transaction, actor.province, occurrence, { fact, standing: standing.value, recording });
    await followOccurrence(transaction, actor, [{ ...fact, occurrence }], world);
    await passOnParties(transaction, actor, [task.id], world);
    const { startedOn, doneOn, product, withdrawnOn } = found;
    await writeHistory(transaction, actor, world, [
      {
        what: "record-fact",
        subject: `task:${task.id}`,
        before: { occurrence: found.key, startedOn, doneOn, product, withdrawnOn },
        after: { occurrence: found.key, ...standing.value, fact: fact.kind, note: fact.note },
      },
    ]);
    return shownTask(transaction, sight, task.id, world);
  });
}

/** What is said at once of all that fell due before the start day. */
export interface FillRequest {
  readonly kind: "done" | "withdrawn";
  /** The day of the fact; null: of each its own last day in time. */
  readonly on: CalendarDate | null;
  readonly note: string | null;
  /** Of these tasks only; null: of all. */
  readonly tasks: readonly string[] | null;
}

/**
 * Fills what was left open from before the start day; gives how many occurrences. Fails with
 * `register.no-start-day` and `register.fact-in-future`.
 */
export async function fillBeforeStart(
  actor: Actor,
  { kind, on, note, tasks }: FillRequest,
  world: RegisterWorld,
): Promise<Result<number>> {
  const allowed = permit(actor, "record-fact");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  const today = world.today();
  if (on !== null && on > today) return fail("register.fact-in-future", { on, today });
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const { startDay } = await loadSettings(transaction, actor.province);
    if (startDay === null) return fail("register.no-start-day");
    const found = await findUnfilled(transaction, sight, startDay, tasks);
    // A start day may lie ahead; what is due on a day to come cannot have been done on it.
    const past = found.filter(({ lastDay }) => on !== null || lastDay <= today);
    const fillings = past.map(({ id, lastDay }) => ({
      ...{ id: world.newId(), occurrence: id, on: on ?? lastDay, at: world.clock(), who: actor.person },
    }));
    await saveFillings(transaction, actor.province, kind, { fillings, note });
    const whole = fillings.map(({ occurrence, on: day }) => ({
      occurrence,
      kind,
      on: day,
      product: null,
      note,
    }));
    await followOccurrence(transaction, actor, whole, world);
    await writeHistory(
      transaction,
      actor,
      world,
      past.map(({ task, key, lastDay }) => ({
        ...{ what: "fill-before-start", subject: `task:${task}`, before: { occurrence: key } },
        after: { occurrence: key, fact: kind, on: on ?? lastDay, note },
      })),
    );
    return succeed(past.length);
  });
}
