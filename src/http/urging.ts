import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { apiPaths } from "../contract/paths.ts";
import {
  trialAnswer,
  type UrgingAnswer,
  type UrgingPreviewAnswer,
  urgingAnswer,
  urgingPreviewAnswer,
  urgingPreviewRequest,
  urgingRequest,
} from "../contract/urging.ts";
import type { Result } from "../domain/basics/result.ts";
import { previewUrging, type UrgingPreview } from "../operations/preview-urging.ts";
import {
  changeUrging,
  retryMessage,
  type ShownUrging,
  sendTrialLetter,
  showUrging,
} from "../operations/urging-settings.ts";
import { answerFailure, languageOf } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

type Dependencies = RegisterRouteDependencies & Pick<AppDependencies, "register" | "post">;

/** How the province urges, and what did not reach its people: /api/urging. */
export function addUrgingRoutes(app: OpenAPIHono, deps: Dependencies): void {
  addSettingRoutes(app, deps);
  addTrialRoutes(app, deps);
}

function worldOf({ register: { kysely, clock, today, newId, queue }, post }: Dependencies) {
  return { kysely, clock, today, newId, queue, post };
}

function addSettingRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shared = { middleware: forActors(deps), responses: answers("How the province urges", urgingAnswer) };
  const showRoute = createRoute({
    ...{ method: "get", path: apiPaths.urging, summary: "How the province urges its units", ...shared },
  });
  app.openapi(showRoute, async (c) => answerUrging(c, deps, await showUrging(c.var.actor, worldOf(deps))));
  const changeRoute = createRoute({
    ...{
      method: "put",
      path: apiPaths.urging,
      summary: "Change how the province urges its units",
      ...shared,
    },
    request: { body: jsonBody(urgingRequest) },
  });
  app.openapi(changeRoute, async (c) => {
    const { from, ...rest } = c.req.valid("json");
    const wanted = { ...rest, from: from === null ? null : dayOf(from) };
    return answerUrging(c, deps, await changeUrging(c.var.actor, wanted, worldOf(deps)));
  });
  const retryRoute = createRoute({
    ...{ method: "post", path: apiPaths.urgingRetry, summary: "Try a message again that failed", ...shared },
    request: { params: z.object({ id: z.uuid() }) },
  });
  app.openapi(retryRoute, async (c) =>
    answerUrging(c, deps, await retryMessage(c.var.actor, c.req.valid("param").id, worldOf(deps))),
  );
}

function addTrialRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const previewRoute = createRoute({
    ...{ method: "post", path: apiPaths.urgingPreview, summary: "What would go out on the next working day" },
    ...{ middleware: forActors(deps), responses: answers("What would go out", urgingPreviewAnswer) },
    request: { body: jsonBody(urgingPreviewRequest) },
  });
  app.openapi(previewRoute, async (c) => {
    const { from, ...rest } = c.req.valid("json");
    const seen = await previewUrging(c.var.actor, { ...rest, from: dayOf(from) }, deps.register);
    return seen.ok ? c.json(presentPreview(seen.value), 200) : answerFailure(c, seen.failure);
  });
  const trialRoute = createRoute({
    ...{ method: "post", path: apiPaths.urgingTrial, summary: "Send a trial letter to oneself" },
    ...{ middleware: forActors(deps), responses: answers("Sent", trialAnswer) },
  });
  app.openapi(trialRoute, async (c) => {
    const sent = await sendTrialLetter(c.var.actor, languageOf(c), worldOf(deps));
    return sent.ok ? c.json({ to: sent.value.to }, 200) : answerFailure(c, sent.failure);
  });
}

function answerUrging(c: Context, { register }: Dependencies, shown: Result<ShownUrging>) {
  return shown.ok
    ? c.json(presentUrging(shown.value, register.today()), 200)
    : answerFailure(c, shown.failure);
}

function presentUrging({ ladder, untaken, ...rest }: ShownUrging, today: string): UrgingAnswer {
  return { ...rest, today, ladder: ladder && [...ladder], untaken: [...untaken] };
}

function presentPreview({ messages, ...rest }: UrgingPreview): UrgingPreviewAnswer {
  return { ...rest, messages: messages.map((message) => ({ ...message, kinds: [...message.kinds] })) };
}
