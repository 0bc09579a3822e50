import { addDays, type CalendarDate } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import { type HeldRole, type PostRole, type Reach, reachOf, unitRoles } from "./rights.ts";

/** A role in a unit, or over the province, from a day to a day. */
export interface Post {
  readonly id: string;
  readonly person: string;
  /** Null: over the whole province. */
  readonly unit: string | null;
  readonly role: PostRole;
  /** As people say it: "Phó Giám đốc". */
  readonly title: string | null;
  readonly from: CalendarDate;
  /** The last day; null: until further notice. */
  readonly to: CalendarDate | null;
  /** The post whose holder he acts for; null: his own. */
  readonly actingFor: string | null;
  /** The decision that gives it. */
  readonly document: string | null;
}

/** How a post stands on a day. */
export type PostTime = "past" | "now" | "toCome";

export function postTime({ from, to }: Pick<Post, "from" | "to">, day: CalendarDate): PostTime {
  if (to !== null && to < day) return "past";
  return from > day ? "toCome" : "now";
}

/**
 * Over which units somebody may give and end posts of a role: posts inside a unit by who may change people, all others by
 * who may change rights; null: none.
 */
export function givingReach(
  held: readonly HeldRole[],
  { role, unit }: Pick<Post, "role" | "unit">,
): Reach | null {
  return reachOf(held, unit !== null && unitRoles.includes(role) ? "change-people" : "change-rights");
}

/**
 * Whether a post is in order. Fails with `people.days-reversed`, with `people.unit-needed` for a role that only means
 * something inside a unit, and with `people.acting-for-oneself`.
 */
export function checkPost(post: Post, absent: Pick<Post, "person"> | null): Result<Post> {
  if (post.to !== null && post.to < post.from)
    return fail("people.days-reversed", { from: post.from, to: post.to });
  if (post.unit === null && unitRoles.includes(post.role)) return fail("people.unit-needed");
  if (absent?.person === post.person) return fail("people.acting-for-oneself");
  return succeed(post);
}

/**
 * A post in somebody's stead: his role and unit, no longer than he has it himself. Fails with `people.acting-for-acting`
 * where he only acts himself, and with `people.acting-outside` for days on which he does not have it.
 */
export function actingPost(
  absent: Post,
  wish: Pick<Post, "id" | "person" | "from" | "to" | "document">,
): Result<Post> {
  if (absent.actingFor !== null) return fail("people.acting-for-acting");
  const to = absent.to !== null && (wish.to === null || wish.to > absent.to) ? absent.to : wish.to;
  if (wish.from < absent.from || (to !== null && to < wish.from)) return fail("people.acting-outside");
  const { role, unit, title } = absent;
  return checkPost({ ...wish, to, role, unit, title, actingFor: absent.id }, absent);
}

/** The same post for somebody else from the day after the last day of the one who hands it over. */
export function handedPost(
  post: Post,
  next: { readonly id: string; readonly person: string; readonly on: CalendarDate },
): Post {
  return { ...post, id: next.id, person: next.person, from: addDays(next.on, 1) };
}

/** Whether somebody is left who is administrator himself until further notice and works for the province. */
export function keepsAdministrator(
  posts: readonly (Pick<Post, "role" | "from" | "to" | "actingFor"> & { readonly left: boolean })[],
  day: CalendarDate,
): boolean {
  return posts.some(
    ({ role, from, to, actingFor, left }) =>
      role === "administrator" && from <= day && to === null && actingFor === null && !left,
  );
}
