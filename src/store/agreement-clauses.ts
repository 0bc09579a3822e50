import { sql } from "kysely";
import type { ClauseParty, Verdict } from "../domain/cooperation/agreement/clause.ts";
import type { ProvinceId } from "./database.ts";
import { plainText } from "./json-text.ts";
import type { RecordTransaction } from "./record-rows.ts";

/** What an agreement binds a party to. `task`: what follows it, as far as he who asks may see tasks. */
export interface KeptClause {
  readonly id: string;
  readonly label: string | null;
  readonly content: string;
  readonly party: ClauseParty;
  readonly task: { readonly id: string; readonly content: string } | null;
}

/** What became of an agreement in a year in one field of work. */
export interface KeptEvaluation {
  readonly id: string;
  readonly year: number;
  readonly field: string;
  readonly verdict: Verdict;
  readonly content: string;
}

/** A clause as it is written. */
export type WrittenClause = Omit<KeptClause, "task">;

/** Writes a clause: a new one behind the others, or one that is there anew. One statement. */
export async function saveClause(
  transaction: RecordTransaction,
  province: ProvinceId,
  record: string,
  { id, label, content, party }: WrittenClause,
): Promise<void> {
  await sql`
    insert into agreement_clause (province_id, id, record_id, position, label, content, party)
    select ${province}, ${id}::uuid, ${record}::uuid, coalesce(max(position) + 1, 0), ${label && plainText(label)},
           ${plainText(content)}, ${party}
      from agreement_clause where province_id = ${province} and record_id = ${record}::uuid
    on conflict (province_id, id) do update
      set label = excluded.label, content = excluded.content, party = excluded.party`.execute(transaction);
}

/** Ties a clause to the task that follows it; null unties it. One statement. */
export async function tieClause(
  transaction: RecordTransaction,
  province: ProvinceId,
  { clause, task }: { readonly clause: string; readonly task: string | null },
): Promise<void> {
  await sql`
    update agreement_clause set task_id = ${task}::uuid
     where province_id = ${province} and id = ${clause}::uuid`.execute(transaction);
}

/** Takes a clause out; the task that follows it stays. One statement. */
export async function removeClause(
  transaction: RecordTransaction,
  province: ProvinceId,
  clause: string,
): Promise<void> {
  await sql`delete from agreement_clause where province_id = ${province} and id = ${clause}::uuid`.execute(
    transaction,
  );
}

/** Writes the evaluation of a year and a field, in place of the one that stands. One statement. */
export async function saveEvaluation(
  transaction: RecordTransaction,
  province: ProvinceId,
  record: string,
  { id, year, field, verdict, content }: KeptEvaluation,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  await sql`
    insert into agreement_evaluation (province_id, id, record_id, year, field, verdict, content, recorded_at, recorded_by)
    values (${province}, ${id}::uuid, ${record}::uuid, ${year}, ${field}, ${verdict}, ${plainText(content)}, ${at}, ${by})
    on conflict (province_id, record_id, year, field) do update
      set verdict = excluded.verdict, content = excluded.content, recorded_at = excluded.recorded_at,
          recorded_by = excluded.recorded_by`.execute(transaction);
}

/** Takes an evaluation out. One statement. */
export async function removeEvaluation(
  transaction: RecordTransaction,
  province: ProvinceId,
  evaluation: string,
): Promise<void> {
  await sql`
    delete from agreement_evaluation where province_id = ${province} and id = ${evaluation}::uuid`.execute(
    transaction,
  );
}
