import type { Ground } from "./ground.ts";
import { hashOfToken, tokenOf } from "./setup-link.ts";
import type { AccountsTables } from "./tables.ts";

type Purpose = AccountsTables["accounts.challenges"]["purpose"];

/** What was asked of a browser, kept until it answers once. */
export interface Challenge {
  readonly person: string | null;
  readonly asked: Readonly<Record<string, string>>;
}

const minutes = 10;

/**
 * Keeps what is asked of a browser and gives the cookie that ties the answer to it. `crossSite`: the answer comes back by
 * way of another site, so the cookie has to come along from there.
 */
export async function ask(
  { database, clock, randomBytes, settings }: Ground,
  purpose: Purpose,
  { person, asked }: Challenge,
  { crossSite = false }: { readonly crossSite?: boolean } = {},
): Promise<string> {
  const token = tokenOf(randomBytes(32));
  const now = clock();
  await database.deleteFrom("accounts.challenges").where("expires_at", "<", now).execute();
  await database
    .insertInto("accounts.challenges")
    .values({
      ...{ token_hash: hashOfToken(token), purpose, user_id: person, asked: JSON.stringify(asked) },
      expires_at: new Date(now.getTime() + minutes * 60_000),
    })
    .execute();
  const site = crossSite ? "Lax" : "Strict";
  const attributes = `Max-Age=${minutes * 60}; Path=/; HttpOnly; SameSite=${site}`;
  return `${cookieName(purpose)}=${token}; ${attributes}${settings.secure ? "; Secure" : ""}`;
}

/** Takes what was asked of the browser of a request; once, and while it is valid. */
export async function takeAsked(
  { database, clock }: Ground,
  purpose: Purpose,
  headers: Headers,
): Promise<Challenge | null> {
  const name = cookieName(purpose);
  const cookies = (headers.get("cookie") ?? "").split(/;\s*/).map((cookie) => cookie.split("="));
  const token = cookies.find(([key]) => key === name)?.[1];
  if (token === undefined) return null;
  const row = await database
    .deleteFrom("accounts.challenges")
    .where("token_hash", "=", hashOfToken(token))
    .where("purpose", "=", purpose)
    .where("expires_at", ">", clock())
    .returning(["user_id", "asked"])
    .executeTakeFirst();
  return row ? { person: row.user_id, asked: row.asked } : null;
}

function cookieName(purpose: Purpose): string {
  return `sauro.${purpose}`;
}
