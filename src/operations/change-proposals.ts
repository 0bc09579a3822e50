import { fail, type Result, succeed } from "../domain/basics/result.ts";
import {
  type ChangeProposal,
  checkedGround,
  type DecisionGround,
  type ProposalKind,
} from "../domain/duty/change-proposal.ts";
import { permit } from "../domain/duty/permission.ts";
import type { RegisteredTask } from "../domain/duty/registered-task.ts";
import {
  fieldsOf,
  planTaskChange,
  type TaskChangePlan,
  type TaskChangeRequest,
} from "../domain/duty/task-change.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Action } from "../domain/organisation/rights.ts";
import {
  findProposals,
  insertProposal,
  lockProposal,
  type ProposalFilter,
  removeProposal,
  saveDecided,
} from "../store/change-proposals.ts";
import { withProvince } from "../store/database.ts";
import { lockDuties, unitsOfPosts } from "../store/duty-facts.ts";
import { loadDueSettings } from "../store/province-settings.ts";
import { sightOf, wholeProvince } from "../store/sight.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { changeContext, takeTask, writeTaskChange } from "./edit-task.ts";
import { type ReadingWorld, type RegisterWorld, writeHistory } from "./register.ts";

/** Proposals with what the actor may do with them. */
export interface ShownProposals {
  readonly proposals: readonly (ChangeProposal & { readonly own: boolean })[];
  readonly waiting: number;
  readonly mayDecide: boolean;
}

/** Obstacles and proposals of units in sight, the newest first. Fails with `register.not-allowed`. */
export async function listProposals(
  actor: Actor,
  filter: ProposalFilter,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<ShownProposals>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const { proposals, waiting } = await findProposals(transaction, sightOf(actor, allowed.value), filter);
    const units = await unitsOfPosts(transaction, actor);
    const reports = permit(actor, "report-duty").ok;
    const shown = proposals.map((one) => ({ ...one, own: reports && units.has(one.holder.id) }));
    return succeed({ proposals: shown, waiting, mayDecide: permit(actor, "edit-task").ok });
  });
}

/**
 * Tells of an obstacle to a duty, or proposes to change its task; it goes to the list of the focal body. Fails with
 * `duty.unknown` and `duty.proposal-empty`.
 */
export async function writeProposal(
  actor: Actor,
  duty: string,
  { kind, text }: { readonly kind: ProposalKind; readonly text: string },
  world: RegisterWorld,
): Promise<Result<null>> {
  const allowed = permit(actor, "report-duty");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const [held] = await lockDuties(transaction, sightOf(actor, allowed.value), [duty]);
    if (!held) return fail("duty.unknown", { id: duty });
    if (text.trim() === "") return fail("duty.proposal-empty");
    const proposal = { id: world.newId(), duty, kind, text: text.trim() };
    const writing = { at: world.clock(), by: actor.person };
    await insertProposal(transaction, actor.province, proposal, writing);
    await writeHistory(transaction, actor, world, [
      { what: "propose-change", subject: `duty:${duty}`, before: null, after: proposal },
    ]);
    return succeed(null);
  });
}

/** A proposal in the version that a person saw. */
export interface SeenProposal {
  readonly id: string;
  readonly version: number;
}

async function onProposal<T>(
  actor: Actor,
  { id, version }: SeenProposal,
  { right, world }: { readonly right: Action; readonly world: RegisterWorld },
  act: (transaction: ProvinceTransaction, proposal: ChangeProposal) => Promise<Result<T>>,
): Promise<Result<T>> {
  const allowed = permit(actor, right);
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const proposal = await lockProposal(transaction, sightOf(actor, allowed.value), id);
    if (proposal === null) return fail("duty.proposal-unknown", { id });
    return proposal.version === version ? act(transaction, proposal) : fail("duty.proposal-changed");
  });
}

/** Takes one's unit's proposal back that nobody has decided. Fails with `duty.proposal-unknown` and `duty.proposal-changed`. */
export function takeBackProposal(
  actor: Actor,
  seen: SeenProposal,
  world: RegisterWorld,
): Promise<Result<null>> {
  return onProposal(actor, seen, { right: "report-duty", world }, async (transaction, proposal) => {
    if (proposal.outcome !== null) return fail("duty.proposal-changed");
    await removeProposal(transaction, actor.province, proposal.id);
    const { kind, text } = proposal;
    await writeHistory(transaction, actor, world, [
      { what: "take-back-proposal", subject: `duty:${proposal.duty}`, before: { kind, text }, after: null },
    ]);
    return succeed(null);
  });
}

/** What is decided of a proposal. `taskVersion`: the version of the task that the person saw. */
export type ProposalDecision = DecisionGround &
  (
    | { readonly outcome: "amended"; readonly taskVersion: number; readonly change: TaskChangeRequest }
    | { readonly outcome: "refused" | "noted" }
  );

