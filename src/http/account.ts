import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import { credentials, sessionAnswer, setupRequest, setupToken } from "../contract/account.ts";
import { failureAnswer } from "../contract/failure.ts";
import { apiPaths } from "../contract/paths.ts";
import { answerFailure, refuse } from "./answer.ts";
import type { AppDependencies, NewSession } from "./dependencies.ts";
import { addressOf, gateOf } from "./guard.ts";

const smallBody = bodyLimit({
  maxSize: 16 * 1024,
  onError: (c) => refuse(c, "server.bad-request", { part: "body" }),
});

const session = { description: "The session", content: { "application/json": { schema: sessionAnswer } } };
const refused = { description: "Refused", content: { "application/json": { schema: failureAnswer } } };
const done = z.object({ done: z.literal(true) });

const whoRoute = createRoute({
  method: "get",
  path: apiPaths.session,
  summary: "Who is signed in",
  responses: { 200: session },
});

const signInRoute = createRoute({
  method: "post",
  path: apiPaths.session,
  summary: "Sign in with a password",
  middleware: [smallBody] as const,
  request: { body: { required: true, content: { "application/json": { schema: credentials } } } },
  responses: { 200: session, default: refused },
});

const signOutRoute = createRoute({
  method: "delete",
  path: apiPaths.session,
  summary: "Sign out",
  responses: { 200: { description: "Signed out", content: { "application/json": { schema: done } } } },
});

const checkLinkRoute = createRoute({
  method: "post",
  path: apiPaths.setupCheck,
  summary: "Does a one-time link still open?",
  middleware: [smallBody] as const,
  request: { body: { required: true, content: { "application/json": { schema: setupToken } } } },
  responses: {
    200: { description: "It opens", content: { "application/json": { schema: done } } },
    default: refused,
  },
});

const setUpRoute = createRoute({
  method: "post",
  path: apiPaths.setup,
  summary: "Make the first administrator with a one-time link",
  middleware: [smallBody] as const,
  request: { body: { required: true, content: { "application/json": { schema: setupRequest } } } },
  responses: { 200: session, default: refused },
});

/** /api/session and /api/setup: open to all, for they are the door itself. */
export function addAccountRoutes(app: OpenAPIHono, { accounts }: Pick<AppDependencies, "accounts">): void {
  app.openapi(whoRoute, async (c) => {
    const { gate, user } = await gateOf(c, accounts);
    return c.json({ gate, user: user && { name: user.name, email: user.email } }, 200);
  });
  app.openapi(signInRoute, async (c) => {
    const signedIn = await accounts.signIn(c.req.valid("json"), addressOf(c));
    return signedIn.ok ? answerSession(c, signedIn.value) : answerFailure(c, signedIn.failure);
  });
  app.openapi(signOutRoute, async (c) => {
    giveCookies(c, await accounts.signOut(c.req.raw.headers));
    return c.json({ done: true as const }, 200);
  });
  app.openapi(checkLinkRoute, async (c) => {
    const checked = await accounts.checkSetupLink(c.req.valid("json").token);
    return checked.ok ? c.json({ done: true as const }, 200) : answerFailure(c, checked.failure);
  });
  app.openapi(setUpRoute, async (c) => {
    const made = await accounts.setUp(c.req.valid("json"));
    return made.ok ? answerSession(c, made.value) : answerFailure(c, made.failure);
  });
}

function answerSession(c: Context, { user, cookies }: NewSession) {
  giveCookies(c, cookies);
  return c.json({ gate: "signedIn" as const, user: { name: user.name, email: user.email } }, 200);
}

function giveCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
}
