import { sql } from "kysely";
import type { GivenDutyFact } from "../domain/duty/duty-fact.ts";
import type { JoiningDuty } from "../domain/duty/duty-join.ts";
import type { DocumentReferenceLine } from "../domain/duty/registered-document.ts";
import type { JoinPlan } from "../domain/duty/task-join.ts";
import type { ProvinceId } from "./database.ts";
import { referenceColumns } from "./documents.ts";
import { standingColumns } from "./duty-facts.ts";
import { jsonText } from "./json-text.ts";
import { noteWaiting } from "./reports.ts";
import { type Sight, taskWithin } from "./sight.ts";
import { saveTaskChange } from "./task-edit.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A duty as it is joined, with the name of who holds it. */
export interface NamedDuty extends JoiningDuty {
  readonly name: string;
}

/** The duties of a task, with all that was said of them, oldest first. One statement. */
export async function loadJoiningDuties(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
): Promise<readonly NamedDuty[]> {
  type Fact = GivenDutyFact & { readonly at: string };
  const { rows } = await sql<Omit<NamedDuty, "facts"> & { readonly facts: readonly Fact[] }>`
    select ${standingColumns}, d.starts_on as "startsOn", d.first_due_on as "firstDueOn",
           d.given_due_on as "givenDueOn", h.name,
           (select coalesce(json_agg(json_build_object('kind', f.kind, 'on', f.on_day, 'dueOn', f.due_on,
                     'lastDay', f.last_day, 'step', f.step, 'product', f.product, 'at', f.at) order by f.at, f.id), '[]')
              from duty_fact f where f.province_id = d.province_id and f.duty_id = d.id) as facts
      from duty d join unit h on h.province_id = d.province_id and h.id = d.holder_id
     where d.province_id = ${province} and d.task_id = ${task}::uuid order by d.id`.execute(transaction);
  return rows.map((row) => ({
    ...row,
    facts: row.facts.map((fact) => ({ ...fact, at: new Date(fact.at) })),
  }));
}

/** A join as it is written. `because`: the document for which the task is carried over; null: the two were one. */
export interface WrittenJoin {
  readonly id: string;
  readonly gone: string;
  readonly kept: string;
  readonly because: string | null;
  readonly at: Date;
  readonly by: string;
}

/**
 * Writes a planned join, but for the duties that follow from it; `finishJoin` is called when these are made. What was said
 * of the one hangs on the other, its bodies and who works on it inside them come along.
 */
export async function saveJoin(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { id, gone, kept, because, at, by }: WrittenJoin,
  plan: JoinPlan,
  newId: () => string,
): Promise<void> {
  const pairs = (met: readonly { readonly gone: string; readonly kept: string }[]) =>
    met.map((pair) => ({ gone: pair.gone, kept: pair.kept }));
  const met = { duties: pairs(plan.duties), occurrences: pairs(plan.occurrences) };
  await sql`select join_tasks(${id}, ${gone}, ${kept}, ${jsonText(met)}::jsonb, ${because}, ${at}, ${by})`.execute(
    transaction,
  );
  await saveTaskChange(transaction, province, kept, plan.change, newId);
  await sql`update task k set targets = g.targets from task g
             where k.province_id = ${province} and k.id = ${kept} and k.targets = '[]'
               and g.province_id = k.province_id and g.id = ${gone}`.execute(transaction);
  await saveMetOccurrences(transaction, province, plan.occurrences);
  await saveMetDuties(transaction, province, plan.duties);
  const keptDuties = plan.duties.map((one) => one.kept);
  await noteWaiting(transaction, province, keptDuties);
  await takeBodies(transaction, province, { gone, kept, positions: plan.addressees });
}

async function saveMetOccurrences(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  occurrences: JoinPlan["occurrences"],
): Promise<void> {
  const rows = occurrences.map(({ kept, days, standing, firstDueOn, eventDocument }) => ({
    ...{ kept, ...days, ...standing, firstDueOn, eventDocument },
  }));
  await sql`
    update occurrence o
       set key = w.key, starts_on = w."startsOn", due_on = w."dueOn", strictly_before = w."strictlyBefore",
           last_day = w."lastDay", due_basis = w.basis, first_due_on = w."firstDueOn", started_on = w."startedOn",
           done_on = w."doneOn", product = w.product, withdrawn_on = w."withdrawnOn",
           event_document = w."eventDocument", version = o.version + 1
      from jsonb_to_recordset(${jsonText(rows)}::jsonb)
        as w (kept uuid, key text, "startsOn" date, "dueOn" date, "strictlyBefore" boolean, "lastDay" date, basis text,
              "firstDueOn" date, "startedOn" date, "doneOn" date, product text, "withdrawnOn" date,
              "eventDocument" text)
     where o.province_id = ${province} and o.id = w.kept`.execute(transaction);
}

async function saveMetDuties(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  duties: JoinPlan["duties"],
): Promise<void> {
  // Where several went into one, the last says what all of them are.
  const last = new Map(duties.map(({ kept, after }) => [kept, { kept, ...after }]));
  await sql`
    update duty d
       set starts_on = w."startsOn", first_due_on = w."firstDueOn", given_due_on = w."givenDueOn", due_on = w."dueOn",
           last_day = w."lastDay", reported_on = w."reportedOn", submitted_on = w."submittedOn",
           sent_back_on = w."sentBackOn", recorded_on = w."recordedOn", confirmed_on = w."confirmedOn",
           withdrawn_on = w."withdrawnOn", asked_on = w."askedOn", extensions = w.extensions, step = w.step,
           step_on = w."stepOn", product = w.product, version = d.version + 1
      from jsonb_to_recordset(${jsonText([...last.values()])}::jsonb)
        as w (kept uuid, "startsOn" date, "firstDueOn" date, "givenDueOn" date, "dueOn" date, "lastDay" date,
              "reportedOn" date, "submittedOn" date, "sentBackOn" date, "recordedOn" date, "confirmedOn" date,
              "withdrawnOn" date, "askedOn" date, extensions smallint, step text, "stepOn" date, product text)
     where d.province_id = ${province} and d.id = w.kept`.execute(transaction);
}

