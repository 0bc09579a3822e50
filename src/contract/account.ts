import { z } from "@hono/zod-openapi";
import { longestPassword, shortestPassword } from "./limits.ts";

export const credentials = z
  .object({ email: z.string().min(1).max(254), password: z.string().min(1).max(longestPassword) })
  .openapi("Credentials");

export const setupToken = z.object({ token: z.string().min(1).max(200) }).openapi("SetupToken");

export const setupRequest = z
  .object({
    token: z.string().min(1).max(200),
    name: z.string().trim().min(1).max(120),
    email: z.email().max(254),
    password: z.string().min(shortestPassword).max(longestPassword),
  })
  .openapi("SetupRequest");

/** Who is signed in, and which door the visitor stands at. */
export const sessionAnswer = z
  .object({
    /** "open": no administrator yet, this machine may read; "closed": no administrator yet, another machine; "signIn"; "signedIn". */
    gate: z.enum(["open", "closed", "signIn", "signedIn"]),
    user: z.object({ name: z.string(), email: z.string() }).nullable(),
  })
  .openapi("Session");

export type Credentials = z.infer<typeof credentials>;
export type SetupRequest = z.infer<typeof setupRequest>;
export type SessionAnswer = z.infer<typeof sessionAnswer>;
