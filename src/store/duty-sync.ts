import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { bookStep } from "../domain/basics/ledger.ts";
import type { DutyBalance } from "../domain/duty/duty.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** Which tasks are looked at, and how. */
export interface DutySync {
  /** Null: all tasks of the province. */
  readonly tasks: readonly string[] | null;
  /** Occurrences that begin later have no duties yet. */
  readonly horizon: CalendarDate;
  /**
   * Why days may have moved: a schedule was corrected, which leaves what was reported on alone, or a document gave
   * another day, which all that is open follows.
   */
  readonly why: "corrected" | "givenAgain";
  readonly newId: () => string;
  readonly recording: { readonly at: Date; readonly who: string };
}

const rowsAtOnce = 5000;

/** The lead units of tasks (under `t`) in their open occurrences (`o`), each holder (`h`) once in an occurrence. */
const leadParts = sql`
  from task t
  join occurrence o on o.province_id = t.province_id and o.task_id = t.id
  join task_addressee a on a.province_id = t.province_id and a.task_id = t.id and a.role in ('lead', 'standing')
  join task_party p on p.province_id = t.province_id and p.task_id = t.id and p.position = a.position
  join unit g on g.province_id = t.province_id and g.id = p.holder_id
  join unit h on h.province_id = t.province_id
   and h.id = case when g.kind = 'steeringCommittee' then coalesce(g.standing_id, g.id) else g.id end`;

/**
 * Brings the duties of tasks in line with their leads and occurrences: makes those that are missing, moves the days of
 * those that are open, and takes away those of which nothing was said and which no lead owes any more. Six statements,
 * and one more for each 5,000 new duties.
 */
export async function syncDuties(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  sync: DutySync,
): Promise<DutyBalance> {
  await removeGroundless(transaction, province, sync.tasks);
  await moveDays(transaction, province, sync);
  const chosen = sql`t.province_id = ${province} and ${among(sync.tasks, sql`t.id`)}
    and not t.general and t.withdrawn_on is null and o.done_on is null and o.withdrawn_on is null
    and (o.starts_on is null or o.starts_on <= ${sync.horizon}::date)`;
  const { rows } = await sql<{
    task: string;
    occurrence: string;
    unit: string;
    holder: string;
    name: string;
    outside: boolean;
    stands: boolean;
  }>`
    select distinct on (o.id, h.id) t.id as task, o.id as occurrence, p.unit_id as unit, h.id as holder, h.name,
           h.relation = 'outside' as outside,
           exists (select from duty d where d.province_id = t.province_id and d.occurrence_id = o.id
                      and (d.holder_id = h.id or d.unit_id = p.unit_id)) as stands
      ${leadParts} where ${chosen} order by o.id, h.id, p.position, p.unit_id`.execute(transaction);
  const wanted = rows.filter(({ outside, stands }) => !outside && !stands);
  const made = await insertDuties(transaction, province, wanted, sync.newId);
  await markAnswering(transaction, province, sync.tasks);
  const standing = rows.filter(({ outside, stands }) => !outside && stands).length;
  const outside = rows.filter((row) => row.outside);
  const rejected = outside.map(({ name, task }) => ({ what: name, where: `task:${task}`, why: "outside" }));
  return {
    books: bookStep("duties", rows.length, made + standing, rejected),
    ...{ made, open: await countOpenLeads(transaction, province, sync.tasks) },
  };
}

function among(tasks: readonly string[] | null, id: RawBuilder<unknown>): RawBuilder<unknown> {
  return tasks === null ? sql`true` : sql`${id} = any (${tasks}::uuid[])`;
}

async function insertDuties(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  wanted: readonly { readonly occurrence: string; readonly unit: string; readonly holder: string }[],
  newId: () => string,
): Promise<number> {
  let made = 0;
  for (let from = 0; from < wanted.length; from += rowsAtOnce) {
    const some = wanted.slice(from, from + rowsAtOnce);
    const { numAffectedRows } = await sql`
      insert into duty (province_id, id, task_id, occurrence_id, unit_id, holder_id, owed, starts_on, first_due_on,
                        given_due_on, due_on, last_day)
      select o.province_id, w.id, o.task_id, o.id, w.unit, w.holder, h.relation = 'subordinate', o.starts_on, o.due_on,
             o.due_on, o.due_on, o.last_day
        from unnest(${some.map(() => newId())}::uuid[], ${some.map(({ occurrence }) => occurrence)}::uuid[],
                    ${some.map(({ unit }) => unit)}::uuid[], ${some.map(({ holder }) => holder)}::uuid[])
          as w (id, occurrence, unit, holder)
        join occurrence o on o.province_id = ${province} and o.id = w.occurrence
        join unit h on h.province_id = ${province} and h.id = w.holder`.execute(transaction);
    made += Number(numAffectedRows ?? 0);
  }
  return made;
}

