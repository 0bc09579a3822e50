import { sql } from "kysely";
import type { ProvinceTransaction } from "../../src/store/task-rows.ts";

/** What the history says was done to a subject, oldest first. */
export async function loadHistory(
  transaction: ProvinceTransaction,
  subject: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ what: string }>`
    select what from history where subject = ${subject} order by at, id`.execute(transaction);
  return rows.map(({ what }) => what);
}
