import { createHash } from "node:crypto";
import { sql } from "kysely";
import { type FailureCode, fail, type Result, succeed } from "../domain/basics/result.ts";
import { type Attempt, beginAttempt, claimWait, markSucceeded, takeBack } from "./attempt-rows.ts";
import {
  type AccountUser,
  type AuthAnswer,
  answerOf,
  type Caller,
  emailKey,
  type Ground,
  markOpened,
} from "./ground.ts";
import { markProved, type Visitor } from "./sessions.ts";

export interface OpenedSession {
  readonly user: AccountUser;
  readonly cookies: readonly string[];
}

/** The password was right and the code of the second factor is still asked for. */
export interface CodeAsked {
  readonly user: null;
  readonly cookies: readonly string[];
}

/** A code of the app, or one of the codes that were written down. */
export interface SecondFactorCode {
  readonly code: string;
  readonly kind: "app" | "written";
}

/**
 * Signs in with a password. Fails with `account.wrong-password`, `account.too-many-attempts`, `account.slow-down`,
 * `account.passwords-off`, and with `account.passkey-needed` for who has a passkey and no app: a password alone is then
 * no longer enough.
 */
export async function signIn(
  ground: Ground,
  given: { readonly email: string; readonly password: string },
  caller: Caller,
): Promise<Result<OpenedSession | CodeAsked>> {
  const { auth, database, settings } = ground;
  if (!settings.localAccounts) return fail("account.passwords-off");
  const email = emailKey(given.email);
  const { address } = caller;
  const attempt = await startAttempt(ground, { email, address, now: ground.clock() });
  if (!attempt.ok) return attempt;
  const answer = await answerOf(() =>
    auth.api.signInEmail({ body: { email, password: given.password }, asResponse: true }),
  );
  if (!answer.ok) {
    await recordOfKnown(ground, email, "wrong-password", address);
    return fail("account.wrong-password");
  }
  if (answer.user === null) {
    await takeBack(database, attempt.value);
    return succeed({ user: null, cookies: answer.cookies });
  }
  if (await hasPasskey(ground, answer.user.id)) {
    await endToken(ground, answer.token);
    await takeBack(database, attempt.value);
    return fail("account.passkey-needed");
  }
  await markSucceeded(database, attempt.value);
  return succeed(await welcome(ground, { ...answer, user: answer.user }, caller));
}

/** The second step of signing in. Fails with `account.wrong-code`, `account.code-locked` and `account.sign-in-needed`. */
export async function signInWithCode(
  ground: Ground,
  given: SecondFactorCode,
  caller: Caller,
  headers: Headers,
): Promise<Result<OpenedSession>> {
  // Asked first: after the last code that a browser may try, the library forgets whom it asked.
  const person = await ground.auth.api.personAsked({ headers: new Headers(headers) });
  const answer = await askCode(ground, given, headers);
  if (!answer.ok) {
    const refusal = codeRefusal(answer);
    if (person !== null) await recordCode(ground, { person, refusal }, caller);
    return fail(refusal);
  }
  if (answer.user === null) throw new Error("a code opened nothing");
  if (given.kind === "app" && !(await claimCode(ground, answer.user.id, given.code))) {
    await endToken(ground, answer.token);
    await recordCode(ground, { person: answer.user.id, refusal: "account.wrong-code" }, caller);
    return fail("account.wrong-code");
  }
  const { email } = answer.user;
  await ground.database
    .insertInto("accounts.sign_in_attempts")
    .values({ at: ground.clock(), email, address: caller.address, succeeded: true })
    .execute();
  return succeed(await welcome(ground, { ...answer, user: answer.user }, caller));
}

/**
 * Proves again who sits at a session: the password, or a code where there is no password. Wrong ones count like those of
 * signing in. Fails as `signIn` does.
 */
export async function proveAgain(
  ground: Ground,
  visitor: Visitor,
  password: string,
  { address }: Caller,
): Promise<Result<null>> {
  const attempt = await startAttempt(ground, {
    ...{ email: emailKey(visitor.email), address, now: ground.clock() },
  });
  if (!attempt.ok) return attempt;
  if (!(await isPasswordOf(ground, visitor.id, password))) {
    await ground.record({ kind: "refusal", what: "wrong-password", person: visitor.id, address });
    return fail("account.wrong-password");
  }
  await takeBack(ground.database, attempt.value);
  await markProved(ground, visitor.session);
  return succeed(null);
}

/** Ends the session of the request; gives the cookies that erase it. */
export async function signOut(
  ground: Ground,
  visitor: Visitor | null,
  headers: Headers,
  address: string | null,
): Promise<readonly string[]> {
  const response = await ground.auth.api.signOut({ headers: new Headers(headers), asResponse: true });
  if (visitor !== null)
    await ground.record({ kind: "signIn", what: "sign-out", person: visitor.id, address });
  return response.headers.getSetCookie();
}