/**
 * Marks beside the duties of tasks in which one of several leads answers for the whole whether it is theirs; nothing is
 * marked where nobody has said so. Gives the occurrences of confirmed duties that were marked otherwise. One statement.
 */
export async function markAnswering(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  tasks: readonly string[] | null,
): Promise<readonly string[]> {
  const { rows } = await sql<{ occurrence: string; confirmed: boolean }>`
    with named as materialized (
      select a.task_id, array_agg(p.unit_id) || array_agg(p.holder_id) as units
        from task_addressee a
        left join task_party p on p.province_id = a.province_id and p.task_id = a.task_id and p.position = a.position
       where a.province_id = ${province} and ${among(tasks, sql`a.task_id`)} and a.answers_on is not null
       group by a.task_id)
    update duty d set answers = w.answers
      from (select o.id, case when n.task_id is not null then
                     coalesce(o.unit_id = any (n.units) or o.holder_id = any (n.units), false) end as answers
              from duty o left join named n on n.task_id = o.task_id
             where o.province_id = ${province} and ${among(tasks, sql`o.task_id`)}
               and (n.task_id is not null or o.answers is not null)) w
     where d.province_id = ${province} and d.id = w.id and d.answers is distinct from w.answers
    returning d.occurrence_id as occurrence, d.confirmed_on is not null as confirmed`.execute(transaction);
  return rows.filter(({ confirmed }) => confirmed).map(({ occurrence }) => occurrence);
}

/** Duties of which nothing was said and that no lead owes: another body leads now, or the task is an exhortation. */
async function removeGroundless(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  tasks: readonly string[] | null,
): Promise<void> {
  await sql`
    delete from duty d
     where d.province_id = ${province} and ${among(tasks, sql`d.task_id`)} and d.version = 1
       and not exists (select from duty_fact f where f.province_id = d.province_id and f.duty_id = d.id)
       and not exists (select from report r where r.province_id = d.province_id and r.duty_id = d.id)
       and not exists (select from coordination_request q where q.province_id = d.province_id and q.duty_id = d.id)
       and not exists (
         select from task t
           join task_addressee a on a.province_id = t.province_id and a.task_id = t.id and a.role in ('lead', 'standing')
           join task_party p on p.province_id = t.province_id and p.task_id = t.id and p.position = a.position
          where t.province_id = d.province_id and t.id = d.task_id and not t.general
            and (p.unit_id = d.unit_id or p.holder_id = d.holder_id))`.execute(transaction);
}

/** Days of open duties follow their occurrence; more time given to one of them is told apart by a fact of its own. */
async function moveDays(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { tasks, why, newId, recording }: DutySync,
): Promise<void> {
  const { rows } = await sql<{
    id: string;
    due: CalendarDate | null;
    last: CalendarDate | null;
    more: boolean;
  }>`
    update duty d
       set due_on = o.due_on, given_due_on = o.due_on, last_day = o.last_day, starts_on = o.starts_on,
           first_due_on = case when ${why === "corrected"} then o.due_on else d.first_due_on end
      from occurrence o
     where d.province_id = ${province} and ${among(tasks, sql`d.task_id`)}
       and o.province_id = d.province_id and o.id = d.occurrence_id
       and d.confirmed_on is null and d.withdrawn_on is null
       and ${why === "corrected" ? sql`d.reported_on is null` : sql`true`}
       and (d.given_due_on is distinct from o.due_on
            or (d.extensions = 0 and d.last_day is distinct from o.last_day))
    returning d.id, o.due_on as due, o.last_day as last, d.extensions > 0 as more`.execute(transaction);
  const moved = rows.filter(({ more }) => more);
  if (moved.length === 0) return;
  const facts = moved.map(({ id, due, last }) => ({ id: newId(), duty: id, due, last }));
  await sql`
    insert into duty_fact (province_id, id, duty_id, kind, on_day, due_on, last_day, at, who)
    select ${province}, id, duty, 'moved', ${recording.at}::timestamptz at time zone 'Asia/Ho_Chi_Minh', due, last,
           ${recording.at}::timestamptz, ${recording.who}
      from jsonb_to_recordset(${jsonText(facts)}::jsonb) as w (id uuid, duty uuid, due date, last date)`.execute(
    transaction,
  );
}

/** Leads of tasks that are no unit yet: their words are bound to no rule, or no unit has the name. */
async function countOpenLeads(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  tasks: readonly string[] | null,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
      from task_addressee a join task t on t.province_id = a.province_id and t.id = a.task_id
     where a.province_id = ${province} and ${among(tasks, sql`a.task_id`)} and a.role in ('lead', 'standing')
       and not t.general and t.withdrawn_on is null
       and not exists (select from task_party p where p.province_id = a.province_id and p.task_id = a.task_id
                          and p.position = a.position)`.execute(transaction);
  return rows[0]?.count ?? 0;
}
