import { type ProvinceId, withProvince } from "../store/database.ts";
import { dropSentLists } from "../store/record-imports.ts";
import { listKept } from "./import-records.ts";
import type { RecordWorld } from "./records.ts";

/** Forgets the lists of records that were sent, or taken, over a day ago: nobody's data wait to be looked at for longer. Gives how many. */
export async function forgetLists(
  province: ProvinceId,
  { kysely, clock }: Pick<RecordWorld, "kysely" | "clock">,
): Promise<number> {
  const before = new Date(clock().getTime() - listKept);
  return withProvince(kysely, province, (transaction) => dropSentLists(transaction, province, before));
}
