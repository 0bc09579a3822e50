import { isAPIError } from "better-auth/api";
import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { minutesToWait } from "./attempts.ts";
import { type AuthSettings, authOn } from "./better-auth.ts";
import {
  chooseProvince,
  joinProvince,
  type ProvinceChoice,
  provinceOfPerson,
  provincesIn,
} from "./memberships.ts";
import { passwordRefusal } from "./password.ts";
import { expiryOf, hashOfToken, refusalOf, tokenOf } from "./setup-link.ts";
import type { AccountsTables } from "./tables.ts";

/** What accounts stand on. `randomBytes` gives that many bytes from the system's generator. */
export interface AccountsDependencies {
  readonly pool: Pool;
  readonly settings: AuthSettings;
  readonly clock: () => Date;
  readonly randomBytes: (count: number) => Uint8Array;
}

export interface AccountUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface OpenedSession {
  readonly user: AccountUser;
  readonly cookies: readonly string[];
}

export interface NewAdministrator {
  readonly token: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  /** Number of the province that he works for; without it he chooses later. */
  readonly province?: number | undefined;
}

export type Accounts = ReturnType<typeof openAccounts>;

/** Accounts on the database: who may sign in, sessions, and the one-time link of the first administrator. */
export function openAccounts(deps: AccountsDependencies) {
  const database = new Kysely<AccountsTables>({ dialect: new PostgresDialect({ pool: deps.pool }) });
  const auth = authOn(database, deps.settings, false);
  let administratorSeen = false;

  return {
    /** True once the first administrator was made; never false again in this process. */
    async hasAdministrator(): Promise<boolean> {
      administratorSeen ||= await existsAdministrator(database);
      return administratorSeen;
    },

    /** The person whose session the request's cookie opens, or null. */
    async userOf(headers: Headers): Promise<AccountUser | null> {
      const session = await auth.api.getSession({ headers: new Headers(headers) });
      return session && chosenFields(session.user);
    },

    /** Fails with `account.wrong-password` or `account.too-many-attempts`; every attempt is recorded. */
    async signIn(
      given: { readonly email: string; readonly password: string },
      address: string | null,
    ): Promise<Result<OpenedSession>> {
      const email = emailKey(given.email);
      const now = deps.clock();
      const minutes = minutesToWait(await failuresOf(database, email), address, now);
      if (minutes > 0) return fail("account.too-many-attempts", { minutes });
      const signedIn = await answered(() =>
        auth.api.signInEmail({ body: { email, password: given.password }, asResponse: true }),
      );
      await database
        .insertInto("accounts.sign_in_attempts")
        .values({ at: now, email, address, succeeded: signedIn !== null })
        .execute();
      return signedIn ? succeed(signedIn) : fail("account.wrong-password");
    },

    /** Ends the session of the request; gives the cookies that erase it. */
    async signOut(headers: Headers): Promise<readonly string[]> {
      const response = await auth.api.signOut({ headers: new Headers(headers), asResponse: true });
      return response.headers.getSetCookie();
    },

    /** A new one-time link, good for 24 hours; older unused links end. Fails with `account.administrator-exists`. */
    async issueSetupLink(): Promise<Result<{ token: string; expiresAt: Date }>> {
      if (await existsAdministrator(database)) return fail("account.administrator-exists");
      const token = tokenOf(deps.randomBytes(32));
      const issued = deps.clock();
      const expiresAt = expiryOf(issued);
      await database.transaction().execute(async (transaction) => {
        await transaction.deleteFrom("accounts.setup_links").where("used_at", "is", null).execute();
        await transaction
          .insertInto("accounts.setup_links")
          .values({ token_hash: hashOfToken(token), issued_at: issued, expires_at: expiresAt, used_at: null })
          .execute();
      });
      return succeed({ token, expiresAt });
    },

    /** Whether a one-time link still opens. */
    async checkSetupLink(token: string): Promise<Result<null>> {
      const link = await linkOf(database, token);
      const refusal = refusalOf(link ?? null, deps.clock());
      return refusal ? fail(refusal) : succeed(null);
    },

    /** The province that a person works for, or null. */
    provinceOf: (person: string): Promise<ProvinceChoice | null> => provinceOfPerson(database, person),

    /** The provinces and cities there are. */
    provinces: (): Promise<readonly ProvinceChoice[]> => provincesIn(database),

    /** The administrator's choice when there was none: see `chooseProvince` of memberships. */
    chooseProvince: (person: Pick<AccountUser, "id">, province: number): Promise<Result<null>> =>
      chooseProvince(database, person.id, province),

    /** Makes the first administrator and signs him in: link, person and password in one transaction, or nothing. */
    setUp: (request: NewAdministrator): Promise<Result<OpenedSession>> => setUp(database, deps, request),
  };
}

