import { sql, type Transaction } from "kysely";
import type { Ledger } from "../domain/basics/ledger.ts";
import type { Block } from "../domain/document/block.ts";
import type { ExtractNotice } from "../domain/document/extract.ts";
import type { FileSignature } from "../domain/document/signature.ts";
import type {
  CitedBy,
  DocumentFile,
  DocumentReferenceLine,
  DocumentTask,
  RegisteredCitation,
  RegisteredDocument,
} from "../domain/duty/registered-document.ts";
import type { DocumentHead, Doubts, Signer } from "../domain/reading/findings.ts";
import { referenceColumns } from "./documents.ts";
import type { Tables } from "./schema.ts";
import { documentWithin, type Sight, taskWithin } from "./sight.ts";

interface DocumentRecord {
  readonly id: string;
  readonly number: string | null;
  readonly kind: string | null;
  readonly kind_name: string | null;
  readonly issuer: string | null;
  readonly issuer_superior: string | null;
  readonly place: string | null;
  readonly issued_on: string | null;
  readonly subject: string | null;
  readonly signer: Signer | null;
  readonly recipients: readonly string[];
  readonly attached_to: string | null;
  readonly doubts: Doubts;
  readonly file_name: string;
  readonly sha256: string;
  readonly imported_at: Date;
  readonly imported_by: string;
  readonly reviewed_at: Date | null;
  readonly ledger: Ledger;
  readonly notices: readonly ExtractNotice[];
  readonly signatures: readonly FileSignature[];
  readonly task_count: number;
  readonly files: readonly DocumentFile[];
  readonly other: DocumentReferenceLine | null;
}

/** A document with its files and what its reading says of itself; null when there is none. One statement. */
export async function loadDocument(
  transaction: Transaction<Tables>,
  sight: Sight,
  id: string,
): Promise<RegisteredDocument | null> {
  const { rows } = await sql<DocumentRecord>`
    select d.id, d.number, d.kind, d.kind_name, d.issuer, d.issuer_superior, d.place, d.issued_on, d.subject, d.signer,
           d.recipients, d.attached_to, d.doubts, d.file_name, d.sha256, d.imported_at,
           coalesce(u.name, d.imported_by) as imported_by, d.reviewed_at, r.output->'ledger' as ledger, r.notices,
           coalesce(r.output->'signatures', '[]') as signatures,
           r.task_count,
           (select json_agg(json_build_object('position', f.position, 'name', f.name, 'format', f.format,
                    'sha256', f.sha256, 'size', f.size) order by f.position)
              from document_file f where f.province_id = d.province_id and f.document_id = d.id) as files,
           (select to_json(line) from (select ${referenceColumns("other")}) line) as other
      from document d
      join document_reading r on r.province_id = d.province_id and r.document_id = d.id
      left join accounts.users u on u.id = d.imported_by
      left join document other on other.province_id = d.province_id and other.id = d.duplicate_of
       and ${documentWithin(sight, sql`other.id`)}
     where d.province_id = ${sight.province} and d.id = ${id} and ${documentWithin(sight)}`.execute(
    transaction,
  );
  return rows[0] ? documentOf(rows[0]) : null;
}

function documentOf(row: DocumentRecord): RegisteredDocument {
  return {
    id: row.id,
    head: headOf(row),
    ...{ fileName: row.file_name, sha256: row.sha256, importedAt: row.imported_at },
    ...{ importedBy: row.imported_by, reviewedAt: row.reviewed_at, files: row.files },
    ...{ ledger: row.ledger, notices: row.notices, signatures: row.signatures, tasksRead: row.task_count },
    duplicateOf: row.other?.id ? row.other : null,
  };
}

function headOf(row: DocumentRecord): DocumentHead {
  return {
    ...{ number: row.number, kind: row.kind, kindName: row.kind_name, issuer: row.issuer },
    ...{ issuerSuperior: row.issuer_superior, place: row.place, date: row.issued_on, subject: row.subject },
    ...{ signer: row.signer, recipients: row.recipients, attachedTo: row.attached_to, doubts: row.doubts },
  };
}

