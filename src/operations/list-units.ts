import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { existsOn } from "../domain/organisation/gazetteer.ts";
import { reachOf } from "../domain/organisation/rights.ts";
import { withoutPersonal } from "../domain/organisation/sensitivity.ts";
import { type Unit, unitsUnder } from "../domain/organisation/unit.ts";
import { sharingSymbol } from "../domain/organisation/unit-symbol.ts";
import { type TreePlace, treePlaces } from "../domain/organisation/unit-tree.ts";
import { withProvince } from "../store/database.ts";
import { isWithin, sightOf } from "../store/sight.ts";
import { loadChangesOf, type ShownChange } from "../store/unit-changes.ts";
import { loadUnitDetails, type UnitDetails } from "../store/unit-record.ts";
import {
  loadTreeUnits,
  loadUnitsAround,
  loadUnitsById,
  type TreeUnit,
  type UnitFilter,
} from "../store/unit-tree.ts";
import { loadUnits } from "../store/units.ts";
import type { RegisterWorld } from "./register.ts";

type TreeWorld = Pick<RegisterWorld, "kysely" | "today">;

/** A day, and whether units that are not there on it are asked for too. */
export interface AskedDay {
  readonly day: CalendarDate | null;
  readonly closed: boolean;
}

/** The units of a day, for whoever chooses one. */
export interface UnitList {
  readonly day: CalendarDate;
  readonly today: CalendarDate;
  readonly units: readonly Unit[];
}

/** All units of the province that the actor may see, as of a day, in the order of the tree. One statement. */
export async function listUnits(
  actor: Actor,
  { day, closed }: AskedDay,
  { kysely, today }: TreeWorld,
): Promise<Result<UnitList>> {
  const allowed = permit(actor, "see-units");
  if (!allowed.ok) return allowed;
  const on = day ?? today();
  const all = await withProvince(kysely, actor.province, (transaction) =>
    loadUnits(transaction, actor.province),
  );
  const seen = allowed.value.kind === "province" ? all : unitsUnder(all, allowed.value.roots);
  const units = closed ? seen : seen.filter((unit) => existsOn(unit, on));
  return succeed({ day: on, today: today(), units });
}

/** A part of the tree that somebody looks at. */
export interface AskedTree extends AskedDay, UnitFilter {
  /** Units below which the next level is shown too. */
  readonly open: readonly string[] | "all";
  readonly from: number;
  readonly limit: number;
}

/** A row of the tree; when it was narrowed, each is flat, with what it stands under. */
export interface TreeRow extends TreePlace {
  readonly unit: Unit;
  readonly under: string | null;
}

/** A window on the tree as of a day. */
export interface UnitTree {
  readonly day: CalendarDate;
  readonly today: CalendarDate;
  readonly rows: readonly TreeRow[];
  /** How many rows there are, opened as they are. */
  readonly total: number;
  /** How many units are there on the day, and how many ended or are to come. */
  readonly present: number;
  readonly closed: number;
  readonly setUp: { readonly communes: number; readonly border: number; readonly departments: number };
  /** Symbols that several units issue documents under. */
  readonly sharedSymbols: readonly { readonly symbol: string; readonly units: number }[];
  readonly mayChange: boolean;
}

/**
 * A window on the tree of units that the actor may see: two levels and what was opened, or, narrowed by words or a
 * kind, the units that have them. Two statements, whatever the number of units.
 */
