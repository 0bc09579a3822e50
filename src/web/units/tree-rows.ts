import type { ListedUnit } from "../../contract/unit.ts";
import { foldedKey } from "../../domain/text/fold.ts";

/** A unit as a row of the tree: how deep it stands, and what it stands under when its place is not seen. */
export interface TreeRow {
  readonly unit: ListedUnit;
  readonly level: number;
  readonly under: string | null;
}

/**
 * The rows of the tree: each unit behind the one above it, in the order given. With words or a kind only those that
 * have them are shown, flat, with the name of what they stand under; words are compared without accents.
 */
export function treeRows(
  units: readonly ListedUnit[],
  { words, kind }: { readonly words: string; readonly kind: string },
): readonly TreeRow[] {
  const wanted = foldedKey(words).split(" ").filter(Boolean);
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  if (wanted.length === 0 && kind === "") return standing(units, byId);
  return units
    .filter((unit) => (kind === "" || unit.kind === kind) && hasWords(unit, wanted))
    .map((unit) => ({ unit, level: 0, under: byId.get(unit.parent ?? "")?.name ?? null }));
}

function standing(units: readonly ListedUnit[], byId: ReadonlyMap<string, ListedUnit>): readonly TreeRow[] {
  // What stands below a unit that is not shown stands by itself.
  const below = Map.groupBy(units, ({ parent }) => (parent !== null && byId.has(parent) ? parent : null));
  const rows: TreeRow[] = [];
  const open = (below.get(null) ?? []).map((unit) => ({ unit, level: 0, under: null })).toReversed();
  for (let row = open.pop(); row !== undefined; row = open.pop()) {
    rows.push(row);
    const { level, unit } = row;
    for (const child of (below.get(unit.id) ?? []).toReversed())
      open.push({ unit: child, level: level + 1, under: null });
  }
  return rows;
}

/** Whether each word begins a word of the unit's names or its symbol. */
export function hasWords(unit: ListedUnit, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const names = [unit.name, unit.shortName ?? "", unit.symbol ?? "", ...unit.aliases].map(foldedKey);
  return names.some((name) => {
    const parts = name.split(" ");
    return wanted.every((word) => parts.some((part) => part.startsWith(word)));
  });
}
