import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { declarations } from "../domain/cooperation/declarations.ts";
import type { SearchPart, SearchQuery } from "../domain/text/search-query.ts";
import type { ProvinceId } from "./database.ts";
import { everybodyIn, type PeopleSight } from "./people.ts";
import { isKnownTo, type RecordAsking } from "./record-rows.ts";
import { documentWithin, isWithin, type Sight, taskWithin } from "./sight.ts";
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
  /** Number of a document, that (or the name) of a task's document with its place there, symbol of a unit. */
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

/** One kind of thing as SQL. */
interface Source {
  readonly kind: FoundKind;
  /** The rows that are looked through, under an alias of their own, with the id of the thing. */
  readonly table: Sql;
  readonly id: Sql;
  /** Which of them are in sight: as in the list of the kind. */
  readonly seen: Sql;
  /** The folded words of a row between spaces, so that each word begins behind one. */
  readonly words: Sql;
  /** The alias, when there are so many that only the newest that have the words are compared. */
  readonly newest?: Sql;
  /** A thing whose words end so is called so too. */
  readonly endsSo?: true;
  /** Of things that fit as well. */
  readonly order: Sql;
  /** Register, title, number, detail and day of the thing `chosen`, and the tables that they are from. */
  readonly shown: { readonly columns: Sql; readonly from: Sql };
}

/** Of words that stand in everything the newest thousand tasks are as good as all. */
const mostCompared = 1000;

/** Things of a province that somebody may find, by kinds, the best first. One statement. */
export async function findEverywhere(
  transaction: ProvinceTransaction,
  sight: SearchSight,
  wish: SearchWish,
): Promise<readonly FoundThing[]> {
  const branches = sourcesIn(sight).map((source) => branchOf(source, wish));
  if (branches.length === 0) return [];
  const { rows } = await sql<FoundThing>`
    with ${"query" in wish ? calledSo(sight.province, wish.query) : sql`called as (select)`}
    select kind, id, rank, register, title, number, detail, "on"
      from (${sql.join(branches, sql` union all `)})
        as found (kind, id, rank, turn, register, title, number, detail, "on")
     order by kind, turn`.execute(transaction);
  return rows;
}

/** More units of one other name would tell none. */
const mostCalled = 3;

/**
 * The names of units that have all that was typed as an abbreviation or another name: what speaks of them is found too.
 */
function calledSo(province: ProvinceId, { wholes }: SearchQuery): Sql {
  const typed = ` ${wholes[0]?.words ?? ""} `;
  return sql`called as materialized (
    select array_agg(' ' || name_key || ' ') as names
      from (select distinct u.name_key from unit u
             where u.province_id = ${province} and strpos(' ' || u.folded || ' ', ${typed}) > 0
               and strpos(' ' || u.name_key || ' ', ${typed}) = 0
               and u.name_key <> all (${wholes.map(({ words }) => words)}::text[])
             limit ${mostCalled + 1}) as named
    having count(*) <= ${mostCalled})`;
}

function branchOf(source: Source, wish: SearchWish): Sql {
  const { kind, table, id, seen, newest, order, shown } = source;
  const wanted =
    "query" in wish
      ? { where: matches(source, wish.query), rank: rankOf(source, wish.query), most: wish.mostEach }
      : { where: sql`${id}::text = any (${idsOf(kind, wish.things)}::text[])`, rank: sql`0`, most: null };
  const all = sql`${table} where ${seen} and ${wanted.where}`;
  const compared = newest
    ? sql`(select * from ${all} order by ${id} desc limit ${mostCompared}) as ${newest}`
    : all;
  return sql`(select ${kind}::text, chosen.id::text, chosen.rank, chosen.turn, ${shown.columns}
    from (select best.*, row_number() over () as turn from (
            select ${id} as id, ${wanted.rank} as rank from ${compared}
             order by 2, ${order} limit ${wanted.most}) as best) as chosen
    join ${shown.from})`;
}

function idsOf(kind: FoundKind, things: readonly FoundReference[]): readonly string[] {
  return things.filter((thing) => thing.kind === kind).map(({ id }) => id);
}

/**
 * Every term in one of its ways, or the name of a unit that is called so. By `strpos`, which looks through a text faster
 * than LIKE; numbers and long words first, for they are rare and end the look at most rows.
 */
function matches({ words }: Source, { terms }: SearchQuery): Sql {
  const weight = ([first = []]: SearchQuery["terms"][number]) => {
    const typed = first.map((part) => part.words).join(" ");
    return typed.length + (/\d/.test(typed) ? 100 : 0);
  };
  const said = terms
    .toSorted((a, b) => weight(b) - weight(a))
    .map((ways) => {
      const each = ways.map((way) =>
        joined(
          way.map((part) => has(words, sql`${` ${endOf(part)}`}`)),
          "and",
        ),
      );
      return joined(each, "or");
    });
  const named = Array.from({ length: mostCalled }, (_, n) =>
    has(words, sql`(select names[${n + 1}::int] from called)`),
  );
  return sql`(${joined(said, "and")} or ${joined(named, "or")})`;
}

