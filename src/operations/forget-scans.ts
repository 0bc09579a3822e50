import type { ProvinceNumber } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { removeDoneRequests } from "../store/queue.ts";
import { removeScans, removeStrayPages } from "../store/scans.ts";
import type { RegisterWorld } from "./register.ts";

/** The line of a scan is shown for so long (ms) after its end. */
const shownFor = 7 * 86_400_000;

/**
 * Takes scans off the list that ended a week ago, with them what the queue had done by then, and pages of files that nothing
 * has any more. Gives how many scans went.
 */
export async function forgetScans(
  province: ProvinceNumber,
  { kysely, clock }: Pick<RegisterWorld, "kysely" | "clock">,
): Promise<number> {
  return withProvince(kysely, province, async (t) => {
    const before = new Date(clock().getTime() - shownFor);
    const count = await removeScans(t, province, { endedBefore: before });
    await removeStrayPages(t, province);
    await removeDoneRequests(t, province, before);
    return count;
  });
}
