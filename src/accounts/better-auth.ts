import { type BetterAuthOptions, betterAuth } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { twoFactor } from "better-auth/plugins/two-factor";
import type { Kysely } from "kysely";
import { z } from "zod";
import { sessionRules } from "./session-rules.ts";
import type { AuthSettings } from "./settings.ts";
import type { AccountsTables } from "./tables.ts";

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
const factors = twoFactor({
  issuer: "Sáu Rõ",
  schema: {
    user: { fields: { twoFactorEnabled: "two_factor_enabled" } },
    twoFactor: {
      modelName: "two_factors",
      fields: {
        backupCodes: "backup_codes",
        userId: "user_id",
        failedVerificationCount: "failed_verification_count",
        lockedUntil: "locked_until",
      },
    },
  },
});

/** The cookie in which the library keeps who is asked for a code. */
const codeCookie = "two_factor";

/** Opens a session for a person whom something else than a password showed: a passkey, single sign-on, a code. */
const opener = {
  id: "opener",
  endpoints: {
    openSession: createAuthEndpoint.serverOnly(
      { method: "POST", body: z.object({ userId: z.string() }) },
      async (context) => {
        const { internalAdapter } = context.context;
        const user = await internalAdapter.findUserById(context.body.userId);
        if (!user) throw new Error("a session was to be opened for nobody");
        const session = await internalAdapter.createSession(user.id, false);
        await setSessionCookie(context, { session, user });
        return context.json({ token: session.token, user });
      },
    ),
    /** Whose password was right in a browser that is asked for a code; null where none is asked. */
    personAsked: createAuthEndpoint.serverOnly({ method: "POST", requireHeaders: true }, async (context) => {
      const { createAuthCookie, internalAdapter, secret } = context.context;
      const challenge = await context.getSignedCookie(createAuthCookie(codeCookie).name, secret);
      const kept = challenge ? await internalAdapter.findVerificationValue(challenge) : null;
      return kept?.value ?? null;
    }),
  },
} as const;

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
    session: { ...sessions, expiresIn: sessionRules.mostDays * 24 * 3600, disableSessionRefresh: true },
    account: credentials,
    verification: verifications,
    emailAndPassword: {
      enabled: true,
      disableSignUp: !mayRegister,
      minPasswordLength: settings.shortestPassword,
      maxPasswordLength: settings.longestPassword,
    },
    plugins: [factors, opener],
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
