import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { AgreementStatus } from "../domain/cooperation/agreement/status.ts";

/**
 * The agreement of the record under `r`, under `a`, with what the term in the record's values makes of its facts: the twin
 * of `agreementTimes`. A record of which nothing was recorded has a row of nothing.
 */
export const agreementOfRecord = sql`(
  select f.*, w.effective_on, (r.values ->> 'renewalMonths')::int as renewal_months,
         coalesce(f.extended_to, (r.values ->> 'expiresOn')::date,
                  (w.effective_on + make_interval(months => (r.values ->> 'months')::int))::date) as expires_on
    from (select) as always
    left join agreement f on f.province_id = r.province_id and f.record_id = r.id
    cross join lateral (
      select case when f.signed_on is null then null
                  else case r.values ->> 'effect' when 'onDay' then (r.values ->> 'effectiveOn')::date
                                                  when 'onNotices' then f.notified_on
                                                  else f.signed_on end end as effective_on) as w) as a`;

/** The last day of validity of the agreement under `a` as it stands on a day, the twin of `expiryOn`. */
export function expirySql(today: CalendarDate): RawBuilder<CalendarDate | null> {
  const until = sql`least(${today}::date, coalesce(a.renewal_declined_on, ${today}::date))`;
  return sql<CalendarDate | null>`case
    when a.renewal_months is null or a.expires_on >= ${until} then a.expires_on
    else (select min(e.on_day) from (
            select (a.expires_on + make_interval(months => p * a.renewal_months))::date as on_day
              from generate_series(0, (${until} - a.expires_on) / (28 * a.renewal_months) + 1) as p) e
           where e.on_day >= ${until}) end`;
}

/** The status of the agreement under `a` on a day, the twin of `agreementStatus`. A test compares the two. */
export function agreementStatusSql(today: CalendarDate): RawBuilder<AgreementStatus> {
  const day = sql`${today}::date`;
  return sql<AgreementStatus>`case
    when a.signed_on is null or a.signed_on > ${day} then case
      when a.refused_on <= ${day} then 'refused'
      when a.dropped_on <= ${day} then 'dropped'
      when a.decided_on <= ${day} then 'decided'
      when a.prime_minister_asked_on <= ${day} then 'atPrimeMinister'
      when a.asked_on <= ${day} then 'consulting'
      else 'proposed' end
    when a.withdrawn_on <= ${day} then 'withdrawn'
    when a.ended_on <= ${day} then 'ended'
    when ${expirySql(today)} < ${day} then 'expired'
    when a.suspended_on <= ${day}
      and (a.resumed_on is null or a.resumed_on > ${day} or a.resumed_on < a.suspended_on) then 'suspended'
    when a.effective_on <= ${day} then 'inForce'
    else 'signed' end`;
}
