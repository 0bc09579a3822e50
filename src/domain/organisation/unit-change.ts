import { addDays, type CalendarDate, formatVietnamese } from "../basics/calendar-date.ts";
import { fail, type Result, succeed } from "../basics/result.ts";
import { foldedKey } from "../text/fold.ts";
import { existsOn } from "./gazetteer.ts";
import { type Unit, unitsUnder } from "./unit.ts";

/** A unit to be made; its first day is that of the change. */
export type NewUnit = Omit<Unit, "from" | "to">;

/** A unit that is there already, by its id, or one that the change makes. */
export type HeirUnit = string | NewUnit;

/**
 * A dated change of the tree; `on` is the first day of what is new. In a split the first heir takes over what nobody
 * gives to another one.
 */
export type UnitChange =
  | { readonly kind: "created"; readonly on: CalendarDate; readonly unit: NewUnit }
  | {
      readonly kind: "renamed";
      readonly on: CalendarDate;
      readonly unit: string;
      readonly name: string;
      readonly shortName: string | null;
      readonly symbol: string | null;
    }
  | {
      readonly kind: "moved";
      readonly on: CalendarDate;
      readonly unit: string;
      readonly parent: string | null;
    }
  | {
      readonly kind: "merged";
      readonly on: CalendarDate;
      readonly from: readonly string[];
      readonly into: HeirUnit;
    }
  | {
      readonly kind: "split";
      readonly on: CalendarDate;
      readonly from: string;
      readonly into: readonly HeirUnit[];
    }
  | {
      readonly kind: "abolished";
      readonly on: CalendarDate;
      readonly unit: string;
      readonly heir: string | null;
    };

/** A name that a unit had until a day. */
export interface FormerName {
  readonly unit: string;
  readonly name: string;
  readonly shortName: string | null;
  readonly symbol: string | null;
  readonly to: CalendarDate;
}

/** What a change does, step by step; nothing else of the tree differs. */
export interface UnitChangePlan {
  readonly created: readonly Unit[];
  /** Units as they are afterwards: closed, renamed, or with another parent. */
  readonly updated: readonly Unit[];
  readonly formerNames: readonly FormerName[];
  /** Who takes over the open work of a closed unit, the one that takes the rest first; nobody: it stays and is shown. */
  readonly heirs: readonly { readonly from: string; readonly to: readonly string[] }[];
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/**
 * What a change of the tree does. Fails with `unit.unknown`, `unit.closed` (not there on that day), `unit.name-empty`,
 * `unit.name-taken`, `unit.parts-wrong` (a merger of nothing, a split into one, a unit into itself) and `unit.ring`.
 */
export function planUnitChange(units: readonly Unit[], change: UnitChange): Result<UnitChangePlan> {
  const tree = new Map(units.map((unit) => [unit.id, unit]));
  const found = partsOfChange(change);
  for (const id of found.existing) {
    const unit = tree.get(id);
    if (!unit) return fail("unit.unknown", { id });
    if (!existsOn(unit, change.on) || unit.from === change.on)
      return fail("unit.closed", { name: unit.name, on: formatVietnamese(change.on) });
  }
  const wrong = wrongParts(change, found) ?? wrongName(units, change, found);
  if (wrong) return wrong;
  const created = found.made.map((unit): Unit => ({ ...unit, from: change.on, to: null }));
  const ending = new Set(closedBy(change));
  const missing = created.find(({ parent }) => parent !== null && (!tree.has(parent) || ending.has(parent)));
  if (missing) return fail("unit.unknown", { id: missing.parent ?? "" });
  return planned(units, change, created);
}

/**
 * The units that a unit's work may have gone to, through all later changes, the one that takes the rest first; the unit
 * itself while it exists or when nobody took over. More than one: it was split, and a person knows whose work it is.
 */
export function heirsToday(
  unit: string,
  heirs: ReadonlyMap<string, readonly string[]>,
): readonly [string, ...string[]] {
  const found = new Set<string>();
  const seen = new Set<string>();
  const waiting = [unit];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    if (seen.has(at)) continue;
    seen.add(at);
    const next = heirs.get(at) ?? [];
    if (next.length === 0) found.add(at);
    else waiting.push(...next.toReversed());
  }
  const [first = unit, ...others] = found;
  return [first, ...others];
}

interface ChangeParts {
  readonly existing: readonly string[];
  readonly made: readonly NewUnit[];
}

function partsOfChange(change: UnitChange): ChangeParts {
  const heirs = (into: readonly HeirUnit[]) => ({
    existing: into.filter((heir) => typeof heir === "string"),
    made: into.filter((heir) => typeof heir !== "string"),
  });
  switch (change.kind) {
    case "created":
      return { existing: [], made: [change.unit] };
    case "renamed":
      return { existing: [change.unit], made: [] };
    case "moved":
      return { existing: [change.unit, ...(change.parent === null ? [] : [change.parent])], made: [] };
    case "merged": {
      const { existing, made } = heirs([change.into]);
      return { existing: [...change.from, ...existing], made };
    }
    case "split": {
      const { existing, made } = heirs(change.into);
      return { existing: [change.from, ...existing], made };
    }
    case "abolished":
      return { existing: [change.unit, ...(change.heir === null ? [] : [change.heir])], made: [] };
  }
}

