import { partsOf } from "../domain/basics/calendar-date.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { TimelineFigures } from "../domain/duty/register-figures.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import { loadRules } from "../store/province-settings.ts";
import { loadTimeline } from "../store/register-figures.ts";
import { sightOf } from "../store/sight.ts";
import type { RegisterWorld } from "./register.ts";

/** The most years that one timeline shows after its first. */
const mostYears = 20;

/** Tasks by the quarter in which they are due; null years: from this year to two years on. */
export async function showTimeline(
  actor: Actor,
  wanted: { readonly from: number | null; readonly to: number | null },
  { kysely, today }: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<TimelineFigures>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  const now = today();
  const from = Math.min(Math.max(wanted.from ?? partsOf(now).year, 1), 9990);
  const to = Math.min(Math.max(wanted.to ?? from + 2, from), from + mostYears, 9998);
  return withProvince(kysely, actor.province, async (transaction) => {
    const rules = await loadRules(transaction, actor.province, now);
    return succeed(await loadTimeline(transaction, sightOf(actor, allowed.value), { from, to }, rules));
  });
}
