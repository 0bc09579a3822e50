import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import {
  askUnitsRequest,
  type CoordinationRequestAnswer,
  coordinationAnswer,
  nameUnitsRequest,
  openRequestsAnswer,
  requestFactRequest,
  unitChoicesAnswer,
  unitChoicesQuery,
} from "../contract/coordination.ts";
import { apiPaths } from "../contract/paths.ts";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Result } from "../domain/basics/result.ts";
import { requestAge, requestState } from "../domain/duty/coordination.ts";
import { askUnits } from "../operations/ask-units.ts";
import { findUnits } from "../operations/find-units.ts";
import { nameUnits } from "../operations/name-units.ts";
import type { EventWorld } from "../operations/record-event.ts";
import { recordRequestFact } from "../operations/record-request-fact.ts";
import {
  listOpenRequests,
  type ShownCoordination,
  type ShownRequest,
  showCoordination,
} from "../operations/show-coordination.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

interface Dependencies extends RegisterRouteDependencies {
  readonly register: RegisterRouteDependencies["register"] & EventWorld;
}

const byId = z.object({ id: z.uuid() });

/** Who co-ordinates in a task, the units meant by "liên quan", and what leads ask of them in writing. */
export function addCoordinationRoutes(app: OpenAPIHono, deps: Dependencies): void {
  addSeeingRoutes(app, deps);
  addAskingRoutes(app, deps);
}

function addSeeingRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const shown = createRoute({
    ...{ method: "get", path: apiPaths.taskCoordination, summary: "Who co-ordinates in a task" },
    middleware: forActors(deps),
    request: { params: byId },
    responses: answers("Units and requests", coordinationAnswer),
  });
  app.openapi(shown, async (c) =>
    answerShown(c, await showCoordination(c.var.actor, c.req.valid("param").id, deps.register), deps),
  );
  const choices = createRoute({
    ...{ method: "get", path: apiPaths.unitChoices, summary: "Units of the province to be named, by words" },
    middleware: forActors(deps),
    request: { query: unitChoicesQuery },
    responses: answers("The first that have the words", unitChoicesAnswer),
  });
  app.openapi(choices, async (c) => {
    const found = await findUnits(c.var.actor, c.req.valid("query").q ?? "", deps.register);
    return found.ok ? c.json({ units: [...found.value] }, 200) : answerFailure(c, found.failure);
  });
  const open = createRoute({
    ...{ method: "get", path: apiPaths.requests, summary: "What the units in sight are asked for" },
    middleware: forActors(deps),
    responses: answers("Open requests", openRequestsAnswer),
  });
  app.openapi(open, async (c) => {
    const found = await listOpenRequests(c.var.actor, deps.register);
    if (!found.ok) return answerFailure(c, found.failure);
    const today = deps.register.today();
    const requests = found.value.requests.map((one) => presentRequest(one, today));
    return c.json({ today, total: found.value.total, requests }, 200);
  });
}

function addAskingRoutes(app: OpenAPIHono, deps: Dependencies): void {
  const ask = createRoute({
    ...{ method: "post", path: apiPaths.dutyRequests, summary: "Ask co-ordinating units in writing" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(askUnitsRequest) },
    responses: answers("Units and requests as they are now", coordinationAnswer),
  });
  app.openapi(ask, async (c) => {
    const { on, document = null, documentOn = null, ...rest } = c.req.valid("json");
    const given = {
      ...{ ...rest, document, on: dayOf(on) },
      documentOn: documentOn === null ? null : dayOf(documentOn),
    };
    return answerShown(c, await askUnits(c.var.actor, c.req.valid("param").id, given, deps.register), deps);
  });
  const fact = createRoute({
    ...{ method: "post", path: apiPaths.requestFacts, summary: "Answer, decline or take back a request" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(requestFactRequest) },
    responses: answers("Units and requests as they are now", coordinationAnswer),
  });
  app.openapi(fact, async (c) => {
    const { on, proofs, ...rest } = c.req.valid("json");
    const dated = proofs.map((one) => ({
      ...one,
      issuedOn: one.issuedOn === null ? null : dayOf(one.issuedOn),
    }));
    const given = { ...rest, on: dayOf(on), proofs: dated };
    const done = await recordRequestFact(c.var.actor, c.req.valid("param").id, given, deps.register);
    return answerShown(c, done, deps);
  });
  const name = createRoute({
    ...{ method: "put", path: apiPaths.taskNamedUnits, summary: "Name the units that words leave open" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(nameUnitsRequest) },
    responses: answers("Units and requests as they are now", coordinationAnswer),
  });
  app.openapi(name, async (c) => {
    const { on, document, ...rest } = c.req.valid("json");
    const given = { ...rest, on: dayOf(on), document: document || null };
    return answerShown(c, await nameUnits(c.var.actor, c.req.valid("param").id, given, deps.register), deps);
  });
}

function answerShown(c: Context, shown: Result<ShownCoordination>, { register }: Dependencies) {
  if (!shown.ok) return answerFailure(c, shown.failure);
  const today = register.today();
  const { version, parts, requests, mayName, asksFor } = shown.value;
  return c.json(
    {
      ...{ today, version, mayName, asksFor: { all: asksFor.all, units: [...asksFor.units] } },
      parts: parts.map(({ units, ...part }) => ({
        ...part,
        units: units.map(({ position: _, ...unit }) => unit),
      })),
      requests: requests.map((one) => presentRequest(one, today)),
    },
    200,
  );
}

function presentRequest(request: ShownRequest, today: CalendarDate): CoordinationRequestAnswer {
  return {
    ...request,
    ...{ state: requestState(request, today), age: requestAge(request, today) },
    ...{ proofs: request.proofs.map((one) => ({ ...one })), allowed: [...request.allowed] },
  };
}
