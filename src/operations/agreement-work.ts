import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { Holidays } from "../domain/calendar/holidays.ts";
import { type AgreementProcedure, procedureOn } from "../domain/cooperation/agreement/procedure.ts";
import type { ProceedingRules } from "../domain/cooperation/agreement/proceeding.ts";
import { type AgreementSettings, procedureOfProvince } from "../domain/cooperation/agreement/settings.ts";
import {
  type AgreementTimes,
  agreementFacts,
  agreementTimes,
} from "../domain/cooperation/agreement/validity.ts";
import {
  type AgreementHead,
  agreementDeclaration,
  agreementHead,
} from "../domain/cooperation/records/agreement.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Action } from "../domain/organisation/rights.ts";
import { loadAgreementSetting } from "../store/agreement-settings.ts";
import { type AgreementLife, type KeptProceeding, loadLife } from "../store/agreements.ts";
import type { FoundRecord, RecordTransaction } from "../store/record-rows.ts";
import { loadRecord } from "../store/records.ts";
import { askingOf, focalName, type RecordWorld, registerFor } from "./records.ts";

/** What the operations of agreements stand on. */
export interface AgreementWorld extends RecordWorld {
  readonly holidays: Holidays;
  readonly agreementProcedures: readonly AgreementProcedure[];
}

/** An agreement with all that happened to it. */
export interface LoadedAgreement extends AgreementLife {
  readonly found: FoundRecord;
  readonly head: AgreementHead;
  readonly times: AgreementTimes;
  readonly settings: AgreementSettings;
  /** Whether the unit that signs is a commune on the border. */
  readonly isOnBorder: boolean;
}

/** What somebody wants with an agreement: to see it, or to write what happened to it, which only its owner does. */
export type AgreementUse = Extract<Action, "see-records" | "edit-records">;

/** An agreement, locked when it is written. Fails with `record.unknown` and `record.not-owner`. Three statements. */
export async function loadAgreement(
  transaction: RecordTransaction,
  actor: Actor,
  id: string,
  use: AgreementUse,
): Promise<Result<LoadedAgreement>> {
  const locked = use === "edit-records";
  const allowed = registerFor(actor, use, agreementDeclaration.key);
  if (!allowed.ok) return allowed;
  const asking = askingOf(actor);
  const found = await loadRecord(transaction, asking, { register: agreementDeclaration.key, id }, { locked });
  if (found === null) return fail("record.unknown");
  if (locked && !found.mayEdit)
    return fail("record.not-owner", { owner: found.record.owner?.name ?? focalName });
  const head = agreementHead(found.record.values);
  const life = await loadLife(transaction, asking, id);
  const signatory = found.record.links.signatory?.[0]?.id ?? null;
  const { settings, isOnBorder } = await loadAgreementSetting(transaction, actor.province, signatory);
  return succeed({
    ...life,
    found,
    head,
    times: agreementTimes(agreementFacts(life.proceedings), head.term),
    settings,
    isOnBorder,
  });
}

/**
 * The rules of a proceeding: those in force on the day on which it was begun, as the province goes by them; null where the
 * law knows none.
 */
export function rulesOf(
  { head, settings }: Pick<LoadedAgreement, "head" | "settings">,
  { begunOn, onlyOutcome }: Pick<KeptProceeding, "begunOn" | "onlyOutcome">,
  { agreementProcedures, holidays }: Pick<AgreementWorld, "agreementProcedures" | "holidays">,
): ProceedingRules | null {
  const { level, concerns } = head;
  // What a district signed is the province's now; what follows goes by the procedure of the province.
  const procedure =
    procedureOn(agreementProcedures, level, begunOn) ??
    (level === "district" ? procedureOn(agreementProcedures, "peoplesCommittee", begunOn) : null) ??
    (onlyOutcome ? (agreementProcedures.find((one) => one.level === level) ?? null) : null);
  const { asksParty } = settings;
  return procedure && { procedure: procedureOfProvince(procedure, settings), concerns, asksParty, holidays };
}
