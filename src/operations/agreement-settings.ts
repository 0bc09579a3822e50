import { fail, type Result, succeed } from "../domain/basics/result.ts";
import {
  type AgreementProcedure,
  procedureOn,
  signatoryLevels,
} from "../domain/cooperation/agreement/procedure.ts";
import { tidySettings } from "../domain/cooperation/agreement/settings.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import {
  type KeptAgreementSettings,
  loadAgreementSettings,
  saveAgreementSettings,
} from "../store/agreement-settings.ts";
import { withProvince } from "../store/database.ts";
import type { AgreementWorld } from "./agreement-work.ts";
import { writeHistory } from "./register.ts";

/** How a province handles agreements, beside the procedures that are in force today. */
export interface ShownAgreementSettings {
  readonly settings: KeptAgreementSettings;
  readonly procedures: readonly AgreementProcedure[];
}

/** How the person's province handles agreements. */
export async function showAgreementSettings(
  actor: Actor,
  world: AgreementWorld,
): Promise<Result<ShownAgreementSettings>> {
  const allowed = permit(actor, "see-settings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) =>
    succeed(shown(await loadAgreementSettings(transaction, actor.province), world)),
  );
}

/**
 * Changes it, in the version that the person saw; proceedings under way go by the new word. Fails with
 * `register.settings-changed`.
 */
export async function changeAgreementSettings(
  actor: Actor,
  wanted: KeptAgreementSettings,
  world: AgreementWorld,
): Promise<Result<ShownAgreementSettings>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const before = await loadAgreementSettings(transaction, actor.province, { locked: true });
    if (before.version !== wanted.version) return fail("register.settings-changed");
    const after = { ...tidySettings(wanted), version: before.version + 1 };
    await saveAgreementSettings(transaction, actor.province, after);
    const subject = `settings:${actor.province}`;
    await writeHistory(transaction, actor, world, [{ what: "agreement-settings", subject, before, after }]);
    return succeed(shown(after, world));
  });
}

function shown(
  settings: KeptAgreementSettings,
  { agreementProcedures, today }: Pick<AgreementWorld, "agreementProcedures" | "today">,
): ShownAgreementSettings {
  const procedures = signatoryLevels.flatMap(
    (level) => procedureOn(agreementProcedures, level, today()) ?? [],
  );
  return { settings, procedures };
}
