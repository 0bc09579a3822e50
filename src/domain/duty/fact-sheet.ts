import type { UnitKind } from "../organisation/unit.ts";
import type { UnitTarget } from "./target-of-unit.ts";

/**
 * A unit's year as facts: its duties whose last day was in the year and has passed. `due = inTime + late + silent`;
 * `late` are also those handed in or done after their day.
 */
export interface YearFigures {
  readonly due: number;
  readonly inTime: number;
  readonly late: number;
  readonly silent: number;
  /** Confirmed, in time or not. */
  readonly done: number;
  readonly doneLate: number;
  /** Late, and the unit still has to act. */
  readonly openLate: number;
  /** The unit says that the product is there, and nobody has confirmed it. */
  readonly claimed: number;
  /** Confirmed with a product: a document, a file, a link, a record. */
  readonly proven: number;
  /** Duties for which more time was given, and how often. */
  readonly extended: number;
  readonly extensions: number;
  /** Duties over which the unit was urged, and how often. */
  readonly urged: number;
  readonly times: number;
}

/** What is compared between units of a kind: shares of what fell due. */
export const comparedShares = ["inTime", "late", "silent", "proven", "extended", "urged"] as const;
export type ComparedShare = (typeof comparedShares)[number];

/** Units of the kind with so few duties, or kinds with so few such units, are not ranked: chance would decide. */
export const fewestDuties = 5;
export const fewestUnits = 5;

/** How a unit's share stands among units of its kind. */
export interface Standing {
  /** 0…1; null: nothing fell due. */
  readonly share: number | null;
  /** The middle of the shares of all units that are compared, itself among them; null: too few to say. */
  readonly middle: number | null;
}

/** A unit among units of its kind. */
export interface Comparison {
  /** Units of the kind that have enough duties to be compared. */
  readonly units: number;
  readonly shares: Readonly<Record<ComparedShare, Standing>>;
  /** Its place by the share in time, 1 the best, equals sharing one; null: not ranked. */
  readonly rank: number | null;
}

/**
 * Compares a unit with all units of its kind, itself among them (thi đua, khen thưởng by evidence and between like units:
 * Luật Thi đua, khen thưởng 06/2022/QH15, Điều 5). Who has fewer than `fewestDuties` is not compared; where fewer than
 * `fewestUnits` are left nobody is ranked.
 */
export function compareUnit(unit: YearFigures, ofKind: readonly YearFigures[]): Comparison {
  const compared = ofKind.filter(({ due }) => due >= fewestDuties);
  const enough = compared.length >= fewestUnits;
  const standing = (name: ComparedShare): Standing => ({
    share: shareOf(unit, name),
    middle: enough ? middleOf(compared.flatMap((one) => shareOf(one, name) ?? [])) : null,
  });
  const own = shareOf(unit, "inTime");
  const ranked = enough && unit.due >= fewestDuties && own !== null;
  return {
    units: compared.length,
    shares: {
      ...{ inTime: standing("inTime"), late: standing("late"), silent: standing("silent") },
      ...{ proven: standing("proven"), extended: standing("extended"), urged: standing("urged") },
    },
    rank: ranked ? 1 + compared.filter((one) => (shareOf(one, "inTime") ?? 0) > own).length : null,
  };
}

function shareOf(unit: YearFigures, name: ComparedShare): number | null {
  return unit.due === 0 ? null : unit[name] / unit.due;
}

/** The median; of an even number the mean of the two in the middle. */
function middleOf(shares: readonly number[]): number | null {
  const ordered = shares.toSorted((a, b) => a - b);
  const [low, high] = [
    ordered[Math.floor((ordered.length - 1) / 2)],
    ordered[Math.floor(ordered.length / 2)],
  ];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

/** A target of a task in which the unit has a part. */
export interface SheetTarget extends UnitTarget {
  readonly task: { readonly id: string; readonly content: string };
}

/** The fact sheet of a unit for a year. */
export interface FactSheet {
  readonly year: number;
  readonly unit: { readonly id: string; readonly name: string; readonly kind: UnitKind };
  readonly figures: YearFigures;
  readonly comparison: Comparison;
  readonly targets: readonly SheetTarget[];
}
