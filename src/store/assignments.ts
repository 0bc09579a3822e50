import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { ProvinceId } from "./database.ts";
import { type Sight, unitsWithin } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./unit-tables.ts";

/** Somebody or something by id and name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Who works on a task inside a unit that holds it; nobody yet: all null, version 0. */
export interface Assignment {
  readonly unit: Named;
  readonly leader: Named | null;
  readonly room: Named | null;
  readonly officer: Named | null;
  readonly version: number;
}

/** The units in sight that hold a task today, with who works on it there. One statement. */
export async function loadAssignments(
  transaction: ProvinceTransaction,
  sight: Sight,
  task: string,
): Promise<readonly Assignment[]> {
  const inReach = sight.reach.kind === "province" ? sql`true` : sql`u.id = any (${unitsWithin(sight)})`;
  const { rows } = await sql<Assignment>`
    select json_build_object('id', u.id, 'name', u.name) as unit,
           case when l.id is not null then json_build_object('id', l.id, 'name', l.name) end as leader,
           case when r.id is not null then json_build_object('id', r.id, 'name', r.name) end as room,
           case when o.id is not null then json_build_object('id', o.id, 'name', o.name) end as officer,
           coalesce(a.version, 0) as version
      from unit u
      left join task_assignment a on a.province_id = u.province_id and a.unit_id = u.id and a.task_id = ${task}::uuid
      left join person l on l.province_id = u.province_id and l.id = a.leader
      left join unit r on r.province_id = u.province_id and r.id = a.room_id
      left join person o on o.province_id = u.province_id and o.id = a.officer
     where u.province_id = ${sight.province} and ${inReach}
       and u.id in (select p.holder_id from task_party p
                     where p.province_id = ${sight.province} and p.task_id = ${task}::uuid)
     order by u.position, u.id`.execute(transaction);
  return rows;
}

/** Which of some people have a post in a unit, or below it, on a day. */
export async function peopleOfUnit(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  {
    people,
    unit,
    day,
  }: { readonly people: readonly string[]; readonly unit: string; readonly day: CalendarDate },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct p.person_id as id from post p
     where p.province_id = ${province} and p.person_id = any (${people}::text[]) and p.from_day <= ${day}::date
       and (p.to_day is null or p.to_day >= ${day}::date)
       and p.unit_id = any ((select units_under(${province}::int, array[${unit}]::uuid[]))::uuid[])`.execute(
    transaction,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Who works on one task inside a unit, by ids; version 0: nobody was named yet. */
export interface UnitAssignment {
  readonly task: string;
  readonly leader: string | null;
  readonly room: string | null;
  readonly officer: string | null;
  readonly version: number;
}

/** Who works inside a unit on each of some tasks; a task that the unit does not hold today is left out. One statement. */
export async function assignmentsOfUnit(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  unit: string,
  tasks: readonly string[],
): Promise<readonly UnitAssignment[]> {
  const { rows } = await sql<UnitAssignment>`
    select t.id as task, a.leader, a.room_id as room, a.officer, coalesce(a.version, 0) as version
      from task t
      left join task_assignment a on a.province_id = t.province_id and a.task_id = t.id and a.unit_id = ${unit}::uuid
     where t.province_id = ${province} and t.id = any (${tasks}::uuid[])
       and t.id in (select p.task_id from task_party p
                     where p.province_id = ${province} and p.holder_id = ${unit}::uuid)`.execute(transaction);
  return rows;
}

/**
 * Puts who works on tasks inside a unit in place of who did, each in the version after the one given. Gives the tasks
 * saved: one that somebody else saved meanwhile stays as he left it. One statement.
 */
export async function saveAssignments(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  unit: string,
  wanted: readonly UnitAssignment[],
): Promise<ReadonlySet<string>> {
  const of = <Name extends keyof UnitAssignment>(name: Name) => wanted.map((one) => one[name]);
  const { rows } = await sql<{ task: string }>`
    insert into task_assignment (province_id, task_id, unit_id, leader, room_id, officer, version)
    select ${province}::int, w.task, ${unit}::uuid, w.leader, w.room, w.officer, w.version + 1
      from unnest(${of("task")}::uuid[], ${of("leader")}::text[], ${of("room")}::uuid[], ${of("officer")}::text[],
                  ${of("version")}::int[]) as w (task, leader, room, officer, version)
    on conflict (province_id, task_id, unit_id) do update
      set leader = excluded.leader, room_id = excluded.room_id, officer = excluded.officer,
          version = excluded.version
      where task_assignment.version = excluded.version - 1
    returning task_id as task`.execute(transaction);
  return new Set(rows.map(({ task }) => task));
}

/** Units by their ids, in the order of the tree. */
export async function namedUnits(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  ids: readonly string[],
): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select u.id, u.name from unit u where u.province_id = ${province} and u.id = any (${ids}::uuid[])
     order by u.position, u.id`.execute(transaction);
  return rows;
}
