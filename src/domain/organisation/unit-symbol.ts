import type { CalendarDate } from "../basics/calendar-date.ts";
import { type Unit, unitsOn } from "./unit.ts";

/** Symbols that every committee or council of the country has: they tell nobody apart and nobody is warned of them. */
const common = new Set(["UBND", "HĐND", "ĐU", "TU"]);

/**
 * Units that issue documents under the same symbol as this one on a day: nobody could tell from a number whose it is.
 * A warning, not a fault: abbreviations are given by each body itself (NĐ 30/2020/NĐ-CP, Phụ lục III).
 */
export function sharingSymbol<U extends Pick<Unit, "id" | "symbol" | "from" | "to">>(
  units: readonly U[],
  unit: Pick<Unit, "id" | "symbol">,
  day: CalendarDate,
): readonly U[] {
  const { symbol } = unit;
  if (symbol === null || common.has(symbol.toUpperCase())) return [];
  return unitsOn(units, day).filter(
    (other) => other.id !== unit.id && other.symbol?.toUpperCase() === symbol.toUpperCase(),
  );
}
