import { sql } from "kysely";
import type { ClosingDuty } from "../domain/duty/duty-closing.ts";
import type {
  DutyFacets,
  DutyFilter,
  DutyOrder,
  DutyRecord,
  DutyRow,
  RecordedDutyFact,
} from "../domain/duty/duty-query.ts";
import { dutyStates } from "../domain/duty/duty-state.ts";
import type { ProvinceRules } from "../domain/duty/heartbeat.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import type { Proof, Report } from "../domain/duty/report.ts";
import type { ProvinceId } from "./database.ts";
import { standingColumns } from "./duty-facts.ts";
import { dutiesInSight, dutyConditions, orderValue, whereDuties } from "./duty-filter.ts";
import { daysLateSql, dutyStateSql } from "./duty-state.ts";
import { hasHeartbeat, provedByUnit } from "./heartbeat.ts";
import { isWithin, type Sight } from "./sight.ts";
import { allOf } from "./task-filter.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** What a row shows of the duty `d`, its task `t`, document `e`, occurrence `o` and units `g` (given) and `h` (holder). */
function rowColumns(rules: StateRules) {
  return sql`${standingColumns}, d.starts_on as "startsOn", d.first_due_on as "firstDueOn",
    ${dutyStateSql(rules)} as state, ${daysLateSql(rules)} as "daysLate",
    case when ${hasHeartbeat} then json_build_object('period', t.heartbeat, 'startsOn', d.starts_on,
                                                     'provedOn', ${provedByUnit}) end as beating,
    json_build_object('id', t.id, 'ref', t.ref, 'label', t.label, 'content', t.content, 'group', t.group_title,
                      'result', t.result) as task,
    json_build_object('id', e.id, 'number', e.number, 'issuedOn', e.issued_on) as document,
    json_build_object('id', o.id, 'key', o.key) as occurrence,
    json_build_object('id', g.id, 'name', g.name, 'shortName', g.short_name) as unit,
    json_build_object('id', h.id, 'name', h.name, 'shortName', h.short_name) as holder`;
}

const rowJoins = sql`
  join task t on t.province_id = d.province_id and t.id = d.task_id
  join document e on e.province_id = t.province_id and e.id = t.document_id
  join occurrence o on o.province_id = d.province_id and o.id = d.occurrence_id
  join unit g on g.province_id = d.province_id and g.id = d.unit_id
  join unit h on h.province_id = d.province_id and h.id = d.holder_id`;

/** Where the next page of duties begins: after the row with this value of the order and this id. */
export interface DutyCursor {
  readonly value: string;
  readonly id: string;
}

/** One page of duties, and where the next one begins. One statement. */
export async function findDuties(
  transaction: ProvinceTransaction,
  sight: Sight,
  request: {
    readonly filter: DutyFilter;
    readonly order: DutyOrder;
    readonly after: DutyCursor | null;
    readonly limit: number;
  },
  rules: ProvinceRules,
): Promise<{ readonly duties: readonly DutyRow[]; readonly next: DutyCursor | null }> {
  const { filter, order, after, limit } = request;
  const value = orderValue(order, rules);
  const behind =
    after === null ? sql`true` : sql`(${value}, d.id) > (${after.value}::bigint, ${after.id}::uuid)`;
  // The page is chosen on narrow rows first; what a row shows is gathered for the chosen ones only.
  const { rows } = await sql<DutyRow & { readonly value: string }>`
    with page as materialized (
      select d.id, ${value} as value from duty d
       where ${whereDuties(sight, filter, rules)} and ${behind}
       order by value, d.id limit ${limit + 1})
    select page.value::text as value, ${rowColumns(rules)}
      from page join duty d on d.province_id = ${sight.province} and d.id = page.id ${rowJoins}
     order by page.value, page.id`.execute(transaction);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    duties: shown.map(({ value: _, ...row }) => row),
    next: last ? { value: last.value, id: last.id } : null,
  };
}

