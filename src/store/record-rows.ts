import { type RawBuilder, sql, type Transaction } from "kysely";
import { type Sensitivity, sensitivityOf, type Values } from "../domain/cooperation/declaration.ts";
import { declarations } from "../domain/cooperation/declarations.ts";
import type { RecordLink, RecordSight, RegisteredRecord } from "../domain/cooperation/record.ts";
import type { ProvinceId } from "./database.ts";
import type { Tables } from "./schema.ts";
import { documentWithin, isWithin, type Sight, taskWithin } from "./sight.ts";
import "./record-tables.ts";

/** What somebody who asks for records sees of a province; null: nothing of the kind. */
export interface RecordAsking {
  readonly province: ProvinceId;
  readonly personal: Sight | null;
  readonly restricted: Sight | null;
  readonly documents: Sight | null;
  readonly tasks: Sight | null;
  /** For whom he enters records: the focal body, and the units in this sight. */
  readonly entering: { readonly focal: boolean; readonly units: Sight };
}

/**
 * What other parts of the program work out for the records of registers: an expression over the record under `r`, by the
 * key of its column. It gives a text or null.
 */
export type ComputedSql = Readonly<Record<string, Readonly<Record<string, RawBuilder<unknown>>>>>;

/** A record with what of it may be shown. */
export interface FoundRecord {
  readonly record: RegisteredRecord;
  readonly sight: RecordSight;
  /** Whether he who asks enters it. */
  readonly mayEdit: boolean;
}

/** A record as one row of SQL. */
export interface RecordRowOfSql {
  readonly id: string;
  readonly register: string;
  readonly title: string;
  readonly values: Values;
  readonly owner_id: string | null;
  readonly owner_name: string | null;
  readonly source_key: string | null;
  readonly version: number;
  readonly personal: boolean;
  readonly restricted: boolean;
  readonly may_edit: boolean;
  readonly links: readonly (RecordLink & { readonly field: string })[];
  readonly computed: Readonly<Record<string, string | null>>;
}

/** Registers of which only people with the right to restricted records may know anything. */
export const restrictedRegisters: readonly string[] = declarations
  .filter(({ restricted }) => restricted)
  .map(({ key }) => key);

/** Whether somebody may know of the record under an alias. */
export function isKnownTo(asking: RecordAsking, alias: "r" | "o" = "r"): RawBuilder<unknown> {
  const r = sql.ref(alias);
  const open = sql`${r}.register <> all (${restrictedRegisters}::text[])`;
  return sql`(${open} or ${isWithin(asking.restricted, sql`${r}.owner_id`)})`;
}

/** Fields of links that are personal or restricted, by register and key. */
function linkFields(wanted: Sensitivity): readonly string[] {
  return declarations.flatMap((declaration) =>
    declaration.fields
      .filter((field) => field.kind === "link" && sensitivityOf(declaration, field) === wanted)
      .map(({ key }) => `${declaration.key}.${key}`),
  );
}
const personalLinks = linkFields("personal");
const restrictedLinks = linkFields("restricted");

/**
 * Whether somebody may know that the record under `r` links by the field of the link under `l`: who does not see the
 * field is not told of it from the other side either.
 */
export function isSeenLink(asking: RecordAsking): RawBuilder<unknown> {
  const seen = (fields: readonly string[], sight: Sight | null) =>
    sql`(r.register || '.' || l.field <> all (${fields}::text[]) or ${isWithin(sight, sql`r.owner_id`)})`;
  return sql`(${seen(personalLinks, asking.personal)} and ${seen(restrictedLinks, asking.restricted)})`;
}

/**
 * The columns of a `RecordRowOfSql` of the record under `r`, its owner under `u`. `withWork`: links to documents and tasks
 * are named too, as far as they are in sight.
 */
export function recordColumns(
  asking: RecordAsking,
  computed: ComputedSql[string] = {},
  { withWork = false }: { readonly withWork?: boolean } = {},
): RawBuilder<unknown> {
  const worked = Object.entries(computed).map(([key, value]) => sql`${key}::text, (${value})::text`);
  return sql`r.id, r.register, r.title, r.values, r.owner_id, u.name as owner_name, r.source_key, r.version,
    coalesce(${isWithin(asking.personal, sql`r.owner_id`)}, false) as personal,
    coalesce(${isWithin(asking.restricted, sql`r.owner_id`)}, false) as restricted,
    case when r.owner_id is null then ${asking.entering.focal}::boolean
         else ${isWithin(asking.entering.units, sql`r.owner_id`)} end as may_edit,
    ${worked.length === 0 ? sql`'{}'::json` : sql`json_build_object(${sql.join(worked)})`} as computed,
    ${linksOf(asking, withWork)} as links`;
}

/** What of the record under `r` links where, with the names that may be shown. */
function linksOf(asking: RecordAsking, withWork: boolean): RawBuilder<unknown> {
  const { documents, tasks } = asking;
  const named = withWork
    ? sql`when 'document' then (select coalesce(d.number, d.subject, d.file_name) from document d
            where d.province_id = l.province_id and d.id = l.target_id and ${documents ? documentWithin(documents) : sql`false`})
          when 'task' then (select t.content from task t
            where t.province_id = l.province_id and t.id = l.target_id and ${tasks ? taskWithin(tasks) : sql`false`})`
    : sql``;
  return sql`(select coalesce(json_agg(json_build_object('field', l.field, 'id', l.target_id,
        'kind', coalesce(o.register, l.kind),
        'name', case l.kind when 'record' then o.title
                            when 'unit' then (select w.name from unit w
                              where w.province_id = l.province_id and w.id = l.target_id)
                            ${named} end)
      order by l.field, l.position), '[]')
     from record_link l
     left join record o on l.kind = 'record' and o.province_id = l.province_id and o.id = l.target_id
                       and o.removed_at is null and ${isKnownTo(asking, "o")}
    where l.province_id = r.province_id and l.record_id = r.id)`;
}

/** The owner of the record under `r`. */
export const ownerJoin = sql`left join unit u on u.province_id = r.province_id and u.id = r.owner_id`;

/** The row of SQL as a record. */
export function foundRecord(row: RecordRowOfSql): FoundRecord {
  const links: Record<string, RecordLink[]> = {};
  for (const { field, id, kind, name } of row.links) {
    const others = links[field] ?? [];
    others.push({ id, kind, name });
    links[field] = others;
  }
  const owner = row.owner_id === null ? null : { id: row.owner_id, name: row.owner_name ?? "" };
  return {
    record: {
      ...{ id: row.id, register: row.register, title: row.title, values: row.values, links, owner },
      ...{ sourceKey: row.source_key, computed: row.computed, version: row.version },
    },
    sight: { personal: row.personal, restricted: row.restricted },
    mayEdit: row.may_edit,
  };
}

export type RecordTransaction = Transaction<Tables>;
