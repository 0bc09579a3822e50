import { sql } from "kysely";
import type { ProvinceId } from "./database.ts";
import type { RecordTransaction } from "./record-rows.ts";
import { isWithin, type Sight } from "./sight.ts";
import "./record-tables.ts";

/** Who enters a register. */
export interface RegisterOwner {
  readonly register: string;
  /** Null: the focal body. */
  readonly unit: { readonly id: string; readonly name: string } | null;
  readonly sourceSystem: string | null;
  /** 0: nobody said anything yet. */
  readonly version: number;
}

/** The owners that were named. One statement. */
export async function loadOwners(
  transaction: RecordTransaction,
  province: ProvinceId,
): Promise<ReadonlyMap<string, RegisterOwner>> {
  const { rows } = await sql<{
    register: string;
    unit_id: string | null;
    name: string | null;
    source_system: string | null;
    version: number;
  }>`select w.register, w.unit_id, u.name, w.source_system, w.version from record_owner w
       left join unit u on u.province_id = w.province_id and u.id = w.unit_id
      where w.province_id = ${province}`.execute(transaction);
  return new Map(
    rows.map(({ register, unit_id, name, source_system, version }) => [
      register,
      {
        ...{ register, sourceSystem: source_system, version },
        unit: unit_id === null ? null : { id: unit_id, name: name ?? "" },
      },
    ]),
  );
}

/** Names who enters a register. */
export async function saveOwner(
  transaction: RecordTransaction,
  province: ProvinceId,
  { register, unit, sourceSystem }: { register: string; unit: string | null; sourceSystem: string | null },
): Promise<void> {
  await sql`
    insert into record_owner as w (province_id, register, unit_id, source_system)
    values (${province}, ${register}, ${unit}::uuid, ${sourceSystem})
    on conflict (province_id, register) do update
      set unit_id = excluded.unit_id, source_system = excluded.source_system, version = w.version + 1`.execute(
    transaction,
  );
}

/** The units, still there, that a person may enter records for, in the order of the tree; at most 500. One statement. */
export async function loadOwnUnits(
  transaction: RecordTransaction,
  sight: Sight,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select u.id, u.name from unit u where u.province_id = ${sight.province} and u.to_day is null
       and ${isWithin(sight)} order by u.position, u.id limit 500`.execute(transaction);
  return rows;
}

/** Gives all records of a register to one unit (null: the focal body); gives how many changed hands. */
export async function moveRecords(
  transaction: RecordTransaction,
  province: ProvinceId,
  register: string,
  unit: string | null,
): Promise<number> {
  const { rows } = await sql`
    update record set owner_id = ${unit}::uuid, version = version + 1
     where province_id = ${province} and register = ${register} and owner_id is distinct from ${unit}::uuid
     returning id`.execute(transaction);
  return rows.length;
}
