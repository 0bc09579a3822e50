import { sql } from "kysely";
import type { ProvinceId } from "./database.ts";
import { restrictedRegisters } from "./record-rows.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A thing that an entry of the log concerns, as it is called today; `of` is the document of a finding or of a part left out. */
export interface LogThing {
  readonly name: string;
  readonly of: string | null;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * What the things of some subjects ("task:0199…") are called, as far as they still stand; `work`: also those of the
 * register. One statement.
 */
export async function loadLogThings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  subjects: readonly string[],
  { work }: { readonly work: boolean },
): Promise<ReadonlyMap<string, LogThing>> {
  const idsOf = (kind: string) =>
    subjects.flatMap((subject) => {
      const [found, id = ""] = subject.split(":");
      const plain = id.split("/")[0] ?? "";
      return found === kind && uuid.test(plain) ? [plain] : [];
    });
  const ids = (...kinds: readonly string[]) => sql`any (${kinds.flatMap(idsOf)}::uuid[])`;
  const people = subjects.flatMap((subject) => (subject.startsWith("person:") ? [subject.slice(7)] : []));
  const ofWork = work
    ? sql`
    union all select 'task:' || t.id, t.content, null from task t where t.province_id = ${province} and t.id = ${ids("task")}
    union all select 'document:' || d.id, coalesce(d.number, d.file_name), null from document d
      where d.province_id = ${province} and d.id = ${ids("document")}
    union all select 'unplaced:' || d.id, coalesce(d.number, d.file_name), d.id from document d
      where d.province_id = ${province} and d.id = ${ids("unplaced")}
    union all select 'finding:' || f.id, coalesce(d.number, d.file_name), d.id
      from finding f join document d on d.province_id = f.province_id and d.id = f.document_id
      where f.province_id = ${province} and f.id = ${ids("finding")}
    union all select 'record:' || r.id, r.title, null from record r
      where r.province_id = ${province} and r.id = ${ids("record")} and r.register <> all (${restrictedRegisters})`
    : sql``;
  const { rows } = await sql<{ subject: string; name: string; of: string | null }>`
    select 'unit:' || u.id as subject, u.name, null::uuid as of from unit u
      where u.province_id = ${province} and u.id = ${ids("unit")}
    union all select 'collective:' || c.id, c.name, null from collective c
      where c.province_id = ${province} and c.id = ${ids("collective")}
    union all select 'person:' || p.id, p.name, null from accounts.users p where p.id = any (${people}::text[])
    union all select 'key:' || k.id, k.name, null from accounts.api_keys k
      where k.province_id = ${province} and k.id = ${ids("key")}${ofWork}`.execute(transaction);
  const named = new Map(rows.map(({ subject, name, of }) => [subject, { name, of }]));
  return new Map(
    subjects.flatMap((subject) => {
      const thing = named.get(subject) ?? named.get(subject.split("/")[0] ?? "");
      return thing ? [[subject, thing] as const] : [];
    }),
  );
}
