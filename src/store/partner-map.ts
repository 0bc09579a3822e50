import { type RawBuilder, sql } from "kysely";
import { isKnownTo, type RecordAsking, type RecordTransaction } from "./record-rows.ts";

/** What there is with a country. */
export interface CountryFigures {
  readonly country: string;
  readonly partners: number;
  readonly agreements: number;
  /** The partners with whom an agreement is in force. */
  readonly agreed: readonly string[];
  readonly delegations: number;
}

export interface PartnerFigures {
  /** All partners in sight, those without a country among them. */
  readonly partners: number;
  readonly countries: readonly CountryFigures[];
}

/**
 * Partners, agreements in force and delegations of a year by country, the countries with the most partners first. An
 * agreement with partners of two countries counts in both. `status`: what the status of the agreement under `r` is. One
 * statement.
 */
export async function countByCountry(
  transaction: RecordTransaction,
  asking: RecordAsking,
  { year, status }: { readonly year: number; readonly status: RawBuilder<unknown> },
): Promise<PartnerFigures> {
  const of = (register: string) => sql`r.province_id = ${asking.province} and r.register = ${register}
    and r.removed_at is null and ${isKnownTo(asking)}`;
  const span = sql`r.values -> 'when'`;
  const { rows } = await sql<CountryFigures & { readonly all: number }>`
    with partner as materialized (
      select r.id, r.values ->> 'country' as country from record r where ${of("partners")}),
    agreement as materialized (
      select r.id from record r where ${of("agreements")} and (${status}) = 'inForce'),
    agreed as (
      select p.country, count(distinct a.id)::int as agreements, json_agg(distinct p.id) as agreed
        from agreement a join record_link l on l.province_id = ${asking.province} and l.record_id = a.id
         and l.field = 'partners' join partner p on p.id = l.target_id group by 1),
    delegated as (
      select r.values ->> 'country' as country, count(*)::int as delegations from record r
       where ${of("delegations")} and coalesce(${span} ->> 'from', ${span} ->> 'to') <= ${`${year}-12-31`}
         and coalesce(${span} ->> 'to', ${span} ->> 'from') >= ${`${year}-01-01`} group by 1),
    known as (select country, count(*)::int as partners from partner group by 1)
    select country, coalesce(k.partners, 0) as partners, coalesce(a.agreements, 0) as agreements,
           coalesce(a.agreed, '[]') as agreed, coalesce(d.delegations, 0) as delegations,
           (select count(*)::int from partner) as all
      from known k full join agreed a using (country) full join delegated d using (country)
     order by 2 desc, 5 desc, 1`.execute(transaction);
  return {
    partners: rows[0]?.all ?? 0,
    countries: rows.filter(({ country }) => country !== null).map(({ all: _, ...figures }) => figures),
  };
}
