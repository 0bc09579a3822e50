import { type CalendarDate, partsOf } from "../domain/basics/calendar-date.ts";
import { fail, type Result, succeed } from "../domain/basics/result.ts";
import type { DayOff, Holidays } from "../domain/calendar/holidays.ts";
import { isDayOff } from "../domain/calendar/working-days.ts";
import { permit } from "../domain/duty/permission.ts";
import type { Actor } from "../domain/organisation/actor.ts";
import { withProvince } from "../store/database.ts";
import {
  deleteProvinceDay,
  type KeptDay,
  loadProvinceDays,
  saveProvinceDay,
} from "../store/province-days.ts";
import type { ProvinceTransaction } from "../store/task-rows.ts";
import { type RegisterWorld, writeHistory } from "./register.ts";

/** The days off of a year beside weekends: those of the country, and what the province adds. */
export interface ShownDays {
  readonly year: number;
  /** The Government has told the days of the year; else they are expected by the law. */
  readonly decided: boolean;
  readonly national: readonly (DayOff & { readonly day: CalendarDate })[];
  /** Days of weekends that the country works. */
  readonly worked: readonly CalendarDate[];
  readonly own: readonly KeptDay[];
}

interface DaysWorld extends RegisterWorld {
  /** Of the country. */
  readonly holidays: Holidays;
}

/** The days off of a year. */
export async function showDays(
  actor: Actor,
  year: number,
  { kysely, holidays }: Pick<DaysWorld, "kysely" | "holidays">,
): Promise<Result<ShownDays>> {
  const allowed = permit(actor, "see-settings");
  if (!allowed.ok) return allowed;
  return withProvince(kysely, actor.province, (transaction) =>
    shownDays(transaction, actor, { year, holidays }),
  );
}

async function shownDays(
  transaction: ProvinceTransaction,
  { province }: Actor,
  { year, holidays }: { readonly year: number; readonly holidays: Holidays },
): Promise<Result<ShownDays>> {
  const { decided, off, worked } = holidays.yearOf(year);
  const own = (await loadProvinceDays(transaction, province)).filter(({ day }) => partsOf(day).year === year);
  const national = [...off].map(([day, why]) => ({ day, ...why })).sort((a, b) => (a.day < b.day ? -1 : 1));
  return succeed({ year, decided, national, worked: [...worked].sort(), own });
}

/**
 * Gives a day off in the province, or has one worked that is off in the country. What was counted before stays; terms and
 * steps of urging from now on know it. Fails with `register.day-off-already` and `register.day-worked-already`.
 */
export async function addDay(actor: Actor, day: KeptDay, world: DaysWorld): Promise<Result<ShownDays>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  const { holidays } = world;
  if (isDayOff(day.day, holidays) === day.off)
    return fail(day.off ? "register.day-off-already" : "register.day-worked-already", {
      day: day.day,
    });
  return withProvince(world.kysely, actor.province, async (transaction) => {
    await saveProvinceDay(transaction, actor.province, day);
    const subject = `settings:${actor.province}`;
    await writeHistory(transaction, actor, world, [{ what: "add-day", subject, before: null, after: day }]);
    return shownDays(transaction, actor, { year: partsOf(day.day).year, holidays });
  });
}

/** Takes back what the province added. Fails with `register.day-unknown`. */
export async function removeDay(
  actor: Actor,
  day: CalendarDate,
  world: DaysWorld,
): Promise<Result<ShownDays>> {
  const allowed = permit(actor, "change-settings");
  if (!allowed.ok) return allowed;
  return withProvince(world.kysely, actor.province, async (transaction) => {
    const removed = await deleteProvinceDay(transaction, actor.province, day);
    if (!removed) return fail("register.day-unknown", { day });
    const subject = `settings:${actor.province}`;
    await writeHistory(transaction, actor, world, [
      { what: "remove-day", subject, before: removed, after: null },
    ]);
    return shownDays(transaction, actor, { year: partsOf(day).year, holidays: world.holidays });
  });
}
