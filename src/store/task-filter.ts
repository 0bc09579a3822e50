import { type RawBuilder, sql } from "kysely";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { leadingRoles } from "../domain/duty/registered-task.ts";
import { type HeldAs, noValue, searchWords, type TaskFilter } from "../domain/duty/task-query.ts";
import { keyOfBody } from "../domain/organisation/body-key.ts";
import { reachedFrom } from "./linked-records.ts";
import { type Sight, taskWithin } from "./sight.ts";
import { missingPlanCondition } from "./target-filter.ts";
import { occurrenceColumns, stateSql, taskColumns } from "./task-state.ts";

type Condition = RawBuilder<unknown>;

/** The parts of a filter, each of which one facet leaves out when it counts what its values would give. */
export type FilterPart =
  | "words"
  | "waiting"
  | "plan"
  | "group"
  | "unit"
  | "lead"
  | "schedule"
  | "due"
  | "document"
  | "unclear"
  | "state"
  | "general"
  | "assigned"
  | "record";

/** The parts of a filter that narrow something, as conditions on the task under the alias `t`. */
export function filterConditions(filter: TaskFilter, rules: StateRules): ReadonlyMap<FilterPart, Condition> {
  const parts: readonly (readonly [FilterPart, Condition | null])[] = [
    ["words", filter.words === null ? null : wordsCondition(filter.words)],
    ["group", groupCondition(filter.group)],
    ["unit", filter.unit === null ? null : unitCondition(filter.unit, filter)],
    ["lead", filter.lead === null ? null : leadCondition(filter.lead, filter.as)],
    ["schedule", scheduleCondition(filter.schedule)],
    ["due", dueCondition(filter, rules)],
    ["document", filter.document === null ? null : sql`t.document_id = ${filter.document}::uuid`],
    ["unclear", unclearCondition(filter.unclear)],
    ["state", stateCondition(filter, rules)],
    ["general", filter.general === null ? null : sql`t.general = ${filter.general}`],
    ["waiting", filter.waiting ? waitingCondition : null],
    ["plan", planCondition(filter, rules)],
    ["record", filter.record === null ? null : sql`t.id = any (${reachedFrom(filter.record, "task")})`],
    ["assigned", filter.assignedTo === null ? null : assignedCondition(filter.assignedTo)],
  ];
  return new Map(parts.flatMap(([part, condition]) => (condition === null ? [] : [[part, condition]])));
}

/** The schedule has a part that waits for its event, and no event was recorded. */
const waitingCondition: Condition = sql`(t.schedule @? '$.** ? (@.kind == "relative" || @.kind == "onDemand")'
  and t.withdrawn_on is null and not t.general
  and not exists (select from occurrence e where e.province_id = t.province_id and e.task_id = t.id
                     and e.due_basis = 'term' and e.withdrawn_on is null))`;

function planCondition({ plan }: TaskFilter, { today }: StateRules): Condition | null {
  if (plan === null) return null;
  return plan === "missing" ? missingPlanCondition(today) : sql`t.id = any (${plan.behind}::uuid[])`;
}

/** All conditions of a filter and what is in sight, for a WHERE. */
export function whereTasks(sight: Sight, filter: TaskFilter, rules: StateRules): Condition {
  return allOf([inSight(sight), ...filterConditions(filter, rules).values()]);
}

