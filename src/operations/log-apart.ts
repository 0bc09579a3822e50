import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import type { HistoryEntry } from "../store/history.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** What changed nothing but is told in the log. */
export type LogNote = Required<Pick<HistoryEntry, "kind" | "what" | "subject">> & {
  /** What is to be known of it: filters, counts, the way that was refused. Never contents. */
  readonly after: Readonly<Record<string, unknown>>;
};

/**
 * Writes into the log, in a transaction of its own, what no change carries there: a refusal, an export, a look at a
 * sensitive record. It stands there even when what it tells of is given up afterwards.
 */
export async function logApart(
  actor: Actor,
  note: LogNote,
  world: Pick<RegisterWorld, "kysely" | "clock" | "newId">,
): Promise<void> {
  await withProvince(world.kysely, actor.province, (transaction) =>
    writeHistory(transaction, actor, world, [{ ...note, before: null }]),
  );
}
