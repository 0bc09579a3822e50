import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  assignedAnswer,
  assigningUnitsAnswer,
  assignmentsAnswer,
  assignRequest,
} from "../contract/assignment.ts";
import { apiPaths } from "../contract/paths.ts";
import { assignWork, showAssigningUnits, showAssignments } from "../operations/assign-work.ts";
import { answerFailure, languageOf, presentFailure } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";

/** Who works on a task inside the units that hold it. */
export function addAssignmentRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const middleware = forActors(deps);
  const showRoute = createRoute({
    ...{
      method: "get",
      path: apiPaths.taskAssignments,
      summary: "Who works on a task inside units",
      middleware,
    },
    request: { params: z.object({ id: z.uuid() }) },
    responses: answers("By unit", assignmentsAnswer),
  });
  app.openapi(showRoute, async (c) => {
    const shown = await showAssignments(c.var.actor, c.req.valid("param").id, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { assignments, mayAssign } = shown.value;
    const named = assignments.map(({ unit, leader, room, officer, version }) => ({
      ...{ unit, leader, room, officer, version, mayAssign: mayAssign.includes(unit.id) },
    }));
    return c.json({ assignments: named }, 200);
  });
  const unitsRoute = createRoute({
    ...{ method: "get", path: apiPaths.assignments, summary: "Units in which one gives work", middleware },
    responses: answers("By their place in the tree", assigningUnitsAnswer),
  });
  app.openapi(unitsRoute, async (c) => {
    const units = await showAssigningUnits(c.var.actor, deps.register);
    return units.ok ? c.json({ units: [...units.value] }, 200) : answerFailure(c, units.failure);
  });
  const assignRoute = createRoute({
    ...{
      method: "post",
      path: apiPaths.assignments,
      summary: "Give work on tasks inside a unit",
      middleware,
    },
    request: { body: jsonBody(assignRequest) },
    responses: answers("How many tasks, and which not", assignedAnswer),
  });
  app.openapi(assignRoute, async (c) => {
    const assigned = await assignWork(c.var.actor, c.req.valid("json"), deps.register);
    if (!assigned.ok) return answerFailure(c, assigned.failure);
    const refused = assigned.value.refused.map(({ task, code }) => ({
      ...{ task, error: presentFailure({ code, detail: {} }, languageOf(c)).error },
    }));
    return c.json({ assigned: assigned.value.assigned, refused }, 200);
  });
}
