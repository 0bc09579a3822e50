import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type BorderMaps, parseBorderMaps } from "../../src/domain/cooperation/border-map.ts";

/** The maps of data/border-maps.json. */
export function realBorderMaps(): BorderMaps {
  const file = join(import.meta.dirname, "..", "..", "data", "border-maps.json");
  return parseBorderMaps(readFileSync(file, "utf8"));
}