/** Whether a password is that of the person; false for who has none. */
export async function isPasswordOf(ground: Ground, person: string, password: string): Promise<boolean> {
  const kept = await ground.database
    .selectFrom("accounts.credentials")
    .select("password")
    .where("user_id", "=", person)
    .where("provider_id", "=", "credential")
    .executeTakeFirst();
  if (!kept?.password) return false;
  const { password: hashing } = await ground.auth.$context;
  return hashing.verify({ hash: kept.password, password });
}

/** Whether a person can sign in with a password. */
export async function hasPassword({ database }: Ground, person: string): Promise<boolean> {
  const found = await database
    .selectFrom("accounts.credentials")
    .select("id")
    .where("user_id", "=", person)
    .where("password", "is not", null)
    .executeTakeFirst();
  return found !== undefined;
}

/** A code of the app or of paper, for the visitor or for who is about to come in. */
export function askCode(
  { auth }: Ground,
  { code, kind }: SecondFactorCode,
  headers: Headers,
): Promise<AuthAnswer> {
  const call = { headers: new Headers(headers), body: { code: code.trim() }, asResponse: true } as const;
  return answerOf(() => (kind === "app" ? auth.api.verifyTOTP(call) : auth.api.verifyBackupCode(call)));
}

/** Why a code did not open. */
export function codeRefusal({ status, code }: { status: number; code: string }): FailureCode {
  if (status === 429) return "account.code-locked";
  return code === "INVALID_TWO_FACTOR_COOKIE" || code.startsWith("TOO_MANY")
    ? "account.code-over"
    : "account.wrong-code";
}

/** Takes a code of the app once: false when it was taken within the last two minutes (RFC 6238, 5.2). */
export async function claimCode({ database, clock }: Ground, person: string, code: string): Promise<boolean> {
  const hash = createHash("sha256").update(`${person}:${code.trim()}`).digest("hex");
  const now = clock();
  const claimed = await database
    .updateTable("accounts.two_factors")
    .set({ last_code: hash, last_code_at: now })
    .where("user_id", "=", person)
    .where((where) =>
      where.or([
        where("last_code", "is", null),
        where("last_code", "<>", hash),
        where("last_code_at", "<", new Date(now.getTime() - 120_000)),
      ]),
    )
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

/** Begins an attempt; that somebody known has to wait is told to the log. */
async function startAttempt(ground: Ground, attempt: Attempt): Promise<Result<string>> {
  const begun = await beginAttempt(ground.database, attempt);
  if (!begun.ok && (await claimWait(ground.database, attempt)))
    await recordOfKnown(ground, attempt.email, nameOf(begun.failure.code), attempt.address);
  return begun;
}

/** Tells the log of a code that did not open; of a lock once, for whoever has the password could fill the log with it. */
async function recordCode(
  { database, record }: Ground,
  { person, refusal }: { readonly person: string; readonly refusal: FailureCode },
  { address }: Caller,
): Promise<void> {
  if (refusal === "account.code-locked") {
    const told = await database
      .updateTable("accounts.two_factors")
      .set((fields) => ({ lock_told: fields.ref("locked_until") }))
      .where("user_id", "=", person)
      .where(sql<boolean>`lock_told is distinct from locked_until`)
      .executeTakeFirst();
    if (told.numUpdatedRows === 0n) return;
  }
  await record({ kind: "refusal", what: nameOf(refusal), person, address });
}

/** What the log calls a refusal: "wrong-code". */
function nameOf(refusal: FailureCode): string {
  return refusal.slice(refusal.indexOf(".") + 1);
}

async function welcome(
  ground: Ground,
  opened: { readonly user: AccountUser; readonly token: string | null; readonly cookies: readonly string[] },
  caller: Caller,
): Promise<OpenedSession> {
  const { user, token, cookies } = opened;
  await markOpened(ground, token, caller, "password");
  const { address } = caller;
  await ground.record({
    ...{ kind: "signIn", what: "sign-in", person: user.id, address },
    detail: { way: "password" },
  });
  return { user, cookies };
}

async function hasPasskey({ database }: Ground, person: string): Promise<boolean> {
  const found = await database
    .selectFrom("accounts.passkeys")
    .select("id")
    .where("user_id", "=", person)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

async function endToken({ database }: Ground, token: string | null): Promise<void> {
  if (token !== null) await database.deleteFrom("accounts.sessions").where("token", "=", token).execute();
}

/** A refusal of somebody who has an account is of his province; of others only the attempt is kept. */
async function recordOfKnown(
  ground: Ground,
  email: string,
  what: string,
  address: string | null,
): Promise<void> {
  const known = await ground.database
    .selectFrom("accounts.users")
    .select("id")
    .where("email", "=", email)
    .executeTakeFirst();
  if (known) await ground.record({ kind: "refusal", what, person: known.id, address });
}
