import type { Transaction } from "kysely";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { DocumentReferenceLine } from "../domain/duty/registered-document.ts";
import { balanceOf, type ReviewBalance, type ReviewedFinding } from "../domain/duty/review.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Gazetteer } from "../domain/organisation/gazetteer.ts";
import type { ReadingContext } from "../domain/reading/context.ts";
import { provinceOfHead } from "../domain/reading/head.ts";
import { type ProvinceId, withProvince } from "../store/database.ts";
import { loadReviewed, type ReviewedDocument, saveReviewed } from "../store/documents.ts";
import { countFindings, documentOfFinding, loadFindings } from "../store/findings.ts";
import type { HistoryEntry } from "../store/history.ts";
import type { Tables } from "../store/schema.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

export interface ReviewWorld extends RegisterWorld {
  readonly gazetteer: Gazetteer;
}

/** The findings of a document under review. */
export interface ShownReview {
  readonly document: DocumentReferenceLine;
  readonly findings: readonly ReviewedFinding[];
  readonly balance: ReviewBalance;
  readonly reviewedAt: Date | null;
}

/** What a step of a review changed: findings as they are now, those that are gone, and the balance. */
export interface ReviewChange {
  readonly findings: readonly ReviewedFinding[];
  readonly removed: readonly string[];
  readonly balance: ReviewBalance;
  readonly reviewedAt: Date | null;
}

/** A finding in the version that the person saw. */
export interface SeenFinding {
  readonly id: string;
  readonly version: number;
}

/** One step of a review, with its document locked: others who review the document wait. */
export interface ReviewStep {
  readonly transaction: Transaction<Tables>;
  readonly actor: Actor;
  readonly province: ProvinceId;
  readonly id: string;
  readonly document: ReviewedDocument;
  readonly at: Date;
}

/** What a step did: ids it changed or made, ids it took away, and what the history says of it. */
export interface StepOutcome {
  readonly changed: readonly string[];
  readonly removed?: readonly string[];
  readonly history: readonly Omit<HistoryEntry, "id">[];
}

/** The findings of a document. Fails with `register.document-unknown`. */
export async function showFindings(
  actor: Actor,
  documentId: string,
  world: RegisterWorld,
): Promise<Result<ShownReview>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<ShownReview>> => {
    const document = await loadReviewed(transaction, actor.province, documentId, { lock: false });
    if (!document) return fail("register.document-unknown", { id: documentId });
    const findings = await loadFindings(transaction, actor.province, { document: documentId });
    const counted = findings.map((finding) => ({ ...finding, count: 1 }));
    const balance = balanceOf(counted, document.tasksRead);
    return succeed({ document: document.reference, findings, balance, reviewedAt: document.reviewedAt });
  });
}

/** Does one step of the review of a document, with its history and balance, in one transaction. */
export async function reviewDocument(
  actor: Actor,
  documentId: string,
  world: RegisterWorld,
  work: (step: ReviewStep) => Promise<Result<StepOutcome>>,
): Promise<Result<ReviewChange>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, (transaction) =>
    reviewStep(transaction, actor, documentId, world, work),
  );
}

/**
 * Does one step with a finding that the person saw in some version. Fails with `register.finding-unknown`, and with
 * `register.changed-meanwhile` when another version stands now; `yours` is what the person wanted to write.
 */
export async function reviewFinding(
  actor: Actor,
  seen: SeenFinding & { readonly yours?: string | undefined },
  world: RegisterWorld,
  work: (step: ReviewStep, finding: ReviewedFinding) => Promise<Result<StepOutcome>>,
): Promise<Result<ReviewChange>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<ReviewChange>> => {
    const documentId = await documentOfFinding(transaction, actor.province, seen.id);
    if (documentId === null) return fail("register.finding-unknown", { id: seen.id });
    return reviewStep(transaction, actor, documentId, world, async (step) => {
      const found = await seenFindings(step, [seen], seen.yours);
      const [finding] = found.ok ? found.value : [];
      if (!found.ok) return found;
      return finding ? work(step, finding) : fail("register.finding-unknown", { id: seen.id });
    });
  });
}

/** Does one step of a review within a transaction that is open already; the right to review was asked for before. */
export async function reviewStep(
  transaction: Transaction<Tables>,
  actor: Actor,
  documentId: string,
  world: RegisterWorld,
  work: (step: ReviewStep) => Promise<Result<StepOutcome>>,
): Promise<Result<ReviewChange>> {
  const { province } = actor;
  const document = await loadReviewed(transaction, province, documentId, { lock: true });
  if (!document) return fail("register.document-unknown", { id: documentId });
  const at = world.clock();
  const done = await work({ transaction, actor, province, id: documentId, document, at });
  if (!done.ok) return done;
  const { changed, removed = [], history } = done.value;
  await writeHistory(transaction, actor, world, history);
  const balance = balanceOf(await countFindings(transaction, province, documentId), document.tasksRead);
  const reviewedAt = balance.open > 0 ? null : (document.reviewedAt ?? at);
  if (reviewedAt?.getTime() !== document.reviewedAt?.getTime())
    await saveReviewed(transaction, province, documentId, reviewedAt);
  const findings = changed.length === 0 ? [] : await loadFindings(transaction, province, { ids: changed });
  return succeed({ findings, removed, balance, reviewedAt });
}

/** Findings of the step's document in the versions that the person saw, in the order asked for. */
export async function seenFindings(
  { transaction, province, id: documentId }: ReviewStep,
  seen: readonly SeenFinding[],
  yours = "",
): Promise<Result<readonly ReviewedFinding[]>> {
  const found = await loadFindings(transaction, province, { ids: seen.map(({ id }) => id) });
  const findings: ReviewedFinding[] = [];
  for (const { id, version } of seen) {
    const finding = found.find((candidate) => candidate.id === id);
    if (!finding) return fail("register.finding-unknown", { id });
    if (finding.documentId !== documentId) return fail("register.different-documents");
    if (finding.version !== version)
      return fail("register.changed-meanwhile", { ref: finding.ref, now: shortened(finding), yours });
    findings.push(finding);
  }
  return succeed(findings);
}

function shortened({ read, edited }: ReviewedFinding): string {
  return (edited?.content ?? read.content).slice(0, 300);
}

/** Refuses a finding that somebody has decided: it is opened again first. Fails with `register.finding-decided`. */
export function stillOpen({ decision, ref }: ReviewedFinding): Result<null> {
  return decision === null ? succeed(null) : fail("register.finding-decided", { ref });
}

/** What is known of a document where words of a person about it are read. */
export function contextOf({ head, issuedOn }: ReviewedDocument, gazetteer: Gazetteer): ReadingContext {
  const province = provinceOfHead(
    {
      ...{ ...head, kind: null, kindName: null, place: null, subject: null, signer: null },
      ...{ recipients: [], attachedTo: null, doubts: {} },
    },
    gazetteer,
  );
  return { gazetteer, addressing: { province, issuer: head.issuer, date: issuedOn } };
}
