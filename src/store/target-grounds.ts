import { type RawBuilder, sql } from "kysely";
import type { TaskTargetGround } from "../domain/duty/target-ground.ts";
import type { TargetSource } from "../domain/duty/target-source.ts";
import type { ProvinceId } from "./database.ts";
import { reportsOfDuty, sourceRow } from "./targets.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A task with targets, and what they are judged on but for the day. */
export interface TargetTask {
  readonly id: string;
  readonly content: string;
  readonly ground: Omit<TaskTargetGround, "today" | "sources">;
  /** The registers that targets of it are counted from. */
  readonly sources: readonly TargetSource[];
}

/**
 * The tasks with targets, under the alias `t`, of a condition, each with what its targets are judged on: as
 * `loadTargetRows` gives it for one. One statement.
 */
export async function loadTargetTasks(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  condition: RawBuilder<unknown>,
): Promise<readonly TargetTask[]> {
  const { rows } = await sql<
    Omit<TargetTask, "ground"> & TaskTargetGround["task"] & Pick<TaskTargetGround, "duties" | "plans">
  >`
    with recursive chosen as materialized (
      select t.id, t.content, t.targets, t.assigned_on from task t
       where t.province_id = ${province} and t.joined_to is null and t.targets <> '[]' and t.withdrawn_on is null
         and not t.general and ${condition}),
    chain as (
      select c.id, c.id as root from chosen c
      union select j.id, c.root from chain c join task j on j.province_id = ${province} and j.joined_to = c.id),
    duties as (
      select c.root, json_agg(json_build_object('id', d.id, 'own', d.task_id = c.root, 'unit', d.unit_id,
               'holder', d.holder_id, 'confirmed', d.confirmed_on is not null, 'recordedOn', d.recorded_on,
               'occurrence', json_build_object('key', o.key, 'startsOn', o.starts_on, 'dueOn', o.due_on),
               'reports', ${reportsOfDuty})) as list
        from chain c
        join duty d on d.province_id = ${province} and d.task_id = c.id and d.owed and d.withdrawn_on is null
        join occurrence o on o.province_id = d.province_id and o.id = d.occurrence_id
       group by c.root),
    plans as (
      select p.root, json_agg(json_build_object('id', p.id, 'target', p.target, 'unit', p.unit_id, 'period', p.period,
               'value', p.value, 'document', p.document, 'setAt', p.set_at, 'setBy', p.set_by,
               'version', p.version)) as list
        from (select distinct on (c.root, p.target, p.period, p.unit_id) c.root, p.*
                from chain c join target_plan p on p.province_id = ${province} and p.task_id = c.id
               order by c.root, p.target, p.period, p.unit_id, p.task_id <> c.root) p
       group by p.root),
    sources as (
      select s.root, json_agg(${sourceRow}) as list
        from (select distinct on (c.root, s.target) c.root, s.*
                from chain c join target_source s on s.province_id = ${province} and s.task_id = c.id
               order by c.root, s.target, s.task_id <> c.root) s
       group by s.root),
    times as (
      select o.task_id, json_agg(json_build_object('key', o.key, 'startsOn', o.starts_on, 'dueOn', o.due_on)) as list
        from chosen c join occurrence o on o.province_id = ${province} and o.task_id = c.id group by 1)
    select c.id, c.content, c.targets, c.assigned_on as "assignedOn", coalesce(times.list, '[]') as occurrences,
           coalesce(duties.list, '[]') as duties, coalesce(plans.list, '[]') as plans,
           coalesce(sources.list, '[]') as sources
      from chosen c
      left join times on times.task_id = c.id
      left join duties on duties.root = c.id
      left join plans on plans.root = c.id
      left join sources on sources.root = c.id
     order by c.id`.execute(transaction);
  return rows.map(({ id, content, duties, plans, sources, ...task }) => ({
    ...{ id, content, sources },
    ground: { task, duties, plans: plans.map((plan) => ({ ...plan, setAt: new Date(plan.setAt) })) },
  }));
}

/** Tasks under the alias `t` of which a unit holds a duty. */
export function heldBy(unit: string): RawBuilder<unknown> {
  return sql`t.id in (select coalesce(j.joined_to, j.id) from duty d
    join task j on j.province_id = d.province_id and j.id = d.task_id
   where d.province_id = t.province_id and d.holder_id = ${unit}::uuid and d.owed and d.withdrawn_on is null)`;
}
