import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { LogKind, SealedEntry } from "../domain/basics/log-chain.ts";
import type { ProvinceId } from "./database.ts";
import { sealedColumns } from "./log-seal.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** Which entries of a log are meant; null and empty lists mean all. */
export interface LogFilter {
  readonly kinds: readonly LogKind[];
  readonly who: string | null;
  readonly what: string | null;
  readonly subject: string | null;
  readonly address: string | null;
  /** First and last day in Asia/Ho_Chi_Minh. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** Entries of a province in the order of their ids after one of them (null: from the first). One statement. */
export async function loadLog(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  filter: LogFilter,
  { after, most }: { readonly after: string | null; readonly most: number },
): Promise<readonly SealedEntry[]> {
  const { kinds, who, what, subject, address, from, to } = filter;
  const day = sql`(h.at at time zone 'Asia/Ho_Chi_Minh')::date`;
  const conditions = [
    sql`h.province_id = ${province}`,
    ...(after === null ? [] : [sql`h.id > ${after}::uuid`]),
    ...(kinds.length === 0 ? [] : [sql`h.kind = any(${[...kinds]}::text[])`]),
    ...(who === null ? [] : [sql`h.who = ${who}`]),
    ...(what === null ? [] : [sql`h.what = ${what}`]),
    ...(subject === null ? [] : [sql`h.subject = ${subject}`]),
    ...(address === null ? [] : [sql`h.address = ${address}`]),
    ...(from === null ? [] : [sql`${day} >= ${from}::date`]),
    ...(to === null ? [] : [sql`${day} <= ${to}::date`]),
  ];
  const { rows } = await sql<SealedEntry>`
    select ${sealedColumns} from history h where ${sql.join(conditions, sql` and `)} order by h.id limit ${most}`.execute(
    transaction,
  );
  return rows;
}
