import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { recordId } from "../contract/document.ts";
import { apiPaths } from "../contract/paths.ts";
import { type ScanLine, scanDone, scanRetried, scanRetry, scansAnswer } from "../contract/scan.ts";
import type { Result } from "../domain/basics/result.ts";
import type { Language } from "../domain/language/language.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import {
  cancelScan,
  declareScan,
  removeScan,
  retryScan,
  type ShownScan,
  showScans,
} from "../operations/list-scans.ts";
import { answerFailure, languageOf, presentFailure } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { actorNeeded } from "./guard.ts";
import { presentOutcome } from "./present-document.ts";
import { answers, jsonBody } from "./register-route.ts";

type Dependencies = Pick<AppDependencies, "accounts" | "register">;

/** /api/scans: scans on their way into the register, and what people do with them. */
export function addScanRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const list = createRoute({
    ...{ method: "get", path: apiPaths.scans, summary: "Scans on their way into the register" },
    middleware: [actorNeeded(deps)] as const,
    responses: answers("The newest first", scansAnswer),
  });
  app.openapi(list, async (c) => {
    const shown = await showScans(c.var.actor, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const language = languageOf(c);
    return c.json({ scans: shown.value.map((scan) => presentScan(scan, language)) }, 200);
  });
  const retry = createRoute({
    ...{ method: "post", path: apiPaths.scanRetry, summary: "Read a scan that ended once more" },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId, body: jsonBody(scanRetry) },
    responses: answers("The scan that takes its place", scanRetried),
  });
  app.openapi(retry, async (c) => {
    const { force } = c.req.valid("json");
    const retried = await retryScan(c.var.actor, { id: c.req.valid("param").id, force }, deps.register);
    return retried.ok ? c.json(retried.value, 200) : answerFailure(c, retried.failure);
  });
  addChange(app, deps, {
    ...{ method: "post", path: apiPaths.scanCancel, summary: "Call a scan off", change: cancelScan },
  });
  addChange(app, deps, {
    ...{ method: "post", path: apiPaths.scanDeclaration, change: declareScan },
    summary: "Declare that a scan whose head cannot be read holds no state secrets",
  });
  addChange(app, deps, {
    ...{ method: "delete", path: apiPaths.scan, change: removeScan },
    summary: "Take the line of a scan that ended off the list",
  });
}

interface Change {
  readonly method: "post" | "delete";
  readonly path: string;
  readonly summary: string;
  readonly change: (actor: Actor, id: string, world: Dependencies["register"]) => Promise<Result<null>>;
}

function addChange(app: OpenAPIHono, deps: Dependencies, { method, path, summary, change }: Change): void {
  const route = createRoute({
    ...{ method, path, summary },
    middleware: [actorNeeded(deps)] as const,
    request: { params: recordId },
    responses: answers("Done", scanDone),
  });
  app.openapi(route, async (c) => {
    const changed = await change(c.var.actor, c.req.valid("param").id, deps.register);
    return changed.ok ? c.json({}, 200) : answerFailure(c, changed.failure);
  });
}

export function presentScan(
  { id, files, sentAt, own, canRetry, step }: ShownScan,
  language: Language,
): ScanLine {
  const line = { id, files: [...files], sentAt: sentAt.toISOString(), own, canRetry };
  switch (step.kind) {
    case "undeclared":
      return { ...line, step: { kind: "undeclared", until: step.until.toISOString() } };
    case "done":
      return {
        ...line,
        // A signed document that was kept stands in the list of those.
        step: {
          kind: "done",
          lines: step.outcomes.flatMap((outcome) =>
            outcome.outcome === "kept" ? [] : [presentOutcome(outcome, language)],
          ),
        },
      };
    case "failed":
      return { ...line, step: { kind: "failed", ...presentFailure(step.failure, language) } };
    default:
      return { ...line, step };
  }
}
