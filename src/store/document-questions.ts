import { sql } from "kysely";
import type { ProvinceId } from "./database.ts";
import { type Sight, taskWithin } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./lineage-tables.ts";

/** The question that a document raises about a task of an earlier one. */
export type TaskQuestion = "replaced" | "droppedOut";

/** What a person answered. */
export interface QuestionAnswer {
  readonly task: string;
  readonly document: string;
  readonly question: TaskQuestion;
  readonly answer: "kept" | "carriedOver" | "withdrawn";
  readonly into: string | null;
  readonly reason: string | null;
}

/** Documents of the register that this one replaces, and those whose notices ordered it or are its ground. */
export async function loadForerunners(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  document: string,
): Promise<{ readonly replaced: readonly string[]; readonly grounds: readonly string[] }> {
  const { rows } = await sql<{ replaced: string[]; grounds: string[] }>`
    with cited as (
      select distinct other.id, c.relation from citation c
        join document d on d.province_id = c.province_id and d.id = c.document_id
        join document other on other.province_id = c.province_id and other.number = c.number and other.id <> d.id
         and (other.issued_on = c.cited_on or other.issued_on is null or c.cited_on is null)
       where c.province_id = ${province} and c.document_id = ${document}::uuid)
    select coalesce((select array_agg(distinct id) from cited where relation = 'replaces'), '{}') as replaced,
           coalesce((select array_agg(distinct id) from (
              select id from cited where relation in ('basis', 'implements')
              union select t.document_id from task_directive n
                      join task t on t.province_id = n.province_id and t.id = n.task_id
                     where n.province_id = ${province} and n.document_id = ${document}::uuid and n.kind = 'issue') g), '{}')
             as grounds`.execute(transaction);
  return rows[0] ?? { replaced: [], grounds: [] };
}

/** Words of the document and of those given after it: what a lost order would be found in. */
export interface LaterWords {
  readonly content: string;
  readonly result: string | null;
}

/** The most findings of later documents that are looked through. */
const mostLater = 3000;

/** What the findings of a document, and of documents given on its day or later, say. */
export async function loadLaterWords(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  document: string,
): Promise<readonly LaterWords[]> {
  const { rows } = await sql<LaterWords>`
    select coalesce(f.edited ->> 'content', f.read ->> 'content', '') as content,
           coalesce(f.edited ->> 'result', f.read ->> 'result') as result
      from document me
      join document d on d.province_id = me.province_id
       and (d.id = me.id or coalesce(d.issued_on, d.meeting_on) >= coalesce(me.issued_on, me.meeting_on))
      join finding f on f.province_id = d.province_id and f.document_id = d.id
     where me.province_id = ${province} and me.id = ${document}::uuid
     order by d.id = me.id desc, d.imported_at desc, f.position limit ${mostLater}`.execute(transaction);
  return rows;
}

/** An answer that was given, with the words of its task and of the one in which it goes on. */
export interface ShownAnswer extends Omit<QuestionAnswer, "document"> {
  readonly ref: string;
  readonly content: string;
  readonly intoRef: string | null;
  readonly at: Date;
  readonly by: string;
}

/** The answers that were given about a document, the latest first. One statement. */
export async function loadAnswers(
  transaction: ProvinceTransaction,
  sight: Sight,
  document: string,
): Promise<readonly ShownAnswer[]> {
  const { rows } = await sql<ShownAnswer>`
    select a.task_id as task, a.question, a.answer, a.into_task as into, a.reason, t.ref, t.content, i.ref as "intoRef",
           a.at, coalesce(u.name, a.who) as by
      from task_question_answer a
      join task t on t.province_id = a.province_id and t.id = a.task_id
      left join task i on i.province_id = a.province_id and i.id = a.into_task
      left join accounts.users u on u.id = a.who
     where a.province_id = ${sight.province} and a.document_id = ${document}::uuid
       and ${taskWithin(sight, sql`a.task_id`)}
     order by a.at desc, t.ref`.execute(transaction);
  return rows;
}

/** Takes an answer back. */
export async function removeAnswer(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { document, task, question }: Pick<QuestionAnswer, "document" | "task" | "question">,
): Promise<void> {
  await sql`delete from task_question_answer where province_id = ${province} and document_id = ${document}::uuid
               and task_id = ${task}::uuid and question = ${question}`.execute(transaction);
}

/** Writes an answer; a later one takes its place. */
export async function saveAnswer(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { task, document, question, answer, into, reason }: QuestionAnswer,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into task_question_answer (province_id, document_id, task_id, question, answer, into_task, reason, at, who)
    values (${province}, ${document}, ${task}, ${question}, ${answer}, ${into}, ${reason}, ${at}, ${by})
    on conflict (province_id, document_id, task_id, question)
    do update set answer = excluded.answer, into_task = excluded.into_task, reason = excluded.reason,
                  at = excluded.at, who = excluded.who`.execute(transaction);
}
