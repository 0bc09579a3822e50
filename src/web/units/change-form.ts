import type { ListedUnit, WishedChange } from "../../contract/unit.ts";

/** A unit after a change as it is typed: one that is there, or a new one. */
export interface TypedHeir {
  /** The id of a unit that is there; null: a new one by the fields beside. */
  readonly existing: string | null;
  readonly isNew: boolean;
  readonly name: string;
  readonly shortName: string;
  readonly symbol: string;
  readonly kind: ListedUnit["kind"];
  readonly relation: ListedUnit["relation"];
  readonly parent: string | null;
}

/** A change of the tree as it is typed. */
export interface TypedChange {
  readonly kind: WishedChange["kind"];
  readonly on: string;
  readonly document: string;
  readonly note: string;
  /** The unit that changes, or those that merge. */
  readonly units: readonly (string | null)[];
  readonly heirs: readonly TypedHeir[];
  /** In a split the unit itself stays, as the first. */
  readonly keeps: boolean;
  /** Where a moved unit goes, or who takes over from one that ends. */
  readonly other: string | null;
  /** Open tasks by the place of their heir, where that is not the first. */
  readonly given: Readonly<Record<string, number>>;
}

/** A new unit like another one, beside it in the tree. */
export function heirLike(unit: ListedUnit | undefined): TypedHeir {
  return {
    ...{ existing: null, isNew: true, name: "", shortName: "", symbol: "" },
    ...{ kind: unit?.kind ?? "department", relation: unit?.relation ?? "subordinate" },
    parent: unit?.parent ?? null,
  };
}

/** The change that was typed, as it is asked for; null while something that must be chosen is not. */
export function wishOf(typed: TypedChange): WishedChange | null {
  const { kind, on, units, other } = typed;
  const [unit = null] = units;
  const heirs = typed.heirs.map(heirOf);
  if (on === "" || heirs.some((heir) => heir === null)) return null;
  const into = heirs.flatMap((heir) => heir ?? []);
  const [first] = typed.heirs;
  switch (kind) {
    case "created":
      return first?.isNew ? { kind, on, unit: newUnit(first) } : null;
    case "renamed":
      return unit && first
        ? {
            kind,
            on,
            unit,
            name: first.name,
            shortName: first.shortName || null,
            symbol: first.symbol || null,
          }
        : null;
    case "moved":
      return unit ? { kind, on, unit, parent: other } : null;
    case "merged": {
      const from = units.flatMap((one) => one ?? []);
      const [heir] = into;
      return heir && from.length === units.length ? { kind, on, from, into: heir } : null;
    }
    case "split": {
      const given = Object.entries(typed.given).map(([task, heir]) => ({ task, heir }));
      return unit ? { kind, on, from: unit, into: typed.keeps ? [unit, ...into] : into, given } : null;
    }
    case "abolished":
      return unit ? { kind, on, unit, heir: other } : null;
  }
}

function heirOf(heir: TypedHeir) {
  return heir.isNew ? newUnit(heir) : heir.existing;
}

function newUnit({ name, shortName, symbol, kind, relation, parent }: TypedHeir) {
  return { name, shortName: shortName || null, symbol: symbol || null, kind, relation, parent };
}
