import { randomUUID } from "node:crypto";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  type UserInfoResponse,
} from "openid-client";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { ask, takeAsked } from "./challenges.ts";
import { type AccountUser, answerOf, type Caller, emailKey, type Ground, markOpened } from "./ground.ts";
import type { SingleSignOnSettings } from "./settings.ts";
import type { OpenedSession } from "./sign-in.ts";

// The generic plugin of the sign-in library leaves a provider out until the next start when it cannot be reached at the
// first; a certified client is asked instead, at the moment when somebody signs in.

/** What the provider says of a person. */
type Claims = Readonly<Record<string, unknown>>;

const configurations = new WeakMap<SingleSignOnSettings, Promise<Configuration>>();

/** The address to send the browser to, and the cookie that ties its way back. Fails with `account.sso-…`. */
export async function beginSingleSignOn(
  ground: Ground,
): Promise<Result<{ address: string; cookie: string }>> {
  const settings = ground.settings.singleSignOn;
  if (settings === null) return fail("account.sso-off");
  const configuration = await configurationOf(settings).catch(() => null);
  if (configuration === null) return fail("account.sso-unreachable");
  const asked = { verifier: randomPKCECodeVerifier(), state: randomState(), nonce: randomNonce() };
  const address = buildAuthorizationUrl(configuration, {
    ...{ redirect_uri: settings.callback, scope: "openid email profile" },
    ...{ state: asked.state, nonce: asked.nonce, code_challenge_method: "S256" },
    code_challenge: await calculatePKCECodeChallenge(asked.verifier),
  });
  const cookie = await ask(ground, "singleSignOn", { person: null, asked }, { crossSite: true });
  return succeed({ address: address.href, cookie });
}

/**
 * Signs in whoever comes back from the provider at `search` ("?code=…&state=…"). Fails with `account.sso-refused` for a
 * wrong state, nonce, issuer, code or signature, `account.sso-unconfirmed` for an e-mail that nobody confirmed, and
 * `account.sso-unknown` for a person who has no account here.
 */
export async function finishSingleSignOn(
  ground: Ground,
  search: string,
  caller: Caller,
  headers: Headers,
): Promise<Result<OpenedSession>> {
  const settings = ground.settings.singleSignOn;
  if (settings === null) return fail("account.sso-off");
  const challenge = await takeAsked(ground, "singleSignOn", headers);
  if (challenge === null) return fail("account.sso-refused", { reason: "cookie" });
  const claims = await claimsOf(settings, search, challenge.asked);
  if (!claims.ok) return claims;
  const person = await personOf(ground, settings, claims.value);
  if (!person.ok) return person;
  const { id } = person.value;
  const answer = await answerOf(() =>
    ground.auth.api.openSession({ body: { userId: id }, asResponse: true }),
  );
  if (!answer.ok || answer.user === null) throw new Error("single sign-on opened no session");
  await markOpened(ground, answer.token, caller, "singleSignOn");
  const { address } = caller;
  const detail = { way: "singleSignOn" };
  await ground.record({ kind: "signIn", what: "sign-in", person: id, address, detail });
  return succeed({ user: answer.user, cookies: answer.cookies });
}

/** The provider's own description, asked for at the first sign-in and kept; a failed asking is forgotten. */
function configurationOf(settings: SingleSignOnSettings): Promise<Configuration> {
  const known = configurations.get(settings);
  if (known !== undefined) return known;
  const issuer = new URL(settings.issuer);
  // Plain http is for a provider on this very machine (tests, trials).
  const isLoopback = /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(issuer.hostname);
  const asked = discovery(issuer, settings.clientId, settings.clientSecret, undefined, {
    timeout: 10,
    ...(issuer.protocol === "http:" && isLoopback ? { execute: [allowInsecureRequests] } : {}),
  });
  configurations.set(settings, asked);
  asked.catch(() => configurations.delete(settings));
  return asked;
}

async function claimsOf(
  settings: SingleSignOnSettings,
  search: string,
  asked: Claims,
): Promise<Result<Claims>> {
  const configuration = await configurationOf(settings).catch(() => null);
  if (configuration === null) return fail("account.sso-unreachable");
  try {
    const tokens = await authorizationCodeGrant(configuration, new URL(search, settings.callback), {
      ...{ pkceCodeVerifier: String(asked.verifier), expectedState: String(asked.state) },
      ...{ expectedNonce: String(asked.nonce), idTokenExpected: true },
    });
    const claims = tokens.claims();
    if (claims === undefined) return fail("account.sso-refused", { reason: "id_token" });
    const more: UserInfoResponse | null =
      claims.email === undefined && configuration.serverMetadata().userinfo_endpoint !== undefined
        ? await fetchUserInfo(configuration, tokens.access_token, claims.sub)
        : null;
    return succeed({ ...more, ...claims });
  } catch (error) {
    return fail("account.sso-refused", { reason: reasonOf(error) });
  }
}

/** The short name of what went wrong; what came from outside is not repeated at length. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) throw error;
  const { code, error: answered } = error as Error & { code?: unknown; error?: unknown };
  const reason = [answered, code, error.name].find((part) => typeof part === "string");
  return String(reason).slice(0, 60);
}

/** Whose account it is: tied to it before, or by the official id, or by the confirmed e-mail; then it is tied. */
async function personOf(
  ground: Ground,
  settings: SingleSignOnSettings,
  claims: Claims,
): Promise<Result<AccountUser>> {
  const { database, clock } = ground;
  const account = `${settings.issuer}#${String(claims.sub)}`;
  const people = () => database.selectFrom("accounts.users as person").select(["person.id", "name", "email"]);
  const tied = await people()
    .innerJoin("accounts.credentials as tie", "tie.user_id", "person.id")
    .where("tie.provider_id", "=", "single-sign-on")
    .where("tie.account_id", "=", account)
    .executeTakeFirst();
  if (tied) return succeed(tied);
  const officialId = settings.idClaim === null ? undefined : claims[settings.idClaim];
  const email = typeof claims.email === "string" ? emailKey(claims.email) : null;
  const found =
    settings.idClaim === null
      ? await people()
          .where("email", "=", email ?? "")
          .executeTakeFirst()
      : await people()
          .where("official_id", "=", String(officialId ?? ""))
          .executeTakeFirst();
  if (settings.idClaim === null && claims.email_verified !== true) return fail("account.sso-unconfirmed");
  if (!found) return fail("account.sso-unknown", { person: String(officialId ?? email ?? claims.sub) });
  const now = clock();
  await database
    .insertInto("accounts.credentials")
    .values({
      ...{ id: randomUUID(), user_id: found.id, account_id: account, provider_id: "single-sign-on" },
      ...{ password: null, created_at: now, updated_at: now },
    })
    .execute();
  await ground.record({ kind: "change", what: "tie-single-sign-on", person: found.id, address: null });
  return succeed(found);
}
