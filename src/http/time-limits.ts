import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { apiPaths } from "../contract/paths.ts";
import {
  type LimitSettingsAnswer,
  type LimitStandingAnswer,
  limitListAnswer,
  limitListQuery,
  limitSettingsAnswer,
  limitSettingsRequest,
  proofParams,
  proofRequest,
  recordLimitParams,
  recordLimitsAnswer,
  type TimeLimitAnswer,
} from "../contract/time-limit.ts";
import type { Result } from "../domain/basics/result.ts";
import type { LimitSettings } from "../domain/cooperation/time-limit/limit-settings.ts";
import type { LimitStanding } from "../domain/cooperation/time-limit/limit-standing.ts";
import { limitStates, type TimeLimit } from "../domain/cooperation/time-limit/time-limit.ts";
import {
  changeLimitSettings,
  type ShownLimitSettings,
  showLimitSettings,
} from "../operations/limit-settings.ts";
import { recordProof, type ShownLimits, showRecordLimits } from "../operations/record-limits.ts";
import { type LimitWorld, listTimeLimits } from "../operations/time-limits.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

type Dependencies = RegisterRouteDependencies & { readonly register: LimitWorld };

/** Rows of a page. */
const rowsAtOnce = 200;

/** /api/time-limits: what is due in registers of cooperation, what was done, and what a province sets. */
export function addTimeLimitRoutes(app: OpenAPIHono, deps: Dependencies): void {
  addListRoute(app, deps);
  addRecordRoutes(app, deps);
  addSettingRoutes(app, deps);
}

function addListRoute(app: OpenAPIHono, deps: Dependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.timeLimits, summary: "What is due in registers of cooperation" },
    middleware: forActors(deps),
    request: { query: limitListQuery },
    responses: answers("One page", limitListAnswer),
  });
  app.openapi(route, async (c) => {
    const { register = null, limit = null, state = "", year = null, after = 0 } = c.req.valid("query");
    const asked = state.split(",");
    const states = limitStates.filter((one) => asked.includes(one));
    const page = { filter: { register, limit, states, year }, from: after, limit: rowsAtOnce };
    const found = await listTimeLimits(c.var.actor, page, deps.register);
    if (!found.ok) return answerFailure(c, found.failure);
    const { rows, counts, limits, total, next } = found.value;
    const presented = rows.map(({ record: { id, register: of, title, owner }, ...standing }) => ({
      ...presentStanding(standing),
      record: { id, register: of, title, owner },
    }));
    const list = { today: deps.register.today(), rows: presented, total, next };
    return c.json({ ...list, counts: [...counts], limits: limits.map(presentLimit) }, 200);
  });
}

function addRecordRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shared = {
    middleware: forActors(deps),
    responses: answers("What the record owes by when", recordLimitsAnswer),
  };
  const show = createRoute({
    ...{ method: "get", path: apiPaths.recordLimits, summary: "Time limits of a record", ...shared },
    request: { params: recordLimitParams },
  });
  app.openapi(show, async (c) =>
    answerLimits(c, deps, await showRecordLimits(c.var.actor, c.req.valid("param"), deps.register)),
  );
  const prove = createRoute({
    ...{ method: "put", path: apiPaths.recordProof, summary: "Record that it was done", ...shared },
    request: { params: proofParams, body: jsonBody(proofRequest) },
  });
  app.openapi(prove, async (c) => {
    const { on, documentNumber } = c.req.valid("json");
    const proof = { on: dayOf(on), documentNumber };
    return answerLimits(c, deps, await recordProof(c.var.actor, c.req.valid("param"), proof, deps.register));
  });
  const drop = createRoute({
    ...{ method: "delete", path: apiPaths.recordProof, summary: "Take back that it was done", ...shared },
    request: { params: proofParams },
  });
  app.openapi(drop, async (c) =>
    answerLimits(c, deps, await recordProof(c.var.actor, c.req.valid("param"), null, deps.register)),
  );
}

function addSettingRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shared = {
    ...{ path: apiPaths.settingsLimits, middleware: forActors(deps) },
    responses: answers("What the province sets, beside the rules of the law", limitSettingsAnswer),
  };
  const show = createRoute({ ...{ method: "get", summary: "Time limits of cooperation", ...shared } });
  app.openapi(show, async (c) => answerSettings(c, await showLimitSettings(c.var.actor, deps.register)));
  const change = createRoute({
    ...{ method: "put", summary: "Change the time limits of cooperation", ...shared },
    request: { body: jsonBody(limitSettingsRequest) },
  });
  app.openapi(change, async (c) => {
    const { settings, version } = c.req.valid("json");
    const wanted = { settings: givenSettings(settings), version };
    return answerSettings(c, await changeLimitSettings(c.var.actor, wanted, deps.register));
  });
}

function givenSettings({ days, steps, travel }: LimitSettingsAnswer["settings"]): LimitSettings {
  // What has no word is not set.
  const set = (levels: Readonly<Record<string, string | undefined>> = {}) =>
    Object.fromEntries(Object.entries(levels).filter((entry): entry is [string, string] => !!entry[1]));
  return {
    days,
    steps: steps.map((step) => ({ ...step, from: dayOf(step.from) })),
    travel: { official: set(travel.official), private: set(travel.private) },
  };
}

function answerLimits(c: Context, deps: Dependencies, shown: Result<ShownLimits>) {
  if (!shown.ok) return answerFailure(c, shown.failure);
  const { standings, authority, mayEdit } = shown.value;
  const limits = [...new Map(standings.map(({ limit }) => [limit.key, limit])).values()];
  return c.json(
    {
      ...{ today: deps.register.today(), authority, mayEdit },
      ...{ standings: standings.map(presentStanding), limits: limits.map(presentLimit) },
    },
    200,
  );
}

function answerSettings(c: Context, shown: Result<ShownLimitSettings>) {
  if (!shown.ok) return answerFailure(c, shown.failure);
  const { settings, version, limits } = shown.value;
  return c.json(
    { settings: { ...settings, steps: [...settings.steps] }, version, limits: limits.map(presentLimit) },
    200,
  );
}

function presentStanding({ limit, key, ...standing }: LimitStanding): LimitStandingAnswer {
  const { source, isUnverified } = limit;
  return { ...standing, limit: limit.key, occurrence: key, source, isUnverified };
}

function presentLimit(limit: TimeLimit): TimeLimitAnswer {
  const { key, register, name, days, counting, done, isSettable, isUnverified, source, from, until } = limit;
  return {
    ...{ key, register, ...name, days, counting, field: done },
    ...{ isSettable, isUnverified, source, from, until },
  };
}
