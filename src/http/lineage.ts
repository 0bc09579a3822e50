import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { recordId } from "../contract/document.ts";
import {
  answersOutcome,
  answersTakenBack,
  carryOverRequest,
  questionAnswerRequest,
  questionsAnswer,
} from "../contract/document-questions.ts";
import {
  documentNoteRequest,
  documentRefusalRequest,
  documentTies,
  lineageAnswer,
  lineageProposals,
  linkRequest,
  unlinkRequest,
} from "../contract/lineage.ts";
import { apiPaths } from "../contract/paths.ts";
import { reviewAnswer } from "../contract/review.ts";
import { carryOver, takeAnswersBack } from "../operations/carry-over.ts";
import { answerQuestion, showQuestions } from "../operations/document-questions.ts";
import { linkFinding, refuseLink, unlinkFinding } from "../operations/link-finding.ts";
import { noteDocument, refuseDocumentLink, removeNote } from "../operations/note-document.ts";
import { proposeLineage } from "../operations/propose-lineage.ts";
import { showDocumentTies, showLineage } from "../operations/show-lineage.ts";
import { answerFailure, languageOf } from "./answer.ts";
import {
  presentLineage,
  presentOutcome,
  presentProposals,
  presentQuestions,
  presentTies,
} from "./present-lineage.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { answerChange } from "./review.ts";

/** Lineage: links that are proposed at review, what people make of them, and the chain of a task. */
export function addLineageRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addFindingLinks(app, deps);
  addDocumentLinks(app, deps);
  addChain(app, deps);
  addQuestions(app, deps);
  addTies(app, deps);
}

function addFindingLinks(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const middleware = forActors(deps);
  const link = createRoute({
    ...{
      method: "post",
      path: apiPaths.findingLinks,
      summary: "Confirm that a finding gives an earlier task again",
    },
    middleware,
    request: { params: recordId, body: jsonBody(linkRequest) },
    responses: answers("The linked finding", reviewAnswer),
  });
  app.openapi(link, async (c) => {
    const { version, task, kind, content = null, withdraw = false } = c.req.valid("json");
    const seen = { id: c.req.valid("param").id, version };
    return answerChange(
      c,
      await linkFinding(c.var.actor, seen, { task, kind, content, withdraw }, deps.register),
    );
  });
  const unlink = createRoute({
    ...{ method: "delete", path: apiPaths.findingLinks, summary: "Take a link of a finding back" },
    middleware,
    request: { params: recordId, body: jsonBody(unlinkRequest) },
    responses: answers("The finding as it is now", reviewAnswer),
  });
  app.openapi(unlink, async (c) => {
    const { version, task } = c.req.valid("json");
    const seen = { id: c.req.valid("param").id, version };
    return answerChange(c, await unlinkFinding(c.var.actor, seen, task, deps.register));
  });
  const refuse = createRoute({
    ...{ method: "post", path: apiPaths.findingRefusals, summary: "Say that a proposed link is wrong" },
    middleware,
    request: { params: recordId, body: jsonBody(unlinkRequest) },
    responses: answers("Nothing of the finding changed", reviewAnswer),
  });
  app.openapi(refuse, async (c) => {
    const { version, task } = c.req.valid("json");
    const seen = { id: c.req.valid("param").id, version };
    return answerChange(c, await refuseLink(c.var.actor, seen, task, deps.register));
  });
}

