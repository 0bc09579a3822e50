import { z } from "@hono/zod-openapi";
import { actions, keyScopes } from "../domain/organisation/rights.ts";

const apiKey = z
  .object({
    id: z.string(),
    name: z.string(),
    scopes: z.array(z.enum(actions)),
    createdAt: z.string(),
    createdBy: z.string(),
    expiresAt: z.string(),
    revokedAt: z.string().nullable(),
    usedAt: z.string().nullable(),
    /** "over": past its last day. */
    state: z.enum(["works", "revoked", "over"]),
  })
  .openapi("ApiKey");

export const apiKeysAnswer = z
  .object({ keys: z.array(apiKey), scopes: z.array(z.enum(actions)) })
  .openapi("ApiKeys");

export const apiKeyRequest = z
  .strictObject({
    name: z.string().trim().min(1).max(120),
    scopes: z.array(z.enum(keyScopes)).min(1).max(40),
    /** The last day on which it works. */
    lastDay: z.iso.date(),
  })
  .openapi("ApiKeyRequest");

/** The key is given this once. */
export const madeKeyAnswer = z.object({ id: z.string(), key: z.string() }).openapi("MadeApiKey");

export type ApiKeysAnswer = z.infer<typeof apiKeysAnswer>;
export type ApiKeyRequest = z.infer<typeof apiKeyRequest>;
export type MadeKeyAnswer = z.infer<typeof madeKeyAnswer>;
