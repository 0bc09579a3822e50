import { sql } from "kysely";
import type { ProvinceId } from "./database.ts";
import { type Sight, taskWithin } from "./sight.ts";
import type { ProvinceTransaction } from "./task-rows.ts";

/** A task of which the pairs of words are not noted, with its words. */
export interface UnpairedTask {
  readonly id: string;
  readonly folded: string;
}

/** Tasks of which the pairs are not noted yet, so many at most. One statement. */
export async function findUnpaired(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  limit: number,
): Promise<readonly UnpairedTask[]> {
  const { rows } = await sql<UnpairedTask>`
    select t.id, t.folded from (
      select id from task where province_id = ${province}
      except all select task from paired_task where province_id = ${province} limit ${limit}) u
      join task t on t.province_id = ${province} and t.id = u.id order by t.id`.execute(transaction);
  return rows;
}

/** Notes the pairs of tasks. Two statements. */
export async function savePairs(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  tasks: readonly { readonly id: string; readonly pairs: readonly number[] }[],
): Promise<void> {
  const rows = tasks.flatMap(({ id, pairs }) => pairs.map((pair) => ({ id, pair })));
  await sql`
    insert into task_pair (province_id, pair, task)
    select ${province}::int, w.pair, w.task
      from unnest(${rows.map(({ pair }) => pair)}::int[], ${rows.map(({ id }) => id)}::uuid[]) w (pair, task)
     order by w.pair, w.task on conflict do nothing`.execute(transaction);
  await sql`
    insert into paired_task (province_id, task)
    select ${province}::int, w.task from unnest(${tasks.map(({ id }) => id)}::uuid[]) w (task)
    on conflict do nothing`.execute(transaction);
}

/** A pair that more tasks have tells little of any, and is passed over. */
const mostHolders = 300;
/** How many tasks are looked at closely for one directive; of so many it is first asked whether they are in sight. */
const mostForOne = 12;
const mostAsked = 60;

/**
 * The tasks in sight of other documents that share the rarest pairs with one of several directives, at most a dozen for
 * each. One statement, which reads the tasks that have a pair sought and no others.
 */
export async function findByPairs(
  transaction: ProvinceTransaction,
  sight: Sight,
  document: string,
  directives: readonly (readonly number[])[],
): Promise<readonly string[]> {
  const sought = directives.flatMap((pairs, directive) => pairs.map((pair) => ({ directive, pair })));
  if (sought.length === 0) return [];
  const { rows } = await sql<{ task: string }>`
    with wanted as materialized (
      select * from unnest(${sought.map(({ directive }) => directive)}::int[],
                           ${sought.map(({ pair }) => pair)}::int[]) w (directive, pair)),
    held as materialized (
      select s.pair, p.task from (select distinct pair from wanted) s
       cross join lateral (select p.task from task_pair p where p.province_id = ${sight.province} and p.pair = s.pair
                            limit ${mostHolders + 1}) p),
    weights as materialized (
      select h.pair, ln((n.tasks + 1) / (count(*) + 0.5)) as weight
        from held h cross join (select count(*) as tasks from paired_task where province_id = ${sight.province}) n
       group by h.pair, n.tasks having count(*) <= ${mostHolders}),
    scores as (
      select w.directive, h.task, sum(x.weight) as score
        from wanted w join weights x on x.pair = w.pair join held h on h.pair = w.pair
       group by w.directive, h.task),
    near as materialized (
      select * from (select s.*, row_number() over (partition by directive order by score desc, task) as place
                       from scores s) ranked where place <= ${mostAsked}),
    allowed as (
      select n.task, row_number() over (partition by n.directive order by n.place) as place
        from near n join task t on t.province_id = ${sight.province} and t.id = n.task
       where t.document_id <> ${document}::uuid and t.withdrawn_on is null and t.joined_to is null
         and ${taskWithin(sight)})
    select distinct task from allowed where place <= ${mostForOne}`.execute(transaction);
  return rows.map(({ task }) => task);
}
