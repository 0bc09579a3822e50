import { type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { loadAsksParty, saveAsksParty } from "../store/agreements.ts";
import { withProvince } from "../store/database.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** Whether the province asks its Party bodies before it decides on an agreement. */
export async function showAsksParty(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<boolean>> {
  const allowed = permit(actor, "see-settings");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) =>
    succeed(await loadAsksParty(transaction, actor.province)),
  );
}

/** Sets it; proceedings under way go by the new word. */
export async function setAsksParty(
  actor: Actor,
  asks: boolean,
  world: RegisterWorld,
): Promise<Result<boolean>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const before = await loadAsksParty(transaction, actor.province);
    await saveAsksParty(transaction, actor.province, asks);
    const subject = `settings:${actor.province}`;
    await writeHistory(transaction, actor, world, [
      { what: "agreement-settings", subject, before: { asksParty: before }, after: { asksParty: asks } },
    ]);
    return succeed(asks);
  });
}
