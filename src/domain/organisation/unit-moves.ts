import { fail, type Result, succeed } from "../basics/result.ts";
import type { UnitChange, UnitChangePlan } from "./unit-change.ts";

/** A unit's part in an open task: as it was given, and who holds it now. */
export interface OpenParty {
  readonly task: string;
  /** Of the addressee in its task. */
  readonly position: number;
  readonly unit: string;
  readonly holder: string;
}

/** An open part that goes from one holder to another. */
export interface PartyMove extends OpenParty {
  readonly to: string;
}

/**
 * Who takes over which open part. Of several heirs the first takes what `given` (heir by task) does not give to another
 * one; in a split that leaves the unit standing, it keeps the rest itself. In = moves + staying. Fails with
 * `unit.task-not-moving` when a task is given that the unit does not hold, or to nobody of the heirs.
 */
export function movesOf(
  parties: readonly OpenParty[],
  change: UnitChange,
  plan: UnitChangePlan,
  given: ReadonlyMap<string, string> = new Map(),
): Result<{ readonly moves: readonly PartyMove[]; readonly staying: readonly OpenParty[] }> {
  const heirs = heirsOf(change, plan);
  const held = new Map(parties.map((party) => [party.task, party.holder]));
  for (const [task, heir] of given) {
    const holder = held.get(task);
    if (holder === undefined || !heirs.get(holder)?.includes(heir))
      return fail("unit.task-not-moving", { task });
  }
  const moves: PartyMove[] = [];
  const staying: OpenParty[] = [];
  for (const party of parties) {
    const to = given.get(party.task) ?? heirs.get(party.holder)?.[0];
    if (to === undefined || to === party.holder) staying.push(party);
    else moves.push({ ...party, to });
  }
  return succeed({ moves, staying });
}

/** Who takes over from whom, the one that takes the rest first; also from a unit that lives on after its split. */
export function heirsOf(change: UnitChange, plan: UnitChangePlan): ReadonlyMap<string, readonly string[]> {
  const heirs = new Map(plan.heirs.map(({ from, to }) => [from, to]));
  if (change.kind === "split" && !heirs.has(change.from))
    heirs.set(change.from, [change.from, ...plan.after.filter((id) => id !== change.from)]);
  return heirs;
}
