import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { type Declaration, dayFieldOf, fieldOf, stateColumnOf } from "../domain/cooperation/declaration.ts";
import { declarations } from "../domain/cooperation/declarations.ts";
import {
  type ComputedSql,
  isKnownTo,
  isSeenLink,
  type RecordAsking,
  type RecordTransaction,
  restrictedRegisters,
} from "./record-rows.ts";
import { documentWithin, taskWithin } from "./sight.ts";

/** A record that links to another, with its day and how it stands, where its register tells them. */
export interface LinkedRecord {
  readonly id: string;
  readonly name: string;
  readonly on: string | null;
  readonly state: string | null;
}

/** The records of a register that link to one by a field. */
export interface LinkedGroup {
  readonly register: string;
  readonly field: string;
  readonly count: number;
  readonly states: readonly { readonly state: string; readonly count: number }[];
  /** The latest first, at most five. */
  readonly latest: readonly LinkedRecord[];
}

/** Documents or tasks that a record, or one that links to it, leads to. */
export interface LinkedWork {
  readonly count: number;
  readonly latest: readonly { readonly id: string; readonly name: string; readonly on: string | null }[];
}

/** A day on which a record that links to another was or will be. */
export interface LinkedDay {
  readonly register: string;
  readonly id: string;
  readonly name: string;
  readonly on: string;
}

/** A record of another unit that tells of the same thing, for which this one stands. */
export interface ToldBy {
  readonly id: string;
  readonly name: string;
  /** Null: the focal body. */
  readonly owner: string | null;
  readonly sourceKey: string | null;
}

/** Everything that the province has with what a record tells of, as far as it is in sight. */
export interface Linked {
  readonly groups: readonly LinkedGroup[];
  readonly tasks: LinkedWork;
  readonly documents: LinkedWork;
  readonly toldBy: readonly ToldBy[];
  /** The first day of all; the latest and the next on which the sides meet. */
  readonly days: {
    readonly first: LinkedDay | null;
    readonly lastMet: LinkedDay | null;
    readonly nextMet: LinkedDay | null;
  };
}

/**
 * What links to a record, group by group, with what it leads to of the register of tasks, and its days. Groups count what
 * lists narrowed by their field give. One statement.
 */
export async function loadLinked(
  transaction: RecordTransaction,
  asking: RecordAsking,
  id: string,
  { computed = {}, today }: { readonly computed?: ComputedSql; readonly today: CalendarDate },
): Promise<Linked> {
  const meeting = declarations.filter(({ isMeeting }) => isMeeting).map(({ key }) => key);
  const { rows } = await sql<Linked>`
    with linking as materialized (
      select r.id, r.register, r.title as name, r.changed_at, l.field, ${byRegister(firstDay)} as first,
             ${byRegister(lastDay)} as last, ${stateOf(computed)} as state
        from record_link l join record r on r.province_id = l.province_id and r.id = l.record_id
       where l.province_id = ${asking.province} and l.target_id = ${id}::uuid and l.kind = 'record'
         and r.removed_at is null and ${isKnownTo(asking)}
         and ${isSeenLink(asking)})
    select (select coalesce(json_agg(g), '[]') from (
              select k.register, k.field, count(*)::int as count,
                     (select coalesce(json_agg(s order by s.count desc, s.state), '[]') from (
                        select x.state, count(*)::int as count from linking x
                         where (x.register, x.field) = (k.register, k.field) and x.state is not null group by 1) s) as states,
                     (select json_agg(n) from (
                        select x.id, x.name, x.first as on, x.state from linking x
                         where (x.register, x.field) = (k.register, k.field)
                         order by x.first desc nulls last, x.changed_at desc, x.id limit ${mostNamed}) n) as latest
                from linking k group by k.register, k.field) g) as groups,
           ${workOf(asking, id, "task")} as tasks, ${workOf(asking, id, "document")} as documents,
           (select coalesce(json_agg(t), '[]') from (
              select o.id, o.title as name, u.name as owner, o.source_key as "sourceKey"
                from record_twin w
                join record o on o.province_id = w.province_id and o.id in (w.one_id, w.other_id) and o.id <> w.kept_id
                             and ${isKnownTo(asking, "o")}
                left join unit u on u.province_id = o.province_id and u.id = o.owner_id
               where w.province_id = ${asking.province} and w.kept_id = ${id}::uuid order by w.at, o.id) t) as "toldBy",
           json_build_object(
             'first', (select to_json(d) from (select x.register, x.id, x.name, x.first as on from linking x
                        where x.first <= ${today} order by x.first, x.id limit 1) d),
             'lastMet', (select to_json(d) from (select x.register, x.id, x.name, least(x.last, ${today}) as on
                          from linking x where x.register = any (${meeting}::text[]) and x.first <= ${today}
                         order by 4 desc, x.id limit 1) d),
             'nextMet', (select to_json(d) from (select x.register, x.id, x.name, x.first as on from linking x
                          where x.register = any (${meeting}::text[]) and x.first > ${today}
                         order by x.first, x.id limit 1) d)) as days`.execute(transaction);
  const [row] = rows;
  if (!row) throw new Error("a query without a table gives one row");
  return row;
}

