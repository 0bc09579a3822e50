import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { DutyUnit } from "../domain/duty/duty-query.ts";
import type { DutyState } from "../domain/duty/duty-state.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import type { DocumentReferenceLine } from "../domain/duty/registered-document.ts";
import type { UnitKind } from "../domain/organisation/unit.ts";
import type { ProvinceId } from "./database.ts";
import { referenceColumns } from "./documents.ts";
import { dutyStateSql } from "./duty-state.ts";
import { jsonText } from "./json-text.ts";
import { isWithin, type Sight, taskWithin } from "./sight.ts";
import { answerColumns, type SignedAnswer, type StandingAnswer } from "./signed-answers.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A document of the register as the plan of a unit for another one. */
export interface OwnPlan {
  readonly unit: DutyUnit;
  readonly parent: DocumentReferenceLine;
}

/** What a document is the plan of; null: of nothing. One statement. */
export async function loadOwnPlan(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  document: string,
): Promise<OwnPlan | null> {
  const { rows } = await sql<OwnPlan>`
    select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit,
           (select to_json(line) from (select ${referenceColumns("d")}) line) as parent
      from own_plan o
      join unit u on u.province_id = o.province_id and u.id = o.unit_id
      join document d on d.province_id = o.province_id and d.id = o.parent_id
     where o.province_id = ${province} and o.document_id = ${document}::uuid`.execute(transaction);
  return rows[0] ?? null;
}

