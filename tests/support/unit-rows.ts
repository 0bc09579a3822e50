import { type Kysely, sql } from "kysely";
import type { Unit } from "../../src/domain/organisation/unit.ts";
import { type ProvinceId, withProvince } from "../../src/store/database.ts";
import type { Tables } from "../../src/store/schema.ts";
import { insertUnits } from "../../src/store/units.ts";
import { madeId } from "./register-rows.ts";

/** The made unit above all others. */
export const topUnit = madeId("unit", 0);

/** The nth made unit, from 1. */
export function unitNumber(n: number): string {
  return madeId("unit", n);
}

/** The nth made unit. */
export function madeUnit(n: number, parent: string | null): Unit {
  return {
    ...{ id: unitNumber(n), parent, kind: parent === null ? "department" : "subdivision", standing: null },
    ...{ relation: "subordinate", name: `Đơn vị thử ${n}`, shortName: null, symbol: null, aliases: [] },
    ...{ traits: [], gazetteerId: null, from: null, to: null },
  };
}

/** Fills a province with a unit and `count` units below it, and makes the nth of them a party of tasks n, n + count, … */
export async function fillUnits(kysely: Kysely<Tables>, province: ProvinceId, count: number): Promise<void> {
  const numbers = Array.from({ length: count }, (_, i) => i + 1);
  await withProvince(kysely, province, async (transaction) => {
    await insertUnits(transaction, province, [
      madeUnit(0, null),
      ...numbers.map((n) => madeUnit(n, topUnit)),
    ]);
    await sql`
      insert into task_party (province_id, task_id, position, unit_id, holder_id)
      select t.province_id, t.id, 0, unit.id, unit.id
        from (select province_id, id, row_number() over (order by id) as turn from task
               where province_id = ${province}) t
        join (select id, row_number() over () as turn from unnest(${numbers.map(unitNumber)}::uuid[]) as id) unit
          on unit.turn = (t.turn - 1) % ${count} + 1`.execute(transaction);
  });
}
