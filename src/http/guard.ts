import type { Context, Env, MiddlewareHandler } from "hono";
import type { SessionAnswer } from "../contract/account.ts";
import { type Actor, provinceNumber } from "../domain/organisation/actor.ts";
import { actorOfKey } from "../operations/api-keys.ts";
import type { Visitor } from "./account-port.ts";
import { refuse } from "./answer.ts";
import { clientAddress } from "./client-address.ts";
import type { AccountsPort, AppDependencies } from "./dependencies.ts";
import { openBuckets } from "./token-bucket.ts";

/**
 * What a browser may do with our pages: own scripts, styles, fonts and pictures only, nothing inline, in no frame.
 * `blob:` is for saving what was read as a file.
 */
const contentPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/** Sets the headers that every answer carries. */
export function securityHeaders(secure: boolean): MiddlewareHandler {
  return async (c, next) => {
    await next();
    c.header("Content-Security-Policy", contentPolicy);
    c.header("X-Content-Type-Options", "nosniff");
    c.header("X-Frame-Options", "DENY");
    c.header("Referrer-Policy", "no-referrer");
    c.header("Cross-Origin-Opener-Policy", "same-origin");
    c.header("Cross-Origin-Resource-Policy", "same-origin");
    c.header("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    if (secure) c.header("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
  };
}

/** Refuses names that are not ours, so that a foreign page cannot rebind its name to this machine. */
export function hostCheck(hosts: readonly string[]): MiddlewareHandler {
  const known = new Set(hosts.map((host) => host.toLowerCase()));
  return async (c, next) => {
    const host = hostOf(c);
    if (host !== null && known.has(host)) return next();
    return refuse(c, "server.wrong-host", { host: host ?? "" });
  };
}

/**
 * Refuses changes that another site's page asks for in the name of our visitor (CSRF). Browsers send `Origin` with
 * every such request; a request with neither `Origin` nor `Sec-Fetch-Site` comes from a program, which carries no
 * visitor's cookies.
 */
export function originCheck(hosts: readonly string[]): MiddlewareHandler {
  const known = new Set(hosts.map((host) => host.toLowerCase()));
  return async (c, next) => {
    if (c.req.method === "GET" || c.req.method === "HEAD") return next();
    const origin = c.req.header("origin");
    // A page of another site cannot send a key, and no cookie is heard beside one.
    if (bearerOf(c) !== null) return next();
    const site = c.req.header("sec-fetch-site");
    const originIsOurs =
      origin === undefined || (isOwnOrigin(origin, known) && authorityOf(origin) === hostOf(c));
    if (originIsOurs && (site === undefined || site === "same-origin")) return next();
    return refuse(c, "server.foreign-origin");
  };
}

function isOwnOrigin(origin: string, hosts: ReadonlySet<string>): boolean {
  const authority = authorityOf(origin);
  return authority !== null && hosts.has(authority);
}

function authorityOf(origin: string): string | null {
  return /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]?.toLowerCase() ?? null;
}

function hostOf(c: Context): string | null {
  return (c.req.header("host") ?? new URL(c.req.url).host).toLowerCase() || null;
}

/** Finds out once where a request comes from; `proxies` are those that the administrator named. */
export function addressKnown(proxies: readonly string[]): MiddlewareHandler {
  return async (c, next) => {
    c.set("address", clientAddress(connectionOf(c), c.req.header("x-forwarded-for"), proxies));
    return next();
  };
}

/** Where the request comes from (see `clientAddress`); null where there is no network (tests). */
export function addressOf(c: Context): string | null {
  // Set by addressKnown, which stands before all routes.
  return (c.get("address") as string | null | undefined) ?? null;
}

function connectionOf(c: Context): string | null {
  // Set by the Node adapter; absent when the application is called directly.
  const env = c.env as { incoming?: { socket?: { remoteAddress?: string } } } | undefined;
  return env?.incoming?.socket?.remoteAddress ?? null;
}

/** True for a visitor who sits at this machine; a request that a proxy passes on comes from elsewhere. */
export function isFromThisMachine(c: Context): boolean {
  if (c.req.header("forwarded") ?? c.req.header("x-forwarded-for")) return false;
  const address = connectionOf(c);
  return address !== null && /^(::ffff:)?127\.|^::1$/.test(address);
}

