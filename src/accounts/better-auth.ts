import { type BetterAuthOptions, betterAuth } from "better-auth";
import type { Kysely } from "kysely";
import type { AccountsTables } from "./tables.ts";

/** What better-auth is told about this installation. */
export interface AuthSettings {
  /** Signs cookies; 32 random bytes or more, kept with the installation. */
  readonly secret: string;
  /** Where people open the program: "https://sauro.gialai.gov.vn". */
  readonly origin: string;
  readonly secure: boolean;
  readonly shortestPassword: number;
  readonly longestPassword: number;
}

/** Names of better-auth's fields in our tables. */
const times = { createdAt: "created_at", updatedAt: "updated_at" };
const users = { modelName: "users", fields: { emailVerified: "email_verified", ...times } };
const sessions = {
  modelName: "sessions",
  fields: {
    userId: "user_id",
    expiresAt: "expires_at",
    ipAddress: "ip_address",
    userAgent: "user_agent",
    ...times,
  },
};
const credentials = {
  modelName: "credentials",
  fields: {
    userId: "user_id",
    accountId: "account_id",
    providerId: "provider_id",
    accessToken: "access_token",
    refreshToken: "refresh_token",
    idToken: "id_token",
    accessTokenExpiresAt: "access_token_expires_at",
    refreshTokenExpiresAt: "refresh_token_expires_at",
    ...times,
  },
};
const verifications = { modelName: "verifications", fields: { expiresAt: "expires_at", ...times } };

/**
 * The options of better-auth on our tables. `mayRegister` is true only inside the transaction that uses a one-time
 * link: nobody makes an account for himself.
 */
export function authOptions(database: Kysely<AccountsTables>, settings: AuthSettings, mayRegister: boolean) {
  return {
    appName: "Sáu Rõ",
    secret: settings.secret,
    baseURL: settings.origin,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: database, type: "postgres", schemaName: "accounts", transaction: false },
    user: users,
    session: { ...sessions, expiresIn: 7 * 24 * 3600, disableSessionRefresh: true },
    account: credentials,
    verification: verifications,
    emailAndPassword: {
      enabled: true,
      disableSignUp: !mayRegister,
      minPasswordLength: settings.shortestPassword,
      maxPasswordLength: settings.longestPassword,
    },
    // Attempts are counted by us, in the database and by person; the library counts by address in memory.
    rateLimit: { enabled: false },
    advanced: {
      cookiePrefix: "sauro",
      useSecureCookies: settings.secure,
      defaultCookieAttributes: { httpOnly: true, sameSite: "strict", path: "/" },
      // A test compares our migration with what the library expects; asking at every start is not needed.
      database: { validateSchema: false },
    },
  } satisfies BetterAuthOptions;
}

/** better-auth on our tables; only its functions are called, its own routes are not opened. */
export function authOn(database: Kysely<AccountsTables>, settings: AuthSettings, mayRegister: boolean) {
  return betterAuth(authOptions(database, settings, mayRegister));
}
