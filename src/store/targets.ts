import { sql } from "kysely";
import type { PlannedTask } from "../domain/duty/plan-sheet.ts";
import type { TargetPlan } from "../domain/duty/target-ground.ts";
import type { TargetDuty } from "../domain/duty/target-records.ts";
import type { TargetSource } from "../domain/duty/target-source.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import { isWithin, type Sight } from "./sight.ts";
import { inSight } from "./task-filter.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A unit that owes a target. `seen`: it is in the sight of who asks. */
export interface OwingUnit {
  readonly id: string;
  readonly name: string;
  readonly seen: boolean;
}

/** The duties and plans that the targets of a task stand on, and the units they name. */
export interface TargetRows {
  readonly duties: readonly TargetDuty[];
  readonly plans: readonly TargetPlan[];
  readonly sources: readonly TargetSource[];
  readonly units: readonly OwingUnit[];
}

/** The approved reports of the duty `d`, as far as targets need them. */
export const reportsOfDuty = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'number', r.number,
      'on', r.approved_on, 'claimsDone', r.claims_done, 'nothing', r.nothing, 'measured', r.measured,
      'hasProof', exists (select from report_proof p where p.province_id = r.province_id and p.report_id = r.id))
      order by r.number), '[]')
   from report r
  where r.province_id = d.province_id and r.duty_id = d.id and r.approved_on is not null)`;

/** The source of a target, under the alias `s`. */
export const sourceRow = sql`json_build_object('target', s.target, 'register', s.register, 'where', s."where",
  'day', s.day, 'owner', s.owner_id, 'summed', s.summed, 'version', s.version)`;

/**
 * What the targets of a task stand on: the duties owed in it and in the tasks that were joined to it, with their approved
 * reports, and its plans. The whole of it, whoever asks: a target is one figure of the province. One statement.
 */
export async function loadTargetRows(
  transaction: ProvinceTransaction,
  sight: Sight,
  task: string,
): Promise<TargetRows> {
  const { province } = sight;
  const { rows } = await sql<{
    duties: TargetRows["duties"];
    plans: readonly (Omit<TargetPlan, "setAt"> & { readonly setAt: string })[];
    sources: TargetRows["sources"];
    units: TargetRows["units"];
  }>`
    with recursive chain as (
      select ${task}::uuid as id
      union select t.id from chain c join task t on t.province_id = ${province} and t.joined_to = c.id),
    owed as materialized (
      select d.*, o.key, o.starts_on as begins_on, o.due_on as ends_on
        from duty d join occurrence o on o.province_id = d.province_id and o.id = d.occurrence_id
       where d.province_id = ${province} and d.task_id in (select id from chain) and d.owed
         and d.withdrawn_on is null),
    plans as materialized (
      select distinct on (p.target, p.period, p.unit_id) p.* from target_plan p
       where p.province_id = ${province} and p.task_id in (select id from chain)
       order by p.target, p.period, p.unit_id, p.task_id <> ${task}::uuid)
    select (select coalesce(json_agg(json_build_object('id', d.id, 'own', d.task_id = ${task}::uuid, 'unit', d.unit_id,
              'holder', d.holder_id, 'confirmed', d.confirmed_on is not null, 'recordedOn', d.recorded_on,
              'occurrence', json_build_object('key', d.key, 'startsOn', d.begins_on, 'dueOn', d.ends_on),
              'reports', ${reportsOfDuty})), '[]') from owed d) as duties,
           (select coalesce(json_agg(json_build_object('id', p.id, 'target', p.target, 'unit', p.unit_id,
              'period', p.period, 'value', p.value, 'document', p.document, 'setAt', p.set_at,
              'setBy', coalesce(w.name, p.set_by), 'version', p.version)), '[]')
              from plans p left join person w on w.province_id = p.province_id and w.id = p.set_by) as plans,
           (select coalesce(json_agg(${sourceRow}), '[]')
              from (select distinct on (s.target) s.* from target_source s
                     where s.province_id = ${province} and s.task_id in (select id from chain)
                     order by s.target, s.task_id <> ${task}::uuid) s) as sources,
           (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name, 'seen', ${isWithin(sight)})
                    order by u.position, u.name), '[]')
              from unit u where u.province_id = ${province}
               and u.id in (select holder_id from owed union select unit_id from plans)) as units`.execute(
    transaction,
  );
  const [row] = rows;
  return {
    ...{ duties: row?.duties ?? [], sources: row?.sources ?? [], units: row?.units ?? [] },
    plans: (row?.plans ?? []).map((plan) => ({ ...plan, setAt: new Date(plan.setAt) })),
  };
}

/** A plan that is going to be set in the place of the one with its id; `value` null takes that away. */
export interface WrittenPlan {
  readonly id: string;
  readonly task: string;
  readonly target: string;
  /** The measure of the target, as the task has it. */
  readonly measure: string;
  readonly unit: string | null;
  readonly period: string;
  readonly value: number | null;
  readonly document: string | null;
}

/** Sets plans and takes plans away. Two statements. */
export async function savePlans(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  plans: readonly WrittenPlan[],
  { at, who }: { readonly at: Date; readonly who: string },
): Promise<void> {
  const rows = plans.map((plan) => ({ ...plan, document: plan.document && plainText(plan.document) }));
  const given = sql`jsonb_to_recordset(${jsonText(rows)}::jsonb)
    as w (id uuid, task uuid, target text, measure text, unit uuid, period text, value double precision, document text)`;
  await sql`delete from target_plan p using ${given}
     where p.province_id = ${province} and p.id = w.id and w.value is null`.execute(transaction);
  await sql`
    insert into target_plan (province_id, id, task_id, target, measure, unit_id, period, value, document, set_at, set_by)
    select ${province}, w.id, w.task, w.target, w.measure, w.unit, w.period, w.value, w.document, ${at}::timestamptz, ${who}
      from ${given} where w.value is not null
    on conflict (province_id, id) do update
       set value = excluded.value, document = excluded.document, measure = excluded.measure, set_at = excluded.set_at,
           set_by = excluded.set_by, version = target_plan.version + 1`.execute(transaction);
}

/**
 * The tasks in sight with targets, their occurrences, plans and who owes them: what a sheet of plans is made of. Those with
 * the given ids, or all. One statement.
 */
export async function loadPlannedTasks(
  transaction: ProvinceTransaction,
  sight: Sight,
  ids: readonly string[] | null,
): Promise<readonly PlannedTask[]> {
  const { rows } = await sql<
    Omit<PlannedTask, "plans"> & {
      readonly plans: readonly (Omit<TargetPlan, "setAt"> & { readonly setAt: string })[];
    }
  >`
    select t.id, t.ref, t.content, coalesce(d.number, d.file_name) as document, t.targets,
           t.assigned_on as "assignedOn",
           (select coalesce(json_agg(json_build_object('key', o.key, 'startsOn', o.starts_on, 'dueOn', o.due_on)), '[]')
              from occurrence o where o.province_id = t.province_id and o.task_id = t.id) as occurrences,
           (select coalesce(json_agg(json_build_object('id', u.id, 'name', u.name) order by u.position, u.name), '[]')
              from unit u where u.province_id = t.province_id and u.id in (
                select w.holder_id from duty w where w.province_id = t.province_id and w.task_id = t.id and w.owed
                   and w.withdrawn_on is null)) as units,
           (select coalesce(json_agg(json_build_object('id', p.id, 'target', p.target, 'unit', p.unit_id,
              'period', p.period, 'value', p.value, 'document', p.document, 'setAt', p.set_at, 'setBy', p.set_by,
              'version', p.version)), '[]')
              from target_plan p where p.province_id = t.province_id and p.task_id = t.id) as plans
      from task t join document d on d.province_id = t.province_id and d.id = t.document_id
     where ${inSight(sight)} and t.targets <> '[]' and t.withdrawn_on is null and not t.general
       and ${ids === null ? sql`true` : sql`t.id = any (${ids}::uuid[])`}
     order by d.issued_on, document, length(t.ref), t.ref`.execute(transaction);
  return rows.map((row) => ({
    ...row,
    plans: row.plans.map((plan) => ({ ...plan, setAt: new Date(plan.setAt) })),
  }));
}
