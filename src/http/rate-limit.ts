import type { MiddlewareHandler } from "hono";
import { refuse } from "./answer.ts";
import type { AppDependencies } from "./dependencies.ts";
import { addressOf } from "./guard.ts";
import { openBuckets, type Pace } from "./token-bucket.ts";

/**
 * How fast the API may be asked (OWASP ASVS 5.0, 2.4.1 and 15.2.2). A person at a screen sends a few requests a second; a
 * whole office may stand behind one address.
 */
export const requestPaces: { readonly session: Pace; readonly address: Pace } = {
  session: { burst: 300, perSecond: 20 },
  address: { burst: 1500, perSecond: 100 },
};

/**
 * Refuses what comes faster than a session or an address may ask; documents and pages of the application itself are not
 * counted. This machine's own addresses are counted by session alone: behind a proxy that the settings do not name, all
 * visitors seem to come from there.
 */
export function paceKept(
  { clock }: Pick<AppDependencies, "clock">,
  paces: typeof requestPaces = requestPaces,
): MiddlewareHandler {
  const sessions = openBuckets(paces.session);
  const addresses = openBuckets(paces.address);
  return async (c, next) => {
    const address = addressOf(c);
    const session = /(?:^|;\s*)(?:__Secure-)?sauro\.session_token=([^;]+)/.exec(
      c.req.header("cookie") ?? "",
    )?.[1];
    const now = clock();
    const counted = address !== null && !/^127\.|^::1$/.test(address);
    const seconds = Math.max(
      (counted && addresses.take(address, now)) || 0,
      (session !== undefined && sessions.take(session, now)) || 0,
    );
    if (seconds === 0) return next();
    c.header("Retry-After", String(seconds));
    return refuse(c, "server.too-fast", { seconds });
  };
}
