import { sql } from "kysely";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
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

/** A record whose unit is no more, with whose it became. `lostKey`: its key at the source, where the heir has one like it. */
export interface PassedRecord {
  readonly id: string;
  readonly register: string;
  readonly from: string;
  readonly to: string;
  readonly lostKey: string | null;
}

/** A register whose owner is no more, with whose it became. */
export interface PassedRegister {
  readonly register: string;
  readonly from: string;
  readonly to: string;
}

/** What went from units to their heirs. */
export interface PassedOn {
  readonly records: readonly PassedRecord[];
  readonly registers: readonly PassedRegister[];
}

/** Gives what units enter to their heirs: records, those that were taken out among them, and whole registers. Two statements. */
export async function passOnRecords(
  transaction: RecordTransaction,
  province: ProvinceId,
  heirs: ReadonlyMap<string, string>,
): Promise<PassedOn> {
  if (heirs.size === 0) return { records: [], registers: [] };
  const given = sql`unnest(${[...heirs.keys()]}::uuid[], ${[...heirs.values()]}::uuid[]) as h (old, heir)`;
  const records = await sql<PassedRecord>`
    with moving as materialized (
      select r.id, r.register, h.old, h.heir, r.source_key,
             r.source_key is not null and (
               row_number() over (partition by r.register, h.heir, r.source_key, r.removed_at is null
                                  order by r.created_at, r.id) > 1
               or exists (select from record k where k.province_id = r.province_id and k.register = r.register
                             and k.owner_id = h.heir and k.source_key = r.source_key)) as taken
        from record r join ${given} on h.old = r.owner_id where r.province_id = ${province}),
    moved as (
      update record r set owner_id = m.heir, version = r.version + 1,
                          source_key = case when m.taken then null else r.source_key end
        from moving m where r.province_id = ${province} and r.id = m.id)
    select id, register, old as "from", heir as "to", case when taken then source_key end as "lostKey"
      from moving order by register, id`.execute(transaction);
  const registers = await sql<PassedRegister>`
    update record_owner w set unit_id = h.heir, version = w.version + 1 from ${given}
     where w.province_id = ${province} and w.unit_id = h.old
     returning w.register, h.old as "from", h.heir as "to"`.execute(transaction);
  return { records: records.rows, registers: registers.rows };
}

/** Gives what was passed on back to whose it was, as far as it is the heir's still. Two statements. */
export async function passBackRecords(
  transaction: RecordTransaction,
  province: ProvinceId,
  { records, registers }: PassedOn,
): Promise<void> {
  await sql`
    update record r set owner_id = w."from", source_key = coalesce(r.source_key, w."lostKey"), version = r.version + 1
      from jsonb_to_recordset(${jsonText(records)}::jsonb) as w (id uuid, "from" uuid, "to" uuid, "lostKey" text)
     where r.province_id = ${province} and r.id = w.id and r.owner_id = w."to"`.execute(transaction);
  await sql`
    update record_owner o set unit_id = w."from", version = o.version + 1
      from jsonb_to_recordset(${jsonText(registers)}::jsonb) as w (register text, "from" uuid, "to" uuid)
     where o.province_id = ${province} and o.register = w.register and o.unit_id = w."to"`.execute(
    transaction,
  );
}
