import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import {
  actingPost,
  checkPost,
  givingReach,
  handedPost,
  keepsAdministrator,
  type Post,
} from "../domain/organisation/post.ts";
import type { PostRole } from "../domain/organisation/rights.ts";
import { withProvince } from "../store/database.ts";
import {
  endPosts,
  isUnitWithin,
  loadPerson,
  lockAdministrators,
  lockPost,
  moveAssignments,
  type PersonRecord,
  savePerson,
} from "../store/people.ts";
import { givePosts } from "../store/posts.ts";
import { sightOf } from "../store/sight.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { changingSight, type ShownPerson, shownPerson } from "./people.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** A post that somebody is to get: of its own, or in the stead of who has `actingFor`. */
export interface WantedPost {
  readonly role: PostRole | null;
  readonly unit: string | null;
  readonly title: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly actingFor: string | null;
  readonly document: string | null;
}

interface Step {
  readonly transaction: ProvinceTransaction;
  readonly actor: Actor;
  readonly world: RegisterWorld;
}

/**
 * Gives a person a post, or lets him act for somebody. Fails with `people.unknown`, `people.left`, `people.post-unknown`,
 * `unit.unknown`, with what `checkPost` and `actingPost` refuse, and with `register.not-allowed` beyond the actor's reach.
 */
export async function givePost(
  actor: Actor,
  personId: string,
  wish: WantedPost,
  world: RegisterWorld,
): Promise<Result<ShownPerson>> {
  const allowed = permit(actor, "change-people");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const step = { transaction, actor, world };
    // Whoever is new in a unit has no post in it yet, so the person may be any of the province.
    const person = await anybody(step, personId);
    if (!person) return fail("people.unknown", { id: personId });
    const post = await wantedPost(step, personId, wish);
    if (!post.ok) return post;
    const staying = stays(person, post.value);
    if (!staying.ok) return staying;
    const reached = await mayGive(step, post.value);
    if (!reached.ok) return reached;
    await givePosts(transaction, actor.province, [post.value]);
    const what = post.value.actingFor === null ? "give-post" : "act-for";
    await writeHistory(transaction, actor, world, [
      { what, subject: `person:${personId}`, before: null, after: { post: post.value } },
    ]);
    return shownPerson(transaction, actor, { kind: "province" }, personId, world);
  });
}

async function anybody({ transaction, actor, world }: Step, id: string): Promise<PersonRecord | null> {
  const asking = changingSight(actor, { kind: "province" }, world.today());
  return loadPerson(transaction, asking, id, { locked: true });
}

async function wantedPost(
  { transaction, actor, world }: Step,
  person: string,
  wish: WantedPost,
): Promise<Result<Post>> {
  const { from, to, document } = wish;
  const id = world.newId();
  if (wish.actingFor !== null) {
    const absent = await lockPost(transaction, actor.province, wish.actingFor);
    return absent ? actingPost(absent, { id, person, from, to, document }) : fail("people.post-unknown");
  }
  const { role, unit, title } = wish;
  if (role === null) return fail("people.post-unknown");
  return checkPost({ id, person, from, to, document, role, unit, title, actingFor: null }, null);
}

/** Whether a person still works for the province on every day of a post. */
function stays({ name, leftOn }: PersonRecord, { to }: Pick<Post, "to">): Result<null> {
  return leftOn !== null && (to === null || to > leftOn)
    ? fail("people.left", { name, on: leftOn })
    : succeed(null);
}

/** Whether the actor may give or end a post, by its role and unit. */
async function mayGive({ transaction, actor }: Step, post: Post): Promise<Result<null>> {
  const reach = givingReach(actor.held, post);
  if (reach === null) return fail("register.not-allowed", { action: "change-rights" });
  if (post.unit === null) return succeed(null);
  const within = await isUnitWithin(transaction, sightOf(actor, reach), post.unit);
  return within ? succeed(null) : fail("unit.unknown", { id: post.unit });
}

/** Runs a change of posts and refuses it when it leaves the province without an administrator. */
async function keepingAdministrator<T>(
  { transaction, actor, world }: Step,
  change: () => Promise<T>,
): Promise<Result<T>> {
  const had = keepsAdministrator(await lockAdministrators(transaction, actor.province), world.today());
  const done = await change();
  const has = keepsAdministrator(await lockAdministrators(transaction, actor.province), world.today());
  return had && !has ? fail("people.last-administrator") : succeed(done);
}

/** Undoes what a refused step wrote: the transaction is left by it. */
class Refused extends Error {
  readonly result: Result<never>;
  constructor(result: Result<never>) {
    super("refused");
    this.result = result;
  }
}

async function inOneStep(
  actor: Actor,
  world: RegisterWorld,
  work: (step: Step) => Promise<Result<ShownPerson>>,
): Promise<Result<ShownPerson>> {
  try {
    return await withProvince(world.kysely, actor.province, async (transaction) => {
      const done = await work({ transaction, actor, world });
      if (!done.ok) throw new Refused(done);
      return done;
    });
  } catch (error) {
    if (error instanceof Refused) return error.result;
    throw error;
  }
}