/** So many of each group are named; the others are a list away. */
const mostNamed = 5;

/** An expression over the record under `r` by its register. */
function byRegister(of: (declaration: Declaration) => RawBuilder<unknown> | null): RawBuilder<unknown> {
  const cases = declarations.flatMap((declaration) => {
    const value = of(declaration);
    return value === null ? [] : [sql`when ${declaration.key} then ${value}`];
  });
  return cases.length === 0 ? sql`null` : sql`case r.register ${sql.join(cases, sql` `)} end`;
}

function stateOf(computed: ComputedSql): RawBuilder<unknown> {
  return byRegister((declaration) => {
    const column = stateColumnOf(declaration);
    const value = column && computed[declaration.key]?.[column.key];
    return value ? sql`(${value})::text` : null;
  });
}

const firstDay = (declaration: Declaration) => dayOf(declaration, ["from", "to"]);
const lastDay = (declaration: Declaration) => dayOf(declaration, ["to", "from"]);

/** The day of the record under `r`, `YYYY-MM-DD`; the end that is asked for where it has two. */
function dayOf(
  declaration: Declaration,
  [one, other]: readonly [string, string],
): RawBuilder<unknown> | null {
  const key = dayFieldOf(declaration);
  if (key === null) return null;
  return fieldOf(declaration, key)?.kind === "period"
    ? sql`coalesce(r.values -> ${key} ->> ${one}, r.values -> ${key} ->> ${other})`
    : sql`r.values ->> ${key}`;
}

/**
 * The ids of documents or tasks that a record, or one that links to it, leads to, for `= any (…)`: as an array they are
 * asked once, where a query would be joined with the rows around it, and may be asked for each. Links of restricted
 * registers are not told.
 */
export function reachedFrom(record: string, kind: "document" | "task"): RawBuilder<unknown> {
  return sql`array(select w.target_id from record_link w join record v on v.province_id = w.province_id and v.id = w.record_id
    where w.kind = ${kind} and v.removed_at is null
      and v.register <> all (${restrictedRegisters}::text[])
      and v.id in (select ${record}::uuid union all select k.record_id from record_link k
                    where k.target_id = ${record}::uuid))`;
}

function workOf(asking: RecordAsking, id: string, kind: "document" | "task"): RawBuilder<unknown> {
  const { province, documents, tasks } = asking;
  const found =
    kind === "task"
      ? sql`select t.id, t.content as name, t.assigned_on as on from task t where t.province_id = ${province}
               and t.joined_to is null and ${tasks ? taskWithin(tasks) : sql`false`}
               and t.id = any (${reachedFrom(id, kind)})`
      : sql`select d.id, concat_ws(', ', coalesce(d.number, d.file_name), d.subject) as name, d.issued_on as on
              from document d where d.province_id = ${province}
               and ${documents ? documentWithin(documents) : sql`false`}
               and d.id = any (${reachedFrom(id, kind)})`;
  return sql`(with found as materialized (${found})
    select json_build_object('count', (select count(*)::int from found), 'latest', (
      select coalesce(json_agg(n), '[]') from (
        select * from found order by found.on desc nulls last, id limit ${mostNamed}) n)))`;
}
