import pg from "pg";

/** A table of the default schema, with what is needed to make a row of it. */
export interface TableShape {
  readonly name: string;
  /** Row-level security is on, and on for the owner too. */
  readonly guarded: boolean;
  readonly owner: string;
  readonly keyBegins: string | null;
  readonly columns: readonly {
    readonly name: string;
    readonly type: string;
    readonly needed: boolean;
    readonly check: string | null;
  }[];
}

/** Every table of the default schema. */
export async function tableShapes(client: pg.Client): Promise<readonly TableShape[]> {
  const { rows } = await client.query<TableShape>(`
    select c.relname as name, c.relrowsecurity and c.relforcerowsecurity as guarded, r.rolname as owner,
           (select a.attname from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
             where k.conrelid = c.oid and k.contype = 'p') as "keyBegins",
           (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                     'needed', a.attnotnull and not a.atthasdef,
                     'check', (select pg_get_constraintdef(k.oid) from pg_constraint k
                                where k.conrelid = c.oid and k.contype = 'c' and k.conkey = array[a.attnum] limit 1))
                     order by a.attnum)
              from pg_attribute a
             where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns
      from pg_class c join pg_roles r on r.oid = c.relowner
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`);
  return rows;
}

/** A row of a table for a province, as text for SQL: what is needed, with values that its checks allow. */
export function madeRow({ columns }: TableShape, province: number): ReadonlyMap<string, string> {
  const needed = columns.filter((column) => column.needed);
  return new Map(
    needed.map((column) => [
      column.name,
      column.name === "province_id" ? String(province) : madeValue(column),
    ]),
  );
}

/** The INSERT of a made row. */
export function insertOf({ name }: TableShape, row: ReadonlyMap<string, string>): string {
  const columns = [...row.keys()].map((column) => pg.escapeIdentifier(column)).join(", ");
  return `insert into ${pg.escapeIdentifier(name)} (${columns}) values (${[...row.values()].join(", ")})`;
}

let ids = 0;

/** Each greater than the one before, as tables ask that say which of two ids stands first. */
function nextId(): string {
  ids += 1;
  return `7ab1e000-0000-7000-8000-${ids.toString(16).padStart(12, "0")}`;
}

function madeValue({ name, type, check }: TableShape["columns"][number]): string {
  const allowed = /'([^']*)'::text/.exec(check ?? "")?.[1];
  if (allowed !== undefined && !check?.includes("~")) return pg.escapeLiteral(allowed);
  if (name === "sha256") return pg.escapeLiteral("a".repeat(64));
  if (type === "uuid") return pg.escapeLiteral(nextId());
  if (type === "date") return "date '2026-01-02'";
  if (type.startsWith("timestamp")) return "timestamptz '2026-01-02T03:04:05Z'";
  if (type === "jsonb") return "'{}'::jsonb";
  if (type === "boolean") return "false";
  if (/^(smallint|integer|bigint|real|double|numeric)/.test(type))
    // A check gives the least that it allows, as in a column of years.
    return />= (\d+)/.exec(check ?? "")?.[1] ?? "1";
  return pg.escapeLiteral("thử");
}
