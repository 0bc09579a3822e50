import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { OpenParty } from "../domain/organisation/unit-moves.ts";
import type { ProvinceId } from "./database.ts";
import { isOpenTask } from "./task-parties.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./unit-tables.ts";

/** A part in an open task that waits for a person, with what tells which task it is. */
export interface WaitingPart extends OpenParty {
  readonly content: string;
  readonly document: string | null;
  readonly unitName: string;
}

/** Parts in open tasks whose holder is not there any more: the task was opened again. Null: of all tasks. One statement. */
export async function loadOrphanedParts(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  tasks: readonly string[] | null,
  day: CalendarDate,
): Promise<readonly (OpenParty & { readonly holderName: string })[]> {
  const among = tasks === null ? sql`true` : sql`p.task_id = any (${tasks}::uuid[])`;
  const { rows } = await sql<OpenParty & { readonly holderName: string }>`
    select p.task_id as task, p.position, p.unit_id as unit, p.holder_id as holder, h.name as "holderName"
      from task_party p
      join unit h on h.province_id = p.province_id and h.id = p.holder_id and h.to_day < ${day}::date
      join task t on t.province_id = p.province_id and t.id = p.task_id
     where p.province_id = ${province} and ${among} and ${isOpenTask}
     order by p.task_id, p.position`.execute(transaction);
  return rows;
}

/** Parts that wait for a person to say which heir of a split unit holds them. One statement. */
export async function loadWaitingParts(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<readonly WaitingPart[]> {
  const { rows } = await sql<WaitingPart>`
    select p.task_id as task, p.position, p.unit_id as unit, p.holder_id as holder, u.name as "unitName",
           left(t.content, 200) as content, coalesce(d.number, d.subject, d.file_name) as document
      from task_party p
      join unit u on u.province_id = p.province_id and u.id = p.unit_id
      join task t on t.province_id = p.province_id and t.id = p.task_id
      join document d on d.province_id = t.province_id and d.id = t.document_id
     where p.province_id = ${province} and p.to_choose and ${isOpenTask}
     order by u.name collate reference.natural_order, t.assigned_on, t.id, p.position limit 500`.execute(
    transaction,
  );
  return rows;
}

/** A part that waits for a person, locked; null: there is none. One statement. */
export async function lockWaitingPart(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { task, position, unit }: Pick<OpenParty, "task" | "position" | "unit">,
): Promise<OpenParty | null> {
  const { rows } = await sql<OpenParty>`
    select task_id as task, position, unit_id as unit, holder_id as holder from task_party
     where province_id = ${province} and task_id = ${task} and position = ${position} and unit_id = ${unit} and to_choose
       for update`.execute(transaction);
  return rows[0] ?? null;
}

/** Says of parts whether they wait for a person. One statement. */
export async function markParts(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  parts: readonly Pick<OpenParty, "task" | "position" | "unit">[],
  toChoose: boolean,
): Promise<void> {
  if (parts.length === 0) return;
  await sql`update task_party p set to_choose = ${toChoose}
      from unnest(${parts.map(({ task }) => task)}::uuid[], ${parts.map(({ position }) => position)}::smallint[],
                  ${parts.map(({ unit }) => unit)}::uuid[]) as w (task, position, unit)
     where p.province_id = ${province} and p.task_id = w.task and p.position = w.position and p.unit_id = w.unit`.execute(
    transaction,
  );
}
