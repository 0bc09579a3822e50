import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { CountedOccurrence } from "../domain/duty/due-recount.ts";
import type { GivenFact, StandingFacts } from "../domain/duty/occurrence-fact.ts";
import type { TaskOccurrence } from "../domain/duty/task.ts";
import type { ProvinceId } from "./database.ts";
import type { Sight } from "./sight.ts";
import { inSight } from "./task-filter.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./task-tables.ts";

/** Who recorded a fact and when, with the id that it gets. */
export interface Recording {
  readonly id: string;
  readonly at: Date;
  readonly who: string;
}

/** Writes a fact, and beside its occurrence the facts that stand after it. */
export async function saveFact(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  occurrence: string,
  { fact, standing, recording }: { fact: GivenFact; standing: StandingFacts; recording: Recording },
): Promise<void> {
  await transaction
    .insertInto("occurrence_fact")
    .values({
      ...{ province_id: province, id: recording.id, occurrence_id: occurrence, kind: fact.kind },
      ...{ on_day: fact.on, product: fact.product, note: fact.note, at: recording.at, who: recording.who },
    })
    .execute();
  await transaction
    .updateTable("occurrence")
    .set({
      ...{ started_on: standing.startedOn, done_on: standing.doneOn, product: standing.product },
      ...{ withdrawn_on: standing.withdrawnOn, version: sql<number>`version + 1` },
    })
    .where("province_id", "=", province)
    .where("id", "=", occurrence)
    .execute();
}

/** An occurrence from before the start day that nobody has filled. */
export interface UnfilledOccurrence {
  readonly id: string;
  readonly task: string;
  readonly key: string;
  readonly lastDay: CalendarDate;
}

/** The occurrences left open from before the start day, of all tasks or of some; they stay locked. */
export async function findUnfilled(
  transaction: ProvinceTransaction,
  sight: Sight,
  startDay: CalendarDate,
  tasks: readonly string[] | null,
): Promise<readonly UnfilledOccurrence[]> {
  const { rows } = await sql<UnfilledOccurrence>`
    select o.id, o.task_id as task, o.key, o.last_day as "lastDay"
      from occurrence o join task t on t.province_id = o.province_id and t.id = o.task_id
     where o.province_id = ${sight.province} and ${inSight(sight)} and o.last_day < ${startDay}::date
       and o.done_on is null and o.withdrawn_on is null and t.withdrawn_on is null
       ${tasks === null ? sql`` : sql`and o.task_id = any(${tasks}::uuid[])`}
     order by o.task_id, o.last_day for update of o`.execute(transaction);
  return rows;
}

