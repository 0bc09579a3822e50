import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { partnerMapAnswer } from "../contract/partner-map.ts";
import { apiPaths } from "../contract/paths.ts";
import { showPartnerMap } from "../operations/partner-map.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, type RegisterRouteDependencies } from "./register-route.ts";

/** /api/cooperation/world: what there is with each country. */
export function addPartnerMapRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.partnerMap, summary: "Partners of the province by country" },
    middleware: forActors(deps),
    responses: answers("The countries, those with the most partners first", partnerMapAnswer),
  });
  app.openapi(route, async (c) => {
    const shown = await showPartnerMap(c.var.actor, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { countries, ...whole } = shown.value;
    return c.json(
      { ...whole, countries: countries.map(({ agreed, ...one }) => ({ ...one, agreed: [...agreed] })) },
      200,
    );
  });
}
