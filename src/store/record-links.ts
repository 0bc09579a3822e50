import { sql } from "kysely";
import type { LinkTarget } from "../domain/cooperation/declaration.ts";
import type { RecordLink } from "../domain/cooperation/record.ts";
import { foldedKey } from "../domain/text/fold.ts";
import { isKnownTo, type RecordAsking, type RecordTransaction } from "./record-rows.ts";
import { documentWithin, taskWithin } from "./sight.ts";

/** How many records, in sight or not, link to one or are told by it. One statement. */
export async function countBacklinks(
  transaction: RecordTransaction,
  { province }: RecordAsking,
  id: string,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select (count(distinct r.id) + (select count(*) from record_twin w where w.province_id = ${province}
                                      and w.kept_id = ${id}::uuid))::int as count
      from record_link l join record r on r.province_id = l.province_id and r.id = l.record_id
     where l.province_id = ${province} and l.target_id = ${id}::uuid and r.removed_at is null`.execute(
    transaction,
  );
  return rows[0]?.count ?? 0;
}

/** Which records, in sight or not, link to some. One statement. */
export async function loadTies(
  transaction: RecordTransaction,
  { province }: RecordAsking,
  ids: readonly string[],
): Promise<readonly { readonly from: string; readonly to: string }[]> {
  const { rows } = await sql<{ from: string; to: string }>`
    select distinct r.id as "from", l.target_id as "to"
      from record_link l join record r on r.province_id = l.province_id and r.id = l.record_id
     where l.province_id = ${province} and l.target_id = any (${ids}::uuid[]) and r.removed_at is null`.execute(
    transaction,
  );
  return rows;
}

/**
 * What a link of a kind may lead to: by words of its name (null: any), or by ids; in sight of the person. Documents and
 * tasks by number and content. One statement.
 */
export async function findTargets(
  transaction: RecordTransaction,
  asking: RecordAsking,
  to: LinkTarget,
  {
    words,
    ids,
    most,
  }: { readonly words: string | null; readonly ids: readonly string[] | null; readonly most: number },
): Promise<readonly RecordLink[]> {
  const wanted = foldedKey(words ?? "")
    .split(" ")
    .filter(Boolean)
    .slice(0, 8);
  const like = (folded: string) =>
    sql.join([sql`true`, ...wanted.map((word) => sql`${sql.ref(folded)} like ${`%${word}%`}`)], sql` and `);
  const among = (id: string) => (ids === null ? sql`true` : sql`${sql.ref(id)} = any (${ids}::uuid[])`);
  const { province, documents, tasks } = asking;
  const { rows } = await targets().execute(transaction);
  return rows;

  function targets() {
    if (typeof to === "object")
      return sql<RecordLink>`
        select r.register as kind, r.id, r.title as name from record r
         where r.province_id = ${province} and r.register = ${to.register} and r.removed_at is null
           and ${isKnownTo(asking)} and ${like("r.folded")} and ${among("r.id")}
         order by r.title collate reference.natural_order, r.id limit ${most}`;
    if (to === "unit")
      return sql<RecordLink>`
        select 'unit' as kind, u.id, u.name from unit u where u.province_id = ${province} and u.to_day is null
           and ${like("u.folded")} and ${among("u.id")} order by u.position, u.id limit ${most}`;
    if (to === "document")
      return sql<RecordLink>`
        select 'document' as kind, d.id, concat_ws(', ', coalesce(d.number, d.file_name), d.subject) as name
          from document d where d.province_id = ${province} and ${like("d.folded")} and ${among("d.id")}
           and ${documents ? documentWithin(documents) : sql`false`}
         order by d.issued_on desc nulls last, d.id limit ${most}`;
    return sql<RecordLink>`
      select 'task' as kind, t.id, t.content as name from task t where t.province_id = ${province} and t.joined_to is null
         and ${like("t.folded")} and ${among("t.id")} and ${tasks ? taskWithin(tasks) : sql`false`}
       order by t.accepted_at desc, t.id limit ${most}`;
  }
}
