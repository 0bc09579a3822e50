import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { type SettingsAnswer, settingsAnswer, settingsRequest } from "../contract/settings.ts";
import { changeSettings, type ShownSettings, showSettings } from "../operations/province-settings.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

/** How the province keeps its register: /api/settings. */
export function addSettingsRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const shared = { middleware: forActors(deps), responses: answers("The settings", settingsAnswer) };
  const showRoute = createRoute({
    ...{
      method: "get",
      path: apiPaths.settings,
      summary: "Start day, days that are soon, months the log is kept",
      ...shared,
    },
  });
  app.openapi(showRoute, async (c) => {
    const shown = await showSettings(c.var.actor, deps.register);
    return shown.ok ? c.json(presentSettings(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const changeRoute = createRoute({
    ...{ method: "put", path: apiPaths.settings, summary: "Change the settings", ...shared },
    request: { body: jsonBody(settingsRequest) },
  });
  app.openapi(changeRoute, async (c) => {
    const { startDay, ...rest } = c.req.valid("json");
    const wanted = { ...rest, startDay: startDay === null ? null : dayOf(startDay) };
    const shown = await changeSettings(c.var.actor, wanted, deps.register);
    return shown.ok ? c.json(presentSettings(shown.value), 200) : answerFailure(c, shown.failure);
  });
}

function presentSettings(settings: ShownSettings): SettingsAnswer {
  const { startDay, soonDays, logMonths, beforeStart, version } = settings;
  return { startDay, soonDays, logMonths, beforeStart, version };
}
