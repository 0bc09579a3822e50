import { Kysely, PostgresDialect } from "kysely";
import type { Pool } from "pg";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { authOn } from "./better-auth.ts";
import {
  type AccountEvent,
  type AccountUser,
  answerOf,
  type Caller,
  emailKey,
  type Ground,
  markOpened,
} from "./ground.ts";
import * as invitations from "./invitations.ts";
import {
  chooseProvince,
  joinProvince,
  type ProvinceChoice,
  provinceOfPerson,
  provincesIn,
  provincesOfPerson,
} from "./memberships.ts";
import * as passkeys from "./passkeys.ts";
import { type CommonPasswords, passwordRefusal } from "./password.ts";
import * as codes from "./personal-codes.ts";
import * as factors from "./second-factor.ts";
import * as sessions from "./sessions.ts";
import type { AuthSettings } from "./settings.ts";
import { expiryOf, hashOfToken, refusalOf, tokenOf } from "./setup-link.ts";
import type { OpenedSession } from "./sign-in.ts";
import * as door from "./sign-in.ts";
import * as singleSignOn from "./single-sign-on.ts";
import type { AccountsTables } from "./tables.ts";

/** What accounts stand on. `randomBytes` gives that many bytes from the system's generator. */
export interface AccountsDependencies {
  readonly pool: Pool;
  readonly settings: AuthSettings;
  readonly clock: () => Date;
  readonly randomBytes: (count: number) => Uint8Array;
  /** Passwords that many people have; asked for when the first one is chosen. */
  readonly common: () => CommonPasswords;
  /** Tells the log of the provinces that the person works for. */
  readonly record: (event: AccountEvent) => Promise<void>;
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

/** The rest of a function's arguments, when the first one is the ground that all parts stand on. */
type OnGround<F> = F extends (ground: Ground, ...rest: infer R) => infer A ? (...rest: R) => A : never;

/** Accounts on the database: who may sign in and how, sessions, factors, invitations, codes for one use. */
export function openAccounts(deps: AccountsDependencies) {
  const database = new Kysely<AccountsTables>({ dialect: new PostgresDialect({ pool: deps.pool }) });
  const { settings, clock, randomBytes, common, record } = deps;
  const auth = authOn(database, settings, false);
  const ground: Ground = { database, auth, settings, clock, randomBytes, common, record };
  let administratorSeen = false;

  return {
    settings,
    /** True once the first administrator was made; never false again in this process. */
    async hasAdministrator(): Promise<boolean> {
      administratorSeen ||= await existsAdministrator(database);
      return administratorSeen;
    },

    /** See `signIn`. `agent` is what the browser calls itself. */
    signIn: (
      given: { readonly email: string; readonly password: string },
      address: string | null,
      agent: string | null = null,
    ) => door.signIn(ground, given, { address, agent }),
    /** Ends the session of the request; gives the cookies that erase it. */
    signOut: async (headers: Headers, address: string | null = null) =>
      door.signOut(ground, await sessions.visitorOf(ground, headers), headers, address),

    ...partsOn(ground),
    rename: (visitor: sessions.Visitor, name: string, address: string | null) =>
      rename(ground, visitor, name, address),

    issueSetupLink: () => issueSetupLink(ground),
    /** Whether a one-time link still opens. */
    async checkSetupLink(token: string): Promise<Result<null>> {
      const link = await linkOf(database, token);
      const refusal = refusalOf(link ?? null, clock());
      return refusal ? fail(refusal) : succeed(null);
    },
    /** Makes the first administrator and signs him in: link, person and password in one transaction, or nothing. */
    setUp: (request: NewAdministrator, caller: Caller = nowhere): Promise<Result<OpenedSession>> =>
      setUp(ground, request, caller),

    /** The province that a person works for, or null. */
    provinceOf: (person: string): Promise<ProvinceChoice | null> => provinceOfPerson(database, person),
    /** The numbers of all provinces that a person works for. */
    provincesOf: (person: string): Promise<readonly number[]> => provincesOfPerson(database, person),
    /** The provinces and cities there are. */
    provinces: (): Promise<readonly ProvinceChoice[]> => provincesIn(database),
    /** The administrator's choice when there was none: see `chooseProvince` of memberships. */
    chooseProvince: (person: Pick<AccountUser, "id">, province: number): Promise<Result<null>> =>
      chooseProvince(database, person.id, province),
  };
}

/** What stands in the other files of this folder, on this ground. */
function partsOn(ground: Ground) {
  const on = <F extends (ground: Ground, ...rest: never[]) => unknown>(part: F) =>
    // The first argument is bound here; the others stay as they were.
    part.bind(null, ground) as unknown as OnGround<F>;
  return {
    userOf: on(sessions.visitorOf),
    sessionsOf: on(sessions.sessionsOf),
    endSessions: on(sessions.endSessions),
    signInWithCode: on(door.signInWithCode),
    proveAgain: on(door.proveAgain),
    hasPassword: on(door.hasPassword),
    hasApp: on(factors.hasApp),
    beginApp: on(factors.beginApp),
    finishApp: on(factors.finishApp),
    newCodes: on(factors.newCodes),
    removeApp: on(factors.removeApp),
    passkeysOf: on(passkeys.passkeysOf),
    beginPasskey: on(passkeys.beginPasskey),
    finishPasskey: on(passkeys.finishPasskey),
    askPasskey: on(passkeys.askPasskey),
    signInWithPasskey: on(passkeys.signInWithPasskey),
    proveWithPasskey: on(passkeys.proveWithPasskey),
    removePasskey: on(passkeys.removePasskey),

    beginSingleSignOn: on(singleSignOn.beginSingleSignOn),
    finishSingleSignOn: on(singleSignOn.finishSingleSignOn),

    invite: on(invitations.invite),
    openInvitations: on(invitations.openInvitations),
    withdrawInvitation: on(invitations.withdrawInvitation),
    checkInvitation: on(invitations.checkInvitation),
    acceptInvitation: on(invitations.acceptInvitation),
    acceptedOf: on(invitations.acceptedOf),

    issueRecovery: on(codes.issueRecovery),
    issueEntry: on(codes.issueEntry),
    checkPersonalCode: on(codes.checkPersonalCode),
    recover: on(codes.recover),
    enterByCode: on(codes.enterByCode),
    changePassword: on(codes.changePassword),
  };
}

/** A new one-time link, good for 24 hours; older unused links end. Fails with `account.administrator-exists`. */
async function issueSetupLink({
  database,
  clock,
  randomBytes,
}: Ground): Promise<Result<{ token: string; expiresAt: Date }>> {
  if (await existsAdministrator(database)) return fail("account.administrator-exists");
  const token = tokenOf(randomBytes(32));
  const issued = clock();
  const expiresAt = expiryOf(issued);
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("accounts.setup_links").where("used_at", "is", null).execute();
    await transaction
      .insertInto("accounts.setup_links")
      .values({ token_hash: hashOfToken(token), issued_at: issued, expires_at: expiresAt, used_at: null })
      .execute();
  });
  return succeed({ token, expiresAt });
}

