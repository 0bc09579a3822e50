import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  type ChangeProposalAnswer,
  proposalDecision,
  proposalDone,
  proposalRequest,
  proposalsAnswer,
  proposalsQuery,
  proposalVersion,
} from "../contract/change-proposal.ts";
import { recordId } from "../contract/document.ts";
import { apiPaths } from "../contract/paths.ts";
import type { Result } from "../domain/basics/result.ts";
import {
  decideProposal,
  listProposals,
  type ShownProposals,
  takeBackProposal,
  undoProposalDecision,
  writeProposal,
} from "../operations/change-proposals.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { changeOf, dayOf } from "./tasks.ts";

/** At most so many proposals are listed at once. */
const mostListed = 500;

/** /api/proposals: obstacles and proposals of units, and what was decided of them. */
export function addChangeProposalRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addListRoute(app, deps);
  addUnitRoutes(app, deps);
  addDecisionRoutes(app, deps);
}

function addListRoute(app: OpenAPIHono, { register, ...deps }: RegisterRouteDependencies): void {
  const list = createRoute({
    ...{ method: "get", path: apiPaths.proposals, summary: "Obstacles and proposals of units" },
    middleware: forActors({ register, ...deps }),
    request: { query: proposalsQuery },
    responses: answers("The newest first", proposalsAnswer),
  });
  app.openapi(list, async (c) => {
    const { state, duty = null, kind = null } = c.req.valid("query");
    const waiting = state === undefined ? null : state === "waiting";
    const filter = { waiting, duty, kind, limit: mostListed };
    const found = await listProposals(c.var.actor, filter, register);
    if (!found.ok) return answerFailure(c, found.failure);
    const { proposals, ...rest } = found.value;
    return c.json({ ...rest, proposals: proposals.map(present) }, 200);
  });
}

function addUnitRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const write = createRoute({
    ...{ method: "post", path: apiPaths.dutyProposals, summary: "Tell of an obstacle, or propose a change" },
    middleware: forActors(deps),
    request: { params: recordId, body: jsonBody(proposalRequest) },
    responses: answers("Done", proposalDone),
  });
  app.openapi(write, async (c) =>
    done(c, await writeProposal(c.var.actor, c.req.valid("param").id, c.req.valid("json"), deps.register)),
  );
  const back = createRoute({
    ...{ method: "delete", path: apiPaths.proposal, summary: "Take a proposal back that nobody has decided" },
    middleware: forActors(deps),
    request: { params: recordId, body: jsonBody(proposalVersion) },
    responses: answers("Done", proposalDone),
  });
  app.openapi(back, async (c) => {
    const seen = { id: c.req.valid("param").id, version: c.req.valid("json").version };
    return done(c, await takeBackProposal(c.var.actor, seen, deps.register));
  });
}

function addDecisionRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const decide = createRoute({
    ...{ method: "post", path: apiPaths.proposalDecision, summary: "Record what was decided of a proposal" },
    middleware: forActors(deps),
    request: { params: recordId, body: jsonBody(proposalDecision) },
    responses: answers("Done", proposalDone),
  });
  app.openapi(decide, async (c) => {
    const { version, documentOn: on, ...decision } = c.req.valid("json");
    const seen = { id: c.req.valid("param").id, version };
    const documentOn = on === null ? null : dayOf(on);
    const dated =
      decision.outcome === "amended"
        ? { ...decision, documentOn, change: changeOf(decision.change) }
        : { ...decision, documentOn };
    return done(c, await decideProposal(c.var.actor, seen, dated, deps.register));
  });
  const undo = createRoute({
    ...{ method: "delete", path: apiPaths.proposalDecision, summary: "Take a decision back" },
    middleware: forActors(deps),
    request: { params: recordId, body: jsonBody(proposalVersion) },
    responses: answers("Done", proposalDone),
  });
  app.openapi(undo, async (c) => {
    const seen = { id: c.req.valid("param").id, version: c.req.valid("json").version };
    return done(c, await undoProposalDecision(c.var.actor, seen, deps.register));
  });
}

function done(c: Context, result: Result<unknown>) {
  return result.ok ? c.json({}, 200) : answerFailure(c, result.failure);
}

function present({
  before,
  after,
  taskVersion: _,
  ...proposal
}: ShownProposals["proposals"][number]): ChangeProposalAnswer {
  const [was, is]: Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }];
  return {
    ...proposal,
    ...{ writtenAt: proposal.writtenAt.toISOString(), decidedAt: proposal.decidedAt?.toISOString() ?? null },
    changes: Object.keys({ ...is }).flatMap((field) => {
      const [old, now] = [words(was?.[field]), words(is?.[field])];
      return old === undefined || now === undefined ? [] : [{ field, before: old, after: now }];
    }),
  };
}

/** Plain words, or the names of bodies; undefined for what is neither. */
function words(value: unknown): string | null | undefined {
  if (value === null || value === undefined) return null;
  if (typeof value === "string") return value;
  if (!Array.isArray(value)) return undefined;
  const names = value.flatMap((one: { readonly name?: unknown }) =>
    typeof one?.name === "string" ? [one.name] : [],
  );
  return names.length === value.length ? names.join("; ") : undefined;
}
