import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  accountAnswer,
  appBegun,
  appCode,
  nameChange,
  passkeyNew,
  passkeyOptions,
  passkeySignIn,
  passwordChange,
  passwordProof,
  sessionsEnded,
  writtenCodes,
} from "../contract/account.ts";
import { apiPaths } from "../contract/paths.ts";
import { callerOf, done, giveCookies, smallBody } from "./account.ts";
import type { OwnAccountPort, Visitor } from "./account-port.ts";
import { answerFailure } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { addressOf, freshSessionNeeded, type VisitorEnv, visitorNeeded } from "./guard.ts";
import { answers, jsonBody } from "./register-route.ts";

type Deps = Pick<AppDependencies, "accounts" | "ownAccount">;

const id = z.object({ id: z.uuid() });
const sessionId = z.object({ id: z.string().min(1).max(60) });

/** /api/account and /api/session/proof: everybody's own name, password, factors and sessions. */
export function addOwnAccountRoutes(app: OpenAPIHono, deps: Deps): void {
  for (const path of [apiPaths.sessionProof, apiPaths.account])
    app.use(path, smallBody).use(`${path}/*`, smallBody);
  addProofRoutes(app, deps);
  addProfileRoutes(app, deps);
  addAppRoutes(app, deps);
  addPasskeyRoutes(app, deps);
  addSessionRoutes(app, deps);
}

function addProofRoutes(app: OpenAPIHono, { accounts, ownAccount }: Deps): void {
  const own = visitorNeeded({ accounts });
  const withPassword = createRoute({
    method: "post",
    path: apiPaths.sessionProof,
    summary: "Prove again who sits here, by password",
    middleware: [own] as const,
    request: { body: jsonBody(passwordProof) },
    responses: answers("Proved", done),
  });
  app.openapi(withPassword, async (c) => {
    const { password } = c.req.valid("json");
    const proved = await ownAccount.proveAgain(c.var.visitor, password, callerOf(c));
    return proved.ok ? c.json({ done: true as const }, 200) : answerFailure(c, proved.failure);
  });
  const withPasskey = createRoute({
    method: "post",
    path: apiPaths.sessionProofPasskey,
    summary: "Prove again who sits here, by passkey",
    middleware: [own] as const,
    request: { body: jsonBody(passkeySignIn) },
    responses: answers("Proved", done),
  });
  app.openapi(withPasskey, async (c) => {
    const { response } = c.req.valid("json");
    const proved = await ownAccount.proveWithPasskey(c.var.visitor, response, c.req.raw.headers);
    return proved.ok ? c.json({ done: true as const }, 200) : answerFailure(c, proved.failure);
  });
}

function addProfileRoutes(app: OpenAPIHono, { accounts, ownAccount }: Deps): void {
  const own = visitorNeeded({ accounts });
  const show = createRoute({
    method: "get",
    path: apiPaths.account,
    summary: "The own account",
    middleware: [own] as const,
    responses: answers("The account", accountAnswer),
  });
  app.openapi(show, async (c) => c.json(await presentAccount(c.var.visitor, ownAccount), 200));
  const rename = createRoute({
    method: "patch",
    path: apiPaths.account,
    summary: "Change the own name",
    middleware: [own] as const,
    request: { body: jsonBody(nameChange) },
    responses: answers("Changed", done),
  });
  app.openapi(rename, async (c) => {
    await ownAccount.rename(c.var.visitor, c.req.valid("json").name, addressOf(c));
    return c.json({ done: true as const }, 200);
  });
  const password = createRoute({
    method: "put",
    path: apiPaths.accountPassword,
    summary: "Change the own password; all other sessions end",
    middleware: [own] as const,
    request: { body: jsonBody(passwordChange) },
    responses: answers("Changed", done),
  });
  app.openapi(password, async (c) => {
    const changed = await ownAccount.changePassword(c.var.visitor, c.req.valid("json"), addressOf(c));
    return changed.ok ? c.json({ done: true as const }, 200) : answerFailure(c, changed.failure);
  });
}

