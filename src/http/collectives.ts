import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  bindingRequest,
  type CollectiveRule as CollectiveRuleAnswer,
  collectivePreviewAnswer,
  collectivePreviewRequest,
  collectiveRequest,
  collectivesAnswer,
  heirRequest,
  nameRequest,
} from "../contract/collective.ts";
import { apiPaths } from "../contract/paths.ts";
import { foundParties } from "../contract/unit.ts";
import type { CollectiveRule } from "../domain/organisation/collective-rule.ts";
import { bindWords, saveCollective, tieName } from "../operations/bind-wording.ts";
import { chooseHeir } from "../operations/choose-heir.ts";
import { listCollectives, previewCollective } from "../operations/list-collectives.ts";
import { answerFailure } from "./answer.ts";
import { presentFound, presentUnit } from "./present-unit.ts";
import { answers, forActors, jsonBody, type RegisterRouteDependencies } from "./register-route.ts";
import { dayOf } from "./tasks.ts";

const byId = z.object({ id: z.uuid() });

/** Collectives, the words that are bound to them, and names that are no unit yet. */
export function addCollectiveRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addListRoutes(app, deps);
  addSaveRoutes(app, deps);
  addWordRoutes(app, deps);
  addHeirRoute(app, deps);
}

function addListRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const listRoute = createRoute({
    ...{ method: "get", path: apiPaths.collectives, summary: "Collectives, their words, unknown names" },
    middleware: forActors(deps),
    responses: answers("The collectives", collectivesAnswer),
  });
  app.openapi(listRoute, async (c) => {
    const shown = await listCollectives(c.var.actor, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    const { today, collectives, wordings, unknown, toChoose, mayBind, mayChange } = shown.value;
    return c.json(
      {
        ...{ today, mayBind, mayChange, unknown: [...unknown] },
        toChoose: toChoose.map(({ task, position, unit, unitName, content, document, holder, heirs }) => ({
          ...{ task, position, unit, unitName, content, document, holder, heirs: [...heirs] },
        })),
        collectives: collectives.map((one) => ({ ...one, rule: presentRule(one.rule) })),
        wordings: wordings.map(({ proposed, ...one }) => ({
          ...one,
          proposed: proposed && presentRule(proposed),
        })),
      },
      200,
    );
  });
  const previewRoute = createRoute({
    ...{ method: "post", path: apiPaths.collectivePreview, summary: "Whom a rule means on a day" },
    middleware: forActors(deps),
    request: { body: jsonBody(collectivePreviewRequest) },
    responses: answers("The units", collectivePreviewAnswer),
  });
  app.openapi(previewRoute, async (c) => {
    const { rule, day } = c.req.valid("json");
    const asked = { rule, day: day === null ? null : dayOf(day) };
    const shown = await previewCollective(c.var.actor, asked, deps.register);
    if (!shown.ok) return answerFailure(c, shown.failure);
    return c.json({ day: shown.value.day, units: shown.value.units.map(presentUnit) }, 200);
  });
}

function addSaveRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const shared = {
    middleware: forActors(deps),
    responses: answers("What came of looking its tasks up", foundParties),
  };
  const makeRoute = createRoute({
    ...{ method: "post", path: apiPaths.collectives, summary: "Make a collective", ...shared },
    request: { body: jsonBody(collectiveRequest) },
  });
  app.openapi(makeRoute, async (c) => {
    const saved = await saveCollective(c.var.actor, null, c.req.valid("json"), deps.register);
    return saved.ok ? c.json(presentFound(saved.value), 200) : answerFailure(c, saved.failure);
  });
  const changeRoute = createRoute({
    ...{ method: "put", path: apiPaths.collective, summary: "Change a collective", ...shared },
    request: { params: byId, body: jsonBody(collectiveRequest) },
  });
  app.openapi(changeRoute, async (c) => {
    const { id } = c.req.valid("param");
    const saved = await saveCollective(c.var.actor, id, c.req.valid("json"), deps.register);
    return saved.ok ? c.json(presentFound(saved.value), 200) : answerFailure(c, saved.failure);
  });
}

function addWordRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const shared = {
    middleware: forActors(deps),
    responses: answers("What came of looking its tasks up", foundParties),
  };
  const bindRoute = createRoute({
    ...{
      method: "post",
      path: apiPaths.collectiveWordings,
      summary: "Bind words to a collective",
      ...shared,
    },
    request: { body: jsonBody(bindingRequest) },
  });
  app.openapi(bindRoute, async (c) => {
    const { key, to } = c.req.valid("json");
    const bound = await bindWords(c.var.actor, key, to, deps.register);
    return bound.ok ? c.json(presentFound(bound.value), 200) : answerFailure(c, bound.failure);
  });
  const tieRoute = createRoute({
    ...{ method: "post", path: apiPaths.unitNames, summary: "Tie a name in tasks to a unit", ...shared },
    request: { body: jsonBody(nameRequest) },
  });
  app.openapi(tieRoute, async (c) => {
    const tied = await tieName(c.var.actor, c.req.valid("json"), deps.register);
    return tied.ok ? c.json(presentFound(tied.value), 200) : answerFailure(c, tied.failure);
  });
}

function addHeirRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "post", path: apiPaths.taskHeir, summary: "Say which heir takes a split unit's part" },
    middleware: forActors(deps),
    request: { params: byId, body: jsonBody(heirRequest) },
    responses: answers("It was said", z.object({ chosen: z.boolean() })),
  });
  app.openapi(route, async (c) => {
    const { id } = c.req.valid("param");
    const chosen = await chooseHeir(c.var.actor, id, c.req.valid("json"), deps.register);
    return chosen.ok ? c.json({ chosen: true }, 200) : answerFailure(c, chosen.failure);
  });
}

function presentRule({
  kinds,
  relations,
  traits,
  under,
  only,
  except,
}: CollectiveRule): CollectiveRuleAnswer {
  const lists = { kinds: [...kinds], relations: [...relations], traits: [...traits] };
  return { ...lists, under, only: [...only], except: [...except] };
}
