import { type Result, succeed } from "../domain/basics/result.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { permit } from "../domain/duty/permission.ts";
import type { UnitFigures } from "../domain/duty/register-figures.ts";
import type { HeldAs } from "../domain/duty/task-query.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadRules } from "../store/province-settings.ts";
import { loadUnitFigures } from "../store/register-figures.ts";
import { sightOf } from "../store/sight.ts";
import type { RegisterWorld } from "./register.ts";

/** Every unit with parts in tasks, as given or as held today, and names that are no unit, with how their tasks stand. */
export async function summariseUnits(
  actor: Actor,
  as: HeldAs,
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<{ readonly rules: StateRules; readonly units: readonly UnitFigures[] }>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const rules = await loadRules(transaction, actor.province, today());
    return succeed({
      rules,
      units: await loadUnitFigures(transaction, sightOf(actor, allowed.value), rules, as),
    });
  });
}