function addAppRoutes(app: OpenAPIHono, { accounts, ownAccount }: Deps): void {
  const guards = [visitorNeeded({ accounts }), freshSessionNeeded<VisitorEnv>({ accounts })] as const;
  const begin = createRoute({
    method: "post",
    path: apiPaths.accountApp,
    summary: "Begin to enrol an app that makes codes",
    middleware: [...guards] as const,
    responses: answers("What the app needs", appBegun),
  });
  app.openapi(begin, async (c) => {
    const begun = await ownAccount.beginApp(c.var.visitor);
    return begun.ok ? c.json(begun.value, 200) : answerFailure(c, begun.failure);
  });
  const finish = createRoute({
    method: "put",
    path: apiPaths.accountApp,
    summary: "Turn the app on with its first code",
    middleware: [...guards] as const,
    request: { body: jsonBody(appCode) },
    responses: answers("Codes to be written down", writtenCodes),
  });
  app.openapi(finish, async (c) => {
    const { visitor } = c.var;
    const { code } = c.req.valid("json");
    const finished = await ownAccount.finishApp(visitor, code, callerOf(c), c.req.raw.headers);
    if (!finished.ok) return answerFailure(c, finished.failure);
    giveCookies(c, finished.value.cookies);
    return c.json({ codes: finished.value.codes }, 200);
  });
  const remove = createRoute({
    method: "delete",
    path: apiPaths.accountApp,
    summary: "Take the app away",
    middleware: [...guards] as const,
    responses: answers("Gone", done),
  });
  app.openapi(remove, async (c) => {
    const removed = await ownAccount.removeApp(c.var.visitor, addressOf(c));
    return removed.ok ? c.json({ done: true as const }, 200) : answerFailure(c, removed.failure);
  });
  const codes = createRoute({
    method: "post",
    path: apiPaths.accountCodes,
    summary: "New codes to be written down; the old ones end",
    middleware: [...guards] as const,
    responses: answers("Codes to be written down", writtenCodes),
  });
  app.openapi(codes, async (c) => {
    const made = await ownAccount.newCodes(c.var.visitor, addressOf(c));
    return made.ok ? c.json({ codes: made.value }, 200) : answerFailure(c, made.failure);
  });
}

function addPasskeyRoutes(app: OpenAPIHono, { accounts, ownAccount }: Deps): void {
  const guards = [visitorNeeded({ accounts }), freshSessionNeeded<VisitorEnv>({ accounts })] as const;
  const begin = createRoute({
    method: "post",
    path: apiPaths.accountPasskeyOptions,
    summary: "What a browser needs to make a passkey",
    middleware: [...guards] as const,
    responses: answers("Options", passkeyOptions),
  });
  app.openapi(begin, async (c) => {
    const { options, cookie } = await ownAccount.beginPasskey(c.var.visitor);
    giveCookies(c, [cookie]);
    return c.json({ options: { ...options } }, 200);
  });
  const finish = createRoute({
    method: "post",
    path: apiPaths.accountPasskeys,
    summary: "Keep a passkey that a browser made",
    middleware: [...guards] as const,
    request: { body: jsonBody(passkeyNew) },
    responses: answers("Kept", done),
  });
  app.openapi(finish, async (c) => {
    const from = { headers: c.req.raw.headers, address: addressOf(c) };
    const kept = await ownAccount.finishPasskey(c.var.visitor, c.req.valid("json"), from);
    return kept.ok ? c.json({ done: true as const }, 200) : answerFailure(c, kept.failure);
  });
  const remove = createRoute({
    method: "delete",
    path: apiPaths.accountPasskey,
    summary: "Take a passkey away",
    middleware: [...guards] as const,
    request: { params: id },
    responses: answers("Gone", done),
  });
  app.openapi(remove, async (c) => {
    await ownAccount.removePasskey(c.var.visitor, c.req.valid("param").id, addressOf(c));
    return c.json({ done: true as const }, 200);
  });
}

function addSessionRoutes(app: OpenAPIHono, { accounts, ownAccount }: Deps): void {
  const own = visitorNeeded({ accounts });
  const endOthers = createRoute({
    method: "delete",
    path: apiPaths.accountSessions,
    summary: "End all other sessions",
    middleware: [own] as const,
    responses: answers("Ended", sessionsEnded),
  });
  app.openapi(endOthers, async (c) =>
    c.json({ ended: await ownAccount.endSessions(c.var.visitor, "others", addressOf(c)) }, 200),
  );
  const endOne = createRoute({
    method: "delete",
    path: apiPaths.accountSession,
    summary: "End one session",
    middleware: [own] as const,
    request: { params: sessionId },
    responses: answers("Ended", sessionsEnded),
  });
  app.openapi(endOne, async (c) =>
    c.json({ ended: await ownAccount.endSessions(c.var.visitor, c.req.valid("param"), addressOf(c)) }, 200),
  );
}

async function presentAccount(visitor: Visitor, port: OwnAccountPort) {
  const [hasPassword, app, passkeys, sessions] = await Promise.all([
    port.hasPassword(visitor.id),
    port.hasApp(visitor.id),
    port.passkeysOf(visitor.id),
    port.sessionsOf(visitor.id),
  ]);
  return {
    ...{ name: visitor.name, email: visitor.email, hasPassword, app },
    passkeys: passkeys.map((key) => ({
      ...{ id: key.id, name: key.name, createdAt: key.createdAt.toISOString() },
      usedAt: key.usedAt?.toISOString() ?? null,
    })),
    sessions: sessions.map((session) => ({
      ...{ id: session.id, address: session.address, agent: session.agent, way: session.way },
      ...{ openedAt: session.openedAt.toISOString(), seenAt: session.seenAt.toISOString() },
      here: session.id === visitor.session,
    })),
  };
}
