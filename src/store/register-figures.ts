import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { OccurrenceState, StateRules } from "../domain/duty/occurrence-state.ts";
import {
  noStates,
  type OverviewFigures,
  type StateCounts,
  type TimelineCell,
  type TimelineFigures,
  type UnitFigures,
} from "../domain/duty/register-figures.ts";
import { leadingRoles } from "../domain/duty/registered-task.ts";
import type { HeldAs } from "../domain/duty/task-query.ts";
import type { Sight } from "./sight.ts";
import { missingPlanCondition } from "./target-filter.ts";
import { inSight, partyJoins } from "./task-filter.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import { occurrenceColumns, stateSql, taskColumns } from "./task-state.ts";
import { countToLookAt } from "./unplaced.ts";

/** Several questions in one statement: each row says which it answers. */
interface FigureRow {
  readonly what:
    | "all"
    | "unit"
    | "group"
    | "unclear"
    | "anyUnclear"
    | "documents"
    | "findings"
    | "unplaced"
    | "before"
    | "plans";
  readonly key: string | null;
  readonly name: string | null;
  readonly state: OccurrenceState | null;
  readonly general: boolean;
  readonly count: number;
  readonly other: number;
}

/** The figures of the overview. One statement. */
export async function loadOverview(
  transaction: ProvinceTransaction,
  sight: Sight,
  rules: StateRules,
): Promise<OverviewFigures> {
  const { province } = sight;
  // What is in sight is found once: documents are seen by their tasks.
  const within = (document: RawBuilder<unknown>) =>
    sight.reach.kind === "province" ? sql`true` : sql`${document} in (select document_id from base)`;
  const { rows } = await sql<FigureRow>`
    with base as materialized (
      select t.id, t.document_id, t.group_title, t.general, t.unclear, t.unclear_count, t.withdrawn_on,
             ${stateSql(taskColumns, rules)} as state
        from task t where ${inSight(sight)}),
    pressing as materialized (select * from base where not general and state in ('late', 'dueSoon'))
    select 'all' as what, null as key, null as name, state, general, count(*)::int as count, 0 as other
      from base group by state, general
    union all
    select 'unit', coalesce(u.id::text, a.name_key), mode() within group (order by coalesce(u.name, a.name)),
           one.state, false, count(distinct one.id)::int, 0
      from pressing one join task_addressee a on a.province_id = ${province} and a.task_id = one.id
       and a.role = any(${leadingRoles}) ${partyJoins("today")} group by 2, one.state
    union all
    select 'group', null, group_title, state, false, count(*)::int, 0 from pressing group by group_title, state
    union all
    select 'unclear', found.clear ->> 'clear', null, null, false, count(distinct id)::int, 0
      from base cross join jsonb_array_elements(unclear) as found (clear) where unclear_count > 0 group by 2
    union all
    select 'anyUnclear', null, null, null, false, count(*)::int, 0 from base where unclear_count > 0
    union all
    select 'documents', null, null, null, false, count(*)::int, (count(*) filter (where d.reviewed_at is null))::int
      from document d where d.province_id = ${province} and ${within(sql`d.id`)}
    union all
    select 'findings', null, null, null, false, count(*)::int, 0
      from finding d where d.province_id = ${province} and d.decision is null and ${within(sql`d.document_id`)}
    union all
    select 'before', null, null, null, false, count(*)::int, 0
      from occurrence o join base on base.id = o.task_id
     where o.province_id = ${province} and o.last_day < ${rules.startDay}::date
       and o.done_on is null and o.withdrawn_on is null and base.withdrawn_on is null
    union all
    select 'plans', null, null, null, false, count(*)::int, 0
      from task t where ${inSight(sight)} and ${missingPlanCondition(rules.today)}
    union all
    select 'unplaced', null, null, null, false, ${countToLookAt(province, within(sql`r.document_id`))}, 0`.execute(
    transaction,
  );
  const all = rows.filter((row) => row.what === "all");
  const one = (what: FigureRow["what"]) => rows.find((row) => row.what === what);
  return {
    ...rules,
    total: sum(all),
    general: sum(all.filter((row) => row.general)),
    states: statesOf(all.filter((row) => !row.general)),
    units: pressingBy(rows.filter((row) => row.what === "unit")).map(({ key, name, ...counts }) => ({
      ...{ key: key ?? "", name: name ?? "", ...counts },
    })),
    groups: pressingBy(rows.filter((row) => row.what === "group")).map(({ key: _, ...group }) => group),
    unclear: unclearOf(rows),
    beforeStart: one("before")?.count ?? 0,
    withoutPlan: one("plans")?.count ?? 0,
    documents: { total: one("documents")?.count ?? 0, toReview: one("documents")?.other ?? 0 },
    findings: { undecided: one("findings")?.count ?? 0, unplaced: one("unplaced")?.count ?? 0 },
  };
}

function unclearOf(rows: readonly FigureRow[]): OverviewFigures["unclear"] {
  const of = (clear: string) => rows.find((row) => row.what === "unclear" && row.key === clear)?.count ?? 0;
  return {
    any: rows.find((row) => row.what === "anyUnclear")?.count ?? 0,
    ...{ who: of("who"), what: of("what"), when: of("when"), responsible: of("responsible") },
    ...{ empowered: of("empowered"), product: of("product") },
  };
}

/** Late and due soon for each body or group, those with most late first. */
function pressingBy(rows: readonly FigureRow[]) {
  const found = new Map<string, { key: string | null; name: string | null; late: number; dueSoon: number }>();
  for (const { key, name, state, count } of rows) {
    const id = JSON.stringify([key, key === null ? name : null]);
    const row = found.get(id) ?? { key, name, late: 0, dueSoon: 0 };
    found.set(id, state === "late" ? { ...row, late: count } : { ...row, dueSoon: count });
  }
  return [...found.values()].sort(
    (a, b) => b.late - a.late || b.dueSoon - a.dueSoon || (a.name ?? "").localeCompare(b.name ?? "", "vi"),
  );
}

