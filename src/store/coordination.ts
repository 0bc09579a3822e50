import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { AnsweredRequest, AskedRequest, RequestFacts, RequestRow } from "../domain/duty/coordination.ts";
import type { DutyUnit } from "../domain/duty/duty-query.ts";
import type { Proof } from "../domain/duty/report.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import { isWithin, type Sight } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A unit that co-ordinates in a task, by the addressee that it is. */
export interface CoordinatingUnit extends DutyUnit {
  readonly position: number;
  /** A body outside the province, which has no account to answer with. */
  readonly outside: boolean;
}

/** The units that co-ordinate in a task as they hold it today. One statement. */
export async function loadCoordinating(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
): Promise<readonly CoordinatingUnit[]> {
  const { rows } = await sql<CoordinatingUnit>`
    select distinct on (a.position, h.position, h.id) a.position, h.id, h.name, h.short_name as "shortName",
           h.relation = 'outside' as outside
      from task_addressee a
      join task_party p on p.province_id = a.province_id and p.task_id = a.task_id and p.position = a.position
      join unit h on h.province_id = p.province_id and h.id = p.holder_id
     where a.province_id = ${province} and a.task_id = ${task}::uuid and a.role = 'with'
     order by a.position, h.position, h.id`.execute(transaction);
  return rows;
}

/** A request that is going to be kept. */
export interface EnteringRequest {
  readonly id: string;
  readonly duty: string;
  readonly unit: string;
}

/** Keeps one request to each of some units. One statement. */
export async function insertRequests(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  entering: readonly EnteringRequest[],
  { asked, at, who }: { readonly asked: AskedRequest; readonly at: Date; readonly who: string },
): Promise<void> {
  const { content, document, documentOn, on, workingDays, dueOn } = asked;
  await sql`
    insert into coordination_request (province_id, id, duty_id, unit_id, holder_id, content, document, document_on,
                                      asked_on, working_days, due_on, asked_at, asked_by)
    select ${province}, w.id, w.duty, w.unit, w.unit, ${plainText(content)}, ${document}, ${documentOn}::date,
           ${on}::date, ${workingDays}, ${dueOn}::date, ${at}::timestamptz, ${who}
      from jsonb_to_recordset(${jsonText(entering)}::jsonb) as w (id uuid, duty uuid, unit uuid)`.execute(
    transaction,
  );
}

const proofs = sql`(select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'reference', p.reference,
    'title', p.title, 'issuedOn', p.issued_on, 'sha256', p.sha256, 'size', p.size) order by p.position), '[]')
  from request_proof p where p.province_id = r.province_id and p.request_id = r.id)`;

const unitOf = (unit: string): RawBuilder<unknown> =>
  sql`json_build_object('id', ${sql.ref(unit)}.id, 'name', ${sql.ref(unit)}.name, 'shortName', ${sql.ref(unit)}.short_name)`;

const requestColumns = sql`
  r.id, r.duty_id as duty, json_build_object('id', t.id, 'ref', t.ref, 'content', t.content) as task,
  ${unitOf("f")} as "from", ${unitOf("h")} as "to", r.content, r.document, r.document_on as "documentOn",
  r.asked_on as "on", r.working_days as "workingDays", r.due_on as "dueOn", r.answered_on as "answeredOn",
  r.declined_on as "declinedOn", r.withdrawn_on as "withdrawnOn", r.answer, ${proofs} as proofs, r.version`;

const requestJoins = sql`
  join duty d on d.province_id = r.province_id and d.id = r.duty_id
  join task t on t.province_id = d.province_id and t.id = d.task_id
  join unit f on f.province_id = d.province_id and f.id = d.holder_id
  join unit h on h.province_id = r.province_id and h.id = r.holder_id`;

/** The requests `r` of duties `d` in sight: who asked or is asked is. */
export function requestsInSight(sight: Sight): RawBuilder<unknown> {
  return sql`r.province_id = ${sight.province}
    and (${isWithin(sight, sql`r.holder_id`)} or ${isWithin(sight, sql`d.holder_id`)})`;
}

/** The requests of a task in sight, those that wait longest first and what is over last. One statement. */
export async function loadRequestsOfTask(
  transaction: ProvinceTransaction,
  sight: Sight,
  task: string,
): Promise<readonly RequestRow[]> {
  const { rows } = await sql<RequestRow>`
    select ${requestColumns} from coordination_request r ${requestJoins}
     where ${requestsInSight(sight)} and d.task_id = ${task}::uuid
     order by coalesce(r.answered_on, r.declined_on, r.withdrawn_on) is not null, r.asked_on, h.position, r.id
     limit 1000`.execute(transaction);
  return rows;
}

