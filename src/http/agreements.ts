import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  type ActionRequest,
  type AgreementAnswer,
  actionRequest,
  agreementAnswer,
  clauseOrderRequest,
  clauseRequest,
  evaluationRequest,
  proceedingRequest,
} from "../contract/agreement.ts";
import { apiPaths } from "../contract/paths.ts";
import type { Result } from "../domain/basics/result.ts";
import type { GivenAction } from "../domain/cooperation/agreement/proceeding.ts";
import {
  dropClause,
  dropEvaluation,
  evaluateAgreement,
  followClause,
  writeClause,
} from "../operations/agreement-clauses.ts";
import type { AgreementWorld } from "../operations/agreement-work.ts";
import {
  beginProceeding,
  recordAgreementAction,
  takeBackAgreementAction,
} from "../operations/record-agreement-action.ts";
import type { ReviewWorld } from "../operations/review-findings.ts";
import { type ShownAgreement, showAgreement } from "../operations/show-agreement.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

type Dependencies = RegisterRouteDependencies & { readonly register: AgreementWorld & ReviewWorld };

const life = answers("The life of the agreement as it stands", agreementAnswer);
const ofAgreement = { id: z.uuid() };

/** /api/agreements: what happened to an agreement, what it binds to, and what became of it. */
export function addAgreementRoutes(app: OpenAPIHono, deps: Dependencies): void {
  addLifeRoutes(app, deps);
  addClauseRoutes(app, deps);
  addEvaluationRoutes(app, deps);
}

function addLifeRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shared = { middleware: forActors(deps), responses: life };
  const show = createRoute({
    ...{ method: "get", path: apiPaths.agreement, summary: "The life of an agreement", ...shared },
    request: { params: z.object(ofAgreement) },
  });
  app.openapi(show, async (c) =>
    answerLife(c, await showAgreement(c.var.actor, c.req.valid("param").id, deps.register)),
  );
  const begin = createRoute({
    ...{ method: "post", path: apiPaths.agreementProceedings, summary: "Begin a proceeding", ...shared },
    request: { params: z.object(ofAgreement), body: jsonBody(proceedingRequest) },
  });
  app.openapi(begin, async (c) => {
    const { action, ...begun } = c.req.valid("json");
    const wanted = { ...begun, action: givenAction(action) };
    return answerLife(c, await beginProceeding(c.var.actor, c.req.valid("param").id, wanted, deps.register));
  });
  const record = createRoute({
    ...{ method: "post", path: apiPaths.agreementActions, summary: "Record what happened", ...shared },
    request: { params: z.object({ ...ofAgreement, proceeding: z.uuid() }), body: jsonBody(actionRequest) },
  });
  app.openapi(record, async (c) => {
    const action = givenAction(c.req.valid("json"));
    return answerLife(
      c,
      await recordAgreementAction(c.var.actor, c.req.valid("param"), action, deps.register),
    );
  });
  const takeBack = createRoute({
    ...{ method: "delete", path: apiPaths.agreementAction, summary: "Take an action back", ...shared },
    request: { params: z.object({ ...ofAgreement, action: z.uuid() }) },
  });
  app.openapi(takeBack, async (c) =>
    answerLife(c, await takeBackAgreementAction(c.var.actor, c.req.valid("param"), deps.register)),
  );
}

function addClauseRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shared = { middleware: forActors(deps), responses: life };
  const clause = z.object({ ...ofAgreement, clause: z.uuid() });
  const add = createRoute({
    ...{ method: "post", path: apiPaths.agreementClauses, summary: "Add a clause", ...shared },
    request: { params: z.object(ofAgreement), body: jsonBody(clauseRequest) },
  });
  app.openapi(add, async (c) => {
    const at = { id: c.req.valid("param").id, clause: null };
    return answerLife(c, await writeClause(c.var.actor, at, c.req.valid("json"), deps.register));
  });
  const change = createRoute({
    ...{ method: "put", path: apiPaths.agreementClause, summary: "Write a clause anew", ...shared },
    request: { params: clause, body: jsonBody(clauseRequest) },
  });
  app.openapi(change, async (c) =>
    answerLife(c, await writeClause(c.var.actor, c.req.valid("param"), c.req.valid("json"), deps.register)),
  );
  const drop = createRoute({
    ...{ method: "delete", path: apiPaths.agreementClause, summary: "Take a clause out", ...shared },
    request: { params: clause },
  });
  app.openapi(drop, async (c) =>
    answerLife(c, await dropClause(c.var.actor, c.req.valid("param"), deps.register)),
  );
  const follow = createRoute({
    ...{ method: "post", path: apiPaths.agreementClauseTask, summary: "Make a task of a clause", ...shared },
    request: { params: clause, body: jsonBody(clauseOrderRequest) },
  });
  app.openapi(follow, async (c) =>
    answerLife(c, await followClause(c.var.actor, c.req.valid("param"), c.req.valid("json"), deps.register)),
  );
}

function addEvaluationRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shared = { middleware: forActors(deps), responses: life };
  const evaluate = createRoute({
    ...{ method: "post", path: apiPaths.agreementEvaluations, summary: "Evaluate a year", ...shared },
    request: { params: z.object(ofAgreement), body: jsonBody(evaluationRequest) },
  });
  app.openapi(evaluate, async (c) =>
    answerLife(
      c,
      await evaluateAgreement(c.var.actor, c.req.valid("param").id, c.req.valid("json"), deps.register),
    ),
  );
  const drop = createRoute({
    ...{ method: "delete", path: apiPaths.agreementEvaluation, summary: "Take an evaluation out", ...shared },
    request: { params: z.object({ ...ofAgreement, evaluation: z.uuid() }) },
  });
  app.openapi(drop, async (c) =>
    answerLife(c, await dropEvaluation(c.var.actor, c.req.valid("param"), deps.register)),
  );
}

function givenAction({ on, validUntil, ...action }: ActionRequest): GivenAction {
  return { ...action, on: dayOf(on), validUntil: validUntil === null ? null : dayOf(validUntil) };
}

function answerLife(c: Context, result: Result<ShownAgreement>) {
  return result.ok ? c.json(presentAgreement(result.value), 200) : answerFailure(c, result.failure);
}

function presentAgreement(shown: ShownAgreement): AgreementAnswer {
  const { proceedings, clauses, evaluations, ...rest } = shown;
  return {
    ...rest,
    proceedings: proceedings.map((one) => ({
      ...one,
      ...{ steps: [...one.steps], actions: [...one.actions], allowed: [...one.allowed] },
      unverified: [...one.unverified],
    })),
    ...{ clauses: [...clauses], evaluations: [...evaluations] },
  };
}
