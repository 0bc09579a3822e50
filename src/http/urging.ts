import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { type UrgingAnswer, urgingAnswer, urgingRequest } from "../contract/urging.ts";
import { changeUrging, type ShownUrging, showUrging } from "../operations/urging-settings.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

/** How the province urges, and what did not reach its people: /api/urging. */
export function addUrgingRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const shared = { middleware: forActors(deps), responses: answers("How the province urges", urgingAnswer) };
  const showRoute = createRoute({
    ...{ method: "get", path: apiPaths.urging, summary: "How the province urges its units", ...shared },
  });
  app.openapi(showRoute, async (c) => {
    const shown = await showUrging(c.var.actor, deps.register);
    return shown.ok ? c.json(presentUrging(shown.value), 200) : answerFailure(c, shown.failure);
  });
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
    const shown = await changeUrging(c.var.actor, wanted, deps.register);
    return shown.ok ? c.json(presentUrging(shown.value), 200) : answerFailure(c, shown.failure);
  });
}

function presentUrging({ ladder, untaken, ...rest }: ShownUrging): UrgingAnswer {
  return { ...rest, ladder: ladder && [...ladder], untaken: [...untaken] };
}
