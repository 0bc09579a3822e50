import { createHash } from "node:crypto";
import { type Kysely, sql } from "kysely";
import {
  type ChainEnd,
  chainStart,
  linkOn,
  type SealedEntry,
  textOfHead,
} from "../domain/basics/log-chain.ts";
import { type ProvinceId, provinceId } from "./database.ts";
import type { LogKey } from "./log-key.ts";
import "./log-tables.ts";
import type { Tables } from "./schema.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** Known to all sealers of a database; the number is arbitrary and ours, the second half is the province. */
const sealingLock = 5_203_003;

/** SHA-256, hexadecimal. */
export const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** An entry as the chain covers it; `h` is the row of history. */
export const sealedColumns = sql`h.province_id as province, h.id,
  to_char(h.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, h.kind, h.who, h.address, h.what, h.subject,
  h.before::text as before, h.after::text as after`;

/** Provinces with entries that no seal covers yet. */
export async function unsealedProvinces(kysely: Kysely<Tables>): Promise<readonly ProvinceId[]> {
  const { rows } = await sql<{ provinces: number[] }>`select unsealed_provinces() as provinces`.execute(
    kysely,
  );
  return (rows[0]?.provinces ?? []).flatMap((number) => provinceId(number) ?? []);
}

/**
 * Links waiting entries of a province to its chain, in the order of their ids, and signs the new head; all in the
 * transaction given, so that it happens whole or not at all. Gives how many were linked; null while another sealer is at
 * work in the province. Nobody who writes entries waits for it: it only takes away what was committed.
 */
export async function sealEntries(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { key, at, most }: { readonly key: LogKey; readonly at: Date; readonly most: number },
): Promise<number | null> {
  if (!(await claimChain(transaction, province))) return null;
  const { rows: entries } = await sql<SealedEntry>`
    select ${sealedColumns}
      from history_unsealed w join history h on h.province_id = w.province_id and h.id = w.history_id
     where w.province_id = ${province} order by w.history_id limit ${most}`.execute(transaction);
  if (entries.length === 0) return 0;
  const links = linkOn(await chainEnd(transaction, province), entries, sha256);
  const ids = links.map(({ id }) => id);
  await sql`
    insert into history_seal (province_id, position, history_id, digest, sealed_at)
    select ${province}, * , ${at}::timestamptz
      from unnest(${links.map(({ position }) => position)}::bigint[], ${ids}::uuid[],
                  ${links.map(({ digest }) => digest)}::text[])`.execute(transaction);
  await sql`
    delete from history_unsealed where province_id = ${province} and history_id = any(${ids}::uuid[])`.execute(
    transaction,
  );
  const end = links.at(-1);
  if (end) await signHead(transaction, province, end, { key, at });
  return links.length;
}

/** Takes the chain of a province until the transaction ends; false while another one has it. */
export async function claimChain(transaction: ProvinceTransaction, province: ProvinceId): Promise<boolean> {
  const { rows } = await sql<{ mine: boolean }>`
    select pg_try_advisory_xact_lock(${sealingLock}, ${province}) as mine`.execute(transaction);
  return rows[0]?.mine ?? false;
}

/** Where the chain of a province ends: its last link, else the stump of what was dropped, else before the first. */
export async function chainEnd(transaction: ProvinceTransaction, province: ProvinceId): Promise<ChainEnd> {
  const { rows } = await sql<{ position: string; digest: string }>`
    (select position, digest from history_seal where province_id = ${province} order by position desc limit 1)
    union all
    (select position, digest from history_stump where province_id = ${province} order by position desc limit 1)
    order by position desc limit 1`.execute(transaction);
  const [last] = rows;
  return last ? { position: Number(last.position), digest: last.digest } : chainStart;
}

async function signHead(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { position, digest }: ChainEnd,
  { key, at }: { readonly key: LogKey; readonly at: Date },
): Promise<void> {
  const signature = key.sign(textOfHead({ province, position, digest, signedAt: at.toISOString() }));
  await transaction
    .insertInto("history_head")
    .values({
      ...{ province_id: province, position, digest, signed_at: at, signature, signed_by: key.fingerprint },
    })
    .execute();
}
