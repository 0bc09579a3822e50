import { sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { PostRole } from "../domain/organisation/rights.ts";
import type { Unit, UnitContact } from "../domain/organisation/unit.ts";
import type { FormerName } from "../domain/organisation/unit-change.ts";
import type { UnitCode } from "../domain/organisation/unit-code.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText } from "./json-text.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import { unitSearchText } from "./units.ts";
import "./unit-tables.ts";

/** What is known of a unit beside its place in the tree. */
export interface UnitDetails {
  readonly contact: UnitContact;
  readonly version: number;
  readonly formerNames: readonly FormerName[];
  readonly codes: readonly UnitCode[];
  readonly people: readonly UnitPost[];
  /** Tasks given to it, and those that it holds today. */
  readonly given: number;
  readonly held: number;
  /** How many units stand right below it, those that ended too. */
  readonly belowCount: number;
}

/** Who has which post in a unit on a day. */
export interface UnitPost {
  readonly name: string;
  readonly role: PostRole;
  readonly title: string | null;
  readonly acting: boolean;
}

/** The rest of what is known of a unit; null: there is none. One statement; `locked` keeps it until the end. */
export async function loadUnitDetails(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
  { day, locked = false }: { readonly day: CalendarDate; readonly locked?: boolean },
): Promise<UnitDetails | null> {
  const { rows } = await sql<UnitDetails>`
    select u.contact, u.version,
           coalesce((select json_agg(json_build_object('unit', n.unit_id, 'name', n.name, 'shortName', n.short_name,
                                                       'symbol', n.symbol, 'to', n.to_day) order by n.to_day desc)
                       from unit_name n where n.province_id = u.province_id and n.unit_id = u.id), '[]') as "formerNames",
           coalesce((select json_agg(json_build_object('system', c.system, 'code', c.code, 'from', c.from_day,
                                                       'to', c.to_day) order by c.system, c.from_day nulls first)
                       from unit_code c where c.province_id = u.province_id and c.unit_id = u.id), '[]') as codes,
           coalesce((select json_agg(json_build_object('name', h.name, 'role', p.role, 'title', p.title,
                                                       'acting', p.acting_for is not null) order by p.role, h.name)
                       from post p join person h on h.province_id = p.province_id and h.id = p.person_id
                      where p.province_id = u.province_id and p.unit_id = u.id and p.from_day <= ${day}::date
                        and (p.to_day is null or p.to_day >= ${day}::date)), '[]') as people,
           (select count(distinct p.task_id)::int from task_party p
             where p.province_id = u.province_id and p.unit_id = u.id) as given,
           (select count(distinct p.task_id)::int from task_party p
             where p.province_id = u.province_id and p.holder_id = u.id) as held,
           (select count(*)::int from unit b
             where b.province_id = u.province_id and b.parent_id = u.id) as "belowCount"
      from unit u where u.province_id = ${province} and u.id = ${id} ${locked ? sql`for update` : sql``}`.execute(
    transaction,
  );
  return rows[0] ?? null;
}

/** Fields of a unit that are corrected, not changed by a dated event. */
export interface PlainFields {
  readonly shortName: string | null;
  readonly symbol: string | null;
  readonly aliases: readonly string[];
  readonly traits: Unit["traits"];
  readonly relation: Unit["relation"];
  readonly kind: Unit["kind"];
  readonly standing: string | null;
  readonly contact: UnitContact;
}

/** Writes the plain fields of a unit and counts its version up. */
export async function savePlainFields(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { id, name }: Pick<Unit, "id" | "name">,
  { shortName, symbol, aliases, traits, relation, kind, standing, contact }: PlainFields,
): Promise<void> {
  await sql`update unit set short_name = ${shortName}, symbol = ${symbol}, aliases = ${jsonText(aliases)}::jsonb,
                 traits = ${jsonText(traits)}::jsonb, relation = ${relation}, kind = ${kind}, standing_id = ${standing},
                 contact = ${jsonText(contact)}::jsonb, version = version + 1,
                 folded = ${unitSearchText({ name, shortName, symbol, aliases })}
     where province_id = ${province} and id = ${id}`.execute(transaction);
}

/** Puts the codes of a unit in place of those it had. */
export async function replaceCodes(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  unit: string,
  codes: readonly UnitCode[],
): Promise<void> {
  await sql`delete from unit_code where province_id = ${province} and unit_id = ${unit}`.execute(transaction);
  if (codes.length === 0) return;
  await transaction
    .insertInto("unit_code")
    .values(
      codes.map(({ system, code, from, to }) => ({
        ...{ province_id: province, unit_id: unit, system, code, from_day: from, to_day: to },
      })),
    )
    .execute();
}

/** Codes of other units that are among these, with the names of the units. One statement. */
export async function loadSameCodes(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  unit: string,
  codes: readonly UnitCode[],
): Promise<readonly (UnitCode & { readonly name: string })[]> {
  const { rows } = await sql<UnitCode & { readonly name: string }>`
    select c.system, c.code, c.from_day as "from", c.to_day as "to", u.name
      from unit_code c join unit u on u.province_id = c.province_id and u.id = c.unit_id
     where c.province_id = ${province} and c.unit_id <> ${unit} and c.code = any (${codes.map(({ code }) => code)})`.execute(
    transaction,
  );
  return rows;
}
