import { type Result, succeed } from "../domain/basics/result.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { permit } from "../domain/duty/permission.ts";
import type { UnitFigures } from "../domain/duty/register-figures.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadRules } from "../store/province-settings.ts";
import { loadUnits } from "../store/register-figures.ts";
import { sightOf } from "../store/sight.ts";
import type { RegisterWorld } from "./register.ts";

/** Every body that stands in a task, with what it leads and how that stands today. */
export async function summariseUnits(
  actor: Actor,
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<{ readonly rules: StateRules; readonly units: readonly UnitFigures[] }>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const rules = await loadRules(transaction, actor.province, today());
    return succeed({ rules, units: await loadUnits(transaction, sightOf(actor, allowed.value), rules) });
  });
}
