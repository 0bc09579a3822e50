import { type Kysely, sql } from "kysely";
import type pg from "pg";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Country, CountryFigures } from "../domain/duty/country-figures.ts";
import { monthsUntil } from "../domain/duty/month.ts";
import type { UnitKind } from "../domain/organisation/unit.ts";
import { type ProvinceId, provinceId } from "./database.ts";
import type { Tables } from "./schema.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** The provinces of which duties changed since they were counted. One statement. */
export async function markedProvinces(kysely: Kysely<Tables>): Promise<readonly ProvinceId[]> {
  const { rows } = await sql<{ id: number }>`select id from reference.marked_provinces() id`.execute(kysely);
  return rows.flatMap(({ id }) => provinceId(id) ?? []);
}

/** Counts anew what changed of the open province; gives how many marks that took. One statement. */
export async function keepRollup(transaction: ProvinceTransaction): Promise<number> {
  const { rows } = await sql<{ marks: number }>`select reference.keep_duty_rollup() as marks`.execute(
    transaction,
  );
  return rows[0]?.marks ?? 0;
}

/** Whether a person may read the figures of the country. One statement. */
export async function readsCountry(kysely: Kysely<Tables>, person: string): Promise<boolean> {
  const { rows } = await sql<{ reads: boolean }>`select reference.reads_country(${person}) as reads`.execute(
    kysely,
  );
  return rows[0]?.reads ?? false;
}

/** Groups that are told; the further ones have the fewest late. */
const mostGroups = 50;

interface Row extends CountryFigures {
  readonly province: number | null;
  readonly kind: UnitKind | null;
  readonly month: string | null;
  readonly title: string | null;
}

/** The figures of the country on a day, of one group of tasks or of all, for who may read them. Two statements. */
export async function loadCountry(
  kysely: Kysely<Tables>,
  reader: string,
  today: CalendarDate,
  group: string | null,
): Promise<Country> {
  const [first = ""] = monthsUntil(today, 12);
  const { rows } = await sql<Row>`
    select province, kind, to_char(month, 'YYYY-MM') as month, group_title as title,
           coalesce(waiting, 0)::int as waiting, late::int, silent::int, submitted::int, due::int,
           in_time::int as "inTime", to_char(since, 'YYYY-MM') as since
      from reference.country_figures(${reader}, ${today}::date, ${group})
     where kind is not null or group_title is not null
           or month >= ${`${first}-01`}::date and month <= ${today}::date`.execute(kysely);
  const provinces = await sql<Country["provinces"][number]>`
    select id, name, name_en as "nameEn" from reference.province order by name collate reference.natural_order`.execute(
    kysely,
  );
  const groups = rows.flatMap(({ province: _, kind: __, month: ___, title, ...figures }) =>
    title === null ? [] : [{ title, ...figures }],
  );
  return {
    ...{ today, provinces: provinces.rows },
    kinds: rows.flatMap(({ month: _, title: __, province, kind, ...figures }) =>
      province === null || kind === null ? [] : [{ province, kind, ...figures }],
    ),
    months: rows.flatMap(({ province, month, due, inTime }) =>
      province === null || month === null ? [] : [{ province, month, due, overdue: due - inTime }],
    ),
    groups: groups
      .toSorted((a, b) => b.late - a.late || a.title.localeCompare(b.title, "vi"))
      .slice(0, mostGroups),
  };
}

/** A person who may read the figures of the country. */
export interface CountryReader {
  readonly name: string;
  readonly email: string;
  readonly since: Date;
}

/** The readers, by their names; the connection is of the owner's login. */
export async function listCountryReaders(client: pg.ClientBase): Promise<readonly CountryReader[]> {
  const { rows } = await client.query<CountryReader>(
    `select u.name, u.email, r.since from accounts.country_readers r join accounts.users u on u.id = r.user_id
      order by u.name, u.email`,
  );
  return rows;
}

/** Lets a person read the figures, or no more; gives his name, null when nobody has the address. By the owner's login. */
export async function setCountryReader(
  client: pg.ClientBase,
  { email, reads, at }: { readonly email: string; readonly reads: boolean; readonly at: Date },
): Promise<string | null> {
  const { rows } = await client.query<{ id: string; name: string }>(
    "select id, name from accounts.users where lower(email) = lower($1)",
    [email],
  );
  const [user] = rows;
  if (!user) return null;
  if (reads)
    await client.query("insert into accounts.country_readers values ($1, $2) on conflict do nothing", [
      user.id,
      at,
    ]);
  else await client.query("delete from accounts.country_readers where user_id = $1", [user.id]);
  return user.name;
}
