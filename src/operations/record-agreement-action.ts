import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { mayBeSigned, maySignAt } from "../domain/cooperation/agreement/filing.ts";
import {
  type AgreementAction,
  addAction,
  type GivenAction,
  type ProceedingPurpose,
  type ProceedingRules,
} from "../domain/cooperation/agreement/proceeding.ts";
import { agreementFacts } from "../domain/cooperation/agreement/validity.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import {
  insertAction,
  insertProceeding,
  type KeptProceeding,
  removeAction,
  saveFacts,
} from "../store/agreements.ts";
import { withProvince } from "../store/database.ts";
import type { RecordTransaction } from "../store/record-rows.ts";
import { type AgreementWorld, type LoadedAgreement, loadAgreement, rulesOf } from "./agreement-work.ts";
import { writeHistory } from "./register.ts";
import { type ShownAgreement, shownAgreement } from "./show-agreement.ts";

/** A proceeding as it is begun: by its first action. */
export interface BegunProceeding {
  readonly purpose: ProceedingPurpose;
  readonly onlyOutcome: boolean;
  readonly action: GivenAction;
}

/**
 * Begins a proceeding of an agreement with its first action. Only an agreement that was signed is amended, suspended or
 * ended, and it is concluded once. Fails as `addAction` does, and with `agreement.purpose-not-allowed` and
 * `agreement.no-procedure`.
 */
export async function beginProceeding(
  actor: Actor,
  id: string,
  { purpose, onlyOutcome, action }: BegunProceeding,
  world: AgreementWorld,
): Promise<Result<ShownAgreement>> {
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const agreement = await loadAgreement(transaction, actor, id, "edit-records");
    if (!agreement.ok) return agreement;
    if (!mayBegin(agreement.value, purpose)) return fail("agreement.purpose-not-allowed");
    const begun: KeptProceeding = {
      ...{ id: world.newId(), purpose, onlyOutcome, begunOn: action.on, actions: [] },
    };
    const taken = added(agreement.value, begun, action, world);
    if (!taken.ok) return taken;
    await insertProceeding(transaction, actor.province, id, begun);
    return written(transaction, actor, { id, agreement: agreement.value, ...taken.value }, world);
  });
}

/** What may be begun now: concluding once, the rest only of what is signed. */
function mayBegin({ proceedings, times }: LoadedAgreement, purpose: ProceedingPurpose): boolean {
  if (purpose === "conclude") return !proceedings.some((one) => one.purpose === "conclude");
  return times.signedOn !== null;
}

/**
 * Records an action in a proceeding. Fails as `addAction` and `mayBeSigned` do, and with `agreement.proceeding-unknown`.
 */
export async function recordAgreementAction(
  actor: Actor,
  { id, proceeding }: { readonly id: string; readonly proceeding: string },
  action: GivenAction,
  world: AgreementWorld,
): Promise<Result<ShownAgreement>> {
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const agreement = await loadAgreement(transaction, actor, id, "edit-records");
    if (!agreement.ok) return agreement;
    const standing = agreement.value.proceedings.find((one) => one.id === proceeding);
    if (!standing) return fail("agreement.proceeding-unknown");
    const taken = added(agreement.value, standing, action, world);
    if (!taken.ok) return taken;
    return written(transaction, actor, { id, agreement: agreement.value, ...taken.value }, world);
  });
}

interface Taken {
  readonly proceeding: KeptProceeding;
  readonly action: AgreementAction;
}

function added(
  agreement: LoadedAgreement,
  standing: KeptProceeding,
  given: GivenAction,
  world: AgreementWorld,
): Result<Taken> {
  const rules = rulesOf(agreement, standing, world);
  if (rules === null) return fail("agreement.no-procedure");
  const { level } = agreement.head;
  const signing = { on: given.on, isOnBorder: agreement.isOnBorder };
  const fits = given.kind === "signed" ? mayBeSigned(level, signing) : maySignAt(level, signing);
  if (!fits.ok) return fits;
  const action = { ...given, id: world.newId() };
  const after = addAction(standing, action, rules, world.today());
  return after.ok ? succeed({ proceeding: after.value, action }) : after;
}

async function written(
  transaction: RecordTransaction,
  actor: Actor,
  { id, agreement, proceeding, action }: Taken & { readonly id: string; readonly agreement: LoadedAgreement },
  world: AgreementWorld,
): Promise<Result<ShownAgreement>> {
  const by = { at: world.clock(), by: actor.person };
  await insertAction(transaction, actor.province, proceeding.id, action, by);
  const proceedings = [...agreement.proceedings.filter((one) => one.id !== proceeding.id), proceeding];
  await saveFacts(transaction, actor.province, id, agreementFacts(proceedings));
  await writeHistory(transaction, actor, world, [
    {
      what: "record-agreement-action",
      subject: `record:${id}`,
      before: null,
      after: logged(proceeding, action),
    },
  ]);
  return shownAgreement(transaction, actor, id, world);
}

/** An action as the log keeps it. */
function logged({ purpose }: Pick<KeptProceeding, "purpose">, action: AgreementAction) {
  const { kind, on, body, bodyName, answer, documentNumber, validUntil } = action;
  return { purpose, action: kind, on, body, bodyName, answer, documentNumber, validUntil };
}

/**
 * Takes an action back that was recorded wrongly. What follows it has to stand without it: fails with
 * `agreement.action-needed` when it does not, and with `agreement.action-unknown`.
 */
export async function takeBackAgreementAction(
  actor: Actor,
  { id, action }: { readonly id: string; readonly action: string },
  world: AgreementWorld,
): Promise<Result<ShownAgreement>> {
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const agreement = await loadAgreement(transaction, actor, id, "edit-records");
    if (!agreement.ok) return agreement;
    const { proceedings } = agreement.value;
    const standing = proceedings.find(({ actions }) => actions.some((one) => one.id === action));
    const taken = standing?.actions.find((one) => one.id === action);
    if (!standing || !taken) return fail("agreement.action-unknown");
    const left = standing.actions.filter((one) => one.id !== action);
    const rules = rulesOf(agreement.value, standing, world);
    const others = proceedings.filter((one) => one.id !== standing.id);
    const stays = left.length === 0 ? others : [...others, { ...standing, actions: left }];
    const signedBefore = agreement.value.times.signedOn !== null;
    const stillSigned = stays.some((one) => one.actions.some(({ kind }) => kind === "signed"));
    if (rules === null || !standsAlone({ ...standing, actions: left }, rules, world.today()))
      return fail("agreement.action-needed");
    if (signedBefore && !stillSigned && stays.some(({ purpose }) => purpose !== "conclude"))
      return fail("agreement.action-needed");
    await removeAction(transaction, actor.province, { action, proceeding: standing.id });
    await saveFacts(transaction, actor.province, id, agreementFacts(stays));
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "take-back-agreement-action", subject: `record:${id}` },
        ...{ before: logged(standing, taken), after: null },
      },
    ]);
    return shownAgreement(transaction, actor, id, world);
  });
}

/** Whether all actions of a proceeding could have been recorded one after the other. */
function standsAlone(proceeding: KeptProceeding, rules: ProceedingRules, today: CalendarDate): boolean {
  let standing: KeptProceeding = { ...proceeding, actions: [] };
  for (const action of proceeding.actions) {
    const next = addAction(standing, action, rules, today);
    if (!next.ok) return false;
    standing = next.value;
  }
  return true;
}
