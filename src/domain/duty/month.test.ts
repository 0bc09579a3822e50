import { expect, it } from "vitest";
import { calendarDate } from "../basics/calendar-date.ts";
import { monthsUntil } from "./month.ts";

it.each<readonly [reason: string, month: number, count: number, months: readonly string[]]>([
  ["inside a year", 11, 3, ["2026-09", "2026-10", "2026-11"]],
  ["over the turn of the year", 2, 4, ["2025-11", "2025-12", "2026-01", "2026-02"]],
  ["December is the twelfth, not the noughth", 12, 1, ["2026-12"]],
])("months %s", (_, month, count, months) => {
  const day = calendarDate(2026, month, 28);
  expect(day && monthsUntil(day, count)).toEqual(months);
});
