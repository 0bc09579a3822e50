import { sql } from "kysely";
import {
  type FoundRecord,
  foundRecord,
  isKnownTo,
  ownerJoin,
  type RecordAsking,
  type RecordRowOfSql,
  type RecordTransaction,
  recordColumns,
} from "./record-rows.ts";

/** The unit of a commune. */
export interface CommuneUnit {
  readonly id: string;
  readonly name: string;
}

/** The units of communes by the codes of these, as far as the province has them. One statement. */
export async function loadCommuneUnits(
  transaction: RecordTransaction,
  { province }: Pick<RecordAsking, "province">,
  codes: readonly string[],
): Promise<ReadonlyMap<string, CommuneUnit>> {
  const { rows } = await sql<CommuneUnit & { readonly code: string }>`
    select substr(gazetteer_id, 9) as code, id, coalesce(short_name, name) as name from unit
     where province_id = ${province} and to_day is null
       and gazetteer_id = any (${codes.map((code) => `ubnd-xa/${code}`)}::text[])`.execute(transaction);
  return new Map(rows.map(({ code, id, name }) => [code, { id, name }]));
}

const mostRecords = 2000;

/**
 * What of cooperation lies at the border, by name: pairs of villages, gates, events of the other side, and partners that
 * border the province; the first two thousand. One statement.
 */
export async function findBorderRecords(
  transaction: RecordTransaction,
  asking: RecordAsking,
): Promise<readonly FoundRecord[]> {
  const { rows } = await sql<RecordRowOfSql>`
    select ${recordColumns(asking)} from record r ${ownerJoin}
     where r.province_id = ${asking.province} and r.removed_at is null and ${isKnownTo(asking)}
       and (r.register in ('twins', 'gates', 'otherside')
            or (r.register = 'partners' and r.values ->> 'border' = 'true'))
     order by r.title collate reference.natural_order, r.id limit ${mostRecords}`.execute(transaction);
  return rows.map(foundRecord);
}
