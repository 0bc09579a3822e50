import type { Unit } from "./unit.ts";

/** Where a unit stands in the tree as somebody looks at it. */
export interface TreePlace {
  readonly id: string;
  /** 0 for what stands below nothing that is shown. */
  readonly level: number;
  /** How many units stand right below it. */
  readonly below: number;
  /** Whether those are shown behind it. */
  readonly isOpen: boolean;
}

/**
 * The places of the tree, each unit behind the one above it, in the order given. What stands below nothing is open, and
 * so is what is named; what stands below a unit that is not among these stands by itself.
 */
export function treePlaces(
  units: readonly Pick<Unit, "id" | "parent">[],
  open: ReadonlySet<string> | "all",
): readonly TreePlace[] {
  const known = new Set(units.map(({ id }) => id));
  const below = Map.groupBy(units, ({ parent }) => (parent !== null && known.has(parent) ? parent : null));
  const places: TreePlace[] = [];
  const waiting = (below.get(null) ?? []).map(({ id }) => ({ id, level: 0 })).toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { id, level } = next;
    const children = below.get(id) ?? [];
    const isOpen = children.length > 0 && (level === 0 || open === "all" || open.has(id));
    places.push({ id, level, below: children.length, isOpen });
    if (isOpen)
      for (let at = children.length - 1; at >= 0; at--) {
        const child = children[at];
        if (child) waiting.push({ id: child.id, level: level + 1 });
      }
  }
  return places;
}
