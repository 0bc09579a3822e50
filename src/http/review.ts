import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { recordId } from "../contract/document.ts";
import { apiPaths } from "../contract/paths.ts";
import {
  addRequest,
  decisionRequest,
  editRequest,
  findingsAnswer,
  mergeRequest,
  reviewAnswer,
  splitRequest,
  undoRequest,
} from "../contract/review.ts";
import type { Result } from "../domain/basics/result.ts";
import { acceptClear, decideFinding, undoDecision } from "../operations/accept-findings.ts";
import { addFinding, editFinding } from "../operations/review-edit.ts";
import { type ReviewChange, showFindings } from "../operations/review-findings.ts";
import { mergeIntoOne, splitIntoParts } from "../operations/review-parts.ts";
import { answerFailure, refuse } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { actorNeeded } from "./guard.ts";
import { presentChange, presentReview } from "./present-document.ts";
import { answers, jsonBody } from "./register-route.ts";

type Dependencies = Pick<AppDependencies, "accounts" | "register">;

const bodyOfReview = bodyLimit({
  maxSize: 2 * 1024 * 1024,
  onError: (c) => refuse(c, "server.bad-request", { part: "body" }),
});

/** /api/documents/:id/findings and /api/findings: what was read, and what people make of it. */
export function addReviewRoutes(app: OpenAPIHono, deps: Dependencies): void {
  app.use("/api/findings/*", bodyOfReview);
  app.use("/api/documents/:id/findings", bodyOfReview);
  addDocumentReview(app, deps);
  addEditing(app, deps);
  addDeciding(app, deps);
  addParts(app, deps);
}

/** Answers a step of a review: what it changed, or why not. */
export function answerChange(c: Context, changed: Result<ReviewChange>) {
  return changed.ok ? c.json(presentChange(changed.value), 200) : answerFailure(c, changed.failure);
}

function addDocumentReview(app: OpenAPIHono, deps: Dependencies): void {
  const show = createRoute({
    ...{ method: "get", path: apiPaths.documentFindings, summary: "The findings of a document" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId },
    responses: answers("In the order of the document", findingsAnswer),
  });
  app.openapi(show, async (c) => {
    const shown = await showFindings(c.var.actor, c.req.valid("param").id, deps.register);
    return shown.ok ? c.json(presentReview(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const accept = createRoute({
    ...{ method: "post", path: apiPaths.documentAcceptClear },
    summary: "Accept every undecided finding without doubt and with nothing unclear",
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId },
    responses: answers("What was accepted", reviewAnswer),
  });
  app.openapi(accept, async (c) =>
    answerChange(c, await acceptClear(c.var.actor, c.req.valid("param").id, deps.register)),
  );
}

function addEditing(app: OpenAPIHono, deps: Dependencies): void {
  const add = createRoute({
    ...{ method: "post", path: apiPaths.documentFindings, summary: "Add a finding that the reading missed" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId, body: jsonBody(addRequest) },
    responses: answers("The new finding", reviewAnswer),
  });
  app.openapi(add, async (c) => {
    const { task: change, after = null } = c.req.valid("json");
    const { id } = c.req.valid("param");
    return answerChange(c, await addFinding(c.var.actor, id, { change, after }, deps.register));
  });
  const edit = createRoute({
    ...{ method: "patch", path: apiPaths.finding, summary: "Change fields of an undecided finding" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId, body: jsonBody(editRequest) },
    responses: answers("The finding as it is now", reviewAnswer),
  });
  app.openapi(edit, async (c) => {
    const { version, edited } = c.req.valid("json");
    const seen = { id: c.req.valid("param").id, version };
    return answerChange(c, await editFinding(c.var.actor, seen, edited, deps.register));
  });
}

function addDeciding(app: OpenAPIHono, deps: Dependencies): void {
  const decide = createRoute({
    ...{
      method: "post",
      path: apiPaths.findingDecision,
      summary: "Accept a finding, keep it as general, drop it",
    },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId, body: jsonBody(decisionRequest) },
    responses: answers("The decided finding", reviewAnswer),
  });
  app.openapi(decide, async (c) => {
    const { version, decision, reason = null } = c.req.valid("json");
    const seen = { id: c.req.valid("param").id, version };
    return answerChange(c, await decideFinding(c.var.actor, seen, { decision, reason }, deps.register));
  });
  const undo = createRoute({
    ...{ method: "delete", path: apiPaths.findingDecision, summary: "Open a decided finding again" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId, body: jsonBody(undoRequest) },
    responses: answers("What was opened, and what is gone", reviewAnswer),
  });
  app.openapi(undo, async (c) => {
    const seen = { id: c.req.valid("param").id, version: c.req.valid("json").version };
    return answerChange(c, await undoDecision(c.var.actor, seen, deps.register));
  });
}

function addParts(app: OpenAPIHono, deps: Dependencies): void {
  const split = createRoute({
    ...{ method: "post", path: apiPaths.findingSplit, summary: "Split a finding into parts" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId, body: jsonBody(splitRequest) },
    responses: answers("The split finding and its parts", reviewAnswer),
  });
  app.openapi(split, async (c) => {
    const { version, parts } = c.req.valid("json");
    const seen = { id: c.req.valid("param").id, version };
    return answerChange(c, await splitIntoParts(c.var.actor, seen, parts, deps.register));
  });
  const merge = createRoute({
    ...{ method: "post", path: apiPaths.findingsMerge, summary: "Merge findings of one document into one" },
    middleware: [actorNeeded(deps)] as const,
    request: { body: jsonBody(mergeRequest) },
    responses: answers("The merged findings and what they became", reviewAnswer),
  });
  app.openapi(merge, async (c) => {
    const { findings, edited = {} } = c.req.valid("json");
    return answerChange(c, await mergeIntoOne(c.var.actor, findings, edited, deps.register));
  });
}
