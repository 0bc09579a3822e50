import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { DueSettings } from "../domain/duty/due-day.ts";
import { currentFinding } from "../domain/duty/finding-edit.ts";
import { type GivenAgainPlan, planGivenAgain } from "../domain/duty/given-again.ts";
import { isAbsorbing, joiningKinds, type LineageKind } from "../domain/duty/lineage.ts";
import { dueOfSchedule } from "../domain/duty/lineage-chain.ts";
import type { RegisteredTask } from "../domain/duty/registered-task.ts";
import type { ReviewedFinding } from "../domain/duty/review.ts";
import { planTaskChange } from "../domain/duty/task-change.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { loadFindings, removeDecision, saveDecision } from "../store/findings.ts";
import {
  insertDirectives,
  type LinkedBefore,
  loadLinks,
  removeDirectives,
  type StandingLink,
  saveRefusal,
} from "../store/lineage.ts";
import { forgetFirstDays, keepFirstDays, saveOccurrenceChange } from "../store/occurrences.ts";
import { loadOwnPlan } from "../store/own-plans.ts";
import { loadDueSettings } from "../store/province-settings.ts";
import { wholeProvince } from "../store/sight.ts";
import { loadTask } from "../store/task-record.ts";
import { changeContext, writeTaskChange } from "./edit-task.ts";
import { makeDuties } from "./make-duties.ts";
import { shownProposals } from "./propose-lineage.ts";
import {
  type ReviewChange,
  type ReviewStep,
  type ReviewWorld,
  reviewDocument,
  reviewFinding,
  type SeenFinding,
  type StepOutcome,
} from "./review-findings.ts";

/** A link of a finding to an earlier task, as a person confirms it. */
export interface GivenLink {
  readonly task: string;
  readonly kind: LineageKind;
  /** The words that take the place of the task's own; null: they stay. */
  readonly content: string | null;
  /** For a directive that withdraws: the person said that the task is withdrawn. */
  readonly withdraw: boolean;
}

/**
 * Confirms that a finding gives a task again that the register has, or stands in its chain otherwise. Given again, it makes
 * no task of its own: the finding is "linked", and the open occurrence of the task moves to the day that it sets. Fails
 * with `register.finding-decided`, `register.task-unknown`, `register.already-linked`, `register.link-withdrawn`, and the
 * failures of `reviewFinding` and `planGivenAgain`.
 */
export function linkFinding(
  actor: Actor,
  seen: SeenFinding,
  link: GivenLink,
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  return reviewFinding(actor, seen, world, (step, finding) => linked(step, finding, link, world));
}

/**
 * Ties the undecided rows of a unit's own plan to the tasks that are proposed for them, each to the likeliest; a row that
 * cannot be tied stays open. Fails with `register.document-unknown`.
 */
export function tieSteps(
  actor: Actor,
  documentId: string,
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  return reviewDocument(actor, documentId, world, async (step) => {
    const shown = await shownProposals(step.transaction, wholeProvince(step.province), documentId, world);
    const all = await loadFindings(step.transaction, step.province, { document: documentId });
    const open = new Map(all.flatMap((one) => (one.decision === null ? [[one.id, one]] : [])));
    const tied: StepOutcome[] = [];
    for (const { directive, task, kind } of shown?.proposals ?? []) {
      const finding = directive === null ? undefined : open.get(directive);
      if (kind !== "step" || !finding) continue;
      open.delete(finding.id);
      const done = await linked(step, finding, { task, kind, content: null, withdraw: false }, world);
      if (done.ok) tied.push(done.value);
    }
    return succeed({
      changed: tied.flatMap(({ changed }) => changed),
      history: tied.flatMap(({ history }) => history),
    });
  });
}

