import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { type ViewsAnswer, viewRequest, viewsAnswer } from "../contract/view.ts";
import { forgetView, keepView, listViews, type SavedView } from "../operations/save-view.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";

/** The views that a person keeps: /api/views. */
export function addViewRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const shared = { middleware: forActors(deps), responses: answers("All that are kept", viewsAnswer) };
  const listRoute = createRoute({ method: "get", path: apiPaths.views, summary: "Saved views", ...shared });
  app.openapi(listRoute, async (c) => {
    const views = await listViews(c.var.actor, deps.register);
    return views.ok ? c.json(presentViews(views.value), 200) : answerFailure(c, views.failure);
  });
  const keepRoute = createRoute({
    ...{ method: "post", path: apiPaths.views, summary: "Keep filters under a name", ...shared },
    request: { body: jsonBody(viewRequest) },
  });
  app.openapi(keepRoute, async (c) => {
    const views = await keepView(c.var.actor, c.req.valid("json"), deps.register);
    return views.ok ? c.json(presentViews(views.value), 200) : answerFailure(c, views.failure);
  });
  const forgetRoute = createRoute({
    ...{ method: "delete", path: apiPaths.view, summary: "Forget a saved view", ...shared },
    request: { params: z.object({ id: z.uuid() }) },
  });
  app.openapi(forgetRoute, async (c) => {
    const views = await forgetView(c.var.actor, c.req.valid("param").id, deps.register);
    return views.ok ? c.json(presentViews(views.value), 200) : answerFailure(c, views.failure);
  });
}

function presentViews(views: readonly SavedView[]): ViewsAnswer {
  return {
    views: views.map(({ id, name, place, query, position }) => ({ id, name, place, query, position })),
  };
}
