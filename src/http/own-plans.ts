import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { recordId } from "../contract/document.ts";
import {
  ownPlanAnswer,
  ownPlanOrderRequest,
  ownPlanRequest,
  ownPlansAnswer,
  ownPlansExportQuery,
  ownStepsAnswer,
} from "../contract/own-plan.ts";
import { apiPaths } from "../contract/paths.ts";
import { reviewAnswer } from "../contract/review.ts";
import type { Result } from "../domain/basics/result.ts";
import { exportOwnPlans } from "../operations/export-own-plans.ts";
import { tieSteps } from "../operations/link-finding.ts";
import {
  forgetOwnPlan,
  listOwnPlans,
  listOwnSteps,
  noteOwnPlan,
  type OwnPlanList,
  type ShownOwnPlan,
  sayPlanOrder,
  showOwnPlan,
} from "../operations/own-plans.ts";
import { answerFailure } from "./answer.ts";
import { presentLink } from "./present-document.ts";
import {
  answers,
  fileAnswer,
  fileHeaders,
  forActors,
  jsonBody,
  type RegisterRouteDependencies,
} from "./register-route.ts";
import { answerChange } from "./review.ts";

/** Plans that units make of their own for what a document gives them. */
export function addOwnPlanRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addPlanRoutes(app, deps);
  addListRoutes(app, deps);
}

function addPlanRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const { register } = deps;
  const shared = { path: apiPaths.documentOwnPlan, middleware: forActors(deps) } as const;
  const reply = answers("Whose plan it is", ownPlanAnswer);
  const show = createRoute({
    ...{ ...shared, method: "get", summary: "Whose own plan a document is", responses: reply },
    request: { params: recordId },
  });
  app.openapi(show, async (c) =>
    answerPlan(c, await showOwnPlan(c.var.actor, c.req.valid("param").id, register)),
  );
  const note = createRoute({
    ...{ ...shared, method: "put", summary: "Note whose own plan a document is", responses: reply },
    request: { params: recordId, body: jsonBody(ownPlanRequest) },
  });
  app.openapi(note, async (c) =>
    answerPlan(c, await noteOwnPlan(c.var.actor, c.req.valid("param").id, c.req.valid("json"), register)),
  );
  const forget = createRoute({
    ...{ ...shared, method: "delete", summary: "Take the note away", responses: reply },
    request: { params: recordId },
  });
  app.openapi(forget, async (c) =>
    answerPlan(c, await forgetOwnPlan(c.var.actor, c.req.valid("param").id, register)),
  );
  const tie = createRoute({
    ...{ method: "post", path: apiPaths.documentOwnPlanSteps, summary: "Tie all rows of a plan as proposed" },
    middleware: forActors(deps),
    request: { params: recordId },
    responses: answers("The rows that were tied", reviewAnswer),
  });
  app.openapi(tie, async (c) =>
    answerChange(c, await tieSteps(c.var.actor, c.req.valid("param").id, register)),
  );
}

function answerPlan(c: Context, shown: Result<ShownOwnPlan>) {
  if (!shown.ok) return answerFailure(c, shown.failure);
  const { plan, proposed, units, grounds } = shown.value;
  const answer = {
    plan: plan && { unit: plan.unit, parent: presentLink(plan.parent) },
    ...{ proposed, units: [...units], grounds: grounds.map(presentLink) },
  };
  return c.json(answer, 200);
}

function addListRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const { register } = deps;
  const list = createRoute({
    ...{ method: "get", path: apiPaths.documentOwnPlans, summary: "Which units owe a plan for a document" },
    middleware: forActors(deps),
    request: { params: recordId },
    responses: answers("The units in the order of the tree", ownPlansAnswer),
  });
  app.openapi(list, async (c) =>
    answerList(c, await listOwnPlans(c.var.actor, c.req.valid("param").id, register)),
  );
  const order = createRoute({
    ...{ method: "post", path: apiPaths.documentOwnPlanOrders, summary: "Say whether a task asks for plans" },
    middleware: forActors(deps),
    request: { params: recordId, body: jsonBody(ownPlanOrderRequest) },
    responses: answers("The units in the order of the tree", ownPlansAnswer),
  });
  app.openapi(order, async (c) =>
    answerList(c, await sayPlanOrder(c.var.actor, c.req.valid("param").id, c.req.valid("json"), register)),
  );
  const sheet = createRoute({
    ...{ method: "get", path: apiPaths.documentOwnPlansExport, summary: "The plans of units as a sheet" },
    middleware: forActors(deps),
    request: { params: recordId, query: ownPlansExportQuery },
    responses: fileAnswer,
  });
  app.openapi(sheet, async (c) => {
    const request = {
      document: c.req.valid("param").id,
      filter: c.req.valid("query").only ?? ("all" as const),
    };
    const written = await exportOwnPlans(c.var.actor, request, register);
    if (!written.ok) return answerFailure(c, written.failure);
    const name = `ke-hoach-don-vi-${register.today()}.xlsx`;
    // A copy: the bytes may lie in a pool that Node shares.
    return c.body(new Uint8Array(written.value), 200, fileHeaders(name, written.value.length));
  });
  const steps = createRoute({
    ...{ method: "get", path: apiPaths.taskSteps, summary: "The steps that units set themselves for a task" },
    middleware: forActors(deps),
    request: { params: recordId },
    responses: answers("In the order of the tree", ownStepsAnswer),
  });
  app.openapi(steps, async (c) => {
    const found = await listOwnSteps(c.var.actor, c.req.valid("param").id, register);
    return found.ok
      ? c.json({ steps: found.value.map((step) => ({ ...step })) }, 200)
      : answerFailure(c, found.failure);
  });
}

function answerList(c: Context, list: Result<OwnPlanList>) {
  if (!list.ok) return answerFailure(c, list.failure);
  const { document, today, maySay, orders, rows } = list.value;
  const answer = {
    ...{ document: presentLink(document), today, maySay },
    orders: orders.map((one) => ({ ...one, leads: [...one.leads] })),
    rows: rows.map(({ unit: { id, name, shortName }, plans, ...row }) => ({
      ...{ ...row, unit: { id, name, shortName }, plans: plans.map((plan) => ({ ...plan })) },
    })),
  };
  return c.json(answer, 200);
}
