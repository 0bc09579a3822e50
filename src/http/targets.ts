import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import {
  dutyTargetsAnswer,
  plansRequest,
  sourceRequest,
  targetPeriodAnswer,
  targetPeriodQuery,
  targetsAnswer,
} from "../contract/target.ts";
import { setTargetSource } from "../operations/target-sources.ts";
import { setPlans, showDutyTargets, showTargetPeriod, showTargets } from "../operations/task-targets.ts";
import { answerFailure } from "./answer.ts";
import { presentDutyTargets, presentTargetPeriod, presentTargets } from "./present-target.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";

const byId = z.object({ id: z.uuid() });

/** /api/tasks/{id}/targets: how the targets of a task stand, what stands behind them, and their plans. */
export function addTargetRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const { register } = deps;
  const all = createRoute({
    ...{ method: "get", path: apiPaths.taskTargets, summary: "How the targets of a task stand" },
    middleware: forActors(deps),
    request: { params: byId },
    responses: answers("Its targets over their periods", targetsAnswer),
  });
  app.openapi(all, async (c) => {
    const shown = await showTargets(c.var.actor, c.req.valid("param").id, register);
    return shown.ok
      ? c.json(presentTargets(shown.value, register.today()), 200)
      : answerFailure(c, shown.failure);
  });
  const period = createRoute({
    ...{ method: "get", path: apiPaths.taskTargetPeriod, summary: "What stands behind a target in a period" },
    middleware: forActors(deps),
    request: { params: byId, query: targetPeriodQuery },
    responses: answers("Its units and records in sight", targetPeriodAnswer),
  });
  app.openapi(period, async (c) => {
    const { id } = c.req.valid("param");
    const shown = await showTargetPeriod(c.var.actor, id, c.req.valid("query"), register);
    return shown.ok
      ? c.json(presentTargetPeriod(shown.value, register.today()), 200)
      : answerFailure(c, shown.failure);
  });
  const ofDuty = createRoute({
    ...{ method: "get", path: apiPaths.dutyTargets, summary: "What the targets of its task ask of a duty" },
    middleware: forActors(deps),
    request: { params: byId },
    responses: answers("Its targets, with what the unit said so far", dutyTargetsAnswer),
  });
  app.openapi(ofDuty, async (c) => {
    const shown = await showDutyTargets(c.var.actor, c.req.valid("param").id, register);
    return shown.ok
      ? c.json(presentDutyTargets(shown.value, register.today()), 200)
      : answerFailure(c, shown.failure);
  });
  addSourceRoute(app, deps);
  const plans = createRoute({
    ...{ method: "put", path: apiPaths.taskPlans, summary: "Set plans of a target" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(plansRequest) },
    responses: answers("The targets as they are now", targetsAnswer),
  });
  app.openapi(plans, async (c) => {
    const { document, ...asked } = c.req.valid("json");
    const request = { ...asked, document: document || null };
    const shown = await setPlans(c.var.actor, c.req.valid("param").id, request, register);
    return shown.ok
      ? c.json(presentTargets(shown.value, register.today()), 200)
      : answerFailure(c, shown.failure);
  });
}

function addSourceRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const { register } = deps;
  const source = createRoute({
    ...{ method: "put", path: apiPaths.taskTargetSource, summary: "Say what a target is counted from" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(sourceRequest) },
    responses: answers("The targets as they are now", targetsAnswer),
  });
  app.openapi(source, async (c) => {
    const shown = await setTargetSource(c.var.actor, c.req.valid("param").id, c.req.valid("json"), register);
    return shown.ok
      ? c.json(presentTargets(shown.value, register.today()), 200)
      : answerFailure(c, shown.failure);
  });
}
