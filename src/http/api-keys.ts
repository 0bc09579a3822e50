import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { apiKeyRequest, apiKeysAnswer, madeKeyAnswer } from "../contract/api-key.ts";
import { apiPaths } from "../contract/paths.ts";
import { keyScopes } from "../domain/organisation/rights.ts";
import { type ApiKey, endApiKey, listApiKeys, makeApiKey } from "../operations/api-keys.ts";
import { answerFailure } from "./answer.ts";
import {
  answers,
  forActors,
  forProvedActors,
  jsonBody,
  type RegisterRouteDependencies,
} from "./register-route.ts";
import { dayOf } from "./tasks.ts";

/** Keys for programs of others: /api/keys. */
export function addApiKeyRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const middleware = forProvedActors(deps);
  const listRoute = createRoute({
    ...{ method: "get", path: apiPaths.apiKeys, summary: "Keys of programs" },
    middleware: forActors(deps),
    responses: answers("The keys, without what they are kept by", apiKeysAnswer),
  });
  app.openapi(listRoute, async (c) => {
    const keys = await listApiKeys(c.var.actor, deps.register);
    if (!keys.ok) return answerFailure(c, keys.failure);
    const now = deps.register.clock();
    return c.json({ keys: keys.value.map((key) => presentKey(key, now)), scopes: [...keyScopes] }, 200);
  });
  const makeRoute = createRoute({
    ...{
      method: "post",
      path: apiPaths.apiKeys,
      summary: "Make a key, which is shown this once",
      middleware,
    },
    request: { body: jsonBody(apiKeyRequest) },
    responses: answers("The key", madeKeyAnswer),
  });
  app.openapi(makeRoute, async (c) => {
    const { lastDay, ...wish } = c.req.valid("json");
    const made = await makeApiKey(c.var.actor, { ...wish, lastDay: dayOf(lastDay) }, deps.register);
    if (!made.ok) return answerFailure(c, made.failure);
    return c.json({ id: made.value.id, key: made.value.key }, 200);
  });
  const endRoute = createRoute({
    ...{ method: "delete", path: apiPaths.apiKey, summary: "Revoke a key", middleware },
    request: { params: z.object({ id: z.uuid() }) },
    responses: answers("Revoked", z.object({ done: z.literal(true) })),
  });
  app.openapi(endRoute, async (c) => {
    const ended = await endApiKey(c.var.actor, c.req.valid("param").id, deps.register);
    return ended.ok ? c.json({ done: true as const }, 200) : answerFailure(c, ended.failure);
  });
}

function presentKey(
  { id, name, scopes, createdBy, createdAt, expiresAt, revokedAt, usedAt }: ApiKey,
  now: Date,
) {
  const state =
    revokedAt !== null ? ("revoked" as const) : expiresAt <= now ? ("over" as const) : ("works" as const);
  return {
    ...{ id, name, scopes: [...scopes], createdBy, state, createdAt: createdAt.toISOString() },
    ...{ expiresAt: expiresAt.toISOString(), revokedAt: revokedAt?.toISOString() ?? null },
    usedAt: usedAt?.toISOString() ?? null,
  };
}
