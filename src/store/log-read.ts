import { type RawBuilder, sql } from "kysely";
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

/** An entry with the name of who did it; null: no person of this installation, but a part of the program or a key. */
export interface NamedEntry extends SealedEntry {
  readonly whoName: string | null;
}

/** Where a page of the log ends: the instant of its last entry as the database writes it, and its id. */
export type LogPlace = Pick<SealedEntry, "at" | "id">;

const namedColumns = sql`${sealedColumns}, u.name as "whoName"`;
const named = sql`history h left join accounts.users u on u.id = h.who`;

/** Entries of a province in the order of their ids after one of them (null: from the first). One statement. */
export async function loadLog(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  filter: LogFilter,
  { after, most }: { readonly after: string | null; readonly most: number },
): Promise<readonly NamedEntry[]> {
  const conditions = conditionsOf(province, filter);
  if (after !== null) conditions.push(sql`h.id > ${after}::uuid`);
  const { rows } = await sql<NamedEntry>`
    select ${namedColumns} from ${named} where ${sql.join(conditions, sql` and `)} order by h.id limit ${most}`.execute(
    transaction,
  );
  return rows;
}

/** Entries of a province, the newest first, before a place (null: from the newest). One statement. */
export async function loadNewest(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  filter: LogFilter,
  { after, most }: { readonly after: LogPlace | null; readonly most: number },
): Promise<readonly NamedEntry[]> {
  const conditions = conditionsOf(province, filter);
  if (after !== null) conditions.push(sql`(h.at, h.id) < (${after.at}::timestamptz, ${after.id}::uuid)`);
  const { rows } = await sql<NamedEntry>`
    select ${namedColumns} from ${named} where ${sql.join(conditions, sql` and `)}
     order by h.at desc, h.id desc limit ${most}`.execute(transaction);
  return rows;
}

/** How many entries a filter finds, no further than `most`. One statement. */
export async function countLog(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  filter: LogFilter,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
      from (select 1 from history h where ${sql.join(conditionsOf(province, filter), sql` and `)} limit ${most}) found`.execute(
    transaction,
  );
  return rows[0]?.count ?? 0;
}

/** One entry, with its place in the chain once it is sealed; null: there is none. */
export async function loadEntry(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
): Promise<(NamedEntry & { readonly position: string | null; readonly sealedAt: Date | null }) | null> {
  const { rows } = await sql<NamedEntry & { position: string | null; sealedAt: Date | null }>`
    select ${namedColumns}, s.position, s.sealed_at as "sealedAt"
      from ${named} left join history_seal s on s.province_id = h.province_id and s.history_id = h.id
     where h.province_id = ${province} and h.id = ${id}::uuid`.execute(transaction);
  return rows[0] ?? null;
}

/** Days are turned into instants, so that they can follow the order of the index. */
function conditionsOf(province: ProvinceId, filter: LogFilter): RawBuilder<unknown>[] {
  const { kinds, who, what, subject, address, from, to } = filter;
  const midnight = (day: RawBuilder<unknown>) => sql`(${day})::timestamp at time zone 'Asia/Ho_Chi_Minh'`;
  const [kind, ...more] = kinds;
  return [
    sql`h.province_id = ${province}`,
    ...(kind === undefined
      ? []
      : [more.length === 0 ? sql`h.kind = ${kind}` : sql`h.kind = any(${[...kinds]}::text[])`]),
    ...(who === null ? [] : [sql`h.who = ${who}`]),
    ...(what === null ? [] : [sql`h.what = ${what}`]),
    ...(subject === null ? [] : [sql`h.subject = ${subject}`]),
    ...(address === null ? [] : [sql`h.address = ${address}`]),
    ...(from === null ? [] : [sql`h.at >= ${midnight(sql`${from}::date`)}`]),
    ...(to === null ? [] : [sql`h.at < ${midnight(sql`${to}::date + 1`)}`]),
  ];
}
