import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { PostRole } from "../domain/organisation/rights.ts";
import type { OpenParty, PartyMove } from "../domain/organisation/unit-moves.ts";
import type { ProvinceId } from "./database.ts";
import { isOpenTask } from "./task-parties.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./unit-tables.ts";

/** A part in an open task, with what tells a person which task it is. */
export interface ShownParty extends OpenParty {
  readonly ref: string;
  readonly content: string;
  readonly document: string | null;
  readonly role: string;
}

/** A post that lasts beyond a day. */
export interface LastingPost {
  readonly id: string;
  readonly unit: string;
  readonly person: string;
  readonly name: string;
  readonly role: PostRole;
  readonly title: string | null;
  readonly from: CalendarDate;
  readonly to: CalendarDate | null;
  readonly actingFor: string | null;
  readonly document: string | null;
}

/** Who inside a unit works on a task. */
export interface KeptAssignment {
  readonly task: string;
  readonly unit: string;
}

const rowsAtOnce = 5000;

/**
 * What units hold of open tasks. Open: not withdrawn, and with an occurrence that is neither done nor withdrawn, or
 * with none at all: the occurrence that stands for a task is an open one as long as it has any. One statement.
 */
export async function loadOpenParties(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  holders: readonly string[],
): Promise<readonly ShownParty[]> {
  if (holders.length === 0) return [];
  const { rows } = await sql<ShownParty>`
    select p.task_id as task, p.position, p.unit_id as unit, p.holder_id as holder, t.ref,
           left(t.content, 200) as content, coalesce(d.number, d.subject, d.file_name) as document, a.role
      from task_party p
      join task t on t.province_id = p.province_id and t.id = p.task_id
      join document d on d.province_id = t.province_id and d.id = t.document_id
      join task_addressee a on a.province_id = p.province_id and a.task_id = p.task_id and a.position = p.position
     where p.province_id = ${province} and p.holder_id = any (${holders}::uuid[])
       and ${isOpenTask}
     order by t.current_last_day nulls last, t.assigned_on, t.ref collate reference.natural_order, t.id, p.position`.execute(
    transaction,
  );
  return rows;
}

/** Gives open parts to others, and their open duties and requests. Three statements for each 5,000. */
export async function moveParties(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  moves: readonly PartyMove[],
): Promise<void> {
  for (let from = 0; from < moves.length; from += rowsAtOnce) {
    const some = moves.slice(from, from + rowsAtOnce);
    await sql`update task_party p set holder_id = w.heir
      from unnest(${some.map(({ task }) => task)}::uuid[], ${some.map(({ position }) => position)}::smallint[],
                  ${some.map(({ unit }) => unit)}::uuid[], ${some.map(({ to }) => to)}::uuid[])
        as w (task, position, unit, heir)
     where p.province_id = ${province} and p.task_id = w.task and p.position = w.position and p.unit_id = w.unit`.execute(
      transaction,
    );
    await sql`update duty d set holder_id = h.id, owed = h.relation = 'subordinate', version = d.version + 1
      from unnest(${some.map(({ task }) => task)}::uuid[], ${some.map(({ unit }) => unit)}::uuid[],
                  ${some.map(({ holder }) => holder)}::uuid[], ${some.map(({ to }) => to)}::uuid[])
        as w (task, unit, holder, heir)
      join unit h on h.province_id = ${province} and h.id = w.heir
     where d.province_id = ${province} and d.task_id = w.task and d.unit_id = w.unit and d.holder_id = w.holder
       and d.confirmed_on is null and d.withdrawn_on is null`.execute(transaction);
    await sql`update coordination_request r set holder_id = w.heir, version = r.version + 1
      from unnest(${some.map(({ task }) => task)}::uuid[], ${some.map(({ holder }) => holder)}::uuid[],
                  ${some.map(({ to }) => to)}::uuid[]) as w (task, holder, heir)
      join duty d on d.province_id = ${province} and d.task_id = w.task
     where r.province_id = ${province} and r.duty_id = d.id and r.holder_id = w.holder
       and r.answered_on is null and r.declined_on is null and r.withdrawn_on is null`.execute(transaction);
  }
}

