import { randomUUID } from "node:crypto";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { type AccountUser, answerOf, type Caller, emailKey, type Ground, markOpened } from "./ground.ts";
import { codeOf, codeRefusal, codeRules, hashOfCode } from "./invitation.ts";
import { passwordRefusal } from "./password.ts";
import { dropApp } from "./second-factor.ts";
import type { Visitor } from "./sessions.ts";
import { isPasswordOf, type OpenedSession } from "./sign-in.ts";

/** A code for one use, as it is given out. */
export interface IssuedCode {
  readonly code: string;
  readonly expiresAt: Date;
  readonly person: AccountUser;
}

/**
 * A code with which a person who works for a province sets a new password, and renews his second factor if he lost it.
 * Older ones end. Fails with `account.person-unknown`.
 */
export async function issueRecovery(
  ground: Ground,
  by: string,
  { person, province }: { readonly person: string; readonly province: number },
  address: string | null,
): Promise<Result<IssuedCode>> {
  const user = await ground.database
    .selectFrom("accounts.users as person")
    .innerJoin("accounts.memberships as membership", "membership.user_id", "person.id")
    .select(["person.id", "person.name", "person.email"])
    .where("person.id", "=", person)
    .where("membership.province_id", "=", province)
    .executeTakeFirst();
  if (!user) return fail("account.person-unknown");
  const issued = await issue(ground, { user, by, kind: "recovery" }, codeRules.recoveryHours * 60);
  await ground.record({ kind: "change", what: "issue-recovery", person, by, address });
  return succeed(issued);
}

/**
 * A code that lets an administrator in without password: given by the command line of the machine when nothing else opens.
 * Fails with `account.person-unknown` and `account.not-administrator`.
 */
export async function issueEntry(
  ground: Ground,
  email: string,
  isAdministrator: (person: string) => Promise<boolean>,
): Promise<Result<IssuedCode>> {
  const user = await ground.database
    .selectFrom("accounts.users")
    .select(["id", "name", "email", "administrator"])
    .where("email", "=", emailKey(email))
    .executeTakeFirst();
  if (!user) return fail("account.person-unknown");
  if (!user.administrator && !(await isAdministrator(user.id)))
    return fail("account.not-administrator", { email: user.email });
  const person = { id: user.id, name: user.name, email: user.email };
  const by = "command-line";
  const issued = await issue(ground, { user: person, by, kind: "entry" }, codeRules.entryMinutes);
  await ground.record({ kind: "change", what: "issue-entry", person: user.id, by, address: null });
  return succeed(issued);
}

/** What a code opens, and for whom. */
export async function checkPersonalCode(
  { database, clock }: Ground,
  code: string,
): Promise<Result<{ kind: "recovery" | "entry"; name: string; email: string }>> {
  const row = await rowOf(database, code);
  const refusal = codeRefusal(row, clock());
  if (refusal || !row) return fail(refusal ?? "account.code-unknown");
  return succeed({ kind: row.kind, name: row.name, email: row.email });
}

/**
 * Sets a new password with a code for recovery; `dropFactors` also takes app and passkeys away. All sessions end. Fails
 * with `account.code-…` and `account.password-…`, which leave the code as it was.
 */
export async function recover(
  ground: Ground,
  given: { readonly code: string; readonly password: string; readonly dropFactors: boolean },
  address: string | null,
): Promise<Result<null>> {
  const { clock, settings } = ground;
  const { shortestPassword: shortest } = settings;
  const hash = await (await ground.auth.$context).password.hash(given.password);
  const done = await ground.database.transaction().execute(async (transaction) => {
    const row = await rowOf(transaction, given.code, true);
    const refusal = codeRefusal(row, clock());
    if (refusal || row?.kind !== "recovery") return fail(refusal ?? "account.code-unknown");
    const weak = passwordRefusal(given.password, row, { shortest, common: ground.common() });
    if (weak) return fail(weak, { shortest });
    await transaction
      .updateTable("accounts.personal_codes")
      .set({ used_at: clock() })
      .where("id", "=", row.id)
      .execute();
    await setPassword(transaction, row.user_id, hash, clock());
    await transaction.deleteFrom("accounts.sessions").where("user_id", "=", row.user_id).execute();
    if (given.dropFactors) {
      await dropApp({ database: transaction }, row.user_id);
      await transaction.deleteFrom("accounts.passkeys").where("user_id", "=", row.user_id).execute();
    }
    return succeed(row.user_id);
  });
  if (!done.ok) return done;
  await ground.record({
    ...{ kind: "change", what: "recover", person: done.value, address },
    detail: { factorsDropped: given.dropFactors },
  });
  return succeed(null);
}

