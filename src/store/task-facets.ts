import { type RawBuilder, sql } from "kysely";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { type Facet, type FacetName, leadingRoles, type TaskFacets } from "../domain/duty/registered-task.ts";
import { noValue, type TaskFilter } from "../domain/duty/task-query.ts";
import type { Sight } from "./sight.ts";
import { allOf, type FilterPart, filterConditions, inSight, isUnitId, partyJoins } from "./task-filter.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import { stateSql, taskColumns } from "./task-state.ts";

/** How a facet counts: which part of the filter it leaves out, where its values come from, and how many it shows. */
interface FacetForm {
  readonly name: FacetName;
  readonly without: FilterPart;
  readonly value: RawBuilder<unknown>;
  readonly label: RawBuilder<unknown>;
  readonly from: RawBuilder<unknown>;
  readonly most: number;
}

const own = sql`base`;

/** Bodies by the units that they are; a filter by a name as written counts names as written. */
function bodyForms({ unit, as }: Pick<TaskFilter, "unit" | "as">): readonly FacetForm[] {
  const byName = unit !== null && as === null && !isUnitId(unit);
  const addressees = (roles: readonly string[]) =>
    sql`base join task_addressee a on a.province_id = base.province_id and a.task_id = base.id
      and a.role = any(${roles}) ${byName ? sql`` : partyJoins(as)}`;
  const shown = byName
    ? { value: sql`a.name_key`, label: sql`a.name` }
    : { value: sql`coalesce(u.id::text, a.name_key)`, label: sql`coalesce(u.name, a.name)` };
  return [
    { name: "leads", without: "unit", from: addressees(leadingRoles), most: 200, ...shown },
    { name: "coordinators", without: "unit", from: addressees(["with"]), most: 200, ...shown },
  ];
}

const forms: readonly FacetForm[] = [
  { name: "states", without: "state", value: sql`base.state`, label: sql`null::text`, from: own, most: 10 },
  {
    ...{ name: "groups", without: "group", from: own, most: 100 },
    ...{ value: sql`coalesce(base.group_title, ${noValue})`, label: sql`base.group_title` },
  },
  {
    ...{ name: "schedules", without: "schedule", from: own, most: 10 },
    ...{ value: sql`coalesce(base.schedule_kind, ${noValue})`, label: sql`null::text` },
  },
  {
    ...{ name: "years", without: "due", most: 60, label: sql`null::text` },
    value: sql`extract(year from o.last_day)::text`,
    from: sql`base join occurrence o on o.province_id = base.province_id and o.task_id = base.id
      and o.last_day is not null`,
  },
  {
    ...{ name: "documents", without: "document", most: 200 },
    ...{ value: sql`d.id::text`, label: sql`coalesce(d.number, d.subject, d.file_name)` },
    from: sql`base join document d on d.province_id = base.province_id and d.id = base.document_id`,
  },
  {
    ...{ name: "unclear", without: "unclear", most: 10, label: sql`null::text` },
    value: sql`found.clear ->> 'clear'`,
    from: sql`base cross join jsonb_array_elements(base.unclear) as found (clear)`,
  },
];

/** How many tasks each value of each filter would give, under all other parts of the filter. One statement. */
export async function countFacets(
  transaction: ProvinceTransaction,
  sight: Sight,
  filter: TaskFilter,
  rules: StateRules,
): Promise<{ readonly facets: TaskFacets; readonly total: number }> {
  const conditions = filterConditions(filter, rules);
  const chosen = [...conditions.keys()];
  const kept = (part: FilterPart) => sql.ref(`base.is_${part}`);
  const all = (without: FilterPart | null) =>
    allOf(chosen.filter((part) => part !== without).map((part) => sql`${kept(part)}`));
  // A task counts once for each value, however often the value stands in it.
  const counts = [...forms, ...bodyForms(filter)].map(
    ({ name, without, value, label, from, most }) => sql`
      (select ${name} as facet, found.value, max(found.label) as label, count(*)::int as count
         from (select base.id, ${value} as value, max(${label}) as label from ${from} where ${all(without)} group by 1, 2) as found
        group by found.value order by (found.value = ${filter.unit ?? ""}) desc, count desc, found.value limit ${most})`,
  );
  const { rows } = await sql<{ facet: FacetName | "total"; value: string; label: string; count: number }>`
    with base as materialized (
      select t.province_id, t.id, t.group_title, t.schedule_kind, t.document_id, t.unclear,
             ${stateSql(taskColumns, rules)} as state
             ${sql.join(
               chosen.map(
                 (part) => sql`, (${conditions.get(part) ?? sql`true`}) as ${sql.ref(`is_${part}`)}`,
               ),
               sql``,
             )}
        from task t where ${inSight(sight)})
    select 'total' as facet, '' as value, '' as label, count(*)::int as count from base where ${all(null)}
    union all ${sql.join(counts, sql` union all `)}`.execute(transaction);
  const of = (name: FacetName): readonly Facet[] =>
    rows
      .filter((row) => row.facet === name)
      .map(({ value, label, count }) => ({ value, label: label ?? "", count }));
  return {
    total: rows.find((row) => row.facet === "total")?.count ?? 0,
    facets: {
      ...{ states: of("states"), groups: of("groups"), leads: of("leads"), coordinators: of("coordinators") },
      ...{
        schedules: of("schedules"),
        years: of("years"),
        documents: of("documents"),
        unclear: of("unclear"),
      },
    },
  };
}
