import { createRoute, type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  codeCheck,
  invitationAcceptance,
  invitationCheckAnswer,
  invitationRequest,
  invitationsAnswer,
  issuedCode,
  madeInvitation,
  recoveryCheckAnswer,
  recoveryRequest,
  recoveryUse,
  sessionAnswer,
} from "../contract/account.ts";
import { apiPaths } from "../contract/paths.ts";
import { answerSession, callerOf, done, giveCookies, smallBody } from "./account.ts";
import { answerFailure, languageOf, presentFailure } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { type ActorEnv, actorNeeded, addressOf, freshSessionNeeded } from "./guard.ts";
import { answers, jsonBody } from "./register-route.ts";

type Deps = Pick<AppDependencies, "accounts" | "invitations" | "ownAccount">;

/** /api/invitations and /api/recoveries: codes for one use. Those that use a code are open to all who have one. */
export function addCodeRoutes(app: OpenAPIHono, deps: Deps): void {
  for (const path of [apiPaths.invitations, apiPaths.recoveries, apiPaths.entry])
    app.use(path, smallBody).use(`${path}/*`, smallBody);
  addInvitingRoutes(app, deps);
  addInvitedRoutes(app, deps);
  addRecoveryRoutes(app, deps);
  addSingleSignOnRoutes(app, deps);
}

function addInvitingRoutes(app: OpenAPIHono, { accounts, invitations }: Deps): void {
  const actor = actorNeeded({ accounts });
  const fresh = freshSessionNeeded<ActorEnv>({ accounts });
  const list = createRoute({
    method: "get",
    path: apiPaths.invitations,
    summary: "Invitations that still open",
    middleware: [actor] as const,
    responses: answers("The newest first", invitationsAnswer),
  });
  app.openapi(list, async (c) => {
    const found = await invitations.openInvitations(c.var.actor);
    if (!found.ok) return answerFailure(c, found.failure);
    const shown = found.value.map(({ issuedAt, expiresAt, ...entry }) => ({
      ...entry,
      ...{ issuedAt: issuedAt.toISOString(), expiresAt: expiresAt.toISOString() },
    }));
    return c.json({ mail: invitations.mail, invitations: shown }, 200);
  });
  const invite = createRoute({
    method: "post",
    path: apiPaths.invitations,
    summary: "Invite a person into the province",
    middleware: [actor, fresh] as const,
    request: { body: jsonBody(invitationRequest) },
    responses: answers("The code, shown once", madeInvitation),
  });
  app.openapi(invite, async (c) => {
    const made = await invitations.invite(c.var.actor, c.req.valid("json"), addressOf(c));
    if (!made.ok) return answerFailure(c, made.failure);
    const { code, expiresAt, mailed } = made.value;
    const unsent = mailed?.ok === false ? presentFailure(mailed.failure, languageOf(c)).error : null;
    return c.json({ code, expiresAt: expiresAt.toISOString(), mailed: mailed?.ok ?? false, unsent }, 200);
  });
  const withdraw = createRoute({
    method: "delete",
    path: apiPaths.invitation,
    summary: "Withdraw an invitation",
    middleware: [actor] as const,
    request: { params: z.object({ id: z.uuid() }) },
    responses: answers("Withdrawn", done),
  });
  app.openapi(withdraw, async (c) => {
    const { id } = c.req.valid("param");
    const gone = await invitations.withdrawInvitation(c.var.actor, id, addressOf(c));
    return gone.ok ? c.json({ done: true as const }, 200) : answerFailure(c, gone.failure);
  });
}

function addInvitedRoutes(app: OpenAPIHono, { accounts, invitations }: Deps): void {
  const check = createRoute({
    method: "post",
    path: apiPaths.invitationCheck,
    summary: "Whom does a code invite?",
    request: { body: jsonBody(codeCheck) },
    responses: answers("It opens", invitationCheckAnswer),
  });
  app.openapi(check, async (c) => {
    const checked = await invitations.checkInvitation(c.req.valid("json").code);
    return checked.ok ? c.json(checked.value, 200) : answerFailure(c, checked.failure);
  });
  const accept = createRoute({
    method: "post",
    path: apiPaths.invitationAccept,
    summary: "Accept an invitation",
    request: { body: jsonBody(invitationAcceptance) },
    responses: answers("The session", sessionAnswer),
  });
  app.openapi(accept, async (c) => {
    const visitor = await accounts.userOf(c.req.raw.headers);
    const accepted = await invitations.acceptInvitation(c.req.valid("json"), visitor, callerOf(c));
    return accepted.ok ? answerSession(c, accepted.value, accounts) : answerFailure(c, accepted.failure);
  });
}