/** What ties a document to others and to its tasks. */
export interface DocumentTies {
  readonly cites: readonly RegisteredCitation[];
  readonly citedBy: readonly CitedBy[];
  readonly tasks: readonly DocumentTask[];
}

/**
 * What a document cites, each with the registered document of that number (of that day where both days are known), the
 * newest of several; who cites it, newest first; and its tasks in the order of its findings. One statement.
 */
export async function loadTies(
  transaction: Transaction<Tables>,
  sight: Sight,
  id: string,
): Promise<DocumentTies> {
  const { rows } = await sql<DocumentTies>`
    select ${cites(sight)} as cites, ${citedBy(sight)} as "citedBy", ${tasks(sight)} as tasks
      from document me
     where me.province_id = ${sight.province} and me.id = ${id} and ${documentWithin(sight, sql`me.id`)}`.execute(
    transaction,
  );
  return rows[0] ?? { cites: [], citedBy: [], tasks: [] };
}

const cites = (sight: Sight) => sql`(
  select coalesce(json_agg(json_build_object('number', c.number, 'kind', c.kind, 'issuer', c.issuer, 'date', c.cited_on,
           'relation', c.relation, 'asWritten', c.as_written, 'place', c.place, 'doubt', c.doubt,
           'document', (select to_json(line) from (
              select ${referenceColumns("other")} from document other
               where other.province_id = c.province_id and other.number = c.number and other.id <> c.document_id
                 and ${documentWithin(sight, sql`other.id`)}
                 and (other.issued_on = c.cited_on or other.issued_on is null or c.cited_on is null)
               order by other.issued_on desc nulls last, other.imported_at limit 1) line)) order by c.position), '[]')
    from citation c where c.province_id = me.province_id and c.document_id = me.id)`;

const citedBy = (sight: Sight) => sql`(
  select coalesce(json_agg(json_build_object('relation', c.relation, 'asWritten', c.as_written, 'place', c.place,
           'document', (select to_json(line) from (select ${referenceColumns("d")}) line))
           order by d.issued_on desc nulls last, d.id, c.position), '[]')
    from citation c join document d on d.province_id = c.province_id and d.id = c.document_id
   where c.province_id = me.province_id and c.number = me.number and c.document_id <> me.id and ${documentWithin(sight)}
     and (c.cited_on is null or me.issued_on is null or c.cited_on = me.issued_on))`;

const tasks = (sight: Sight) => sql`(
  select coalesce(json_agg(json_build_object('id', t.id, 'ref', t.ref, 'content', t.content, 'timeWords', t.time_words,
           'general', t.general, 'unclear', t.unclear_count,
           'leads', (select coalesce(json_agg(a.name order by a.position), '[]') from task_addressee a
                      where a.province_id = t.province_id and a.task_id = t.id and a.role in ('lead', 'standing')))
           order by f.position nulls last, t.ref), '[]')
    from task t left join finding f on f.province_id = t.province_id and f.document_id = t.document_id and f.task_id = t.id
   where t.province_id = me.province_id and t.document_id = me.id and ${taskWithin(sight)})`;

/** The laid-out source of a document in sight; null when there is none. */
export async function loadBlocks(
  transaction: Transaction<Tables>,
  sight: Sight,
  id: string,
): Promise<readonly Block[] | null> {
  const { rows } = await sql<{ blocks: readonly Block[] }>`
    select blocks from document_reading d where d.province_id = ${sight.province} and d.document_id = ${id}
       and ${documentWithin(sight, sql`d.document_id`)}`.execute(transaction);
  return rows[0]?.blocks ?? null;
}

/** One file of a document in sight; null when there is none. */
export async function loadFile(
  transaction: Transaction<Tables>,
  sight: Sight,
  { id, position }: { readonly id: string; readonly position: number },
): Promise<DocumentFile | null> {
  const { rows } = await sql<DocumentFile>`
    select position, name, format, sha256, size::float8 as size from document_file d
     where d.province_id = ${sight.province} and d.document_id = ${id} and ${documentWithin(sight, sql`d.document_id`)}
       and position = ${position}`.execute(transaction);
  return rows[0] ?? null;
}
