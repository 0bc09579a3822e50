import { type RawBuilder, sql } from "kysely";
import { occurrenceStates, type StateRules } from "../domain/duty/occurrence-state.ts";
import { leadingRoles, type TaskGroup } from "../domain/duty/registered-task.ts";
import { noValue, type TaskFilter, type TaskGrouping } from "../domain/duty/task-query.ts";
import type { Sight } from "./sight.ts";
import { allOf, filterConditions, inSight, occurrenceWithin, partyJoins } from "./task-filter.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import { occurrenceColumns, stateSql, taskColumns } from "./task-state.ts";
import "./task-tables.ts";

/** Where the values of a grouping come from, beside the task under the alias `t`. */
interface GroupForm {
  readonly value: RawBuilder<unknown>;
  readonly label: RawBuilder<unknown>;
  /** What groups stand in the order of, smallest first; those without a value come last. */
  readonly order: RawBuilder<unknown>;
  readonly joins?: RawBuilder<unknown>;
  readonly where?: RawBuilder<unknown>;
}

const noLabel = sql`null::text`;

/**
 * How many tasks of a filter stand in each group. The value of a group, put into the filter of the same name, gives
 * exactly its tasks; a task led by two units, or due in two years, stands in two groups. One statement.
 */
export async function countGroups(
  transaction: ProvinceTransaction,
  sight: Sight,
  { filter, by }: { readonly filter: TaskFilter; readonly by: TaskGrouping },
  rules: StateRules,
): Promise<{ readonly total: number; readonly groups: readonly TaskGroup[] }> {
  const form = formOf(by, filter, rules);
  // By year, the states are those of the occurrences, which `dueIn` looks at.
  const kept = [...filterConditions(filter, rules)].filter(([part]) => by !== "year" || part !== "state");
  const conditions = [inSight(sight), ...kept.map(([, condition]) => condition)];
  const { rows } = await sql<{ value: string | null; label: string | null; count: number; whole: boolean }>`
    with found as materialized (
      select t.id, ${form.value} as value, max(${form.label}) as label, max(${form.order}) as place
        from task t ${form.joins ?? sql``}
       where ${allOf(form.where ? [...conditions, form.where] : conditions)} group by 1, 2)
    select value, label, count, whole from (
      select value::text, max(label) as label, count(*)::int as count, max(place)::text as place, false as whole
        from found group by value
      union all
      select null, null, count(*)::int, null, true from (select from found group by id) as task) as counted
     order by value is null, place collate reference.natural_order, value`.execute(transaction);
  return {
    total: rows.find(({ whole }) => whole)?.count ?? 0,
    groups: rows
      // A task of the lead that was asked for may have another beside it.
      .filter(({ whole, value }) => !whole && (by !== "lead" || isAsked(filter.lead, value)))
      .map(({ value, label, count }) => ({ value: value ?? noValue, label, count })),
  };
}

function isAsked(lead: string | null, value: string | null): boolean {
  return lead === null || lead === (value ?? noValue);
}

function formOf(by: TaskGrouping, filter: TaskFilter, rules: StateRules): GroupForm {
  switch (by) {
    case "group":
      return { value: sql`t.group_title`, label: sql`t.group_title`, order: sql`t.group_title` };
    case "lead":
      return {
        ...{ value: sql`coalesce(u.id::text, a.name_key)`, label: sql`coalesce(u.name, a.name)` },
        order: sql`coalesce(u.name, a.name)`,
        joins: sql`left join task_addressee a on a.province_id = t.province_id and a.task_id = t.id
          and a.role = any(${leadingRoles}) ${partyJoins(filter.as)}`,
      };
    case "schedule":
      return { value: sql`t.schedule_kind`, label: noLabel, order: sql`t.schedule_kind` };
    case "document":
      return {
        ...{ value: sql`d.id::text`, label: sql`coalesce(d.number, d.subject, d.file_name)` },
        order: sql`coalesce(d.issued_on, date '0001-01-01')::text`,
        joins: sql`join document d on d.province_id = t.province_id and d.id = t.document_id`,
      };
    case "year":
      return {
        ...{ value: sql`extract(year from o.last_day)::int`, label: noLabel },
        order: sql`extract(year from o.last_day)::int`,
        joins: sql`left join occurrence o on o.province_id = t.province_id and o.task_id = t.id
          and o.last_day is not null`,
        ...dueIn(filter, rules),
      };
    case "state":
      return stateForm(filter, rules);
  }
}

/** Of the occurrences of a task only those count that the filter means; what has none of them counts by itself. */
function dueIn(filter: TaskFilter, rules: StateRules): Pick<GroupForm, "where"> {
  if (typeof filter.year === "number") return { where: occurrenceWithin(filter, filter.year, rules) };
  if (filter.states.length === 0) return {};
  const [ofTask, ofOccurrence] = [stateSql(taskColumns, rules), stateSql(occurrenceColumns, rules)];
  return {
    where: sql`case when o.id is null then ${ofTask} else ${ofOccurrence} end = any(${filter.states})`,
  };
}

/** With a year, a task stands in the state of each occurrence that is due in it. */
function stateForm(filter: TaskFilter, rules: StateRules): GroupForm {
  const place = (state: RawBuilder<unknown>) =>
    sql`array_position(${occurrenceStates}::text[], ${state})::text`;
  if (typeof filter.year !== "number") {
    const value = stateSql(taskColumns, rules);
    return { value, label: noLabel, order: place(value) };
  }
  const value = stateSql(occurrenceColumns, rules);
  return {
    ...{ value, label: noLabel, order: place(value) },
    joins: sql`join occurrence o on o.province_id = t.province_id and o.task_id = t.id`,
    where: occurrenceWithin(filter, filter.year, rules),
  };
}
