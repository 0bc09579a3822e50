import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import { apiPaths } from "../contract/paths.ts";
import {
  handOverRequest,
  type ListedPersonAnswer,
  leavingRequest,
  type PersonAnswer,
  type PostAnswer,
  peopleAnswer,
  peopleQuery,
  personAnswer,
  personEdit,
  postEndRequest,
  postRequest,
  rightsAnswer,
} from "../contract/people.ts";
import type { Result } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import { postTime } from "../domain/organisation/post.ts";
import { actions, reachesOf, roles } from "../domain/organisation/rights.ts";
import {
  editPerson,
  type ListedPerson,
  listPeople,
  type ShownPerson,
  showPerson,
} from "../operations/people.ts";
import { endPost, givePost, handOverPost, leaveProvince } from "../operations/posts.ts";
import { answerFailure } from "./answer.ts";
import {
  answers,
  forActors,
  forProvedActors,
  jsonBody,
  type RegisterRouteDependencies,
} from "./register-route.ts";
import { dayOf } from "./tasks.ts";

const byId = z.object({ id: z.uuid() });
const byPerson = z.object({ id: z.string().min(1).max(80) });
const usualLimit = 60;

/** People of the province, their posts, and the table of rights. */
export function addPeopleRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  addListRoute(app, deps);
  addPersonRoutes(app, deps);
  addPostRoutes(app, deps);
  addRightsRoute(app, deps);
}

function addListRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.people, summary: "People of the province, page by page" },
    middleware: forActors(deps),
    request: { query: peopleQuery },
    responses: answers("One page", peopleAnswer),
  });
  app.openapi(route, async (c) => {
    const {
      q = null,
      unit = null,
      role = null,
      left,
      after = null,
      limit = usualLimit,
    } = c.req.valid("query");
    const filter = { words: q || null, unit, role, left: left === "1" };
    const page = await listPeople(c.var.actor, { filter, after, limit }, deps.register);
    if (!page.ok) return answerFailure(c, page.failure);
    const { people, total, next } = page.value;
    return c.json({ people: people.map(presentListed), total, next }, 200);
  });
}

function addPersonRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const shared = { middleware: forActors(deps), responses: answers("The person", personAnswer) };
  const showRoute = createRoute({
    ...{ method: "get", path: apiPaths.person, summary: "One person with his posts", ...shared },
    request: { params: byPerson },
  });
  app.openapi(showRoute, async (c) => {
    const shown = await showPerson(c.var.actor, c.req.valid("param").id, deps.register);
    return shown.ok ? c.json(presentPerson(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const editRoute = createRoute({
    ...{ method: "patch", path: apiPaths.person, summary: "Correct name and telephone", ...shared },
    request: { params: byPerson, body: jsonBody(personEdit) },
  });
  app.openapi(editRoute, async (c) => {
    const shown = await editPerson(c.var.actor, c.req.valid("param").id, c.req.valid("json"), deps.register);
    return shown.ok ? c.json(presentPerson(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const leaveRoute = createRoute({
    ...{ method: "post", path: apiPaths.personLeaving, summary: "A person leaves the province", ...shared },
    middleware: forProvedActors(deps),
    request: { params: byPerson, body: jsonBody(leavingRequest) },
  });
  app.openapi(leaveRoute, async (c) => {
    const { on, ...rest } = c.req.valid("json");
    const request = { ...rest, on: dayOf(on) };
    const shown = await leaveProvince(c.var.actor, c.req.valid("param").id, request, deps.register);
    return shown.ok ? c.json(presentPerson(shown.value), 200) : answerFailure(c, shown.failure);
  });
}

function addPostRoutes(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const shared = { middleware: forProvedActors(deps), responses: answers("The person", personAnswer) };
  const giveRoute = createRoute({
    ...{
      method: "post",
      path: apiPaths.personPosts,
      summary: "Give a post, or let act for somebody",
      ...shared,
    },
    request: { params: byPerson, body: jsonBody(postRequest) },
  });
  app.openapi(giveRoute, async (c) => {
    const { from, to, ...wish } = c.req.valid("json");
    const post = { ...wish, title: wish.title || null, document: wish.document || null };
    const days = { from: dayOf(from), to: to === null ? null : dayOf(to) };
    const shown = await givePost(c.var.actor, c.req.valid("param").id, { ...post, ...days }, deps.register);
    return shown.ok ? c.json(presentPerson(shown.value), 200) : answerFailure(c, shown.failure);
  });
  const endRoute = createRoute({
    ...{ method: "post", path: apiPaths.postEnd, summary: "End a post on a day", ...shared },
    request: { params: byId, body: jsonBody(postEndRequest) },
  });
  app.openapi(endRoute, async (c) => {
    const { version, on } = c.req.valid("json");
    const ended = await endPost(
      c.var.actor,
      c.req.valid("param").id,
      { version, on: dayOf(on) },
      deps.register,
    );
    return ended.ok ? c.json(presentPerson(ended.value), 200) : answerFailure(c, ended.failure);
  });
  const handRoute = createRoute({
    ...{ method: "post", path: apiPaths.postHandOver, summary: "Hand a post over with its work", ...shared },
    request: { params: byId, body: jsonBody(handOverRequest) },
  });
  app.openapi(handRoute, async (c) => {
    const { version, on, to } = c.req.valid("json");
    const request = { version, to, on: dayOf(on) };
    const handed = await handOverPost(c.var.actor, c.req.valid("param").id, request, deps.register);
    return handed.ok ? c.json(presentPerson(handed.value), 200) : answerFailure(c, handed.failure);
  });
}

function addRightsRoute(app: OpenAPIHono, deps: RegisterRouteDependencies): void {
  const route = createRoute({
    ...{ method: "get", path: apiPaths.rights, summary: "What each role may do, and how far" },
    middleware: forActors(deps),
    responses: answers("The table", rightsAnswer),
  });
  app.openapi(route, (c) => {
    const allowed: Result<unknown> = permit(c.var.actor, "see-rights");
    if (!allowed.ok) return answerFailure(c, allowed.failure);
    const table = actions.map((action) => ({ action, reaches: [...reachesOf(action)] }));
    return c.json({ roles: [...roles], rights: table }, 200);
  });
}

function presentPost({ unit, unitName, absent, ...post }: ListedPerson["posts"][number]): PostAnswer {
  const { id, role, title, from, to, document, version } = post;
  return {
    ...{ id, role, title, from, to, document, version, actingFor: absent },
    unit: unit === null ? null : { id: unit, name: unitName ?? "" },
  };
}

function presentListed({ id, name, email, phone, leftOn, posts }: ListedPerson): ListedPersonAnswer {
  return { id, name, email, phone, leftOn, posts: posts.map(presentPost) };
}

function presentPerson({ person, today, mayChange, mayGiveAll }: ShownPerson): PersonAnswer {
  return {
    ...{ ...presentListed(person), today, version: person.version, work: person.work, mayChange, mayGiveAll },
    posts: person.posts.map((post) => ({ ...presentPost(post), time: postTime(post, today) })),
    standIns: person.standIns.map(({ post, name, from, to }) => ({ post, name, from, to })),
  };
}
