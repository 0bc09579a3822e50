import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { assignedAnswer, assignmentsAnswer, assignRequest } from "../contract/assignment.ts";
import { apiPaths } from "../contract/paths.ts";
import { assignWork, showAssignments } from "../operations/assign-work.ts";
import { answerFailure } from "./answer.ts";
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
  const assignRoute = createRoute({
    ...{
      method: "post",
      path: apiPaths.assignments,
      summary: "Give work on tasks inside a unit",
      middleware,
    },
    request: { body: jsonBody(assignRequest) },
    responses: answers("How many tasks", assignedAnswer),
  });
  app.openapi(assignRoute, async (c) => {
    const assigned = await assignWork(c.var.actor, c.req.valid("json"), deps.register);
    return assigned.ok
      ? c.json({ assigned: assigned.value.assigned }, 200)
      : answerFailure(c, assigned.failure);
  });
}
