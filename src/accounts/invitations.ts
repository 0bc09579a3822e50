import { randomUUID } from "node:crypto";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { authOn } from "./better-auth.ts";
import { type AccountUser, answerOf, type Caller, emailKey, type Ground, markOpened } from "./ground.ts";
import { codeOf, codeRefusal, codeRules, hashOfCode, type InvitedPost } from "./invitation.ts";
import { joinProvince } from "./memberships.ts";
import { passwordRefusal } from "./password.ts";
import type { OpenedSession } from "./sign-in.ts";

/** Whom an administrator or the head of a unit asks to join the province, with the posts that he will have. */
export interface InvitationRequest {
  readonly province: number;
  readonly name: string;
  readonly email: string;
  readonly officialId: string | null;
  readonly posts: readonly InvitedPost[];
  readonly days: number;
}

/** An invitation that still opens, as the list shows it. */
export interface InvitationEntry {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly posts: readonly InvitedPost[];
  readonly issuedAt: Date;
  readonly issuedBy: { readonly id: string; readonly name: string };
  readonly expiresAt: Date;
}

/** An invitation that was accepted and whose posts are not yet given in the register. */
export interface AcceptedInvitation {
  readonly id: string;
  readonly province: number;
  readonly person: AccountUser;
  readonly posts: readonly InvitedPost[];
  /** Who invited. */
  readonly issuedBy: string;
}

/** Makes an invitation; its code is given out here and never again. Fails with `account.already-member`. */
export async function invite(
  ground: Ground,
  by: string,
  request: InvitationRequest,
  address: string | null,
): Promise<Result<{ id: string; code: string; expiresAt: Date }>> {
  const { database, clock, randomBytes } = ground;
  const email = emailKey(request.email);
  if (await isMember(ground, email, request.province)) return fail("account.already-member", { email });
  const { least, most } = codeRules.invitationDays;
  const days = Math.min(most, Math.max(least, request.days));
  const code = codeOf(randomBytes(20));
  const now = clock();
  const expiresAt = new Date(now.getTime() + days * 24 * 3_600_000);
  const id = randomUUID();
  await database
    .insertInto("accounts.invitations")
    .values({
      ...{ id, province_id: request.province, name: request.name.trim(), email },
      ...{ official_id: request.officialId, posts: JSON.stringify(request.posts) },
      ...{ code_hash: hashOfCode(code), issued_at: now, issued_by: by, expires_at: expiresAt },
      ...{ withdrawn_at: null, accepted_at: null, accepted_by: null, entered_at: null },
    })
    .execute();
  await ground.record({
    ...{ kind: "change", what: "invite-person", person: by, address },
    detail: { invitation: id, email, roles: request.posts.map(({ role }) => role).join(", ") },
  });
  return succeed({ id, code, expiresAt });
}

/** The invitations of a province that still open, the newest first. */
export async function openInvitations(
  { database, clock }: Ground,
  province: number,
): Promise<readonly InvitationEntry[]> {
  const rows = await database
    .selectFrom("accounts.invitations as invitation")
    .leftJoin("accounts.users as inviter", "inviter.id", "invitation.issued_by")
    .select(["invitation.id", "invitation.name", "invitation.email", "invitation.posts"])
    .select(["invitation.issued_at", "invitation.expires_at", "invitation.issued_by"])
    .select("inviter.name as inviter")
    .where("province_id", "=", province)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", clock())
    .orderBy("issued_at", "desc")
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, name: row.name, email: row.email, posts: row.posts },
    ...{ issuedAt: row.issued_at, expiresAt: row.expires_at },
    issuedBy: { id: row.issued_by, name: row.inviter ?? row.issued_by },
  }));
}

/** Withdraws an invitation of a province. Fails with `account.code-unknown`, also for one that was accepted. */
export async function withdrawInvitation(
  ground: Ground,
  by: string,
  /** `only`: the person whose own invitations alone may be withdrawn; null: anybody's. */
  { province, id, only }: { readonly province: number; readonly id: string; readonly only: string | null },
  address: string | null,
): Promise<Result<null>> {
  const query = ground.database
    .updateTable("accounts.invitations")
    .set({ withdrawn_at: ground.clock() })
    .where("id", "=", id)
    .where("province_id", "=", province)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null);
  const gone = await (only === null ? query : query.where("issued_by", "=", only)).executeTakeFirst();
  if (gone.numUpdatedRows === 0n) return fail("account.code-unknown");
  const detail = { invitation: id };
  await ground.record({ kind: "change", what: "withdraw-invitation", person: by, address, detail });
  return succeed(null);
}

/** What a code opens: whom it invites and where to, and whether he has an account already. */
export async function checkInvitation(
  { database, clock }: Ground,
  code: string,
): Promise<Result<{ name: string; email: string; province: string; hasAccount: boolean }>> {
  const row = await rowOf(database, code);
  const refusal = codeRefusal(row && { ...row, used_at: row.accepted_at }, clock());
  if (refusal || !row) return fail(refusal ?? "account.code-unknown");
  const { name } = await database
    .selectFrom("reference.province")
    .select("name")
    .where("id", "=", row.province_id)
    .executeTakeFirstOrThrow();
  const account = await accountOf(database, row.email);
  return succeed({ name: row.name, email: row.email, province: name, hasAccount: account !== undefined });
}

