import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { closingOf } from "../domain/duty/duty-closing.ts";
import { addFact, stageOf } from "../domain/duty/occurrence-fact.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { loadClosingDuties } from "../store/duties.ts";
import { saveFact } from "../store/occurrences.ts";
import { wholeProvince } from "../store/sight.ts";
import { findTaskOfOccurrence, loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type { RegisterWorld } from "./register.ts";

/** Occurrences are done when their duties are, on the day of the last one, and open again with them. */
export async function closeOccurrences(
  transaction: ProvinceTransaction,
  actor: Actor,
  occurrences: readonly string[],
  world: RegisterWorld,
): Promise<void> {
  const sight = wholeProvince(actor.province);
  for (const occurrence of new Set(occurrences)) {
    const task = await findTaskOfOccurrence(transaction, actor.province, occurrence);
    // The lock comes first: of two who confirm the last two duties at once, the second sees what the first did.
    const whole = task && (await loadTask(transaction, sight, task, { locked: true }));
    const found = whole ? whole.occurrences.find(({ id }) => id === occurrence) : undefined;
    const { closed, on, product } = closingOf(
      await loadClosingDuties(transaction, actor.province, occurrence),
    );
    if (!found || (stageOf(found) === "done") === closed || stageOf(found) === "withdrawn") continue;
    const fact = closed
      ? { kind: "done" as const, on: latest(on ?? world.today(), found.startedOn), product, note: null }
      : { kind: "reopened" as const, on: world.today(), product: null, note: null };
    const standing = addFact(found, fact, world.today());
    if (!standing.ok) continue;
    const recording = { id: world.newId(), at: world.clock(), who: actor.person };
    await saveFact(transaction, actor.province, occurrence, { fact, standing: standing.value, recording });
  }
}

function latest(a: CalendarDate, b: CalendarDate | null): CalendarDate {
  return b !== null && b > a ? b : a;
}