/** Links a finding within a step of the review. Fails as `linkFinding` does, and then nothing is written. */
async function linked(
  step: ReviewStep,
  finding: ReviewedFinding,
  link: GivenLink,
  world: ReviewWorld,
): Promise<Result<StepOutcome>> {
  const joins = joiningKinds.some((kind) => kind === link.kind);
  const absorbs = isAbsorbing(link.kind);
  const open = finding.decision === null || finding.decision === "linked";
  if (absorbs ? !open : finding.decision === "dropped")
    return fail("register.finding-decided", { ref: finding.ref });
  const task = await loadTask(step.transaction, wholeProvince(step.province), link.task, { locked: true });
  if (task === null) return fail("register.task-unknown", { id: link.task });
  if (link.kind === "step") {
    const plan = await loadOwnPlan(step.transaction, step.province, step.id);
    if (plan?.parent.id !== task.document.id) return fail("register.step-outside-plan", { ref: finding.ref });
  }
  const standing = await loadLinks(step.transaction, step.province, finding.id);
  if (task.document.id === step.id || standing.some((one) => one.task === task.id))
    return fail("register.already-linked", { ref: finding.ref });
  if (joins && task.withdrawnOn !== null) return fail("register.link-withdrawn", { ref: task.ref });
  const due = await loadDueSettings(step.transaction, step.province);
  const plan = joins ? planOf(step, finding, { task, link, due, world }) : succeed(null);
  if (!plan.ok) return plan;
  const before = plan.value && (await writeGivenAgain(step, { task, plan: plan.value, finding }, world));
  await noteDirective(step, finding, { link, before, newId: world.newId });
  if (absorbs && finding.decision === null)
    await saveDecision(step.transaction, step.province, [{ id: finding.id, taskId: task.id }], {
      ...{ decision: "linked", reason: null, at: step.at, by: step.actor.person },
    });
  return succeed(outcomeOf(finding, link, before === null));
}

function planOf(
  { actor, document }: ReviewStep,
  finding: ReviewedFinding,
  {
    task,
    link,
    due,
    world,
  }: {
    readonly task: RegisteredTask;
    readonly link: GivenLink;
    readonly due: DueSettings;
    readonly world: ReviewWorld;
  },
): Result<GivenAgainPlan> {
  const { time, schedule } = currentFinding(finding);
  const today = world.today();
  const on = document.givenOn !== null && document.givenOn < today ? document.givenOn : today;
  const withdrawnOn = link.kind === "withdraws" && link.withdraw ? on : null;
  const given = { kind: link.kind, timeWords: time, schedule, content: link.content, withdrawnOn };
  return planGivenAgain(task, given, changeContext(actor, world, due));
}

/** Writes what the link changes of the task, and gives what it was; null when nothing changes. */
async function writeGivenAgain(
  { transaction, province, actor }: ReviewStep,
  {
    task,
    plan,
    finding,
  }: { readonly task: RegisteredTask; readonly plan: GivenAgainPlan; readonly finding: ReviewedFinding },
  world: ReviewWorld,
): Promise<LinkedBefore | null> {
  const { moved } = plan.occurrences;
  const ids = new Set(moved.map(({ id }) => id));
  await keepFirstDays(transaction, province, [...ids]);
  const why = "givenAgain";
  const writing = { task, plan, what: "link-finding", mark: { finding: finding.id }, why } as const;
  await writeTaskChange(transaction, actor, writing, world);
  // A recurring task keeps its fields, and only its occurrence moves.
  if (plan.changed.length === 0)
    await moveOccurrences({ transaction, actor }, { task: task.id, moved, why }, world);
  if (plan.changed.length === 0 && moved.length === 0) return null;
  return {
    change: plan.before,
    moved: task.occurrences.flatMap(({ id, key, startsOn, dueOn, strictlyBefore, lastDay, basis }) =>
      ids.has(id) ? [{ id, key, startsOn, dueOn, strictlyBefore, lastDay, basis }] : [],
    ),
    version: task.version + (plan.changed.length === 0 ? 0 : 1),
  };
}

async function noteDirective(
  step: ReviewStep,
  finding: ReviewedFinding,
  {
    link,
    before,
    newId,
  }: { readonly link: GivenLink; readonly before: LinkedBefore | null; readonly newId: () => string },
): Promise<void> {
  const { content, sources, schedule } = currentFinding(finding);
  const directive = {
    ...{
      id: newId(),
      task: link.task,
      kind: link.kind,
      document: step.id,
      number: null,
      finding: finding.id,
    },
    ...{
      givenOn: step.document.givenOn,
      ...dueOfSchedule(schedule),
      words: content,
      places: sources,
      before,
    },
  };
  await insertDirectives(step.transaction, step.province, [directive], {
    at: step.at,
    by: step.actor.person,
  });
}

/** The change of the task has its own entry; a note that changes nothing of it gets one here. */
function outcomeOf(finding: ReviewedFinding, { task, kind }: GivenLink, noted: boolean): StepOutcome {
  const what = "link-finding";
  return {
    changed: [finding.id],
    history: [
      {
        what,
        subject: `finding:${finding.id}`,
        before: { decision: finding.decision },
        after: { kind, task },
      },
      ...(noted
        ? [
            {
              ...{ what, subject: `task:${task}`, before: null },
              after: { kind, finding: finding.id, ref: finding.ref },
            },
          ]
        : []),
    ],
  };
}

