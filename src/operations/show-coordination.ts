import { fail, type Result, succeed } from "../domain/basics/result.ts";
import {
  allowedRequestFacts,
  isToBeNamed,
  type RequestFactKind,
  type RequestRow,
  type RequestSides,
} from "../domain/duty/coordination.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { reachOf } from "../domain/organisation/rights.ts";
import {
  type CoordinatingUnit,
  leadsAmong,
  loadCoordinating,
  loadNamedUnits,
  loadOpenRequests,
  loadRequestsOfTask,
} from "../store/coordination.ts";
import { withProvince } from "../store/database.ts";
import { unitsOfPosts } from "../store/duty-facts.ts";
import { sightOf } from "../store/sight.ts";
import { loadTask } from "../store/task-record.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import type { RegisterWorld } from "./register.ts";

/** An addressee that co-ordinates, with the units that it is today. */
export interface CoordinationPart {
  readonly key: string;
  readonly name: string;
  readonly units: readonly CoordinatingUnit[];
  /** The lead says which units it is. */
  readonly toBeNamed: boolean;
  /** By which letter they were named, if by one. */
  readonly document: string | null;
}

/** A request with what the actor may say of it now. */
export interface ShownRequest extends RequestRow {
  readonly allowed: readonly RequestFactKind[];
}

/** Who co-ordinates in a task, and what they are asked for. */
export interface ShownCoordination {
  readonly version: number;
  readonly parts: readonly CoordinationPart[];
  readonly requests: readonly ShownRequest[];
  /** He may name the units, and ask for the leads of these units. */
  readonly mayName: boolean;
  readonly asksFor: { readonly all: boolean; readonly units: readonly string[] };
}

/** Who co-ordinates in a task in sight, and what was asked of them as far as it is in sight. Fails with `register.task-unknown`. */
export function showCoordination(
  actor: Actor,
  task: string,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<ShownCoordination>> {
  return withProvince(kysely, actor.province, (transaction) => shownCoordination(transaction, actor, task));
}

/** The same as the transaction sees it, for what an operation answers after a change. */
export async function shownCoordination(
  transaction: ProvinceTransaction,
  actor: Actor,
  id: string,
): Promise<Result<ShownCoordination>> {
  const allowed = permit(actor, "see-tasks");
  if (!allowed.ok) return allowed;
  const task = await loadTask(transaction, sightOf(actor, allowed.value), id);
  if (task === null) return fail("register.task-unknown", { id });
  const units = await loadCoordinating(transaction, actor.province, id);
  const named = new Map((await loadNamedUnits(transaction, actor.province, id)).map((one) => [one.key, one]));
  const own = await unitsOfPosts(transaction, actor);
  const parts = task.addressees.flatMap((one, position): readonly CoordinationPart[] => {
    if (one.role !== "with") return [];
    return [
      {
        ...{ key: one.nameKey, name: one.name, toBeNamed: isToBeNamed(one) },
        units: units.filter((unit) => unit.position === position),
        document: named.get(one.nameKey)?.document ?? null,
      },
    ];
  });
  const sees = permit(actor, "see-duties");
  const requests = sees.ok ? await loadRequestsOfTask(transaction, sightOf(actor, sees.value), id) : [];
  return succeed({
    ...{ version: task.version, parts, requests: requests.map((one) => shownRequest(actor, own, one)) },
    mayName: await mayNameUnits(transaction, actor, id),
    asksFor: { all: speaksForAll(actor), units: reachOf(actor.held, "coordinate") === null ? [] : [...own] },
  });
}

/** Who keeps the register may name the units that a task leaves open, and a unit that leads it. */
export async function mayNameUnits(
  transaction: ProvinceTransaction,
  actor: Actor,
  task: string,
): Promise<boolean> {
  if (reachOf(actor.held, "coordinate") === null) return false;
  if (speaksForAll(actor)) return true;
  return leadsAmong(transaction, actor.province, task, [...(await unitsOfPosts(transaction, actor))]);
}

/** Who follows the register of the province records for any unit. */
function speaksForAll({ held }: Actor): boolean {
  return reachOf(held, "coordinate")?.kind === "province";
}

/** On which sides of a request an actor stands: units speak for themselves, who follows them records for both. */
export function sidesOf(
  actor: Actor,
  own: ReadonlySet<string>,
  { from, to }: { readonly from: string; readonly to: string },
): RequestSides {
  if (speaksForAll(actor)) return { asks: true, isAsked: true };
  const speaks = reachOf(actor.held, "coordinate") !== null;
  return { asks: speaks && own.has(from), isAsked: speaks && own.has(to) };
}

function shownRequest(actor: Actor, own: ReadonlySet<string>, request: RequestRow): ShownRequest {
  const sides = sidesOf(actor, own, { from: request.from.id, to: request.to.id });
  return { ...request, allowed: allowedRequestFacts(request, sides) };
}

/** Requests that shown at once in a list of work; further ones are counted. */
const mostOpen = 50;

/** What the units of the actor are asked for and have not answered, the most pressing first, and how many there are. */
export async function listOpenRequests(
  actor: Actor,
  { kysely }: Pick<RegisterWorld, "kysely">,
): Promise<Result<{ readonly total: number; readonly requests: readonly ShownRequest[] }>> {
  const allowed = permit(actor, "see-duties");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const found = await loadOpenRequests(transaction, sightOf(actor, allowed.value), mostOpen);
    const own = await unitsOfPosts(transaction, actor);
    return succeed({ ...found, requests: found.requests.map((one) => shownRequest(actor, own, one)) });
  });
}