/**
 * Accepts an invitation in one transaction, or not at all: account with password, membership, and the invitation used up.
 * Whoever has an account already signs in first and is `visitor`. The posts follow in the register (`acceptedOf`). Fails
 * with `account.code-…`, `account.password-…`, `account.invitation-sign-in`.
 */
export async function acceptInvitation(
  ground: Ground,
  given: { readonly code: string; readonly name: string | null; readonly password: string | null },
  visitor: AccountUser | null,
  caller: Caller,
): Promise<Result<OpenedSession>> {
  const { database, clock, settings } = ground;
  const done = await database.transaction().execute(async (transaction) => {
    const row = await rowOf(transaction, given.code, true);
    const refusal = codeRefusal(row && { ...row, used_at: row.accepted_at }, clock());
    if (refusal || !row) return fail(refusal ?? "account.code-unknown");
    const entered = await enter(
      { ...ground, database: transaction },
      {
        ...{ name: given.name?.trim() || row.name, email: row.email, officialId: row.official_id },
        ...{ password: given.password, visitor },
      },
    );
    if (!entered.ok) return entered;
    const joined = await joinProvince(transaction, entered.value.user.id, row.province_id);
    if (!joined.ok) return joined;
    await transaction
      .updateTable("accounts.invitations")
      .set({ accepted_at: clock(), accepted_by: entered.value.user.id })
      .where("id", "=", row.id)
      .execute();
    return succeed({ ...entered.value, invitation: row.id });
  });
  if (!done.ok) return done;
  const { user, token, cookies, invitation } = done.value;
  if (token !== null) await markOpened({ database, clock }, token, caller, "password");
  await ground.record({
    ...{ kind: "change", what: "accept-invitation", person: user.id, address: caller.address },
    detail: { invitation, passwords: settings.localAccounts },
  });
  return succeed({ user, cookies });
}

/** Invitations that a person accepted and whose posts he has not got yet, oldest first. */
export async function acceptedOf(
  { database }: Pick<Ground, "database">,
  person: string,
): Promise<readonly AcceptedInvitation[]> {
  const rows = await database
    .selectFrom("accounts.invitations as invitation")
    .innerJoin("accounts.users as person", "person.id", "invitation.accepted_by")
    .select(["invitation.id", "invitation.province_id", "invitation.posts", "invitation.issued_by"])
    .select(["person.id as person", "person.name", "person.email"])
    .where("invitation.accepted_by", "=", person)
    .where("invitation.entered_at", "is", null)
    .orderBy("invitation.accepted_at")
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, province: row.province_id, posts: row.posts, issuedBy: row.issued_by },
    person: { id: row.person, name: row.name, email: row.email },
  }));
}

/** The account of an invited person: the visitor's own, or a new one with a password. */
async function enter(
  ground: Ground,
  given: {
    readonly name: string;
    readonly email: string;
    readonly officialId: string | null;
    readonly password: string | null;
    readonly visitor: AccountUser | null;
  },
): Promise<Result<{ user: AccountUser; token: string | null; cookies: readonly string[] }>> {
  const { database, settings } = ground;
  const { email, name, visitor, officialId } = given;
  if (visitor?.email === email) return succeed({ user: visitor, token: null, cookies: [] });
  if (await accountOf(database, email)) return fail("account.invitation-sign-in", { email });
  const shortest = settings.shortestPassword;
  const password = given.password ?? "";
  const refusal = passwordRefusal(password, { name, email }, { shortest, common: ground.common() });
  if (refusal) return fail(refusal, { shortest });
  const made = await answerOf(() =>
    authOn(database, settings, true).api.signUpEmail({ body: { name, email, password }, asResponse: true }),
  );
  if (!made.ok || made.user === null) return fail("server.bad-request", { part: "email" });
  await database
    .updateTable("accounts.users")
    .set({ official_id: officialId })
    .where("id", "=", made.user.id)
    .execute();
  return succeed({ user: made.user, token: made.token, cookies: made.cookies });
}

function rowOf(database: Ground["database"], code: string, lock = false) {
  const query = database
    .selectFrom("accounts.invitations")
    .selectAll()
    .where("code_hash", "=", hashOfCode(code));
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

function accountOf(database: Ground["database"], email: string) {
  return database.selectFrom("accounts.users").select("id").where("email", "=", email).executeTakeFirst();
}

async function isMember({ database }: Ground, email: string, province: number): Promise<boolean> {
  const found = await database
    .selectFrom("accounts.users as person")
    .innerJoin("accounts.memberships as membership", "membership.user_id", "person.id")
    .select("person.id")
    .where("person.email", "=", email)
    .where("membership.province_id", "=", province)
    .executeTakeFirst();
  return found !== undefined;
}
