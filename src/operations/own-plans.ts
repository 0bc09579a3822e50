import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { asksOwnPlan } from "../domain/duty/own-plan.ts";
import { permit } from "../domain/duty/permission.ts";
import type { DocumentReferenceLine } from "../domain/duty/registered-document.ts";
import { signedIssuer } from "../domain/duty/signed-issuer.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { foldedKey } from "../domain/text/fold.ts";
import { withProvince } from "../store/database.ts";
import { loadReviewed } from "../store/documents.ts";
import {
  insertPlanAnswers,
  isPlanTied,
  loadOwnPlan,
  loadOwnPlans,
  loadOwnSteps,
  loadPlanAnswers,
  loadPlanHead,
  loadPlanOrders,
  type OwnPlan,
  type OwnPlanRow,
  type OwnStep,
  type PlanHead,
  type PlanOrder,
  removeOwnPlan,
  saveOwnPlan,
  savePlanOrder,
} from "../store/own-plans.ts";
import { loadRules } from "../store/province-settings.ts";
import { sightOf, wholeProvince } from "../store/sight.ts";
import { loadUnitPast } from "../store/task-parties.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { loadUnits } from "../store/units.ts";
import { answerDuties, takeAnswersBack } from "./answer-duties.ts";
import { takeDuties } from "./duty-work.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** What a document is the plan of, or may be; its grounds are what a person chooses among. */
export interface ShownOwnPlan {
  readonly plan: OwnPlan | null;
  /** Its head says that it is a plan of a unit, which carries out a document of the register. */
  readonly proposed: { readonly unit: string; readonly parent: string } | null;
  readonly units: readonly { readonly id: string; readonly name: string }[];
  readonly grounds: readonly DocumentReferenceLine[];
}

/** Whose plan a document is. Fails with `register.document-unknown`. */
export async function showOwnPlan(
  actor: Actor,
  id: string,
  world: Pick<RegisterWorld, "kysely" | "today">,
): Promise<Result<ShownOwnPlan>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, (transaction) => shown(transaction, actor, id, world));
}

async function shown(
  transaction: ProvinceTransaction,
  actor: Actor,
  id: string,
  { today }: Pick<RegisterWorld, "today">,
): Promise<Result<ShownOwnPlan>> {
  const { province } = actor;
  const head = await loadPlanHead(transaction, province, id);
  if (head === null) return fail("register.document-unknown", { id });
  const all = await loadUnits(transaction, province);
  const past = await loadUnitPast(transaction, province);
  const issuer = signedIssuer({ ...head, date: head.issuedOn }, { units: all, ...past, today: today() });
  const [parent] = head.grounds;
  const isPlan = foldedKey(head.subject ?? "").includes("ke hoach") || head.kind === "KH";
  const isOwn =
    isPlan &&
    parent !== undefined &&
    issuer.kind === "unit" &&
    !isCommittee(all, issuer.unit) &&
    issuer.doubt === 0;
  return succeed({
    plan: await loadOwnPlan(transaction, province, id),
    proposed: isOwn ? { unit: issuer.unit, parent: parent.id } : null,
    units: all
      .filter(({ to }) => to === null || to >= today())
      .map(({ id: unit, name }) => ({ id: unit, name })),
    grounds: head.grounds,
  });
}

/** The committee of the province makes plans for all: they are no unit's own. */
function isCommittee(
  units: readonly { readonly id: string; readonly parent: string | null }[],
  id: string,
): boolean {
  return units.some((unit) => unit.id === id && unit.parent === null);
}

export interface OwnPlanRequest {
  readonly unit: string;
  readonly parent: string;
  /** The plan is the product of the unit's duty to make one, which it answers by its number and day. */
  readonly answers: boolean;
}

/**
 * Notes that a document is a unit's own plan for another document; with `answers` the unit's duty to make it, while it is
 * open, is answered by it. Fails with `register.document-unknown`, `register.plan-parent-unknown`,
 * `register.plan-unit-unknown`, `register.plan-of-itself` and, for another parent or unit, as `forgetOwnPlan` does.
 */
