import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { existsOn } from "../domain/organisation/gazetteer.ts";
import { type Reach, reachOf } from "../domain/organisation/rights.ts";
import { withoutPersonal } from "../domain/organisation/sensitivity.ts";
import { type Unit, unitsUnder } from "../domain/organisation/unit.ts";
import { sharingSymbol } from "../domain/organisation/unit-symbol.ts";
import { withProvince } from "../store/database.ts";
import { loadChangesOf, type ShownChange } from "../store/unit-changes.ts";
import { loadUnitDetails, type UnitDetails } from "../store/unit-record.ts";
import { loadUnits } from "../store/units.ts";
import type { RegisterWorld } from "./register.ts";

/** The tree as of a day. */
export interface UnitTree {
  readonly day: CalendarDate;
  readonly today: CalendarDate;
  /** In the order of the tree; with those that are not there on the day only when asked for. */
  readonly units: readonly Unit[];
  /** How many units are not there on the day: ended, or to come. */
  readonly closed: number;
  /** Units that issue documents under a symbol of another one. */
  readonly sharedSymbols: readonly { readonly symbol: string; readonly units: readonly string[] }[];
  readonly mayChange: boolean;
}

type TreeWorld = Pick<RegisterWorld, "kysely" | "today">;

/** The units of the province that the actor may see, as of a day. One statement. */
export async function listUnits(
  actor: Actor,
  { day, closed }: { readonly day: CalendarDate | null; readonly closed: boolean },
  { kysely, today }: TreeWorld,
): Promise<Result<UnitTree>> {
  const allowed = permit(actor, "see-units");
  if (!allowed.ok) return allowed;
  const on = day ?? today();
  const units = await withProvince(kysely, actor.province, (transaction) =>
    loadUnits(transaction, actor.province),
  );
  const seen = unitsWithin(units, allowed.value);
  const present = seen.filter((unit) => existsOn(unit, on));
  return succeed({
    ...{ day: on, today: today(), units: closed ? seen : present, closed: seen.length - present.length },
    sharedSymbols: sharedSymbols(present, on),
    mayChange: reachOf(actor.held, "change-units") !== null,
  });
}

/** The units that a reach takes in. */
export function unitsWithin(units: readonly Unit[], reach: Reach): readonly Unit[] {
  return reach.kind === "province" ? units : unitsUnder(units, reach.roots);
}

function sharedSymbols(units: readonly Unit[], day: CalendarDate): UnitTree["sharedSymbols"] {
  const groups = Map.groupBy(
    units.filter(({ symbol }) => symbol !== null && symbol !== ""),
    ({ symbol }) => symbol?.toUpperCase() ?? "",
  );
  return [...groups].flatMap(([symbol, found]) => {
    const [first] = found;
    return first && sharingSymbol(found, first, day).length > 0
      ? [{ symbol, units: found.map(({ id }) => id) }]
      : [];
  });
}

/** One unit with its past, its codes, its people, and the units that its changes name. */
export interface ShownUnit extends UnitDetails {
  readonly unit: Unit;
  readonly today: CalendarDate;
  readonly changes: readonly ShownChange[];
  /** Every unit that is spoken of: above, below, before, after. */
  readonly around: readonly Unit[];
  readonly below: readonly Unit[];
  readonly sharedSymbol: readonly Unit[];
  readonly mayChange: boolean;
}

/** One unit. Fails with `unit.unknown`, also when it lies outside the actor's reach. Three statements. */
export async function showUnit(
  actor: Actor,
  id: string,
  { kysely, today }: TreeWorld,
): Promise<Result<ShownUnit>> {
  const allowed = permit(actor, "see-units");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, async (transaction) => {
    const units = await loadUnits(transaction, actor.province);
    const unit = unitsWithin(units, allowed.value).find((one) => one.id === id);
    const details = unit && (await loadUnitDetails(transaction, actor.province, id, { day: today() }));
    if (!unit || !details) return fail("unit.unknown", { id });
    const changes = await loadChangesOf(transaction, actor.province, [id]);
    const named = new Set([
      ...[unit.parent, unit.standing],
      ...changes.flatMap(({ before, after }) => [...before, ...after]),
    ]);
    const personal = reachOf(actor.held, "see-personal-data");
    const shows = personal !== null && unitsWithin(units, personal).some((one) => one.id === id);
    const contact = shows ? details.contact : withoutPersonal("unitContact", details.contact);
    return succeed({
      ...{ ...details, contact, unit, changes, today: today() },
      around: units.filter((one) => named.has(one.id)),
      below: units.filter(({ parent }) => parent === id),
      sharedSymbol: sharingSymbol(units, unit, unit.to ?? today()),
      mayChange: reachOf(actor.held, "change-units") !== null,
    });
  });
}
