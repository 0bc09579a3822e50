import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type CountedNote, chainOf, daysSet } from "../domain/duty/lineage-chain.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadDocument } from "../store/document-details.ts";
import { loadDocumentLineage } from "../store/document-lineage.ts";
import { loadNotes } from "../store/lineage.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type { RegisterWorld } from "./register.ts";

/** The chain of a task, oldest first, and the days that were set for it one after the other. */
export interface ShownLineage {
  readonly notes: readonly CountedNote[];
  readonly days: readonly CalendarDate[];
}

export type ShownTies = Awaited<ReturnType<typeof loadDocumentLineage>>;

/** How a task came to be what it is: its directives and what stands beside them. Fails with `register.task-unknown`. */
export async function showLineage(
  actor: Actor,
  task: string,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<ShownLineage>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const shown = await shownLineage(transaction, sightOf(actor, allowed.value), task);
    return shown.notes.length === 0 ? fail("register.task-unknown", { id: task }) : succeed(shown);
  });
}

/** How the tasks of a document go back to earlier ones and go on in later ones. Fails with `register.document-unknown`. */
export async function showDocumentTies(
  actor: Actor,
  id: string,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<ShownTies>> {
  const allowed = permit(actor, "see-documents");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(kysely, actor.province, async (transaction) => {
    if (!(await loadDocument(transaction, sight, id))) return fail("register.document-unknown", { id });
    return succeed(await loadDocumentLineage(transaction, sight, id));
  });
}

/** The chain as the transaction sees it; empty where the task is not in sight. */
export async function shownLineage(
  transaction: ProvinceTransaction,
  sight: Sight,
  task: string,
): Promise<ShownLineage> {
  const notes = chainOf(await loadNotes(transaction, sight, task));
  return { notes, days: daysSet(notes) };
}