export async function noteOwnPlan(
  actor: Actor,
  id: string,
  { unit, parent, answers }: OwnPlanRequest,
  world: RegisterWorld,
): Promise<Result<ShownOwnPlan>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  const { province } = actor;
  return withProvince(world.kysely, province, async (transaction) => {
    const head = await loadPlanHead(transaction, province, id);
    const above = await loadReviewed(transaction, province, parent, { lock: false });
    if (head === null) return fail("register.document-unknown", { id });
    if (above === null) return fail("register.plan-parent-unknown");
    const known = (await loadUnits(transaction, province)).some((one) => one.id === unit);
    if (!known) return fail("register.plan-unit-unknown");
    if (parent === id || (await loadOwnPlan(transaction, province, parent)) !== null)
      return fail("register.plan-of-itself");
    const before = await loadOwnPlan(transaction, province, id);
    const changes = before !== null && (before.unit.id !== unit || before.parent.id !== parent);
    const removed = changes ? await removePlan(transaction, actor, { id, head }, world) : succeed(null);
    if (!removed.ok) return removed;
    const noting = { at: world.clock(), by: actor.person };
    await saveOwnPlan(transaction, province, { document: id, unit, parent }, noting);
    const answered = answers
      ? await answerPlanDuty(transaction, actor, { id, unit, parent, head }, world)
      : null;
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "note-own-plan", subject: `document:${id}` },
        before: before && { unit: before.unit.id, parent: before.parent.id },
        after: { unit, parent, duty: answered },
      },
    ]);
    return shown(transaction, actor, id, world);
  });
}

/** Answers the unit's duty to make the plan, while it is open; gives its id, or null where nothing was answered. */
async function answerPlanDuty(
  transaction: ProvinceTransaction,
  actor: Actor,
  { id, unit, parent, head }: Pick<OwnPlanRequest, "unit" | "parent"> & NotedPlan,
  world: RegisterWorld,
): Promise<string | null> {
  const { number, issuedOn, subject, files } = head;
  if (number === null || issuedOn === null || issuedOn > world.today()) return null;
  const sight = wholeProvince(actor.province);
  const rules = await loadRules(transaction, actor.province, world.today());
  const rows = await loadOwnPlans(transaction, sight, parent, rules);
  const duty = rows.find((row) => row.unit.id === unit)?.duty;
  if (!duty) return null;
  const seen = [{ id: duty.id, version: null }];
  const work = await takeDuties(transaction, actor, { seen, reach: sight.reach }, world);
  if (!work.ok) return null;
  const approval = { on: issuedOn, by: actor.person, signed: { number, on: issuedOn } };
  const paper = { subject, files, issuer: { kind: "unit" as const, unit, doubt: 0 }, unit };
  const answering = { paper, work: work.value, approval, claimsDone: true };
  const { closing } = await answerDuties(transaction, actor, answering, world);
  await insertPlanAnswers(transaction, actor.province, id, closing);
  return closing[0]?.duty ?? null;
}

/** The document that is a plan, with its head. */
interface NotedPlan {
  readonly id: string;
  readonly head: PlanHead;
}

/** Takes a note away that stands; the duty that it answered is open again. Gives that duty. Fails as `forgetOwnPlan` does. */
async function removePlan(
  transaction: ProvinceTransaction,
  actor: Actor,
  { id, head: { number, files } }: NotedPlan,
  world: RegisterWorld,
): Promise<Result<string | null>> {
  const { province } = actor;
  if (await isPlanTied(transaction, province, id)) return fail("register.plan-tied");
  const answers = await loadPlanAnswers(transaction, province, id);
  const seen = answers.map(({ duty }) => ({ id: duty, version: null }));
  const { reach } = wholeProvince(province);
  const work = await takeDuties(transaction, actor, { seen, reach }, world);
  if (!work.ok) return work;
  const back = { answers, work: work.value, number, files };
  const taken = await takeAnswersBack(transaction, actor, back, world);
  if (!taken.ok) return taken;
  await removeOwnPlan(transaction, province, id);
  return succeed(answers[0]?.duty ?? null);
}