function has(words: Sql, text: Sql): Sql {
  return sql`strpos(${words}, ${text}) > 0`;
}

function endOf({ words, open }: SearchPart): string {
  return open ? words : `${words} `;
}

function joined(conditions: readonly Sql[], by: "and" | "or"): Sql {
  return sql`(${sql.join(conditions, by === "and" ? sql` and ` : sql` or `)})`;
}

function rankOf({ words, endsSo }: Source, { wholes }: SearchQuery): Sql {
  const begins = (text: string) => sql`starts_with(${words}, ${text})`;
  const called = wholes.flatMap((whole) => [
    begins(` ${whole.words} `),
    // Folded words are letters and digits, so that none of them is a sign of LIKE.
    ...(endsSo ? [sql`${words} like ${`% ${whole.words} `}`] : []),
  ]);
  const begun = wholes.map((whole) => begins(` ${endOf(whole)}`));
  const together = wholes.map((whole) => has(words, sql`${` ${endOf(whole)}`}`));
  return sql`case when ${joined(called, "or")} then 0 when ${joined(begun, "or")} then 1
    when ${joined(together, "or")} then 2 else 3 end`;
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
    ...{ kind: "document", table: sql`document d`, id: sql`d.id`, words: sql`(' ' || d.folded || ' ')` },
    seen: sql`d.province_id = ${province} and ${documentWithin(sight)}`,
    order: sql`d.issued_on desc nulls last, d.id desc`,
    shown: {
      columns: sql`null, left(coalesce(d.subject, d.file_name), 300), d.number,
        concat_ws(', ', d.kind_name, d.issuer), d.issued_on`,
      from: sql`document d on d.province_id = ${province} and d.id = chosen.id`,
    },
  };
}

function taskSource(sight: Sight): Source {
  const { province } = sight;
  return {
    ...{ kind: "task", table: sql`task_words w`, id: sql`w.task`, words: sql`w.words`, newest: sql`w` },
    seen: sql`w.province_id = ${province} and ${taskWithin(sight, sql`w.task`)}`,
    order: sql`w.assigned_on desc, w.task`,
    shown: {
      columns: sql`null, left(t.content, 300), concat_ws(' · ', coalesce(d.number, left(coalesce(d.subject, d.file_name), 80)), t.label), left(t.lead_text, 300), null::date`,
      from: sql`task t on t.province_id = ${province} and t.id = chosen.id and t.joined_to is null
        join document d on d.province_id = ${province} and d.id = t.document_id`,
    },
  };
}

/** A record is found by what everybody may read of it; see `recordSearchText`. */
function recordSource(asking: RecordAsking): Source {
  const { province } = asking;
  const registers = declarations.map(({ key }) => key);
  return {
    ...{ kind: "record", table: sql`record r`, id: sql`r.id`, words: sql`(' ' || r.folded || ' ')` },
    seen: sql`r.province_id = ${province} and r.removed_at is null
      and r.register = any (${registers}::text[]) and ${isKnownTo(asking)}`,
    order: sql`r.changed_at desc, r.id desc`,
    shown: {
      columns: sql`r.register, left(r.title, 300), null, u.name, null::date`,
      from: sql`record r on r.province_id = ${province} and r.id = chosen.id
        left join unit u on u.province_id = ${province} and u.id = r.owner_id`,
    },
  };
}

function unitSource(province: ProvinceId, sight: Sight, day: CalendarDate): Source {
  return {
    ...{ kind: "unit", table: sql`unit u`, id: sql`u.id`, words: sql`(' ' || u.folded || ' ')` },
    seen: sql`u.province_id = ${province} and ${isWithin(sight)} and (u.from_day is null or u.from_day <= ${day}::date)
      and (u.to_day is null or u.to_day >= ${day}::date)`,
    // Abbreviations and other names stand behind the name.
    endsSo: true,
    order: sql`u.position, u.id`,
    shown: {
      columns: sql`null, u.name, u.symbol, above.name, null::date`,
      from: sql`unit u on u.province_id = ${province} and u.id = chosen.id
        left join unit above on above.province_id = ${province} and above.id = u.parent_id`,
    },
  };
}

function personSource(province: ProvinceId, asking: PeopleSight): Source {
  return {
    ...{ kind: "person", table: sql`person h`, id: sql`h.id`, words: sql`(' ' || h.folded || ' ')` },
    seen: everybodyIn(asking),
    // The name by which people call each other stands last.
    endsSo: true,
    order: sql`h.name collate reference.natural_order, h.id`,
    shown: {
      columns: sql`null, h.name, null, (select string_agg(concat_ws(', ', p.title, w.name), '; ' order by p.from_day, p.id)
          from post p left join unit w on w.province_id = ${province} and w.id = p.unit_id
         where p.province_id = ${province} and p.person_id = h.id and p.from_day <= ${asking.day}::date
           and (p.to_day is null or p.to_day >= ${asking.day}::date)), null::date`,
      from: sql`person h on h.province_id = ${province} and h.id = chosen.id`,
    },
  };
}
