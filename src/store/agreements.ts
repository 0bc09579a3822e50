import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type {
  AgreementAction,
  Proceeding,
  ProceedingPurpose,
} from "../domain/cooperation/agreement/proceeding.ts";
import type { AgreementFacts } from "../domain/cooperation/agreement/validity.ts";
import type { KeptClause, KeptEvaluation } from "./agreement-clauses.ts";
import { agreementOfRecord, agreementStatusSql, expirySql } from "./agreement-status.ts";
import type { ProvinceId } from "./database.ts";
import { plainText } from "./json-text.ts";
import type { RecordAsking, RecordTransaction } from "./record-rows.ts";
import { taskWithin } from "./sight.ts";

/** A proceeding as it is kept. */
export interface KeptProceeding extends Proceeding {
  readonly id: string;
  readonly begunOn: CalendarDate;
}

/** What happened to an agreement, what it binds the parties to, and what became of it. */
export interface AgreementLife {
  /** In the order in which they were begun, with their actions by day. */
  readonly proceedings: readonly KeptProceeding[];
  /** In their order. */
  readonly clauses: readonly KeptClause[];
  /** The latest year first. */
  readonly evaluations: readonly KeptEvaluation[];
}

/** The actions of the proceeding under `p`, by day. */
const actionsOfProceeding = sql`(
  select coalesce(json_agg(json_build_object('id', a.id, 'kind', a.kind, 'on', a."on", 'body', a.body,
              'bodyName', a.body_name, 'answer', a.answer, 'documentNumber', a.document_number, 'note', a.note,
              'validUntil', a.valid_until) order by a."on", a.recorded_at, a.id), '[]')
    from agreement_action a where a.province_id = p.province_id and a.proceeding_id = p.id)`;

/** The life of an agreement as it is kept. One statement. */
export async function loadLife(
  transaction: RecordTransaction,
  { province, tasks }: Pick<RecordAsking, "province" | "tasks">,
  record: string,
): Promise<AgreementLife> {
  const of = (alias: string) =>
    sql`${sql.ref(alias)}.province_id = ${province} and ${sql.ref(alias)}.record_id = ${record}::uuid`;
  const { rows } = await sql<AgreementLife>`select
    (select coalesce(json_agg(json_build_object('id', p.id, 'purpose', p.purpose, 'onlyOutcome', p.only_outcome,
         'begunOn', p.begun_on, 'actions', ${actionsOfProceeding})
       order by p.position), '[]') from agreement_proceeding p where ${of("p")}) as proceedings,
    (select coalesce(json_agg(json_build_object('id', c.id, 'label', c.label, 'content', c.content, 'party', c.party,
         'task', case when t.id is not null then json_build_object('id', t.id, 'content', t.content) end)
       order by c.position, c.id), '[]')
       from agreement_clause c left join task t on t.province_id = c.province_id and t.id = c.task_id
        and ${tasks ? taskWithin(tasks) : sql`false`} where ${of("c")}) as clauses,
    (select coalesce(json_agg(json_build_object('id', e.id, 'year', e.year, 'field', e.field, 'verdict', e.verdict,
         'content', e.content) order by e.year desc, e.field), '[]')
       from agreement_evaluation e where ${of("e")}) as evaluations`.execute(transaction);
  return rows[0] ?? { proceedings: [], clauses: [], evaluations: [] };
}

/** The proceedings of all agreements of a province, those of each in the order in which they were begun. One statement. */
export async function loadAllProceedings(
  transaction: RecordTransaction,
  province: ProvinceId,
): Promise<ReadonlyMap<string, readonly KeptProceeding[]>> {
  const { rows } = await sql<KeptProceeding & { readonly record: string }>`
    select p.id, p.record_id as record, p.purpose, p.only_outcome as "onlyOutcome", p.begun_on as "begunOn",
           ${actionsOfProceeding} as actions
      from agreement_proceeding p where p.province_id = ${province} order by p.record_id, p.position`.execute(
    transaction,
  );
  return Map.groupBy(rows, ({ record }) => record);
}

