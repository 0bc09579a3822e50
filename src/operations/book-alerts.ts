import type { Actor } from "../domain/organisation/actor.ts";
import { loadAnsweringPeople } from "../store/alert-readers.ts";
import type { RecordTransaction } from "../store/record-rows.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** What a run told: in = told + overtaken + unheard. */
export interface AlertBalance {
  readonly reached: number;
  readonly told: number;
  readonly overtaken: number;
  readonly unheard: number;
}

/** What somebody is to be told of a record, or what a later step has overtaken. */
interface Reached {
  readonly outcome: "told" | "overtaken";
}

/** The same as it is booked, with whom it was told. */
export type Booked<Alert extends Reached> = Omit<Alert, "outcome"> & {
  readonly id: string;
  readonly outcome: Reached["outcome"] | "unheard";
  readonly people: readonly string[];
};

/**
 * Books alerts that were reached today for those who answer for their records, and tells the history how many. `ownerOf`
 * gives the unit that owns the record ("": the focal body).
 */
export async function bookAlerts<Alert extends Reached>(
  transaction: RecordTransaction,
  actor: Actor,
  world: Pick<RegisterWorld, "clock" | "newId" | "today">,
  {
    what,
    reached,
    ownerOf,
    insert,
  }: {
    readonly what: string;
    readonly reached: readonly Alert[];
    readonly ownerOf: (alert: Alert) => string;
    readonly insert: (booked: readonly Booked<Alert>[]) => Promise<void>;
  },
): Promise<AlertBalance> {
  if (reached.length === 0) return { reached: 0, told: 0, overtaken: 0, unheard: 0 };
  const today = world.today();
  const units = [...new Set(reached.map(ownerOf).filter((owner) => owner !== ""))];
  const people = await loadAnsweringPeople(transaction, actor.province, units, today);
  const booked = reached.map((alert): Booked<Alert> => {
    const told = alert.outcome === "told" ? (people.get(ownerOf(alert)) ?? []) : [];
    const isHeard = alert.outcome === "overtaken" || told.length > 0;
    return { ...alert, id: world.newId(), people: told, outcome: isHeard ? alert.outcome : "unheard" };
  });
  await insert(booked);
  const count = (outcome: Reached["outcome"] | "unheard") =>
    booked.filter((one) => one.outcome === outcome).length;
  const balance = {
    ...{ reached: booked.length, told: count("told") },
    ...{ overtaken: count("overtaken"), unheard: count("unheard") },
  };
  const subject = `province:${actor.province}`;
  await writeHistory(transaction, actor, world, [
    { what, subject, before: null, after: { on: today, ...balance } },
  ]);
  return balance;
}
