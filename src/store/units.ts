import { type Selectable, sql, type Transaction } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Unit } from "../domain/organisation/unit.ts";
import type { UnitChange } from "../domain/organisation/unit-change.ts";
import { foldedKey } from "../domain/text/fold.ts";
import type { ProvinceId } from "./database.ts";
import { jsonText, plainText } from "./json-text.ts";
import type { Tables } from "./schema.ts";
import "./unit-tables.ts";

/** A change of the tree as it is kept. */
export interface KeptChange {
  readonly id: string;
  readonly kind: UnitChange["kind"];
  readonly on: CalendarDate;
  readonly document: string | null;
  readonly note: string | null;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

const rowsAtOnce = 1000;

/** Whether the province has any unit. */
export async function hasUnits(transaction: Transaction<Tables>, province: ProvinceId): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from unit where province_id = ${province}) as found`.execute(transaction);
  return rows[0]?.found ?? false;
}

/** All units of a province, those that ended too, in the order of the tree. One statement. */
export async function loadUnits(
  transaction: Transaction<Tables>,
  province: ProvinceId,
): Promise<readonly Unit[]> {
  const rows = await transaction
    .selectFrom("unit")
    .selectAll()
    .where("province_id", "=", province)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map(unitOfRow);
}

/** A row of the table as it is selected. */
export type UnitRow = Selectable<Tables["unit"]>;

/** A unit from its row. */
export function unitOfRow(row: UnitRow): Unit {
  return {
    ...{ id: row.id, parent: row.parent_id, kind: row.kind, relation: row.relation, name: row.name },
    ...{ shortName: row.short_name, symbol: row.symbol, aliases: row.aliases, traits: row.traits },
    ...{ gazetteerId: row.gazetteer_id, standing: row.standing_id, from: row.from_day, to: row.to_day },
  };
}

/** Enters units; parents stand before those below them. Their order is that of the list, from a first place on. */
export async function insertUnits(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  units: readonly Unit[],
  first = 0,
): Promise<void> {
  const rows = units.map((unit, at) => ({ ...unitRow(province, unit), position: first + at }));
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await transaction
      .insertInto("unit")
      .values(rows.slice(from, from + rowsAtOnce))
      .execute();
}

/** Keeps changes of the tree with the units before and after. */
export async function insertChanges(
  transaction: Transaction<Tables>,
  province: ProvinceId,
  changes: readonly KeptChange[],
  { at, who }: { readonly at: Date; readonly who: string },
): Promise<void> {
  if (changes.length === 0) return;
  await transaction
    .insertInto("unit_change")
    .values(
      changes.map(({ id, kind, on, document, note }) => ({
        ...{ province_id: province, id, kind, on_day: on, document, note, at, who },
      })),
    )
    .execute();
  const parts = changes.flatMap(({ id, before, after }) => [
    ...before.map((unit, position) => ({ change_id: id, unit_id: unit, side: "before" as const, position })),
    ...after.map((unit, position) => ({ change_id: id, unit_id: unit, side: "after" as const, position })),
  ]);
  for (let from = 0; from < parts.length; from += rowsAtOnce)
    await transaction
      .insertInto("unit_change_part")
      .values(parts.slice(from, from + rowsAtOnce).map((part) => ({ province_id: province, ...part })))
      .execute();
}

function unitRow(province: ProvinceId, unit: Unit) {
  const { name, shortName, symbol, aliases } = unit;
  return {
    ...{ province_id: province, id: unit.id, parent_id: unit.parent, kind: unit.kind },
    ...{ relation: unit.relation, name: plainText(name), short_name: shortName, symbol },
    ...{ aliases: jsonText(aliases), traits: jsonText(unit.traits), contact: jsonText({}) },
    ...{ gazetteer_id: unit.gazetteerId, standing_id: unit.standing, from_day: unit.from, to_day: unit.to },
    ...{ name_key: foldedKey(name), folded: unitSearchText(unit) },
  };
}

/** The words by which a unit is found, folded. */
export function unitSearchText({
  name,
  shortName,
  symbol,
  aliases,
}: Pick<Unit, "name" | "shortName" | "symbol" | "aliases">): string {
  const keys = [name, shortName, symbol, ...aliases].map((text) => foldedKey(text ?? ""));
  return [...new Set(keys.filter((key) => key !== ""))].join(" ");
}
