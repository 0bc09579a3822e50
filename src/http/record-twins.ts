import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { recordSaved, registerParams, twinsAnswer, twinsRequest, twinsUndo } from "../contract/record.ts";
import { decideTwins, listTwins, undoTwins } from "../operations/record-twins.ts";
import { answerFailure } from "./answer.ts";
import { presentRecord } from "./present-record.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";

/** /api/records/{register}/twins: records of different units that tell of one thing. */
export function addTwinRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const path = apiPaths.recordTwins;
  const list = createRoute({
    ...{ method: "get", path, summary: "Records of different units that likely tell of one thing" },
    middleware: forActors(deps),
    request: { params: registerParams },
    responses: answers("The likeliest first", twinsAnswer),
  });
  app.openapi(list, async (c) => {
    const found = await listTwins(c.var.actor, c.req.valid("param").register, deps.register);
    if (!found.ok) return answerFailure(c, found.failure);
    const pairs = found.value.pairs.map(({ one, other, agrees, differs }) => ({
      ...{ one: presentRecord(one), other: presentRecord(other) },
      ...{ agrees: [...agrees], differs: [...differs] },
    }));
    return c.json({ total: found.value.total, pairs }, 200);
  });
  const decide = createRoute({
    ...{ method: "post", path, summary: "Say whether two records tell of one thing" },
    middleware: forActors(deps),
    request: { params: registerParams, body: jsonBody(twinsRequest) },
    responses: answers("The record that stands", recordSaved),
  });
  app.openapi(decide, async (c) => {
    const decision = { ...c.req.valid("param"), ...c.req.valid("json") };
    const done = await decideTwins(c.var.actor, decision, deps.register);
    return done.ok ? c.json({ id: decision.kept ?? decision.one.id }, 200) : answerFailure(c, done.failure);
  });
  const undo = createRoute({
    ...{ method: "delete", path, summary: "Take a decision about two records back" },
    middleware: forActors(deps),
    request: { params: registerParams, body: jsonBody(twinsUndo) },
    responses: answers("The first of the two", recordSaved),
  });
  app.openapi(undo, async (c) => {
    const pair = { ...c.req.valid("param"), ...c.req.valid("json") };
    const done = await undoTwins(c.var.actor, pair, deps.register);
    return done.ok ? c.json({ id: pair.one }, 200) : answerFailure(c, done.failure);
  });
}
