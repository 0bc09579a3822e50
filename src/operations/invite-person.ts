import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor, ProvinceNumber } from "../domain/organisation/actor.ts";
import { type PostRole, unitRoles } from "../domain/organisation/rights.ts";
import { withProvince } from "../store/database.ts";
import { markInvitationEntered, type PostUnit, postsThere, unitsForPosts } from "../store/invited-posts.ts";
import { enterPerson, givePosts } from "../store/posts.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** A post that an invited person will have. */
export interface InvitedPost {
  readonly role: PostRole;
  /** Null: over the whole province. */
  readonly unit: string | null;
  readonly title: string | null;
}

/**
 * Whether somebody may invite a person into these posts: the administrator into all, the head of a unit into posts of his
 * unit and those below it. Fails with `register.not-allowed`, `unit.unknown` and `people.post-not-yours`.
 */
export async function mayInvite(
  actor: Actor,
  posts: readonly InvitedPost[],
  world: RegisterWorld,
): Promise<Result<null>> {
  const reach = permit(actor, "change-people");
  if (!reach.ok) return reach;
  const isAdministrator = permit(actor, "change-rights").ok;
  const roots = reach.value.kind === "units" ? reach.value.roots : [];
  const units = posts.flatMap(({ unit }) => unit ?? []);
  const found = await withProvince(world.kysely, actor.province, (transaction) =>
    unitsForPosts(transaction, actor.province, units, { roots, day: world.today() }),
  );
  const missing = units.find((id) => !found.some((unit) => unit.id === id));
  if (missing !== undefined) return fail("unit.unknown");
  const isOwn = ({ role, unit }: InvitedPost) =>
    unitRoles.includes(role) && found.some(({ id, within }) => id === unit && within);
  return isAdministrator || posts.every(isOwn) ? succeed(null) : fail("people.post-not-yours");
}

/** The names of the units that posts are in. */
export function namesOfPostUnits(
  actor: Actor,
  posts: readonly InvitedPost[],
  world: RegisterWorld,
): Promise<readonly PostUnit[]> {
  const units = posts.flatMap(({ unit }) => unit ?? []);
  return withProvince(world.kysely, actor.province, (transaction) =>
    unitsForPosts(transaction, actor.province, units, { roots: [], day: world.today() }),
  );
}

/**
 * Enters a person who accepted an invitation, with his posts from today on. What is there already stays, so that an
 * entering that was cut off is done again whole.
 */
export async function enterInvited(
  invited: {
    readonly id: string;
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly province: ProvinceNumber;
    readonly posts: readonly (InvitedPost & { readonly id: string })[];
    readonly issuedBy: string;
  },
  world: RegisterWorld,
): Promise<void> {
  const { person, province, issuedBy } = invited;
  const actor: Actor = { person: issuedBy, name: issuedBy, province, held: [], address: null };
  await withProvince(world.kysely, province, async (transaction) => {
    await enterPerson(transaction, province, { ...person, phone: null });
    const there = await postsThere(
      transaction,
      province,
      invited.posts.map(({ id }) => id),
    );
    const missing = invited.posts.filter(({ id }) => !there.has(id));
    await markInvitationEntered(transaction, invited.id, world.clock());
    if (missing.length === 0) return;
    const none = { to: null, actingFor: null, document: null };
    await givePosts(
      transaction,
      province,
      missing.map((post) => ({ ...none, ...post, person: person.id, from: world.today() })),
    );
    await writeHistory(transaction, actor, world, [
      { what: "enter-invited", subject: `person:${person.id}`, before: null, after: { posts: missing } },
    ]);
  });
}
