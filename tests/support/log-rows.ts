import { sql } from "kysely";
import type { Rows } from "../../src/store/database.ts";
import { type ProvinceId, withProvince } from "../../src/store/database.ts";

/** Writes entries of tasks into the log of a province, as an operation would in one transaction: numbers from … to. */
export function writeEntries(
  { kysely }: Pick<Rows, "kysely">,
  province: ProvinceId,
  from: number,
  to: number,
  at = "2026-03-01T02:30:00Z",
): Promise<unknown> {
  return withProvince(kysely, province, (transaction) =>
    sql`insert into history (province_id, id, at, who, what, subject, before, after, kind, address)
      select ${province}, (${entryPrefix} || lpad(to_hex(n), 12, '0'))::uuid, ${at}::timestamptz + n * interval '1 second', 'mai',
             'edit-task', 'task:' || n, null, jsonb_build_object('version', n, 'a', 'Sở Ngoại vụ'), 'change', '10.0.0.7'
        from generate_series(${from}::int, ${to}::int) n`.execute(transaction),
  );
}

const entryPrefix = sql.lit("01990000-0000-7000-8000-");

/** The id of the entry with a number. */
export function entryId(n: number): string {
  return `01990000-0000-7000-8000-${n.toString(16).padStart(12, "0")}`;
}