/** Lets an administrator in by a code of the command line. Fails with `account.code-…`. */
export async function enterByCode(
  ground: Ground,
  code: string,
  caller: Caller,
): Promise<Result<OpenedSession>> {
  const { database, clock } = ground;
  const row = await rowOf(database, code);
  const refusal = codeRefusal(row, clock());
  if (refusal || row?.kind !== "entry") return fail(refusal ?? "account.code-unknown");
  const used = await database
    .updateTable("accounts.personal_codes")
    .set({ used_at: clock() })
    .where("id", "=", row.id)
    .where("used_at", "is", null)
    .executeTakeFirst();
  if (used.numUpdatedRows === 0n) return fail("account.code-used");
  const answer = await answerOf(() =>
    ground.auth.api.openSession({ body: { userId: row.user_id }, asResponse: true }),
  );
  if (!answer.ok || answer.user === null) throw new Error("a code opened no session");
  await markOpened(ground, answer.token, caller, "link");
  const { address } = caller;
  await ground.record({
    ...{ kind: "signIn", what: "sign-in", person: row.user_id, address, detail: { way: "link" } },
  });
  return succeed({ user: answer.user, cookies: answer.cookies });
}

/**
 * The person's own change of password; all his other sessions end. Fails with `account.wrong-password` and
 * `account.password-…`.
 */
export async function changePassword(
  ground: Ground,
  visitor: Visitor,
  given: { readonly old: string; readonly password: string },
  address: string | null,
): Promise<Result<null>> {
  const { shortestPassword: shortest } = ground.settings;
  if (!(await isPasswordOf(ground, visitor.id, given.old))) {
    await ground.record({ kind: "refusal", what: "wrong-password", person: visitor.id, address });
    return fail("account.wrong-password");
  }
  const refusal = passwordRefusal(given.password, visitor, { shortest, common: ground.common() });
  if (refusal) return fail(refusal, { shortest });
  const hash = await (await ground.auth.$context).password.hash(given.password);
  await ground.database.transaction().execute(async (transaction) => {
    await setPassword(transaction, visitor.id, hash, ground.clock());
    await transaction
      .deleteFrom("accounts.sessions")
      .where("user_id", "=", visitor.id)
      .where("id", "<>", visitor.session)
      .execute();
  });
  await ground.record({ kind: "change", what: "change-password", person: visitor.id, address });
  return succeed(null);
}

async function issue(
  { database, clock, randomBytes }: Ground,
  { user, by, kind }: { user: AccountUser; by: string; kind: "recovery" | "entry" },
  minutes: number,
): Promise<IssuedCode> {
  const code = codeOf(randomBytes(20));
  const now = clock();
  const expiresAt = new Date(now.getTime() + minutes * 60_000);
  await database.transaction().execute(async (transaction) => {
    await transaction
      .deleteFrom("accounts.personal_codes")
      .where("user_id", "=", user.id)
      .where("kind", "=", kind)
      .where("used_at", "is", null)
      .execute();
    await transaction
      .insertInto("accounts.personal_codes")
      .values({
        ...{ id: randomUUID(), user_id: user.id, kind, code_hash: hashOfCode(code) },
        ...{ issued_at: now, issued_by: by, expires_at: expiresAt, used_at: null },
      })
      .execute();
  });
  return { code, expiresAt, person: user };
}

async function setPassword(
  database: Ground["database"],
  person: string,
  hash: string,
  now: Date,
): Promise<void> {
  const changed = await database
    .updateTable("accounts.credentials")
    .set({ password: hash, updated_at: now })
    .where("user_id", "=", person)
    .where("provider_id", "=", "credential")
    .executeTakeFirst();
  if (changed.numUpdatedRows > 0n) return;
  await database
    .insertInto("accounts.credentials")
    .values({
      ...{ id: randomUUID(), user_id: person, account_id: person, provider_id: "credential" },
      ...{ password: hash, created_at: now, updated_at: now },
    })
    .execute();
}

function rowOf(database: Ground["database"], code: string, lock = false) {
  const query = database
    .selectFrom("accounts.personal_codes as given")
    .innerJoin("accounts.users as person", "person.id", "given.user_id")
    .select(["given.id", "given.kind", "given.user_id", "given.expires_at", "given.used_at"])
    .select(["person.name", "person.email"])
    .where("given.code_hash", "=", hashOfCode(code));
  return (lock ? query.forUpdate("given") : query).executeTakeFirst();
}
