import { sql } from "kysely";
import type { DocumentReferenceLine } from "../domain/duty/registered-document.ts";
import type { Rows } from "./database.ts";
import { type ProvinceId, withProvince } from "./database.ts";
import { referenceColumns } from "./documents.ts";
import { listProvinces } from "./provinces.ts";
import { documentWithin, type Sight, taskWithin } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** That a province holds sample data; `filledAt` null: filling is under way, or was broken off. */
export interface SampleMark {
  readonly name: string;
  readonly filledAt: Date | null;
}

/** The mark of a province, or null where nothing is a sample. */
export async function loadSampleMark(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<SampleMark | null> {
  const { rows } = await sql<SampleMark>`
    select name, filled_at as "filledAt" from sample where province_id = ${province}`.execute(transaction);
  return rows[0] ?? null;
}

/** Marks the transaction's province; false where a document or a mark is already. */
export async function markSample(transaction: ProvinceTransaction, name: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ marked: boolean }>`select mark_sample(${name}, ${at}) as marked`.execute(
    transaction,
  );
  return rows[0]?.marked ?? false;
}

/** Notes that the filling is done. */
export async function saveSampleFilled(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  at: Date,
): Promise<void> {
  await sql`update sample set filled_at = ${at} where province_id = ${province}`.execute(transaction);
}

/** Empties the register of the transaction's province; false where it is no sample. The history stays. */
export async function clearSampleRows(transaction: ProvinceTransaction): Promise<boolean> {
  const { rows } = await sql<{ cleared: boolean }>`select clear_sample() as cleared`.execute(transaction);
  return rows[0]?.cleared ?? false;
}

/** What stands in the register of a province; `own`: documents that somebody else than `filler` imported. */
export interface RegisterContents {
  readonly documents: number;
  readonly tasks: number;
  readonly own: readonly DocumentReferenceLine[];
}

/** What in sight clearing would take away. Two statements. */
export async function loadContents(
  transaction: ProvinceTransaction,
  sight: Sight,
  filler: string,
): Promise<RegisterContents> {
  const counted = await sql<{ documents: number; tasks: number }>`
    select (select count(*)::int from document d
             where d.province_id = ${sight.province} and ${documentWithin(sight)}) as documents,
           (select count(*)::int from task t
             where t.province_id = ${sight.province} and ${taskWithin(sight)}) as tasks`.execute(transaction);
  const own = await sql<DocumentReferenceLine>`
    select ${referenceColumns("d")} from document d
     where d.province_id = ${sight.province} and ${documentWithin(sight)} and d.imported_by <> ${filler}
     order by d.imported_at, d.id`.execute(transaction);
  return { documents: 0, tasks: 0, ...counted.rows[0], own: own.rows };
}

/** Hashes of all files of the documents of a province. */
export async function loadFileHashes(
  transaction: ProvinceTransaction,
  province: ProvinceId,
): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select distinct sha256 from document_file where province_id = ${province}`.execute(transaction);
  return rows.map(({ sha256 }) => sha256);
}

/** A province that holds documents, or null when none does. */
export async function findFilledProvince(kysely: Rows["kysely"]): Promise<ProvinceId | null> {
  for (const province of await listProvinces(kysely)) {
    const { rows } = await withProvince(kysely, province, (transaction) =>
      sql`select 1 from document where province_id = ${province} limit 1`.execute(transaction),
    );
    if (rows.length > 0) return province;
  }
  return null;
}