/** What some units are asked for and have not answered, the most pressing first, with how many there are. One statement. */
export async function loadOpenRequests(
  transaction: ProvinceTransaction,
  asked: Sight,
  limit: number,
): Promise<{ readonly total: number; readonly requests: readonly RequestRow[] }> {
  const { rows } = await sql<RequestRow & { readonly total: number }>`
    select ${requestColumns}, count(*) over ()::int as total from coordination_request r ${requestJoins}
     where r.province_id = ${asked.province} and ${isWithin(asked, sql`r.holder_id`)}
       and r.answered_on is null and r.declined_on is null and r.withdrawn_on is null
     order by r.due_on, r.asked_on, r.id limit ${limit}`.execute(transaction);
  return { total: rows[0]?.total ?? 0, requests: rows.map(({ total: _, ...row }) => row) };
}

/** A request for working on it: who asks and who is asked, and what stands of it. */
export interface LockedRequest extends RequestFacts {
  readonly id: string;
  readonly duty: string;
  readonly task: string;
  readonly on: CalendarDate;
  readonly from: string;
  readonly to: string;
  readonly answer: string | null;
  /** The person who asked. */
  readonly askedBy: string;
  readonly version: number;
}

/** A request in sight; it stays as it is until the transaction ends. Null when there is none with this id. */
export async function lockRequest(
  transaction: ProvinceTransaction,
  sight: Sight,
  id: string,
): Promise<LockedRequest | null> {
  const { rows } = await sql<LockedRequest>`
    select r.id, r.duty_id as duty, d.task_id as task, r.asked_on as "on", d.holder_id as "from", r.holder_id as "to",
           r.answered_on as "answeredOn", r.declined_on as "declinedOn", r.withdrawn_on as "withdrawnOn", r.answer,
           r.asked_by as "askedBy", r.version
      from coordination_request r join duty d on d.province_id = r.province_id and d.id = r.duty_id
     where ${requestsInSight(sight)} and r.id = ${id}::uuid for update of r`.execute(transaction);
  return rows[0] ?? null;
}

/** Writes what stands of a request after a fact, with the proofs of its answer; the version goes up by one. */
export async function saveRequest(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  {
    id,
    answeredOn,
    declinedOn,
    withdrawnOn,
    answer,
    proofs: given,
  }: AnsweredRequest & { readonly id: string },
  newId: () => string,
): Promise<void> {
  await sql`
    update coordination_request
       set answered_on = ${answeredOn}::date, declined_on = ${declinedOn}::date, withdrawn_on = ${withdrawnOn}::date,
           answer = ${answer && plainText(answer)}, version = version + 1
     where province_id = ${province} and id = ${id}::uuid`.execute(transaction);
  await sql`delete from request_proof where province_id = ${province} and request_id = ${id}::uuid`.execute(
    transaction,
  );
  const rows = given.map((proof: Proof, position) => ({ ...proof, position, id: newId(), request: id }));
  if (rows.length === 0) return;
  await sql`
    insert into request_proof (province_id, id, request_id, position, kind, reference, title, issued_on, sha256, size)
    select ${province}, w.id, w.request, w.position, w.kind, w.reference, w.title, w."issuedOn", w.sha256, w.size
      from jsonb_to_recordset(${jsonText(rows)}::jsonb)
        as w (id uuid, request uuid, position smallint, kind text, reference text, title text, "issuedOn" date,
              sha256 text, size bigint)`.execute(transaction);
}

/** The units that a task means by words that name none, in the place of those that stood. Two statements. */
export async function saveNamedUnits(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { task, key, units }: { readonly task: string; readonly key: string; readonly units: readonly string[] },
  { on, document }: { readonly on: CalendarDate; readonly document: string | null },
): Promise<void> {
  await sql`delete from named_unit where province_id = ${province} and task_id = ${task}::uuid and name_key = ${key}`.execute(
    transaction,
  );
  await sql`insert into named_unit (province_id, task_id, name_key, unit_id, named_on, document)
    select ${province}, ${task}::uuid, ${key}, unit, ${on}::date, ${document}
      from unnest(${units}::uuid[]) as unit`.execute(transaction);
}

/** The units that were named in a task, by the key of the words. One statement. */
export async function loadNamedUnits(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
): Promise<readonly { readonly key: string; readonly on: CalendarDate; readonly document: string | null }[]> {
  const { rows } = await sql<{ key: string; on: CalendarDate; document: string | null }>`
    select distinct name_key as key, named_on as "on", document from named_unit
     where province_id = ${province} and task_id = ${task}::uuid`.execute(transaction);
  return rows;
}

/** Whether one of some units holds a lead of a task today. One statement. */
export async function leadsAmong(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
  units: readonly string[],
): Promise<boolean> {
  const { rows } = await sql`
    select from task_addressee a
      join task_party p on p.province_id = a.province_id and p.task_id = a.task_id and p.position = a.position
     where a.province_id = ${province} and a.task_id = ${task}::uuid and a.role in ('lead', 'standing')
       and p.holder_id = any (${units}::uuid[]) limit 1`.execute(transaction);
  return rows.length > 0;
}
