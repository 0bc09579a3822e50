import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Result } from "../domain/basics/result.ts";
import type { AgreementSettings } from "../domain/cooperation/agreement/settings.ts";
import { type AgreementStatus, agreementStatus } from "../domain/cooperation/agreement/status.ts";
import { type TimeLimit, timeLimitsOf } from "../domain/cooperation/agreement/time-limit.ts";
import {
  type AgreementTimes,
  agreementFacts,
  agreementTimes,
  type ComingEnd,
  nextEnd,
} from "../domain/cooperation/agreement/validity.ts";
import { maskRecord, type RegisteredRecord } from "../domain/cooperation/record.ts";
import {
  type AgreementHead,
  agreementDeclaration,
  agreementHead,
} from "../domain/cooperation/records/agreement.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Action } from "../domain/organisation/rights.ts";
import { loadAgreementSettings } from "../store/agreement-settings.ts";
import { type KeptProceeding, loadAllProceedings } from "../store/agreements.ts";
import type { RecordTransaction } from "../store/record-rows.ts";
import { loadRegister } from "../store/records.ts";
import { type AgreementWorld, rulesOf } from "./agreement-work.ts";
import { askingOf, registerFor } from "./records.ts";

/** An agreement among all of its province, without what the person may not see of it. */
export interface AgreementOfAll {
  readonly record: RegisteredRecord;
  readonly head: AgreementHead;
  readonly times: AgreementTimes;
  readonly status: AgreementStatus;
  /** The end of the period in force; null: it has none, is over, or was never signed. */
  readonly end: ComingEnd | null;
  readonly limits: readonly TimeLimit[];
}

/** All agreements of a province as they stand on a day, with how it handles them. Three statements. */
export async function loadAllAgreements(
  transaction: RecordTransaction,
  actor: Actor,
  world: AgreementWorld,
): Promise<{ readonly agreements: readonly AgreementOfAll[]; readonly settings: AgreementSettings }> {
  const settings = await loadAgreementSettings(transaction, actor.province);
  const proceedings = await loadAllProceedings(transaction, actor.province);
  const found = await loadRegister(transaction, askingOf(actor), agreementDeclaration.key);
  const today = world.today();
  const agreements = found.flatMap(({ record, sight }): readonly AgreementOfAll[] => {
    const masked = maskRecord(agreementDeclaration, record, sight);
    return masked ? [standing(masked, proceedings.get(record.id) ?? [], { settings, today, world })] : [];
  });
  return { agreements, settings };
}

/** Statuses of what was signed and is not over. */
const living: readonly AgreementStatus[] = ["signed", "inForce", "suspended"];

function standing(
  record: RegisteredRecord,
  proceedings: readonly KeptProceeding[],
  how: { readonly settings: AgreementSettings; readonly today: CalendarDate; readonly world: AgreementWorld },
): AgreementOfAll {
  const { settings, today, world } = how;
  const head = agreementHead(record.values);
  const times = agreementTimes(agreementFacts(proceedings), head.term);
  const status = agreementStatus(times, today);
  return {
    ...{ record, head, times, status },
    end: living.includes(status) ? nextEnd(times, head.term, today) : null,
    limits: proceedings.flatMap((proceeding) => {
      const rules = rulesOf({ head, settings }, proceeding, world);
      return rules ? timeLimitsOf(proceeding, rules, today) : [];
    }),
  };
}

/** Whether somebody may read agreements, or take them along. Fails with `register.not-allowed`. */
export function mayReadAgreements(
  actor: Actor,
  action: Extract<Action, "see-records" | "export-register">,
): Result<unknown> {
  return registerFor(actor, action, agreementDeclaration.key);
}
