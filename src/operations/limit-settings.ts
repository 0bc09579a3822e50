import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { LimitSettings } from "../domain/cooperation/time-limit/limit-settings.ts";
import type { TimeLimit } from "../domain/cooperation/time-limit/time-limit.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { type KeptLimitSettings, loadLimitSettings, saveLimitSettings } from "../store/time-limits.ts";
import { writeHistory } from "./register.ts";
import type { LimitWorld } from "./time-limits.ts";

/** What a province sets, beside the rules of the law that it is set against. */
export interface ShownLimitSettings extends KeptLimitSettings {
  readonly limits: readonly TimeLimit[];
}

/** The time limits of cooperation in the person's province. */
export async function showLimitSettings(
  actor: Actor,
  world: LimitWorld,
): Promise<Result<ShownLimitSettings>> {
  const allowed = permit(actor, "see-settings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const kept = await loadLimitSettings(transaction, actor.province);
    return succeed({ ...kept, limits: world.timeLimits });
  });
}

/**
 * Sets them, in the version that the person saw: other days for rules that leave them to the province, its own steps, and
 * who permits whose journey. Fails with `register.settings-changed` and `record.limit-unknown` (days for a rule that the
 * law does not leave to the province, or two steps of one key).
 */
export async function changeLimitSettings(
  actor: Actor,
  { settings, version }: { readonly settings: LimitSettings; readonly version: number },
  world: LimitWorld,
): Promise<Result<ShownLimitSettings>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  const settable = new Set(world.timeLimits.filter(({ isSettable }) => isSettable).map(({ key }) => key));
  const keys = [...world.timeLimits.map(({ key }) => key)];
  const steps = settings.steps.map(({ key }) => key);
  const isWrong =
    Object.keys(settings.days).some((key) => !settable.has(key)) ||
    new Set(steps).size < steps.length ||
    steps.some((key) => keys.includes(key));
  if (isWrong) return fail("record.limit-unknown");
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const before = await loadLimitSettings(transaction, actor.province, { locked: true });
    if (before.version !== version) return fail("register.settings-changed");
    const after = { settings, version: version + 1 };
    await saveLimitSettings(transaction, actor.province, after);
    const subject = `settings:${actor.province}`;
    await writeHistory(transaction, actor, world, [
      { what: "limit-settings", subject, before: before.settings, after: settings },
    ]);
    return succeed({ ...after, limits: world.timeLimits });
  });
}
