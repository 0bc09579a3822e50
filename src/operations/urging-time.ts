import type { CalendarDate } from "../domain/basics/calendar-date.ts";
import type { Holidays } from "../domain/calendar/holidays.ts";
import { isDayOff } from "../domain/calendar/working-days.ts";
import type { UrgingSettings } from "../domain/duty/urging.ts";
import { hourInVietnam } from "./register.ts";

/** Whether messages may go out now: on a working day, in the hours of work, after urging began. */
export function isTimeToUrge(
  { from, fromHour, toHour }: UrgingSettings,
  {
    today,
    clock,
    holidays,
  }: { readonly today: () => CalendarDate; readonly clock: () => Date; readonly holidays: Holidays },
): boolean {
  const hour = hourInVietnam(clock());
  return from <= today() && !isDayOff(today(), holidays) && fromHour <= hour && hour < toHour;
}