/** Posts of units that last to a day or longer. One statement. */
export async function loadLastingPosts(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  units: readonly string[],
  day: CalendarDate,
): Promise<readonly LastingPost[]> {
  const { rows } = await sql<LastingPost>`
    select p.id, p.unit_id as unit, p.person_id as person, h.name, p.role, p.title, p.from_day as "from",
           p.to_day as "to", p.acting_for as "actingFor", p.document
      from post p join person h on h.province_id = p.province_id and h.id = p.person_id
     where p.province_id = ${province} and p.unit_id = any (${units}::uuid[])
       and (p.to_day is null or p.to_day >= ${day}::date)
     order by h.name collate reference.natural_order, p.from_day, p.id`.execute(transaction);
  return rows;
}

/** Sets the last day of posts, as of a version on. */
export async function endPosts(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  posts: readonly { readonly id: string; readonly to: CalendarDate | null }[],
): Promise<void> {
  if (posts.length === 0) return;
  await sql`update post p set to_day = w.last, version = p.version + 1
    from unnest(${posts.map(({ id }) => id)}::uuid[], ${posts.map(({ to }) => to)}::date[]) as w (id, last)
   where p.province_id = ${province} and p.id = w.id`.execute(transaction);
}

/** Puts posts into other units, as they are otherwise. */
export async function movePosts(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  posts: readonly { readonly id: string; readonly to: string }[],
): Promise<void> {
  if (posts.length === 0) return;
  await sql`update post p set unit_id = w.heir, version = p.version + 1
    from unnest(${posts.map(({ id }) => id)}::uuid[], ${posts.map(({ to }) => to)}::uuid[]) as w (id, heir)
   where p.province_id = ${province} and p.id = w.id`.execute(transaction);
}

/** Lets whoever acts for one post act for another one, from a day on. */
export async function moveActing(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  posts: readonly { readonly from: string; readonly to: string }[],
  day: CalendarDate | null,
): Promise<void> {
  if (posts.length === 0) return;
  await sql`update post p set acting_for = w.heir, version = p.version + 1
    from unnest(${posts.map(({ from }) => from)}::uuid[], ${posts.map(({ to }) => to)}::uuid[]) as w (old, heir)
   where p.province_id = ${province} and p.acting_for = w.old
     and (${day}::date is null or p.to_day is null or p.to_day >= ${day}::date)`.execute(transaction);
}

/** Takes posts away that nobody ever held. */
export async function deletePosts(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  posts: readonly string[],
): Promise<void> {
  await sql`delete from post where province_id = ${province} and id = any (${posts}::uuid[])`.execute(
    transaction,
  );
}

/** Who inside units works on tasks. One statement. */
export async function loadAssignments(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  units: readonly string[],
): Promise<readonly KeptAssignment[]> {
  const { rows } = await sql<KeptAssignment>`
    select task_id as task, unit_id as unit from task_assignment
     where province_id = ${province} and unit_id = any (${units}::uuid[]) order by task_id, unit_id`.execute(
    transaction,
  );
  return rows;
}

/** Puts assignments into other units; where the other one has its own for the task, both stay as they are. */
export async function moveAssignments(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  moves: readonly (KeptAssignment & { readonly to: string })[],
): Promise<readonly (KeptAssignment & { readonly to: string })[]> {
  if (moves.length === 0) return [];
  const { rows } = await sql<KeptAssignment & { readonly to: string }>`
    update task_assignment a set unit_id = w.heir, version = a.version + 1
      from (select distinct on (task, heir) * from unnest(${moves.map(({ task }) => task)}::uuid[],
              ${moves.map(({ unit }) => unit)}::uuid[], ${moves.map(({ to }) => to)}::uuid[]) as m (task, old, heir)) as w
     where a.province_id = ${province} and a.task_id = w.task and a.unit_id = w.old
       and not exists (select from task_assignment own where own.province_id = ${province} and own.task_id = w.task
                         and own.unit_id = w.heir)
    returning a.task_id as task, w.old as unit, w.heir as "to"`.execute(transaction);
  return rows;
}
