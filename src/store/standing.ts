import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { conferenceTerms } from "../domain/cooperation/conference/conference-days.ts";
import { delegationReportDays } from "../domain/cooperation/standing.ts";

type Columns = Readonly<Record<string, RawBuilder<unknown>>>;

const day = (key: string) => sql`(r.values ->> ${key})::date`;
/** The first and last day of the span `when`; an end that is open is the other one. */
const from = sql`coalesce(r.values -> 'when' ->> 'from', r.values -> 'when' ->> 'to')::date`;
const to = sql`coalesce(r.values -> 'when' ->> 'to', r.values -> 'when' ->> 'from')::date`;

/** What lists of delegations show beside their fields: the twin of `delegationReport`. */
export function delegationColumns(today: CalendarDate): Columns {
  const due = sql`coalesce(${day("reportDueOn")}, ${to} + ${delegationReportDays}::int)`;
  return {
    report: sql`case when r.values ? 'reportedOn' then 'received' when ${to} is null then null
      when ${due} < ${today}::date then 'late' when ${to} < ${today}::date then 'due' else 'notYet' end`,
  };
}

/** What lists of conferences show: the twin of `conferenceDossier`. */
export function conferenceColumns(today: CalendarDate): Columns {
  const isReserved = sql`r.values ->> 'guestRank' in ('headOfState', 'minister')
    or jsonb_array_length(coalesce(r.values -> 'topics', '[]')) > 0`;
  const by = sql`(${from} - case when ${isReserved} then ${conferenceTerms.primeMinister}::int
                                 else ${conferenceTerms.others}::int end)`;
  return {
    dossier: sql`case when ${from} is null then null
      when ${day("dossierOn")} <= ${by} then 'inTime' when ${day("dossierOn")} > ${by} then 'sentLate'
      when ${today}::date <= ${by} then 'awaited' else 'overdue' end`,
  };
}

/** What lists of foreign non-governmental organisations show: the twin of `registrationStanding`. */
export function ngoColumns(today: CalendarDate): Columns {
  const end = day("expiresOn");
  return {
    registration: sql`case when ${end} < ${today}::date then 'expired'
      when ${end} <= (${today}::date + interval '6 months')::date then 'ending' when ${end} is not null then 'valid' end`,
  };
}

/** What lists of aid show: the twin of `aidStage`, and what was paid out, in đồng as far as its worth is given. */
export function aidColumns(today: CalendarDate): Columns {
  return {
    stage: sql`case when ${day("closedOn")} <= ${today}::date then 'closed'
      when ${day("startedOn")} <= ${today}::date then 'inUse'
      when ${day("approvedOn")} <= ${today}::date then 'approved' else 'proposed' end`,
    disbursed: sql`(
      select replace(to_char(sum(coalesce((p.values -> 'value' ->> 'dong')::numeric,
               case p.values -> 'value' ->> 'currency' when 'VND' then (p.values -> 'value' ->> 'amount')::numeric end)),
               'FM999,999,999,999,999'), ',', '.') || ' VND'
        from record_link l join record p on p.province_id = l.province_id and p.id = l.record_id
         and p.register = 'aid-payments' and p.removed_at is null
       where l.province_id = r.province_id and l.target_id = r.id and l.field = 'aid')`,
  };
}