/**
 * Records what was decided of a proposal. Decided for it, the task is amended in the version that the person saw, with the
 * document or the words by hand in its history; decided against it, the reason stays. Fails with
 * `duty.proposal-unknown`, `duty.proposal-changed`, `duty.proposal-nothing`, the failures of `checkedGround`,
 * `register.task-changed` and those of `planTaskChange`.
 */
export function decideProposal(
  actor: Actor,
  seen: SeenProposal,
  decision: ProposalDecision,
  world: ReadingWorld,
): Promise<Result<null>> {
  const ground = checkedGround(decision.outcome, decision, world.today());
  return onProposal(actor, seen, { right: "edit-task", world }, async (transaction, proposal) => {
    if (!ground.ok) return ground;
    if (proposal.outcome !== null) return fail("duty.proposal-changed");
    const amended =
      decision.outcome === "amended"
        ? await amend(transaction, actor, { proposal, decision, ground: ground.value }, world)
        : succeed(null);
    if (!amended.ok) return amended;
    const written = { outcome: decision.outcome, at: world.clock(), by: actor.person, ...ground.value };
    await saveDecided(transaction, actor.province, proposal.id, { ...written, amended: amended.value });
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "decide-proposal", subject: `duty:${proposal.duty}` },
        before: { kind: proposal.kind, text: proposal.text },
        after: { outcome: decision.outcome, ...ground.value },
      },
    ]);
    return succeed(null);
  });
}

async function amend(
  transaction: ProvinceTransaction,
  actor: Actor,
  {
    proposal,
    decision,
    ground,
  }: {
    readonly proposal: ChangeProposal;
    readonly decision: Extract<ProposalDecision, { readonly outcome: "amended" }>;
    readonly ground: DecisionGround;
  },
  world: ReadingWorld,
) {
  const sight = wholeProvince(actor.province);
  const seen = { id: proposal.task.id, version: decision.taskVersion };
  const taken = await takeTask(transaction, sight, seen);
  if (!taken.ok) return taken;
  const task = taken.value;
  const due = await loadDueSettings(transaction, actor.province);
  const plan = planTaskChange(task, decision.change, changeContext(actor, world, due));
  if (!plan.ok) return plan;
  if (plan.value.changed.length === 0) return fail("duty.proposal-nothing");
  const { document, documentOn, note } = ground;
  const mark = {
    ...{ proposal: proposal.id },
    ...(document === null ? {} : { document }),
    ...(documentOn === null ? {} : { documentOn }),
    ...(note === null ? {} : { note }),
  };
  await writeTaskChange(transaction, actor, { task, plan: plan.value, what: "amend-task", mark }, world);
  return succeed({ ...changedFields(task, plan.value), version: task.version + 1 });
}

/** The fields that an amendment changes, as they were and as they become. */
function changedFields(task: RegisteredTask, { changed, after }: TaskChangePlan) {
  const before = fieldsOf(task);
  // Fields of a task are what a change of it asks for.
  const pick = (fields: typeof before) =>
    Object.fromEntries(changed.map((name) => [name, fields[name]])) as TaskChangeRequest;
  return { before: pick(before), after: pick(after) };
}

/**
 * Takes a decision back: an amended task is as it was before, and the proposal waits again. Fails with
 * `duty.proposal-unknown`, `duty.proposal-changed` and, when the task was changed since, `duty.proposal-task-changed`.
 */
export function undoProposalDecision(
  actor: Actor,
  seen: SeenProposal,
  world: ReadingWorld,
): Promise<Result<null>> {
  return onProposal(actor, seen, { right: "edit-task", world }, async (transaction, proposal) => {
    const { outcome, before, taskVersion, task: of } = proposal;
    if (outcome === null) return fail("duty.proposal-changed");
    if (before !== null && taskVersion !== null) {
      const task = await takeTask(transaction, wholeProvince(actor.province), {
        id: of.id,
        version: taskVersion,
      });
      if (!task.ok) return fail("duty.proposal-task-changed");
      const due = await loadDueSettings(transaction, actor.province);
      const plan = planTaskChange(task.value, before, changeContext(actor, world, due));
      if (!plan.ok) return plan;
      const mark = { proposal: proposal.id };
      const change = { task: task.value, plan: plan.value, what: "undo-amendment", mark };
      await writeTaskChange(transaction, actor, change, world);
    }
    await saveDecided(transaction, actor.province, proposal.id, null);
    await writeHistory(transaction, actor, world, [
      { what: "undo-proposal-decision", subject: `duty:${proposal.duty}`, before: { outcome }, after: null },
    ]);
    return succeed(null);
  });
}
