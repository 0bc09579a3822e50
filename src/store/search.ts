import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { declarations } from "../domain/cooperation/declarations.ts";
import type { SearchPart, SearchQuery } from "../domain/text/search-query.ts";
import type { ProvinceId } from "./database.ts";
import { everybodyIn, type PeopleSight } from "./people.ts";
import { isKnownTo, type RecordAsking } from "./record-rows.ts";
import { documentWithin, isWithin, type Sight } from "./sight.ts";
import { inSight } from "./task-filter.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** Kinds of things that are found, in the order in which they are shown when none fits better. */
export const foundKinds = ["document", "unit", "record", "person", "task"] as const;
export type FoundKind = (typeof foundKinds)[number];

/** What of a province somebody may find: what the list of each kind shows him; null: nothing of the kind. */
export interface SearchSight {
  readonly province: ProvinceId;
  readonly documents: Sight | null;
  readonly tasks: Sight | null;
  readonly records: RecordAsking | null;
  readonly units: Sight | null;
  readonly people: PeopleSight | null;
  readonly day: CalendarDate;
}

/** A thing by its kind and id. */
export interface FoundReference {
  readonly kind: FoundKind;
  readonly id: string;
}

/** A thing that was found, with what a line about it says. */
export interface FoundThing extends FoundReference {
  /** How well it fits: 0 is called or numbered so, 1 begins so, 2 holds the words together, 3 holds them. */
  readonly rank: 0 | 1 | 2 | 3;
  /** Of a record, the key of its register. */
  readonly register: string | null;
  /** At most 300 characters. */
  readonly title: string;
  /** Number of a document, that of a task's document with its place there, symbol of a unit. */
  readonly number: string | null;
  /** Who issued, leads, owns; what it stands under; where somebody works. */
  readonly detail: string | null;
  readonly on: CalendarDate | null;
}

/** What is wanted: things that have the words, or some that are known by their ids. */
export type SearchWish =
  | { readonly query: SearchQuery; readonly mostEach: number }
  | { readonly things: readonly FoundReference[] };

type Sql = RawBuilder<unknown>;

/** One kind of thing as SQL: where its rows are, which of them are in sight, and what is shown of one. */
interface Source {
  readonly kind: FoundKind;
  /** The table with the alias that all the rest uses. */
  readonly table: Sql;
  readonly id: Sql;
  readonly seen: Sql;
  readonly folded: Sql;
  /** Its text search where it has one; its folded words are looked through otherwise. */
  readonly search: Sql | null;
  /** Ways of fitting that count as being called so. */
  readonly called?: (whole: SearchPart) => string;
  readonly order: Sql;
  /** Register, title, number, detail and day. */
  readonly shown: { readonly columns: Sql; readonly joins: Sql };
}

/** Things of a province that somebody may find, by kinds, the best first. One statement. */
export async function findEverywhere(
  transaction: ProvinceTransaction,
  sight: SearchSight,
  wish: SearchWish,
): Promise<readonly FoundThing[]> {
  const sources = sourcesIn(sight);
  const branches = sources.map((source) => branchOf(source, sight.province, wish));
  if (branches.length === 0) return [];
  const { rows } = await sql<FoundThing>`
    with ${"query" in wish ? calledSo(sight.province, wish.query) : sql`called as (select 1)`}
    select kind, id, rank, register, title, number, detail, "on"
      from (${sql.join(branches, sql` union all `)}) as found (kind, id, rank, turn, register, title, number, detail, "on")
     order by kind, turn`.execute(transaction);
  return rows;
}

/**
 * Units that have all that was typed as an abbreviation or another name: `terms` adds their names to a text search,
 * `patterns` to a look through folded words. More than three would tell none.
 */
function calledSo(province: ProvinceId, { wholes }: SearchQuery): Sql {
  const typed = `% ${wholes[0]?.words ?? ""} %`;
  return sql`called as materialized (
    select string_agg(' | (' || replace(name_key, ' ', ' <-> ') || ')', '') as terms,
           array_agg('% ' || name_key || ' %') as patterns
      from (select distinct u.name_key from unit u
             where u.province_id = ${province} and ' ' || u.folded || ' ' like ${typed}
               and ' ' || u.name_key || ' ' not like ${typed} limit 4) as named
    having count(*) <= 3)`;
}

function branchOf(source: Source, province: ProvinceId, wish: SearchWish): Sql {
  const { kind, table, id, seen, order, shown } = source;
  const wanted =
    "query" in wish
      ? { where: matches(source, wish.query), rank: rankOf(source, wish.query), most: wish.mostEach }
      : { where: sql`${id}::text = any (${idsOf(kind, wish.things)}::text[])`, rank: sql`0`, most: 100 };
  return sql`(select ${kind}::text, ${id}::text, chosen.rank, chosen.turn, ${shown.columns}
    from (select best.*, row_number() over () as turn from (
            select ${id} as id, ${wanted.rank} as rank from ${table}
             where ${seen} and ${wanted.where} order by 2, ${order} limit ${wanted.most}) as best) as chosen
    join ${table} on ${sql.ref(aliasOf[kind])}.province_id = ${province} and ${id} = chosen.id ${shown.joins})`;
}

const aliasOf: Readonly<Record<FoundKind, string>> = {
  ...{ document: "d", unit: "u", record: "r", person: "h", task: "t" },
};

function idsOf(kind: FoundKind, things: readonly FoundReference[]): readonly string[] {
  return things.filter((thing) => thing.kind === kind).map(({ id }) => id);
}

