import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import {
  findUntaken,
  type KeptUrging,
  loadKeptUrging,
  saveKeptUrging,
  type UntakenMessage,
} from "../store/urging-settings.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** How the province urges, and what did not reach its people. */
export interface ShownUrging extends KeptUrging {
  readonly untaken: readonly UntakenMessage[];
}

/** How the person's province urges, for who may change it. */
export async function showUrging(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<ShownUrging>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) =>
    succeed({
      ...(await loadKeptUrging(transaction, actor.province)),
      untaken: await findUntaken(transaction, actor.province),
    }),
  );
}

/**
 * Changes how the province urges, in the version of the settings that the person saw; steps that were taken stay taken.
 * Fails with `register.settings-changed`.
 */
export async function changeUrging(
  actor: Actor,
  wanted: KeptUrging,
  world: RegisterWorld,
): Promise<Result<ShownUrging>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const before = await loadKeptUrging(transaction, actor.province, { locked: true });
    if (before.version !== wanted.version) return fail("register.settings-changed");
    const after = { ...wanted, version: before.version + 1 };
    await saveKeptUrging(transaction, actor.province, after);
    const subject = `settings:${actor.province}`;
    await writeHistory(transaction, actor, world, [{ what: "urging-settings", subject, before, after }]);
    return succeed({ ...after, untaken: await findUntaken(transaction, actor.province) });
  });
}
