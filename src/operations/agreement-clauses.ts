import { fail, type Result } from "../domain/basics/result.ts";
import type { ClauseParty, Verdict } from "../domain/cooperation/agreement/clause.ts";
import { currentFinding } from "../domain/duty/finding-edit.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import {
  removeClause,
  removeEvaluation,
  saveClause,
  saveEvaluation,
  tieClause,
} from "../store/agreement-clauses.ts";
import { withProvince } from "../store/database.ts";
import type { RecordTransaction } from "../store/record-rows.ts";
import { decideFinding } from "./accept-findings.ts";
import { type AgreementWorld, type LoadedAgreement, loadAgreement } from "./agreement-work.ts";
import { writeHistory } from "./register.ts";
import { addFinding } from "./review-edit.ts";
import type { ReviewWorld } from "./review-findings.ts";
import { type ShownAgreement, shownAgreement } from "./show-agreement.ts";

/** A clause as a person gives it. */
export interface GivenClause {
  readonly label: string | null;
  readonly content: string;
  readonly party: ClauseParty;
}

/** Something done to the parts of an agreement that only its owner writes. */
async function withAgreement(
  actor: Actor,
  id: string,
  world: AgreementWorld,
  write: (transaction: RecordTransaction, agreement: LoadedAgreement) => Promise<Result<null>>,
): Promise<Result<ShownAgreement>> {
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const agreement = await loadAgreement(transaction, actor, id, "edit-records");
    if (!agreement.ok) return agreement;
    const written = await write(transaction, agreement.value);
    return written.ok ? shownAgreement(transaction, actor, id, world) : written;
  });
}

const nothing = { ok: true, value: null } as const;

/** Adds a clause, or writes one anew. Fails with `agreement.clause-unknown`. */
export function writeClause(
  actor: Actor,
  { id, clause }: { readonly id: string; readonly clause: string | null },
  given: GivenClause,
  world: AgreementWorld,
): Promise<Result<ShownAgreement>> {
  return withAgreement(actor, id, world, async (transaction, { clauses }) => {
    const before = clauses.find((one) => one.id === clause) ?? null;
    if (clause !== null && !before) return fail("agreement.clause-unknown");
    await saveClause(transaction, actor.province, id, { id: clause ?? world.newId(), ...given });
    await writeHistory(transaction, actor, world, [
      { what: "write-agreement-clause", subject: `record:${id}`, before, after: given },
    ]);
    return nothing;
  });
}

/** Takes a clause out; a task that follows it stays in the register. Fails with `agreement.clause-unknown`. */
export function dropClause(
  actor: Actor,
  { id, clause }: { readonly id: string; readonly clause: string },
  world: AgreementWorld,
): Promise<Result<ShownAgreement>> {
  return withAgreement(actor, id, world, async (transaction, { clauses }) => {
    const before = clauses.find((one) => one.id === clause);
    if (!before) return fail("agreement.clause-unknown");
    await removeClause(transaction, actor.province, clause);
    await writeHistory(transaction, actor, world, [
      { what: "drop-agreement-clause", subject: `record:${id}`, before, after: null },
    ]);
    return nothing;
  });
}

/** How a clause is followed: by whom, when, with which product; the words are read as those of a document are. */
export interface ClauseOrder {
  /** The imported text of the agreement that the task stands in. */
  readonly document: string;
  readonly lead: string;
  readonly time: string | null;
  readonly product: string | null;
}

/**
 * Makes a task of a clause, and so duties of its lead: it is added to the review of the agreement's text, accepted, and
 * tied to the clause. Whatever breaks off in between stands in that review. Fails with `agreement.clause-unknown`,
 * `agreement.clause-followed`, `agreement.clause-theirs`, `agreement.text-missing` and the failures of a review.
 */
export async function followClause(
  actor: Actor,
  { id, clause }: { readonly id: string; readonly clause: string },
  { document, lead, time, product }: ClauseOrder,
  world: AgreementWorld & ReviewWorld,
): Promise<Result<ShownAgreement>> {
  const asked = await withProvince(world.kysely, actor.province, async (transaction) => {
    const agreement = await loadAgreement(transaction, actor, id, "edit-records");
    if (!agreement.ok) return agreement;
    const kept = agreement.value.clauses.find((one) => one.id === clause);
    if (!kept) return fail("agreement.clause-unknown");
    if (kept.party === "theirs") return fail("agreement.clause-theirs");
    if (kept.task !== null) return fail("agreement.clause-followed");
    const texts = agreement.value.found.record.links.documents ?? [];
    if (!texts.some((text) => text.id === document)) return fail("agreement.text-missing");
    return { ok: true, value: kept } as const;
  });
  if (!asked.ok) return asked;
  const { content, label } = asked.value;
  const change = { content, label, leadText: lead, ...(time ? { time } : {}), result: product };
  const added = await addFinding(actor, document, { change, after: null }, world);
  if (!added.ok) return added;
  const finding = added.value.findings.find((one) => currentFinding(one).content === content);
  if (!finding) throw new Error("a finding that was added is among those of its document");
  const decision = { decision: "accepted", reason: null } as const;
  const accepted = await decideFinding(actor, { id: finding.id, version: finding.version }, decision, world);
  if (!accepted.ok) return accepted;
  const task = accepted.value.findings.find((one) => one.id === finding.id)?.taskId ?? null;
  return withAgreement(actor, id, world, async (transaction) => {
    await tieClause(transaction, actor.province, { clause, task });
    await writeHistory(transaction, actor, world, [
      { what: "follow-agreement-clause", subject: `record:${id}`, before: null, after: { label, task } },
    ]);
    return nothing;
  });
}

/** What became of an agreement in a year, in one field of work. */
export interface GivenEvaluation {
  readonly year: number;
  readonly field: string;
  readonly verdict: Verdict;
  readonly content: string;
}

/** Records how an agreement was carried out in a year and a field, in place of what stands there. */
export function evaluateAgreement(
  actor: Actor,
  id: string,
  given: GivenEvaluation,
  world: AgreementWorld,
): Promise<Result<ShownAgreement>> {
  return withAgreement(actor, id, world, async (transaction, { evaluations }) => {
    const before =
      evaluations.find(({ year, field }) => year === given.year && field === given.field) ?? null;
    const by = { at: world.clock(), by: actor.person };
    await saveEvaluation(transaction, actor.province, id, { id: world.newId(), ...given }, by);
    await writeHistory(transaction, actor, world, [
      { what: "evaluate-agreement", subject: `record:${id}`, before, after: given },
    ]);
    return nothing;
  });
}

/** Takes an evaluation out. Fails with `agreement.evaluation-unknown`. */
export function dropEvaluation(
  actor: Actor,
  { id, evaluation }: { readonly id: string; readonly evaluation: string },
  world: AgreementWorld,
): Promise<Result<ShownAgreement>> {
  return withAgreement(actor, id, world, async (transaction, { evaluations }) => {
    const before = evaluations.find((one) => one.id === evaluation);
    if (!before) return fail("agreement.evaluation-unknown");
    await removeEvaluation(transaction, actor.province, evaluation);
    await writeHistory(transaction, actor, world, [
      { what: "drop-agreement-evaluation", subject: `record:${id}`, before, after: null },
    ]);
    return nothing;
  });
}
