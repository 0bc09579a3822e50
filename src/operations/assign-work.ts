import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { reachOf } from "../domain/organisation/rights.ts";
import { type Assignment, loadAssignments, peopleOfUnit, saveAssignment } from "../store/assignments.ts";
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

/**
 * Gives the unit's part in tasks to a leader in charge, a room and an officer, of one task or of many, all or none. Fails
 * with `unit.unknown` beyond the actor's reach, `register.task-unknown` for a task that the unit does not hold,
 * `people.not-in-unit`, `people.changed`.
 */
export async function assignWork(
  actor: Actor,
  request: WorkRequest,
  world: RegisterWorld,
): Promise<Result<{ readonly assigned: number }>> {
  const allowed = permit(actor, "assign-work");
  if (!allowed.ok) return allowed;
  const sight = sightOf(actor, allowed.value);
  return withProvince(world.kysely, actor.province, async (transaction) => {
    if (!(await isUnitWithin(transaction, sight, request.unit)))
      return fail("unit.unknown", { id: request.unit });
    const fits = await fitsUnit(transaction, actor, request, world);
    if (!fits.ok) return fits;
    const found: { id: string; before: Assignment }[] = [];
    for (const { id, version } of request.tasks) {
      const all = await loadAssignments(transaction, sight, id);
      const before = all.find(({ unit }) => unit.id === request.unit);
      if (!before) return fail("register.task-unknown", { id });
      if (version !== null && version !== before.version)
        return fail("people.changed", { name: before.unit.name });
      found.push({ id, before });
    }
    for (const { id, before } of found) await saveOne(transaction, actor, { id, before, request }, world);
    return succeed({ assigned: found.length });
  });
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

async function saveOne(
  transaction: ProvinceTransaction,
  actor: Actor,
  {
    id,
    before,
    request,
  }: { readonly id: string; readonly before: Assignment; readonly request: WorkRequest },
  world: RegisterWorld,
): Promise<void> {
  const { unit } = request;
  const old = {
    leader: before.leader?.id ?? null,
    room: before.room?.id ?? null,
    officer: before.officer?.id ?? null,
  };
  const after = {
    leader: request.leader === undefined ? old.leader : request.leader,
    room: request.room === undefined ? old.room : request.room,
    officer: request.officer === undefined ? old.officer : request.officer,
  };
  await saveAssignment(transaction, actor.province, { task: id, unit, ...after });
  await writeHistory(transaction, actor, world, [
    { what: "assign-work", subject: `task:${id}`, before: { unit, ...old }, after: { unit, ...after } },
  ]);
}
