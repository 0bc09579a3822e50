import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { type ChainEnd, type LogStump, textOfStump } from "../domain/basics/log-chain.ts";
import type { ProvinceId } from "./database.ts";
import type { LogKey } from "./log-key.ts";
import "./log-tables.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** The instant at which a day begins in Asia/Ho_Chi_Minh. */
const startOf = (day: CalendarDate): RawBuilder<unknown> =>
  sql`(${day}::date)::timestamp at time zone 'Asia/Ho_Chi_Minh'`;

/** The last link before the first entry of a day or later; null: the chain begins there, nothing is to be dropped. */
export async function lastLinkBefore(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  day: CalendarDate,
): Promise<ChainEnd | null> {
  const { rows } = await sql<{ position: string; digest: string }>`
    select s.position, s.digest from history_seal s
     where s.province_id = ${province} and s.position < coalesce(
       (select f.position from history_seal f join history h on h.province_id = f.province_id and h.id = f.history_id
         where f.province_id = ${province} and h.at >= ${startOf(day)} order by f.position limit 1), 9e18::bigint)
     order by s.position desc limit 1`.execute(transaction);
  const [row] = rows;
  return row ? { position: Number(row.position), digest: row.digest } : null;
}

/**
 * Takes all links up to the end given out of the chain with their heads; of their entries the changes stay, the others
 * go. Only the owner's login may. Gives how many went and how many stay.
 */
export async function dropLinks(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { position }: ChainEnd,
): Promise<{ readonly gone: number; readonly stay: number }> {
  const { rows } = await sql<{ gone: number; links: number }>`
    with dropped as (
      delete from history_seal where province_id = ${province} and position <= ${position} returning history_id
    ), heads as (
      delete from history_head where province_id = ${province} and position <= ${position}
    ), listed as (
      select h.id, h.kind from dropped d join history h on h.province_id = ${province} and h.id = d.history_id
    )
    select count(*) filter (where kind <> 'change')::int as gone, count(*)::int as links from listed`.execute(
    transaction,
  );
  // Only now: the rows of links are gone, so that their keys hold no entry any more.
  const { gone = 0, links = 0 } = rows[0] ?? {};
  await sql`
    delete from history h where h.province_id = ${province} and h.kind <> 'change'
       and not exists (select 1 from history_seal s where s.province_id = h.province_id and s.history_id = h.id)
       and not exists (select 1 from history_unsealed w where w.province_id = h.province_id and w.history_id = h.id)`.execute(
    transaction,
  );
  return { gone, stay: links - gone };
}

/** Signs the stump that stands from now on for all that was dropped, in the place of the one before. */
export async function writeStump(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  stump: ChainEnd & { readonly kept: ChainEnd; readonly from: CalendarDate },
  { key, at }: { readonly key: LogKey; readonly at: Date },
): Promise<void> {
  const { position, digest, kept, from } = stump;
  const { rows } = await sql<{ before: Date }>`select ${startOf(from)} as before`.execute(transaction);
  const before = rows[0]?.before;
  if (!before) throw new Error("a day begins at an instant");
  const signed: Omit<LogStump, "signature" | "signedBy"> = {
    ...{ province, position, digest, signedAt: at.toISOString(), before: before.toISOString(), kept },
  };
  await transaction.deleteFrom("history_stump").where("province_id", "=", province).execute();
  await transaction
    .insertInto("history_stump")
    .values({
      ...{ province_id: province, position, digest, before_at: before, dropped_at: at },
      ...{ kept: kept.position, kept_digest: kept.digest },
      ...{ signature: key.sign(textOfStump(signed)), signed_by: key.fingerprint },
    })
    .execute();
}
