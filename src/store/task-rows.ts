import { type RawBuilder, sql, type Transaction } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Schedule } from "../domain/calendar/schedule.ts";
import type { Beating } from "../domain/duty/heartbeat.ts";
import type { TaskRow } from "../domain/duty/registered-task.ts";
import type { TaskAddressee } from "../domain/duty/task.ts";
import type { Target, UnclearFinding } from "../domain/reading/findings.ts";
import type { Tables } from "./schema.ts";

/** A task with its document and addressees as one row of SQL. */
export interface TaskRowRecord {
  readonly id: string;
  readonly ref: string;
  readonly label: string | null;
  readonly content: string;
  readonly group_title: string | null;
  readonly time_words: string | null;
  readonly schedule: Schedule | null;
  readonly result: string | null;
  readonly targets: readonly Target[];
  readonly approver: string | null;
  readonly unclear: readonly UnclearFinding[];
  readonly general: boolean;
  readonly withdrawn_on: CalendarDate | null;
  readonly version: number;
  readonly document_id: string;
  readonly document_number: string | null;
  readonly document_kind: string | null;
  readonly issuer: string | null;
  readonly issued_on: CalendarDate | null;
  readonly subject: string | null;
  readonly file_name: string;
  readonly current_occurrence: string | null;
  readonly current_key: string | null;
  readonly current_due: CalendarDate | null;
  readonly current_last_day: CalendarDate | null;
  readonly current_done_on: CalendarDate | null;
  readonly current_withdrawn_on: CalendarDate | null;
  readonly current_product: string | null;
  readonly addressees: readonly TaskAddressee[];
  readonly beating: Beating | null;
}

/** What the heartbeat of the task under `t` is made of, as long as what stands for it, under `o`, has no day. */
const beating = sql`case when t.heartbeat is not null and t.current_last_day is null and t.current_done_on is null
    and t.current_withdrawn_on is null and t.withdrawn_on is null then json_build_object('period', t.heartbeat,
      'startsOn', o.starts_on, 'provedOn', (
        select coalesce(max(b.proved_on) filter (where b.answers), case when not coalesce(bool_or(b.answers), false)
                 then max(b.proved_on) end)
          from duty b where b.province_id = t.province_id and b.task_id = t.id)) end`;

/** The columns of `TaskRowRecord`, of the tables under `t`, `d` (its document) and `o` (its current occurrence). */
export const taskRowColumns: RawBuilder<unknown> = sql`
  t.id, t.ref, t.label, t.content, t.group_title, t.time_words, t.schedule, t.result, t.targets, t.approver, t.unclear, t.general,
  t.withdrawn_on, t.version, t.document_id, d.number as document_number, d.kind as document_kind, d.issuer, d.issued_on,
  d.subject, d.file_name, t.current_occurrence, o.key as current_key, o.due_on as current_due, t.current_last_day,
  t.current_done_on, t.current_withdrawn_on, o.product as current_product, ${beating} as beating,
  (select coalesce(json_agg(json_build_object('role', a.role, 'name', a.name, 'collective', a.collective,
            'written', a.written, 'share', a.share, 'nameKey', a.name_key, 'gazetteerId', a.gazetteer_id,
            'answers', case when a.answers_on is not null then json_build_object('on', a.answers_on, 'document', a.answers_document) end) order by a.position), '[]')
     from task_addressee a where a.province_id = t.province_id and a.task_id = t.id) as addressees`;

/** The tables that `taskRowColumns` needs beside the task. */
export const taskRowJoins: RawBuilder<unknown> = sql`
  join document d on d.province_id = t.province_id and d.id = t.document_id
  left join occurrence o on o.province_id = t.province_id and o.id = t.current_occurrence`;

/** The row of SQL as the register knows it. */
export function taskRowOf(row: TaskRowRecord): TaskRow {
  return {
    ...{ id: row.id, ref: row.ref, label: row.label, content: row.content, group: row.group_title },
    document: {
      ...{ id: row.document_id, number: row.document_number, kind: row.document_kind, issuer: row.issuer },
      ...{ issuedOn: row.issued_on, subject: row.subject, fileName: row.file_name },
    },
    ...{ addressees: row.addressees, timeWords: row.time_words, schedule: row.schedule, result: row.result },
    targets: row.targets,
    ...{ unclear: row.unclear, approver: row.approver, general: row.general, withdrawnOn: row.withdrawn_on },
    current:
      row.current_occurrence === null
        ? null
        : {
            ...{ id: row.current_occurrence, key: row.current_key ?? "", dueOn: row.current_due },
            ...{ lastDay: row.current_last_day, doneOn: row.current_done_on },
            ...{ withdrawnOn: row.current_withdrawn_on, product: row.current_product },
          },
    beating: row.beating,
    version: row.version,
  };
}

/** A transaction that works for one province. */
export type ProvinceTransaction = Transaction<Tables>;
