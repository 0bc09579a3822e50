import type { Kysely } from "kysely";
import {
  type ChainBreak,
  type ChainEnd,
  chainStart,
  followLinks,
  isKeptApart,
  type LogStump,
  linkOn,
  type SignedHead,
  textOfHead,
  textOfStump,
} from "../domain/basics/log-chain.ts";
import type { ProvinceId } from "../store/database.ts";
import {
  digestAt,
  loadHeads,
  loadLastHead,
  loadLinks,
  loadStump,
  loadUnsealed,
  unlinkedEntries,
  withSnapshot,
} from "../store/log-audit.ts";
import { fingerprintOf, isSignedBy } from "../store/log-key.ts";
import { sha256 } from "../store/log-seal.ts";
import type { Tables } from "../store/schema.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";

/** What the check of one province's log found. */
export interface LogAudit {
  readonly province: number;
  /** Entries that follow from each other without a break, up to the first thing that is wrong. */
  readonly entries: number;
  /** What stands for entries that were dropped; null where none were. */
  readonly stump: LogStump | null;
  /** The last signed head; null where nothing was sealed yet. */
  readonly head: SignedHead | null;
  readonly unsealed: { readonly count: number; readonly since: Date | null };
  /** Heads kept elsewhere that agree with the chain, and those that are older than what is kept. */
  readonly kept: { readonly agreeing: number; readonly older: number };
  readonly found: ChainBreak | null;
}

export interface AuditRequest {
  readonly kysely: Kysely<Tables>;
  /** Public keys whose signatures are believed: this installation's, and those it had before. */
  readonly publicKeys: readonly string[];
  /** Heads that were kept elsewhere. */
  readonly heads: readonly SignedHead[];
}

const atATime = 2000;

/** Follows the chain of a province from its beginning, with the signatures of its heads. Reads one state of the rows. */
export function auditLog(province: ProvinceId, request: AuditRequest): Promise<LogAudit> {
  const kept = request.heads.filter((head) => head.province === province);
  return withSnapshot(request.kysely, province, async (transaction) => {
    const known = new Map(request.publicKeys.map((key) => [fingerprintOf(key), key]));
    const stump = await loadStump(transaction, province);
    const begin: ChainEnd = stump ?? chainStart;
    const { end, found } = await followChain(transaction, province, begin);
    const steps: readonly (() => Promise<ChainBreak | null> | ChainBreak | null)[] = [
      () =>
        stump === null || isGenuine(stump, textOfStump(stump), known) ? null : wrongHead("signature", stump),
      () => found,
      () => wrongAmongHeads(transaction, province, { begin, known }),
      () => wrongAmongKept(transaction, province, { begin, kept }),
      () => wrongBeside(transaction, province, stump),
    ];
    let first: ChainBreak | null = null;
    for (const step of steps) first ??= await step();
    const older = kept.filter(({ position }) => position <= begin.position).length;
    return {
      ...{ province, entries: end.position - begin.position, stump, found: first },
      head: await loadLastHead(transaction, province),
      unsealed: await loadUnsealed(transaction, province),
      kept: { agreeing: first === null ? kept.length - older : 0, older },
    };
  });
}

async function followChain(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  begin: ChainEnd,
): Promise<{ end: ChainEnd; found: ChainBreak | null }> {
  let end = begin;
  for (;;) {
    const links = await loadLinks(transaction, province, { after: end.position, most: atATime });
    const followed = followLinks(end, links, sha256);
    if (followed.found || links.length < atATime) return followed;
    end = followed.end;
  }
}

async function wrongAmongHeads(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { begin, known }: { readonly begin: ChainEnd; readonly known: ReadonlyMap<string, string> },
): Promise<ChainBreak | null> {
  for (let after = begin.position; ; ) {
    const heads = await loadHeads(transaction, province, { after, most: atATime });
    for (const head of heads) {
      if (head.linkDigest === null) return wrongHead("cut", head);
      if (!isGenuine(head, textOfHead(head), known)) return wrongHead("signature", head);
      if (head.linkDigest !== head.digest) return wrongHead("head", head);
      after = head.position;
    }
    if (heads.length < atATime) return null;
  }
}

async function wrongAmongKept(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { begin, kept }: { readonly begin: ChainEnd; readonly kept: readonly SignedHead[] },
): Promise<ChainBreak | null> {
  for (const head of kept.toSorted((a, b) => a.position - b.position)) {
    if (head.position < begin.position) continue;
    const digest =
      head.position === begin.position ? begin.digest : await digestAt(transaction, province, head.position);
    if (digest === null) return wrongHead("cut", head);
    if (digest !== head.digest) return wrongHead("head", head);
  }
  return null;
}

/** Beside the chain stand the changes that a stump keeps, as it was signed over, and nothing else. */
async function wrongBeside(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  stump: LogStump | null,
): Promise<ChainBreak | null> {
  let end = chainStart;
  for await (const entries of unlinkedEntries(transaction, province, atATime)) {
    const stray = entries.find((entry) => stump === null || !isKeptApart(entry, stump));
    if (stray) return { fault: "unlinked", position: null, id: stray.id, entry: stray };
    end = linkOn(end, entries, sha256).at(-1) ?? end;
  }
  const isWhole =
    stump === null || (end.position === stump.kept.position && end.digest === stump.kept.digest);
  return isWhole ? null : { fault: "kept", position: null, id: null, entry: null };
}

function isGenuine(
  { signature, signedBy }: SignedHead,
  text: string,
  known: ReadonlyMap<string, string>,
): boolean {
  const key = known.get(signedBy);
  return key !== undefined && isSignedBy(key, text, signature);
}

function wrongHead(fault: "cut" | "head" | "signature", { position }: SignedHead): ChainBreak {
  return { fault, position, id: null, entry: null };
}
