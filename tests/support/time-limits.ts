import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { TimeLimit } from "../../src/domain/cooperation/time-limit/time-limit.ts";
import { parseTimeLimits } from "../../src/domain/cooperation/time-limit/time-limit-file.ts";

/** The rules of data/time-limits.json. */
export function realTimeLimits(): readonly TimeLimit[] {
  const file = join(import.meta.dirname, "..", "..", "data", "time-limits.json");
  return parseTimeLimits(readFileSync(file, "utf8"));
}
