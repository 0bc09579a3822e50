import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { reviewAnswer } from "../contract/review.ts";
import {
  markedAnswer,
  shownUnplaced,
  skipRequest,
  undoUnplacedRequest,
  unplacedAnswer,
  unplacedKey,
  unplacedQuery,
} from "../contract/unplaced.ts";
import type { UnplacedFilter } from "../domain/duty/unplaced.ts";
import { listUnplaced, showUnplaced } from "../operations/list-unplaced.ts";
import { placeUnplaced, skipUnplaced, undoUnplaced } from "../operations/mark-unplaced.ts";
import { answerFailure } from "./answer.ts";
import { presentChange } from "./present-document.ts";
import { presentShownUnplaced, presentUnplaced, readAfter } from "./present-unplaced.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";

/** Parts of a page when none are asked for. */
const usualLimit = 100;

const byPosition = z.object({ id: z.uuid(), position: z.coerce.number().int().min(0).max(10_000_000) });

/** What readings left out: /api/unplaced, one part with its words, and what a person says of parts. */
export function addUnplacedRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addLists(app, deps);
  addMarks(app, deps);
}

function addLists(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const list = createRoute({
    ...{ method: "get", path: apiPaths.unplaced, summary: "What readings left out, page by page" },
    middleware: forActors(deps),
    request: { query: unplacedQuery },
    responses: answers("One page with its counts", unplacedAnswer),
  });
  app.openapi(list, async (c) => {
    const { document = null, kind = "look", code = null, mark = "open", ...page } = c.req.valid("query");
    const filter: UnplacedFilter = { document, kind: kind === "all" ? null : kind, code, mark };
    const request = {
      ...{ filter, after: page.after === undefined ? null : readAfter(page.after) },
      limit: page.limit ?? usualLimit,
    };
    const shown = await listUnplaced(c.var.actor, request, deps.register);
    return shown.ok ? c.json(presentUnplaced(shown.value, filter), 200) : answerFailure(c, shown.failure);
  });
  const one = createRoute({
    ...{ method: "get", path: apiPaths.documentUnplaced, summary: "One part that a reading left out" },
    middleware: forActors(deps),
    request: { params: byPosition },
    responses: answers("The part with all its words", shownUnplaced),
  });
  app.openapi(one, async (c) => {
    const { id: document, position } = c.req.valid("param");
    const shown = await showUnplaced(c.var.actor, { document, position }, deps.register);
    return shown.ok ? c.json(presentShownUnplaced(shown.value), 200) : answerFailure(c, shown.failure);
  });
}

function addMarks(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const skip = createRoute({
    ...{ method: "post", path: apiPaths.unplacedMarks, summary: "Looked at, and nothing to follow" },
    middleware: forActors(deps),
    request: { body: jsonBody(skipRequest) },
    responses: answers("How many were marked", markedAnswer),
  });
  app.openapi(skip, async (c) => {
    const marked = await skipUnplaced(c.var.actor, c.req.valid("json"), deps.register);
    return marked.ok ? c.json({ marked: marked.value }, 200) : answerFailure(c, marked.failure);
  });
  const undo = createRoute({
    ...{ method: "delete", path: apiPaths.unplacedMarks, summary: "Take back what was said of parts" },
    middleware: forActors(deps),
    request: { body: jsonBody(undoUnplacedRequest) },
    responses: answers("How many are open again", markedAnswer),
  });
  app.openapi(undo, async (c) => {
    const undone = await undoUnplaced(c.var.actor, c.req.valid("json").parts, deps.register);
    return undone.ok ? c.json({ marked: undone.value }, 200) : answerFailure(c, undone.failure);
  });
  const place = createRoute({
    ...{ method: "post", path: apiPaths.unplacedTask, summary: "Make a finding of a part, to be reviewed" },
    middleware: forActors(deps),
    request: { body: jsonBody(unplacedKey) },
    responses: answers("The new finding", reviewAnswer),
  });
  app.openapi(place, async (c) => {
    const placed = await placeUnplaced(c.var.actor, c.req.valid("json"), deps.register);
    return placed.ok ? c.json(presentChange(placed.value), 200) : answerFailure(c, placed.failure);
  });
}
