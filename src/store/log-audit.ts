import { type Kysely, sql } from "kysely";
import type { ChainLink, LogStump, SealedEntry, SignedHead } from "../domain/basics/log-chain.ts";
import type { ProvinceId } from "./database.ts";
import { sealedColumns } from "./log-seal.ts";
import type { Tables } from "./schema.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** Works for one province on one state of its rows, however long it takes. It writes nothing. */
export async function withSnapshot<T>(
  kysely: Kysely<Tables>,
  province: ProvinceId,
  work: (transaction: ProvinceTransaction) => Promise<T>,
): Promise<T> {
  return kysely
    .transaction()
    .setIsolationLevel("repeatable read")
    .setAccessMode("read only")
    .execute(async (transaction) => {
      await sql`select set_config('app.province', ${String(province)}, true)`.execute(transaction);
      return work(transaction);
    });
}

type LinkRow = {
  readonly position: string;
  readonly digest: string;
  readonly history_id: string;
} & { readonly [column in keyof SealedEntry]: SealedEntry[column] | null };

/** The next links of a chain after a position, with their entries. */
export async function loadLinks(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<readonly ChainLink[]> {
  const { rows } = await sql<LinkRow>`
    select s.position, s.digest, s.history_id, ${sealedColumns}
      from history_seal s left join history h on h.province_id = s.province_id and h.id = s.history_id
     where s.province_id = ${province} and s.position > ${after} order by s.position limit ${most}`.execute(
    transaction,
  );
  return rows.map(({ position, digest, history_id, ...columns }) => ({
    ...{ position: Number(position), digest, id: history_id },
    // The columns of history are not null where the row is there.
    entry: columns.id === null ? null : (columns as SealedEntry),
  }));
}

/** The digest of the link at a position; null when there is none. */
export async function digestAt(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  position: number,
): Promise<string | null> {
  const row = await transaction
    .selectFrom("history_seal")
    .select("digest")
    .where("province_id", "=", province)
    .where("position", "=", position)
    .executeTakeFirst();
  return row?.digest ?? null;
}

interface HeadRow {
  readonly position: string;
  readonly digest: string;
  readonly signed_at: Date;
  readonly signature: string;
  readonly signed_by: string;
}

/** Signed heads after a position in their order, each with the digest of the link at its place; null: no such link. */
export async function loadHeads(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { after, most }: { readonly after: number; readonly most: number },
): Promise<readonly (SignedHead & { readonly linkDigest: string | null })[]> {
  const { rows } = await sql<HeadRow & { readonly link_digest: string | null }>`
    select p.position, p.digest, p.signed_at, p.signature, p.signed_by, s.digest as link_digest
      from history_head p left join history_seal s on s.province_id = p.province_id and s.position = p.position
     where p.province_id = ${province} and p.position > ${after} order by p.position limit ${most}`.execute(
    transaction,
  );
  return rows.map((row) => ({ ...headOf(province, row), linkDigest: row.link_digest }));
}

/** The last signed head; null before the first. */
export async function loadLastHead(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<SignedHead | null> {
  const { rows } = await sql<HeadRow>`
    select p.position, p.digest, p.signed_at, p.signature, p.signed_by from history_head p
     where p.province_id = ${province} order by p.position desc limit 1`.execute(transaction);
  return rows[0] ? headOf(province, rows[0]) : null;
}

/** What stands for dropped entries; null where none was dropped. */
export async function loadStump(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<LogStump | null> {
  const { rows } = await sql<HeadRow & { before_at: Date; kept: string; kept_digest: string }>`
    select p.position, p.digest, p.dropped_at as signed_at, p.signature, p.signed_by, p.before_at, p.kept, p.kept_digest
      from history_stump p where p.province_id = ${province} order by p.position desc limit 1`.execute(
    transaction,
  );
  const [row] = rows;
  if (!row) return null;
  const kept = { position: Number(row.kept), digest: row.kept_digest };
  return { ...headOf(province, row), before: row.before_at.toISOString(), kept };
}

/** How many entries no seal covers yet, and the instant of the first of them. */
export async function loadUnsealed(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<{ readonly count: number; readonly since: Date | null }> {
  const { rows } = await sql<{ count: number; since: Date | null }>`
    select count(*)::int as count, min(h.at) as since
      from history_unsealed w join history h on h.province_id = w.province_id and h.id = w.history_id
     where w.province_id = ${province}`.execute(transaction);
  return rows[0] ?? { count: 0, since: null };
}

/**
 * The entries, by their ids and some at a time, that are neither in the chain nor waiting for it. One plan for all of
 * them: asked page by page, the database might look through the whole chain for each page.
 */
export async function* unlinkedEntries(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  atATime: number,
): AsyncGenerator<readonly SealedEntry[]> {
  // A declaration takes no parameters; a province is a number.
  const number = sql.lit(province);
  await sql`
    declare unlinked no scroll cursor for select ${sealedColumns} from history h
     where h.province_id = ${number}
       and not exists (select 1 from history_seal s where s.province_id = ${number} and s.history_id = h.id)
       and not exists (select 1 from history_unsealed w where w.province_id = ${number} and w.history_id = h.id)
     order by h.id`.execute(transaction);
  // The end of the transaction closes it.
  for (;;) {
    const { rows } = await sql<SealedEntry>`fetch forward ${sql.lit(atATime)} from unlinked`.execute(
      transaction,
    );
    if (rows.length > 0) yield rows;
    if (rows.length < atATime) return;
  }
}

function headOf(
  province: number,
  { position, digest, signed_at, signature, signed_by }: HeadRow,
): SignedHead {
  return {
    ...{ province, position: Number(position), digest, signedAt: signed_at.toISOString() },
    ...{ signature, signedBy: signed_by },
  };
}