/** The post in the version seen, which the actor may end. */
async function endable(
  step: Step,
  id: string,
  { version, on }: { readonly version: number; readonly on: CalendarDate },
): Promise<Result<Post>> {
  const post = await lockPost(step.transaction, step.actor.province, id);
  if (post === null) return fail("people.post-unknown");
  const reached = await mayGive(step, post);
  if (!reached.ok) return reached.failure.code === "unit.unknown" ? fail("people.post-unknown") : reached;
  if (post.version !== version) return fail("people.changed", { name: post.title ?? post.role });
  if (post.to !== null && post.to <= on) return fail("people.already-ended", { to: post.to });
  return succeed(post);
}

/**
 * Ends a post on a day, with what others have in its holder's stead; one that had not begun is taken away. Fails with
 * `people.post-unknown`, `people.changed`, `people.already-ended` and `people.last-administrator`.
 */
export async function endPost(
  actor: Actor,
  id: string,
  request: { readonly version: number; readonly on: CalendarDate },
  world: RegisterWorld,
): Promise<Result<ShownPerson>> {
  const allowed = permit(actor, "change-people");
  if (!allowed.ok) return allowed;
  return inOneStep(actor, world, async (step) => {
    const post = await endable(step, id, request);
    if (!post.ok) return post;
    const ended = await keepingAdministrator(step, () =>
      endPosts(step.transaction, actor.province, [id], request.on),
    );
    if (!ended.ok) return ended;
    const { person } = post.value;
    await writeHistory(step.transaction, actor, world, [
      {
        ...{ what: "end-post", subject: `person:${person}`, before: { post: post.value } },
        after: { on: request.on, ended: ended.value },
      },
    ]);
    return shownPerson(step.transaction, actor, { kind: "province" }, person, world);
  });
}

/**
 * Hands a post over: it ends on a day, the successor has it from the next one, and the work inside the unit that was in
 * the holder's hands is in the successor's. Fails as `endPost` does, and with `people.unknown` and `people.left`.
 */
export async function handOverPost(
  actor: Actor,
  id: string,
  request: { readonly version: number; readonly on: CalendarDate; readonly to: string },
  world: RegisterWorld,
): Promise<Result<ShownPerson>> {
  const allowed = permit(actor, "change-people");
  if (!allowed.ok) return allowed;
  return inOneStep(actor, world, async (step) => {
    const { transaction } = step;
    const post = await endable(step, id, request);
    if (!post.ok) return post;
    const successor = await anybody(step, request.to);
    if (!successor) return fail("people.unknown", { id: request.to });
    const next = handedPost(post.value, { id: world.newId(), person: request.to, on: request.on });
    const checked = checkPost(next, post.value);
    const staying = stays(successor, next);
    if (!checked.ok) return checked;
    if (!staying.ok) return staying;
    await givePosts(transaction, actor.province, [next]);
    const ended = await keepingAdministrator(step, () =>
      endPosts(transaction, actor.province, [id], request.on),
    );
    if (!ended.ok) return ended;
    const { person, unit } = post.value;
    const tasks = await moveAssignments(transaction, actor.province, { from: person, to: request.to, unit });
    const after = { on: request.on, to: request.to, post: next, tasks };
    await writeHistory(transaction, actor, world, [
      { what: "hand-over-post", subject: `person:${person}`, before: { post: post.value }, after },
      { what: "take-over-post", subject: `person:${request.to}`, before: null, after },
    ]);
    return shownPerson(transaction, actor, { kind: "province" }, person, world);
  });
}

/**
 * A person leaves the province after a day: all his posts end, and his work goes to `successor` when one is named. Fails
 * with `people.unknown`, `people.changed`, `people.last-administrator`.
 */
export async function leaveProvince(
  actor: Actor,
  id: string,
  request: { readonly version: number; readonly on: CalendarDate; readonly successor: string | null },
  world: RegisterWorld,
): Promise<Result<ShownPerson>> {
  const allowed = permit(actor, "change-rights");
  if (!allowed.ok) return allowed;
  return inOneStep(actor, world, async (step) => {
    const { transaction } = step;
    const person = await anybody(step, id);
    if (!person) return fail("people.unknown", { id });
    if (person.version !== request.version) return fail("people.changed", { name: person.name });
    const successor = request.successor === null ? null : await anybody(step, request.successor);
    if (request.successor !== null && (!successor || successor.id === id))
      return fail("people.unknown", { id: request.successor });
    const ended = await keepingAdministrator(step, async () => {
      await savePerson(transaction, actor.province, { ...person, leftOn: request.on });
      return endPosts(
        transaction,
        actor.province,
        person.posts.map((post) => post.id),
        request.on,
      );
    });
    if (!ended.ok) return ended;
    const moved = { from: id, to: successor?.id ?? "", unit: null };
    const tasks = successor ? await moveAssignments(transaction, actor.province, moved) : [];
    await writeHistory(transaction, actor, world, [
      {
        ...{ what: "leave-province", subject: `person:${id}`, before: { leftOn: person.leftOn } },
        after: { leftOn: request.on, ended: ended.value, successor: successor?.id ?? null, tasks },
      },
    ]);
    return shownPerson(transaction, actor, { kind: "province" }, id, world);
  });
}