/** Begins a proceeding, as the last of the agreement's. */
export async function insertProceeding(
  transaction: RecordTransaction,
  province: ProvinceId,
  record: string,
  begun: { readonly id: string; readonly purpose: ProceedingPurpose } & Pick<
    KeptProceeding,
    "onlyOutcome" | "begunOn"
  >,
): Promise<void> {
  const { id, purpose, onlyOutcome, begunOn } = begun;
  await sql`
    insert into agreement_proceeding (province_id, id, record_id, position, purpose, only_outcome, begun_on)
    select ${province}, ${id}::uuid, ${record}::uuid, coalesce(max(position) + 1, 0), ${purpose}, ${onlyOutcome},
           ${begunOn}::date
      from agreement_proceeding where province_id = ${province} and record_id = ${record}::uuid`.execute(
    transaction,
  );
}

/** Records an action in a proceeding. */
export async function insertAction(
  transaction: RecordTransaction,
  province: ProvinceId,
  proceeding: string,
  action: AgreementAction,
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  const { id, kind, on, body, bodyName, answer, documentNumber, note, validUntil } = action;
  await sql`
    insert into agreement_action (province_id, id, proceeding_id, kind, "on", body, body_name, answer, document_number,
                                  note, valid_until, recorded_at, recorded_by)
    values (${province}, ${id}::uuid, ${proceeding}::uuid, ${kind}, ${on}::date, ${body},
            ${bodyName && plainText(bodyName)}, ${answer}, ${documentNumber && plainText(documentNumber)},
            ${note && plainText(note)}, ${validUntil}::date, ${at}, ${by})`.execute(transaction);
}

/** Takes an action back; a proceeding that has none left goes with its last. */
export async function removeAction(
  transaction: RecordTransaction,
  province: ProvinceId,
  { action, proceeding }: { readonly action: string; readonly proceeding: string },
): Promise<void> {
  await sql`delete from agreement_action where province_id = ${province} and id = ${action}::uuid`.execute(
    transaction,
  );
  await sql`
    delete from agreement_proceeding p where p.province_id = ${province} and p.id = ${proceeding}::uuid
       and not exists (select from agreement_action a where a.province_id = p.province_id and a.proceeding_id = p.id)`.execute(
    transaction,
  );
}

/** The columns of the facts of an agreement, by what the domain calls them. */
const factColumns = {
  proposedOn: "proposed_on",
  askedOn: "asked_on",
  primeMinisterAskedOn: "prime_minister_asked_on",
  decidedOn: "decided_on",
  refusedOn: "refused_on",
  droppedOn: "dropped_on",
  signedOn: "signed_on",
  notifiedOn: "notified_on",
  extendedTo: "extended_to",
  renewalDeclinedOn: "renewal_declined_on",
  suspendedOn: "suspended_on",
  resumedOn: "resumed_on",
  endedOn: "ended_on",
  withdrawnOn: "withdrawn_on",
} as const satisfies Record<keyof AgreementFacts, string>;

/** Writes the facts of an agreement in place of those that stand. One statement. */
export async function saveFacts(
  transaction: RecordTransaction,
  province: ProvinceId,
  record: string,
  facts: AgreementFacts,
): Promise<void> {
  const keys = Object.keys(factColumns) as (keyof AgreementFacts)[]; // the keys of a constant
  const columns = keys.map((key) => sql.ref(factColumns[key]));
  const values = keys.map((key) => sql`${facts[key]}::date`);
  const renewed = keys.map(
    (key) => sql`${sql.ref(factColumns[key])} = ${sql.ref(`excluded.${factColumns[key]}`)}`,
  );
  await sql`
    insert into agreement (province_id, record_id, ${sql.join(columns)})
    values (${province}, ${record}::uuid, ${sql.join(values)})
    on conflict (province_id, record_id) do update set ${sql.join(renewed)}`.execute(transaction);
}

/** What lists of agreements show beside the fields of their records, over the record under `r`. */
export function agreementColumns(today: CalendarDate): Readonly<Record<string, RawBuilder<unknown>>> {
  const of = (column: RawBuilder<unknown>) => sql`(select ${column} from ${agreementOfRecord})`;
  return { status: of(agreementStatusSql(today)), expiry: of(sql`${expirySql(today)}::text`) };
}
