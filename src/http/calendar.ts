import { createHash } from "node:crypto";
import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { calendarLinkAnswer, madeCalendarAnswer } from "../contract/message.ts";
import { apiPaths, pathTo } from "../contract/paths.ts";
import {
  endCalendarLink,
  makeCalendarLink,
  readCalendar,
  showCalendarLink,
} from "../operations/calendar-feed.ts";
import { answerFailure, refuse } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { answers, fileAnswer, forActors, type RegisterRouteDependencies } from "./register-route.ts";
import { openBuckets } from "./token-bucket.ts";

type Dependencies = RegisterRouteDependencies & Pick<AppDependencies, "secure">;

/** The ending by which programs know a calendar. */
const ending = ".ics";

/** A person's own calendar: its link at /api/calendar, what it reads below. */
export function addCalendarRoutes(app: OpenAPIHono, deps: Dependencies): void {
  addLinkRoutes(app, deps);
  addFileRoute(app, deps);
}

function addLinkRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const { register } = deps;
  const middleware = forActors(deps);
  const showRoute = createRoute({
    ...{ method: "get", path: apiPaths.calendar, summary: "One's own calendar link", middleware },
    responses: answers("The link, without its token", calendarLinkAnswer),
  });
  app.openapi(showRoute, async (c) => {
    const shown = await showCalendarLink(c.var.actor, register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const link = shown.value && {
      createdAt: shown.value.createdAt.toISOString(),
      usedAt: shown.value.usedAt?.toISOString() ?? null,
    };
    return c.json({ link }, 200);
  });
  const makeRoute = createRoute({
    ...{
      method: "post",
      path: apiPaths.calendar,
      summary: "Make a calendar link, shown this once",
      middleware,
    },
    responses: answers("Where the calendar is read", madeCalendarAnswer),
  });
  app.openapi(makeRoute, async (c) => {
    const made = await makeCalendarLink(c.var.actor, register);
    if (!made.ok) return answerFailure(c, made.failure);
    return c.json({ path: pathTo(apiPaths.calendarFile, { token: made.value.token + ending }) }, 200);
  });
  const endRoute = createRoute({
    ...{ method: "delete", path: apiPaths.calendar, summary: "Revoke one's own calendar link", middleware },
    responses: answers("Revoked", calendarLinkAnswer),
  });
  app.openapi(endRoute, async (c) => {
    const ended = await endCalendarLink(c.var.actor, register);
    return ended.ok ? c.json({ link: null }, 200) : answerFailure(c, ended.failure);
  });
}

function addFileRoute(app: OpenAPIHono, { register, secure }: Dependencies): void {
  // Programs ask every few minutes at most, and again when somebody opens them.
  const links = openBuckets({ burst: 20, perSecond: 1 / 30 });
  const route = createRoute({
    ...{ method: "get", path: apiPaths.calendarFile, summary: "Due days of the unit, as iCalendar" },
    request: { params: z.object({ token: z.string().max(80) }) },
    responses: fileAnswer,
  });
  app.openapi(route, async (c) => {
    const token = c.req.valid("param").token.replace(/\.ics$/, "");
    // What callers are counted by is kept in memory, which no token shall be.
    const seconds = links.take(createHash("sha256").update(token).digest("base64"), register.clock());
    if (seconds !== null) {
      c.header("Retry-After", String(seconds));
      return refuse(c, "server.too-fast", { seconds });
    }
    const origin = `${secure ? "https" : "http"}://${c.req.header("host") ?? ""}`;
    const read = await readCalendar(token, origin, register);
    if (!read.ok) return answerFailure(c, read.failure);
    return c.body(read.value, 200, {
      "Content-Type": "text/calendar; charset=utf-8",
      "Content-Disposition": 'inline; filename="sau-ro.ics"',
    });
  });
}
