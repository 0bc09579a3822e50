import { sql } from "kysely";
import type { ProvinceId } from "./database.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./document-tables.ts";

/** Which of some files, by their hashes, belong to a document, a scan or a signed document of the province, or prove a report. */
export async function keptFiles(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  hashes: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await sql<{ sha256: string }>`
    select sha256 from document_file where province_id = ${province} and sha256 = any(${hashes})
    union select sha256 from document where province_id = ${province} and sha256 = any(${hashes})
    union select sha256 from scan_file where province_id = ${province} and sha256 = any(${hashes})
    union select sha256 from signed_paper_file where province_id = ${province} and sha256 = any(${hashes})
    union select sha256 from report_proof where province_id = ${province} and sha256 = any(${hashes})
    union select sha256 from request_proof where province_id = ${province} and sha256 = any(${hashes})`.execute(
    transaction,
  );
  return rows.map(({ sha256 }) => sha256);
}
