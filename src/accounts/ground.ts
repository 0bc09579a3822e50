import { isAPIError } from "better-auth/api";
import type { Kysely } from "kysely";
import type { authOn } from "./better-auth.ts";
import type { CommonPasswords } from "./password.ts";
import type { AuthSettings } from "./settings.ts";
import type { AccountsTables, SignInWay } from "./tables.ts";

/** What is told to the log: who, what, from where. Nothing secret stands in `detail`. */
export interface AccountEvent {
  readonly kind: "signIn" | "refusal" | "change";
  /** "sign-in", "wrong-password", "enrol-code", … */
  readonly what: string;
  /** Whom it concerns: id of an account. */
  readonly person: string;
  /** Who did it, when it was another one; or the part of the program. */
  readonly by?: string;
  readonly address: string | null;
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
}

/** Where a request comes from. */
export interface Caller {
  readonly address: string | null;
  /** What the browser calls itself. */
  readonly agent: string | null;
}

/** What every part of the accounts stands on. */
export interface Ground {
  readonly database: Kysely<AccountsTables>;
  readonly auth: ReturnType<typeof authOn>;
  readonly settings: AuthSettings;
  readonly clock: () => Date;
  readonly randomBytes: (count: number) => Uint8Array;
  readonly common: () => CommonPasswords;
  readonly record: (event: AccountEvent) => Promise<void>;
}

export interface AccountUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

/** What better-auth answered: what it opened, or its refusal. */
export type AuthAnswer =
  | {
      readonly ok: true;
      readonly user: AccountUser | null;
      readonly token: string | null;
      readonly cookies: readonly string[];
    }
  | { readonly ok: false; readonly status: number; readonly code: string };

/** Asks better-auth. What is no refusal is a bug and thrown. */
export async function answerOf(ask: () => Promise<Response>): Promise<AuthAnswer> {
  try {
    const response = await ask();
    if (response.status >= 500) throw new Error(`accounts answered ${response.status}`);
    // The library's own answers: user and token where a session was opened, a code where it was refused.
    const body = (await response.json()) as { user?: AccountUser; token?: string; code?: string };
    if (!response.ok) return { ok: false, status: response.status, code: body.code ?? "" };
    const user = body.user ? chosenFields(body.user) : null;
    return { ok: true, user, token: body.token ?? null, cookies: response.headers.getSetCookie() };
  } catch (error) {
    if (isAPIError(error) && error.statusCode < 500)
      return { ok: false, status: error.statusCode, code: String(error.body?.code ?? "") };
    throw error;
  }
}

export function chosenFields({ id, name, email }: AccountUser): AccountUser {
  return { id, name, email };
}

export function emailKey(email: string): string {
  return email.trim().toLowerCase();
}

/** Writes into a new session what the library does not know: from where, how, and that the person just proved himself. */
export async function markOpened(
  { database, clock }: Pick<Ground, "database" | "clock">,
  token: string | null,
  { address, agent }: Caller,
  way: SignInWay,
): Promise<void> {
  if (token === null) throw new Error("a session was opened without a token");
  const now = clock();
  await database
    .updateTable("accounts.sessions")
    .set({ ip_address: address, user_agent: agent?.slice(0, 400) ?? null, seen_at: now, proved_at: now, way })
    .where("token", "=", token)
    .execute();
}
