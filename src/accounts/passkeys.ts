import { randomUUID } from "node:crypto";
import {
  type AuthenticationResponseJSON,
  generateAuthenticationOptions,
  generateRegistrationOptions,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  type RegistrationResponseJSON,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { ask, takeAsked } from "./challenges.ts";
import { answerOf, type Caller, type Ground, markOpened } from "./ground.ts";
import { markProved, type Visitor } from "./sessions.ts";
import type { OpenedSession } from "./sign-in.ts";

// The plugin of the sign-in library asks for older parts than the library itself brings, so the library that it wraps is
// called here. A passkey is taken only with the person's own unlocking (PIN, finger, face): it is two factors in one.

/** A passkey as its owner sees it. */
export interface PasskeyEntry {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly usedAt: Date | null;
}

/** The passkeys of a person, the oldest first. */
export async function passkeysOf({ database }: Ground, person: string): Promise<readonly PasskeyEntry[]> {
  const rows = await database
    .selectFrom("accounts.passkeys")
    .select(["id", "name", "created_at", "used_at"])
    .where("user_id", "=", person)
    .orderBy("created_at")
    .execute();
  return rows.map((row) => ({ id: row.id, name: row.name, createdAt: row.created_at, usedAt: row.used_at }));
}

/** What a browser needs to make a passkey. */
export async function beginPasskey(
  ground: Ground,
  visitor: Visitor,
): Promise<{ options: PublicKeyCredentialCreationOptionsJSON; cookie: string }> {
  const held = await ground.database
    .selectFrom("accounts.passkeys")
    .select("credential_id")
    .where("user_id", "=", visitor.id)
    .execute();
  const options = await generateRegistrationOptions({
    ...{ rpName: "Sáu Rõ", rpID: hostOf(ground), attestationType: "none" },
    ...{ userName: visitor.email, userDisplayName: visitor.name },
    userID: new TextEncoder().encode(visitor.id),
    excludeCredentials: held.map(({ credential_id }) => ({ id: credential_id })),
    authenticatorSelection: { residentKey: "required", userVerification: "required" },
  });
  const asked = { challenge: options.challenge };
  return { options, cookie: await ask(ground, "passkeyNew", { person: visitor.id, asked }) };
}

/** Keeps a passkey that a browser made. Fails with `account.passkey-refused`. */
export async function finishPasskey(
  ground: Ground,
  visitor: Visitor,
  made: { readonly name: string; readonly response: object },
  { headers, address }: { readonly headers: Headers; readonly address: string | null },
): Promise<Result<null>> {
  const challenge = await takeAsked(ground, "passkeyNew", headers);
  if (challenge?.person !== visitor.id) return fail("account.passkey-refused");
  const checked = await verifyRegistrationResponse({
    // The library checks the shape of what a browser sent.
    response: made.response as RegistrationResponseJSON,
    expectedChallenge: challenge.asked.challenge ?? "",
    expectedOrigin: ground.settings.origin,
    expectedRPID: hostOf(ground),
  }).catch(() => null);
  if (!checked?.verified) return fail("account.passkey-refused");
  const { credential } = checked.registrationInfo;
  const kept = await ground.database
    .insertInto("accounts.passkeys")
    .values({
      ...{ id: randomUUID(), user_id: visitor.id, name: made.name.trim(), counter: credential.counter },
      ...{ credential_id: credential.id, public_key: Buffer.from(credential.publicKey) },
      ...{
        transports: JSON.stringify(credential.transports ?? []),
        created_at: ground.clock(),
        used_at: null,
      },
    })
    .onConflict((conflict) => conflict.column("credential_id").doNothing())
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows !== 1n) return fail("account.passkey-refused");
  await ground.record({ kind: "change", what: "enrol-passkey", person: visitor.id, address });
  return succeed(null);
}

/** What a browser needs to sign in, or to prove again who sits there, with a passkey that it finds by itself. */
export async function askPasskey(
  ground: Ground,
): Promise<{ options: PublicKeyCredentialRequestOptionsJSON; cookie: string }> {
  const options = await generateAuthenticationOptions({
    ...{ rpID: hostOf(ground), userVerification: "required" },
  });
  const asked = { challenge: options.challenge };
  return { options, cookie: await ask(ground, "passkeySignIn", { person: null, asked }) };
}

/** Signs in with a passkey. Fails with `account.passkey-refused` and `account.passwords-off`. */
export async function signInWithPasskey(
  ground: Ground,
  response: object,
  caller: Caller,
  headers: Headers,
): Promise<Result<OpenedSession>> {
  if (!ground.settings.localAccounts) return fail("account.passwords-off");
  const person = await ownerOf(ground, response, headers);
  if (person === null) return fail("account.passkey-refused");
  const answer = await answerOf(() =>
    ground.auth.api.openSession({ body: { userId: person }, asResponse: true }),
  );
  if (!answer.ok || answer.user === null) throw new Error("a passkey opened no session");
  await markOpened(ground, answer.token, caller, "passkey");
  await ground.database
    .insertInto("accounts.sign_in_attempts")
    .values({ at: ground.clock(), email: answer.user.email, address: caller.address, succeeded: true })
    .execute();
  await ground.record({
    ...{ kind: "signIn", what: "sign-in", person, address: caller.address, detail: { way: "passkey" } },
  });
  return succeed({ user: answer.user, cookies: answer.cookies });
}

/** Proves again who sits at a session. Fails with `account.passkey-refused`. */
export async function proveWithPasskey(
  ground: Ground,
  visitor: Visitor,
  response: object,
  headers: Headers,
): Promise<Result<null>> {
  if ((await ownerOf(ground, response, headers)) !== visitor.id) return fail("account.passkey-refused");
  await markProved(ground, visitor.session);
  return succeed(null);
}

/** Takes a passkey away; unknown ones are gone already. */
export async function removePasskey(
  ground: Ground,
  visitor: Visitor,
  id: string,
  address: string | null,
): Promise<void> {
  const gone = await ground.database
    .deleteFrom("accounts.passkeys")
    .where("user_id", "=", visitor.id)
    .where("id", "=", id)
    .executeTakeFirst();
  if (gone.numDeletedRows > 0n)
    await ground.record({ kind: "change", what: "remove-passkey", person: visitor.id, address });
}

/** Whose passkey answered what was asked, or null. */
async function ownerOf(ground: Ground, message: object, headers: Headers): Promise<string | null> {
  // The library checks the shape of what a browser sent.
  const response = message as AuthenticationResponseJSON;
  const challenge = await takeAsked(ground, "passkeySignIn", headers);
  const key = await ground.database
    .selectFrom("accounts.passkeys")
    .selectAll()
    .where("credential_id", "=", response.id)
    .executeTakeFirst();
  if (challenge === null || !key) return null;
  const checked = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge.asked.challenge ?? "",
    expectedOrigin: ground.settings.origin,
    expectedRPID: hostOf(ground),
    credential: {
      ...{ id: key.credential_id, publicKey: new Uint8Array(key.public_key), counter: Number(key.counter) },
    },
  }).catch(() => null);
  if (!checked?.verified) return null;
  await ground.database
    .updateTable("accounts.passkeys")
    .set({ counter: checked.authenticationInfo.newCounter, used_at: ground.clock() })
    .where("id", "=", key.id)
    .execute();
  return key.user_id;
}

function hostOf({ settings }: Ground): string {
  return new URL(settings.origin).hostname;
}
