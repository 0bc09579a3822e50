import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { EarlierTask, LineageDocument } from "../domain/duty/lineage.ts";
import type { LineageNoteKind } from "../domain/duty/lineage-chain.ts";
import { givesTask } from "../domain/duty/lineage-chain.ts";
import type { LineageCitation } from "../domain/duty/lineage-document.ts";
import type { DocumentReferenceLine } from "../domain/duty/registered-document.ts";
import { leadingRoles } from "../domain/duty/registered-task.ts";
import type { AddresseeRole } from "../domain/organisation/addressee.ts";
import { foldedKey } from "../domain/text/fold.ts";
import type { ProvinceId } from "./database.ts";
import { referenceColumns } from "./documents.ts";
import { type Sight, taskWithin } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import "./document-tables.ts";
import "./lineage-tables.ts";

/** A document at hand, with what it cites. */
export interface LineageSource extends LineageDocument {
  readonly citations: readonly LineageCitation[];
  /** Documents of the register that it cites as its ground, or carries out. */
  readonly grounds: readonly string[];
  /** Findings, or the document itself, each with a task of which a person found the link wrong: "subject task". */
  readonly refused: readonly string[];
}

/** A task as lineage compares it, with what a person sees of it. */
export interface FoundTask {
  readonly id: string;
  readonly ref: string;
  readonly label: string | null;
  readonly content: string;
  readonly document: DocumentReferenceLine;
  readonly leads: readonly string[];
  readonly dueOn: CalendarDate | null;
  readonly firstDueOn: CalendarDate | null;
  readonly lastDay: CalendarDate | null;
  readonly strictlyBefore: boolean;
  readonly doneOn: CalendarDate | null;
  readonly withdrawnOn: CalendarDate | null;
  readonly general: boolean;
  readonly assignedOn: CalendarDate;
  readonly addressees: readonly FoundAddressee[];
  readonly notes: readonly FoundNote[];
  readonly result: string | null;
  readonly timeWords: string | null;
  readonly group: string | null;
  readonly given: LineageDocument;
}

interface FoundAddressee {
  readonly role: AddresseeRole;
  readonly name: string;
  readonly collective: boolean;
}

interface FoundNote {
  readonly kind: LineageNoteKind;
  readonly words: string;
  readonly number: string | null;
  readonly finding: string | null;
  readonly documentId: string | null;
}

/** The document of a review with its citations; null when the province has none of this id. One statement. */
export async function loadLineageSource(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
): Promise<LineageSource | null> {
  const { rows } = await sql<LineageSource>`
    select d.id, d.number, d.kind, d.subject, coalesce(d.issued_on, d.meeting_on) as "givenOn",
           (select coalesce(json_agg(json_build_object('number', c.number, 'issuer', c.issuer, 'date', c.cited_on,
                     'relation', c.relation) order by c.position), '[]')
              from citation c where c.province_id = d.province_id and c.document_id = d.id) as citations,
           (select coalesce(json_agg(distinct other.id), '[]')
              from citation c join document other on other.province_id = c.province_id and other.number = c.number
               and (other.issued_on = c.cited_on or other.issued_on is null or c.cited_on is null)
             where c.province_id = d.province_id and c.document_id = d.id and other.id <> d.id
               and c.relation in ('basis', 'implements')) as grounds,
           (select coalesce(json_agg(r.subject_id || ' ' || r.task_id), '[]')
              from lineage_refusal r where r.province_id = d.province_id and r.document_id = d.id) as refused
      from document d where d.province_id = ${province} and d.id = ${id}::uuid`.execute(transaction);
  return rows[0] ?? null;
}

/** The most tasks of one document that are looked at because it is named. */
const mostOfDocument = 300;

