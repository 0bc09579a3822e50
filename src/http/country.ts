import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { countryAnswer, countryQuery } from "../contract/country.ts";
import { apiPaths } from "../contract/paths.ts";
import { showCountry } from "../operations/country.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, type RegisterRouteDependencies } from "./register-route.ts";

/** /api/country: the figures of all provinces, for who may read them. */
export function addCountryRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.country, summary: "How duties are done, province by province" },
    middleware: forActors(deps),
    request: { query: countryQuery },
    responses: answers("The figures", countryAnswer),
  });
  app.openapi(route, async (c) => {
    const shown = await showCountry(c.var.actor, c.req.valid("query").group ?? null, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { today, provinces, kinds, months, groups } = shown.value;
    const copied = { kinds: [...kinds], months: [...months], groups: [...groups] };
    return c.json({ today, provinces: provinces.map((one) => ({ ...one })), ...copied }, 200);
  });
}
