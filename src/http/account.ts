import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import {
  credentials,
  passkeyOptions,
  passkeySignIn,
  type SessionAnswer,
  sessionAnswer,
  sessionCode,
  sessionWays,
  setupCheckAnswer,
  setupRequest,
  setupToken,
} from "../contract/account.ts";
import { provinceChoice, provincesAnswer } from "../contract/document.ts";
import { failureAnswer } from "../contract/failure.ts";
import { apiPaths } from "../contract/paths.ts";
import { provinceNumber } from "../domain/organisation/actor.ts";
import { allowedActions } from "../domain/organisation/rights.ts";
import type { Caller } from "./account-port.ts";
import { answerFailure, refuse } from "./answer.ts";
import type {
  AccountsPort,
  AppDependencies,
  NewSession,
  ProvinceChoice,
  SignedInUser,
} from "./dependencies.ts";
import { addressOf, gateOf, sessionNeeded } from "./guard.ts";

/** Bodies of accounts are small. */
export const smallBody = bodyLimit({
  maxSize: 16 * 1024,
  onError: (c) => refuse(c, "server.bad-request", { part: "body" }),
});

const session = { description: "The session", content: { "application/json": { schema: sessionAnswer } } };
const refused = { description: "Refused", content: { "application/json": { schema: failureAnswer } } };
/** What is answered when a thing was done and there is nothing more to say. */
export const done = z.object({ done: z.literal(true) });

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

const waysRoute = createRoute({
  method: "get",
  path: apiPaths.sessionWays,
  summary: "The ways in that are open",
  responses: {
    200: { description: "The ways in", content: { "application/json": { schema: sessionWays } } },
  },
});

const codeRoute = createRoute({
  method: "post",
  path: apiPaths.sessionCode,
  summary: "The second step of signing in: a code",
  middleware: [smallBody] as const,
  request: { body: { required: true, content: { "application/json": { schema: sessionCode } } } },
  responses: { 200: session, default: refused },
});

const passkeyOptionsRoute = createRoute({
  method: "post",
  path: apiPaths.sessionPasskeyOptions,
  summary: "What a browser needs to ask for a passkey",
  responses: {
    200: { description: "Options", content: { "application/json": { schema: passkeyOptions } } },
  },
});

