import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseHolidayData } from "../../src/domain/calendar/holiday-file.ts";
import { type Holidays, holidaysOf } from "../../src/domain/calendar/holidays.ts";

/** The days off of data/holidays.json. */
export function realHolidays(): Holidays {
  const file = join(import.meta.dirname, "..", "..", "data", "holidays.json");
  return holidaysOf(parseHolidayData(readFileSync(file, "utf8")));
}
