import { bookStep } from "../domain/basics/ledger.ts";
import { type FailureCode, fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { reachOf } from "../domain/organisation/rights.ts";
import {
  type Assignment,
  assignmentsOfUnit,
  loadAssignments,
  type Named,
  namedUnits,
  peopleOfUnit,
  saveAssignments,
  type UnitAssignment,
} from "../store/assignments.ts";
import { withProvince } from "../store/database.ts";
import { isUnitWithin } from "../store/people.ts";
import { sightOf } from "../store/sight.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

export type { Assignment } from "../store/assignments.ts";

/** Who works on a task inside the units that the actor sees. */
export interface ShownAssignments {
  readonly assignments: readonly Assignment[];
  /** The units of them in which the actor may assign work. */
  readonly mayAssign: readonly string[];
}

/** Who works on a task inside the units that hold it. Fails with `register.task-unknown`. */
export async function showAssignments(
  actor: Actor,
  task: string,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<ShownAssignments>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(kysely, actor.province, async (transaction): Promise<Result<ShownAssignments>> => {
    if ((await loadTask(transaction, sight, task)) === null)
      return fail("register.task-unknown", { id: task });
    const assignments = await loadAssignments(transaction, sight, task);
    const reach = reachOf(actor.held, "assign-work");
    const own = reach === null ? [] : await loadAssignments(transaction, sightOf(actor, reach), task);
    return succeed({ assignments, mayAssign: own.map(({ unit }) => unit.id) });
  });
}

/** What a head gives: null is nobody, undefined leaves it as it is. */
export interface WorkRequest {
  readonly unit: string;
  /** The tasks with the version seen; 0: nobody worked on it. Null: whatever stands. */
  readonly tasks: readonly { readonly id: string; readonly version: number | null }[];
  readonly leader?: string | null | undefined;
  readonly room?: string | null | undefined;
  readonly officer?: string | null | undefined;
}

/** What became of a wish: the tasks given, and those that were not, each with the reason. */
export interface GivenWork {
  readonly assigned: number;
  readonly refused: readonly { readonly task: string; readonly code: FailureCode }[];
}

/**
 * Gives the unit's part in tasks to a leader in charge, a room and an officer, of one task or of many. A task that the unit
 * does not hold (`people.work-not-held`), or that somebody else gave meanwhile (`people.work-changed`), is left as it is and
 * said. Fails as a whole with `unit.unknown` beyond the actor's reach and with `people.not-in-unit`.
 */
export async function assignWork(
  actor: Actor,
  request: WorkRequest,
  world: RegisterWorld,
): Promise<Result<GivenWork>> {
  const allowed = permit(actor, "assign-work");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction): Promise<Result<GivenWork>> => {
    if (!(await isUnitWithin(transaction, sight, request.unit)))
      return fail("unit.unknown", { id: request.unit });
    const fits = await fitsUnit(transaction, actor, request, world);
    if (!fits.ok) return fits;
    return succeed(await give(transaction, actor, request, world));
  });
}

/** The units in which an actor gives work: those that he heads, with their names. */
export async function showAssigningUnits(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<readonly Named[]>> {
  const allowed = permit(actor, "assign-work");
  if (!allowed.ok) return allowed;
  const roots = allowed.value.kind === "units" ? allowed.value.roots : [];
  return withProvince(kysely, actor.province, async (transaction) =>
    succeed(await namedUnits(transaction, actor.province, roots)),
  );
}

async function give(
  transaction: ProvinceTransaction,
  actor: Actor,
  request: WorkRequest,
  world: RegisterWorld,
): Promise<GivenWork> {
  const { unit } = request;
  const wishes = new Map(request.tasks.map(({ id, version }) => [id, version]));
  const held = await assignmentsOfUnit(transaction, actor.province, unit, [...wishes.keys()]);
  const fresh = held.filter(({ task, version }) => (wishes.get(task) ?? version) === version);
  const wanted = fresh.map((before) => ({ ...before, ...chosen(request) }));
  const saved = await saveAssignments(transaction, actor.province, unit, wanted);
  const given = fresh.filter(({ task }) => saved.has(task));
  await writeHistory(
    transaction,
    actor,
    world,
    given.map(({ task, version: _, ...before }) => ({
      ...{ what: "assign-work", subject: `task:${task}`, before: { unit, ...before } },
      after: { unit, ...before, ...chosen(request) },
    })),
  );
  const isHeld = new Set(held.map(({ task }) => task));
  const refused = [...wishes.keys()]
    .filter((task) => !saved.has(task))
    .map((task) => ({
      task,
      code: isHeld.has(task) ? ("people.work-changed" as const) : ("people.work-not-held" as const),
    }));
  bookStep(
    "assignedWork",
    wishes.size,
    given.length,
    refused.map(({ task, code }) => ({ what: task, where: unit, why: code })),
  );
  return { assigned: given.length, refused };
}

/** What the wish changes; what it leaves out stays. */
function chosen({ leader, room, officer }: WorkRequest): Partial<UnitAssignment> {
  return {
    ...(leader === undefined ? {} : { leader }),
    ...(room === undefined ? {} : { room }),
    ...(officer === undefined ? {} : { officer }),
  };
}

async function fitsUnit(
  transaction: ProvinceTransaction,
  actor: Actor,
  { unit, leader, room, officer }: WorkRequest,
  { today }: RegisterWorld,
): Promise<Result<null>> {
  const people = [leader, officer].filter((id) => typeof id === "string");
  const there = await peopleOfUnit(transaction, actor.province, { people, unit, day: today() });
  const stranger = people.find((id) => !there.has(id));
  if (stranger !== undefined) return fail("people.not-in-unit");
  if (typeof room !== "string") return succeed(null);
  const below = { province: actor.province, reach: { kind: "units" as const, roots: [unit] } };
  const isRoom = room !== unit && (await isUnitWithin(transaction, below, room));
  return isRoom ? succeed(null) : fail("unit.unknown", { id: room });
}
