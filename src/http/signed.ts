import { Readable } from "node:stream";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { filePosition, recordId } from "../contract/document.ts";
import { apiPaths } from "../contract/paths.ts";
import { scansAnswer } from "../contract/scan.ts";
import {
  signedAsideRequest,
  signedDone,
  signedListAnswer,
  signedMatchAnswer,
  signedMatchRequest,
  signedPaper,
  signedQuery,
  signedReceived,
  signedUploadQuery,
  signedVersion,
} from "../contract/signed.ts";
import { showScans } from "../operations/list-scans.ts";
import { matchSigned, putSignedAside, restoreSigned, unmatchSigned } from "../operations/match-signed.ts";
import { receiveSigned } from "../operations/receive-signed.ts";
import { listSigned, openSignedFile, showSigned } from "../operations/show-signed.ts";
import { answerFailure, languageOf, presentFailure } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { actorNeeded } from "./guard.ts";
import { presentPaper, presentReceived } from "./present-signed.ts";
import { answers, fileAnswer, fileHeaders, jsonBody } from "./register-route.ts";
import { presentScan } from "./scans.ts";
import { dayOf } from "./tasks.ts";
import { filesBody, receiveFiles, type UploadLimits } from "./upload.ts";

type Dependencies = Pick<AppDependencies, "accounts" | "register">;

/** So many signed documents are listed when none are asked for: each is compared with the duties of its unit. */
const usualLimit = 20;

/** /api/signed: signed documents that units send back, those that wait for a place and what they answer. */
export function addSignedRoutes(app: OpenAPIHono, deps: Dependencies, limits: UploadLimits): void {
  addListRoutes(app, deps);
  addUploadRoute(app, deps, limits);
  addFileRoute(app, deps);
  addMatchRoutes(app, deps);
  addAsideRoutes(app, deps);
}

function addListRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const { register } = deps;
  const list = createRoute({
    ...{
      method: "get",
      path: apiPaths.signed,
      summary: "Signed documents with the duties that they may answer",
    },
    middleware: [actorNeeded(deps)] as const,
    request: { query: signedQuery },
    responses: answers("The newest first", signedListAnswer),
  });
  app.openapi(list, async (c) => {
    const { state = "waiting", unit = null, limit = usualLimit } = c.req.valid("query");
    const found = await listSigned(c.var.actor, { state, unit, limit }, register);
    if (!found.ok) return answerFailure(c, found.failure);
    const { papers, counts } = found.value;
    const today = register.today();
    return c.json({ today, papers: papers.map((one) => presentPaper(one, today)), counts }, 200);
  });
  const scans = createRoute({
    ...{ method: "get", path: apiPaths.signedScans, summary: "Scans of signed documents on their way" },
    middleware: [actorNeeded(deps)] as const,
    responses: answers("The newest first", scansAnswer),
  });
  app.openapi(scans, async (c) => {
    const shown = await showScans(c.var.actor, register, { signed: true });
    if (!shown.ok) return answerFailure(c, shown.failure);
    const language = languageOf(c);
    return c.json({ scans: shown.value.map((scan) => presentScan(scan, language)) }, 200);
  });
  const one = createRoute({
    ...{ method: "get", path: apiPaths.signedOne, summary: "One signed document" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId },
    responses: answers("The document", signedPaper),
  });
  app.openapi(one, async (c) => {
    const shown = await showSigned(c.var.actor, c.req.valid("param").id, register);
    return shown.ok
      ? c.json(presentPaper(shown.value, register.today()), 200)
      : answerFailure(c, shown.failure);
  });
}

function addUploadRoute(app: OpenAPIHono, deps: Dependencies, limits: UploadLimits): void {
  const route = createRoute({
    ...{ method: "post", path: apiPaths.signed, summary: "Hand in signed documents that came back" },
    middleware: [actorNeeded(deps)] as const,
    request: { query: signedUploadQuery, body: filesBody },
    responses: answers("One line for each document, and each file that made none", signedReceived),
  });
  app.openapi(route, async (c) => {
    const files = await receiveFiles(c.req.raw, limits);
    if (!files.ok) return answerFailure(c, files.failure);
    const { unit = null, duty = null, declared } = c.req.valid("query");
    const request = {
      ...{ files: files.value, hint: { unit, duty, mail: null }, declaredOpen: declared === "1" },
      signal: c.req.raw.signal,
    };
    const received = await receiveSigned(c.var.actor, request, deps.register);
    if (!received.ok) return answerFailure(c, received.failure);
    const language = languageOf(c);
    return c.json({ lines: received.value.map((line) => presentReceived(line, language)) }, 200);
  });
}

function addFileRoute(app: OpenAPIHono, deps: Dependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.signedFile, summary: "A file of a signed document, as it was sent" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: filePosition },
    responses: fileAnswer,
  });
  app.openapi(route, async (c) => {
    const opened = await openSignedFile(c.var.actor, c.req.valid("param"), deps.register);
    if (!opened.ok) return answerFailure(c, opened.failure);
    const { name, size, content } = opened.value;
    return c.body(Readable.toWeb(content) as ReadableStream, 200, fileHeaders(name, size));
  });
}

function addMatchRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const match = createRoute({
    ...{
      method: "post",
      path: apiPaths.signedMatch,
      summary: "Confirm which duties a signed document answers",
    },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId, body: jsonBody(signedMatchRequest) },
    responses: answers("Which it answers, and which not and why", signedMatchAnswer),
  });
  app.openapi(match, async (c) => {
    const { version, on, ...given } = c.req.valid("json");
    const seen = { id: c.req.valid("param").id, version };
    const matched = await matchSigned(c.var.actor, seen, { ...given, on: dayOf(on) }, deps.register);
    if (!matched.ok) return answerFailure(c, matched.failure);
    const { answered, refused } = matched.value;
    const language = languageOf(c);
    const said = refused.map(({ id, failure }) => ({ id, failure: presentFailure(failure, language).error }));
    return c.json({ answered: [...answered], refused: said }, 200);
  });
  const back = createRoute({
    ...{ method: "delete", path: apiPaths.signedMatch, summary: "Take a match back" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId, body: jsonBody(signedVersion) },
    responses: answers("Done", signedDone),
  });
  app.openapi(back, async (c) => {
    const seen = { id: c.req.valid("param").id, version: c.req.valid("json").version };
    const done = await unmatchSigned(c.var.actor, seen, deps.register);
    return done.ok ? c.json({}, 200) : answerFailure(c, done.failure);
  });
}

function addAsideRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const aside = createRoute({
    ...{
      method: "post",
      path: apiPaths.signedAside,
      summary: "Put a signed document aside that answers nothing",
    },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId, body: jsonBody(signedAsideRequest) },
    responses: answers("Done", signedDone),
  });
  app.openapi(aside, async (c) => {
    const { version, reason } = c.req.valid("json");
    const seen = { id: c.req.valid("param").id, version };
    const done = await putSignedAside(c.var.actor, seen, reason, deps.register);
    return done.ok ? c.json({}, 200) : answerFailure(c, done.failure);
  });
  const back = createRoute({
    ...{
      method: "delete",
      path: apiPaths.signedAside,
      summary: "Let a signed document wait for its place again",
    },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId, body: jsonBody(signedVersion) },
    responses: answers("Done", signedDone),
  });
  app.openapi(back, async (c) => {
    const seen = { id: c.req.valid("param").id, version: c.req.valid("json").version };
    const done = await restoreSigned(c.var.actor, seen, deps.register);
    return done.ok ? c.json({}, 200) : answerFailure(c, done.failure);
  });
}
