import type { CalendarDate } from "../basics/calendar-date.ts";
import { existsOn } from "./gazetteer.ts";

/** What a unit is. `subdivision`: a room, office or centre inside another unit. */
export const unitKinds = [
  "peoplesCommittee",
  "peoplesCouncil",
  "department",
  "commune",
  "district",
  "subdivision",
  "serviceUnit",
  "steeringCommittee",
  "party",
  "massOrganisation",
  "centralBody",
  "other",
] as const;
export type UnitKind = (typeof unitKinds)[number];

/**
 * What the province may ask of a unit. `subordinate`: it is ordered. `peer`: bodies of the same rank agree.
 * `requested`: "đề nghị" to the Fatherland Front, Party press or central bodies, never late and never ranked.
 * `outside`: a name only, without account or duty.
 */
export const unitRelations = ["subordinate", "peer", "requested", "outside"] as const;
export type UnitRelation = (typeof unitRelations)[number];

/** Systems of identifier codes: QCVN 102:2016/BTTTT, and Quyết định 20/2020/QĐ-TTg. */
export const codeSystems = ["qcvn102", "qd20"] as const;
export type CodeSystem = (typeof codeSystems)[number];

/** What rules of collectives ask for beside the kind. */
export const unitTraits = ["border", "island"] as const;
export type UnitTrait = (typeof unitTraits)[number];

/** How a unit is reached; nothing of it is asked for. */
export interface UnitContact {
  readonly person?: string;
  readonly email?: string;
  readonly phone?: string;
  readonly address?: string;
}

export function isUnitKind(text: string): text is UnitKind {
  return unitKinds.some((kind) => kind === text);
}

export function isUnitRelation(text: string): text is UnitRelation {
  return unitRelations.some((relation) => relation === text);
}

export function isUnitTrait(text: string): text is UnitTrait {
  return unitTraits.some((trait) => trait === text);
}

/** A unit of a province as it is, was, or will be. Days are the first and the last; null: not known, not ended. */
export interface Unit {
  readonly id: string;
  readonly parent: string | null;
  readonly kind: UnitKind;
  readonly relation: UnitRelation;
  readonly name: string;
  readonly shortName: string | null;
  readonly symbol: string | null;
  readonly aliases: readonly string[];
  readonly traits: readonly UnitTrait[];
  /** The body or commune of the gazetteer that it is: "so-ngv", "23788". */
  readonly gazetteerId: string | null;
  /** Where the work of a steering committee goes. */
  readonly standing: string | null;
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
}

/** Whether orders of the province reach the unit with a day to keep. */
export function owes(unit: Pick<Unit, "relation">): boolean {
  return unit.relation === "subordinate" || unit.relation === "peer";
}

/** The units that exist on a day. */
export function unitsOn<U extends Pick<Unit, "from" | "to">>(
  units: readonly U[],
  day: CalendarDate,
): readonly U[] {
  return units.filter((unit) => existsOn(unit, day));
}

/** A unit and all below it, from a flat list; an unknown root gives nothing. */
export function unitsUnder<U extends Pick<Unit, "id" | "parent">>(
  units: readonly U[],
  roots: readonly string[],
): readonly U[] {
  const below = Map.groupBy(units, (unit) => unit.parent);
  const found = new Map(units.filter(({ id }) => roots.includes(id)).map((unit) => [unit.id, unit]));
  const queue = [...found.values()];
  for (let unit = queue.pop(); unit !== undefined; unit = queue.pop())
    for (const child of below.get(unit.id) ?? [])
      if (!found.has(child.id)) {
        found.set(child.id, child);
        queue.push(child);
      }
  return units.filter(({ id }) => found.has(id));
}
