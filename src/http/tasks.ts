import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import {
  factRequest,
  fillAnswer,
  fillRequest,
  taskAnswer,
  taskEdit,
  taskGroupsAnswer,
  taskGroupsQuery,
  taskHistoryAnswer,
  taskListAnswer,
  taskListQuery,
} from "../contract/task.ts";
import { taskPreviewAnswer } from "../contract/task-change.ts";
import { type CalendarDate, parseIsoDate } from "../domain/basics/calendar-date.ts";
import { editTask } from "../operations/edit-task.ts";
import { groupTasks } from "../operations/group-tasks.ts";
import { listTasks } from "../operations/list-tasks.ts";
import { previewTaskChange } from "../operations/preview-task-change.ts";
import { fillBeforeStart, recordFact } from "../operations/record-fact.ts";
import { showTask, showTaskHistory } from "../operations/show-task.ts";
import { answerFailure, languageOf } from "./answer.ts";
import { presentPreview } from "./present-preview.ts";
import { filterOf, orderOf, presentTask, presentTaskList } from "./present-task.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { addTaskFileRoutes } from "./task-files.ts";

const byId = z.object({ id: z.uuid() });

/** Rows of a page when none are asked for. */
const usualLimit = 60;

/** The tasks of the register: /api/tasks, as files too, one task, its history, and the facts of its occurrences. */
export function addTaskRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addListRoute(app, deps);
  // Before the route of one task, which would take "groups" and "export.csv" for an id.
  addGroupsRoute(app, deps);
  addTaskFileRoutes(app, deps);
  addTaskRoute(app, deps);
  addEditRoute(app, deps);
  addPreviewRoute(app, deps);
  addFactRoutes(app, deps);
}

function addListRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.tasks, summary: "Tasks of the register, page by page" },
    middleware: forActors(deps),
    request: { query: taskListQuery },
    responses: answers("One page", taskListAnswer),
  });
  app.openapi(route, async (c) => {
    const query = c.req.valid("query");
    const filter = filterOf(query, languageOf(c), c.var.actor.person);
    if (!filter.ok) return answerFailure(c, filter.failure);
    const request = {
      ...{ filter: filter.value, order: orderOf(query.sort), after: query.after ?? null },
      ...{ limit: query.limit ?? usualLimit, withFacets: query.facets === "1" },
    };
    const list = await listTasks(c.var.actor, request, deps.register);
    return list.ok ? c.json(presentTaskList(list.value), 200) : answerFailure(c, list.failure);
  });
}

function addGroupsRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.taskGroups, summary: "Tasks of the register counted by groups" },
    middleware: forActors(deps),
    request: { query: taskGroupsQuery },
    responses: answers("The groups in order", taskGroupsAnswer),
  });
  app.openapi(route, async (c) => {
    const { by = "group", ...query } = c.req.valid("query");
    const filter = filterOf(query, languageOf(c), c.var.actor.person);
    if (!filter.ok) return answerFailure(c, filter.failure);
    const found = await groupTasks(c.var.actor, { filter: filter.value, by }, deps.register);
    if (!found.ok) return answerFailure(c, found.failure);
    const { today, total, groups } = found.value;
    const shown = groups.map(({ value, label, count }) => ({ value, label, count }));
    return c.json({ today, total, groups: shown }, 200);
  });
}

function addTaskRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const taskRoute = createRoute({
    ...{ method: "get", path: apiPaths.task, summary: "One task with all that is known of it" },
    middleware: forActors(deps),
    request: { params: byId },
    responses: answers("The task", taskAnswer),
  });
  app.openapi(taskRoute, async (c) => {
    const shown = await showTask(c.var.actor, c.req.valid("param").id, deps.register);
    return shown.ok
      ? c.json(presentTask(shown.value.task, shown.value.rules), 200)
      : answerFailure(c, shown.failure);
  });
  const historyRoute = createRoute({
    ...{ method: "get", path: apiPaths.taskHistory, summary: "What was done to a task, newest first" },
    middleware: forActors(deps),
    request: { params: byId },
    responses: answers("Its history", taskHistoryAnswer),
  });
  app.openapi(historyRoute, async (c) => {
    const changes = await showTaskHistory(c.var.actor, c.req.valid("param").id, deps.register);
    if (!changes.ok) return answerFailure(c, changes.failure);
    const shown = changes.value.map(({ id, at, who, what, before, after }) => ({
      ...{ id, at: at.toISOString(), who, what, before, after },
    }));
    return c.json({ changes: shown }, 200);
  });
}

function addEditRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "patch", path: apiPaths.task, summary: "Change an accepted task" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(taskEdit) },
    responses: answers("The task as it is now", taskAnswer),
  });
  app.openapi(route, async (c) => {
    const change = changeOf(c.req.valid("json"));
    const shown = await editTask(c.var.actor, c.req.valid("param").id, change, deps.register);
    return shown.ok
      ? c.json(presentTask(shown.value.task, shown.value.rules), 200)
      : answerFailure(c, shown.failure);
  });
}

function addPreviewRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "post", path: apiPaths.taskPreview, summary: "What a change would make of a task" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(taskEdit) },
    responses: answers("Its times and clears after the change", taskPreviewAnswer),
  });
  app.openapi(route, async (c) => {
    const { withdrawnOn: _, ...change } = c.req.valid("json");
    const shown = await previewTaskChange(c.var.actor, c.req.valid("param").id, change, deps.register);
    return shown.ok ? c.json(presentPreview(shown.value), 200) : answerFailure(c, shown.failure);
  });
}

function addFactRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const factRoute = createRoute({
    ...{ method: "post", path: apiPaths.occurrenceFacts, summary: "Record a dated fact about an occurrence" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(factRequest) },
    responses: answers("Its task as it is now", taskAnswer),
  });
  app.openapi(factRoute, async (c) => {
    const { version, kind, on, product = null, note = null } = c.req.valid("json");
    const request = { version, kind, on: dayOf(on), product: product || null, note: note || null };
    const shown = await recordFact(c.var.actor, c.req.valid("param").id, request, deps.register);
    return shown.ok
      ? c.json(presentTask(shown.value.task, shown.value.rules), 200)
      : answerFailure(c, shown.failure);
  });
  const fillRoute = createRoute({
    ...{ method: "post", path: apiPaths.occurrencesFill, summary: "Fill what fell due before the start day" },
    middleware: forActors(deps),
    request: { body: jsonBody(fillRequest) },
    responses: answers("How many occurrences were filled", fillAnswer),
  });
  app.openapi(fillRoute, async (c) => {
    const { kind, on, note = null, tasks = null } = c.req.valid("json");
    const request = { kind, on: on === null ? null : dayOf(on), note: note || null, tasks };
    const filled = await fillBeforeStart(c.var.actor, request, deps.register);
    return filled.ok ? c.json({ filled: filled.value }, 200) : answerFailure(c, filled.failure);
  });
}

/** A change of a task as the contract let it in, with its day as a day. */
export function changeOf<Edit extends { readonly withdrawnOn?: string | null | undefined }>({
  withdrawnOn,
  ...edit
}: Edit) {
  return { ...edit, withdrawnOn: typeof withdrawnOn === "string" ? dayOf(withdrawnOn) : withdrawnOn };
}

/** A day that the contract has let in. */
export function dayOf(text: string): CalendarDate {
  const day = parseIsoDate(text);
  if (day === null) throw new Error(`the contract let in a day that is none: ${text}`);
  return day;
}
