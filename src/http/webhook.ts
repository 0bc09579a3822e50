import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { webhookAnswer, webhookRequest } from "../contract/urging.ts";
import { changeWebhook, showWebhook, tryWebhook } from "../operations/webhook-settings.ts";
import { answerFailure } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import {
  answers,
  forActors,
  forProvedActors,
  jsonBody,
  type RegisterRouteDependencies,
} from "./register-route.ts";

type Dependencies = RegisterRouteDependencies & Pick<AppDependencies, "callOut">;

/** The program of others that messages are handed to: /api/urging/webhook. */
export function addWebhookRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const { kysely, clock, today, newId } = deps.register;
  const world = { kysely, clock, today, newId, callOut: deps.callOut };
  const responses = answers("The webhook", webhookAnswer);
  const showRoute = createRoute({
    ...{ method: "get", path: apiPaths.webhook, summary: "The webhook of the province" },
    ...{ middleware: forActors(deps), responses },
  });
  app.openapi(showRoute, async (c) => {
    const shown = await showWebhook(c.var.actor, world);
    return shown.ok ? c.json(shown.value, 200) : answerFailure(c, shown.failure);
  });
  const changeRoute = createRoute({
    ...{ method: "put", path: apiPaths.webhook, summary: "Set the webhook, or take it away" },
    ...{ middleware: forProvedActors(deps), responses },
    request: { body: jsonBody(webhookRequest) },
  });
  app.openapi(changeRoute, async (c) => {
    const changed = await changeWebhook(c.var.actor, c.req.valid("json"), world);
    return changed.ok ? c.json(changed.value, 200) : answerFailure(c, changed.failure);
  });
  const trialRoute = createRoute({
    ...{
      method: "post",
      path: apiPaths.webhookTrial,
      summary: "Call the webhook once, with nothing to tell",
    },
    ...{ middleware: forActors(deps), responses: answers("Taken", z.object({ done: z.literal(true) })) },
  });
  app.openapi(trialRoute, async (c) => {
    const tried = await tryWebhook(c.var.actor, world);
    return tried.ok ? c.json({ done: true as const }, 200) : answerFailure(c, tried.failure);
  });
}
