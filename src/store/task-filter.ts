import { type RawBuilder, sql } from "kysely";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { leadingRoles } from "../domain/duty/registered-task.ts";
import { searchWords, type TaskFilter } from "../domain/duty/task-query.ts";
import { keyOfBody } from "../domain/organisation/body-key.ts";
import { type Sight, taskWithin } from "./sight.ts";
import { occurrenceColumns, stateSql, taskColumns } from "./task-state.ts";

type Condition = RawBuilder<unknown>;

/** The parts of a filter, each of which one facet leaves out when it counts what its values would give. */
export type FilterPart =
  | "words"
  | "group"
  | "unit"
  | "schedule"
  | "due"
  | "document"
  | "unclear"
  | "state"
  | "general";

/** The parts of a filter that narrow something, as conditions on the task under the alias `t`. */
export function filterConditions(filter: TaskFilter, rules: StateRules): ReadonlyMap<FilterPart, Condition> {
  const parts: readonly (readonly [FilterPart, Condition | null])[] = [
    ["words", filter.words === null ? null : wordsCondition(filter.words)],
    ["group", groupCondition(filter.group)],
    ["unit", filter.unit === null ? null : unitCondition(filter.unit, filter.role)],
    ["schedule", scheduleCondition(filter.schedule)],
    ["due", dueCondition(filter, rules)],
    ["document", filter.document === null ? null : sql`t.document_id = ${filter.document}::uuid`],
    ["unclear", unclearCondition(filter.unclear)],
    ["state", stateCondition(filter, rules)],
    ["general", filter.general === null ? null : sql`t.general = ${filter.general}`],
  ];
  return new Map(parts.flatMap(([part, condition]) => (condition === null ? [] : [[part, condition]])));
}

/** All conditions of a filter and what is in sight, for a WHERE. */
export function whereTasks(sight: Sight, filter: TaskFilter, rules: StateRules): Condition {
  return allOf([inSight(sight), ...filterConditions(filter, rules).values()]);
}

/** The tasks in sight, under the alias `t`. */
export function inSight(sight: Sight): Condition {
  return sql`t.province_id = ${sight.province} and ${taskWithin(sight)}`;
}

/** Conditions joined; true when there is none. */
export function allOf(conditions: readonly Condition[]): Condition {
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}

/** Words as the text search of PostgreSQL takes them: all of them, the last as a beginning. Null: nothing to search. */
export function textQuery(typed: string): string | null {
  const { whole, begun } = searchWords(typed);
  const terms = [...whole, ...(begun === null ? [] : [`${begun}:*`])];
  return terms.length === 0 ? null : terms.map((term) => term.replace(/['\\]/g, "")).join(" & ");
}

function wordsCondition(typed: string): Condition | null {
  const query = textQuery(typed);
  if (query !== null) return sql`t.search @@ to_tsquery('simple', ${query})`;
  // Only signs were typed, which no text is searched by.
  return typed.trim() === "" ? null : sql`false`;
}

function groupCondition(group: string | null): Condition | null {
  if (group === null) return null;
  return group === "" ? sql`t.group_title is null` : sql`t.group_title = ${group}`;
}

function unitCondition(unit: string, role: TaskFilter["role"]): Condition {
  const roles = role === "lead" ? leadingRoles : role === "with" ? ["with"] : null;
  return sql`t.id in (select a.task_id from task_addressee a
    where a.province_id = t.province_id and a.name_key in (${keyOfBody(unit, false)}, ${keyOfBody(unit, true)})
      and ${roles === null ? sql`true` : sql`a.role = any(${roles})`})`;
}

function scheduleCondition(schedule: TaskFilter["schedule"]): Condition | null {
  if (schedule === null) return null;
  return schedule === "none" ? sql`t.schedule_kind is null` : sql`t.schedule_kind = ${schedule}`;
}

/** Due in a year or a quarter of it; then the states are those of the occurrence due there. */
function dueCondition({ year, quarter, states }: TaskFilter, rules: StateRules): Condition | null {
  if (year === null) return null;
  const first = quarter === null ? 1 : quarter * 3 - 2;
  const months = quarter === null ? 12 : 3;
  const begin = sql`make_date(${year}::int, ${first}::int, 1)`;
  const state = states.length === 0 ? sql`true` : sql`${stateSql(occurrenceColumns, rules)} = any(${states})`;
  return sql`exists (select 1 from occurrence o
    where o.province_id = t.province_id and o.task_id = t.id and o.last_day >= ${begin}
      and o.last_day < ${begin} + make_interval(months => ${months}::int) and ${state})`;
}

function unclearCondition(unclear: TaskFilter["unclear"]): Condition | null {
  if (unclear === null) return null;
  return unclear === "any"
    ? sql`t.unclear_count > 0`
    : sql`t.unclear @> ${JSON.stringify([{ clear: unclear }])}::jsonb`;
}

function stateCondition({ year, states }: TaskFilter, rules: StateRules): Condition | null {
  if (states.length === 0 || year !== null) return null;
  return sql`${stateSql(taskColumns, rules)} = any(${states})`;
}