async function setUp(
  database: Kysely<AccountsTables>,
  { clock, settings }: AccountsDependencies,
  request: NewAdministrator,
): Promise<Result<OpenedSession>> {
  const shortest = settings.shortestPassword;
  const refusal = passwordRefusal(request.password, request, shortest);
  if (refusal) return fail(refusal, { shortest });
  const { province } = request;
  if (province !== undefined && !(await provincesIn(database)).some(({ id }) => id === province))
    return fail("register.province-unknown", { province: String(province) });
  return database.transaction().execute(async (transaction): Promise<Result<OpenedSession>> => {
    const link = await linkOf(transaction, request.token, true);
    const refused = refusalOf(link ?? null, clock());
    if (refused) return fail(refused);
    if (await existsAdministrator(transaction)) return fail("account.administrator-exists");
    const made = await answered(() =>
      authOn(transaction, settings, true).api.signUpEmail({
        body: { name: request.name.trim(), email: emailKey(request.email), password: request.password },
        asResponse: true,
      }),
    );
    if (!made) return fail("server.bad-request", { part: "email" });
    await transaction
      .updateTable("accounts.users")
      .set({ administrator: true })
      .where("id", "=", made.user.id)
      .execute();
    if (province !== undefined) await joinProvince(transaction, made.user.id, province);
    await transaction
      .updateTable("accounts.setup_links")
      .set({ used_at: clock() })
      .where("token_hash", "=", hashOfToken(request.token))
      .execute();
    return succeed(made);
  });
}

/** What better-auth answered: user and cookies, or null when it refused. What is not a refusal is a bug and thrown. */
async function answered(ask: () => Promise<Response>): Promise<OpenedSession | null> {
  try {
    const response = await ask();
    if (response.status >= 500) throw new Error(`accounts answered ${response.status}`);
    if (!response.ok) return null;
    // The library's own answer to a sign-in: it holds the user.
    const body = (await response.json()) as { user: AccountUser };
    return { user: chosenFields(body.user), cookies: response.headers.getSetCookie() };
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500) return null;
    throw error;
  }
}

function linkOf(database: Kysely<AccountsTables>, token: string, lock = false) {
  const query = database
    .selectFrom("accounts.setup_links")
    .select(["expires_at", "used_at"])
    .where("token_hash", "=", hashOfToken(token));
  return (lock ? query.forUpdate() : query).executeTakeFirst();
}

async function existsAdministrator(database: Kysely<AccountsTables>): Promise<boolean> {
  const found = await database
    .selectFrom("accounts.users")
    .select("id")
    .where("administrator", "=", true)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Failures of a person since the last success, newest first; as many as the rule can need. */
async function failuresOf(database: Kysely<AccountsTables>, email: string) {
  const attempts = await database
    .selectFrom("accounts.sign_in_attempts")
    .select(["at", "address", "succeeded"])
    .where("email", "=", email)
    .orderBy("at", "desc")
    .limit(100)
    .execute();
  const success = attempts.findIndex((attempt) => attempt.succeeded);
  return success === -1 ? attempts : attempts.slice(0, success);
}

function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

function chosenFields({ id, name, email }: AccountUser): AccountUser {
  return { id, name, email };
}
