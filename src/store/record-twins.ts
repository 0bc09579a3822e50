import { sql } from "kysely";
import type { Declaration } from "../domain/cooperation/declaration.ts";
import { pairKey, type TwinCandidate } from "../domain/cooperation/record-twin.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import { isKnownTo, type RecordAsking, type RecordTransaction } from "./record-rows.ts";

/** All records of a register that somebody may know of, as far as it takes to see which tell of one thing. One statement. */
export async function loadTwinCandidates(
  transaction: RecordTransaction,
  asking: RecordAsking,
  { key, toldTwice }: Declaration,
): Promise<readonly TwinCandidate[]> {
  const fields = toldTwice ? [toldTwice.when, ...toldTwice.same, ...toldTwice.alike] : [];
  const { rows } = await sql<TwinCandidate>`
    select r.id, r.title, r.owner_id as owner,
           (select coalesce(jsonb_object_agg(k.key, r.values -> k.key), '{}') from unnest(${fields}::text[]) k (key)
             where r.values ? k.key) as values,
           (select coalesce(json_object_agg(f.field, f.ids), '{}') from (
              select l.field, json_agg(l.target_id) as ids from record_link l
               where l.province_id = r.province_id and l.record_id = r.id and l.field = any (${fields}::text[])
               group by 1) f) as links
      from record r
     where r.province_id = ${asking.province} and r.register = ${key} and r.removed_at is null
       and ${isKnownTo(asking)}`.execute(transaction);
  return rows;
}

/** The pairs of records about which a person has decided, by `pairKey`. One statement. */
export async function loadDecidedPairs(
  transaction: RecordTransaction,
  province: ProvinceId,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ one: string; other: string }>`
    select one_id as one, other_id as other from record_twin where province_id = ${province}`.execute(
    transaction,
  );
  return new Set(rows.map(({ one, other }) => pairKey(one, other)));
}

/** What a person decided of a pair: `kept` stands for both; null: they are two. */
export interface DecidedTwins {
  readonly one: string;
  readonly other: string;
  readonly kept: string | null;
}

/**
 * Keeps what a person decided. Where one stands for both, whatever leads to the other leads to it. False: somebody has
 * decided of the pair before.
 */
export async function saveTwins(
  transaction: RecordTransaction,
  province: ProvinceId,
  { one, other, kept }: DecidedTwins,
  { at, who }: { readonly at: Date; readonly who: string },
): Promise<boolean> {
  const gone = kept === one ? other : one;
  const { rows } = await sql`
    insert into record_twin (province_id, one_id, other_id, kept_id, at, who)
    values (${province}, least(${one}::uuid, ${other}::uuid), greatest(${one}::uuid, ${other}::uuid), ${kept}::uuid,
            ${at}::timestamptz, ${who})
    on conflict do nothing returning one_id`.execute(transaction);
  if (rows.length > 0 && kept !== null)
    await sql`
      update record_twin set links = lead_links('record', ${gone}::uuid, ${kept}::uuid)
       where province_id = ${province} and one_id = least(${one}::uuid, ${other}::uuid)
         and other_id = greatest(${one}::uuid, ${other}::uuid)`.execute(transaction);
  return rows.length > 0;
}

/**
 * Takes a decision out and gives it; what it led elsewhere leads back. Null: there is none, or
 * the record that stands is out itself.
 */
export async function dropTwins(
  transaction: RecordTransaction,
  province: ProvinceId,
  { one, other }: Pick<DecidedTwins, "one" | "other">,
): Promise<DecidedTwins | null> {
  const { rows } = await sql<{ kept: string | null; links: unknown }>`
    delete from record_twin where province_id = ${province} and one_id = least(${one}::uuid, ${other}::uuid)
       and other_id = greatest(${one}::uuid, ${other}::uuid)
       and (kept_id is null or exists (select from record k where k.province_id = ${province} and k.id = kept_id
                                          and k.removed_at is null))
    returning kept_id as kept, links`.execute(transaction);
  const [row] = rows;
  if (!row) return null;
  const gone = row.kept === one ? other : one;
  if (row.kept !== null)
    await sql`
      select lead_links_back('record', ${gone}::uuid, ${row.kept}::uuid, ${jsonText(row.links ?? [])}::jsonb)`.execute(
      transaction,
    );
  return { one, other, kept: row.kept };
}