/** Which door the visitor stands at, and who it is. */
export async function gateOf(
  c: Context,
  accounts: AccountsPort,
): Promise<{ gate: SessionAnswer["gate"]; user: Visitor | null }> {
  if (!(await accounts.hasAdministrator()))
    return { gate: isFromThisMachine(c) ? "open" : "closed", user: null };
  const user = await accounts.userOf(c.req.raw.headers);
  if (user === null) return { gate: "signIn", user };
  return { gate: user.mustEnrol ? "secondFactor" : "signedIn", user };
}

/** Lets in the signed-in, and this machine's own visitors while there is no administrator yet. */
export function sessionNeeded({ accounts }: Pick<AppDependencies, "accounts">): MiddlewareHandler {
  return async (c, next) => {
    const { gate } = await gateOf(c, accounts);
    if (gate === "signIn") return refuse(c, "account.sign-in-needed");
    if (gate === "closed") return refuse(c, "account.not-set-up");
    if (gate === "secondFactor") return refuse(c, "account.second-factor-needed");
    return next();
  };
}

/** What the routes of the own account know of a request. */
export interface VisitorEnv {
  readonly Variables: { readonly visitor: Visitor };
}

/** Lets in who is signed in, also before he enrolled a second factor; the route finds him in `c.var.visitor`. */
export function visitorNeeded({
  accounts,
}: Pick<AppDependencies, "accounts">): MiddlewareHandler<VisitorEnv> {
  return async (c, next) => {
    const { gate, user } = await gateOf(c, accounts);
    if (gate === "closed" || gate === "open") return refuse(c, "account.not-set-up");
    if (user === null) return refuse(c, "account.sign-in-needed");
    c.set("visitor", user);
    return next();
  };
}

/**
 * Lets in whose session was proved within the last ten minutes: for what changes rights, keys or factors. It stands beside
 * `visitorNeeded` or `actorNeeded`, which say whether anybody is signed in at all.
 */
export function freshSessionNeeded<E extends Env>({
  accounts,
}: Pick<AppDependencies, "accounts">): MiddlewareHandler<E> {
  return async (c, next) => {
    const { user } = await gateOf(c, accounts);
    if (user !== null && !user.fresh) return refuse(c, "account.proof-needed");
    return next();
  };
}

/** The keys of this process: each may ask 600 times at once and 10 times a second for long, and slows no other. */
const keys = openBuckets({ burst: 600, perSecond: 10 });

/** The key that a program sends; a request with one is the program's, whatever cookies come along. */
function bearerOf(c: Context): string | null {
  return /^Bearer +(\S+)$/i.exec(c.req.header("authorization") ?? "")?.[1] ?? null;
}

/** What the routes of the register know of a request. */
export interface ActorEnv {
  readonly Variables: { readonly actor: Actor };
}

/** Lets in who is signed in and works for a province; the route finds the person in `c.var.actor`. */
export function actorNeeded({
  accounts,
  register,
}: Pick<AppDependencies, "accounts"> & {
  /** Where keys are looked up; without it none is heard. */
  readonly register?: Pick<AppDependencies["register"], "kysely" | "clock">;
}): MiddlewareHandler<ActorEnv> {
  return async (c, next) => {
    const key = bearerOf(c);
    if (key !== null) {
      const program = register ? await actorOfKey(key, register) : null;
      if (!register || program === null) return refuse(c, "people.key-invalid");
      const seconds = keys.take(program.person, register.clock());
      if (seconds !== null) {
        c.header("Retry-After", String(seconds));
        return refuse(c, "people.key-too-fast", { seconds });
      }
      c.set("actor", { ...program, address: addressOf(c) });
      return next();
    }
    const { gate, user } = await gateOf(c, accounts);
    if (gate === "closed" || gate === "open") return refuse(c, "account.not-set-up");
    if (user === null) return refuse(c, "account.sign-in-needed");
    if (gate === "secondFactor") return refuse(c, "account.second-factor-needed");
    const chosen = await accounts.provinceOf(user.id);
    const province = chosen && provinceNumber(chosen.id);
    if (!province) return refuse(c, "register.no-province");
    const held = await accounts.heldRoles(user, province);
    c.set("actor", { person: user.id, name: user.name, province, held, address: addressOf(c) });
    return next();
  };
}
