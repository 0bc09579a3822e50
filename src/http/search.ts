import { createRoute, type OpenAPIHono } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import { type FoundThingAnswer, readOpened, searchAnswer, searchRequest } from "../contract/search.ts";
import { declarationOf } from "../domain/cooperation/declarations.ts";
import { type FoundThing, findOpened, searchProvince } from "../operations/search-province.ts";
import { answerFailure } from "./answer.ts";
import { answers, forActors, type RegisterRouteDependencies } from "./register-route.ts";

/** /api/search: words looked for in everything, and things opened before by their ids. */
export function addSearchRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.search, summary: "Search everything that the person may see" },
    middleware: forActors(deps),
    request: { query: searchRequest },
    responses: answers("What was found, by kinds", searchAnswer),
  });
  app.openapi(route, async (c) => {
    const { words, opened } = c.req.valid("query");
    if (opened !== undefined) {
      const things = await findOpened(c.var.actor, readOpened(opened), deps.register);
      if (!things.ok) return answerFailure(c, things.failure);
      return c.json({ groups: [], opened: things.value.map(presentFound), marks: [], listWords: "" }, 200);
    }
    const found = await searchProvince(c.var.actor, words, deps.register);
    if (!found.ok) return answerFailure(c, found.failure);
    const { marks, listWords } = found.value;
    const groups = found.value.groups.map((group) => ({ ...group, things: group.things.map(presentFound) }));
    return c.json({ groups, opened: [], marks: [...marks], listWords }, 200);
  });
}

function presentFound({ kind, id, register, title, number, detail, on }: FoundThing): FoundThingAnswer {
  const declaration = register === null ? null : declarationOf(register);
  return {
    ...{ kind, id, title, number, detail, on },
    register: declaration && { key: declaration.key, ...declaration.name },
  };
}
