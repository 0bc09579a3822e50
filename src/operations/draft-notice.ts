import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { leadersNotice } from "../domain/duty/leaders-notice.ts";
import { permit } from "../domain/duty/permission.ts";
import type { LetterIssuer } from "../domain/duty/urging-letter.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { existsOn } from "../domain/organisation/gazetteer.ts";
import { printLeadersNotice } from "../print/leaders-notice.ts";
import { withProvince } from "../store/database.ts";
import { loadLeadersFigures } from "../store/leaders-figures.ts";
import { loadRules } from "../store/province-settings.ts";
import { sightOf } from "../store/sight.ts";
import { loadUnits } from "../store/units.ts";
import { issuersOf } from "./draft-letter.ts";
import { logApart } from "./log-apart.ts";
import type { RegisterWorld } from "./register.ts";

/**
 * Drafts the notice that tells what leaders see, as .docx; logged as an export. Nothing is sent: it is issued with its
 * number elsewhere. Fails with `duty.letter-no-issuer`.
 */
export async function draftNotice(
  actor: Actor,
  from: LetterIssuer,
  world: RegisterWorld,
): Promise<Result<Uint8Array>> {
  const allowed = permit(actor, "compare-units");
  if (!allowed.ok) return allowed;
  const today = world.today();
  const drafted = await withProvince(world.kysely, actor.province, async (transaction) => {
    const rules = await loadRules(transaction, actor.province, today);
    const units = (await loadUnits(transaction, actor.province)).filter((unit) => existsOn(unit, today));
    const issuers = issuersOf(actor, from, units);
    if (!issuers) return fail("duty.letter-no-issuer");
    const figures = await loadLeadersFigures(transaction, sightOf(actor, allowed.value), rules);
    return succeed(leadersNotice(figures, issuers));
  });
  if (!drafted.ok) return drafted;
  const bytes = await printLeadersNotice(drafted.value, today);
  const after = { from, number: drafted.value.number };
  await logApart(actor, { kind: "export", what: "draft-notice", subject: "duties", after }, world);
  return succeed(bytes);
}
