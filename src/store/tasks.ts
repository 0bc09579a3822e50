import { sql } from "kysely";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import type { TaskRow } from "../domain/duty/registered-task.ts";
import type { TaskFilter, TaskOrder } from "../domain/duty/task-query.ts";
import type { Sight } from "./sight.ts";
import { allOf, filterConditions, inSight, whereTasks } from "./task-filter.ts";
import { afterCondition, orderBy, orderValues, writeCursor } from "./task-order.ts";
import {
  type ProvinceTransaction,
  type TaskRowRecord,
  taskRowColumns,
  taskRowJoins,
  taskRowOf,
} from "./task-rows.ts";
import "./task-tables.ts";

/** Which tasks in which order; `after` are the values of the last row of the page before, from `readCursor`. */
export interface TaskPageRequest {
  readonly filter: TaskFilter;
  readonly order: TaskOrder;
  readonly after: readonly string[] | null;
  readonly limit: number;
}

/** One page of tasks, and the cursor of the next one when there is one. One statement. */
export async function findTasks(
  transaction: ProvinceTransaction,
  sight: Sight,
  { filter, order, after, limit }: TaskPageRequest,
  rules: StateRules,
): Promise<{ readonly tasks: readonly TaskRow[]; readonly next: string | null }> {
  const conditions = allOf([
    inSight(sight),
    ...filterConditions(filter, rules).values(),
    ...(after === null ? [] : [afterCondition(order, rules, after)]),
  ]);
  // The page is chosen on narrow rows first; what a row shows is gathered for the chosen ones only.
  const { rows } = await sql<TaskRowRecord & { readonly place: readonly string[]; readonly turn: string }>`
    with page as materialized (
      select chosen.*, row_number() over () as turn from (
        select t.id, ${orderValues(order, rules)} as place
          from task t ${needsDocument(order) ? documentJoin : sql``}
         where ${conditions}
         order by ${orderBy(order, rules)}
         limit ${limit + 1}) as chosen)
    select page.place, page.turn, ${taskRowColumns}
      from page join task t on t.province_id = ${sight.province} and t.id = page.id ${taskRowJoins}
     order by page.turn`.execute(transaction);
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { tasks: shown.map(taskRowOf), next: last ? writeCursor(order, last.place) : null };
}

/** How many tasks a filter gives. One statement. */
export async function countTasks(
  transaction: ProvinceTransaction,
  sight: Sight,
  filter: TaskFilter,
  rules: StateRules,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from task t where ${whereTasks(sight, filter, rules)}`.execute(transaction);
  return rows[0]?.count ?? 0;
}

const documentJoin = sql`join document d on d.province_id = t.province_id and d.id = t.document_id`;

function needsDocument({ key }: TaskOrder): boolean {
  return key === "document" || key === "group";
}

/** The tasks in sight with these ids, in no order. One statement. */
export async function findTasksById(
  transaction: ProvinceTransaction,
  sight: Sight,
  ids: readonly string[],
): Promise<readonly TaskRow[]> {
  const { rows } = await sql<TaskRowRecord>`
    select ${taskRowColumns} from task t ${taskRowJoins}
     where ${inSight(sight)} and t.id = any(${ids}::uuid[])`.execute(transaction);
  return rows.map(taskRowOf);
}
