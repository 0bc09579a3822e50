import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { recordId } from "../contract/document.ts";
import { apiPaths } from "../contract/paths.ts";
import { taskAnswer } from "../contract/task.ts";
import {
  type JoinPreviewAnswer,
  type JoinsAnswer,
  joinCandidates,
  joinPreview,
  joinPreviewQuery,
  joinRequest,
  joinsAnswer,
  partedAnswer,
} from "../contract/task-join.ts";
import { findJoinCandidates } from "../operations/join-candidates.ts";
import { type JoinPreview, joinTasks, previewJoin, showJoins, undoJoin } from "../operations/join-tasks.ts";
import { answerFailure } from "./answer.ts";
import { presentLink } from "./present-document.ts";
import { presentEarlier } from "./present-lineage.ts";
import { presentTask } from "./present-task.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";

/** Joining two tasks that turned out to be one, and parting them again. */
export function addTaskJoinRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addLooks(app, deps);
  addDeeds(app, deps);
}

function addLooks(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const middleware = forActors(deps);
  const show = createRoute({
    ...{ method: "get", path: apiPaths.taskJoins, summary: "Tasks that went into this one" },
    ...{ middleware, request: { params: recordId }, responses: answers("The latest first", joinsAnswer) },
  });
  app.openapi(show, async (c) => {
    const joins = await showJoins(c.var.actor, c.req.valid("param").id, deps.register);
    if (!joins.ok) return answerFailure(c, joins.failure);
    const shown: JoinsAnswer["joins"] = joins.value.map(({ into: _, ...join }) => ({
      ...{ ...join, at: join.at.toISOString(), document: presentLink(join.document) },
      because: join.because && presentLink(join.because),
    }));
    return c.json({ joins: shown }, 200);
  });
  const candidates = createRoute({
    ...{ method: "get", path: apiPaths.joinCandidates, summary: "Tasks that may be the same as this one" },
    ...{
      middleware,
      request: { params: recordId },
      responses: answers("The likeliest first", joinCandidates),
    },
  });
  app.openapi(candidates, async (c) => {
    const found = await findJoinCandidates(c.var.actor, c.req.valid("param").id, deps.register);
    if (!found.ok) return answerFailure(c, found.failure);
    const tasks = found.value.map(({ earlier, score, reasons }) => ({
      ...{ task: presentEarlier(earlier), score, reasons },
    }));
    return c.json({ tasks }, 200);
  });
  const preview = createRoute({
    ...{ method: "get", path: apiPaths.joinPreview, summary: "What joining with another would make of both" },
    request: { params: recordId, query: joinPreviewQuery },
    ...{ middleware, responses: answers("Both as they are, and what would be", joinPreview) },
  });
  app.openapi(preview, async (c) => {
    const { id } = c.req.valid("param");
    const { other = id, words = "" } = c.req.valid("query");
    const request = { one: id, other, words };
    const shown = await previewJoin(c.var.actor, request, deps.register);
    return shown.ok ? c.json(presentJoin(shown.value), 200) : answerFailure(c, shown.failure);
  });
}

function addDeeds(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const middleware = forActors(deps);
  const join = createRoute({
    ...{ method: "post", path: apiPaths.taskJoins, summary: "Join with another task: the two are one" },
    ...{ middleware, request: { params: recordId, body: jsonBody(joinRequest) } },
    responses: answers("The task that goes on", taskAnswer),
  });
  app.openapi(join, async (c) => {
    const { version, other, otherVersion, words } = c.req.valid("json");
    const request = {
      ...{
        one: { id: c.req.valid("param").id, version },
        other: { id: other, version: otherVersion },
        words,
      },
    };
    const shown = await joinTasks(c.var.actor, request, deps.register);
    return shown.ok
      ? c.json(presentTask(shown.value.task, shown.value.rules), 200)
      : answerFailure(c, shown.failure);
  });
  const part = createRoute({
    ...{ method: "delete", path: apiPaths.taskJoin, summary: "Part two tasks again that were joined" },
    ...{ middleware, request: { params: recordId }, responses: answers("Both tasks", partedAnswer) },
  });
  app.openapi(part, async (c) => {
    const parted = await undoJoin(c.var.actor, c.req.valid("param").id, deps.register);
    return parted.ok ? c.json(parted.value, 200) : answerFailure(c, parted.failure);
  });
}

function presentJoin({ kept, gone, plan, rules }: JoinPreview): JoinPreviewAnswer {
  const names = new Set([...kept.duties, ...gone.duties].map(({ name }) => name));
  const met = new Set(plan.duties.map((duty) => duty.gone));
  const into = new Map(plan.occurrences.map((one) => [one.gone, one]));
  const dueOf = (side: JoinPreview["kept"], id: string) =>
    side.task.occurrences.find((one) => one.id === id)?.dueOn ?? null;
  return {
    ...{ kept: presentTask(kept.task, rules), gone: presentTask(gone.task, rules) },
    timeWords: plan.change.after.timeWords,
    addressees: plan.addressees.flatMap((at) => gone.task.addressees[at]?.name ?? []),
    occurrences: plan.occurrences.map((one) => ({
      ...{ key: one.days.key, keptDue: dueOf(kept, one.kept), goneDue: dueOf(gone, one.gone) },
      ...{ dueOn: one.days.dueOn, firstDueOn: one.firstDueOn, doneOn: one.standing.doneOn },
    })),
    coming: gone.task.occurrences.flatMap(({ id, key, dueOn }) => (into.has(id) ? [] : [{ key, dueOn }])),
    units: [...names].map((name) => ({
      name,
      kept: kept.duties.filter((duty) => duty.name === name).length,
      gone: gone.duties.filter((duty) => duty.name === name).length,
      met: gone.duties.filter((duty) => duty.name === name && met.has(duty.id)).length,
    })),
  };
}
