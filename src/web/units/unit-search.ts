import type { ListedUnit } from "../../contract/unit.ts";
import { foldedKey } from "../../domain/text/fold.ts";

/** Whether each word begins a word in one of the unit's names or its symbol; words are compared without accents. */
export function hasWords(unit: ListedUnit, wanted: readonly string[]): boolean {
  if (wanted.length === 0) return true;
  const names = [unit.name, unit.shortName ?? "", unit.symbol ?? "", ...unit.aliases].map(foldedKey);
  return names.some((name) => {
    const parts = name.split(" ");
    return wanted.every((word) => parts.some((part) => part.startsWith(word)));
  });
}