/**
 * Every unit that has a part in a task, as given or as held today, and every name in tasks that is no unit yet, those
 * that lead most first; a unit counts a task once. One statement.
 */
export async function loadUnitFigures(
  transaction: ProvinceTransaction,
  sight: Sight,
  rules: StateRules,
  as: HeldAs,
): Promise<readonly UnitFigures[]> {
  const { rows } = await sql<{
    key: string;
    name: string;
    unit: boolean;
    closed: CalendarDate | null;
    collective: boolean;
    leads: boolean;
    state: OccurrenceState;
    general: boolean;
    count: number;
  }>`
    with base as materialized (
      select t.id, t.general, ${stateSql(taskColumns, rules)} as state from task t where ${inSight(sight)})
    select coalesce(u.id::text, a.name_key) as key, mode() within group (order by coalesce(u.name, a.name)) as name,
           u.id is not null as unit, max(u.to_day) as closed, bool_or(a.collective and u.id is null) as collective,
           a.role = any(${leadingRoles}) as leads, base.state, base.general, count(distinct base.id)::int as count
      from base join task_addressee a on a.province_id = ${sight.province} and a.task_id = base.id ${partyJoins(as)}
     where a.role in ('lead', 'standing', 'with')
     group by 1, 3, 6, base.state, base.general`.execute(transaction);
  const units = Map.groupBy(rows, (row) => row.key);
  return [...units]
    .map(([key, found]): UnitFigures => {
      const led = found.filter((row) => row.leads);
      return {
        ...{ key, name: found[0]?.name ?? key, collective: found.some((row) => row.collective) },
        ...{ unit: found[0]?.unit ?? false, closed: found[0]?.closed ?? null },
        ...{ leads: sum(led), coordinates: sum(found.filter((row) => !row.leads)) },
        states: statesOf(led.filter((row) => !row.general)),
      };
    })
    .sort((a, b) => b.leads - a.leads || b.coordinates - a.coordinates || a.key.localeCompare(b.key));
}

interface TimelineRow {
  readonly by: "all" | "group";
  readonly name: string | null;
  readonly year: number | null;
  readonly quarter: number | null;
  readonly tasks: number;
  readonly late: number;
  readonly done: number;
}

/** Tasks by the quarter in which an occurrence of them is due, from the first to the last year. One statement. */
export async function loadTimeline(
  transaction: ProvinceTransaction,
  sight: Sight,
  years: { readonly from: number; readonly to: number },
  rules: StateRules,
): Promise<TimelineFigures> {
  const { rows } = await sql<TimelineRow>`
    with due as materialized (
      select t.id, t.group_title, extract(year from o.last_day)::int as year,
             extract(quarter from o.last_day)::int as quarter,
             bool_or(${stateSql(occurrenceColumns, rules)} = 'late') as is_late,
             bool_or(${stateSql(occurrenceColumns, rules)} in ('done', 'doneLate')) as is_done
        from occurrence o join task t on t.province_id = o.province_id and t.id = o.task_id
       where o.province_id = ${sight.province} and ${inSight(sight)} and o.last_day >= make_date(${years.from}::int, 1, 1)
         and o.last_day < make_date(${years.to + 1}::int, 1, 1)
       group by t.id, t.group_title, 3, 4)
    select case when grouping(group_title) = 1 then 'all' else 'group' end as by, group_title as name, year, quarter,
           count(*)::int as tasks, (count(*) filter (where is_late))::int as late,
           (count(*) filter (where is_done))::int as done
      from due group by grouping sets ((year, quarter), (group_title, year, quarter))
    union all
    select 'all', null, null, null, count(*)::int, (count(*) filter (where not dated))::int,
           (count(*) filter (where dated and not shown))::int
      from (select t.id in (select o.task_id from occurrence o
                             where o.province_id = ${sight.province} and o.last_day is not null) as dated,
                   t.id in (select due.id from due) as shown
              from task t where ${inSight(sight)} and not t.general) as of_task`.execute(transaction);
  const cells = rows.filter((row) => row.year !== null);
  const whole = rows.find((row) => row.year === null);
  const groups = Map.groupBy(
    cells.filter((row) => row.by === "group"),
    (row) => row.name,
  );
  return {
    ...{ today: rules.today, from: years.from, to: years.to },
    quarters: cellsOf(cells.filter((row) => row.by === "all")),
    groups: [...groups]
      .map(([name, found]) => ({ name, quarters: cellsOf(found) }))
      .sort((a, b) => (a.name ?? "\uffff").localeCompare(b.name ?? "\uffff", "vi", { numeric: true })),
    ...{ undated: whole?.late ?? 0, outside: whole?.done ?? 0 },
  };
}

function cellsOf(rows: readonly TimelineRow[]): readonly TimelineCell[] {
  return rows
    .map(({ year, quarter, tasks, late, done }) => ({
      year: year ?? 0,
      quarter: quarter ?? 0,
      tasks,
      late,
      done,
    }))
    .sort((a, b) => a.year - b.year || a.quarter - b.quarter);
}

function statesOf(rows: readonly { state: OccurrenceState | null; count: number }[]): StateCounts {
  const counts: Record<OccurrenceState, number> = { ...noStates };
  for (const { state, count } of rows) if (state !== null) counts[state] += count;
  return counts;
}

function sum(rows: readonly { count: number }[]): number {
  return rows.reduce((total, { count }) => total + count, 0);
}
