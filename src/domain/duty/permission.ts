import { fail, type Result, succeed } from "../basics/result.ts";
import type { Actor } from "../organisation/actor.ts";
import { type Action, type Reach, reachOf } from "../organisation/rights.ts";

/**
 * Over what a person may do something in his province, by the table of rights: every operation asks it first, and one
 * that shows or changes things of units keeps to what it answers. Fails with `register.not-allowed`.
 */
export function permit(actor: Actor, action: Action): Result<Reach> {
  const reach = reachOf(actor.held, action);
  return reach ? succeed(reach) : fail("register.not-allowed", { action });
}
