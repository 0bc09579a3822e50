import { sql } from "kysely";
import type { LateFigures, LeadersFigures, LeadersUnit } from "../domain/duty/leaders-figures.ts";
import { type Month, monthsUntil } from "../domain/duty/month.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { dutiesInSight, waitsForHead, wasUrged } from "./duty-filter.ts";
import { daysLateSql, dutyStateSql, fallenDueSql } from "./duty-state.ts";
import type { Sight } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** Months of the heat map. */
const monthsShown = 12;

type UnitRow = Omit<LeadersUnit, "now" | "months">;
type MonthRow = { readonly holder: string; readonly month: Month; readonly count: number };

interface Figures extends Pick<LeadersFigures, "states" | "waiting" | "groups"> {
  readonly units: readonly UnitRow[];
  readonly months: readonly MonthRow[];
  readonly late: readonly ({ readonly holder: string } & LateFigures)[];
}

/** Rows of a query as one JSON array. */
const listOf = (query: ReturnType<typeof sql>) =>
  sql`(select coalesce(json_agg(to_json(q)), '[]') from (${query}) q)`;

/** How many are late, since when and how often they were urged, of the late duties under `l`. */
const lateColumns = sql`count(*)::int as late, min(l.last_day) as since,
  count(*) filter (where l.times > 0)::int as urged, sum(l.times)::int as times`;

/** The figures of the leaders' page. One statement, which reads each duty once from an index. */
export async function loadLeadersFigures(
  transaction: ProvinceTransaction,
  sight: Sight,
  rules: StateRules,
): Promise<LeadersFigures> {
  const months = monthsUntil(rules.today, monthsShown);
  const { rows } = await sql<Figures>`
    with base as materialized (
      select d.id, d.holder_id as holder, d.task_id as task, d.last_day, ${dutyStateSql(rules)} as state,
             ${daysLateSql(rules)} as days, ${fallenDueSql(rules)} as fallen
        from duty d where ${dutiesInSight(sight)}),
    late as materialized (
      select b.holder, b.last_day, t.group_title as title, coalesce(u.times, 0) as times
        from base b
        join task t on t.province_id = ${sight.province} and t.id = b.task
        left join (select u.duty_id, u.last_day, count(*) as times from urging u
                    where u.province_id = ${sight.province} and ${wasUrged} group by 1, 2) u
          on u.duty_id = b.id and u.last_day = b.last_day
       where b.state in ('late', 'silent'))
    select
      ${listOf(sql`select state, count(*)::int from base group by state`)} as states,
      ${listOf(waitingQuery(sight))} as waiting,
      ${listOf(sql`
        select h.id, h.name, h.kind, u.due, u."inTime", u.late, u.silent
          from (select holder, count(*)::int as due, count(*) filter (where days = 0)::int as "inTime",
                       count(*) filter (where days > 0 and state <> 'silent')::int as late,
                       count(*) filter (where state = 'silent')::int as silent
                  from base where fallen group by holder) u
          join unit h on h.province_id = ${sight.province} and h.id = u.holder
         order by h.position, h.id`)} as units,
      ${listOf(sql`
        select holder, to_char(month, 'YYYY-MM') as month, count from (
          select holder, date_trunc('month', last_day::timestamp) as month, count(*)::int as count from base
           where fallen and days > 0 and last_day >= ${`${months[0]}-01`}::date group by 1, 2) m`)} as months,
      ${listOf(sql`select l.holder, ${lateColumns} from late l group by 1`)} as late,
      ${listOf(sql`select coalesce(l.title, '') as title, ${lateColumns} from late l group by 1 order by 2 desc, 3`)}
        as groups`.execute(transaction);
  const [row] = rows;
  if (!row) throw new Error("a statement without FROM gives one row");
  const { states, waiting, groups } = row;
  return { today: rules.today, months, states, waiting, groups, units: unitsOf(row) };
}

/** What waits for a decision: its kind, how many, since when, and the unit that waits longest. */
function waitingQuery(sight: Sight) {
  const waiting = (
    what: ReturnType<typeof sql>,
    since: ReturnType<typeof sql>,
    when: ReturnType<typeof sql>,
  ) => sql`
    select ${what} as what, ${since} as since, d.holder_id as holder from duty d
     where ${dutiesInSight(sight)} and ${when}`;
  return sql`
    select w.what, w.count, w.since, h.name as oldest
      from (select what, count(*)::int as count, min(since) as since,
                   (array_agg(holder order by since, holder))[1] as holder
              from (${waiting(sql`'asked'`, sql`d.asked_on`, sql`d.asked_on is not null`)}
                    union all
                    ${waiting(sql`'head'`, sql`d.unapproved_on`, waitsForHead)}
                    union all
                    ${waiting(
                      sql`coalesce(d.step, 'none')`,
                      sql`coalesce(d.step_on, d.submitted_on)`,
                      sql`d.submitted_on is not null and d.confirmed_on is null and d.withdrawn_on is null`,
                    )}
                    union all
                    select p.kind, (p.written_at at time zone 'Asia/Ho_Chi_Minh')::date, d.holder_id
                      from change_proposal p join duty d on d.province_id = p.province_id and d.id = p.duty_id
                     where p.outcome is null and ${dutiesInSight(sight)}) all_waiting
             group by what) w
      join unit h on h.province_id = ${sight.province} and h.id = w.holder
     order by w.since`;
}

/** Units with what is late of them now and by month, the most late first, then the longest late. */
function unitsOf({ units, late, months }: Figures): readonly LeadersUnit[] {
  const lateOf = new Map(late.map(({ holder, ...figures }) => [holder, figures]));
  const monthsOf = Map.groupBy(months, ({ holder }) => holder);
  const none: LateFigures = { late: 0, since: null, urged: 0, times: 0 };
  return units
    .map((unit) => ({
      ...unit,
      now: lateOf.get(unit.id) ?? none,
      months: Object.fromEntries((monthsOf.get(unit.id) ?? []).map(({ month, count }) => [month, count])),
    }))
    .toSorted(({ now: a }, { now: b }) => b.late - a.late || (a.since ?? "9").localeCompare(b.since ?? "9"));
}
