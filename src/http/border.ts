import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { type BorderAnswer, borderAnswer } from "../contract/border.ts";
import { apiPaths } from "../contract/paths.ts";
import type { BorderMap } from "../domain/cooperation/border-map.ts";
import { type BorderWorld, showBorder } from "../operations/show-border.ts";
import { answerFailure } from "./answer.ts";
import { presentRecord } from "./present-record.ts";
import { answers, forActors, type RegisterRouteDependencies } from "./register-route.ts";

type Dependencies = RegisterRouteDependencies & { readonly register: BorderWorld };

/** /api/cooperation/border: the land border of the province with what of cooperation lies there. */
export function addBorderRoute(app: OpenAPIHono, deps: Dependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.border, summary: "The land border of the province" },
    middleware: forActors(deps),
    responses: answers("The map, the communes along it and the records", borderAnswer),
  });
  app.openapi(route, async (c) => {
    const shown = await showBorder(c.var.actor, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { map, communes, records } = shown.value;
    return c.json(
      { map: map && presentMap(map), communes: [...communes], records: records.map(presentRecord) },
      200,
    );
  });
}

function presentMap({ communes, ...map }: BorderMap): NonNullable<BorderAnswer["map"]> {
  return {
    ...map,
    communes: communes.map(({ countries, on, across, ...commune }) => ({
      ...{ ...commune, countries: [...countries] },
      ...{ on: [...on], across: [...across] },
    })),
  };
}
