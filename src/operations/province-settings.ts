import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type DueRecount, recountDueDays } from "../domain/duty/due-recount.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { countUnfilled, findCounted, moveOccurrences } from "../store/occurrences.ts";
import {
  loadSettings,
  type ProvinceSettings,
  saveSettings,
  type WantedSettings,
} from "../store/province-settings.ts";
import { type Sight, sightOf } from "../store/sight.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { makeDuties } from "./make-duties.ts";
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

/**
 * Changes the settings in the version that the person saw. Where due days are counted otherwise, open occurrences of which
 * nothing was recorded follow, with their duties. Fails with `register.settings-changed`.
 */
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
    const after = { ...withWanted(before, wanted), version: before.version + 1 };
    await saveSettings(transaction, actor.province, after);
    const { moved } = await recounted(transaction, actor, { before, after }, world);
    if (moved.length > 0) {
      await moveOccurrences(transaction, actor.province, moved);
      const tasks = [...new Set(moved.map(({ task }) => task))];
      await makeDuties(transaction, actor, { tasks }, world);
    }
    const subject = `settings:${actor.province}`;
    await writeHistory(transaction, actor, world, [
      { what: "province-settings", subject, before, after: { ...after, movedDays: moved.length } },
    ]);
    return shownSettings(transaction, sightOf(actor, allowed.value));
  });
}

/** What a change of the settings would do to due days; nothing is written. Fails with `register.settings-changed`. */
export async function previewSettings(
  actor: Actor,
  wanted: WantedSettings,
  world: RegisterWorld,
): Promise<Result<DueRecount>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const before = await loadSettings(transaction, actor.province);
    if (before.version !== wanted.version) return fail("register.settings-changed");
    const after = withWanted(before, wanted);
    return succeed(await recounted(transaction, actor, { before, after }, world));
  });
}

function withWanted(before: ProvinceSettings, wanted: WantedSettings): ProvinceSettings {
  const { startDay, soonDays, version } = wanted;
  const { logMonths = before.logMonths, strictBeforeCounts = before.strictBeforeCounts } = wanted;
  const { yearlyCutOff = before.yearlyCutOff, heartbeat = before.heartbeat } = wanted;
  return { startDay, soonDays, logMonths, strictBeforeCounts, yearlyCutOff, heartbeat, version };
}

async function recounted(
  transaction: ProvinceTransaction,
  { province }: Actor,
  { before, after }: { readonly before: ProvinceSettings; readonly after: ProvinceSettings },
  { today }: Pick<RegisterWorld, "today">,
): Promise<DueRecount> {
  const isSame =
    before.strictBeforeCounts === after.strictBeforeCounts && before.yearlyCutOff === after.yearlyCutOff;
  const standing = isSame ? [] : await findCounted(transaction, province);
  const { startDay, soonDays } = after;
  return recountDueDays(standing, after, { today: today(), startDay, soonDays });
}

async function shownSettings(transaction: ProvinceTransaction, sight: Sight): Promise<Result<ShownSettings>> {
  const settings = await loadSettings(transaction, sight.province);
  const { startDay } = settings;
  const beforeStart = startDay === null ? 0 : await countUnfilled(transaction, sight, startDay);
  return succeed({ ...settings, beforeStart });
}
