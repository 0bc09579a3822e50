import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { currentFinding } from "../domain/duty/finding-edit.ts";
import { ordersNamed } from "../domain/duty/lineage-document.ts";
import { isClear, type ReviewedFinding } from "../domain/duty/review.ts";
import { acceptFinding, withGazetteerIds } from "../domain/duty/task.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { provinceNamed } from "../domain/organisation/gazetteer.ts";
import { insertTasks, removeTask, workOnTask } from "../store/accepted-tasks.ts";
import { loadFindings, removeDecision, removeFindings, saveDecision } from "../store/findings.ts";
import { insertDirectives, loadLinks } from "../store/lineage.ts";
import { loadLineageSource } from "../store/lineage-search.ts";
import { loadDueSettings } from "../store/province-settings.ts";
import { findParties } from "./find-parties.ts";
import { takeBackLinks } from "./link-finding.ts";
import {
  contextOf,
  type ReviewChange,
  type ReviewStep,
  type ReviewWorld,
  reviewDocument,
  reviewFinding,
  type SeenFinding,
  type StepOutcome,
  stillOpen,
} from "./review-findings.ts";

/** What a person decides of a finding; `dropped` needs a reason. */
export interface GivenDecision {
  readonly decision: "accepted" | "general" | "dropped";
  readonly reason: string | null;
}

/**
 * Decides an undecided finding: it becomes a task to be followed, a task that is a general exhortation, or none. Fails
 * with `register.finding-decided`, `register.reason-needed` and the failures of `reviewFinding`.
 */
export function decideFinding(
  actor: Actor,
  seen: SeenFinding,
  { decision, reason }: GivenDecision,
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  return reviewFinding(actor, seen, world, async (step, finding) => {
    const open = stillOpen(finding);
    if (!open.ok) return open;
    if (decision !== "dropped") return succeed(await acceptAll(step, [finding], decision, world));
    if (reason === null || reason.trim() === "") return fail("register.reason-needed", { ref: finding.ref });
    await saveDecision(step.transaction, step.province, [{ id: finding.id, taskId: null }], {
      ...{ decision, reason, at: step.at, by: actor.person },
    });
    return succeed({
      changed: [finding.id],
      history: [
        {
          ...{ what: "drop-finding", subject: `finding:${finding.id}` },
          ...{ before: { decision: null }, after: { decision, reason } },
        },
      ],
    });
  });
}

/**
 * Accepts every undecided finding of a document in which nothing is doubtful and nothing unclear; what is a general
 * exhortation is kept as one. Fails with `register.document-unknown`.
 */
export function acceptClear(
  actor: Actor,
  documentId: string,
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  return reviewDocument(actor, documentId, world, async (step) => {
    const all = await loadFindings(step.transaction, step.province, { document: documentId });
    const clear = all.filter(isClear);
    const isGeneral = (finding: ReviewedFinding) => currentFinding(finding).general;
    const general = await acceptAll(step, clear.filter(isGeneral), "general", world);
    const followed = await acceptAll(
      step,
      clear.filter((finding) => !isGeneral(finding)),
      "accepted",
      world,
    );
    return succeed({
      changed: [...general.changed, ...followed.changed],
      history: [...general.history, ...followed.history],
    });
  });
}

/** Makes a task of each finding. */
async function acceptAll(
  { transaction, province, id: documentId, document, actor, at }: ReviewStep,
  findings: readonly ReviewedFinding[],
  decision: "accepted" | "general",
  world: ReviewWorld,
): Promise<StepOutcome> {
  const { number } = document.head;
  const today = world.today();
  const due = await loadDueSettings(transaction, province);
  const { addressing } = contextOf(document, world.gazetteer);
  const place = {
    date: addressing.date,
    province:
      addressing.province === null
        ? null
        : provinceNamed(world.gazetteer, addressing.province, addressing.date),
  };
  const accepted = findings.map((finding) => {
    const acceptance = acceptFinding(
      currentFinding(finding),
      { number, issuedOn: document.givenOn },
      { today, general: decision === "general", due },
    );
    const occurrenceIds = acceptance.occurrences.map(() => world.newId());
    const addressees = withGazetteerIds(acceptance.addressees, world.gazetteer, place);
    const ids = { id: world.newId(), documentId, occurrenceIds };
    const first = { findingId: finding.id, directiveId: world.newId() };
    return { finding, task: { ...acceptance, addressees, ...ids, ...first } };
  });
  await insertTasks(
    transaction,
    province,
    accepted.map(({ task }) => task),
    { at, by: actor.person },
  );
  await findParties(transaction, actor, { tasks: accepted.map(({ task }) => task.id) }, world);
  await saveDecision(
    transaction,
    province,
    accepted.map(({ finding, task }) => ({ id: finding.id, taskId: task.id })),
    { decision, reason: null, at, by: actor.person },
  );
  await noteOrders(
    { transaction, province, id: documentId, actor, at },
    accepted.map(({ task }) => ({ id: task.id, finding: task.findingId, content: task.task.content })),
    world,
  );
  return {
    changed: findings.map(({ id }) => id),
    history: accepted.flatMap(({ finding, task }) => [
      {
        ...{ what: "accept-finding", subject: `finding:${finding.id}`, before: { decision: null } },
        after: { decision, task: task.id },
      },
      {
        ...{ what: "accept-finding", subject: `task:${task.id}`, before: null },
        after: { finding: finding.id, ...withoutSearch(task.task) },
      },
    ]),
  };
}

