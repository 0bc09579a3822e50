import { readFileSync } from "node:fs";
import { parseHolidayData } from "../../calendar/holiday-file.ts";
import { holidaysOf } from "../../calendar/holidays.ts";
import type { TimeLimit } from "./time-limit.ts";
import { parseTimeLimits } from "./time-limit-file.ts";

const data = (name: string) =>
  readFileSync(new URL(`../../../../data/${name}`, import.meta.url).pathname, "utf8");

export const limitText = data("time-limits.json");
export const limits = parseTimeLimits(limitText);
export const holidays = holidaysOf(parseHolidayData(data("holidays.json")));

/** The rule of a key that was written last. */
export function limitOf(key: string): TimeLimit {
  const limit = limits.findLast((one) => one.key === key);
  if (!limit) throw new Error(`no rule ${key}`);
  return limit;
}