function matches({ folded, search }: Source, query: SearchQuery): Sql {
  if (search !== null)
    return sql`${search} @@ to_tsquery('simple', ${textQueryOf(query)} || coalesce((select terms from called), ''))`;
  const spaced = sql`' ' || ${folded} || ' '`;
  const terms = query.terms.map((ways) => {
    const said = ways.map((way) => allOf(way.map((part) => sql`${spaced} like ${`% ${endOf(part)}`}`)));
    return sql`(${sql.join(said, sql` or `)})`;
  });
  return sql`((${allOf(terms)}) or coalesce(${spaced} like any ((select patterns from called)::text[]), false))`;
}

/** Folded words are letters and digits, so that none of them is a sign of LIKE. */
function endOf({ words, open }: SearchPart): string {
  return open ? `${words}%` : `${words} %`;
}

function allOf(conditions: readonly Sql[]): Sql {
  return sql.join(conditions, sql` and `);
}

/** A search as the text search of PostgreSQL takes it; its words are letters and digits. */
export function textQueryOf({ terms }: SearchQuery): string {
  const part = ({ words, open }: SearchPart) => words.replaceAll(" ", " <-> ") + (open ? ":*" : "");
  const way = (parts: readonly SearchPart[]) => parts.map(part).join(" & ");
  return `(${terms.map((ways) => `(${ways.map(way).join(" | ")})`).join(" & ")})`;
}

function rankOf({ folded, called }: Source, { wholes }: SearchQuery): Sql {
  const like = (patterns: readonly string[]) => sql`' ' || ${folded} || ' ' like any (${patterns}::text[])`;
  const exact = wholes.flatMap((whole) => [` ${whole.words} %`, ...(called ? [called(whole)] : [])]);
  return sql`case when ${like(exact)} then 0 when ${like(wholes.map((whole) => ` ${endOf(whole)}`))} then 1
    when ${like(wholes.map((whole) => `% ${endOf(whole)}`))} then 2 else 3 end`;
}

function sourcesIn(sight: SearchSight): readonly Source[] {
  const { province, documents, units, records, people, tasks, day } = sight;
  return [
    ...(documents ? [documentSource(province, documents)] : []),
    ...(units ? [unitSource(province, units, day)] : []),
    ...(records ? [recordSource(records)] : []),
    ...(people ? [personSource(province, people)] : []),
    ...(tasks ? [taskSource(tasks)] : []),
  ];
}

function documentSource(province: ProvinceId, sight: Sight): Source {
  return {
    ...{
      kind: "document",
      table: sql`document d`,
      id: sql`d.id`,
      folded: sql`d.folded`,
      search: sql`d.search`,
    },
    seen: sql`d.province_id = ${province} and ${documentWithin(sight)}`,
    order: sql`d.issued_on desc nulls last, d.id desc`,
    shown: {
      columns: sql`null, left(coalesce(d.subject, d.file_name), 300), d.number,
        concat_ws(', ', d.kind_name, d.issuer), d.issued_on`,
      joins: sql``,
    },
  };
}

function taskSource(sight: Sight): Source {
  return {
    ...{ kind: "task", table: sql`task t`, id: sql`t.id`, folded: sql`t.folded`, search: sql`t.search` },
    seen: inSight(sight),
    order: sql`t.assigned_on desc, t.id`,
    shown: {
      columns: sql`null, left(t.content, 300), concat_ws(' · ', d.number, t.label), left(t.lead_text, 300), null::date`,
      joins: sql`join document d on d.province_id = t.province_id and d.id = t.document_id`,
    },
  };
}

/** A record is found by what everybody may read of it; see `recordSearchText`. */
function recordSource(asking: RecordAsking): Source {
  const registers = declarations.map(({ key }) => key);
  return {
    ...{ kind: "record", table: sql`record r`, id: sql`r.id`, folded: sql`r.folded`, search: null },
    seen: sql`r.province_id = ${asking.province} and r.removed_at is null
      and r.register = any (${registers}::text[]) and ${isKnownTo(asking)}`,
    order: sql`r.changed_at desc, r.id desc`,
    shown: {
      columns: sql`r.register, left(r.title, 300), null, u.name, null::date`,
      joins: sql`left join unit u on u.province_id = r.province_id and u.id = r.owner_id`,
    },
  };
}

function unitSource(province: ProvinceId, sight: Sight, day: CalendarDate): Source {
  return {
    ...{ kind: "unit", table: sql`unit u`, id: sql`u.id`, folded: sql`u.folded`, search: null },
    seen: sql`u.province_id = ${province} and ${isWithin(sight)} and (u.from_day is null or u.from_day <= ${day}::date)
      and (u.to_day is null or u.to_day >= ${day}::date)`,
    // An abbreviation or another name stands behind the name.
    called: ({ words }) => `% ${words} `,
    order: sql`u.position, u.id`,
    shown: {
      columns: sql`null, u.name, u.symbol, above.name, null::date`,
      joins: sql`left join unit above on above.province_id = u.province_id and above.id = u.parent_id`,
    },
  };
}

function personSource(province: ProvinceId, asking: PeopleSight): Source {
  return {
    ...{ kind: "person", table: sql`person h`, id: sql`h.id`, folded: sql`h.folded`, search: null },
    seen: everybodyIn(asking),
    // The name by which people call each other stands last.
    called: ({ words }) => `% ${words} `,
    order: sql`h.name collate reference.natural_order, h.id`,
    shown: {
      columns: sql`null, h.name, null, (select string_agg(concat_ws(', ', p.title, w.name), '; ' order by p.from_day, p.id)
          from post p left join unit w on w.province_id = p.province_id and w.id = p.unit_id
         where p.province_id = ${province} and p.person_id = h.id and p.from_day <= ${asking.day}::date
           and (p.to_day is null or p.to_day >= ${asking.day}::date)), null::date`,
      joins: sql``,
    },
  };
}