/** The duties in sight with these ids, in the order of the units and the last day. One statement. */
export async function loadChosenDuties(
  transaction: ProvinceTransaction,
  sight: Sight,
  ids: readonly string[],
  rules: StateRules,
): Promise<readonly DutyRow[]> {
  const { rows } = await sql<DutyRow>`
    select ${rowColumns(rules)} from duty d ${rowJoins}
     where ${dutiesInSight(sight)} and d.id = any (${ids}::uuid[])
     order by h.position, d.last_day, d.id`.execute(transaction);
  return rows;
}

/** How many duties a filter gives. One statement. */
export async function countDuties(
  transaction: ProvinceTransaction,
  sight: Sight,
  filter: DutyFilter,
  rules: ProvinceRules,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from duty d
     where ${whereDuties(sight, filter, rules)}`.execute(transaction);
  return rows[0]?.count ?? 0;
}

/** How many duties a filter gives, and how many each value of a facet would give. One statement. */
export async function countDutyFacets(
  transaction: ProvinceTransaction,
  sight: Sight,
  filter: DutyFilter,
  rules: ProvinceRules,
): Promise<{ readonly total: number; readonly facets: DutyFacets }> {
  const parts = dutyConditions(filter, rules, sight);
  const flag = (part: "state" | "unit" | "group") => parts.get(part) ?? sql`true`;
  const others = [...parts].filter(([part]) => part !== "state" && part !== "unit" && part !== "group");
  const { rows } = await sql<{ facet: string; value: string | null; label: string | null; count: number }>`
    with base as materialized (
      select ${dutyStateSql(rules)} as state, d.holder_id as holder, d.task_id as task,
             ${flag("state")} as s, ${flag("unit")} as u, ${flag("group")} as g
        from duty d
       where ${allOf([dutiesInSight(sight), ...others.map(([, condition]) => condition)])})
    select 'total' as facet, null as value, null as label, count(*)::int as count from base where s and u and g
    union all
    select 'states', state, null, count(*)::int from base where u and g group by state
    union all
    select 'groups', coalesce(t.group_title, ''), null, sum(c.count)::int
      from (select task, count(*) as count from base where s and u group by task) c
      join task t on t.province_id = ${sight.province} and t.id = c.task
     group by t.group_title
    union all
    (select 'units', h.id::text, h.name, c.count from (
       select holder, count(*)::int as count from base where s and g group by holder order by 2 desc limit 200) c
       join unit h on h.province_id = ${sight.province} and h.id = c.holder)`.execute(transaction);
  const of = (facet: string) =>
    rows
      .filter((row) => row.facet === facet)
      .map(({ value, label, count }) => ({ value: value ?? "", label: label ?? "", count }));
  return {
    total: of("total")[0]?.count ?? 0,
    facets: {
      states: dutyStates.flatMap((value) => {
        const found = of("states").find((one) => one.value === value);
        return found ? [{ value, count: found.count }] : [];
      }),
      groups: of("groups").map(({ value, count }) => ({ value, count })),
      units: of("units"),
    },
  };
}

/** Facts and reports come inside JSON, so their instants are texts. */
type InJson<T> = { readonly [Key in keyof T]: T[Key] extends Date ? string : T[Key] };

const proofs = sql`(select coalesce(json_agg(json_build_object('id', p.id, 'kind', p.kind, 'reference', p.reference,
    'title', p.title, 'issuedOn', p.issued_on, 'sha256', p.sha256, 'size', p.size) order by p.position), '[]')
  from report_proof p where p.province_id = r.province_id and p.report_id = r.id)`;

const reports = sql`(select coalesce(json_agg(json_build_object('id', r.id, 'number', r.number, 'text', r.text,
    'claimsDone', r.claims_done, 'nothing', r.nothing, 'measured', r.measured, 'writtenAt', r.written_at,
    'writtenBy', coalesce(w.name, r.written_by), 'approvedOn', r.approved_on, 'approvedBy', coalesce(a.name, r.approved_by),
    'signedNumber', r.signed_number, 'signedOn', r.signed_on, 'proofs', ${proofs}) order by r.number desc), '[]')
  from report r
  left join person w on w.province_id = r.province_id and w.id = r.written_by
  left join person a on a.province_id = r.province_id and a.id = r.approved_by
 where r.province_id = d.province_id and r.duty_id = d.id)`;

const facts = sql`(select coalesce(json_agg(json_build_object('id', f.id, 'kind', f.kind, 'on', f.on_day,
    'dueOn', f.due_on, 'report', f.report_id, 'document', f.document, 'step', f.step, 'product', f.product,
    'note', f.note, 'whole', f.whole, 'at', f.at, 'who', coalesce(w.name, f.who)) order by f.at desc, f.id desc), '[]')
  from duty_fact f left join person w on w.province_id = f.province_id and w.id = f.who
 where f.province_id = d.province_id and f.duty_id = d.id)`;

/** One duty in sight with its reports and facts; null when there is none with this id. One statement. */
export async function loadDuty(
  transaction: ProvinceTransaction,
  sight: Sight,
  id: string,
  rules: StateRules,
): Promise<DutyRecord | null> {
  const { rows } = await sql<
    DutyRow & {
      readonly targets: DutyRecord["targets"];
      readonly unanswered: boolean;
      readonly facts: readonly InJson<RecordedDutyFact>[];
      readonly reports: readonly InJson<Report>[];
    }
  >`select ${rowColumns(rules)}, t.targets, t.unclear @> '[{"clear":"responsible"}]' as unanswered,
            ${facts} as facts, ${reports} as reports
      from duty d ${rowJoins} where ${dutiesInSight(sight)} and d.id = ${id}::uuid`.execute(transaction);
  const [row] = rows;
  if (!row) return null;
  return {
    ...row,
    facts: row.facts.map((fact) => ({ ...fact, at: new Date(fact.at) })),
    reports: row.reports.map((report) => ({ ...report, writtenAt: new Date(report.writtenAt) })),
  };
}

/** A file that proves a report of a duty in sight or the answer to a request; null when there is none with this id. One statement. */
export async function findProofFile(
  transaction: ProvinceTransaction,
  sight: Sight,
  id: string,
): Promise<Pick<Proof, "reference" | "sha256" | "size"> | null> {
  const { rows } = await sql<Pick<Proof, "reference" | "sha256" | "size">>`
    select p.reference, p.sha256, p.size::int as size
      from report_proof p
      join report r on r.province_id = p.province_id and r.id = p.report_id
      join duty d on d.province_id = r.province_id and d.id = r.duty_id
     where ${dutiesInSight(sight)} and p.id = ${id}::uuid and p.kind = 'file'
    union all
    select p.reference, p.sha256, p.size::int
      from request_proof p
      join coordination_request q on q.province_id = p.province_id and q.id = p.request_id
      join duty d on d.province_id = q.province_id and d.id = q.duty_id
     where p.province_id = ${sight.province} and p.id = ${id}::uuid and p.kind = 'file'
       and (${isWithin(sight, sql`q.holder_id`)} or ${isWithin(sight, sql`d.holder_id`)})`.execute(
    transaction,
  );
  return rows[0] ?? null;
}

/** The duties of an occurrence as far as they decide whether it is done. One statement. */
export async function loadClosingDuties(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  occurrence: string,
): Promise<readonly ClosingDuty[]> {
  const { rows } = await sql<ClosingDuty>`
    select d.owed, d.answers, d.submitted_on as "submittedOn", d.confirmed_on as "confirmedOn",
           d.withdrawn_on as "withdrawnOn", d.product
      from duty d where d.province_id = ${province} and d.occurrence_id = ${occurrence}::uuid
     order by d.id`.execute(transaction);
  return rows;
}
