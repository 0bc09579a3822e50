import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import {
  treeRowsAtOnce,
  unitAnswer,
  unitChangeAnswer,
  unitChangePreviewAnswer,
  unitChangePreviewRequest,
  unitChangeRequest,
  unitEdit,
  unitListAnswer,
  unitListQuery,
  unitPlansAnswer,
  unitTreeAnswer,
  unitTreeQuery,
  type WishedChange as WishedChangeRequest,
} from "../contract/unit.ts";
import { changeUnits, previewUnitChange } from "../operations/change-units.ts";
import { editUnit } from "../operations/edit-unit.ts";
import { type AskedDay, listUnits, showTree, showUnit } from "../operations/list-units.ts";
import type { WishedChange } from "../operations/plan-unit-change.ts";
import { undoUnitChange } from "../operations/undo-unit-change.ts";
import { cancelPlan, listPlans } from "../operations/unit-plans.ts";
import { answerFailure } from "./answer.ts";
import {
  presentChangePreview,
  presentFound,
  presentPlans,
  presentShownUnit,
  presentTree,
  presentUnit,
} from "./present-unit.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

const byId = z.object({ id: z.uuid() });

/** The tree of units, one unit, and the dated changes of the tree. */
export function addUnitRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addTreeRoutes(app, deps);
  addUnitRoute(app, deps);
  addChangeRoutes(app, deps);
  addUndoRoute(app, deps);
  addPlanRoutes(app, deps);
}

function addTreeRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const treeRoute = createRoute({
    ...{ method: "get", path: apiPaths.unitTree, summary: "A window on the tree of units as of a day" },
    middleware: forActors(deps),
    request: { query: unitTreeQuery },
    responses: answers("The rows of the tree", unitTreeAnswer),
  });
  app.openapi(treeRoute, async (c) => {
    const { q, kind, open, from, limit, ...asked } = c.req.valid("query");
    const opened = open === "all" ? ("all" as const) : (open?.split(",") ?? []);
    const wanted = { ...askedDay(asked), words: q ?? "", kind: kind ?? null, open: opened };
    const rows = { from: from ?? 0, limit: limit ?? treeRowsAtOnce };
    const tree = await showTree(c.var.actor, { ...wanted, ...rows }, deps.register);
    return tree.ok ? c.json(presentTree(tree.value), 200) : answerFailure(c, tree.failure);
  });
  const listRoute = createRoute({
    ...{ method: "get", path: apiPaths.unitList, summary: "The units of the province as of a day" },
    middleware: forActors(deps),
    request: { query: unitListQuery },
    responses: answers("The units", unitListAnswer),
  });
  app.openapi(listRoute, async (c) => {
    const list = await listUnits(c.var.actor, askedDay(c.req.valid("query")), deps.register);
    if (!list.ok) return answerFailure(c, list.failure);
    return c.json({ ...list.value, units: list.value.units.map(presentUnit) }, 200);
  });
}

function askedDay({ day, closed }: z.infer<typeof unitListQuery>): AskedDay {
  return { day: day === undefined ? null : dayOf(day), closed: closed === "1" };
}

function addUnitRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const shared = { middleware: forActors(deps), responses: answers("The unit", unitAnswer) };
  const showRoute = createRoute({
    ...{ method: "get", path: apiPaths.unit, summary: "One unit with its past", ...shared },
    request: { params: byId },
  });
  app.openapi(showRoute, async (c) => {
    const shown = await showUnit(c.var.actor, c.req.valid("param").id, deps.register);
    return shown.ok ? c.json(presentShownUnit(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const editRoute = createRoute({
    ...{ method: "patch", path: apiPaths.unit, summary: "Correct fields of a unit", ...shared },
    request: { params: byId, body: jsonBody(unitEdit) },
  });
  app.openapi(editRoute, async (c) => {
    const { codes, ...edit } = c.req.valid("json");
    const dated = codes?.map(({ system, code, from, to }) => ({
      ...{ system, code, from: from === null ? null : dayOf(from), to: to === null ? null : dayOf(to) },
    }));
    const wanted = { ...edit, ...(dated && { codes: dated }) };
    const shown = await editUnit(c.var.actor, c.req.valid("param").id, wanted, deps.register);
    return shown.ok ? c.json(presentShownUnit(shown.value), 200) : answerFailure(c, shown.failure);
  });
}

function addChangeRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const previewRoute = createRoute({
    ...{ method: "post", path: apiPaths.unitChangePreview, summary: "What a change of the tree would do" },
    middleware: forActors(deps),
    request: { body: jsonBody(unitChangePreviewRequest) },
    responses: answers("What would move", unitChangePreviewAnswer),
  });
  app.openapi(previewRoute, async (c) => {
    const shown = await previewUnitChange(c.var.actor, wishOf(c.req.valid("json").change), deps.register);
    return shown.ok ? c.json(presentChangePreview(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const changeRoute = createRoute({
    ...{ method: "post", path: apiPaths.unitChanges, summary: "Change the tree, with all that moves" },
    middleware: forActors(deps),
    request: { body: jsonBody(unitChangeRequest) },
    responses: answers("What moved", unitChangeAnswer),
  });
  app.openapi(changeRoute, async (c) => {
    const { change, document, note, seen } = c.req.valid("json");
    const request = { wish: wishOf(change), document: document || null, note: note || null, seen };
    const made = await changeUnits(c.var.actor, request, deps.register);
    if (!made.ok) return answerFailure(c, made.failure);
    const { id, seen: moves, after, found } = made.value;
    return c.json({ id, seen: { ...moves }, after: [...after], found: found && presentFound(found) }, 200);
  });
}

function addUndoRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "post", path: apiPaths.unitChangeUndo, summary: "Take a change of the tree back" },
    middleware: forActors(deps),
    request: { params: byId },
    responses: answers("It was taken back", z.object({ undone: z.boolean() })),
  });
  app.openapi(route, async (c) => {
    const undone = await undoUnitChange(c.var.actor, c.req.valid("param").id, deps.register);
    return undone.ok ? c.json({ undone: true }, 200) : answerFailure(c, undone.failure);
  });
}

function addPlanRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const listRoute = createRoute({
    ...{ method: "get", path: apiPaths.unitPlans, summary: "Changes of the tree to come" },
    middleware: forActors(deps),
    responses: answers("The plans", unitPlansAnswer),
  });
  app.openapi(listRoute, async (c) => {
    const listed = await listPlans(c.var.actor, deps.register);
    return listed.ok ? c.json(presentPlans(listed.value), 200) : answerFailure(c, listed.failure);
  });
  const cancelRoute = createRoute({
    ...{ method: "delete", path: apiPaths.unitPlan, summary: "Cancel a change of the tree to come" },
    middleware: forActors(deps),
    request: { params: byId },
    responses: answers("It was cancelled", z.object({ cancelled: z.boolean() })),
  });
  app.openapi(cancelRoute, async (c) => {
    const cancelled = await cancelPlan(c.var.actor, c.req.valid("param").id, deps.register);
    return cancelled.ok ? c.json({ cancelled: true }, 200) : answerFailure(c, cancelled.failure);
  });
}

function wishOf(change: WishedChangeRequest): WishedChange {
  return { ...change, on: dayOf(change.on) };
}