const passkeyRoute = createRoute({
  method: "post",
  path: apiPaths.sessionPasskey,
  summary: "Sign in with a passkey",
  middleware: [smallBody] as const,
  request: { body: { required: true, content: { "application/json": { schema: passkeySignIn } } } },
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
    200: { description: "It opens", content: { "application/json": { schema: setupCheckAnswer } } },
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

function provincesRoute(deps: Pick<AppDependencies, "accounts">) {
  return createRoute({
    method: "get",
    path: apiPaths.provinces,
    summary: "The provinces and cities there are",
    middleware: [sessionNeeded(deps)] as const,
    responses: {
      200: { description: "By name", content: { "application/json": { schema: provincesAnswer } } },
    },
  });
}

function chooseProvinceRoute(deps: Pick<AppDependencies, "accounts">) {
  return createRoute({
    method: "put",
    path: apiPaths.province,
    summary: "An administrator without a province chooses one; once",
    middleware: [sessionNeeded(deps), smallBody] as const,
    request: { body: { required: true, content: { "application/json": { schema: provinceChoice } } } },
    responses: { 200: session, default: refused },
  });
}

/** /api/session and /api/setup: open to all, for they are the door itself. */
export function addAccountRoutes(
  app: OpenAPIHono,
  { accounts, ownAccount }: Pick<AppDependencies, "accounts" | "ownAccount">,
): void {
  app.openapi(whoRoute, async (c) => {
    const { gate, user } = await gateOf(c, accounts);
    if (user === null) return c.json({ gate, user, province: null, may: [] }, 200);
    return c.json(await presentSession(gate, user, accounts), 200);
  });
  app.openapi(waysRoute, (c) => c.json(ownAccount.ways, 200));
  app.openapi(provincesRoute({ accounts }), async (c) =>
    c.json({ provinces: (await accounts.provinces()).map(presentProvince) }, 200),
  );
  app.openapi(chooseProvinceRoute({ accounts }), async (c) => {
    const { gate, user } = await gateOf(c, accounts);
    if (user === null) return refuse(c, "account.not-set-up");
    const chosen = await accounts.chooseProvince(user, c.req.valid("json").province);
    if (!chosen.ok) return answerFailure(c, chosen.failure);
    return c.json(await presentSession(gate, user, accounts), 200);
  });
  app.openapi(signInRoute, async (c) => {
    const { address, agent } = callerOf(c);
    const signedIn = await accounts.signIn(c.req.valid("json"), address, agent);
    if (!signedIn.ok) return answerFailure(c, signedIn.failure);
    const { user, cookies } = signedIn.value;
    if (user !== null) return answerSession(c, { user, cookies }, accounts);
    giveCookies(c, cookies);
    return c.json({ gate: "code" as const, user, province: null, may: [] }, 200);
  });
  app.openapi(codeRoute, async (c) => {
    const signedIn = await ownAccount.signInWithCode(c.req.valid("json"), callerOf(c), c.req.raw.headers);
    return signedIn.ok ? answerSession(c, signedIn.value, accounts) : answerFailure(c, signedIn.failure);
  });
  app.openapi(passkeyOptionsRoute, async (c) => {
    const { options, cookie } = await ownAccount.askPasskey();
    giveCookies(c, [cookie]);
    return c.json({ options: { ...options } }, 200);
  });
  app.openapi(passkeyRoute, async (c) => {
    const { response } = c.req.valid("json");
    const signedIn = await ownAccount.signInWithPasskey(response, callerOf(c), c.req.raw.headers);
    return signedIn.ok ? answerSession(c, signedIn.value, accounts) : answerFailure(c, signedIn.failure);
  });
  app.openapi(signOutRoute, async (c) => {
    giveCookies(c, await accounts.signOut(c.req.raw.headers, addressOf(c)));
    return c.json({ done: true as const }, 200);
  });
  app.openapi(checkLinkRoute, async (c) => {
    const checked = await accounts.checkSetupLink(c.req.valid("json").token);
    if (!checked.ok) return answerFailure(c, checked.failure);
    const provinces = (await accounts.provinces()).map(presentProvince);
    return c.json({ done: true as const, provinces }, 200);
  });
  app.openapi(setUpRoute, async (c) => {
    const made = await accounts.setUp(c.req.valid("json"), callerOf(c));
    return made.ok ? answerSession(c, made.value, accounts) : answerFailure(c, made.failure);
  });
}

/** Answers with a session just opened, and with the door that it leads to. */
export async function answerSession(c: Context, { user, cookies }: NewSession, accounts: AccountsPort) {
  giveCookies(c, cookies);
  const opened = new Headers({ cookie: cookies.map((cookie) => cookie.split(";")[0]).join("; ") });
  const visitor = await accounts.userOf(opened);
  const gate = visitor?.mustEnrol ? ("secondFactor" as const) : ("signedIn" as const);
  return c.json(await presentSession(gate, user, accounts), 200);
}

/** Where a request comes from, and what its browser calls itself. */
export function callerOf(c: Context): Caller {
  return { address: addressOf(c), agent: c.req.header("user-agent") ?? null };
}

async function presentSession(
  gate: SessionAnswer["gate"],
  user: SignedInUser,
  accounts: AccountsPort,
): Promise<SessionAnswer> {
  const province = await accounts.provinceOf(user.id);
  const number = province && provinceNumber(province.id);
  const held = gate === "signedIn" && number ? await accounts.heldRoles(user, number) : [];
  const { name, email } = user;
  return {
    ...{ gate, user: { name, email }, province: province && presentProvince(province) },
    may: allowedActions(held),
  };
}

function presentProvince({ id, name, nameEn }: ProvinceChoice): ProvinceChoice {
  return { id, name, nameEn };
}

/** Sets cookies that are ready as `Set-Cookie` values. */
export function giveCookies(c: Context, cookies: readonly string[]): void {
  for (const cookie of cookies) c.header("Set-Cookie", cookie, { append: true });
}