function addRecoveryRoutes(app: OpenAPIHono, { accounts, invitations }: Deps): void {
  const issue = createRoute({
    method: "post",
    path: apiPaths.recoveries,
    summary: "A code for a person of the province who cannot get in",
    middleware: [actorNeeded({ accounts }), freshSessionNeeded<ActorEnv>({ accounts })] as const,
    request: { body: jsonBody(recoveryRequest) },
    responses: answers("The code, shown once", issuedCode),
  });
  app.openapi(issue, async (c) => {
    const { person } = c.req.valid("json");
    const made = await invitations.issueRecovery(c.var.actor, person, addressOf(c));
    if (!made.ok) return answerFailure(c, made.failure);
    const { code, expiresAt } = made.value;
    return c.json({ code, expiresAt: expiresAt.toISOString() }, 200);
  });
  const check = createRoute({
    method: "post",
    path: apiPaths.recoveryCheck,
    summary: "For whom is a code?",
    request: { body: jsonBody(codeCheck) },
    responses: answers("It opens", recoveryCheckAnswer),
  });
  app.openapi(check, async (c) => {
    const checked = await invitations.checkPersonalCode(c.req.valid("json").code);
    return checked.ok ? c.json(checked.value, 200) : answerFailure(c, checked.failure);
  });
  const use = createRoute({
    method: "post",
    path: apiPaths.recoveryUse,
    summary: "Set a new password with a code",
    request: { body: jsonBody(recoveryUse) },
    responses: answers("The password is set", done),
  });
  app.openapi(use, async (c) => {
    const used = await invitations.recover(c.req.valid("json"), addressOf(c));
    return used.ok ? c.json({ done: true as const }, 200) : answerFailure(c, used.failure);
  });
  const enter = createRoute({
    method: "post",
    path: apiPaths.entry,
    summary: "Come in as an administrator with a code of the command line",
    request: { body: jsonBody(codeCheck) },
    responses: answers("The session", sessionAnswer),
  });
  app.openapi(enter, async (c) => {
    const opened = await invitations.enterByCode(c.req.valid("json").code, callerOf(c));
    return opened.ok ? answerSession(c, opened.value, accounts) : answerFailure(c, opened.failure);
  });
}

/** There and back: the browser itself goes, so the answers are redirections; what is refused is said on our own page. */
function addSingleSignOnRoutes(app: OpenAPIHono, { ownAccount }: Deps): void {
  const redirection = { 302: { description: "Go there" } };
  const begin = createRoute({
    method: "get",
    path: apiPaths.singleSignOn,
    summary: "Sign in where all programs sign in",
    responses: redirection,
  });
  const refuseTo = (code: string, detail: Readonly<Record<string, string | number>>) =>
    `/sign-in#${new URLSearchParams({ refused: code, ...detail }).toString()}`;
  app.openapi(begin, async (c) => {
    const begun = await ownAccount.beginSingleSignOn();
    if (!begun.ok) return c.redirect(refuseTo(begun.failure.code, begun.failure.detail), 302);
    giveCookies(c, [begun.value.cookie]);
    return c.redirect(begun.value.address, 302);
  });
  const finish = createRoute({
    method: "get",
    path: apiPaths.singleSignOnBack,
    summary: "Come back from signing in elsewhere",
    responses: redirection,
  });
  app.openapi(finish, async (c) => {
    const { search } = new URL(c.req.url);
    const signedIn = await ownAccount.finishSingleSignOn(search, callerOf(c), c.req.raw.headers);
    if (!signedIn.ok) return c.redirect(refuseTo(signedIn.failure.code, signedIn.failure.detail), 302);
    giveCookies(c, signedIn.value.cookies);
    return c.redirect("/", 302);
  });
}
