import { sql, type Transaction } from "kysely";
import { heartbeatPeriod } from "../domain/duty/heartbeat.ts";
import { dueOfSchedule } from "../domain/duty/lineage-chain.ts";
import type { Acceptance } from "../domain/duty/task.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import { type EnteringDirective, insertDirectives } from "./lineage.ts";
import { occurrenceRow } from "./occurrences.ts";
import type { Tables } from "./schema.ts";
import "./task-tables.ts";

/** A task that enters the register. */
export interface EnteringTask extends Acceptance {
  readonly id: string;
  readonly documentId: string;
  /** One id for each occurrence. */
  readonly occurrenceIds: readonly string[];
  /** The finding that it was made from, and the id of its first directive. */
  readonly findingId: string;
  readonly directiveId: string;
}

const rowsAtOnce = 1000;

/** Enters tasks with their addressees and occurrences. */
export async function insertTasks(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  tasks: readonly EnteringTask[],
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  const accepted = { accepted_at: at, accepted_by: by };
  await inChunks(
    tasks.map((task) => ({ ...taskRow(province, task), ...accepted })),
    (values) => transaction.insertInto("task").values(values).execute(),
  );
  const addressees = tasks.flatMap((task) =>
    task.addressees.map(({ role, name, collective, written, share, nameKey, gazetteerId }, position) => ({
      ...{ province_id: province, task_id: task.id, position, role, collective, share, name_key: nameKey },
      ...{ name: plainText(name), written: plainText(written), gazetteer_id: gazetteerId },
    })),
  );
  await inChunks(addressees, (values) => transaction.insertInto("task_addressee").values(values).execute());
  const occurrences = tasks.flatMap((task) =>
    task.occurrences.map((occurrence, i) =>
      occurrenceRow(province, { ...occurrence, id: task.occurrenceIds[i] ?? "", task: task.id }),
    ),
  );
  await inChunks(occurrences, (values) => transaction.insertInto("occurrence").values(values).execute());
  await insertDirectives(transaction, province, tasks.map(firstDirective), { at, by });
}

/** The directive by which a task is given for the first time. */
function firstDirective({ id, documentId, findingId, directiveId, task }: EnteringTask): EnteringDirective {
  return {
    ...{ id: directiveId, task: id, kind: "first", document: documentId, number: null, finding: findingId },
    ...{
      givenOn: task.assignedOn,
      ...dueOfSchedule(task.schedule),
      words: task.content,
      places: task.sources,
    },
  };
}

function taskRow(province: ProvinceId, { id, documentId, task }: EnteringTask) {
  return {
    ...{ province_id: province, id, document_id: documentId, ref: task.ref, label: task.label },
    ...{ part: task.part, group_title: task.group, content: plainText(task.content) },
    ...{ lead_text: task.leadText, coordinating_text: task.coordinatingText, time_words: task.timeWords },
    ...{ schedule: task.schedule && jsonText(task.schedule), schedule_kind: task.schedule?.kind ?? null },
    heartbeat: heartbeatPeriod(task.schedule),
    ...{ result: task.result, targets: jsonText(task.targets), approver: task.approver },
    ...{ unclear: jsonText(task.unclear), unclear_count: task.unclear.length, general: task.general },
    ...{ sources: jsonText(task.sources), assigned_on: task.assignedOn, folded: plainText(task.folded) },
  };
}

async function inChunks<T>(values: readonly T[], write: (chunk: readonly T[]) => Promise<unknown>) {
  for (let from = 0; from < values.length; from += rowsAtOnce)
    await write(values.slice(from, from + rowsAtOnce));
}

/**
 * What stands against taking a task back: facts and reports that were recorded, later notes in its chain, or changes after
 * it was accepted.
 */
export async function workOnTask(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  id: string,
): Promise<{ readonly facts: number; readonly version: number }> {
  const { rows } = await sql<{ facts: number; version: number }>`
    select t.version, (select count(*)::int from occurrence o
                         join occurrence_fact f on f.province_id = o.province_id and f.occurrence_id = o.id
                        where o.province_id = t.province_id and o.task_id = t.id)
                    + (select count(*)::int from duty d
                        where d.province_id = t.province_id and d.task_id = t.id
                          and (exists (select from duty_fact f where f.province_id = d.province_id and f.duty_id = d.id)
                               or exists (select from report r where r.province_id = d.province_id and r.duty_id = d.id)
                               or exists (select from coordination_request q
                                           where q.province_id = d.province_id and q.duty_id = d.id)))
                    + (select count(*)::int from target_plan p
                        where p.province_id = t.province_id and p.task_id = t.id)
                    + (select count(*)::int from task_directive n where n.province_id = t.province_id
                          and n.task_id = t.id and (n.joined_from is not null or n.kind not in ('first', 'order'))) as facts
      from task t where t.province_id = ${province} and t.id = ${id} for update`.execute(transaction);
  return rows[0] ?? { facts: 0, version: 1 };
}

/** Takes a task out of the register. Nothing may point to it any more, and no fact be recorded for it. */
export async function removeTask(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  id: string,
): Promise<void> {
  await sql`delete from occurrence where province_id = ${province} and task_id = ${id}`.execute(transaction);
  await sql`delete from task_addressee where province_id = ${province} and task_id = ${id}`.execute(
    transaction,
  );
  await sql`delete from task where province_id = ${province} and id = ${id}`.execute(transaction);
}
