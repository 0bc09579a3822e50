import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { type LeadersAnswer, leadersAnswer, noticeRequest } from "../contract/leaders.ts";
import { apiPaths } from "../contract/paths.ts";
import type { LeadersFigures } from "../domain/duty/leaders-figures.ts";
import { draftNotice } from "../operations/draft-notice.ts";
import { showLeaders } from "../operations/leaders.ts";
import { answerFailure } from "./answer.ts";
import {
  answers,
  fileAnswer,
  fileHeaders,
  forActors,
  jsonBody,
  type RegisterRouteDependencies,
} from "./register-route.ts";

/** /api/leaders: what leaders see on one page, and the notice that tells it. */
export function addLeadersRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addFiguresRoute(app, deps);
  addNoticeRoute(app, deps);
}

function addFiguresRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.leaders, summary: "What is late, whose, since when; units compared" },
    middleware: forActors(deps),
    responses: answers("The figures", leadersAnswer),
  });
  app.openapi(route, async (c) => {
    const shown = await showLeaders(c.var.actor, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    return c.json(presentLeaders(shown.value), 200);
  });
}

function addNoticeRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "post", path: apiPaths.leadersNotice, summary: "Draft the notice that tells the figures" },
    middleware: forActors(deps),
    request: { body: jsonBody(noticeRequest) },
    responses: fileAnswer,
  });
  app.openapi(route, async (c) => {
    const drafted = await draftNotice(c.var.actor, c.req.valid("json").from, deps.register);
    if (!drafted.ok) return answerFailure(c, drafted.failure);
    const name = `thong-bao-${deps.register.today()}.docx`;
    // A copy: the bytes may lie in a pool that Node shares.
    return c.body(new Uint8Array(drafted.value), 200, fileHeaders(name, drafted.value.length));
  });
}

function presentLeaders(shown: LeadersFigures): LeadersAnswer {
  const { states, waiting, months, units, groups, today } = shown;
  return {
    ...{
      today,
      states: [...states],
      waiting: [...waiting],
      months: [...months],
      groups: [...groups],
    },
    units: units.map((unit) => ({ ...unit, months: { ...unit.months } })),
  };
}
