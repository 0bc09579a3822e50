import { randomUUID } from "node:crypto";
import { generateRandomString, symmetricEncrypt } from "better-auth/crypto";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { answerOf, type Caller, type Ground, markOpened } from "./ground.ts";
import type { Visitor } from "./sessions.ts";
import { claimCode, codeRefusal } from "./sign-in.ts";

/** What an app needs to be enrolled: the address that stands in the picture, and the secret to be typed instead. */
export interface AppEnrolment {
  readonly uri: string;
  readonly secret: string;
}

const issuer = "Sáu Rõ";
const writtenCodes = 10;

/**
 * Begins to enrol an app that makes codes (TOTP, RFC 6238). It asks nothing yet: the first right code turns it on. Fails
 * with `account.app-enrolled`.
 */
export async function beginApp(ground: Ground, visitor: Visitor): Promise<Result<AppEnrolment>> {
  const { database } = ground;
  const secret = generateRandomString(32);
  const kept = { secret: await sealed(ground, secret), backup_codes: await sealed(ground, "[]") };
  const row = await database
    .insertInto("accounts.two_factors")
    .values({
      ...{ id: randomUUID(), user_id: visitor.id, verified: false, ...kept },
      ...{ locked_until: null, last_code: null, last_code_at: null },
    })
    .onConflict((conflict) =>
      conflict.column("user_id").doUpdateSet(kept).where("accounts.two_factors.verified", "=", false),
    )
    .returning("id")
    .executeTakeFirst();
  if (!row) return fail("account.app-enrolled");
  const shown = base32(new TextEncoder().encode(secret));
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(visitor.email)}`;
  const query = new URLSearchParams({ secret: shown, issuer, digits: "6", period: "30" });
  return succeed({ uri: `otpauth://totp/${label}?${query.toString()}`, secret: shown });
}

/** Turns the app on with its first code. Gives codes to be written down and new cookies. Fails with `account.wrong-code`. */
export async function finishApp(
  ground: Ground,
  visitor: Visitor,
  code: string,
  caller: Caller,
  headers: Headers,
): Promise<Result<{ codes: readonly string[]; cookies: readonly string[] }>> {
  const answer = await answerOf(() =>
    ground.auth.api.verifyTOTP({
      ...{ headers: new Headers(headers), body: { code: code.trim() }, asResponse: true as const },
    }),
  );
  if (!answer.ok) return fail(codeRefusal(answer));
  if (!(await claimCode(ground, visitor.id, code))) return fail("account.wrong-code");
  // The library opens the session anew when a factor is turned on; the old cookie no longer opens.
  const token = tokenIn(answer.cookies);
  if (token !== null) await markOpened(ground, token, caller, visitor.way);
  const codes = await renewCodes(ground, visitor.id);
  await ground.record({ kind: "change", what: "enrol-app", person: visitor.id, address: caller.address });
  return succeed({ codes, cookies: answer.cookies });
}

/** New codes to be written down; the old ones end. Fails with `account.app-missing`. */
export async function newCodes(
  ground: Ground,
  visitor: Visitor,
  address: string | null,
): Promise<Result<readonly string[]>> {
  if (!(await hasApp(ground, visitor.id))) return fail("account.app-missing");
  const codes = await renewCodes(ground, visitor.id);
  await ground.record({ kind: "change", what: "renew-written-codes", person: visitor.id, address });
  return succeed(codes);
}

/** Takes the app away. Fails with `account.app-missing`. */
export async function removeApp(
  ground: Ground,
  visitor: Visitor,
  address: string | null,
): Promise<Result<null>> {
  if (!(await hasApp(ground, visitor.id))) return fail("account.app-missing");
  await dropApp(ground, visitor.id);
  await ground.record({ kind: "change", what: "remove-app", person: visitor.id, address });
  return succeed(null);
}

/** Ends the app of a person, whoever asks; gives whether there was one. */
export async function dropApp({ database }: Pick<Ground, "database">, person: string): Promise<boolean> {
  const dropped = await database
    .deleteFrom("accounts.two_factors")
    .where("user_id", "=", person)
    .executeTakeFirst();
  await database
    .updateTable("accounts.users")
    .set({ two_factor_enabled: false })
    .where("id", "=", person)
    .execute();
  return dropped.numDeletedRows > 0n;
}

/** Whether a person has an app that was turned on. */
export async function hasApp({ database }: Ground, person: string): Promise<boolean> {
  const found = await database
    .selectFrom("accounts.two_factors")
    .select("id")
    .where("user_id", "=", person)
    .where("verified", "=", true)
    .executeTakeFirst();
  return found !== undefined;
}

async function renewCodes(ground: Ground, person: string): Promise<readonly string[]> {
  const codes = Array.from({ length: writtenCodes }, () => {
    const signs = generateRandomString(10, "a-z", "0-9");
    return `${signs.slice(0, 5)}-${signs.slice(5)}`;
  });
  await ground.database
    .updateTable("accounts.two_factors")
    .set({ backup_codes: await sealed(ground, JSON.stringify(codes)) })
    .where("user_id", "=", person)
    .execute();
  return codes;
}

/** Encrypted as the library reads it. */
async function sealed({ auth }: Ground, data: string): Promise<string> {
  const { secretConfig } = await auth.$context;
  return symmetricEncrypt({ key: secretConfig, data });
}

/** The token in the cookie of a session that was opened anew: "sauro.session_token=TOKEN.SIGNATURE; …". */
function tokenIn(cookies: readonly string[]): string | null {
  const cookie = cookies.find((text) => /session_token=[^;]/.test(text));
  const value = cookie === undefined ? undefined : /session_token=([^;]+)/.exec(cookie)?.[1];
  return value === undefined ? null : (decodeURIComponent(value).split(".")[0] ?? null);
}

/** Base32 of RFC 4648 without padding, as apps take secrets. */
function base32(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, "0")).join("");
  return (bits.match(/.{1,5}/g) ?? [])
    .map((group) => "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"[Number.parseInt(group.padEnd(5, "0"), 2)])
    .join("");
}
