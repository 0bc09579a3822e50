import { type RawBuilder, sql } from "kysely";
import type { DutyStep } from "../domain/duty/duty.ts";
import type { DutyFilter, DutyOrder, FallenDuties } from "../domain/duty/duty-query.ts";
import type { HeartbeatRules, ProvinceRules } from "../domain/duty/heartbeat.ts";
import type { StateRules } from "../domain/duty/occurrence-state.ts";
import { daysLateSql, dutyStateSql, fallenDueSql } from "./duty-state.ts";
import { hasHeartbeat, heartbeatSql, provedByUnit } from "./heartbeat.ts";
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
  | "month"
  | "fallen"
  | "asked"
  | "urged"
  | "proven"
  | "extended"
  | "step"
  | "unapproved"
  | "assigned"
  | "quiet";

/** The duties in sight, under the alias `d`: those that a unit in sight owes today. */
export function dutiesInSight(sight: Sight): Condition {
  return sql`d.province_id = ${sight.province} and ${isWithin(sight, sql`d.holder_id`)}`;
}

/** The parts of a filter that narrow something, as conditions on the duty `d` and its task `t`. */
export function dutyConditions(
  filter: DutyFilter,
  rules: ProvinceRules,
  sight: Sight,
): ReadonlyMap<DutyFilterPart, Condition> {
  const { words, states, unit, document, task, year, month, fallen, asked, assignedTo } = filter;
  const ofTask = (condition: Condition | null) => condition && taskCondition(sight, condition);
  const parts: readonly (readonly [DutyFilterPart, Condition | null])[] = [
    ["words", words === null ? null : ofTask(wordsCondition(words))],
    ["state", states.length === 0 ? null : sql`${dutyStateSql(rules)} = any (${states})`],
    ["unit", unit === null ? null : unitCondition(sight, unit, filter.alone)],
    ["group", ofTask(groupCondition(filter.group))],
    ["document", document === null ? null : ofTask(sql`t.document_id = ${document}::uuid`)],
    ["task", task === null ? null : sql`d.task_id = ${task}::uuid`],
    ["year", year === null ? null : within(sql`make_date(${year}::int, 1, 1)`, "1 year")],
    ["month", month === null ? null : within(sql`${`${month}-01`}::date`, "1 month")],
    ["fallen", fallen === null ? null : fallenCondition(fallen, rules)],
    ["asked", asked === null ? null : asked ? sql`d.asked_on is not null` : sql`d.asked_on is null`],
    ["urged", filter.urged === null ? null : sql`${filter.urged} = exists (${urgedSteps})`],
    ["proven", filter.proven ? sql`(d.confirmed_on is not null and d.product is not null)` : null],
    ["extended", filter.extended ? sql`d.extensions > 0` : null],
    ["step", filter.step === null ? null : stepCondition(filter.step)],
    ["unapproved", filter.unapproved === null ? null : sql`${filter.unapproved} = ${waitsForHead}`],
    ["quiet", filter.quiet && rules.heartbeat ? quietCondition(sight, rules.heartbeat) : null],
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

/** The duty `d` has no deadline and was not proven within the period of its task. */
function quietCondition({ province }: Sight, rules: HeartbeatRules): Condition {
  const columns = { period: sql`t.heartbeat`, startsOn: sql`d.starts_on`, provedOn: provedByUnit };
  return sql`exists (select from task t where t.province_id = ${province} and t.id = d.task_id and ${hasHeartbeat}
    and ${heartbeatSql(columns, rules)} in ('stopped', 'never'))`;
}

/** The step under `u` urged the unit: people were told, or a letter or the chair's meeting was due. */
export const wasUrged = sql`u.outcome in ('told', 'letter', 'meeting')`;

/** The steps that were taken to urge the unit of the duty `d` over its last day. */
export const urgedSteps = sql`select from urging u where u.province_id = d.province_id and u.duty_id = d.id
  and u.last_day = d.last_day and ${wasUrged}`;

/** A report of the duty `d`, which is not over, waits for the head of its unit. */
export const waitsForHead = sql`(d.unapproved_on is not null and d.confirmed_on is null and d.withdrawn_on is null)`;

/** What is asked of the task of `d`: the tasks are searched first, for each has many duties. */
function taskCondition({ province }: Sight, condition: Condition): Condition {
  return sql`d.task_id in (select t.id from task t where t.province_id = ${province} and ${condition})`;
}

/** A unit alone, or with all below it. */
function unitCondition({ province }: Sight, unit: string, alone: boolean): Condition {
  if (alone) return sql`d.holder_id = ${unit}::uuid`;
  return isWithin({ province, reach: { kind: "units", roots: [unit] } }, sql`d.holder_id`);
}

/** The last day of `d` is in the time that begins with a day and is so long. */
function within(begin: Condition, long: string): Condition {
  return sql`d.last_day >= ${begin} and d.last_day < ${begin} + ${long}::interval`;
}

function fallenCondition(fallen: FallenDuties, rules: StateRules): Condition {
  const all = fallenDueSql(rules);
  switch (fallen) {
    case "any":
      return all;
    case "inTime":
      return sql`${all} and ${daysLateSql(rules)} = 0`;
    case "overdue":
      return sql`${all} and ${daysLateSql(rules)} > 0`;
    default:
      return sql`${all} and ${daysLateSql(rules)} > 0 and ${dutyStateSql(rules)} <> 'silent'`;
  }
}

function stepCondition(step: DutyStep | "none"): Condition {
  return step === "none" ? sql`d.step is null` : sql`d.step = ${step}`;
}

/** All conditions of a filter and what is in sight, for a WHERE. */
export function whereDuties(sight: Sight, filter: DutyFilter, rules: ProvinceRules): Condition {
  return allOf([dutiesInSight(sight), ...dutyConditions(filter, rules, sight).values()]);
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
