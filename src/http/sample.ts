import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { apiPaths } from "../contract/paths.ts";
import {
  clearedSampleAnswer,
  clearSampleRequest,
  type SampleAnswer,
  sampleAnswer,
} from "../contract/sample.ts";
import { clearSample } from "../operations/clear-sample.ts";
import { type ShownSample, showSample } from "../operations/sample.ts";
import { answerFailure, languageOf, presentFailure, refuse } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import type { ActorEnv } from "./guard.ts";
import { presentLink } from "./present-document.ts";
import { answers, forActors, jsonBody } from "./register-route.ts";

type Dependencies = Pick<AppDependencies, "accounts" | "register" | "sample">;

/** The sample: /api/sample says what there is, fills an empty register in the background, and clears it. */
export function addSampleRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shared = { path: apiPaths.sample, middleware: forActors(deps) };
  const showRoute = createRoute({
    ...{ method: "get", ...shared, summary: "Is the register a sample, and how far is its filling?" },
    responses: answers("The sample", sampleAnswer),
  });
  app.openapi(showRoute, async (c) => {
    const shown = await showSample(c.var.actor, deps.register);
    return shown.ok ? c.json(present(c, shown.value, deps), 200) : answerFailure(c, shown.failure);
  });
  const fillRoute = createRoute({
    ...{ method: "post", ...shared, summary: "Fill an empty register with the sample; goes on by itself" },
    responses: answers("The sample", sampleAnswer),
  });
  app.openapi(fillRoute, async (c) => {
    const begun = await deps.sample.begin(c.var.actor);
    if (!begun.ok) return answerFailure(c, begun.failure);
    const shown = await showSample(c.var.actor, deps.register);
    return shown.ok ? c.json(present(c, shown.value, deps), 200) : answerFailure(c, shown.failure);
  });
  const clearRoute = createRoute({
    ...{ method: "delete", ...shared, summary: "Empty a register that holds the sample" },
    request: { body: jsonBody(clearSampleRequest) },
    responses: answers("What went", clearedSampleAnswer),
  });
  app.openapi(clearRoute, async (c) => {
    if (deps.sample.now().progress) return refuse(c, "register.sample-filling");
    const cleared = await clearSample(c.var.actor, c.req.valid("json"), deps.register);
    if (!cleared.ok) return answerFailure(c, cleared.failure);
    const { documents, tasks, files } = cleared.value;
    return c.json({ documents, tasks, files }, 200);
  });
}

function present(
  c: Context<ActorEnv>,
  { state, documents, tasks, own }: ShownSample,
  { sample }: Dependencies,
): SampleAnswer {
  const { progress, failure } = sample.now();
  return {
    state: state === "begun" ? (progress ? "filling" : "stopped") : state,
    offered: state === "none" && documents === 0 && c.var.actor.province === sample.province,
    progress: progress && { step: progress.step, done: progress.done, of: progress.of },
    error: failure && presentFailure(failure, languageOf(c)).error,
    ...{ documents, tasks, own: own.map(presentLink) },
  };
}
