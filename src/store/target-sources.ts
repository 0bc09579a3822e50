import { sql } from "kysely";
import { type Declaration, fieldOf } from "../domain/cooperation/declaration.ts";
import type { RecordFilter } from "../domain/cooperation/record-query.ts";
import type { CountedRecord, TargetSource } from "../domain/duty/target-source.ts";
import type { ProvinceId } from "./database.ts";
import { beginOf, whereRecords } from "./record-filter.ts";
import { ownerJoin, type RecordAsking, type RecordTransaction } from "./record-rows.ts";

/** The records that a source gives, whatever their days; in no order. One statement. */
export async function loadCounted(
  transaction: RecordTransaction,
  asking: RecordAsking,
  declaration: Declaration,
  { day, summed, filter }: Pick<TargetSource, "day" | "summed"> & { readonly filter: RecordFilter },
): Promise<readonly CountedRecord[]> {
  const field = fieldOf(declaration, day);
  if (!field) return [];
  const addresses = declaration.fields.filter(({ kind }) => kind === "url").map(({ key }) => key);
  const { rows } = await sql<CountedRecord>`
    select r.id, r.title, case when r.owner_id is null then null
             else json_build_object('id', r.owner_id, 'name', u.name) end as owner, ${beginOf(field)} as "on",
           ${summed === null ? sql`1` : sql`coalesce((r.values ->> ${summed})::float8, 0)`} as value,
           (r.values ?| ${addresses}::text[] or exists (
              select from record_link l where l.province_id = r.province_id and l.record_id = r.id
                 and l.kind = 'document')) as "hasProof"
      from record r ${ownerJoin}
     where ${whereRecords(asking, declaration, filter)} and ${beginOf(field)} is not null`.execute(
    transaction,
  );
  return rows;
}

/** Sets what a target is counted from, in the place of what it was. One statement. */
export async function saveSource(
  transaction: RecordTransaction,
  province: ProvinceId,
  source: TargetSource & { readonly id: string; readonly task: string },
  { at, who }: { readonly at: Date; readonly who: string },
): Promise<void> {
  const { id, task, target, register, where, day, owner, summed } = source;
  await sql`
    insert into target_source as s (province_id, id, task_id, target, register, "where", day, owner_id, summed, set_at, set_by)
    values (${province}, ${id}, ${task}, ${target}, ${register}, ${where}, ${day}, ${owner}::uuid, ${summed},
            ${at}::timestamptz, ${who})
    on conflict (province_id, task_id, target) do update
       set register = excluded.register, "where" = excluded."where", day = excluded.day, owner_id = excluded.owner_id,
           summed = excluded.summed, set_at = excluded.set_at, set_by = excluded.set_by, version = s.version + 1`.execute(
    transaction,
  );
}

/** Lets a target be counted from reports again. One statement. */
export async function dropSource(
  transaction: RecordTransaction,
  province: ProvinceId,
  task: string,
  target: string,
): Promise<void> {
  await sql`delete from target_source where province_id = ${province} and task_id = ${task}::uuid
               and target = ${target}`.execute(transaction);
}
