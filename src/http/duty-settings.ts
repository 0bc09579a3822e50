import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { apiPaths } from "../contract/paths.ts";
import {
  type DaysAnswer,
  dayRemoval,
  dayRequest,
  daysAnswer,
  dutySettingsAnswer,
  dutySettingsRequest,
} from "../contract/settings.ts";
import { partsOf } from "../domain/basics/calendar-date.ts";
import type { Result } from "../domain/basics/result.ts";
import { changeDutySettings, showDutySettings } from "../operations/duty-settings.ts";
import { addDay, removeDay, type ShownDays, showDays } from "../operations/province-days.ts";
import { answerFailure } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

type Dependencies = RegisterRouteDependencies & Pick<AppDependencies, "register">;

/** How a province follows duties, and the days off that it adds: /api/settings/duties, /api/settings/days. */
export function addDutySettingsRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const { register } = deps;
  const shared = {
    middleware: forActors(deps),
    responses: answers("How duties are followed", dutySettingsAnswer),
  };
  const showRoute = createRoute({
    ...{
      method: "get",
      path: apiPaths.settingsDuties,
      summary: "How the province follows duties",
      ...shared,
    },
  });
  app.openapi(showRoute, async (c) => {
    const shown = await showDutySettings(c.var.actor, register);
    return shown.ok ? c.json(shown.value, 200) : answerFailure(c, shown.failure);
  });
  const changeRoute = createRoute({
    ...{ method: "put", path: apiPaths.settingsDuties, summary: "Change how duties are followed", ...shared },
    request: { body: jsonBody(dutySettingsRequest) },
  });
  app.openapi(changeRoute, async (c) => {
    const { confirmingFrom, ...rest } = c.req.valid("json");
    const wanted = { ...rest, confirmingFrom: confirmingFrom === null ? null : dayOf(confirmingFrom) };
    const changed = await changeDutySettings(c.var.actor, wanted, register);
    return changed.ok ? c.json(changed.value, 200) : answerFailure(c, changed.failure);
  });
  addDayRoutes(app, deps);
}

function addDayRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const { register } = deps;
  const shared = { middleware: forActors(deps), responses: answers("The days off of a year", daysAnswer) };
  const showRoute = createRoute({
    ...{ method: "get", path: apiPaths.settingsDays, summary: "Days off of a year", ...shared },
    request: { query: z.object({ year: z.coerce.number().int().min(2000).max(2100).optional() }) },
  });
  app.openapi(showRoute, async (c) => {
    const year = c.req.valid("query").year ?? partsOf(register.today()).year;
    return answerDays(c, await showDays(c.var.actor, year, register));
  });
  const addRoute = createRoute({
    ...{ method: "post", path: apiPaths.settingsDays, summary: "Add a day off or a worked one", ...shared },
    request: { body: jsonBody(dayRequest) },
  });
  app.openapi(addRoute, async (c) => {
    const { day, ...rest } = c.req.valid("json");
    return answerDays(c, await addDay(c.var.actor, { ...rest, day: dayOf(day) }, register));
  });
  const removeRoute = createRoute({
    ...{ method: "delete", path: apiPaths.settingsDays, summary: "Take back an added day", ...shared },
    request: { body: jsonBody(dayRemoval) },
  });
  app.openapi(removeRoute, async (c) =>
    answerDays(c, await removeDay(c.var.actor, dayOf(c.req.valid("json").day), register)),
  );
}

function answerDays(c: Context, shown: Result<ShownDays>) {
  if (!shown.ok) return answerFailure(c, shown.failure);
  const { national, worked, own, ...rest } = shown.value;
  const answer: DaysAnswer = { ...rest, national: [...national], worked: [...worked], own: [...own] };
  return c.json(answer, 200);
}