async function setUp(
  ground: Ground,
  request: NewAdministrator,
  caller: Caller,
): Promise<Result<OpenedSession>> {
  const { database, clock, settings } = ground;
  const shortest = settings.shortestPassword;
  const refusal = passwordRefusal(request.password, request, { shortest, common: ground.common() });
  if (refusal) return fail(refusal, { shortest });
  const { province } = request;
  if (province !== undefined && !(await provincesIn(database)).some(({ id }) => id === province))
    return fail("register.province-unknown", { province: String(province) });
  const made = await database.transaction().execute(async (transaction) => {
    const link = await linkOf(transaction, request.token, true);
    const refused = refusalOf(link ?? null, clock());
    if (refused) return fail(refused);
    if (await existsAdministrator(transaction)) return fail("account.administrator-exists");
    const made = await answerOf(() =>
      authOn(transaction, settings, true).api.signUpEmail({
        body: { name: request.name.trim(), email: emailKey(request.email), password: request.password },
        asResponse: true,
      }),
    );
    if (!made.ok || made.user === null) return fail("server.bad-request", { part: "email" });
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
    return succeed({ user: made.user, token: made.token, cookies: made.cookies });
  });
  if (!made.ok) return made;
  const { user, token, cookies } = made.value;
  await markOpened(ground, token, caller, "password");
  await ground.record({ kind: "change", what: "set-up", person: user.id, address: caller.address });
  return succeed({ user, cookies });
}

/** A caller of whom nothing is known. */
const nowhere: Caller = { address: null, agent: null };

async function rename(
  ground: Ground,
  visitor: sessions.Visitor,
  name: string,
  address: string | null,
): Promise<void> {
  await ground.database
    .updateTable("accounts.users")
    .set({ name: name.trim(), updated_at: ground.clock() })
    .where("id", "=", visitor.id)
    .execute();
  const detail = { before: visitor.name, after: name.trim() };
  await ground.record({ kind: "change", what: "rename-account", person: visitor.id, address, detail });
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