/** What a directive says to have been ordered before, by the number of another document, stands in the chain of its task. */
async function noteOrders(
  {
    transaction,
    province,
    id,
    actor,
    at,
  }: Pick<ReviewStep, "transaction" | "province" | "id" | "actor" | "at">,
  tasks: readonly { readonly id: string; readonly finding: string; readonly content: string }[],
  { newId }: ReviewWorld,
): Promise<void> {
  const source = await loadLineageSource(transaction, province, id);
  const notes = tasks.flatMap(({ id: task, finding, content }) =>
    ordersNamed(content, source?.citations ?? []).map(({ number, date }) => ({
      ...{ id: newId(), task, kind: "order" as const, document: id, number, finding, givenOn: date },
      ...{ dueOn: null, strictlyBefore: false, words: content, places: [] },
    })),
  );
  await insertDirectives(transaction, province, notes, { at, by: actor.person });
}

function withoutSearch<T extends { readonly folded: string }>({ folded: _, ...task }: T): Omit<T, "folded"> {
  return task;
}

/**
 * Opens a decided finding again: its task is taken back while no fact is recorded for it and nobody changed it, its parts
 * while none of them is decided, and what several were merged into while it is undecided. Fails with
 * `register.finding-open`, `register.parts-decided`, `register.task-in-use` and the failures of `reviewFinding`.
 */
export function undoDecision(
  actor: Actor,
  seen: SeenFinding,
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  return reviewFinding(actor, seen, world, async (step, finding) => {
    switch (finding.decision) {
      case null:
        return fail("register.finding-open", { ref: finding.ref });
      case "split":
        return undoParts(step, finding, [finding], { parent: finding.id });
      case "merged": {
        const into = { mergedInto: finding.mergedInto ?? finding.id };
        const several = await loadFindings(step.transaction, step.province, into);
        return undoParts(step, finding, several, { ids: [into.mergedInto] });
      }
      case "linked": {
        const links = await loadLinks(step.transaction, step.province, finding.id);
        return takeBackLinks(step, finding, { links, all: links }, world);
      }
      default:
        return undoTask(step, finding);
    }
  });
}

/** Takes away what findings were split or merged into, and opens them. */
async function undoParts(
  { transaction, province }: ReviewStep,
  { ref }: ReviewedFinding,
  reopened: readonly ReviewedFinding[],
  made: { readonly parent: string } | { readonly ids: readonly string[] },
): Promise<Result<StepOutcome>> {
  const gone = await loadFindings(transaction, province, made);
  if (gone.some(({ decision }) => decision !== null)) return fail("register.parts-decided", { ref });
  const ids = reopened.map(({ id }) => id);
  const removed = gone.map(({ id }) => id);
  await removeDecision(transaction, province, ids);
  await removeFindings(transaction, province, removed);
  return succeed({
    ...{ changed: ids, removed },
    history: reopened.map(({ id, decision }) => ({
      ...{ what: "undo-decision", subject: `finding:${id}`, after: { decision: null } },
      before: { decision, made: gone.map((finding) => ({ ref: finding.ref, edited: finding.edited })) },
    })),
  });
}

async function undoTask(
  { transaction, province }: ReviewStep,
  { id, ref, taskId, decision, reason }: ReviewedFinding,
): Promise<Result<StepOutcome>> {
  if (taskId !== null) {
    const { facts, version } = await workOnTask(transaction, province, taskId);
    if (facts > 0 || version > 1) return fail("register.task-in-use", { ref });
  }
  await removeDecision(transaction, province, [id]);
  if (taskId !== null) await removeTask(transaction, province, taskId);
  const what = "undo-decision";
  return succeed({
    changed: [id],
    history: [
      {
        ...{ what, subject: `finding:${id}`, before: { decision, reason, task: taskId } },
        after: { decision: null },
      },
      ...(taskId === null
        ? []
        : [{ what, subject: `task:${taskId}`, before: { finding: id, ref }, after: null }]),
    ],
  });
}
