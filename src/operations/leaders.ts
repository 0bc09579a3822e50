import { type Result, succeed } from "../domain/basics/result.ts";
import type { LeadersFigures } from "../domain/duty/leaders-figures.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadLeadersFigures } from "../store/leaders-figures.ts";
import { loadRules } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import type { RegisterWorld } from "./register.ts";

/** What leaders see: what is open and late, whose and since when, and units beside units of their kind. */
export async function showLeaders(
  actor: Actor,
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<LeadersFigures>> {
  const allowed = permit(actor, "compare-units");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const rules = await loadRules(transaction, actor.province, today());
    return succeed(await loadLeadersFigures(transaction, sightOf(actor, allowed.value), rules));
  });
}
