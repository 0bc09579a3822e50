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
    /** The province that the first administrator works for; without it the register stays closed until he chooses. */
    province: z.number().int().min(1).max(99).optional(),
  })
  .openapi("SetupRequest");

/** A link that opens, with the provinces to choose from. */
export const setupCheckAnswer = z
  .object({
    done: z.literal(true),
    provinces: z.array(z.object({ id: z.number(), name: z.string(), nameEn: z.string() })).readonly(),
  })
  .openapi("SetupCheck");

/** Who is signed in, and which door the visitor stands at. */
export const sessionAnswer = z
  .object({
    /** "open": no administrator yet, this machine may read; "closed": no administrator yet, another machine; "signIn"; "signedIn". */
    gate: z.enum(["open", "closed", "signIn", "signedIn"]),
    user: z.object({ name: z.string(), email: z.string() }).nullable(),
    /** The province that the person works for; null: the register is closed until one is chosen. */
    province: z.object({ id: z.number(), name: z.string(), nameEn: z.string() }).nullable(),
  })
  .openapi("Session");

export type Credentials = z.infer<typeof credentials>;
export type SetupRequest = z.infer<typeof setupRequest>;
export type SetupCheckAnswer = z.infer<typeof setupCheckAnswer>;
export type SessionAnswer = z.infer<typeof sessionAnswer>;