/**
 * Takes the note away; the duty that it answered is open again. Fails with `register.plan-tied` while rows of the plan are
 * tied to tasks, and with `duty.signed-worked-on` when anything was said of the duty since.
 */
export async function forgetOwnPlan(
  actor: Actor,
  id: string,
  world: RegisterWorld,
): Promise<Result<ShownOwnPlan>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const before = await loadOwnPlan(transaction, actor.province, id);
    const head = await loadPlanHead(transaction, actor.province, id);
    if (before !== null && head !== null) {
      const removed = await removePlan(transaction, actor, { id, head }, world);
      if (!removed.ok) return removed;
      await writeHistory(transaction, actor, world, [
        {
          ...{ what: "forget-own-plan", subject: `document:${id}`, after: null },
          before: { unit: before.unit.id, parent: before.parent.id, duty: removed.value },
        },
      ]);
    }
    return shown(transaction, actor, id, world);
  });
}

/** Units with the plans that they owe for a document. */
export interface OwnPlanList {
  readonly document: DocumentReferenceLine;
  readonly today: CalendarDate;
  /** Tasks that ask for plans, or may ask for one and nobody has said. */
  readonly orders: readonly PlanOrder[];
  readonly rows: readonly OwnPlanRow[];
  /** The actor may say which tasks ask for plans. */
  readonly maySay: boolean;
}

/**
 * Which units owe a plan for a document, and which have one; to be seen, or to leave as a file. Fails with
 * `register.document-unknown`.
 */
export async function listOwnPlans(
  actor: Actor,
  id: string,
  world: Pick<RegisterWorld, "kysely" | "today">,
  right: "see-tasks" | "export-register" = "see-tasks",
): Promise<Result<OwnPlanList>> {
  const allowed = permit(actor, right);
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const orders = await loadPlanOrders(transaction, sight, id);
    const document = await loadReviewed(transaction, actor.province, id, { lock: false });
    // Who works for a unit sees documents through the tasks in them.
    if (document === null || (sight.reach.kind === "units" && orders.length === 0))
      return fail("register.document-unknown", { id });
    const rules = await loadRules(transaction, actor.province, world.today());
    return succeed({
      ...{ document: document.reference, today: world.today() },
      orders: orders.filter(({ asks, content }) => asks ?? asksOwnPlan(content)),
      rows: await loadOwnPlans(transaction, sight, id, rules),
      maySay: permit(actor, "review-findings").ok,
    });
  });
}

/**
 * Says whether a task of a document asks its leads for plans; null: nobody has said any more. Fails with
 * `register.document-unknown` and `register.plan-order-unknown`.
 */
export async function sayPlanOrder(
  actor: Actor,
  id: string,
  order: { readonly task: string; readonly asks: boolean | null },
  world: RegisterWorld,
): Promise<Result<OwnPlanList>> {
  const allowed = permit(actor, "review-findings");
  if (!allowed.ok) return allowed;
  const said = await withProvince(world.kysely, actor.province, async (transaction) => {
    const orders = await loadPlanOrders(transaction, wholeProvince(actor.province), id);
    const before = orders.find(({ task }) => task === order.task);
    if (orders.length === 0) return fail("register.document-unknown", { id });
    if (!before) return fail("register.plan-order-unknown");
    await savePlanOrder(transaction, actor.province, order, { at: world.clock(), by: actor.person });
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "say-plan-order", subject: `task:${order.task}`, before: { asks: before.asks } },
        after: { asks: order.asks },
      },
    ]);
    return succeed(null);
  });
  return said.ok ? listOwnPlans(actor, id, world) : said;
}

/** The steps that units in sight set themselves for a task. Fails with `register.task-unknown`. */
export async function listOwnSteps(
  actor: Actor,
  task: string,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<readonly OwnStep[]>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(kysely, actor.province, async (transaction) =>
    (await loadTask(transaction, sight, task)) === null
      ? fail("register.task-unknown", { id: task })
      : succeed(await loadOwnSteps(transaction, sight, task)),
  );
}
