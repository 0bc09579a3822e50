import { type RawBuilder, sql } from "kysely";
import type { Actor } from "../domain/organisation/actor.ts";
import type { Reach } from "../domain/organisation/rights.ts";
import type { ProvinceId } from "./database.ts";

/** What of a province somebody may see: all of it, or what concerns some units and all below them. */
export interface Sight {
  readonly province: ProvinceId;
  readonly reach: Reach;
}

/** What an actor sees by the reach of his right. */
export function sightOf({ province }: Actor, reach: Reach): Sight {
  return { province, reach };
}

/** All of a province, for what the program does by itself. */
export function wholeProvince(province: ProvinceId): Sight {
  return { province, reach: { kind: "province" } };
}

/**
 * The units in sight as a query, asked once for each statement, for `= any (…)`. Not as a value of its own: from the
 * bare call PostgreSQL knows beforehand how many they are, one or 4,000, and joins accordingly.
 */
export function unitsWithin({ province, reach }: Sight): RawBuilder<readonly string[]> {
  const roots = reach.kind === "units" ? reach.roots : [];
  return sql`select unnest(units_under(${province}::int, ${roots}::uuid[])) as id`;
}

/** Whether a unit is in sight; nothing is when there is no sight. `id` is the unit's id. */
export function isWithin(sight: Sight | null, id: RawBuilder<unknown> = sql`u.id`): RawBuilder<unknown> {
  if (sight === null) return sql`false`;
  return sight.reach.kind === "province" ? sql`true` : sql`${id} = any (${unitsWithin(sight)})`;
}

/**
 * Keeps the tasks in sight: those in which a unit in sight is a party, as the document gave it or as its holder today.
 * `id` is the task's id.
 */
export function taskWithin(sight: Sight, id: RawBuilder<unknown> = sql`t.id`): RawBuilder<unknown> {
  if (sight.reach.kind === "province") return sql`true`;
  // The units are asked once for both; what a unit holds and what it was given are two indexes.
  const parties = (column: RawBuilder<unknown>) =>
    sql`select p.task_id from seen join task_party p on p.province_id = ${sight.province} and ${column} = seen.id`;
  return sql`${id} in (
    with seen as materialized (${unitsWithin(sight)})
    ${parties(sql`p.holder_id`)} union ${parties(sql`p.unit_id`)})`;
}

/** Keeps the documents in sight: those of the tasks in sight. `id` is the document's id. */
export function documentWithin(sight: Sight, id: RawBuilder<unknown> = sql`d.id`): RawBuilder<unknown> {
  if (sight.reach.kind === "province") return sql`true`;
  return sql`${id} in (select seen.document_id from task seen
    where seen.province_id = ${sight.province} and ${taskWithin(sight, sql`seen.id`)})`;
}
