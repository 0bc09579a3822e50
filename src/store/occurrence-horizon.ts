import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Schedule } from "../domain/calendar/schedule.ts";
import type { TaskOccurrence } from "../domain/duty/task.ts";
import type { ProvinceId } from "./database.ts";
import { occurrenceRow } from "./occurrences.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./task-tables.ts";

/** A recurring task whose occurrences may end before the horizon. */
export interface EndingTask {
  readonly id: string;
  readonly schedule: Schedule;
  readonly assignedOn: CalendarDate;
  /** The keys of its occurrences, and the day of the last of them; null when none has a day. */
  readonly known: readonly string[];
  readonly lastDue: CalendarDate | null;
}

/**
 * Tasks that recur and have nothing due in the last year before the horizon, in the order of their ids after one of them;
 * they stay locked. Of schedules in several parts one may reach further than the others, so those always come.
 */
export async function findEndingTasks(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { horizon, after, limit }: { horizon: CalendarDate; after: string | null; limit: number },
): Promise<readonly EndingTask[]> {
  const { rows } = await sql<EndingTask>`
    select t.id, t.schedule, t.assigned_on as "assignedOn", o.known, o.last_due as "lastDue"
      from task t
      cross join lateral (select coalesce(array_agg(key), '{}') as known, max(due_on) filter (where due_basis <> 'term') as last_due
                            from occurrence where province_id = t.province_id and task_id = t.id) o
     where t.province_id = ${province} and ${after === null ? sql`true` : sql`t.id > ${after}::uuid`}
       and t.withdrawn_on is null and not t.general
       and t.schedule @? '$.** ? (@.kind == "recurring")'
       and (t.schedule_kind <> 'recurring' or o.last_due is null
            or o.last_due < date_trunc('year', ${horizon}::date::timestamp)::date)
     order by t.id limit ${limit} for update of t`.execute(transaction);
  return rows;
}

/** Adds occurrences to tasks; one that a task has already stays as it is. Gives how many were added. */
export async function addOccurrences(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  occurrences: readonly (TaskOccurrence & { readonly id: string; readonly task: string })[],
): Promise<number> {
  if (occurrences.length === 0) return 0;
  const written = JSON.stringify(occurrences.map((occurrence) => occurrenceRow(province, occurrence)));
  const { rows } = await sql<{ task: string }>`
    insert into occurrence (province_id, id, task_id, key, starts_on, due_on, strictly_before, last_day, due_basis)
    select province_id, id, task_id, key, starts_on, due_on, strictly_before, last_day, due_basis
      from jsonb_populate_recordset(null::occurrence, ${written}::jsonb)
        on conflict (province_id, task_id, key) do nothing
    returning task_id as task`.execute(transaction);
  // Where nothing was due within the horizon, one without a day held the place.
  await sql`
    delete from occurrence o
     where o.province_id = ${province} and o.task_id = any(${[...new Set(rows.map(({ task }) => task))]}::uuid[])
       and o.key = 'undated' and o.started_on is null and o.done_on is null and o.withdrawn_on is null
       and not exists (select 1 from occurrence_fact f where f.province_id = o.province_id and f.occurrence_id = o.id)`.execute(
    transaction,
  );
  return rows.length;
}
