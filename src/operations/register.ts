import type { Kysely } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Gazetteer } from "../domain/organisation/gazetteer.ts";
import { addHistory, type HistoryEntry } from "../store/history.ts";
import type { Tables } from "../store/schema.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";

/** What operations of the register stand on. `today` is a day in Asia/Ho_Chi_Minh, `newId` a UUID v7. */
export interface RegisterWorld {
  readonly kysely: Kysely<Tables>;
  readonly clock: () => Date;
  readonly today: () => CalendarDate;
  readonly newId: () => string;
}

/** What operations stand on that read words of people about bodies and times. */
export interface ReadingWorld extends RegisterWorld {
  readonly gazetteer: Gazetteer;
}

/** Adds entries to the history in the transaction that did what they tell. */
export function writeHistory(
  transaction: ProvinceTransaction,
  actor: Actor,
  { clock, newId }: Pick<RegisterWorld, "clock" | "newId">,
  entries: readonly Omit<HistoryEntry, "id">[],
): Promise<void> {
  return addHistory(
    transaction,
    { actor, at: clock() },
    entries.map((entry) => ({ id: newId(), ...entry })),
  );
}

/** The hour that an instant falls in in Asia/Ho_Chi_Minh, 0…23: seven hours ahead of UTC, without summer time since 1975. */
export function hourInVietnam(instant: Date): number {
  return (instant.getUTCHours() + 7) % 24;
}
