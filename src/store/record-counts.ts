import { sql } from "kysely";
import { isKnownTo, type RecordAsking, type RecordTransaction } from "./record-rows.ts";

/** How many records each register has, of those in sight. One statement. */
export async function countByRegister(
  transaction: RecordTransaction,
  asking: RecordAsking,
): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ register: string; count: number }>`
    select r.register, count(*)::int as count from record r
     where r.province_id = ${asking.province} and r.removed_at is null and ${isKnownTo(asking)}
     group by 1`.execute(transaction);
  return new Map(rows.map(({ register, count }) => [register, count]));
}
