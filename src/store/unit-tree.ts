import { type RawBuilder, sql } from "kysely";
import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Unit, UnitKind } from "../domain/organisation/unit.ts";
import { foldedKey } from "../domain/text/fold.ts";
import type { ProvinceId } from "./database.ts";
import type { ProvinceTransaction } from "./task-rows.ts";
import { type UnitRow, unitOfRow } from "./units.ts";
import "./unit-tables.ts";

/** What of a unit tells where it stands, without what it is called. */
export interface TreeUnit extends Pick<Unit, "id" | "parent" | "kind" | "symbol" | "from" | "to"> {
  readonly border: boolean;
  /** Whether it has the words and the kind that were asked for. */
  readonly meant: boolean;
}

/** What the tree is narrowed to: words, each the beginning of a word in one of its names, and a kind. */
export interface UnitFilter {
  readonly words: string;
  readonly kind: UnitKind | null;
}

/** All units of a province, those that ended too, by what tells where they stand, in the order of the tree. One statement. */
export async function loadTreeUnits(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  { words, kind }: UnitFilter,
): Promise<readonly TreeUnit[]> {
  // Folded words are letters and digits, so that none of them is a sign of LIKE.
  const wanted = foldedKey(words).split(" ").filter(Boolean).slice(0, 12);
  const conditions: RawBuilder<unknown>[] = [
    kind === null ? sql`true` : sql`kind = ${kind}`,
    ...wanted.map((word) => sql`' ' || folded like ${`% ${word}%`}`),
  ];
  const { rows } = await sql<TreeUnit>`
    select id, parent_id as parent, kind, symbol, from_day as "from", to_day as "to", traits ? 'border' as border,
           ${sql.join(conditions, sql` and `)} as meant
      from unit where province_id = ${province} order by position, id`.execute(transaction);
  return rows;
}

/** Units by their ids, in the order of these, with the name of what each stands under. One statement. */
export async function loadUnitsById(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  ids: readonly string[],
): Promise<readonly (Unit & { readonly under: string | null })[]> {
  const { rows } = await sql<UnitRow & { readonly under: string | null }>`
    select u.*, above.name as under
      from unnest(${ids}::uuid[]) with ordinality as wanted (id, turn)
      join unit u on u.province_id = ${province} and u.id = wanted.id
      left join unit above on above.province_id = u.province_id and above.id = u.parent_id
     order by wanted.turn`.execute(transaction);
  return rows.map((row) => ({ ...unitOfRow(row), under: row.under }));
}

/** The units that a page of one unit speaks of. */
export interface UnitsAround {
  readonly unit: Unit;
  /** Whether personal data of it are shown. */
  readonly personal: boolean;
  readonly around: readonly Unit[];
  /** The first of those right below it. */
  readonly below: readonly Unit[];
  readonly sameSymbol: readonly Unit[];
}

/**
 * A unit with the units above it, right below it, of its changes and with its symbol; null: there is none in sight.
 * `sight` and `personal` are conditions on `u.id`. One statement.
 */
export async function loadUnitsAround(
  transaction: ProvinceTransaction,
  province: ProvinceId,
  id: string,
  asked: {
    readonly sight: RawBuilder<unknown>;
    readonly personal: RawBuilder<unknown>;
    readonly mostBelow: number;
    readonly day: CalendarDate;
  },
): Promise<UnitsAround | null> {
  type Part = "own" | "around" | "below" | "symbol";
  const { rows } = await sql<UnitRow & { readonly part: Part; readonly personal: boolean }>`
    with own as (
      select u.*, ${asked.personal} as personal from unit u
       where u.province_id = ${province} and u.id = ${id}::uuid and ${asked.sight}),
    spoken as (
      select parent_id as id from own union select standing_id from own
      union
      select other.unit_id from own
        join unit_change_part mine on mine.province_id = own.province_id and mine.unit_id = own.id
        join unit_change_part other on other.province_id = mine.province_id and other.change_id = mine.change_id)
    select *, 'own' as part from own
    union all
    select u.*, false, 'around' from unit u
     where u.province_id = ${province} and u.id in (select id from spoken) and u.id <> ${id}::uuid
    union all
    select b.*, false, 'below' from own cross join lateral (
      select u.* from unit u where u.province_id = own.province_id and u.parent_id = own.id
       order by u.position, u.id limit ${asked.mostBelow}) b
    union all
    select u.*, false, 'symbol' from own
      join unit u on u.province_id = own.province_id and u.id <> own.id and upper(u.symbol) = upper(own.symbol)
     where (u.from_day is null or u.from_day <= coalesce(own.to_day, ${asked.day}::date))
       and (u.to_day is null or u.to_day >= coalesce(own.to_day, ${asked.day}::date))`.execute(transaction);
  const of = (part: Part) => rows.filter((row) => row.part === part);
  const [own] = of("own");
  if (!own) return null;
  return {
    ...{ unit: unitOfRow(own), personal: own.personal, around: of("around").map(unitOfRow) },
    ...{ below: of("below").map(unitOfRow), sameSymbol: of("symbol").map(unitOfRow) },
  };
}
