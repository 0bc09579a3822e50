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

/** The units in sight as one array, asked once for each statement, whatever their number. */
export function unitsWithin({ province, reach }: Sight): RawBuilder<readonly string[]> {
  const roots = reach.kind === "units" ? reach.roots : [];
  return sql`(select units_under(${province}::int, ${roots}::uuid[]))::uuid[]`;
}

/**
 * Keeps the tasks in sight: those in which a unit in sight is a party, as the document gave it or as its holder today.
 * `id` is the task's id.
 */
export function taskWithin(sight: Sight, id: RawBuilder<unknown> = sql`t.id`): RawBuilder<unknown> {
  if (sight.reach.kind === "province") return sql`true`;
  const units = unitsWithin(sight);
  return sql`${id} in (
    select p.task_id from task_party p where p.province_id = ${sight.province} and p.holder_id = any (${units})
    union
    select p.task_id from task_party p where p.province_id = ${sight.province} and p.unit_id = any (${units}))`;
}

/** Keeps the documents in sight: those of the tasks in sight. `id` is the document's id. */
export function documentWithin(sight: Sight, id: RawBuilder<unknown> = sql`d.id`): RawBuilder<unknown> {
  if (sight.reach.kind === "province") return sql`true`;
  return sql`${id} in (select seen.document_id from task seen
    where seen.province_id = ${sight.province} and ${taskWithin(sight, sql`seen.id`)})`;
}
