import { type RawBuilder, sql } from "kysely";
import type {
  ChangeProposal,
  DecisionGround,
  ProposalKind,
  ProposalOutcome,
} from "../domain/duty/change-proposal.ts";
import type { TaskChangeRequest } from "../domain/duty/task-change.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import { isWithin, type Sight } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** Keeps a proposal of the unit that holds a duty. One statement. */
export async function insertProposal(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  proposal: {
    readonly id: string;
    readonly duty: string;
    readonly kind: ProposalKind;
    readonly text: string;
  },
  { at, by }: { readonly at: Date; readonly by: string },
): Promise<void> {
  const { id, duty, kind, text } = proposal;
  await sql`
    insert into change_proposal (province_id, id, duty_id, task_id, kind, text, written_at, written_by)
    select ${province}, ${id}, d.id, d.task_id, ${kind}, ${plainText(text)}, ${at}, ${by}
      from duty d where d.province_id = ${province} and d.id = ${duty}::uuid`.execute(transaction);
}

const columns = sql`
  p.id, p.duty_id as duty, p.kind, p.text, p.written_at as "writtenAt", coalesce(w.name, p.written_by) as "writtenBy",
  p.outcome, p.decided_at as "decidedAt", coalesce(s.name, p.decided_by) as "decidedBy", p.document,
  p.document_on as "documentOn", p.note, p.before, p.after, p.task_version as "taskVersion", p.version,
  json_build_object('id', t.id, 'ref', t.ref, 'content', t.content, 'version', t.version) as task,
  json_build_object('id', e.id, 'number', e.number, 'issuedOn', e.issued_on) as source,
  json_build_object('id', h.id, 'name', h.name, 'shortName', h.short_name) as holder`;

const joins = sql`
  join duty d on d.province_id = p.province_id and d.id = p.duty_id
  join task t on t.province_id = p.province_id and t.id = d.task_id
  join document e on e.province_id = t.province_id and e.id = t.document_id
  join unit h on h.province_id = d.province_id and h.id = d.holder_id
  left join person w on w.province_id = p.province_id and w.id = p.written_by
  left join person s on s.province_id = p.province_id and s.id = p.decided_by`;

const within = (sight: Sight): RawBuilder<unknown> =>
  sql`p.province_id = ${sight.province} and ${isWithin(sight, sql`d.holder_id`)}`;

export interface ProposalFilter {
  /** Null: those that wait and those that were decided. */
  readonly waiting: boolean | null;
  readonly duty: string | null;
  readonly kind: ProposalKind | null;
  readonly limit: number;
}

/** Proposals of units in sight, the newest first, and how many wait. Two statements. */
export async function findProposals(
  transaction: ProvinceTransaction,
  sight: Sight,
  { waiting, duty, kind, limit }: ProposalFilter,
): Promise<{ readonly proposals: readonly ChangeProposal[]; readonly waiting: number }> {
  const asked = sql`(${duty}::uuid is null or p.duty_id = ${duty}::uuid) and (${kind}::text is null or p.kind = ${kind})`;
  const state = waiting === null ? sql`true` : waiting ? sql`p.outcome is null` : sql`p.outcome is not null`;
  const { rows } = await sql<ChangeProposal>`
    select ${columns} from change_proposal p ${joins} where ${within(sight)} and ${asked} and ${state}
     order by coalesce(p.decided_at, p.written_at) desc, p.id desc limit ${limit}`.execute(transaction);
  return { proposals: rows, waiting: await countWaitingProposals(transaction, sight, asked) };
}

/** How many proposals of units in sight wait, of those that are asked for. One statement. */
export async function countWaitingProposals(
  transaction: ProvinceTransaction,
  sight: Sight,
  asked: RawBuilder<unknown> = sql`true`,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from change_proposal p
      join duty d on d.province_id = p.province_id and d.id = p.duty_id
     where ${within(sight)} and ${asked} and p.outcome is null`.execute(transaction);
  return rows[0]?.count ?? 0;
}

/** One proposal in sight, locked until the transaction ends; null: there is none of this id. One statement. */
export async function lockProposal(
  transaction: ProvinceTransaction,
  sight: Sight,
  id: string,
): Promise<ChangeProposal | null> {
  const { rows } = await sql<ChangeProposal>`
    select ${columns} from change_proposal p ${joins} where ${within(sight)} and p.id = ${id}::uuid
       for update of p`.execute(transaction);
  return rows[0] ?? null;
}

/** A decision with what it changed of the task; null: the proposal waits again. */
export interface WrittenDecision extends DecisionGround {
  readonly outcome: ProposalOutcome;
  readonly at: Date;
  readonly by: string;
  readonly amended: {
    readonly before: TaskChangeRequest;
    readonly after: TaskChangeRequest;
    readonly version: number;
  } | null;
}

/** Writes what was decided of a proposal. One statement. */
export async function saveDecided(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
  decision: WrittenDecision | null,
): Promise<void> {
  const amended = decision?.amended ?? null;
  await sql`
    update change_proposal
       set outcome = ${decision?.outcome ?? null}, decided_at = ${decision?.at ?? null},
           decided_by = ${decision?.by ?? null}, document = ${decision?.document ?? null},
           document_on = ${decision?.documentOn ?? null}::date, note = ${decision?.note ?? null},
           before = ${amended && jsonText(amended.before)}::jsonb,
           after = ${amended && jsonText(amended.after)}::jsonb, task_version = ${amended?.version ?? null},
           version = version + 1
     where province_id = ${province} and id = ${id}::uuid`.execute(transaction);
}

/** Takes a proposal away that its unit takes back. One statement. */
export async function removeProposal(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
): Promise<void> {
  await sql`delete from change_proposal where province_id = ${province} and id = ${id}::uuid`.execute(
    transaction,
  );
}
