import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import {
  type SettingsAnswer,
  type SettingsRequest,
  settingsAnswer,
  settingsPreviewAnswer,
  settingsRequest,
} from "../contract/settings.ts";
import {
  changeSettings,
  previewSettings,
  type ShownSettings,
  showSettings,
} from "../operations/province-settings.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

/** How the province keeps its register: /api/settings. */
export function addSettingsRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const shared = { middleware: forActors(deps), responses: answers("The settings", settingsAnswer) };
  const showRoute = createRoute({
    ...{ method: "get", path: apiPaths.settings, summary: "How the province keeps its register", ...shared },
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
    const shown = await changeSettings(c.var.actor, wantedOf(c.req.valid("json")), deps.register);
    return shown.ok ? c.json(presentSettings(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const previewRoute = createRoute({
    ...{ method: "post", path: apiPaths.settingsPreview, summary: "What a change would do to due days" },
    ...{ middleware: forActors(deps), responses: answers("What it would do", settingsPreviewAnswer) },
    request: { body: jsonBody(settingsRequest) },
  });
  app.openapi(previewRoute, async (c) => {
    const shown = await previewSettings(c.var.actor, wantedOf(c.req.valid("json")), deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { moved, kept, becomeLate, nowInTime } = shown.value;
    return c.json({ moved: moved.length, kept, becomeLate, nowInTime }, 200);
  });
}

function wantedOf({ startDay, ...rest }: SettingsRequest) {
  return { ...rest, startDay: startDay === null ? null : dayOf(startDay) };
}

function presentSettings(settings: ShownSettings): SettingsAnswer {
  const { startDay, soonDays, logMonths, strictBeforeCounts, yearlyCutOff, heartbeat } = settings;
  const { beforeStart, version } = settings;
  return {
    ...{ startDay, soonDays, logMonths, strictBeforeCounts, yearlyCutOff, heartbeat, beforeStart, version },
  };
}
