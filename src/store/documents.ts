import { sql, type Transaction } from "kysely";
import { type CalendarDate, parseIsoDate } from "../domain/basics/calendar-date.ts";
import type { Block } from "../domain/document/block.ts";
import type { Citation } from "../domain/document/citation.ts";
import type { ExtractNotice } from "../domain/document/extract.ts";
import { meetingDayOf } from "../domain/document/meeting-day.ts";
import { restoredHead } from "../domain/document/restored-blocks.ts";
import {
  type DocumentFile,
  type DocumentReferenceLine,
  type DuplicateReason,
  documentSearchText,
} from "../domain/duty/registered-document.ts";
import type { DocumentFindings, DocumentHead } from "../domain/reading/findings.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import type { Tables } from "./schema.ts";
import "./document-tables.ts";

/** A document that enters the register: what was read, and its files, which are kept already. */
export interface EnteringDocument {
  readonly id: string;
  readonly output: DocumentFindings & { readonly sha256: string; readonly file: string };
  readonly blocks: readonly Block[];
  readonly notices: readonly ExtractNotice[];
  readonly files: readonly DocumentFile[];
  readonly importedAt: Date;
  readonly importedBy: string;
  readonly duplicateOf: string | null;
}

/** Known to all programs on a database; the number is arbitrary and ours. */
const importLock = 5_203_003;

/** Lets one import at a time save into a province, until its transaction ends: two of the same file must see each other. */
export async function lockImports(transaction: Transaction<Tables>, province: ProvinceId): Promise<void> {
  await sql`select pg_advisory_xact_lock(${importLock}::int, ${province}::int)`.execute(transaction);
}

/** Enters a document with its files, its reading and its citations. */
export async function insertDocument(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  entering: EnteringDocument,
): Promise<void> {
  const { id, output, files } = entering;
  const key = { province_id: province, document_id: id };
  await transaction.insertInto("document").values(documentRow(province, entering)).execute();
  await transaction
    .insertInto("document_file")
    .values(files.map((file) => ({ ...key, ...file, name: plainText(file.name) })))
    .execute();
  await transaction
    .insertInto("document_reading")
    .values({
      ...{ ...key, output: jsonText(output), blocks: jsonText(entering.blocks) },
      ...{ notices: jsonText(entering.notices), task_count: output.tasks.length },
    })
    .execute();
  for (let from = 0; from < output.citations.length; from += 1000)
    await transaction
      .insertInto("citation")
      .values(
        output.citations
          .slice(from, from + 1000)
          .map((citation, i) => ({ ...key, position: from + i, ...citationRow(citation) })),
      )
      .execute();
}

function documentRow(
  province: ProvinceId,
  { id, output, blocks, files, importedAt, importedBy, duplicateOf }: EnteringDocument,
) {
  const head = output.document;
  const text = (words: string | null) => words && plainText(words);
  return {
    ...{ province_id: province, id, number: text(head.number), kind: text(head.kind) },
    ...{ kind_name: text(head.kindName), issuer: text(head.issuer) },
    ...{ issuer_superior: text(head.issuerSuperior), place: text(head.place), issued_on: dayOf(head.date) },
    meeting_on: head.date === null ? meetingDayOf(blocks) : null,
    ...{ subject: text(head.subject), signer: head.signer && jsonText(head.signer) },
    ...{ recipients: jsonText(head.recipients), attached_to: text(head.attachedTo) },
    ...{ doubts: jsonText(head.doubts), file_name: plainText(output.file), sha256: output.sha256 },
    ...{ imported_at: importedAt, imported_by: importedBy, duplicate_of: duplicateOf },
    reviewed_at: output.tasks.length === 0 ? importedAt : null,
    folded: plainText(
      documentSearchText(
        head,
        files.map(({ name }) => name),
        restoredHead(blocks),
      ),
    ),
  };
}

function citationRow({ number, kind, issuer, date, relation, asWritten, place, doubt }: Citation) {
  return {
    ...{ number: plainText(number), kind, issuer: issuer && plainText(issuer), cited_on: dayOf(date) },
    ...{ relation, as_written: plainText(asWritten), place: jsonText(place), doubt },
  };
}

