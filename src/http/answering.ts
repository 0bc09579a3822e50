import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { answeringRequest, taskAnswer } from "../contract/task.ts";
import { nameAnswering } from "../operations/name-answering.ts";
import { answerFailure } from "./answer.ts";
import { presentTask } from "./present-task.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

/** Which of several leads answers for the whole of a task: /api/tasks/{id}/answering. */
export function addAnsweringRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "put", path: apiPaths.taskAnswering, summary: "Record which lead answers for the whole" },
    middleware: forActors(deps),
    request: { params: z.object({ id: z.uuid() }), body: jsonBody(answeringRequest) },
    responses: answers("The task as it is now", taskAnswer),
  });
  app.openapi(route, async (c) => {
    const { on, document = null, ...rest } = c.req.valid("json");
    const given = { ...rest, document, on: dayOf(on) };
    const shown = await nameAnswering(c.var.actor, c.req.valid("param").id, given, deps.register);
    return shown.ok
      ? c.json(presentTask(shown.value.task, shown.value.rules), 200)
      : answerFailure(c, shown.failure);
  });
}
