import { type AgreementEnd, endAlertsOn, endKey } from "../domain/cooperation/agreement/end-alert.ts";
import { isTelling } from "../domain/cooperation/agreement/time-limit.ts";
import { type ProvinceNumber, programActor } from "../domain/organisation/actor.ts";
import { insertAlerts, loadTakenAlerts } from "../store/agreement-alerts.ts";
import { withProvince } from "../store/database.ts";
import type { AgreementWorld } from "./agreement-work.ts";
import { type AgreementOfAll, loadAllAgreements } from "./all-agreements.ts";
import { type AlertBalance, bookAlerts } from "./book-alerts.ts";

/**
 * Tells those who answer for agreements of ends that come, and of authorities that have to be told, as many days before as
 * the province says, each once; in one transaction, so that a run that breaks off told nobody. Run again it finds nothing to do.
 */
export async function alertAgreements(
  province: ProvinceNumber,
  world: AgreementWorld,
): Promise<AlertBalance> {
  const today = world.today();
  const actor = programActor("agreement-alerts", province);
  return withProvince(world.kysely, province, async (transaction) => {
    const { agreements, settings } = await loadAllAgreements(transaction, actor, world);
    const taken = await loadTakenAlerts(transaction, province, today);
    const { alertDays, tellDays } = settings;
    const reached = [
      ...endAlertsOn(agreements.flatMap(endOf), { alertDays, today, taken }),
      ...endAlertsOn(agreements.flatMap(duesOf), { alertDays: tellDays, today, taken }),
    ];
    const owners = new Map(agreements.map(({ record }) => [record.id, record.owner?.id ?? ""]));
    return bookAlerts(transaction, actor, world, {
      what: "alert-agreements",
      reached,
      ownerOf: ({ agreement }) => owners.get(agreement) ?? "",
      insert: (booked) => insertAlerts(transaction, province, booked, today),
    });
  });
}

/** The last days on which authorities have to be told; of two on one day there is one. */
function duesOf({ record, limits }: AgreementOfAll): readonly AgreementEnd[] {
  const dues = limits.flatMap(({ step, state, lastDay }): readonly AgreementEnd[] =>
    isTelling(step) && (state === "open" || state === "late")
      ? [{ agreement: record.id, end: { kind: step, on: lastDay, noticeBy: null } }]
      : [],
  );
  return [...new Map(dues.map((due) => [endKey(due), due])).values()];
}

function endOf({ record, end }: AgreementOfAll): readonly AgreementEnd[] {
  return end === null ? [] : [{ agreement: record.id, end }];
}
