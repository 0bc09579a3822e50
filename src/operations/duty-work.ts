import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { dutyStage } from "../domain/duty/duty-fact.ts";
import type { DutyStanding } from "../domain/duty/duty-rights.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Reach } from "../domain/organisation/rights.ts";
import { type LockedDuty, lockDuties, unitsOfPosts } from "../store/duty-facts.ts";
import { type DutySettings, loadDutySettings } from "../store/duty-settings.ts";
import { sightOf } from "../store/sight.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type { RegisterWorld } from "./register.ts";

/** A duty as the person saw it; `version` null: whatever stands. */
export interface SeenDuty {
  readonly id: string;
  readonly version: number | null;
}

/** Duties that are worked on, locked until the transaction ends, with how the actor stands to each. */
export interface DutyWork {
  readonly settings: DutySettings;
  readonly duties: readonly { readonly duty: LockedDuty; readonly standing: DutyStanding }[];
}

/**
 * Takes duties to work on them, in the order asked. Fails with `duty.unknown` for one beyond the actor's reach and
 * `duty.changed` for one that is no longer as it was seen.
 */
export async function takeDuties(
  transaction: ProvinceTransaction,
  actor: Actor,
  { seen, reach }: { readonly seen: readonly SeenDuty[]; readonly reach: Reach },
  { today }: Pick<RegisterWorld, "today">,
): Promise<Result<DutyWork>> {
  const settings = await loadDutySettings(transaction, actor.province);
  const ids = seen.map(({ id }) => id);
  const found = new Map(
    (await lockDuties(transaction, sightOf(actor, reach), ids)).map((duty) => [duty.id, duty]),
  );
  const own = await unitsOfPosts(transaction, actor);
  const duties: DutyWork["duties"][number][] = [];
  for (const { id, version } of seen) {
    const duty = found.get(id);
    if (!duty) return fail("duty.unknown", { id });
    if (version !== null && version !== duty.version)
      return fail("duty.changed", { now: duty.version, yours: version });
    const standing = {
      ...{ stage: dutyStage(duty), own: own.has(duty.holder), today: today() },
      delegatedFrom: settings.confirmingFrom,
    };
    duties.push({ duty, standing });
  }
  return succeed({ settings, duties });
}
