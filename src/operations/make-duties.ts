import { type DutyBalance, dutyHorizon } from "../domain/duty/duty.ts";
import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { syncDuties } from "../store/duty-sync.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type { RegisterWorld } from "./register.ts";

/**
 * Makes the duties of tasks, and brings those that stand in line with their leads and days, in the transaction that
 * altered them. Parts in = duties made or standing + parts of bodies outside.
 */
export function makeDuties(
  transaction: ProvinceTransaction,
  { province, person }: { readonly province: ProvinceNumber; readonly person: string },
  {
    tasks,
    why = "corrected",
  }: { readonly tasks: readonly string[] | null; readonly why?: "corrected" | "givenAgain" },
  { today, clock, newId }: Pick<RegisterWorld, "today" | "clock" | "newId">,
): Promise<DutyBalance> {
  const recording = { at: clock(), who: person };
  return syncDuties(transaction, province, { tasks, why, horizon: dutyHorizon(today()), newId, recording });
}

/** Makes the duties that have come into reach as time passed, of all tasks of a province; gives how many. */
export function prolongDuties(
  province: ProvinceNumber,
  world: Pick<RegisterWorld, "kysely" | "today" | "clock" | "newId">,
): Promise<number> {
  return withProvince(world.kysely, province, async (transaction) => {
    const { made } = await makeDuties(transaction, { province, person: "upkeep" }, { tasks: null }, world);
    return made;
  });
}