function addDocumentLinks(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const middleware = forActors(deps);
  const responses = answers("Proposed links, those of the whole document first", lineageProposals);
  const show = createRoute({
    ...{ method: "get", path: apiPaths.documentLineage },
    summary: "Earlier tasks that a document under review may give again",
    ...{ middleware, request: { params: recordId }, responses },
  });
  app.openapi(show, async (c) => {
    const shown = await proposeLineage(c.var.actor, c.req.valid("param").id, deps.register);
    return shown.ok ? c.json(presentProposals(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const note = createRoute({
    ...{ method: "post", path: apiPaths.documentLineage, summary: "Confirm a link of the whole document" },
    ...{ middleware, request: { params: recordId, body: jsonBody(documentNoteRequest) }, responses },
  });
  app.openapi(note, async (c) => {
    const left = await noteDocument(c.var.actor, c.req.valid("param").id, c.req.valid("json"), deps.register);
    return left.ok ? c.json(presentProposals(left.value), 200) : answerFailure(c, left.failure);
  });
  const refuse = createRoute({
    ...{ method: "post", path: apiPaths.documentRefusals },
    summary: "Say that a link proposed for the whole document is wrong",
    ...{ middleware, request: { params: recordId, body: jsonBody(documentRefusalRequest) }, responses },
  });
  app.openapi(refuse, async (c) => {
    const { task } = c.req.valid("json");
    const left = await refuseDocumentLink(c.var.actor, c.req.valid("param").id, task, deps.register);
    return left.ok ? c.json(presentProposals(left.value), 200) : answerFailure(c, left.failure);
  });
}

function addChain(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const middleware = forActors(deps);
  const show = createRoute({
    ...{
      method: "get",
      path: apiPaths.taskLineage,
      summary: "The directives of a task as a chain of dated notes",
    },
    ...{ middleware, request: { params: recordId }, responses: answers("Oldest first", lineageAnswer) },
  });
  app.openapi(show, async (c) => {
    const shown = await showLineage(c.var.actor, c.req.valid("param").id, deps.register);
    return shown.ok ? c.json(presentLineage(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const remove = createRoute({
    ...{ method: "delete", path: apiPaths.lineageNote },
    summary: "Take a note of a whole document or a paper out of a chain",
    middleware,
    request: { params: recordId },
    responses: answers("The chain without it", lineageAnswer),
  });
  app.openapi(remove, async (c) => {
    const left = await removeNote(c.var.actor, c.req.valid("param").id, deps.register);
    return left.ok ? c.json(presentLineage(left.value), 200) : answerFailure(c, left.failure);
  });
}

function addTies(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const show = createRoute({
    ...{ method: "get", path: apiPaths.documentTies },
    summary: "What a document does to tasks of others, and what later documents do to its own",
    middleware: forActors(deps),
    request: { params: recordId },
    responses: answers("In the order of their days", documentTies),
  });
  app.openapi(show, async (c) => {
    const shown = await showDocumentTies(c.var.actor, c.req.valid("param").id, deps.register);
    return shown.ok ? c.json(presentTies(shown.value), 200) : answerFailure(c, shown.failure);
  });
}

function addQuestions(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const middleware = forActors(deps);
  const responses = answers("Questions that nobody has answered", questionsAnswer);
  const show = createRoute({
    ...{ method: "get", path: apiPaths.documentQuestions },
    summary: "Tasks half done of a replaced document, and orders that dropped out of a plan",
    ...{ middleware, request: { params: recordId }, responses },
  });
  app.openapi(show, async (c) => {
    const shown = await showQuestions(c.var.actor, c.req.valid("param").id, deps.register);
    return shown.ok ? c.json(presentQuestions(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const answer = createRoute({
    ...{ method: "post", path: apiPaths.documentQuestions, summary: "Keep or withdraw such a task" },
    ...{ middleware, request: { params: recordId, body: jsonBody(questionAnswerRequest) }, responses },
  });
  const outcome = answers("What became of each, and what is still asked", answersOutcome);
  const carry = createRoute({
    ...{ method: "post", path: apiPaths.documentCarries },
    summary: "Carry half-done tasks of a replaced document over to tasks of this one",
    ...{ middleware, request: { params: recordId, body: jsonBody(carryOverRequest) }, responses: outcome },
  });
  app.openapi(carry, async (c) => {
    const { pairs } = c.req.valid("json");
    const carried = await carryOver(c.var.actor, c.req.valid("param").id, pairs, deps.register);
    return carried.ok
      ? c.json(presentOutcome(carried.value, languageOf(c)), 200)
      : answerFailure(c, carried.failure);
  });
  const back = createRoute({
    ...{ method: "delete", path: apiPaths.documentQuestions, summary: "Take answers back" },
    ...{ middleware, request: { params: recordId, body: jsonBody(answersTakenBack) }, responses: outcome },
  });
  app.openapi(back, async (c) => {
    const { answers: given } = c.req.valid("json");
    const taken = await takeAnswersBack(c.var.actor, c.req.valid("param").id, given, deps.register);
    return taken.ok
      ? c.json(presentOutcome(taken.value, languageOf(c)), 200)
      : answerFailure(c, taken.failure);
  });
  app.openapi(answer, async (c) => {
    const { id } = c.req.valid("param");
    const left = await answerQuestion(c.var.actor, id, c.req.valid("json"), deps.register);
    return left.ok ? c.json(presentQuestions(left.value), 200) : answerFailure(c, left.failure);
  });
}
