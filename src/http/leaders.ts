import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { leadersAnswer } from "../contract/leaders.ts";
import { apiPaths } from "../contract/paths.ts";
import { showLeaders } from "../operations/leaders.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, type RegisterRouteDependencies } from "./register-route.ts";

/** /api/leaders: what leaders see on one page. */
export function addLeadersRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.leaders, summary: "What is late, whose, since when; units compared" },
    middleware: forActors(deps),
    responses: answers("The figures", leadersAnswer),
  });
  app.openapi(route, async (c) => {
    const shown = await showLeaders(c.var.actor, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { today, states, asked, months, units, groups } = shown.value;
    return c.json(
      {
        ...{ today, asked, states: [...states], months: [...months] },
        units: units.map(({ id, name, kind, now, due, inTime, late, silent, ...rest }) => ({
          ...{ id, name, kind, now, due, inTime, late, silent, months: { ...rest.months } },
        })),
        groups: groups.map(({ title, late, since }) => ({ title, late, since })),
      },
      200,
    );
  });
}
