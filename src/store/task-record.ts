import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Place } from "../domain/document/place.ts";
import type { FactKind } from "../domain/duty/occurrence-fact.ts";
import type { RegisteredOccurrence, RegisteredTask } from "../domain/duty/registered-task.ts";
import type { ProvinceId } from "./database.ts";
import type { Sight } from "./sight.ts";
import { inSight } from "./task-filter.ts";
import {
  type ProvinceTransaction,
  type TaskRowRecord,
  taskRowColumns,
  taskRowJoins,
  taskRowOf,
} from "./task-rows.ts";
import "./task-tables.ts";

interface TaskRecord extends TaskRowRecord {
  readonly part: string | null;
  readonly lead_text: string | null;
  readonly coordinating_text: string | null;
  readonly sources: readonly Place[];
  readonly assigned_on: CalendarDate;
  readonly accepted_at: Date;
  readonly accepted_by: string;
  readonly occurrences: readonly OccurrenceRecord[];
}

/** Facts come inside JSON, so their instants are texts. */
type OccurrenceRecord = Omit<RegisteredOccurrence, "facts"> & {
  readonly facts: readonly {
    readonly id: string;
    readonly kind: FactKind;
    readonly on: CalendarDate;
    readonly product: string | null;
    readonly note: string | null;
    readonly at: string;
    readonly who: string;
  }[];
};

const factsOfOccurrence = sql`(select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind,
      'on', f.on_day, 'product', f.product, 'note', f.note, 'at', f.at, 'who', coalesce(u.name, f.who))
      order by f.at desc, f.id desc), '[]')
   from occurrence_fact f left join accounts.users u on u.id = f.who
  where f.province_id = c.province_id and f.occurrence_id = c.id)`;

/** The latest day on which something was said of one of its duties: facts, reports that wait, requests for co-ordination. */
const reportedOn = sql`(select max(said.on_day) from duty d cross join lateral (
    select f.on_day from duty_fact f where f.province_id = d.province_id and f.duty_id = d.id
    union all
    select (r.written_at at time zone 'Asia/Ho_Chi_Minh')::date from report r
     where r.province_id = d.province_id and r.duty_id = d.id
    union all
    select q.asked_on from coordination_request q where q.province_id = d.province_id and q.duty_id = d.id) said
   where d.province_id = c.province_id and d.occurrence_id = c.id)`;

const occurrencesOfTask = sql`(select coalesce(json_agg(json_build_object('id', c.id, 'key', c.key,
      'startsOn', c.starts_on, 'dueOn', c.due_on, 'firstDueOn', c.first_due_on, 'lastDay', c.last_day, 'strictlyBefore', c.strictly_before, 'basis', c.due_basis,
      'eventDocument', c.event_document,
      'startedOn', c.started_on, 'doneOn', c.done_on, 'product', c.product, 'withdrawnOn', c.withdrawn_on,
      'version', c.version, 'facts', ${factsOfOccurrence}, 'reportedOn', ${reportedOn})
      order by c.last_day nulls last, c.key), '[]')
   from occurrence c where c.province_id = t.province_id and c.task_id = t.id)`;

/**
 * One task with its document, addressees, occurrences and facts; null when none in sight has this id. One
 * statement. `locked`: the task stays as it is until the transaction ends.
 */
export async function loadTask(
  transaction: ProvinceTransaction,
  sight: Sight,
  id: string,
  { locked = false }: { readonly locked?: boolean } = {},
): Promise<RegisteredTask | null> {
  const { rows } = await sql<TaskRecord>`
    select ${taskRowColumns}, t.part, t.lead_text, t.coordinating_text, t.sources, t.assigned_on,
           t.accepted_at, coalesce(p.name, t.accepted_by) as accepted_by, ${occurrencesOfTask} as occurrences
      from task t ${taskRowJoins} left join accounts.users p on p.id = t.accepted_by
     where ${inSight(sight)} and t.id = ${id}::uuid ${locked ? sql`for update of t` : sql``}`.execute(
    transaction,
  );
  const [row] = rows;
  if (!row) return null;
  return {
    ...taskRowOf(row),
    ...{ part: row.part, leadText: row.lead_text, coordinatingText: row.coordinating_text },
    ...{ sources: row.sources, assignedOn: row.assigned_on },
    ...{ acceptedAt: row.accepted_at, acceptedBy: row.accepted_by },
    occurrences: row.occurrences.map(({ facts, ...occurrence }) => ({
      ...occurrence,
      facts: facts.map((fact) => ({ ...fact, at: new Date(fact.at) })),
    })),
  };
}

/** The task to which an occurrence belongs; null when the province has none with this id. */
export async function findTaskOfOccurrence(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  occurrence: string,
): Promise<string | null> {
  const row = await transaction
    .selectFrom("occurrence")
    .select("task_id")
    .where("province_id", "=", province)
    .where("id", "=", occurrence)
    .executeTakeFirst();
  return row?.task_id ?? null;
}
