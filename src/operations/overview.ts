import { type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { OverviewFigures } from "../domain/duty/register-figures.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadRules } from "../store/province-settings.ts";
import { loadOverview } from "../store/register-figures.ts";
import { sightOf } from "../store/sight.ts";
import type { RegisterWorld } from "./register.ts";

/** What the register says first: what is late or due soon and whose, what is unclear, what awaits review. */
export async function showOverview(
  actor: Actor,
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<OverviewFigures>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const rules = await loadRules(transaction, actor.province, today());
    return succeed(await loadOverview(transaction, sightOf(actor, allowed.value), rules));
  });
}