/** How many of them there are. One statement. */
export async function countUnfilled(
  transaction: ProvinceTransaction,
  sight: Sight,
  startDay: CalendarDate,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
      from occurrence o join task t on t.province_id = o.province_id and t.id = o.task_id
     where o.province_id = ${sight.province} and ${inSight(sight)} and o.last_day < ${startDay}::date
       and o.done_on is null and o.withdrawn_on is null and t.withdrawn_on is null`.execute(transaction);
  return rows[0]?.count ?? 0;
}

/** One row of a bulk fill. */
export interface Filling extends Recording {
  readonly occurrence: string;
  readonly on: CalendarDate;
}

/** Writes one fact for each of many occurrences: three statements, whatever their number. */
export async function saveFillings(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  kind: "done" | "withdrawn",
  { fillings, note }: { readonly fillings: readonly Filling[]; readonly note: string | null },
): Promise<void> {
  const rows = JSON.stringify(
    fillings.map(({ id, occurrence, on, at, who }) => ({ id, occurrence, on, at: at.toISOString(), who })),
  );
  const given = sql`jsonb_to_recordset(${rows}::jsonb)
    as given (id uuid, occurrence uuid, "on" date, at timestamptz, who text)`;
  await sql`
    insert into occurrence_fact (province_id, id, occurrence_id, kind, on_day, note, at, who)
    select ${province}, id, occurrence, ${kind}, "on", ${note}, at, who from ${given}`.execute(transaction);
  const column = kind === "done" ? sql`done_on` : sql`withdrawn_on`;
  await sql`
    update occurrence o set ${column} = given."on", version = o.version + 1
      from ${given} where o.province_id = ${province} and o.id = given.occurrence`.execute(transaction);
}

/** How the occurrences of a task change when its schedule does. */
export interface OccurrenceChange {
  readonly added: readonly (TaskOccurrence & { readonly id: string })[];
  /** Those whose days moved, by their id. */
  readonly moved: readonly (TaskOccurrence & { readonly id: string })[];
  readonly removed: readonly string[];
}

/** Brings the occurrences of a task in line with a new schedule. */
export async function saveOccurrenceChange(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
  { added, moved, removed }: OccurrenceChange,
): Promise<void> {
  if (removed.length > 0)
    await transaction
      .deleteFrom("occurrence")
      .where("province_id", "=", province)
      .where("id", "in", removed)
      .execute();
  await moveOccurrences(transaction, province, moved);
  if (added.length > 0)
    await transaction
      .insertInto("occurrence")
      .values(added.map((occurrence) => occurrenceRow(province, { ...occurrence, task })))
      .execute();
}

/** Keeps beside occurrences the day that was set first, before another takes its place. */
export async function keepFirstDays(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  occurrences: readonly string[],
): Promise<void> {
  await sql`update occurrence set first_due_on = coalesce(first_due_on, due_on)
             where province_id = ${province} and id = any(${occurrences}::uuid[])`.execute(transaction);
}

/** Forgets the first day where it is the day that stands: nothing was set in its place any more. */
export async function forgetFirstDays(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
): Promise<void> {
  await sql`update occurrence set first_due_on = null
             where province_id = ${province} and task_id = ${task}::uuid and first_due_on = due_on`.execute(
    transaction,
  );
}

const rowsAtOnce = 5000;

/** Gives occurrences other days: one statement for each 5,000. */
export async function moveOccurrences(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  moved: readonly (TaskOccurrence & { readonly id: string })[],
): Promise<void> {
  for (let from = 0; from < moved.length; from += rowsAtOnce) {
    const some = moved
      .slice(from, from + rowsAtOnce)
      .map((one) => ({ id: one.id, key: one.key, ...daysOf(one) }));
    await sql`
      update occurrence o
         set key = w.key, starts_on = w.starts_on, due_on = w.due_on, strictly_before = w.strictly_before, last_day = w.last_day,
             due_basis = w.due_basis, version = o.version + 1
        from jsonb_populate_recordset(null::occurrence, ${JSON.stringify(some)}::jsonb) w
       where o.province_id = ${province} and o.id = w.id`.execute(transaction);
  }
}

/** The open occurrences whose due day hangs on the settings of the province; they stay locked. One statement. */
export async function findCounted(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<readonly CountedOccurrence[]> {
  const { rows } = await sql<CountedOccurrence>`
    select o.id, o.task_id as task, o.key, o.starts_on as "startsOn", o.due_on as "dueOn",
           o.strictly_before as "strictlyBefore", o.last_day as "lastDay", o.due_basis as basis,
           t.assigned_on as "assignedOn",
           o.started_on is not null
             or exists (select from occurrence_fact f where f.province_id = o.province_id and f.occurrence_id = o.id)
             or exists (select from duty d where d.province_id = o.province_id and d.occurrence_id = o.id
                           and d.reported_on is not null) as touched
      from occurrence o join task t on t.province_id = o.province_id and t.id = o.task_id
     where o.province_id = ${province} and o.done_on is null and o.withdrawn_on is null and t.withdrawn_on is null
       and (o.strictly_before or o.due_basis in ('year', 'cutOff'))
     order by o.id for update of o`.execute(transaction);
  return rows;
}

/** Adds the occurrence that an event made, with the document that shows it; one without a day makes room for it. */
export async function saveEventOccurrence(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  {
    occurrence,
    document,
    removed,
  }: {
    readonly occurrence: TaskOccurrence & { readonly id: string; readonly task: string };
    readonly document: string;
    readonly removed: readonly string[];
  },
): Promise<void> {
  const { task, id } = occurrence;
  await saveOccurrenceChange(transaction, province, task, { added: [occurrence], moved: [], removed });
  await sql`update occurrence set event_document = ${document} where province_id = ${province} and id = ${id}`.execute(
    transaction,
  );
  await sql`update task set version = version + 1 where province_id = ${province} and id = ${task}`.execute(
    transaction,
  );
}

/** An occurrence as the row in which it enters the register. */
export function occurrenceRow(
  province: ProvinceId,
  occurrence: TaskOccurrence & { readonly id: string; readonly task: string },
) {
  const { id, task, key } = occurrence;
  return { province_id: province, id, task_id: task, key, ...daysOf(occurrence) };
}

/** The days of an occurrence as its columns: the rules of the domain alone say when something is due. */
function daysOf({ startsOn, dueOn, strictlyBefore, lastDay, basis }: TaskOccurrence) {
  return {
    ...{ starts_on: startsOn, due_on: dueOn, strictly_before: strictlyBefore },
    ...{ last_day: lastDay, due_basis: basis },
  };
}
