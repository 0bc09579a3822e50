import { type RawBuilder, sql } from "kysely";
import type { DutyFilter, DutyOrder } from "../domain/duty/duty-query.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { dutyStateSql } from "./duty-state.ts";
import { isWithin, type Sight } from "./sight.ts";
import { allOf, groupCondition, wordsCondition } from "./task-filter.ts";

type Condition = RawBuilder<unknown>;

/** The parts of a filter, each of which one facet leaves out when it counts what its values would give. */
export type DutyFilterPart =
  | "words"
  | "state"
  | "unit"
  | "group"
  | "document"
  | "task"
  | "year"
  | "asked"
  | "assigned";

/** The duties in sight, under the alias `d`: those that a unit in sight owes today. */
export function dutiesInSight(sight: Sight): Condition {
  return sql`d.province_id = ${sight.province} and ${isWithin(sight, sql`d.holder_id`)}`;
}

/** The parts of a filter that narrow something, as conditions on the duty `d` and its task `t`. */
export function dutyConditions(
  filter: DutyFilter,
  rules: StateRules,
  sight: Sight,
): ReadonlyMap<DutyFilterPart, Condition> {
  const { words, states, unit, document, task, year, asked, assignedTo } = filter;
  const parts: readonly (readonly [DutyFilterPart, Condition | null])[] = [
    ["words", words === null ? null : wordsCondition(words)],
    ["state", states.length === 0 ? null : sql`${dutyStateSql(rules)} = any (${states})`],
    ["unit", unit === null ? null : isWithin(unitAlone(sight, unit), sql`d.holder_id`)],
    ["group", groupCondition(filter.group)],
    ["document", document === null ? null : sql`t.document_id = ${document}::uuid`],
    ["task", task === null ? null : sql`d.task_id = ${task}::uuid`],
    [
      "year",
      year === null
        ? null
        : sql`d.last_day >= make_date(${year}::int, 1, 1) and d.last_day < make_date(${year}::int + 1, 1, 1)`,
    ],
    ["asked", asked === null ? null : asked ? sql`d.asked_on is not null` : sql`d.asked_on is null`],
    [
      "assigned",
      assignedTo === null
        ? null
        : sql`exists (select from task_assignment w where w.province_id = d.province_id and w.task_id = d.task_id
            and w.unit_id = d.holder_id and (w.officer = ${assignedTo} or w.leader = ${assignedTo}))`,
    ],
  ];
  return new Map(parts.flatMap(([part, condition]) => (condition === null ? [] : [[part, condition]])));
}

/** A unit with all below it. */
function unitAlone({ province }: Sight, unit: string): Sight {
  return { province, reach: { kind: "units", roots: [unit] } };
}

/** All conditions of a filter and what is in sight, for a WHERE. */
export function whereDuties(sight: Sight, filter: DutyFilter, rules: StateRules): Condition {
  return allOf([dutiesInSight(sight), ...dutyConditions(filter, rules, sight).values()]);
}

/** Whether a filter asks for something of the task, so that it must be joined. */
export function asksTask({ words, group, document }: DutyFilter): boolean {
  return words !== null || group !== null || document !== null;
}

/**
 * What duties are ordered by, as one number or text that is never null; the id follows. By attention: sent back, then
 * what is open by its last day, what has no deadline, what others have to act on, and what is over.
 */
export function orderValue(order: DutyOrder, { startDay }: StateRules): RawBuilder<unknown> {
  const day = sql`coalesce(d.last_day - date '2000-01-01', 900000)`;
  switch (order) {
    case "attention":
      return sql`(case when d.confirmed_on is not null or d.withdrawn_on is not null then 5000000
          when d.submitted_on is not null then 3000000 when not d.owed then 2000000
          when d.sent_back_on is not null then 0 when d.last_day < ${startDay}::date then 4000000
          else 1000000 end + ${day})::bigint`;
    case "due":
      return sql`${day}::bigint`;
    default:
      return sql`(select h.position::bigint * 1000000 from unit h
        where h.province_id = d.province_id and h.id = d.holder_id) + ${day}`;
  }
}
