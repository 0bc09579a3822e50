import { limitAlertsOn } from "../domain/cooperation/time-limit/limit-alert.ts";
import { standingsOf } from "../domain/cooperation/time-limit/limit-standing.ts";
import { type ProvinceNumber, programActor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { insertLimitAlerts, loadTakenLimitAlerts } from "../store/limit-alerts.ts";
import { loadLimited } from "../store/time-limits.ts";
import { type AlertBalance, bookAlerts } from "./book-alerts.ts";
import { askingOf } from "./records.ts";
import { type LimitWorld, loadLimits } from "./time-limits.ts";

/**
 * Tells those who answer for records of last days that come or have passed, on the days that each rule names, each once;
 * in one transaction, so that a run that breaks off told nobody. Run again it finds nothing to do.
 */
export async function alertTimeLimits(province: ProvinceNumber, world: LimitWorld): Promise<AlertBalance> {
  const today = world.today();
  const actor = programActor("limit-alerts", province);
  return withProvince(world.kysely, province, async (transaction) => {
    const { limits, at } = await loadLimits(transaction, province, world);
    const records = await loadLimited(transaction, askingOf(actor), limits);
    const open = records.flatMap((record) =>
      standingsOf(record, limits, at).flatMap(({ limit, key, due, doneOn, state }) =>
        due === null || doneOn !== null || state === "beforeStart"
          ? []
          : [{ record: record.id, limit: limit.key, occurrence: key, due, tellOn: limit.tellOn }],
      ),
    );
    const taken = await loadTakenLimitAlerts(transaction, province, today);
    const names = new Map(limits.map(({ key, name }) => [key, name]));
    const reached = limitAlertsOn(open, { today, taken }).map((alert) => ({
      ...alert,
      name: names.get(alert.limit) ?? { vi: alert.limit, en: alert.limit },
    }));
    const owners = new Map(records.map(({ id, owner }) => [id, owner?.id ?? ""]));
    return bookAlerts(transaction, actor, world, {
      what: "alert-time-limits",
      reached,
      ownerOf: ({ record }) => owners.get(record) ?? "",
      insert: (booked) => insertLimitAlerts(transaction, province, booked, today),
    });
  });
}
