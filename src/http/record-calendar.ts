import { createRoute, type OpenAPIHono, type z } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { recordCalendarAnswer, recordCalendarQuery } from "../contract/record-calendar.ts";
import {
  type CalendarWorld,
  exportRecordCalendar,
  type RecordCalendarRequest,
  showRecordCalendar,
} from "../operations/record-calendar.ts";
import { answerFailure, languageOf } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { answers, fileAnswer, forActors, type RegisterRouteDependencies } from "./register-route.ts";
import { answerFile } from "./task-files.ts";

type Dependencies = RegisterRouteDependencies &
  Pick<AppDependencies, "secure"> & { readonly register: CalendarWorld };

/** /api/cooperation/calendar: what of the registers of cooperation stands on some days, to be seen and as a file. */
export function addRecordCalendarRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const { register: world } = deps;
  const middleware = forActors(deps);
  const show = createRoute({
    ...{ method: "get", path: apiPaths.recordCalendar, summary: "The calendar of cooperation", middleware },
    request: { query: recordCalendarQuery },
    responses: answers("What stands on the days", recordCalendarAnswer),
  });
  app.openapi(show, async (c) => {
    const shown = await showRecordCalendar(c.var.actor, requestOf(c.req.valid("query")), world);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { month, entries, registers, owners, daysOff, leftOut } = shown.value;
    const lists = { entries: [...entries], registers: [...registers], owners: [...owners] };
    return c.json({ today: world.today(), month, ...lists, daysOff: [...daysOff], leftOut }, 200);
  });
  const file = createRoute({
    ...{ method: "get", path: apiPaths.recordCalendarFile, summary: "The same as iCalendar", middleware },
    request: { query: recordCalendarQuery },
    responses: fileAnswer,
  });
  app.openapi(file, async (c) => {
    const origin = `${deps.secure ? "https" : "http"}://${c.req.header("host") ?? ""}`;
    const how = { origin, language: languageOf(c) };
    const written = await exportRecordCalendar(c.var.actor, requestOf(c.req.valid("query")), how, world);
    if (!written.ok) return answerFailure(c, written.failure);
    const { month, text } = written.value;
    return answerFile(
      c,
      new TextEncoder().encode(text),
      `hop-tac-${month}.ics`,
      "text/calendar; charset=utf-8",
    );
  });
}

function requestOf(query: z.infer<typeof recordCalendarQuery>): RecordCalendarRequest {
  const { month = null, register = null, owner = null } = query;
  return { month, register, owner };
}
