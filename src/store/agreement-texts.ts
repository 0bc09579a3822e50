import { sql } from "kysely";
import type { TextLanguage } from "../domain/cooperation/agreement/parallel-text.ts";
import type { ProvinceId } from "./database.ts";
import { plainText } from "./json-text.ts";
import type { RecordTransaction } from "./record-rows.ts";

/** A text of an agreement as it is kept: of a document of the register, or typed. */
export interface KeptText {
  readonly language: TextLanguage;
  readonly isAuthentic: boolean;
  readonly document: string | null;
  readonly content: string | null;
}

/** The texts of an agreement by their languages. One statement. */
export async function loadTexts(
  transaction: RecordTransaction,
  province: ProvinceId,
  record: string,
): Promise<readonly KeptText[]> {
  const { rows } = await sql<KeptText>`
    select language, is_authentic as "isAuthentic", document_id as document, content from agreement_text
     where province_id = ${province} and record_id = ${record}::uuid
     order by language <> 'vi', language`.execute(transaction);
  return rows;
}

/** Writes the text of a language, in place of the one that stands. One statement. */
export async function saveText(
  transaction: RecordTransaction,
  province: ProvinceId,
  record: string,
  { language, isAuthentic, document, content }: KeptText,
): Promise<void> {
  await sql`
    insert into agreement_text (province_id, record_id, language, is_authentic, document_id, content)
    values (${province}, ${record}::uuid, ${language}, ${isAuthentic}, ${document}::uuid, ${content && plainText(content)})
    on conflict (province_id, record_id, language) do update
      set is_authentic = excluded.is_authentic, document_id = excluded.document_id, content = excluded.content`.execute(
    transaction,
  );
}

/** Takes the text of a language out. One statement. */
export async function removeText(
  transaction: RecordTransaction,
  province: ProvinceId,
  { record, language }: { readonly record: string; readonly language: TextLanguage },
): Promise<void> {
  await sql`
    delete from agreement_text
     where province_id = ${province} and record_id = ${record}::uuid and language = ${language}`.execute(
    transaction,
  );
}
