import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import {
  type DutySettings,
  type KeptDutySettings,
  loadKeptDutySettings,
  saveDutySettings,
} from "../store/duty-settings.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** How the person's province follows duties. */
export async function showDutySettings(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<KeptDutySettings>> {
  const allowed = permit(actor, "see-settings");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) =>
    succeed(await loadKeptDutySettings(transaction, actor.province)),
  );
}

/**
 * Changes how duties are followed, in the version that the person saw. A delegation to confirm is a right that is given:
 * only who gives rights records it. Fails with `register.settings-changed` and `register.delegation-incomplete`.
 */
export async function changeDutySettings(
  actor: Actor,
  wanted: KeptDutySettings,
  world: RegisterWorld,
): Promise<Result<KeptDutySettings>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  if ((wanted.confirmingDocument === null) !== (wanted.confirmingFrom === null))
    return fail("register.delegation-incomplete");
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const before = await loadKeptDutySettings(transaction, actor.province, { locked: true });
    if (before.version !== wanted.version) return fail("register.settings-changed");
    const given = isOtherDelegation(before, wanted) ? permit(actor, "change-rights") : allowed;
    if (!given.ok) return given;
    const after = { ...wanted, version: before.version + 1 };
    await saveDutySettings(transaction, actor.province, after);
    const subject = `settings:${actor.province}`;
    await writeHistory(transaction, actor, world, [{ what: "duty-settings", subject, before, after }]);
    return succeed(after);
  });
}

function isOtherDelegation(before: DutySettings, after: DutySettings): boolean {
  return (
    before.confirmingDocument !== after.confirmingDocument || before.confirmingFrom !== after.confirmingFrom
  );
}