/** Bodies that only the task that goes was addressed to, with the units that they are and who works on it there. */
async function takeBodies(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  {
    gone,
    kept,
    positions,
  }: { readonly gone: string; readonly kept: string; readonly positions: readonly number[] },
): Promise<void> {
  await sql`
    with free as (select coalesce(max(position), -1) + 1 as position from task_addressee
                   where province_id = ${province} and task_id = ${kept}),
    chosen as (select a.*, free.position + row_number() over (order by a.position) - 1 as place
                 from free cross join task_addressee a
                where a.province_id = ${province} and a.task_id = ${gone}
                  and a.position = any (${positions}::smallint[])),
    added as (insert into task_addressee (province_id, task_id, position, role, name, collective, written, share, name_key,
                                          gazetteer_id)
              select province_id, ${kept}, place, role, name, collective, written, share, name_key, gazetteer_id
                from chosen)
    insert into task_party (province_id, task_id, position, unit_id, holder_id, to_choose)
    select p.province_id, ${kept}, c.place, p.unit_id, p.holder_id, p.to_choose
      from chosen c join task_party p on p.province_id = c.province_id and p.task_id = c.task_id
                                     and p.position = c.position`.execute(transaction);
  await sql`
    insert into task_assignment (province_id, task_id, unit_id, leader, room_id, officer)
    select province_id, ${kept}, unit_id, leader, room_id, officer from task_assignment
     where province_id = ${province} and task_id = ${gone}
    on conflict do nothing`.execute(transaction);
  // Who answers for the whole, where nobody does in the task that goes on.
  await sql`
    update task_addressee k set answers_on = g.answers_on, answers_document = g.answers_document
      from task_addressee g
     where k.province_id = ${province} and k.task_id = ${kept} and g.province_id = k.province_id
       and g.task_id = ${gone} and (g.role, g.name_key) = (k.role, k.name_key) and g.answers_on is not null
       and not exists (select from task_addressee a where a.province_id = k.province_id and a.task_id = k.task_id
                          and a.answers_on is not null)`.execute(transaction);
}

/** Notes how a join has left both tasks, so that it can be taken back while nothing else is done to them. */
export async function finishJoin(transaction: ProvinceTransaction, id: string): Promise<void> {
  await sql`select join_finished(${id})`.execute(transaction);
}

/** Takes a join back; false, and nothing happens, when something was done to either task since. */
export async function partTasks(transaction: ProvinceTransaction, id: string): Promise<boolean> {
  const { rows } = await sql<{ parted: boolean }>`select part_tasks(${id}) as parted`.execute(transaction);
  return rows[0]?.parted ?? false;
}

/** A task that went into another, with who said so and when. */
export interface ShownJoin {
  readonly id: string;
  readonly task: string;
  readonly ref: string;
  readonly content: string;
  readonly document: DocumentReferenceLine;
  readonly into: string;
  /** The document for which it was carried over. */
  readonly because: DocumentReferenceLine | null;
  readonly at: Date;
  readonly by: string;
}

const joinColumns = sql`j.id, t.id as task, t.ref, t.content, j.into_task as into, j.at, coalesce(u.name, j.who) as by,
  (select to_json(line) from (select ${referenceColumns("d")}) line) as document,
  (select to_json(line) from (select ${referenceColumns("other")}) line where other.id is not null) as because`;

const joinJoins = sql`
  join task t on t.province_id = j.province_id and t.id = j.task_id
  join document d on d.province_id = t.province_id and d.id = t.document_id
  left join document other on other.province_id = j.province_id and other.id = j.document_id
  left join accounts.users u on u.id = j.who`;

/** The tasks that went into a task in sight, the latest first. One statement. */
export async function loadJoins(
  transaction: ProvinceTransaction,
  sight: Sight,
  task: string,
): Promise<readonly ShownJoin[]> {
  const { rows } = await sql<ShownJoin>`
    select ${joinColumns} from task_join j ${joinJoins}
     where j.province_id = ${sight.province} and j.into_task = ${task}::uuid
       and ${taskWithin(sight, sql`j.into_task`)} order by j.at desc, j.id`.execute(transaction);
  return rows;
}

/** A join of the province; null when there is none with this id. One statement. */
export async function findJoin(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
): Promise<ShownJoin | null> {
  const { rows } = await sql<ShownJoin>`
    select ${joinColumns} from task_join j ${joinJoins}
     where j.province_id = ${province} and j.id = ${id}::uuid`.execute(transaction);
  return rows[0] ?? null;
}

/** The join by which a task went into another, by its id; null when it went into none. One statement. */
export async function findJoinOf(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from task_join where province_id = ${province} and task_id = ${task}::uuid`.execute(
    transaction,
  );
  return rows[0]?.id ?? null;
}

/** The task into which one went at last; null when it went into none. One statement. */
export async function joinedInto(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    with recursive way as (
      select t.id, t.joined_to from task t where t.province_id = ${province} and t.id = ${task}::uuid
      union select t.id, t.joined_to from way join task t on t.province_id = ${province} and t.id = way.joined_to)
    select id from way where joined_to is null and id <> ${task}::uuid`.execute(transaction);
  return rows[0]?.id ?? null;
}
