import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { LineageNoteKind } from "../domain/duty/lineage-chain.ts";
import type { DocumentReferenceLine } from "../domain/duty/registered-document.ts";
import { referenceColumns } from "./documents.ts";
import { documentWithin, type Sight, taskWithin } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./lineage-tables.ts";

/** A tie between two documents by one task: what the later one does to the directive of the earlier. */
export interface DocumentTie {
  readonly task: string;
  readonly content: string;
  readonly kind: LineageNoteKind;
  readonly givenOn: CalendarDate | null;
  readonly dueOn: CalendarDate | null;
  /** The other document. */
  readonly document: DocumentReferenceLine;
}

/** What a document does to tasks of others (`goesBack`), and what later documents do to its own (`goesOn`). */
export async function loadDocumentLineage(
  transaction: ProvinceTransaction,
  sight: Sight,
  id: string,
): Promise<{ readonly goesBack: readonly DocumentTie[]; readonly goesOn: readonly DocumentTie[] }> {
  const ties = async (mine: "n" | "t", other: "n" | "t") => {
    const { rows } = await sql<DocumentTie>`
      select t.id as task, t.content, n.kind, n.given_on as "givenOn", n.due_on as "dueOn",
             (select to_json(line) from (select ${referenceColumns("d")}) line) as document
        from task_directive n
        join task t on t.province_id = n.province_id and t.id = n.task_id
        join document d on d.province_id = n.province_id and d.id = ${sql.ref(other)}.document_id
         and ${documentWithin(sight)}
       where n.province_id = ${sight.province} and ${sql.ref(mine)}.document_id = ${id}::uuid
         and n.kind not in ('first', 'order') and n.document_id <> t.document_id and ${taskWithin(sight)}
       order by n.given_on nulls last, t.ref limit 1000`.execute(transaction);
    return rows;
  };
  return { goesBack: await ties("n", "t"), goesOn: await ties("t", "n") };
}
