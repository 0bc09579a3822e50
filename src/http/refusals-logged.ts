import type { Context, MiddlewareHandler } from "hono";
import type { Failure } from "../domain/basics/result.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { logApart } from "../operations/log-apart.ts";
import type { AppDependencies } from "./dependencies.ts";

/**
 * Writes into the log of the province what the table of rights refused to somebody: which right he lacked, and by which
 * way he came. An answer that cannot be logged is not given: it fails like any other bug.
 */
export function refusalsLogged({ register }: Pick<AppDependencies, "register">): MiddlewareHandler {
  return async (c, next) => {
    await next();
    const { actor, refusal } = known(c);
    if (!actor || !refusal) return;
    const action = String(refusal.detail?.action ?? "");
    const after = { method: c.req.method, path: c.req.path };
    await logApart(actor, { kind: "refusal", what: action, subject: `right:${action}`, after }, register);
  };
}

/** What the guard and the answer left behind on their way. */
function known(c: Context): { readonly actor: Actor | undefined; readonly refusal: Failure | undefined } {
  return { actor: c.get("actor"), refusal: c.get("refusal") };
}
