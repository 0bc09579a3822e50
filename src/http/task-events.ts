import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { eventRequest, taskAnswer } from "../contract/task.ts";
import { type EventWorld, recordEvent } from "../operations/record-event.ts";
import { answerFailure } from "./answer.ts";
import { presentTask } from "./present-task.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

/** Events for which the term of a task waits: /api/tasks/{id}/events. */
export function addTaskEventRoutes(
  app: OpenAPIHono,
  deps: RegisterRouteDependencies & { readonly register: EventWorld },
): void {
  const route = createRoute({
    ...{ method: "post", path: apiPaths.taskEvents, summary: "Record the event from which a term runs" },
    middleware: forActors(deps),
    request: { params: z.object({ id: z.uuid() }), body: jsonBody(eventRequest) },
    responses: answers("The task as it is now", taskAnswer),
  });
  app.openapi(route, async (c) => {
    const { on, ...rest } = c.req.valid("json");
    const shown = await recordEvent(
      c.var.actor,
      c.req.valid("param").id,
      { ...rest, on: dayOf(on) },
      deps.register,
    );
    return shown.ok
      ? c.json(presentTask(shown.value.task, shown.value.rules), 200)
      : answerFailure(c, shown.failure);
  });
}
