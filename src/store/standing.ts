import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { travelMatters } from "../domain/cooperation/time-limit/travel-approval.ts";

type Columns = Readonly<Record<string, RawBuilder<unknown>>>;

const day = (key: string) => sql`(r.values ->> ${key})::date`;

/** What lists of delegations show beside their fields: the twin of `travelApproval`. */
export function delegationColumns(): Columns {
  const wanted = sql`(select s.settings -> 'travel' from time_limit_setting s)
    -> (r.values ->> 'matter') ->> (r.values ->> 'rank')`;
  return {
    approval: sql`case
      when r.values ->> 'direction' is distinct from 'out'
        or (r.values ->> 'matter' = any (${travelMatters}::text[])) is not true or ${wanted} is null then null
      when not r.values ? 'permittedBy' then 'missing'
      when r.values ->> 'permittedBy' = ${wanted} then 'fits' else 'other' end`,
  };
}

/** The country of an item of aid: that of its first donor, else of the registered organisation. */
const donorCountry = sql`(
  select p.values ->> 'country' from record_link l
    join record p on p.province_id = l.province_id and p.id = l.target_id and p.removed_at is null
   where l.province_id = r.province_id and l.record_id = r.id and l.field in ('partners', 'ngo')
     and p.values ? 'country' order by l.field desc, l.position limit 1)`;

/**
 * What lists of aid show: the twin of `aidStage`, the country of the donor, and what was paid out, in đồng as far as its
 * worth is given.
 */
export function aidColumns(today: CalendarDate): Columns {
  return {
    stage: sql`case when ${day("closedOn")} <= ${today}::date then 'closed'
      when ${day("startedOn")} <= ${today}::date then 'inUse'
      when ${day("approvedOn")} <= ${today}::date then 'approved' else 'proposed' end`,
    donorCountry,
    worth: sql`case when coalesce(r.values -> 'value' ->> 'dong',
               case r.values -> 'value' ->> 'currency' when 'VND' then r.values -> 'value' ->> 'amount' end) is null
      then 'missing' else 'given' end`,
    disbursed: sql`(
      select round(sum(coalesce((p.values -> 'value' ->> 'dong')::numeric,
               case p.values -> 'value' ->> 'currency' when 'VND' then (p.values -> 'value' ->> 'amount')::numeric end)))
        from record_link l join record p on p.province_id = l.province_id and p.id = l.record_id
         and p.register = 'aid-payments' and p.removed_at is null
       where l.province_id = r.province_id and l.target_id = r.id and l.field = 'aid')`,
  };
}

/** What lists of money show: whether more was used than given. */
export function budgetColumns(): Columns {
  const amount = (key: string) => sql`(r.values -> ${key} ->> 'amount')::numeric`;
  return {
    use: sql`case when ${amount("used")} is null then null
      when ${amount("used")} > coalesce(${amount("estimate")}, 0) then 'over' else 'within' end`,
  };
}

/** What lists of projects calling for investment show: the last word of the reviews about each, and its day. */
export function callColumns(): Columns {
  const last = (value: RawBuilder<unknown>) => sql`(
    select ${value} from record_link l
      join record i on i.province_id = l.province_id and i.id = l.record_id and i.register = 'call-review-items'
       and i.removed_at is null
      join record_link m on m.province_id = i.province_id and m.record_id = i.id and m.field = 'review'
      join record v on v.province_id = m.province_id and v.id = m.target_id and v.removed_at is null
     where l.province_id = r.province_id and l.target_id = r.id and l.field = 'call'
     order by v.values ->> 'on' desc, i.id desc limit 1)`;
  return { review: last(sql`i.values ->> 'outcome'`), reviewed: last(sql`v.values ->> 'on'`) };
}
