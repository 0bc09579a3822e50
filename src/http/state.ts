import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { type ProgramStateAnswer, programStateAnswer } from "../contract/state.ts";
import { sayFailure } from "../domain/language/failures.ts";
import type { Language } from "../domain/language/language.ts";
import { languageOf } from "./answer.ts";
import type { AppDependencies, ProgramState } from "./dependencies.ts";
import { sessionNeeded } from "./guard.ts";

function stateRoute(deps: AppDependencies) {
  return createRoute({
    method: "get",
    path: apiPaths.state,
    summary: "The state of the program",
    middleware: [sessionNeeded(deps)] as const,
    responses: {
      200: { description: "The state", content: { "application/json": { schema: programStateAnswer } } },
    },
  });
}

/** GET /api/state, and GET /healthz for those who watch the machine: it says only whether the program answers. */
export function addStateRoutes(app: OpenAPIHono, deps: AppDependencies): void {
  app.openapi(stateRoute(deps), async (c) =>
    c.json(presentState(await deps.checkProgram(), deps, languageOf(c)), 200),
  );
  app.get(apiPaths.health, (c) => c.json({ status: "ok" }));
}

function presentState(
  state: ProgramState,
  { version, clock }: Pick<AppDependencies, "version" | "clock">,
  language: Language,
): ProgramStateAnswer {
  const { kind, reachable, version: databaseVersion, sizeBytes } = state.database;
  return {
    version,
    now: clock().toISOString(),
    database: { kind, reachable, version: databaseVersion, sizeBytes },
    dataFolder: state.dataFolder,
    freeBytes: state.freeBytes,
    recogniser: state.recogniser,
    concerns: state.concerns.map((concern) => ({
      code: concern.code,
      detail: { ...concern.detail },
      message: sayFailure(concern, language),
    })),
  };
}