/** The tasks in sight, under the alias `t`; those that went into others are told by these. */
export function inSight(sight: Sight): Condition {
  return sql`t.province_id = ${sight.province} and t.joined_to is null and ${taskWithin(sight)}`;
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

/** Tasks under the alias `t` with all words of a search; null: nothing is searched for. */
export function wordsCondition(typed: string): Condition | null {
  const query = textQuery(typed);
  if (query !== null) return sql`t.search @@ to_tsquery('simple', ${query})`;
  // Only signs were typed, which no text is searched by.
  return typed.trim() === "" ? null : sql`false`;
}

function assignedCondition(person: string): Condition {
  return sql`t.id in (select a.task_id from task_assignment a
    where a.province_id = t.province_id and (a.officer = ${person} or a.leader = ${person}))`;
}

/** Tasks under the alias `t` of a group; "" is "no group". */
export function groupCondition(group: string | null): Condition | null {
  if (group === null) return null;
  return group === "" ? sql`t.group_title is null` : sql`t.group_title = ${group}`;
}

/** A unit by its parts in tasks, so that each task counts once; a name by addressees of that name. */
function unitCondition(unit: string, { role, as }: Pick<TaskFilter, "role" | "as">): Condition {
  const roles = role === "lead" ? leadingRoles : role === "with" ? ["with"] : null;
  const inRole = roles === null ? sql`true` : sql`a.role = any(${roles})`;
  if (isUnitId(unit))
    return sql`t.id in (select p.task_id from task_party p join task_addressee a on a.province_id = p.province_id
        and a.task_id = p.task_id and a.position = p.position
      where p.province_id = t.province_id and ${partyColumn(as)} = ${unit}::uuid and ${inRole})`;
  return sql`t.id in (select a.task_id from task_addressee a
    where a.province_id = t.province_id and a.name_key in (${keyOfBody(unit, false)}, ${keyOfBody(unit, true)})
      and ${inRole} and ${as === null ? sql`true` : noParty})`;
}

/** Whom a list by lead puts a task under: the units that lead it, a name that is none yet, or nobody. */
function leadCondition(lead: string, as: HeldAs | null): Condition {
  const leads = sql`select from task_addressee a where a.province_id = t.province_id and a.task_id = t.id
    and a.role = any(${leadingRoles})`;
  if (lead === noValue) return sql`not exists (${leads})`;
  if (isUnitId(lead)) return unitCondition(lead, { role: "lead", as });
  return sql`exists (${leads} and a.name_key = ${lead} and ${noParty})`;
}

/** Whether a filter means a unit of the province, and not a name. */
export function isUnitId(unit: string): boolean {
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(unit);
}

/** Whose a part of a task under the alias `p` is. */
export function partyColumn(as: HeldAs | null): Condition {
  return as === "reported" ? sql`p.unit_id` : sql`p.holder_id`;
}

/** The addressee under the alias `a` is no unit yet. */
const noParty = sql`not exists (select from task_party open where open.province_id = a.province_id
  and open.task_id = a.task_id and open.position = a.position)`;

/** The units that addressees under the alias `a` are, each with its name under `u`; one row more for a name without unit. */
export function partyJoins(as: HeldAs | null): Condition {
  return sql`left join task_party p on p.province_id = a.province_id and p.task_id = a.task_id and p.position = a.position
    left join unit u on u.province_id = p.province_id and u.id = ${partyColumn(as)}`;
}

function scheduleCondition(schedule: TaskFilter["schedule"]): Condition | null {
  if (schedule === null) return null;
  return schedule === "none" ? sql`t.schedule_kind is null` : sql`t.schedule_kind = ${schedule}`;
}

/** Due in a year or a quarter of it; then the states are those of the occurrence due there. */
function dueCondition(filter: TaskFilter, rules: StateRules): Condition | null {
  const { year } = filter;
  if (year === null) return null;
  const ofTask = sql`select from occurrence o where o.province_id = t.province_id and o.task_id = t.id`;
  return year === noValue
    ? sql`not exists (${ofTask} and o.last_day is not null)`
    : sql`exists (${ofTask} and ${occurrenceWithin(filter, year, rules)})`;
}

/** The occurrence under the alias `o` is due in a year, in the quarter and one of the states of the filter. */
export function occurrenceWithin(
  { quarter, states }: Pick<TaskFilter, "quarter" | "states">,
  year: number,
  rules: StateRules,
): Condition {
  const first = quarter === null ? 1 : quarter * 3 - 2;
  const months = quarter === null ? 12 : 3;
  const begin = sql`make_date(${year}::int, ${first}::int, 1)`;
  const state = states.length === 0 ? sql`true` : sql`${stateSql(occurrenceColumns, rules)} = any(${states})`;
  return sql`o.last_day >= ${begin} and o.last_day < ${begin} + make_interval(months => ${months}::int) and ${state}`;
}

function unclearCondition(unclear: TaskFilter["unclear"]): Condition | null {
  if (unclear === null) return null;
  return unclear === "any"
    ? sql`t.unclear_count > 0`
    : sql`t.unclear @> ${JSON.stringify([{ clear: unclear }])}::jsonb`;
}

function stateCondition({ year, states }: TaskFilter, rules: StateRules): Condition | null {
  if (states.length === 0 || typeof year === "number") return null;
  return sql`${stateSql(taskColumns, rules)} = any(${states})`;
}
