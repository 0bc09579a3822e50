import { type Result, succeed } from "../domain/basics/result.ts";
import type { DutyUnit } from "../domain/duty/duty-query.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { existsOn } from "../domain/organisation/gazetteer.ts";
import { withProvince } from "../store/database.ts";
import { loadTreeUnits, loadUnitsById } from "../store/unit-tree.ts";
import type { RegisterWorld } from "./register.ts";

/** Units that are shown to choose from at once; more words narrow them. */
const mostChoices = 12;

/**
 * The units of the province today whose names have the words, to be named as co-ordinating: also those that the actor
 * otherwise sees nothing of. Two statements.
 */
export async function findUnits(
  actor: Actor,
  words: string,
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<readonly DutyUnit[]>> {
  const allowed = permit(actor, "coordinate");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const all = await loadTreeUnits(transaction, actor.province, { words, kind: null });
    const found = all.filter((unit) => unit.meant && existsOn(unit, today())).slice(0, mostChoices);
    const units = await loadUnitsById(
      transaction,
      actor.province,
      found.map(({ id }) => id),
    );
    return succeed(units.map(({ id, name, shortName }) => ({ id, name, shortName })));
  });
}