/** Notes that a document is the plan of a unit for another one; what was noted before is written over. One statement. */
export async function saveOwnPlan(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { document, unit, parent }: { readonly document: string; readonly unit: string; readonly parent: string },
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into own_plan (province_id, document_id, unit_id, parent_id, noted_at, noted_by)
    values (${province}, ${document}, ${unit}, ${parent}, ${at}, ${by})
    on conflict (province_id, document_id) do update
       set unit_id = excluded.unit_id, parent_id = excluded.parent_id, noted_at = excluded.noted_at,
           noted_by = excluded.noted_by`.execute(transaction);
}

/** Whether rows of the plan are tied to tasks. One statement. */
export async function isPlanTied(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  document: string,
): Promise<boolean> {
  const { rows } = await sql`
    select from task_directive where province_id = ${province} and document_id = ${document}::uuid and kind = 'step'
     limit 1`.execute(transaction);
  return rows.length > 0;
}

/** Notes which duties the plan answered. One statement. */
export async function insertPlanAnswers(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  document: string,
  answers: readonly SignedAnswer[],
): Promise<void> {
  await sql`
    insert into own_plan_answer (province_id, document_id, duty_id, report_id, made)
    select ${province}, ${document}, a.duty, a.report, a.made
      from jsonb_to_recordset(${jsonText(answers)}::jsonb) as a (duty uuid, report uuid, made boolean)`.execute(
    transaction,
  );
}

/** The duties that the plan answered. One statement. */
export async function loadPlanAnswers(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  document: string,
): Promise<readonly StandingAnswer[]> {
  const { rows } = await sql<StandingAnswer>`
    select ${answerColumns} from own_plan_answer a
     where a.province_id = ${province} and a.document_id = ${document}::uuid`.execute(transaction);
  return rows;
}

/** Takes the note away, with which duties it answered. One statement. */
export async function removeOwnPlan(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  document: string,
): Promise<void> {
  await sql`delete from own_plan where province_id = ${province} and document_id = ${document}::uuid`.execute(
    transaction,
  );
}

/** A task that may ask its leads for plans; `asks` null: nobody has said. */
export interface PlanOrder {
  readonly task: string;
  readonly ref: string;
  readonly content: string;
  readonly leads: readonly string[];
  readonly asks: boolean | null;
}

/** The tasks of a document with what was said of their asking for plans. One statement. */
export async function loadPlanOrders(
  transaction: ProvinceTransaction,
  sight: Sight,
  document: string,
): Promise<readonly PlanOrder[]> {
  const { rows } = await sql<PlanOrder>`
    select t.id as task, t.ref, t.content, o.asks,
           array(select a.name from task_addressee a where a.province_id = t.province_id and a.task_id = t.id
                    and a.role in ('lead', 'standing') order by a.position) as leads
      from task t left join own_plan_order o on o.province_id = t.province_id and o.task_id = t.id
     where t.province_id = ${sight.province} and t.document_id = ${document}::uuid and t.withdrawn_on is null
       and ${taskWithin(sight)}
     order by t.ref`.execute(transaction);
  return rows;
}

/** Notes whether a task asks for plans; null: nobody has said any more. One statement. */
export async function savePlanOrder(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { task, asks }: { readonly task: string; readonly asks: boolean | null },
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await (asks === null
    ? sql`delete from own_plan_order where province_id = ${province} and task_id = ${task}::uuid`
    : sql`insert into own_plan_order (province_id, task_id, asks, said_at, said_by)
            values (${province}, ${task}::uuid, ${asks}, ${at}, ${by})
            on conflict (province_id, task_id) do update
               set asks = excluded.asks, said_at = excluded.said_at, said_by = excluded.said_by`
  ).execute(transaction);
}

/** A unit that owes a plan for a document, or has one. */
export interface OwnPlanRow {
  readonly unit: DutyUnit & { readonly kind: UnitKind };
  /** Its duty to make the plan; null: no task asks it for one. */
  readonly duty: {
    readonly id: string;
    readonly state: DutyState;
    readonly lastDay: CalendarDate | null;
  } | null;
  readonly plans: readonly {
    readonly id: string;
    readonly number: string | null;
    readonly issuedOn: CalendarDate | null;
  }[];
  /** Tasks of the document that it leads, the order for the plan apart, and those that rows of its plans are tied to. */
  readonly led: number;
  readonly covered: number;
  /** Rows of its plans that are tied. */
  readonly steps: number;
}

/** The units in sight that owe plans for a document, or have one, in the order of the tree. One statement. */
export async function loadOwnPlans(
  transaction: ProvinceTransaction,
  sight: Sight,
  document: string,
  rules: StateRules,
): Promise<readonly OwnPlanRow[]> {
  const { province } = sight;
  const { rows } = await sql<OwnPlanRow>`
    with tasks as materialized (
      select t.id, coalesce(o.asks, false) as asks from task t
        left join own_plan_order o on o.province_id = t.province_id and o.task_id = t.id
       where t.province_id = ${province} and t.document_id = ${document}::uuid and t.withdrawn_on is null
         and not t.general),
    owed as materialized (
      select distinct on (d.holder_id) d.holder_id as unit, d.id, ${dutyStateSql(rules)} as state,
             d.last_day::text as "lastDay"
        from duty d join tasks on tasks.id = d.task_id and tasks.asks
       where d.province_id = ${province} and d.withdrawn_on is null
       order by d.holder_id, d.last_day desc nulls last),
    plans as materialized (
      select o.unit_id as unit, o.document_id as id from own_plan o
       where o.province_id = ${province} and o.parent_id = ${document}::uuid),
    led as materialized (
      select distinct p.holder_id as unit, p.task_id as task
        from tasks
        join task_party p on p.province_id = ${province} and p.task_id = tasks.id
        join task_addressee a on a.province_id = p.province_id and a.task_id = p.task_id and a.position = p.position
         and a.role in ('lead', 'standing')
       where not tasks.asks),
    steps as materialized (
      select plans.unit, n.task_id as task, count(*)::int as count
        from plans join task_directive n on n.province_id = ${province} and n.document_id = plans.id and n.kind = 'step'
       group by plans.unit, n.task_id)
    select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name, 'kind', u.kind) as unit,
           case when owed.id is not null then
             json_build_object('id', owed.id, 'state', owed.state, 'lastDay', owed."lastDay") end as duty,
           (select coalesce(json_agg(json_build_object('id', e.id, 'number', e.number, 'issuedOn', e.issued_on)
                     order by e.issued_on nulls last, e.id), '[]')
              from plans join document e on e.province_id = ${province} and e.id = plans.id
             where plans.unit = u.id) as plans,
           (select count(*)::int from led where led.unit = u.id) as led,
           (select count(*)::int from led join steps on steps.unit = led.unit and steps.task = led.task
             where led.unit = u.id) as covered,
           coalesce((select sum(steps.count)::int from steps where steps.unit = u.id), 0) as steps
      from unit u left join owed on owed.unit = u.id
     where u.province_id = ${province} and ${isWithin(sight)}
       and (owed.id is not null or u.id in (select unit from plans))
     order by u.position, u.id`.execute(transaction);
  return rows;
}

/** A step that a unit set itself for a task of a higher plan. */
export interface OwnStep {
  readonly unit: DutyUnit;
  readonly document: {
    readonly id: string;
    readonly number: string | null;
    readonly issuedOn: CalendarDate | null;
  };
  readonly finding: string | null;
  readonly words: string;
  readonly dueOn: CalendarDate | null;
}

/** The steps that units in sight set themselves for a task, in the order of the tree. One statement. */
export async function loadOwnSteps(
  transaction: ProvinceTransaction,
  sight: Sight,
  task: string,
): Promise<readonly OwnStep[]> {
  const { rows } = await sql<OwnStep>`
    select json_build_object('id', u.id, 'name', u.name, 'shortName', u.short_name) as unit,
           json_build_object('id', d.id, 'number', d.number, 'issuedOn', d.issued_on) as document,
           n.finding_id as finding, n.words, n.due_on as "dueOn"
      from task_directive n
      join own_plan o on o.province_id = n.province_id and o.document_id = n.document_id
      join unit u on u.province_id = o.province_id and u.id = o.unit_id
      join document d on d.province_id = n.province_id and d.id = n.document_id
     where n.province_id = ${sight.province} and n.task_id = ${task}::uuid and n.kind = 'step'
       and ${isWithin(sight)} and ${taskWithin(sight, sql`n.task_id`)}
     order by u.position, d.issued_on, n.confirmed_at`.execute(transaction);
  return rows;
}

/** The unit leads which of some tasks, today. One statement. */
export async function tasksLedBy(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { unit, tasks }: { readonly unit: string; readonly tasks: readonly string[] },
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ task: string }>`
    select distinct p.task_id as task from task_party p
      join task_addressee a on a.province_id = p.province_id and a.task_id = p.task_id and a.position = p.position
     where p.province_id = ${province} and p.holder_id = ${unit}::uuid and p.task_id = any (${tasks}::uuid[])
       and a.role in ('lead', 'standing')`.execute(transaction);
  return new Set(rows.map(({ task }) => task));
}

/** What the head of a document tells of whose plan it is, and for which other document. */
export interface PlanHead {
  readonly number: string | null;
  readonly kind: string | null;
  readonly issuer: string | null;
  readonly issuerSuperior: string | null;
  readonly issuedOn: CalendarDate | null;
  readonly subject: string | null;
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly size: number }[];
  /** Documents of the register that it cites as its ground or carries out, the one that asks for plans first. */
  readonly grounds: readonly (DocumentReferenceLine & { readonly asks: boolean })[];
}

/** The head of a document that may be a unit's own plan; null: there is none of this id. One statement. */
export async function loadPlanHead(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  document: string,
): Promise<PlanHead | null> {
  const { rows } = await sql<PlanHead>`
    select m.number, m.kind, m.issuer, m.issuer_superior as "issuerSuperior", m.issued_on as "issuedOn", m.subject,
           (select json_agg(json_build_object('name', f.name, 'sha256', f.sha256, 'size', f.size) order by f.position)
              from document_file f where f.province_id = m.province_id and f.document_id = m.id) as files,
           (select coalesce(json_agg(line order by line.asks desc), '[]') from (
              select distinct on (d.id) ${referenceColumns("d")},
                     exists (select from task t join own_plan_order o on o.province_id = t.province_id
                               and o.task_id = t.id and o.asks
                              where t.province_id = d.province_id and t.document_id = d.id) as asks
                from citation c join document d on d.province_id = c.province_id and d.number = c.number
                 and (d.issued_on = c.cited_on or d.issued_on is null or c.cited_on is null)
               where c.province_id = m.province_id and c.document_id = m.id and d.id <> m.id
                 and c.relation in ('basis', 'implements')) line) as grounds
      from document m where m.province_id = ${province} and m.id = ${document}::uuid`.execute(transaction);
  return rows[0] ?? null;
}