function dayOf(date: string | null): CalendarDate | null {
  return date === null ? null : parseIsoDate(date);
}

/** The columns of a `DocumentReferenceLine`, of the table under this name. */
export function referenceColumns(table: "d" | "other") {
  const t = sql.ref(table);
  return sql`${t}.id, ${t}.number, ${t}.kind_name as "kindName", ${t}.issuer, ${t}.issued_on as "issuedOn",
             ${t}.subject, ${t}.file_name as "fileName"`;
}

/**
 * Numbers of documents that the province's register knows: those of its documents, and those that its documents cite
 * without doubt. Up to some tens of thousands of short texts.
 */
export async function knownNumbers(
  transaction: Transaction<Tables>,
  province: ProvinceId,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ number: string }>`
    select number from document where province_id = ${province} and number is not null
    union select number from citation where province_id = ${province} and doubt = 0`.execute(transaction);
  return new Set(rows.map(({ number }) => number));
}

/** A document that this one repeats: the first with the same bytes, else with the same number, issuer and day. */
export async function findDuplicate(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  { sha256, head }: { readonly sha256: string; readonly head: DocumentHead },
): Promise<{ readonly why: DuplicateReason; readonly of: DocumentReferenceLine } | null> {
  const { rows } = await sql<DocumentReferenceLine & { why: DuplicateReason }>`
    select ${referenceColumns("d")}, 'sameFile' as why, d.imported_at
      from document d
     where d.province_id = ${province}
       and d.id in (select f.document_id from document_file f
                     where f.province_id = ${province} and f.sha256 = ${sha256})
    union all
    select ${referenceColumns("d")}, 'sameNumber', d.imported_at
      from document d
     where d.province_id = ${province} and d.number = ${head.number}
       and d.issuer is not distinct from ${head.issuer}::text
       and d.issued_on is not distinct from ${dayOf(head.date)}::date
     order by why, imported_at limit 1`.execute(transaction);
  const [first] = rows;
  if (!first) return null;
  const { id, number, kindName, issuer, issuedOn, subject, fileName } = first;
  return { why: first.why, of: { id, number, kindName, issuer, issuedOn, subject, fileName } };
}

/** What review needs of a document. */
export interface ReviewedDocument {
  readonly reference: DocumentReferenceLine;
  readonly head: Pick<DocumentHead, "number" | "issuer" | "issuerSuperior" | "date">;
  readonly issuedOn: CalendarDate | null;
  /** The day on which its orders were given: the one printed, else that of the meeting it tells of. */
  readonly givenOn: CalendarDate | null;
  readonly reviewedAt: Date | null;
  readonly tasksRead: number;
}

/** A document for its review, locked against others who review it when `lock` is set; null when there is none. */
export async function loadReviewed(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  id: string,
  { lock }: { readonly lock: boolean },
): Promise<ReviewedDocument | null> {
  type Row = DocumentReferenceLine & {
    readonly issuedOn: CalendarDate | null;
    readonly meeting_on: CalendarDate | null;
    readonly issuer_superior: string | null;
    readonly reviewed_at: Date | null;
    readonly task_count: number;
  };
  const { rows } = await sql<Row>`
    select ${referenceColumns("d")}, d.meeting_on, d.issuer_superior, d.reviewed_at, r.task_count
      from document d join document_reading r on r.province_id = d.province_id and r.document_id = d.id
     where d.province_id = ${province} and d.id = ${id} ${lock ? sql`for update of d` : sql``}`.execute(
    transaction,
  );
  const [row] = rows;
  if (!row) return null;
  const { number, kindName, issuer, issuedOn, subject, fileName } = row;
  return {
    reference: { id, number, kindName, issuer, issuedOn, subject, fileName },
    head: { number, issuer, issuerSuperior: row.issuer_superior, date: issuedOn },
    givenOn: issuedOn ?? row.meeting_on,
    ...{ issuedOn, reviewedAt: row.reviewed_at, tasksRead: row.task_count },
  };
}

/** Notes that a review is done, or that it is open again. */
export async function saveReviewed(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  id: string,
  at: Date | null,
): Promise<void> {
  await sql`
    update document set reviewed_at = ${at}, version = version + 1
     where province_id = ${province} and id = ${id}`.execute(transaction);
}
