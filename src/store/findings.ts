import { sql, type Transaction } from "kysely";
import { sureUpTo } from "../domain/document/doubt.ts";
import { currentFinding, type EditedFields, type EditedFinding } from "../domain/duty/finding-edit.ts";
import {
  type CountedFindings,
  type FindingDecision,
  type FindingOrigin,
  type ReviewedFinding,
  worthALook,
} from "../domain/duty/review.ts";
import type { TaskFinding } from "../domain/reading/findings.ts";
import type { ProvinceId } from "./database.ts";
import "./document-tables.ts";
import { jsonText } from "./json-text.ts";
import type { Tables } from "./schema.ts";

/** A finding that is put into the register. */
export interface FindingRow extends EditedFinding {
  readonly id: string;
  readonly position: number;
  readonly ref: string;
  readonly origin: FindingOrigin;
  readonly parentId: string | null;
}

/** A decision about findings, as it is written. */
export interface WrittenDecision {
  readonly decision: FindingDecision;
  readonly reason: string | null;
  readonly at: Date;
  readonly by: string;
}

const rowsAtOnce = 500;

/** Puts findings into a document, undecided. */
export async function insertFindings(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  documentId: string,
  findings: readonly FindingRow[],
): Promise<void> {
  for (let from = 0; from < findings.length; from += rowsAtOnce)
    await transaction
      .insertInto("finding")
      .values(
        findings.slice(from, from + rowsAtOnce).map((finding) => {
          const { doubt, unclearCount } = worthALook(currentFinding(finding));
          const { id, position, ref, origin, parentId, read, edited } = finding;
          return {
            ...{ province_id: province, id, document_id: documentId, position, ref, origin },
            ...{ read: jsonText(read), edited: edited === null ? null : jsonText(edited) },
            ...{ parent_id: parentId, doubt, unclear_count: unclearCount },
          };
        }),
      )
      .execute();
}

interface FindingRecord {
  readonly id: string;
  readonly document_id: string;
  readonly version: number;
  readonly position: number;
  readonly ref: string;
  readonly origin: FindingOrigin;
  readonly read: TaskFinding;
  readonly edited: EditedFields | null;
  readonly decision: FindingDecision | null;
  readonly reason: string | null;
  readonly decided_at: Date | null;
  readonly decided_by: string | null;
  readonly task_id: string | null;
  readonly parent_id: string | null;
  readonly merged_into: string | null;
  readonly doubt: number;
  readonly unclear_count: number;
}

/** Which findings are wanted: all of a document, some by id, the parts of one, or those merged into one. */
export type FindingChoice =
  | { readonly document: string }
  | { readonly ids: readonly string[] }
  | { readonly parent: string }
  | { readonly mergedInto: string };

/** Findings in the order of their document. */
export async function loadFindings(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  choice: FindingChoice,
): Promise<readonly ReviewedFinding[]> {
  const { rows } = await sql<FindingRecord>`
    select f.id, f.document_id, f.version, f.position, f.ref, f.origin, f.read, f.edited, f.decision, f.reason,
           f.decided_at, coalesce(u.name, f.decided_by) as decided_by, f.task_id, f.parent_id, f.merged_into, f.doubt,
           f.unclear_count
      from finding f left join accounts.users u on u.id = f.decided_by
     where f.province_id = ${province} and ${conditionOf(choice)}
     order by f.position, f.ref`.execute(transaction);
  return rows.map(findingOf);
}

function conditionOf(choice: FindingChoice) {
  if ("document" in choice) return sql`f.document_id = ${choice.document}`;
  if ("ids" in choice) return sql`f.id = any(${choice.ids}::uuid[])`;
  return "parent" in choice ? sql`f.parent_id = ${choice.parent}` : sql`f.merged_into = ${choice.mergedInto}`;
}

function findingOf(row: FindingRecord): ReviewedFinding {
  return {
    ...{
      id: row.id,
      documentId: row.document_id,
      version: row.version,
      position: row.position,
      ref: row.ref,
    },
    ...{ origin: row.origin, read: row.read, edited: row.edited, decision: row.decision, reason: row.reason },
    ...{ decidedAt: row.decided_at, decidedBy: row.decided_by, taskId: row.task_id },
    ...{ parentId: row.parent_id, mergedInto: row.merged_into },
    ...{ doubt: row.doubt, unclearCount: row.unclear_count },
  };
}

/** The document of a finding, or null. */
export async function documentOfFinding(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  id: string,
): Promise<string | null> {
  const { rows } = await sql<{ document_id: string }>`
    select document_id from finding where province_id = ${province} and id = ${id}`.execute(transaction);
  return rows[0]?.document_id ?? null;
}

/** Position of the finding behind another one in its document; null for the last. */
export async function positionBehind(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  { documentId, position }: { readonly documentId: string; readonly position: number },
): Promise<number | null> {
  const { rows } = await sql<{ next: number | null }>`
    select min(position) as next from finding
     where province_id = ${province} and document_id = ${documentId} and position > ${position}`.execute(
    transaction,
  );
  return rows[0]?.next ?? null;
}

/** Writes what a person made of a finding. */
export async function saveEdited(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  finding: EditedFinding & { readonly id: string },
): Promise<void> {
  const { doubt, unclearCount } = worthALook(currentFinding(finding));
  const edited = finding.edited === null ? null : jsonText(finding.edited);
  await sql`
    update finding set edited = ${edited}, doubt = ${doubt}, unclear_count = ${unclearCount}, version = version + 1
     where province_id = ${province} and id = ${finding.id}`.execute(transaction);
}

/** Decides findings, each with its task when it becomes one. */
export async function saveDecision(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  findings: readonly { readonly id: string; readonly taskId: string | null }[],
  { decision, reason, at, by, mergedInto = null }: WrittenDecision & { readonly mergedInto?: string | null },
): Promise<void> {
  await sql`
    update finding f set decision = ${decision}, reason = ${reason}, decided_at = ${at}, decided_by = ${by},
           task_id = given.task_id, merged_into = ${mergedInto}, version = f.version + 1
      from unnest(${findings.map(({ id }) => id)}::uuid[], ${findings.map(({ taskId }) => taskId)}::uuid[])
             as given (id, task_id)
     where f.province_id = ${province} and f.id = given.id`.execute(transaction);
}

/** Opens findings again. */
export async function removeDecision(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  ids: readonly string[],
): Promise<void> {
  await sql`
    update finding set decision = null, reason = null, decided_at = null, decided_by = null, task_id = null,
           merged_into = null, version = version + 1
     where province_id = ${province} and id = any(${ids}::uuid[])`.execute(transaction);
}

/** Takes findings away: parts of one that is whole again, or what several were merged into. */
export async function removeFindings(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  ids: readonly string[],
): Promise<void> {
  await sql`delete from finding where province_id = ${province} and id = any(${ids}::uuid[])`.execute(
    transaction,
  );
}

/** The findings of a document, counted by what the balance asks for. */
export async function countFindings(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  documentId: string,
): Promise<readonly CountedFindings[]> {
  const { rows } = await sql<CountedFindings>`
    select origin, decision, case when doubt > ${sureUpTo}::real then 1 else 0 end as doubt,
           case when unclear_count > 0 then 1 else 0 end as "unclearCount", count(*)::int as count
      from finding where province_id = ${province} and document_id = ${documentId}
     group by 1, 2, 3, 4`.execute(transaction);
  return rows;
}
