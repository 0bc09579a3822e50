import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Place } from "../domain/document/place.ts";
import type { LineageNote, LineageNoteKind } from "../domain/duty/lineage-chain.ts";
import type { DocumentReferenceLine } from "../domain/duty/registered-document.ts";
import type { TaskOccurrence } from "../domain/duty/task.ts";
import type { TaskChangeRequest } from "../domain/duty/task-change.ts";
import type { ProvinceId } from "./database.ts";
import { referenceColumns } from "./documents.ts";
import { jsonText, plainText } from "./json-text.ts";
import { documentWithin, type Sight, taskWithin } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./lineage-tables.ts";

/** What a link changed of its task, as it was before, and in which version it left it. */
export interface LinkedBefore {
  readonly change: TaskChangeRequest;
  /** The occurrences that moved, as they were. */
  readonly moved: readonly (TaskOccurrence & { readonly id: string })[];
  readonly version: number;
}

/** A directive, or another dated note, that enters the chain of a task. */
export interface EnteringDirective {
  readonly id: string;
  readonly task: string;
  readonly kind: LineageNoteKind;
  readonly document: string | null;
  readonly number: string | null;
  readonly finding: string | null;
  readonly givenOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  readonly strictlyBefore: boolean;
  readonly words: string;
  readonly places: readonly Place[];
  readonly before?: LinkedBefore | null;
}

const rowsAtOnce = 1000;

/** Puts notes into the chains of tasks. */
export async function insertDirectives(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  directives: readonly EnteringDirective[],
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  for (let from = 0; from < directives.length; from += rowsAtOnce)
    await transaction
      .insertInto("task_directive")
      .values(
        directives.slice(from, from + rowsAtOnce).map((one) => ({
          ...{
            province_id: province,
            id: one.id,
            task_id: one.task,
            kind: one.kind,
            document_id: one.document,
          },
          ...{ document_number: one.number && plainText(one.number), finding_id: one.finding },
          ...{ given_on: one.givenOn, due_on: one.dueOn, strictly_before: one.strictlyBefore },
          ...{ words: plainText(one.words), places: jsonText(one.places) },
          ...{ before: one.before ? jsonText(one.before) : null, confirmed_at: at, confirmed_by: by },
        })),
      )
      .execute();
}

/** The notes in the chain of a task in sight, in no order; steps of units' own plans stand apart. One statement. */
export async function loadNotes(
  transaction: ProvinceTransaction,
  sight: Sight,
  task: string,
): Promise<readonly LineageNote[]> {
  interface Row extends Omit<LineageNote, "document"> {
    readonly document: DocumentReferenceLine | null;
  }
  const { rows } = await sql<Row>`
    select n.id, n.kind, n.document_number as number, n.finding_id as finding, n.given_on as "givenOn",
           n.due_on as "dueOn", n.strictly_before as "strictlyBefore", n.words, n.places, f.ref as "joinedFrom",
           n.confirmed_at as "confirmedAt", coalesce(u.name, n.confirmed_by) as "confirmedBy",
           (select to_json(line) from (select ${referenceColumns("d")}) line where d.id is not null) as document
      from task_directive n
      left join document d on d.province_id = n.province_id and d.id = n.document_id and ${documentWithin(sight)}
      left join task f on f.province_id = n.province_id and f.id = n.joined_from
      left join accounts.users u on u.id = n.confirmed_by
     where n.province_id = ${sight.province} and n.task_id = ${task}::uuid and n.kind <> 'step'
       and ${taskWithin(sight, sql`n.task_id`)}`.execute(transaction);
  return rows;
}

/** A note in sight that stands for a document or a paper, not for a finding; null when there is none of this id. */
export async function findNote(
  transaction: ProvinceTransaction,
  sight: Sight,
  id: string,
): Promise<{ readonly task: string; readonly kind: LineageNoteKind; readonly number: string | null } | null> {
  const { rows } = await sql<{ task: string; kind: LineageNoteKind; number: string | null }>`
    select n.task_id as task, n.kind, n.document_number as number from task_directive n
     where n.province_id = ${sight.province} and n.id = ${id}::uuid and n.finding_id is null and n.kind <> 'first'
       and ${taskWithin(sight, sql`n.task_id`)}`.execute(transaction);
  return rows[0] ?? null;
}

/** A link of a finding, as it is taken back. */
export interface StandingLink {
  readonly id: string;
  readonly task: string;
  readonly kind: LineageNoteKind;
  readonly before: LinkedBefore | null;
}

/** The links of a finding to tasks that were there before; not the first directive of its own task. */
export async function loadLinks(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  finding: string,
): Promise<readonly StandingLink[]> {
  const { rows } = await sql<StandingLink>`
    select id, task_id as task, kind, before from task_directive
     where province_id = ${province} and finding_id = ${finding}::uuid and kind not in ('first', 'order')
     order by confirmed_at desc`.execute(transaction);
  return rows;
}

/** Takes notes out of their chains. */
export async function removeDirectives(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  ids: readonly string[],
): Promise<void> {
  await sql`delete from task_directive where province_id = ${province} and id = any(${ids}::uuid[])`.execute(
    transaction,
  );
}

/** Takes out of the chain of a task that a document withdrew it, where no finding says so. */
export async function removeWithdrawal(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { task, document }: { readonly task: string; readonly document: string },
): Promise<void> {
  await sql`delete from task_directive where province_id = ${province} and task_id = ${task}::uuid
               and document_id = ${document}::uuid and kind = 'withdraws' and finding_id is null`.execute(
    transaction,
  );
}

/** Notes that a person found a proposed link wrong; nothing where the task is no more. */
export async function saveRefusal(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  refusal: { readonly document: string; readonly subject: string; readonly task: string },
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into lineage_refusal (province_id, document_id, subject_id, task_id, at, who)
    select ${province}, ${refusal.document}::uuid, ${refusal.subject}::uuid, t.id, ${at}, ${by}
      from task t where t.province_id = ${province} and t.id = ${refusal.task}::uuid
    on conflict do nothing`.execute(transaction);
}