/**
 * Takes a link of a finding back: the task is as it was before, with its days. Without another link a linked finding is
 * undecided again. Fails with `register.link-unknown`, with `register.task-in-use` when somebody changed the task since,
 * and with the failures of `reviewFinding`.
 */
export function unlinkFinding(
  actor: Actor,
  seen: SeenFinding,
  task: string,
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  return reviewFinding(actor, seen, world, async (step, finding) => {
    const links = await loadLinks(step.transaction, step.province, finding.id);
    const link = links.find((one) => one.task === task);
    if (!link) return fail("register.link-unknown", { ref: finding.ref });
    return takeBackLinks(step, finding, { links: [link], all: links }, world);
  });
}

/** Takes links of a finding back, the newest first, and opens it when none that joins is left. */
export async function takeBackLinks(
  step: ReviewStep,
  finding: ReviewedFinding,
  { links, all }: { readonly links: readonly StandingLink[]; readonly all: readonly StandingLink[] },
  world: ReviewWorld,
): Promise<Result<StepOutcome>> {
  for (const link of links) {
    const undone = await restoreTask(step, finding, link, world);
    if (!undone.ok) return undone;
  }
  const gone = new Set(links.map(({ id }) => id));
  await removeDirectives(step.transaction, step.province, [...gone]);
  const left = all.filter(({ id, kind }) => !gone.has(id) && isAbsorbing(kind));
  if (finding.decision === "linked" && left.length === 0)
    await removeDecision(step.transaction, step.province, [finding.id]);
  const what = "unlink-finding";
  return succeed({
    changed: [finding.id],
    history: links.flatMap(({ task, kind }) => [
      { what, subject: `finding:${finding.id}`, before: { kind, task }, after: null },
      { what, subject: `task:${task}`, before: { kind, finding: finding.id, ref: finding.ref }, after: null },
    ]),
  });
}

async function restoreTask(
  { transaction, province, actor }: ReviewStep,
  finding: ReviewedFinding,
  { task: id, before }: StandingLink,
  world: ReviewWorld,
): Promise<Result<null>> {
  if (before === null) return succeed(null);
  const task = await loadTask(transaction, wholeProvince(province), id, { locked: true });
  if (task === null || task.version !== before.version)
    return fail("register.task-in-use", { ref: finding.ref });
  const due = await loadDueSettings(transaction, province);
  const planned = planTaskChange(task, { ...before.change, past: true }, changeContext(actor, world, due));
  if (!planned.ok) return planned;
  const days = { added: [], removed: [], moved: before.moved };
  const plan = before.moved.length > 0 ? { ...planned.value, occurrences: days } : planned.value;
  await writeTaskChange(transaction, actor, { task, plan, what: "unlink-finding" }, world);
  const back = { task: id, moved: before.moved, why: "corrected" } as const;
  if (plan.changed.length === 0) await moveOccurrences({ transaction, actor }, back, world);
  await forgetFirstDays(transaction, province, id);
  return succeed(null);
}

/** Moves occurrences of a task whose fields stay, and the duties with them. */
async function moveOccurrences(
  { transaction, actor }: Pick<ReviewStep, "transaction" | "actor">,
  {
    task,
    moved,
    why,
  }: {
    readonly task: string;
    readonly moved: LinkedBefore["moved"];
    readonly why: "corrected" | "givenAgain";
  },
  world: ReviewWorld,
): Promise<void> {
  if (moved.length === 0) return;
  await saveOccurrenceChange(transaction, actor.province, task, { added: [], removed: [], moved });
  await makeDuties(transaction, actor, { tasks: [task], why }, world);
}

/** Notes that a proposed link is wrong: it is not proposed again. Fails with the failures of `reviewFinding`. */
export function refuseLink(
  actor: Actor,
  seen: SeenFinding,
  task: string,
  world: ReviewWorld,
): Promise<Result<ReviewChange>> {
  return reviewFinding(actor, seen, world, async (step, finding) => {
    const refusal = { document: step.id, subject: finding.id, task };
    await saveRefusal(step.transaction, step.province, refusal, { at: step.at, by: actor.person });
    const subject = `finding:${finding.id}`;
    return succeed({
      changed: [],
      history: [{ what: "refuse-link", subject, before: null, after: { task } }],
    });
  });
}
