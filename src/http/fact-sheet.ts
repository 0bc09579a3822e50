import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { factSheetAnswer, factSheetDraftRequest, factSheetQuery } from "../contract/fact-sheet.ts";
import { apiPaths } from "../contract/paths.ts";
import { draftFactSheet, showFactSheet } from "../operations/fact-sheet.ts";
import { answerFailure } from "./answer.ts";
import {
  answers,
  fileAnswer,
  fileHeaders,
  forActors,
  jsonBody,
  type RegisterRouteDependencies,
} from "./register-route.ts";

const byId = z.object({ id: z.uuid() });

/** /api/units/{id}/fact-sheet: a unit's year as facts, and as a report that is drafted. */
export function addFactSheetRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const show = createRoute({
    ...{
      method: "get",
      path: apiPaths.factSheet,
      summary: "A unit's year as facts, beside units of its kind",
    },
    middleware: forActors(deps),
    request: { params: byId, query: factSheetQuery },
    responses: answers("The figures", factSheetAnswer),
  });
  app.openapi(show, async (c) => {
    const { year = deps.register.today().slice(0, 4) } = c.req.valid("query");
    const request = { unit: c.req.valid("param").id, year: Number(year) };
    const shown = await showFactSheet(c.var.actor, request, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { targets, ...rest } = shown.value;
    return c.json({ today: deps.register.today(), ...rest, targets: [...targets] }, 200);
  });
  const draft = createRoute({
    ...{ method: "post", path: apiPaths.factSheet, summary: "Draft the report of a unit's year" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(factSheetDraftRequest) },
    responses: fileAnswer,
  });
  app.openapi(draft, async (c) => {
    const { year, from } = c.req.valid("json");
    const request = { unit: c.req.valid("param").id, year: Number(year), from };
    const drafted = await draftFactSheet(c.var.actor, request, deps.register);
    if (!drafted.ok) return answerFailure(c, drafted.failure);
    const name = `bao-cao-${year}.docx`;
    // A copy: the bytes may lie in a pool that Node shares.
    return c.body(new Uint8Array(drafted.value), 200, fileHeaders(name, drafted.value.length));
  });
}