function wrongParts(change: UnitChange, { existing, made }: ChangeParts): Result<never> | null {
  const isOne = new Set(existing).size < existing.length;
  // A merger may keep one of its parts: the others go into it.
  const keepsOne =
    change.kind === "merged" && typeof change.into === "string" && change.from.includes(change.into);
  const closing = change.kind === "merged" ? new Set(change.from).size - (keepsOne ? 1 : 0) : 1;
  const tooFew =
    (change.kind === "merged" && (closing < 1 || (!keepsOne && made.length === 1 && closing < 2))) ||
    (change.kind === "split" && change.into.length < 2);
  const twice = change.kind === "merged" ? new Set(change.from).size < change.from.length : isOne;
  return tooFew || twice ? fail("unit.parts-wrong", { kind: change.kind }) : null;
}

/** Two units of one day may not have the same name under the same parent: nobody could tell who is meant. */
function wrongName(units: readonly Unit[], change: UnitChange, { made }: ChangeParts): Result<never> | null {
  const closing = new Set(closedBy(change));
  const renamed = change.kind === "renamed" ? units.find(({ id }) => id === change.unit) : undefined;
  const named = [
    ...made.map(({ id, name, parent }) => ({ id, name, parent })),
    ...(renamed && change.kind === "renamed" ? [{ ...renamed, name: change.name }] : []),
  ];
  for (const { id, name, parent } of named) {
    if (foldedKey(name) === "") return fail("unit.name-empty");
    const others = [...units.filter((unit) => !closing.has(unit.id) && existsOn(unit, change.on)), ...made];
    const isTaken = others.some(
      (other) => other.id !== id && other.parent === parent && foldedKey(other.name) === foldedKey(name),
    );
    if (isTaken) return fail("unit.name-taken", { name });
  }
  return null;
}

function closedBy(change: UnitChange): readonly string[] {
  switch (change.kind) {
    case "merged":
      return change.from.filter((id) => id !== change.into);
    case "split":
      return change.into.includes(change.from) ? [] : [change.from];
    case "abolished":
      return [change.unit];
    default:
      return [];
  }
}

function planned(
  units: readonly Unit[],
  change: UnitChange,
  created: readonly Unit[],
): Result<UnitChangePlan> {
  const idOf = (heir: HeirUnit) => (typeof heir === "string" ? heir : heir.id);
  const plan = { created, updated: [], formerNames: [], heirs: [], before: [], after: [] };
  switch (change.kind) {
    case "created":
      return succeed({ ...plan, after: [change.unit.id] });
    case "renamed":
      return succeed(renamedPlan(plan, units, change));
    case "moved": {
      const isRing = unitsUnder(units, [change.unit]).some(({ id }) => id === change.parent);
      if (isRing) return fail("unit.ring");
      const updated = units.flatMap((unit) =>
        unit.id === change.unit ? { ...unit, parent: change.parent } : [],
      );
      return succeed({ ...plan, updated, before: [change.unit], after: [change.unit] });
    }
    case "merged": {
      const heir = idOf(change.into);
      return closing(units, change, { ...plan, before: change.from, after: [heir] }, [heir]);
    }
    case "split": {
      const heirs = change.into.map(idOf);
      return closing(units, change, { ...plan, before: [change.from], after: heirs }, heirs);
    }
    case "abolished": {
      const heirs = change.heir === null ? [] : [change.heir];
      return closing(units, change, { ...plan, before: [change.unit], after: heirs }, heirs);
    }
  }
}

function renamedPlan(
  plan: UnitChangePlan,
  units: readonly Unit[],
  { unit: id, on, name, shortName, symbol }: UnitChange & { readonly kind: "renamed" },
): UnitChangePlan {
  const unit = units.find((one) => one.id === id);
  if (!unit) return plan;
  return {
    ...plan,
    updated: [{ ...unit, name, shortName, symbol }],
    formerNames: [
      { unit: id, name: unit.name, shortName: unit.shortName, symbol: unit.symbol, to: addDays(on, -1) },
    ],
    before: [id],
    after: [id],
  };
}

/**
 * Closes units the day before the change. What stood below them goes below the heir that takes the rest; with no heir
 * it is closed too, since an office without its house does not exist. An heir that itself stands below a closed unit
 * moves up to where that one stood.
 */
function closing(
  units: readonly Unit[],
  change: UnitChange,
  plan: UnitChangePlan,
  heirs: readonly string[],
): Result<UnitChangePlan> {
  const closed = new Set(closedBy(change));
  const to = addDays(change.on, -1);
  const heir = heirs[0] ?? null;
  const falling = heir === null ? new Set(unitsUnder(units, [...closed]).map(({ id }) => id)) : closed;
  const parents = new Map(units.map(({ id, parent }) => [id, parent]));
  const updated = units.flatMap((unit): readonly Unit[] => {
    if (falling.has(unit.id)) return existsOn(unit, to) && unit.to === null ? [{ ...unit, to }] : [];
    const parent = heirs.includes(unit.id)
      ? placeOf(unit, parents, closed)
      : unit.parent !== null && closed.has(unit.parent)
        ? heir
        : unit.parent;
    return parent === unit.parent ? [] : [{ ...unit, parent }];
  });
  const taken = [...falling].map((from) => ({ from, to: heirs }));
  return succeed({
    ...plan,
    updated,
    heirs: heirs.length > 0 ? taken.filter(({ from }) => closed.has(from)) : [],
  });
}

/** Where a unit stands when the closed ones above it are gone: below what the topmost of them stood below. */
function placeOf(
  { parent }: Pick<Unit, "parent">,
  parents: ReadonlyMap<string, string | null>,
  closed: ReadonlySet<string>,
): string | null {
  let place = parent;
  for (let at = parent; at !== null; at = parents.get(at) ?? null)
    if (closed.has(at)) place = parents.get(at) ?? null;
  return place;
}