export async function showTree(
  actor: Actor,
  asked: AskedTree,
  { kysely, today }: TreeWorld,
): Promise<Result<UnitTree>> {
  const allowed = permit(actor, "see-units");
  if (!allowed.ok) return allowed;
  const reach = allowed.value;
  const on = asked.day ?? today();
  return withProvince(kysely, actor.province, async (transaction) => {
    const all = await loadTreeUnits(transaction, actor.province, asked);
    const seen = reach.kind === "province" ? all : unitsUnder(all, reach.roots);
    const present = seen.filter((unit) => existsOn(unit, on));
    const places = placesOf(asked.closed ? seen : present, asked);
    const shown = places.slice(asked.from, asked.from + asked.limit);
    const ids = shown.map(({ id }) => id);
    const units = new Map(
      (await loadUnitsById(transaction, actor.province, ids)).map((unit) => [unit.id, unit]),
    );
    const isFlat = isNarrowed(asked);
    return succeed({
      ...{ day: on, today: today(), total: places.length, present: present.length },
      closed: seen.length - present.length,
      rows: shown.flatMap((place) => {
        const unit = units.get(place.id);
        return unit ? [{ ...place, unit, under: isFlat ? unit.under : null }] : [];
      }),
      setUp: {
        communes: present.filter(({ kind }) => kind === "commune").length,
        border: present.filter(({ kind, border }) => kind === "commune" && border).length,
        departments: present.filter(({ kind }) => kind === "department").length,
      },
      sharedSymbols: sharedSymbols(present, on),
      mayChange: reachOf(actor.held, "change-units") !== null,
    });
  });
}

function isNarrowed({ words, kind }: UnitFilter): boolean {
  return words.trim() !== "" || kind !== null;
}

function placesOf(units: readonly TreeUnit[], asked: AskedTree): readonly TreePlace[] {
  if (!isNarrowed(asked)) return treePlaces(units, asked.open === "all" ? "all" : new Set(asked.open));
  return units.filter(({ meant }) => meant).map(({ id }) => ({ id, level: 0, below: 0, isOpen: false }));
}

function sharedSymbols(units: readonly TreeUnit[], day: CalendarDate): UnitTree["sharedSymbols"] {
  const groups = Map.groupBy(
    units.filter(({ symbol }) => symbol !== null && symbol !== ""),
    ({ symbol }) => symbol?.toUpperCase() ?? "",
  );
  return [...groups].flatMap(([symbol, found]) => {
    const [first] = found;
    return first && sharingSymbol(found, first, day).length > 0 ? [{ symbol, units: found.length }] : [];
  });
}

/** One unit with its past, its codes, its people, and the units that its changes name. */
export interface ShownUnit extends UnitDetails {
  readonly unit: Unit;
  readonly today: CalendarDate;
  readonly changes: readonly ShownChange[];
  /** Every unit that is spoken of: above, before, after. */
  readonly around: readonly Unit[];
  /** The first of those right below it; `belowCount` is how many there are. */
  readonly below: readonly Unit[];
  readonly sharedSymbol: readonly Unit[];
  readonly mayChange: boolean;
}

const mostBelow = 100;

/** One unit. Fails with `unit.unknown`, also when it lies outside the actor's reach. Three statements. */
export async function showUnit(
  actor: Actor,
  id: string,
  { kysely, today }: TreeWorld,
): Promise<Result<ShownUnit>> {
  const allowed = permit(actor, "see-units");
  if (!allowed.ok) return allowed;
  const { province } = actor;
  const personal = reachOf(actor.held, "see-personal-data");
  return withProvince(kysely, province, async (transaction) => {
    const units = await loadUnitsAround(transaction, province, id, {
      sight: isWithin(sightOf(actor, allowed.value)),
      personal: isWithin(personal && sightOf(actor, personal)),
      ...{ mostBelow, day: today() },
    });
    const details = units && (await loadUnitDetails(transaction, province, id, { day: today() }));
    if (!units || !details) return fail("unit.unknown", { id });
    const { unit, sameSymbol, around, below } = units;
    return succeed({
      ...{ ...details, unit, around, below, today: today() },
      contact: units.personal ? details.contact : withoutPersonal("unitContact", details.contact),
      changes: await loadChangesOf(transaction, province, [id]),
      sharedSymbol: sharingSymbol(sameSymbol, unit, unit.to ?? today()),
      mayChange: reachOf(actor.held, "change-units") !== null,
    });
  });
}
