import type { Kysely } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { type ChainEnd, chainStart, linkOn } from "../domain/basics/log-chain.ts";
import { keptFrom } from "../domain/basics/log-keeping.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { programActor } from "../domain/organisation/actor.ts";
import { type ProvinceId, withProvince } from "../store/database.ts";
import { unlinkedEntries } from "../store/log-audit.ts";
import { dropLinks, lastLinkBefore, writeStump } from "../store/log-drop.ts";
import type { LogKey } from "../store/log-key.ts";
import { claimChain, sha256 } from "../store/log-seal.ts";
import { loadSettings } from "../store/province-settings.ts";
import type { Tables } from "../store/schema.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { auditLog } from "./audit-log.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** What dropping stands on beside the register. */
export interface DropWorld extends RegisterWorld {
  /** Rows as the login that owns the tables: no other may take entries away. */
  readonly owned: Kysely<Tables>;
  readonly key: LogKey;
}

/** What was dropped of a log: entries that went, changes that stay apart, and the day from which all is kept. */
export interface DroppedLog {
  readonly gone: number;
  readonly stay: number;
  readonly from: CalendarDate;
}

const atATime = 2000;

/**
 * Drops the entries of a province that are older than the months it set: sign-ins, refusals, exports and views go,
 * changes stay as the history of their things. A signed stump stands for them, so that the chain is followed from there
 * on. Only a log that was checked whole is dropped from: what is broken stays as evidence. Gives null when nothing is
 * that old, or another program is at work on the chain. Fails with `register.log-broken`.
 */
export async function dropOldLog(province: ProvinceId, world: DropWorld): Promise<Result<DroppedLog | null>> {
  const { kysely, owned, key } = world;
  const old = await withProvince(kysely, province, async (transaction) => {
    const { logMonths } = await loadSettings(transaction, province);
    const from = keptFrom(world.today(), logMonths);
    return { from, last: await lastLinkBefore(transaction, province, from) };
  });
  const { from } = old;
  if (old.last === null) return succeed(null);
  const { found } = await auditLog(province, { kysely, publicKeys: [key.publicKey], heads: [] });
  if (found) return fail("register.log-broken", { province });
  return withProvince(owned, province, async (transaction) => {
    if (!(await claimChain(transaction, province))) return succeed(null);
    const last = await lastLinkBefore(transaction, province, from);
    if (last === null) return succeed(null);
    const dropped = await dropLinks(transaction, province, last);
    const kept = await chainOfKept(transaction, province);
    await writeStump(transaction, province, { ...last, kept, from }, { key, at: world.clock() });
    const after = { ...dropped, from, position: last.position };
    await writeHistory(transaction, programActor("upkeep", province), world, [
      { what: "drop-log", subject: "log", before: null, after },
    ]);
    return succeed({ ...dropped, from });
  });
}

/** The chain over all changes that stand outside of the log's own chain. */
async function chainOfKept(transaction: ProvinceTransaction, province: ProvinceId): Promise<ChainEnd> {
  let end = chainStart;
  for await (const entries of unlinkedEntries(transaction, province, atATime))
    end = linkOn(end, entries, sha256).at(-1) ?? end;
  return end;
}
