import { sql } from "kysely";
import type { AnsweringPlan } from "../domain/duty/answering.ts";
import { heartbeatPeriod } from "../domain/duty/heartbeat.ts";
import type { TaskChangePlan } from "../domain/duty/task-change.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import { saveOccurrenceChange } from "./occurrences.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./task-tables.ts";

/** Writes a planned change of a task, its addressees and its occurrences; the version goes up by one. */
export async function saveTaskChange(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
  { after, folded, changed, occurrences }: TaskChangePlan,
  newId: () => string,
): Promise<void> {
  const text = (value: string | null) => value && plainText(value);
  await transaction
    .updateTable("task")
    .set({
      ...{ label: text(after.label), group_title: text(after.group), content: plainText(after.content) },
      ...{ time_words: text(after.timeWords), schedule: after.schedule && jsonText(after.schedule) },
      ...{ schedule_kind: after.schedule?.kind ?? null, result: text(after.result) },
      heartbeat: heartbeatPeriod(after.schedule),
      targets: jsonText(after.targets),
      ...{ approver: text(after.approver), unclear: jsonText(after.unclear) },
      ...{ unclear_count: after.unclear.length, general: after.general, withdrawn_on: after.withdrawnOn },
      ...{ folded: plainText(folded), version: sql<number>`version + 1` },
    })
    .where("province_id", "=", province)
    .where("id", "=", task)
    .execute();
  if (changed.includes("addressees")) await saveAddressees(transaction, province, task, after.addressees);
  await saveOccurrenceChange(transaction, province, task, {
    ...occurrences,
    added: occurrences.added.map((occurrence) => ({ ...occurrence, id: newId() })),
  });
}

async function saveAddressees(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
  addressees: TaskChangePlan["after"]["addressees"],
): Promise<void> {
  await transaction
    .deleteFrom("task_addressee")
    .where("province_id", "=", province)
    .where("task_id", "=", task)
    .execute();
  if (addressees.length === 0) return;
  await transaction
    .insertInto("task_addressee")
    .values(
      addressees.map(
        ({ role, name, collective, written, share, nameKey, gazetteerId, answers }, position) => ({
          ...{ province_id: province, task_id: task, position, role, collective, share, name_key: nameKey },
          ...{ name: plainText(name), written: plainText(written), gazetteer_id: gazetteerId },
          ...{ answers_on: answers?.on ?? null, answers_document: answers?.document ?? null },
        }),
      ),
    )
    .execute();
}

/** Writes beside the leads of a task which of them answers for the whole; the version goes up by one. Two statements. */
export async function saveAnswering(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
  { addressees, unclear }: AnsweringPlan,
): Promise<void> {
  const answers = addressees.map(({ answers }) => answers);
  await sql`
    update task_addressee a set answers_on = w."on", answers_document = w.document
      from unnest(${answers.map((one) => one?.on ?? null)}::date[],
                  ${answers.map((one) => one?.document ?? null)}::text[]) with ordinality as w ("on", document, place)
     where a.province_id = ${province} and a.task_id = ${task}::uuid and a.position = w.place - 1`.execute(
    transaction,
  );
  await transaction
    .updateTable("task")
    .set({
      ...{ unclear: jsonText(unclear), unclear_count: unclear.length },
      version: sql<number>`version + 1`,
    })
    .where("province_id", "=", province)
    .where("id", "=", task)
    .execute();
}

/** Counts a change of what stands beside a task: its version goes up by one. */
export async function raiseVersion(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  task: string,
): Promise<void> {
  await sql`update task set version = version + 1 where province_id = ${province} and id = ${task}::uuid`.execute(
    transaction,
  );
}
