import { limitAlertsOn } from "../domain/cooperation/time-limit/limit-alert.ts";
import { standingsOf } from "../domain/cooperation/time-limit/limit-standing.ts";
import { type ProvinceNumber, programActor } from "../domain/organisation/actor.ts";
import { loadAnsweringPeople } from "../store/agreement-alerts.ts";
import { withProvince } from "../store/database.ts";
import { type BookedLimitAlert, insertLimitAlerts, loadTakenLimitAlerts } from "../store/limit-alerts.ts";
import { loadLimited } from "../store/time-limits.ts";
import type { AlertBalance } from "./alert-agreements.ts";
import { askingOf } from "./records.ts";
import { writeHistory } from "./register.ts";
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
    const reached = limitAlertsOn(open, { today, taken });
    if (reached.length === 0) return { reached: 0, told: 0, overtaken: 0, unheard: 0 };
    const owners = new Map(records.map(({ id, owner }) => [id, owner?.id ?? ""]));
    const units = [...new Set([...owners.values()].filter((owner) => owner !== ""))];
    const people = await loadAnsweringPeople(transaction, province, units, today);
    const names = new Map(limits.map(({ key, name }) => [key, name]));
    const booked = reached.map((alert): BookedLimitAlert => {
      const told = alert.outcome === "told" ? (people.get(owners.get(alert.record) ?? "") ?? []) : [];
      const isHeard = alert.outcome === "overtaken" || told.length > 0;
      const name = names.get(alert.limit) ?? { vi: alert.limit, en: alert.limit };
      return {
        ...alert,
        id: world.newId(),
        name,
        people: told,
        outcome: isHeard ? alert.outcome : "unheard",
      };
    });
    await insertLimitAlerts(transaction, province, booked, today);
    const count = (outcome: BookedLimitAlert["outcome"]) =>
      booked.filter((one) => one.outcome === outcome).length;
    const balance = {
      ...{ reached: booked.length, told: count("told") },
      ...{ overtaken: count("overtaken"), unheard: count("unheard") },
    };
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "alert-time-limits", subject: `province:${province}`, before: null },
        after: { on: today, ...balance },
      },
    ]);
    return balance;
  });
}
