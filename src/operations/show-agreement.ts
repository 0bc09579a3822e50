import { type CalendarDate, partsOf } from "../domain/basics/calendar-date.ts";
import { type Result, succeed } from "../domain/basics/result.ts";
import {
  type AgreementAction,
  type AgreementActionKind,
  allowedKinds,
  type ProceedingPurpose,
} from "../domain/cooperation/agreement/proceeding.ts";
import { type AgreementStatus, agreementStatus } from "../domain/cooperation/agreement/status.ts";
import { type ProceedingStep, proceedingSteps } from "../domain/cooperation/agreement/steps.ts";
import { type ComingEnd, comingEnd, expiryOn } from "../domain/cooperation/agreement/validity.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { KeptClause, KeptEvaluation } from "../store/agreement-clauses.ts";
import { withProvince } from "../store/database.ts";
import type { RecordTransaction } from "../store/record-rows.ts";
import { type AgreementWorld, loadAgreement, rulesOf } from "./agreement-work.ts";

/** A proceeding as its page draws it. */
export interface ShownProceeding {
  readonly id: string;
  readonly purpose: ProceedingPurpose;
  readonly onlyOutcome: boolean;
  readonly begunOn: CalendarDate;
  readonly steps: readonly ProceedingStep[];
  readonly actions: readonly AgreementAction[];
  /** What the owner may record next. */
  readonly allowed: readonly AgreementActionKind[];
  /** The text that its rules stand in, and which of them were not read there. */
  readonly source: string;
  readonly unverified: readonly string[];
}

/** The life of an agreement as it stands today; its head facts are those of its record. */
export interface ShownAgreement {
  readonly status: AgreementStatus;
  readonly effectiveOn: CalendarDate | null;
  readonly expiresOn: CalendarDate | null;
  /** What comes within twelve months. */
  readonly comingEnd: ComingEnd | null;
  readonly mayEdit: boolean;
  readonly year: number;
  readonly proceedings: readonly ShownProceeding[];
  readonly clauses: readonly KeptClause[];
  readonly evaluations: readonly KeptEvaluation[];
}

/** How many months before its end an agreement is announced to end. */
export const announcedMonths = 12;

/** The life of an agreement. Fails with `register.not-allowed` and `record.unknown`. Three statements. */
export async function showAgreement(
  actor: Actor,
  id: string,
  world: AgreementWorld,
): Promise<Result<ShownAgreement>> {
  return withProvince(world.kysely, actor.province, (transaction) =>
    shownAgreement(transaction, actor, id, world),
  );
}

/** The same within the transaction of what was written. */
export async function shownAgreement(
  transaction: RecordTransaction,
  actor: Actor,
  id: string,
  world: AgreementWorld,
): Promise<Result<ShownAgreement>> {
  const loaded = await loadAgreement(transaction, actor, id, "see-records");
  if (!loaded.ok) return loaded;
  const { head, proceedings, clauses, evaluations, times, found } = loaded.value;
  const today = world.today();
  return succeed({
    status: agreementStatus(times, today),
    ...{ effectiveOn: times.effectiveOn, expiresOn: expiryOn(times, today) },
    comingEnd: times.signedOn === null ? null : comingEnd(times, head.term, today, announcedMonths),
    ...{ mayEdit: found.mayEdit, year: partsOf(today).year },
    proceedings: proceedings.map(({ id, purpose, onlyOutcome, begunOn, actions }) => {
      const rules = rulesOf(loaded.value, { begunOn, onlyOutcome }, world);
      const way = rules ? proceedingSteps({ purpose, onlyOutcome, actions }, rules, today) : [];
      const { source = "", unverified = [] } = rules?.procedure ?? {};
      const allowed = found.mayEdit ? allowedKinds({ purpose, onlyOutcome, actions }) : [];
      return { id, purpose, onlyOutcome, begunOn, actions, allowed, steps: way, source, unverified };
    }),
    ...{ clauses, evaluations },
  });
}
