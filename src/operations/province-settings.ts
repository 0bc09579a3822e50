import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { countUnfilled } from "../store/occurrences.ts";
import {
  loadSettings,
  type ProvinceSettings,
  saveSettings,
  type WantedSettings,
} from "../store/province-settings.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** The settings with the number of occurrences left open from before the start day. */
export interface ShownSettings extends ProvinceSettings {
  readonly beforeStart: number;
}

/** How the person's province keeps its register. */
export async function showSettings(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<ShownSettings>> {
  const allowed = permit(actor, "see-settings");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, (transaction) =>
    shownSettings(transaction, sightOf(actor, allowed.value)),
  );
}

/** Changes the settings in the version that the person saw. Fails with `register.settings-changed`. */
export async function changeSettings(
  actor: Actor,
  wanted: WantedSettings,
  world: RegisterWorld,
): Promise<Result<ShownSettings>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const before = await loadSettings(transaction, actor.province, { locked: true });
    if (before.version !== wanted.version) return fail("register.settings-changed");
    const { startDay, soonDays, logMonths = before.logMonths } = wanted;
    const after = { startDay, soonDays, logMonths, version: before.version + 1 };
    await saveSettings(transaction, actor.province, after);
    await writeHistory(transaction, actor, world, [
      { what: "province-settings", subject: `settings:${actor.province}`, before, after },
    ]);
    return shownSettings(transaction, sightOf(actor, allowed.value));
  });
}

async function shownSettings(transaction: ProvinceTransaction, sight: Sight): Promise<Result<ShownSettings>> {
  const settings = await loadSettings(transaction, sight.province);
  const { startDay } = settings;
  const beforeStart = startDay === null ? 0 : await countUnfilled(transaction, sight, startDay);
  return succeed({ ...settings, beforeStart });
}
