import { Readable } from "node:stream";
import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import {
  documentAnswer,
  documentsAnswer,
  documentsQuery,
  filePosition,
  importAnswer,
  importQuery,
  recordId,
  sourceAnswer,
} from "../contract/document.ts";
import { readLimits } from "../contract/limits.ts";
import { apiPaths } from "../contract/paths.ts";
import { copySearchable } from "../operations/copy-searchable.ts";
import { listDocuments } from "../operations/list-documents.ts";
import { receiveDocuments } from "../operations/receive-documents.ts";
import { openDocumentFile, showDocument, showSource } from "../operations/show-document.ts";
import { answerFailure, languageOf, refuse } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { actorNeeded } from "./guard.ts";
import { presentDocument, presentLine, presentOutcome } from "./present-document.ts";
import { presentBlock } from "./present-reading.ts";
import { answers, fileAnswer, fileHeaders } from "./register-route.ts";
import { filesBody, receiveFiles, type UploadLimits } from "./upload.ts";

/** Uploads held in memory at the same time; each may bring as much as the limits say. */
const mostAtOnce = 4;

/** Lines of a page when the request names no number. */
const usualPage = 50;

type Dependencies = Pick<AppDependencies, "accounts" | "register">;

/** /api/documents: import, list, one document, its source and its files. */
export function addDocumentRoutes(
  app: OpenAPIHono,
  deps: Dependencies,
  limits: UploadLimits = readLimits,
): void {
  addImportRoute(app, deps, limits);
  addListRoute(app, deps);
  addOneRoutes(app, deps);
  addFileRoutes(app, deps);
}

function importRoute(deps: Dependencies) {
  return createRoute({
    ...{ method: "post", path: apiPaths.documents, summary: "Import files as documents to be reviewed" },
    middleware: [actorNeeded(deps)] as const,
    request: {
      query: importQuery,
      body: filesBody,
    },
    responses: answers("One line for each document, and each file that made none", importAnswer),
  });
}

function addImportRoute(app: OpenAPIHono, deps: Dependencies, limits: UploadLimits): void {
  let underWay = 0;
  app.openapi(importRoute(deps), async (c) => {
    if (underWay >= mostAtOnce) return refuse(c, "server.busy");
    underWay++;
    try {
      const files = await receiveFiles(c.req.raw, limits);
      if (!files.ok) return answerFailure(c, files.failure);
      const { together, force = "", declaredOpen } = c.req.valid("query");
      const request = {
        ...{ files: files.value, together: together === "true", signal: c.req.raw.signal },
        force: new Set(force.split(",").filter((key) => key !== "")),
        declaredOpen: declaredOpen === "true",
      };
      const outcomes = await receiveDocuments(c.var.actor, request, deps.register);
      if (!outcomes.ok) return answerFailure(c, outcomes.failure);
      const language = languageOf(c);
      return c.json({ lines: outcomes.value.map((outcome) => presentOutcome(outcome, language)) }, 200);
    } finally {
      underWay--;
    }
  });
}

function addListRoute(app: OpenAPIHono, deps: Dependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.documents, summary: "Documents of the register, page by page" },
    middleware: [actorNeeded(deps)] as const,
    request: { query: documentsQuery },
    responses: answers("One page", documentsAnswer),
  });
  app.openapi(route, async (c) => {
    const { q, kind, year, state, record, sort, after, limit } = c.req.valid("query");
    const request = {
      filter: {
        ...{ words: q ?? null, kind: kind ?? null, year: year ?? null },
        ...{ state: state ?? null, record: record ?? null },
      },
      ...{ order: sort ?? ("-issued" as const), after: after ?? null, limit: limit ?? usualPage },
    };
    const page = await listDocuments(c.var.actor, request, deps.register);
    if (!page.ok) return answerFailure(c, page.failure);
    const { lines, total, next, kinds, years, toReview } = page.value;
    return c.json({ documents: lines.map(presentLine), total, next, kinds, years, toReview }, 200);
  });
}

function addOneRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const one = createRoute({
    ...{ method: "get", path: apiPaths.document, summary: "One document with its citations and tasks" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId },
    responses: answers("The document", documentAnswer),
  });
  app.openapi(one, async (c) => {
    const shown = await showDocument(c.var.actor, c.req.valid("param").id, deps.register);
    return shown.ok ? c.json(presentDocument(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const source = createRoute({
    ...{ method: "get", path: apiPaths.documentSource, summary: "The laid-out text of a document" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId },
    responses: answers("The text", sourceAnswer),
  });
  app.openapi(source, async (c) => {
    const blocks = await showSource(c.var.actor, c.req.valid("param").id, deps.register);
    if (!blocks.ok) return answerFailure(c, blocks.failure);
    return c.json({ source: blocks.value.map(presentBlock) }, 200);
  });
}

function addFileRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.documentFile, summary: "A file of a document, as it was sent" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: filePosition },
    responses: fileAnswer,
  });
  app.openapi(route, async (c) => {
    const opened = await openDocumentFile(c.var.actor, c.req.valid("param"), deps.register);
    if (!opened.ok) return answerFailure(c, opened.failure);
    const { file, content } = opened.value;
    return c.body(Readable.toWeb(content) as ReadableStream, 200, fileHeaders(file.name, file.size));
  });
  const copy = createRoute({
    ...{ method: "get", path: apiPaths.documentFileCopy, summary: "A scan as a PDF that can be searched" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: filePosition },
    responses: fileAnswer,
  });
  app.openapi(copy, async (c) => {
    const made = await copySearchable(c.var.actor, c.req.valid("param"), deps.register);
    if (!made.ok) return answerFailure(c, made.failure);
    const { name, content } = made.value;
    return c.body(Readable.toWeb(content) as ReadableStream, 200, fileHeaders(name, null));
  });
}