/** The tasks of documents that were not withdrawn, by id. */
export async function tasksOfDocuments(
  transaction: ProvinceTransaction,
  sight: Sight,
  documents: readonly string[],
): Promise<readonly string[]> {
  if (documents.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select t.id from unnest(${documents}::uuid[]) as named (id)
     cross join lateral (select id from task t where t.province_id = ${sight.province} and t.document_id = named.id
                            and t.withdrawn_on is null and t.joined_to is null and ${taskWithin(sight)}
                          order by t.ref limit ${mostOfDocument}) t`.execute(transaction);
  return rows.map(({ id }) => id);
}

/** The tasks with these ids, with their chains. One statement. */
export async function loadFoundTasks(
  transaction: ProvinceTransaction,
  sight: Sight,
  ids: readonly string[],
): Promise<readonly FoundTask[]> {
  return foundTasks(transaction, sight, sql`t.id = any(${ids}::uuid[])`);
}

async function foundTasks(
  transaction: ProvinceTransaction,
  sight: Sight,
  condition: RawBuilder<unknown>,
): Promise<readonly FoundTask[]> {
  const { rows } = await sql<Omit<FoundTask, "leads">>`
    select t.id, t.ref, t.label, t.content, t.result, t.time_words as "timeWords", t.group_title as "group", t.general,
           t.assigned_on as "assignedOn", t.current_last_day as "lastDay", t.current_done_on as "doneOn",
           coalesce(t.withdrawn_on, t.current_withdrawn_on) as "withdrawnOn", o.due_on as "dueOn",
           o.first_due_on as "firstDueOn", coalesce(o.strictly_before, false) as "strictlyBefore",
           (select to_json(line) from (select ${referenceColumns("d")}) line) as document,
           json_build_object('id', d.id, 'number', d.number, 'kind', d.kind, 'subject', d.subject,
                             'givenOn', coalesce(d.issued_on, d.meeting_on)) as given,
           (select coalesce(json_agg(json_build_object('role', a.role, 'name', a.name, 'collective', a.collective)
                     order by a.position), '[]')
              from task_addressee a where a.province_id = t.province_id and a.task_id = t.id) as addressees,
           (select coalesce(json_agg(json_build_object('kind', n.kind, 'words', n.words, 'finding', n.finding_id,
                     'documentId', n.document_id, 'number', coalesce(n.document_number, nd.number))
                     order by n.given_on nulls first, n.confirmed_at), '[]')
              from task_directive n
              left join document nd on nd.province_id = n.province_id and nd.id = n.document_id
             where n.province_id = t.province_id and n.task_id = t.id) as notes
      from task t
      join document d on d.province_id = t.province_id and d.id = t.document_id
      left join occurrence o on o.province_id = t.province_id and o.id = t.current_occurrence
     where t.province_id = ${sight.province} and ${condition} and ${taskWithin(sight)}`.execute(transaction);
  return rows.map((row) => ({ ...row, leads: leadsOf(row.addressees).map(({ name }) => name) }));
}

function leadsOf(addressees: readonly FoundAddressee[]): readonly FoundAddressee[] {
  return addressees.filter(({ role }) => leadingRoles.includes(role));
}

/** A task once in its own words and once in those of each later directive that gave it again. */
export function earlierTasksOf(task: FoundTask): readonly EarlierTask[] {
  const leads = leadsOf(task.addressees);
  const keys = (of: readonly FoundAddressee[]) =>
    of.filter(({ collective }) => !collective).map(({ name }) => foldedKey(name));
  const numbers = [task.document.number, ...task.notes.map(({ number }) => number)];
  const own: EarlierTask = {
    ...{ id: task.id, content: task.content, result: task.result, timeWords: task.timeWords },
    ...{ heading: task.group, subject: task.given.subject, document: task.given, general: task.general },
    ...{
      leads: keys(leads),
      coordinators: keys(task.addressees),
      givenOn: task.given.givenOn ?? task.assignedOn,
    },
    collectiveLeads: leads.some(({ collective }) => collective),
    ...{ dueOn: task.dueOn, doneOn: task.doneOn, withdrawnOn: task.withdrawnOn },
    numbers: numbers.flatMap((number) => number ?? []),
    issuedAs: task.notes.flatMap(({ kind, number }) => (kind === "issue" && number !== null ? [number] : [])),
  };
  const again = task.notes.filter(
    ({ kind, words }) => kind !== "first" && givesTask(kind) && words !== task.content,
  );
  return [
    own,
    ...again.map(({ words }) => ({
      ...own,
      content: words,
      result: null,
      timeWords: null,
      heading: null,
      subject: null,
    })),
  ];
}
