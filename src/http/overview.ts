import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import {
  overviewAnswer,
  timelineAnswer,
  timelineQuery,
  unitsAnswer,
  unitsQuery,
} from "../contract/overview.ts";
import { apiPaths } from "../contract/paths.ts";
import type { TimelineCell } from "../domain/duty/register-figures.ts";
import { showOverview } from "../operations/overview.ts";
import { showTimeline } from "../operations/timeline.ts";
import { summariseUnits } from "../operations/units-summary.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, type RegisterRouteDependencies } from "./register-route.ts";

/** The figures of the register: /api/overview, /api/units, /api/timeline. */
export function addOverviewRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const overviewRoute = createRoute({
    ...{ method: "get", path: apiPaths.overview, summary: "What is late, due soon, unclear or waiting" },
    middleware: forActors(deps),
    responses: answers("The figures", overviewAnswer),
  });
  app.openapi(overviewRoute, async (c) => {
    const shown = await showOverview(c.var.actor, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { units, groups, today, startDay, soonDays, total, general, states, ...rest } = shown.value;
    return c.json(
      {
        ...{ today, startDay, soonDays, total, general, states: { ...states } },
        beforeStart: rest.beforeStart,
        withoutPlan: rest.withoutPlan,
        units: units.map(({ key, name, late, dueSoon }) => ({ key, name, late, dueSoon })),
        groups: groups.map(({ name, late, dueSoon }) => ({ name, late, dueSoon })),
        unclear: { ...rest.unclear },
        documents: { total: rest.documents.total, toReview: rest.documents.toReview },
        findings: { undecided: rest.findings.undecided, unplaced: rest.findings.unplaced },
      },
      200,
    );
  });
  addUnitsRoute(app, deps);
  addTimelineRoute(app, deps);
}

function addUnitsRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.units, summary: "Every unit with parts in tasks" },
    middleware: forActors(deps),
    request: { query: unitsQuery },
    responses: answers("The units", unitsAnswer),
  });
  app.openapi(route, async (c) => {
    const { as = "today" } = c.req.valid("query");
    const shown = await summariseUnits(c.var.actor, as, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const units = shown.value.units.map(
      ({ key, name, unit, closed, collective, leads, coordinates, states }) => ({
        ...{ key, name, unit, closed, collective, leads, coordinates, states: { ...states } },
      }),
    );
    return c.json({ today: shown.value.rules.today, as, units }, 200);
  });
}

function addTimelineRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.timeline, summary: "Tasks by the quarter in which they are due" },
    middleware: forActors(deps),
    request: { query: timelineQuery },
    responses: answers("The quarters", timelineAnswer),
  });
  app.openapi(route, async (c) => {
    const { from, to } = c.req.valid("query");
    const wanted = { from: from ? Number(from) : null, to: to ? Number(to) : null };
    const shown = await showTimeline(c.var.actor, wanted, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { today, quarters, groups, undated, outside } = shown.value;
    return c.json(
      {
        ...{ today, from: shown.value.from, to: shown.value.to, quarters: quarters.map(presentCell) },
        groups: groups.map((group) => ({ name: group.name, quarters: group.quarters.map(presentCell) })),
        ...{ undated, outside },
      },
      200,
    );
  });
}

function presentCell({ year, quarter, tasks, late, done }: TimelineCell) {
  return { year, quarter, tasks, late, done };
}
